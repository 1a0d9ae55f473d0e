"""No reader of a message meets a regular expression: every pattern of a record is worded in every language."""

from dataclasses import replace

import pytest
from pydantic import BaseModel, TypeAdapter

from promosite.config import SiteConfig
from promosite.findings import Source, finding, sentence
from promosite.messages import Messages, load_messages
from promosite.model.items import FACTS, TranslationHeadline
from promosite.model.pages import PageHeader
from promosite.model.papers import PaperFacts
from promosite.model.plan import Plan
from promosite.validate.forms import FORMS
from promosite.validate.reference import LISTS

RECORDS: set[type[BaseModel]] = {SiteConfig, TranslationHeadline, PageHeader, PaperFacts, Plan}
RECORDS |= {*FACTS.values(), *(model for _, model, _ in LISTS.values())}
TABLES = [load_messages(lang) for lang in ("vi", "en")]


def patterns(schema: object) -> set[str]:
    """Return every pattern that a schema of pydantic's core demands."""
    if isinstance(schema, dict):
        own = {schema["pattern"]} if isinstance(schema.get("pattern"), str) else set()
        return own.union(*(patterns(one) for key, one in schema.items() if key != "json_schema_input_schema"))
    return set().union(*map(patterns, schema)) if isinstance(schema, (list, tuple)) else set()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_pattern_has_its_form(record: type[BaseModel]) -> None:
    assert patterns(TypeAdapter(record).core_schema) - FORMS.keys() == set()


@pytest.mark.parametrize("form", sorted(FORMS.values()))
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.lang)
def test_every_form_has_its_words(form: str, table: Messages) -> None:
    one = finding("value-form", Source("a.md"), field="url", found="x y", case=form)
    plain = replace(one, params={**one.params, "case": ""})
    assert sentence(one, table) != sentence(plain, table)
    assert not any(sign in sentence(one, table) for sign in ("^", "(?:", "]+", "\\"))
