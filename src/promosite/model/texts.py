"""The words of an item in one language, and what a translation says about where it comes from."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from promosite.model.dates import Day
from promosite.model.record import Record, Summary, Text, Title, Words


class Tier(StrEnum):
    """How far an item exists in a language; computed, never typed."""

    FULL = "full"
    SUMMARY = "summary"
    NONE = "none"


UNSAID = re.compile(r"<!--.*?(?:-->|\Z)|\]\([^()\n]{0,600}\)|\[\^[^\[\]\n]{1,80}\]|^\|[^\n]*", re.DOTALL | re.MULTILINE)
"""Comments, targets and citations, and tables, which are compared by their size."""
LONG = 100
"""Characters of a source below which nothing follows from the length of its translation."""
PARTS = {"en": 0.6}
"""Share of the source below which a translation is only a part of it, for languages whose writing was measured.
English takes 0.95 to 1.35 times as many characters as Vietnamese, by 76 pairs; Chinese would take a third."""


def length_of(body: str) -> int:
    """Return how many characters of running text a body has."""
    return len(" ".join(UNSAID.sub(" ", body).split()))


def is_part_of(source: str, body: str, lang: str) -> bool:
    """Tell whether a body can be no more than a part of what a source says, by their lengths."""
    share = PARTS.get(lang, 0)
    if "<!--" not in body and len(body) >= len(source) * (1 + share) / 2:
        return False  # nearly all pairs, at no cost
    length = length_of(source)
    return length >= LONG and length_of(body) < length * share


class Headline(Record):
    """The words that a header carries in every language."""

    title: Title
    summary: Summary


PartDigest = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,70}:[0-9a-f]{8}$")]
"""A part of the source text and the digest of what it said: `intro:9c01ab77`, `2-chuong-trinh:3fa8c1d2`."""


class Waiver(Record):
    """A difference from the source text that is meant: one fact, or one part of the build, with the reason."""

    fact: Text | None = None
    structure: Literal["headings", "lists", "tables", "links", "pictures", "citations", "length"] | None = None
    reason: Words

    @model_validator(mode="after")
    def _names_one_thing(self) -> "Waiver":
        if (self.fact is None) == (self.structure is None):
            raise PydanticCustomError("waiver_form", "either fact or structure")
        return self


class TranslationHeadline(Headline):
    """What the header of a translation carries: its words, and what they were translated from."""

    translated_from: tuple[PartDigest, ...] = ()
    translated_on: Day | None = None
    waivers: tuple[Waiver, ...] = ()


class ItemText(Record):
    """An item's words in one language, and where they were written."""

    lang: str
    title: str
    summary: str
    body: str
    path: str
    body_line: int
    title_at: tuple[int, int] = (1, 1)
    """Line and column of the title."""
    digest: str = ""
    """SHA-256 of the file."""
    header_digest: str = ""
    """SHA-256 of all that stands before the body."""
    translated_from: tuple[str, ...] = ()
    translated_on: date | None = None
    waivers: tuple[Waiver, ...] = ()

    @property
    def tier(self) -> Tier:
        """Return `full` when there is a body, else `summary`."""
        return Tier.FULL if self.body.strip() else Tier.SUMMARY
