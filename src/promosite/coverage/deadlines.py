"""The dates that a plan sets: the ends of its quarters and terms, and its yearly report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from promosite.coverage.cells import spans
from promosite.model.dates import Quarter, day_in
from promosite.model.plan import InQuarter, Involvement, Plan, Task


@dataclass(frozen=True, slots=True)
class Report:
    """A yearly report: what it covers, both days included, and the last day on which it is in time."""

    year: int
    start: date
    end: date
    last_day: date


class DeadlineKind(StrEnum):
    """What ends on a day."""

    SPAN = "span"
    """A quarter (or what the cadence says) in which ongoing rows need a result."""
    TERM = "term"
    """The quarter in which a row is due."""
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day. `leads` and `cooperates` are ids of rows; for a whole plan, all rows stand under `leads`.

    `quarter` is the one that ends with the day; a report has none, but `report`.
    """

    day: date
    kind: DeadlineKind
    leads: tuple[str, ...] = ()
    cooperates: tuple[str, ...] = ()
    quarter: Quarter | None = None
    report: Report | None = None


def reports(plan: Plan) -> tuple[Report, ...]:
    """Return the yearly reports that a plan asks for, in order.

    A report is due before a day of the year, so the day before is the last. The first one's window starts with the
    plan, since no report before it could hold what was done until then.
    """
    duty, found = plan.report, []
    first, last = duty.first or plan.period.from_.year, duty.last or plan.period.to.year
    for year in range(first, last + 1):
        start, end = _window(plan, year)
        start = plan.period.from_ if year == first else max(start, plan.period.from_)
        found.append(Report(year, start, min(end, plan.period.to), day_in(year, duty.due) - timedelta(days=1)))
    return tuple(found)


def _window(plan: Plan, year: int) -> tuple[date, date]:
    """Return what the report of a year covers by the plan's data, else what lies between two deadlines."""
    due, window = plan.report.due, plan.report.window
    if window is None:
        return day_in(year - 1, due), day_in(year, due) - timedelta(days=1)
    return day_in(year - (window.from_ > window.to), window.from_), day_in(year, window.to)


def deadlines(plan: Plan, unit: str | None = None) -> tuple[Deadline, ...]:
    """Return the dates of a plan, or those that touch a unit, in order."""
    found = [*_spans(plan, unit), *_terms(plan, unit)]
    found += [Deadline(one.last_day, DeadlineKind.REPORT, report=one) for one in reports(plan)]
    return tuple(sorted(found, key=lambda one: (one.day, one.kind, one.leads, one.cooperates)))


def _spans(plan: Plan, unit: str | None) -> Iterator[Deadline]:
    leads, cooperates = _parts((task for task in plan.tasks if task.schedule == "ongoing"), unit)
    if leads or cooperates:
        for span in spans(plan):
            yield Deadline(span[-1].last_day, DeadlineKind.SPAN, leads, cooperates, span[-1])


def _terms(plan: Plan, unit: str | None) -> Iterator[Deadline]:
    for task in plan.tasks:
        leads, cooperates = _parts([task], unit)
        if isinstance(task.schedule, InQuarter) and (leads or cooperates):
            quarter = task.schedule.quarter
            yield Deadline(quarter.last_day, DeadlineKind.TERM, leads, cooperates, quarter)


def _parts(tasks: Iterable[Task], unit: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rows that a unit leads and those in which it cooperates; without a unit, all rows as led."""
    rows = list(tasks)
    if unit is None:
        return tuple(task.id for task in rows), ()
    leads = tuple(task.id for task in rows if takes_part(task.lead, unit))
    return leads, tuple(task.id for task in rows if task.id not in leads and takes_part(task.cooperating, unit))


def takes_part(parts: Iterable[Involvement], unit: str) -> bool:
    """Tell whether a unit is among those that lead, or cooperate."""
    return any(part.unit == unit for part in parts)
