"""The yearly report's paper: what a person must write, and the head under which it goes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated

from pydantic import Field

from promosite.model.dates import Day
from promosite.model.record import Record, Slug, Text, Words


class Letterhead(Record):
    """Who reports to whom, as long as both exist: after `until` nothing of it is taken over.

    `basis` is the document that asks for the report, as its first sentence names it.
    """

    parent: Words
    issuer: Words
    symbol: Text
    place: Words
    addressee: Words
    basis: Words | None = None
    recipients: tuple[Words, ...] = ()
    until: Day | None = None


class Signer(Record):
    """Who signs: on whose behalf (`KT. GIÁM ĐỐC`), in what position, and the name without titles."""

    authority: Words | None = None
    position: Words
    name: Text


Dong = Annotated[int, Field(ge=0)]
"""An amount in đồng."""


class FundLine(Record):
    """One line of the money: what for, planned and spent, and from where; what is left out is not known."""

    what: Words
    planned: Dong | None = None
    spent: Dong | None = None
    source: Words | None = None


class PaperFacts(Record):
    """The header of a year's report: number, day, head, signer; what is left out stands as a visible gap.

    `done` names the rows that the office itself declares completed; no count says that.
    """

    number: Annotated[int, Field(ge=1, le=99_999)] | None = None
    date: Day | None = None
    addressee: Words | None = None
    parent: Words | None = None
    issuer: Words | None = None
    symbol: Text | None = None
    place: Words | None = None
    signer: Signer | None = None
    recipients: tuple[Words, ...] = ()
    done: tuple[Slug, ...] = ()
    funds: tuple[FundLine, ...] = ()


class NoFacts(Record):
    """The header of a report's translation: facts stand in the source language only."""


SECTIONS = ("guidance", "funding", "achieved", "shortcomings", "causes", "directions", "proposals")
"""What only a person can write, in the order of the report; the headings stand in the message tables."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or one line of a list."""

    text: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What a person wrote for a year's report; sections by language. Everything may be missing."""

    year: int
    facts: PaperFacts = field(default_factory=PaperFacts)
    texts: Mapping[str, Mapping[str, tuple[Piece, ...]]] = field(default_factory=dict)
    path: str | None = None
    done_at: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Line and column at which a row is called completed."""
    date_at: tuple[int, int] | None = None
    """Line and column of the day of signing."""

    def section(self, lang: str, name: str) -> tuple[Piece, ...]:
        """Return what was written for a section in a language; empty where nothing was."""
        return self.texts.get(lang, {}).get(name, ())

    @property
    def is_issued(self) -> bool:
        """Tell whether a number and a day are on record; until then the report is a draft."""
        return self.facts.number is not None and self.facts.date is not None

    def counted_to(self, day: date) -> date:
        """Return the day to which a report made on a day counts: an issued one never beyond its signing."""
        return min(day, self.facts.date) if self.is_issued and self.facts.date else day

    def on(self, day: date) -> "Paper":
        """Return the paper as it stood on a day: until it was signed it had neither number nor date."""
        if self.facts.date is None or self.facts.date <= day:
            return self
        return replace(self, facts=self.facts.model_copy(update={"number": None, "date": None}))
