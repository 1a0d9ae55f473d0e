"""What a year's report counts: for each row the results and the background of the period, as items, never as numbers.

A count is the length of a list. A quarter that has not begun has no list but None: it is not known yet.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from promosite.coverage import Report, plan_coverage, reports
from promosite.model.catalogue import Catalogue
from promosite.model.dates import Quarter, quarters_between
from promosite.model.items import EventFacts, Item, Kind
from promosite.model.plan import InQuarter, Plan, Task

Items = tuple[Item, ...]


ENOUGH = 2
"""Results in a period from which on a row may be called completed."""


@dataclass(frozen=True, slots=True)
class RowFigures:
    """A row of the plan in the period. `undated` is background of no particular period: it has no date.

    `before` is None where no report comes before this one.
    """

    task: Task
    results: Items
    background: Items
    undated: Items
    quarters: Mapping[Quarter, Items | None]
    outside: Items
    before: Items | None

    @property
    def may_be_done(self) -> bool:
        """Tell whether there are results enough for the office to call the row completed: one item alone is not."""
        return len(self.results) >= ENOUGH

    @property
    def term(self) -> date | None:
        """Return the last day of a row that is due in one quarter; None for an ongoing row."""
        return self.task.schedule.quarter.last_day if isinstance(self.task.schedule, InQuarter) else None

    def asks_in(self, quarter: Quarter) -> bool:
        """Tell whether the plan asks for a result of this row in a quarter: an ongoing row's in every one."""
        return not isinstance(self.task.schedule, InQuarter) or self.task.schedule.quarter == quarter


@dataclass(frozen=True)
class Figures:
    """Everything that a report counts. `day` is the day to which it counts; `end` never lies behind it."""

    plan: Plan
    report: Report
    previous: Report | None
    day: date
    rows: tuple[RowFigures, ...]
    results: Items
    background: Items
    undated: Items
    before: Items

    @cached_property
    def counted(self) -> frozenset[str]:
        """Return the keys of all results."""
        return frozenset(item.id for item in self.results)

    @property
    def end(self) -> date:
        """Return the last day that is counted: the period's, or the day of the report while it still runs."""
        return min(self.report.end, self.day)

    @property
    def is_running(self) -> bool:
        """Tell whether the period has not ended by the day of the report."""
        return self.day < self.report.end

    def of_kinds(self, items: Items, *kinds: Kind) -> Items:
        """Return the items of some kinds, in the order given."""
        return tuple(item for item in items if item.kind in kinds)


def find_report(plans: Iterable[Plan], year: int) -> tuple[Plan, Report] | None:
    """Return the plan that asks for the report of a year, with that report; None where none does."""
    pairs = ((plan, report) for plan in plans for report in reports(plan))
    return next((pair for pair in pairs if pair[1].year == year), None)


def figures_of(catalogue: Catalogue, plan: Plan, report: Report, day: date) -> Figures:
    """Return what the report counts on a day, from the catalogue alone."""
    previous = next((one for one in reports(plan) if one.year == report.year - 1), None)
    end = min(report.end, day)
    rows = []
    for coverage in plan_coverage(catalogue, plan, day):
        results = _published(coverage.results, report.start, end)
        quarters = {quarter: _in_quarter(results, quarter, day) for quarter in _quarters(plan, report)}
        rows.append(
            RowFigures(
                coverage.task,
                results,
                tuple(item for item in coverage.background if touches(item, report.start, end)),
                tuple(item for item in coverage.background if item.facts.happened is None),
                quarters,
                tuple(item for item in results if Quarter.of(item.facts.published) not in quarters),
                _published(coverage.results, previous.start, previous.end) if previous else None,
            )
        )
    results = _each_once(item for row in rows for item in row.results)
    counted = {item.id for item in results}
    background = _each_once(item for row in rows for item in row.background if item.id not in counted)
    undated = _each_once(item for row in rows for item in row.undated if item.id not in counted)
    before = _each_once(item for row in rows for item in row.before or ())
    return Figures(plan, report, previous, day, tuple(rows), results, background, undated, before)


def touches(item: Item, start: date, end: date) -> bool:
    """Tell whether background belongs to a period: its matter fell into it. What has no date belongs to none."""
    happened = item.facts.happened
    return happened is not None and happened.first_day <= end and happened.last_day >= start


def _published(items: Iterable[Item], start: date, end: date) -> Items:
    return tuple(sorted((one for one in items if start <= one.facts.published <= end), key=_by_day))


def _by_day(item: Item) -> tuple[date, str]:
    return item.facts.published, item.id


def _in_quarter(items: Items, quarter: Quarter, day: date) -> Items | None:
    if quarter.first_day > day:
        return None
    return tuple(item for item in items if Quarter.of(item.facts.published) == quarter)


def _quarters(plan: Plan, report: Report) -> list[Quarter]:
    """Return the plan's quarters that the period touches."""
    first, last = Quarter.of(report.start), Quarter.of(report.end)
    return quarters_between(max(first, plan.quarters.from_), min(last, plan.quarters.to))


def _each_once(items: Iterable[Item]) -> Items:
    return tuple(sorted({item.id: item for item in items}.values(), key=_by_listing))


def _by_listing(item: Item) -> tuple[date, str]:
    """Order lists by the day that they print: events by their first, everything else by publication."""
    return item.facts.start if isinstance(item.facts, EventFacts) else item.facts.published, item.id


def begun_reports(plan: Plan, day: date) -> Iterator[Report]:
    """Yield the reports of a plan whose period has begun by a day."""
    yield from (report for report in reports(plan) if report.start <= day)
