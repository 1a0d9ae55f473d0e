"""The texts that we have: nothing to tell of them, and a great deal as soon as one digit is changed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from promosite.findings import Source
from promosite.load import load_content
from promosite.parity import Written, parity_findings
from promosite.validate import ValidFile, validate_item

ROOT = Path(__file__).resolve().parent.parent.parent
SITES = {"content": ROOT, "sample year": ROOT / "tests" / "sites" / "sample-year"}
NOT_WORDS = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|^\s*\d+\. ", re.MULTILINE)
MONTHS = (
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
    "January",
)  # fmt: skip
"""Each is changed into the one behind it; `May` is left out, being a name and a verb as well."""


def _written(file: ValidFile) -> Written:
    header = file.file.header
    return Written(file.text, header.find(("title",)).line, header.find(("summary",)).line)


@cache
def pairs(site: str) -> tuple[tuple[Written, Written], ...]:
    content, _ = load_content(SITES[site], ("vi", "en"))
    found: dict[tuple[str, str], dict[str, ValidFile]] = {}
    for file in content.items:
        record, _ = validate_item(file, "vi")
        if record:
            found.setdefault((record.kind, record.slug), {})[record.text.lang] = record
    return tuple((_written(one["vi"]), _written(one["en"])) for one in found.values() if len(one) == 2)


@pytest.mark.parametrize("site", SITES)
def test_no_finding(site: str) -> None:
    told = []
    for source, translation in pairs(site):
        waivers = [(waiver, Source(translation.text.path)) for waiver in translation.text.waivers]
        told += parity_findings(source, translation, waivers)
    assert told == []
    assert len(pairs(site)) >= 30


def changes(text: str) -> Iterator[tuple[str, str]]:
    """Yield what was changed and the text with one number or month changed."""
    words = NOT_WORDS.sub(lambda match: "\0" * len(match[0]), text)
    for match in re.finditer(r"\d+", words):
        digit = str((int(match[0][-1]) + 1) % 10)
        yield match[0], text[: match.end() - 1] + digit + text[match.end() :]
    for match in re.finditer("|".join(MONTHS), words):
        after = MONTHS[MONTHS.index(match[0]) + 1]
        yield match[0], text[: match.start()] + after + text[match.end() :]


def test_every_changed_number_and_month_is_found() -> None:
    unseen, number = [], 0
    for source, translation in pairs("content"):
        for field in ("title", "summary", "body"):
            for what, text in changes(getattr(translation.text, field)):
                changed = replace(translation, text=translation.text.model_copy(update={field: text}))
                number += 1
                if not parity_findings(source, changed):
                    unseen.append((translation.text.path, field, what))
    assert unseen == []
    assert number > 300
