"""Days, months and quarters as texts give them, and what the parts of a range lend each other."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from promosite.parity.amounts import amount
from promosite.parity.facts import Reading, Sighting, answer
from promosite.parity.scan import NUMBER, Places, Scanner, masked, matches

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:1[5-9]|20|21)\d\d"
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


class When(NamedTuple):
    """A date at a place of a text, as far as it is written.

    `ratio` is what it is if it is no date: `2/3`. One that is not `sure` may be another word, and claims nothing.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    lunar: bool = False
    ratio: str | None = None
    sure: bool = True

    @property
    def shape(self) -> tuple[bool, bool, bool]:
        """Return which parts are there, the year aside; only dates of one shape lend to each other."""
        return self.month is None, self.day is None, self.quarter is None

    def readings(self) -> Iterator[Reading]:
        """Yield what the date says; a lunar date is told apart from one of the calendar."""
        year = self.year or "*"
        if self.quarter:
            yield Reading(f"quarter:{year}-Q{self.quarter}", claims=self.sure)
        elif self.lunar:
            yield Reading(f"lunar-month:{self.month}")
            if self.day:
                yield amount(Decimal(self.day))
        elif self.sure:
            parts = "-".join([f"{part:02}" for part in (self.month, self.day) if part])
            yield Reading(f"date:{year}-{parts}", (f"ratio:{self.ratio}",) if self.ratio else ())
        else:
            yield answer(f"date:*-{self.month:02}", f"number:{self.month}")


def sightings(text: str, found: Iterable[When], joiner: "re.Pattern[str]") -> Iterator[Sighting]:
    """Yield dates as facts; in `27/11 đến 02/12/2024` the first takes its year from the second."""
    ordered = sorted(found, key=lambda one: (one.start, one.end))
    for index in range(len(ordered) - 2, -1, -1):
        when, after = ordered[index], ordered[index + 1]
        if after.start == when.start or joiner.fullmatch(text, when.end, after.start):
            ordered[index] = _lent(when, after)
    for when in ordered:
        for reading in when.readings():
            yield Sighting(when.start, when.end, reading)


def _lent(when: When, after: When) -> When:
    if when.shape == after.shape and when.year is None and after.year is not None:
        turned = (when.month or 0, when.day or 0) > (after.month or 0, after.day or 0)
        when = when._replace(year=after.year - turned)
    return when._replace(lunar=True) if after.lunar and when.shape[2] else when


@dataclass(frozen=True, slots=True)
class DateReader:
    """A pattern, the words with which it may begin, and what it reads."""

    starts: frozenset[str]
    pattern: "re.Pattern[str]"
    read: Callable[["re.Match[str]"], Iterable[When]]
    sign: str = ""
    """A sign that must stand somewhere in the text as well."""


def date_scanner(readers: Iterable[DateReader], joiner: "re.Pattern[str]") -> Scanner:
    """Return the scanner of a language's dates: its readers in their order, and what joins the parts of a range."""
    readers = tuple(readers)

    def scan(text: str, places: Places) -> Iterator[Sighting]:
        return sightings(text, whens(text, places, readers), joiner)

    return Scanner(frozenset().union(*(reader.starts for reader in readers)), scan)


def whens(text: str, places: Places, readers: Iterable[DateReader]) -> list[When]:
    """Return what some readers find; a place that one of them has read is not shown to the next."""
    found: list[When] = []
    for reader in readers:
        if reader.sign not in text:
            continue
        seen = [when for match in matches(reader.pattern, reader.starts, text, places) for when in reader.read(match)]
        if seen:
            text = masked(text, ((when.start, when.end) for when in seen))
            found += seen
    return found


def _day_iso(match: "re.Match[str]") -> Iterator[When]:
    yield When(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]))


def _quarter_iso(match: "re.Match[str]") -> Iterator[When]:
    yield When(match.start(), match.end(), int(match[1]), quarter=int(match[2]))


ISO = (
    DateReader(
        frozenset({NUMBER}),
        re.compile(rf"(?<![\w/-])({YEAR})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])"),
        _day_iso,
        "-",
    ),
    DateReader(frozenset({NUMBER}), re.compile(rf"(?<![\w-])({YEAR})-Q([1-4])(?![\w-])"), _quarter_iso, "Q"),
)
"""What all languages may write: `2024-05-21`, `2024-Q1`."""


def full_year(text: str | None) -> int | None:
    """Return a year; two digits mean this century."""
    return None if text is None else int(text) + (2000 if len(text) == 2 else 0)


def decade(year: str) -> str:
    """Return the key of a decade from `1990` or `90`."""
    return f"decade:{year if len(year) == 4 else f'19{year}'}"
