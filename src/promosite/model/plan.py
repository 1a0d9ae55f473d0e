"""The communication plan: its rows, its text block by block, and its dates, all as data."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator

from promosite.model.dates import Day, DayOfYear, PartialDate, Quarter, within
from promosite.model.papers import Letterhead
from promosite.model.record import Record, Slug, Text, Words

YEARS = Quarter.YEARS
"""Of which years a plan may speak; reports of the year before or after can still be counted."""


class Period(Record):
    """A span of days, both ends included."""

    from_: Day = Field(alias="from")
    to: Day

    @field_validator("from_", "to")
    @classmethod
    def _within_reach(cls, day: date) -> date:
        within(day.year, YEARS)
        return day

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.from_ <= day <= self.to


Cadence = Literal["quarter", "half-year", "year"]
"""In how long a span of the calendar an ongoing row must have evidence."""


class Quarters(Record):
    """The quarters in which evidence is expected, how often, and why they begin where they do."""

    from_: Quarter = Field(alias="from")
    to: Quarter
    cadence: Cadence = "quarter"
    note: Words | None = None


class Window(Record):
    """What a yearly report covers: from a day of the year to a day of the year, both included."""

    from_: DayOfYear = Field(alias="from")
    to: DayOfYear


class ReportDuty(Record):
    """When the yearly report is due: a day of the year, `MM-DD`, before which it must be sent.

    `first` and `last` are the years of the first and last report, where they are not those of the plan's period.
    `unit` compiles the report. Without a `window` a report covers what was done since the report before was due.
    """

    due: DayOfYear
    first: Annotated[int, Field(ge=YEARS[0], le=YEARS[1])] | None = None
    last: Annotated[int, Field(ge=YEARS[0], le=YEARS[1])] | None = None
    window: Window | None = None
    unit: Slug | None = None
    letterhead: Letterhead | None = None
    note: Words | None = None


class Involvement(Record):
    """A unit's part in a row; the note is the plan's own bracket, such as (website)."""

    unit: Slug
    note: Words | None = None


class InQuarter(Record):
    """A row that is due in one quarter."""

    quarter: Quarter


class Task(Record):
    """One row of the plan. `text` is the plan's; `title` is a short heading of this site's own."""

    id: Slug
    text: Words
    title: Words
    schedule: Literal["ongoing"] | InQuarter
    schedule_text: Words
    lead: Annotated[tuple[Involvement, ...], Field(min_length=1)]
    cooperating: tuple[Involvement, ...] = ()

    def units(self) -> set[str]:
        """Return the ids of all units that lead or cooperate."""
        return {part.unit for part in (*self.lead, *self.cooperating)}


class LegalText(Record):
    """A document that the plan cites; `found` tells whether it was seen anywhere but in the plan."""

    id: Slug
    symbol: Text
    date: PartialDate
    title: Words
    found: bool = False
    note: Words | None = None


class Correction(Record):
    """A defect of the signed text as scanned, and what this site prints instead."""

    where: Words
    found: Text
    printed: Text
    note: Words | None = None


class Block(Record):
    """A piece of the plan's text, in order."""

    kind: Literal["heading", "paragraph", "list", "message", "tasks", "signature"]
    level: Annotated[int, Field(ge=2, le=4)] | None = None
    words: Words | None = None
    items: tuple[Words, ...] = ()


class Signature(Record):
    """Who signed, in what capacity. The name may be given in each language, as others write it without marks."""

    role: Words
    name: Words


PlanId = Annotated[str, Field(pattern=r"^\d{4}-\d{4}$")]
"""The years of a plan, `2023-2025`."""


class Plan(Record):
    """A communication plan with its rows."""

    id: PlanId
    title: Words
    message: Words
    number: Text | None = None
    issued: PartialDate | None = None
    signed_by: Signature | None = None
    period: Period
    quarters: Quarters
    report: ReportDuty
    tasks: tuple[Task, ...]
    documents: tuple[LegalText, ...] = ()
    corrections: tuple[Correction, ...] = ()
    text: tuple[Block, ...] = ()

    def task(self, task_id: str) -> Task:
        """Return a row by id; KeyError for an id that the plan does not have."""
        return {task.id: task for task in self.tasks}[task_id]

    def units(self) -> set[str]:
        """Return the ids of all units that the plan gives a part to."""
        named = {unit for task in self.tasks for unit in task.units()}
        return named | {self.report.unit} if self.report.unit else named


def plan_of(day: date, plans: Mapping[str, Plan]) -> Plan | None:
    """Return the plan to which a day belongs: the newest that had begun, ended or not; before all, the first."""
    ordered = sorted(plans.values(), key=lambda plan: plan.period.from_)
    begun = [plan for plan in ordered if plan.period.from_ <= day]
    return begun[-1] if begun else (ordered[0] if ordered else None)
