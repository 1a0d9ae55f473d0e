"""Dates as sources give them: a day, a month, or only a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, LiteralString, Self

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

YEARS = (1900, 2100)
"""Of which years a full date may speak: what is reckoned from one, such as a day more or 36 months, is a date too."""


def within(year: int, years: tuple[int, int]) -> None:
    """Refuse a year outside a span, both ends included."""
    if not years[0] <= year <= years[1]:
        raise PydanticCustomError("greater_than_equal", "a year of our time", {"expected": f"{years[0]}–{years[1]}"})


class FromText:
    """A value that records take as text, in one form, and give back as the same text."""

    __slots__ = ()
    FORM: ClassVar[re.Pattern[str]]
    REFUSED: ClassVar[tuple[LiteralString, LiteralString]]
    """Pydantic's code for text of another form, and what was expected."""
    YEARS: ClassVar[tuple[int, int]]
    """The years of which a record may speak."""

    year: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text; raises ValueError for anything that is not such a value."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let records take the value itself or its text (YAML may read a bare year as a number)."""
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            json_schema_input_schema=core_schema.str_schema(pattern=f"^{cls.FORM.pattern}$"),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def _validate(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        try:
            found = cls.parse(str(value))
        except ValueError:
            raise PydanticCustomError(*cls.REFUSED) from None
        within(found.year, cls.YEARS)
        return found


@dataclass(frozen=True, slots=True)
class PartialDate(FromText):
    """A date of which the day, or the day and the month, may not be on record (EDTF level 0)."""

    FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
    REFUSED = ("partial_date", "a date, a month or a year")
    YEARS = (1000, YEARS[1])

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2024-05-21`, `2024-05` or `2024`; raises ValueError for anything else, or a day that never was."""
        match = cls.FORM.fullmatch(text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day)

    @property
    def first_day(self) -> date:
        """Return the earliest day that this may be; the key for sorting."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """Return the latest day that this may be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def _day(value: Any) -> date:
    day = value if isinstance(value, date) else _read_day(str(value))
    within(day.year, YEARS)
    return day


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else _refuse()
    except ValueError:
        return _refuse()


def _refuse() -> date:
    raise PydanticCustomError("full_date", "a full date")


Day = Annotated[date, BeforeValidator(_day)]
"""A full date, written `2024-05-21`."""


DAY_OF_YEAR = r"^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"


def _in_every_year(written: str) -> str:
    try:
        day_in(2001, written)
    except ValueError:
        raise PydanticCustomError("string_pattern_mismatch", "a day of each year", {"pattern": DAY_OF_YEAR}) from None
    return written


DayOfYear = Annotated[str, Field(pattern=DAY_OF_YEAR), AfterValidator(_in_every_year)]
"""A day that every year has, written `11-15`; so 29 February is none."""


def day_in(year: int, day_of_year: str) -> date:
    """Return a `DayOfYear` in a year."""
    month, day = day_of_year.split("-")
    return date(year, int(month), int(day))


@dataclass(frozen=True, slots=True, order=True)
class Quarter(FromText):
    """A quarter of a calendar year, number 1 to 4."""

    FORM = re.compile(r"([0-9]{4})-Q([1-4])")
    REFUSED = ("quarter", "a quarter such as 2024-Q1")
    YEARS = (2000, YEARS[1])

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2024-Q1`; raises ValueError for anything else."""
        match = cls.FORM.fullmatch(text)
        if not match:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    @property
    def first_day(self) -> date:
        """Return the day on which the quarter begins."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """Return the day on which the quarter ends."""
        return date(self.year, self.number * 3, 30 if self.number in (2, 3) else 31)

    def next(self) -> "Quarter":
        """Return the quarter that follows."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.number}"


def quarters_between(first: Quarter, last: Quarter) -> list[Quarter]:
    """Return the quarters from `first` to `last`, both included; empty when `last` comes before `first`."""
    found = []
    while first <= last:
        found.append(first)
        first = first.next()
    return found
