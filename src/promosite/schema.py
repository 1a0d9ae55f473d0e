"""JSON Schemas of everything that people write, made from the records; pure.

Draft 7, because the tools that read schemas in editors know it best. Titles and descriptions come from the message
tables, in all languages that have them.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from promosite.manual import SECTIONS, Section
from promosite.messages import Messages
from promosite.model.dates import PartialDate
from promosite.model.items import FACTS, Headline, Kind, TradeFact, TranslationHeadline
from promosite.model.papers import NoFacts, PaperFacts
from promosite.model.plan import Plan
from promosite.model.record import Words
from promosite.validate.reference import LISTS

Json = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
REF = "#/definitions/{model}"


def schemas(locales: Sequence[str], tables: Iterable[Messages]) -> dict[str, Json]:
    """Return each schema by its name: `news.vi`, …, `report.vi`, …, `plan-file`, and one for each list of records.

    `locales[0]` is the language whose files carry the facts.
    """
    words = list(tables)
    found: dict[str, Json] = {}
    for kind in Kind:
        for lang in locales:
            models = (Headline, FACTS[kind]) if lang == locales[0] else (TranslationHeadline,)
            title = f"{in_all(f'kind.{kind}.one', words)} ({lang})"
            found[f"{kind}.{lang}"] = _document(models, locales, words, title)
    for lang in locales:
        title = f"{in_all('manual.record.paper.title', words)} ({lang})"
        found[f"report.{lang}"] = _document((PaperFacts if lang == locales[0] else NoFacts,), locales, words, title)
    found["plan-file"] = _document((Plan,), locales, words, in_all("manual.record.plan.title", words))
    for name, (_, model, _) in LISTS.items():
        one = _document((model,), locales, words, f"{name}.yml")
        head = {key: one.pop(key) for key in ("$schema", "definitions")}
        found[name] = {**head, "title": one.pop("title"), "type": "array", "items": one}
    return found


def address_of(name: str) -> str:
    """Return where the site publishes a schema."""
    return f"data/schema/{name}.json"


def _document(models: Sequence[type[BaseModel]], locales: Sequence[str], tables: list[Messages], title: str) -> Json:
    """Return the schema of a mapping that holds the fields of all the models."""
    _, raw = models_json_schema([(model, "validation") for model in models], ref_template=REF)
    definitions = {name: _plain(one) for name, one in raw["$defs"].items()}
    for section in SECTIONS:
        if section.model.__name__ in definitions:
            _describe(definitions[section.model.__name__], section, tables)
    if TradeFact.__name__ in definitions:
        definitions[TradeFact.__name__] = _beside(definitions[TradeFact.__name__], locales)
    if Words.__name__ in definitions:
        definitions[Words.__name__] = _words(locales)
    parts = [definitions.pop(model.__name__) for model in models]
    whole: Json = {"$schema": DRAFT, "title": title, "type": "object", "additionalProperties": False}
    whole["properties"] = {name: one for part in parts for name, one in part["properties"].items()}
    whole["required"] = [name for part in parts for name in part.get("required", [])]
    return whole | {"definitions": definitions}


def _describe(schema: Json, section: Section, tables: list[Messages]) -> None:
    """Give a record and its fields the words of the message tables instead of names made from the code."""
    schema.pop("description", None)
    schema["title"] = in_all(f"manual.record.{section.key}.title", tables)
    for name, held in {**_inherited(section), **dict.fromkeys(section.fields(), section)}.items():
        words = _field_words(held.key, name, tables)
        schema["properties"][name] = _titled(schema["properties"][name], words)


def _inherited(section: Section) -> dict[str, Section]:
    """Return the fields of a record whose words stand in the table of another, by name."""
    return {name: one for one in SECTIONS if one.model is section.less for name in one.fields()}


def _field_words(section: str, name: str, tables: list[Messages]) -> Json:
    """Return the name and the meaning of a field; fields that nobody fills in a form have no name but their own."""
    found = {"title": in_all(f"label.{section}.{name}", tables) or name}
    meaning = in_all(f"field.{section}.{name}.meaning", tables)
    return found | ({"description": meaning} if meaning else {})


def in_all(key: str, tables: Iterable[Messages]) -> str:
    """Return a sentence in each language that has it, source language first; empty where none has."""
    found = [table.text(key) for table in tables if table.get(key) is not None]
    return " / ".join(dict.fromkeys(found))


def _titled(schema: Json, words: Json) -> Json:
    """Add words to a schema; beside a reference they would be passed over, so that moves inside."""
    inner = {"allOf": [schema]} if "$ref" in schema else {key: one for key, one in schema.items() if key != "title"}
    return {**words, **inner}


def _plain(value: Any) -> Any:
    """Return pydantic's schema as people write YAML: nothing is also `null`, and a bare year is a number."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("pattern") == f"^{PartialDate.FORM.pattern}$":
        return {"anyOf": [{"type": "string", "pattern": value["pattern"]}, {"type": "integer", "minimum": 1}]}
    found = {key: _plain(one) for key, one in value.items() if not (key == "default" and one is None)}
    if "oneOf" in found:
        found["anyOf"] = found.pop("oneOf")
    if isinstance(found.get("pattern"), str):
        found["pattern"] = script_pattern(found["pattern"])
    return found


def script_pattern(pattern: str) -> str:
    """Return a pattern for JavaScript, which refuses a backslash before a sign that needs none."""
    return pattern.replace('\\"', '"')


def _words(locales: Sequence[str]) -> Json:
    """Return the schema of a text in several languages: one string for all, or one for each."""
    text = {"type": "string", "minLength": 1}
    each = {"type": "object", "minProperties": 1, "additionalProperties": False}
    return {"anyOf": [text, {**each, "properties": dict.fromkeys([*locales, "*"], text)}]}


def _beside(schema: Json, locales: Sequence[str]) -> Json:
    """Return the schema of an answer to a buyer, whose words stand right beside its source."""
    text = {"type": "string", "minLength": 1}
    own = {name: one for name, one in schema["properties"].items() if name != "words"}
    required = [name for name in schema["required"] if name != "words"]
    return {**schema, "properties": {**dict.fromkeys(locales, text), **own}, "required": required}
