"""A row of a plan in a quarter: what was published then, and what that means for the row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from promosite.model.dates import Quarter, quarters_between
from promosite.model.items import Item, Tier
from promosite.model.plan import Cadence, InQuarter, Plan, Task

SPAN: dict[Cadence, int] = {"quarter": 1, "half-year": 2, "year": 4}
"""How many quarters a cadence spans; spans follow the calendar year."""


class CellState(StrEnum):
    """How a row stands in a quarter. The first three have results, the others none."""

    FULL = "full"
    """At least one result also in full in another language than the source's."""
    SUMMARY = "summary"
    """In another language as a summary only."""
    SOURCE_ONLY = "source-only"
    """In no other language."""
    GAP = "gap"
    """The row asks for a result by now; there is none on record: zero."""
    OPEN = "open"
    """The row asks for one, and there is still time."""
    NOT_ASKED = "not-asked"
    """The row asks for none in this quarter."""
    NOT_BEGUN = "not-begun"
    """The quarter lies ahead: not zero, but unknown."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A row in a quarter of its plan: the items published in it, newest first.

    `asked_by` is the last day for the result that the row still asks for; None where it asks for none.
    """

    quarter: Quarter
    state: CellState
    results: tuple[Item, ...]
    background: tuple[Item, ...]
    asked_by: date | None = None


def plan_quarters(plan: Plan) -> list[Quarter]:
    """Return the quarters in which a plan expects evidence."""
    return quarters_between(plan.quarters.from_, plan.quarters.to)


def spans(plan: Plan) -> list[tuple[Quarter, ...]]:
    """Return the plan's quarters in spans of its cadence; the first and the last may be cut short."""
    groups: dict[tuple[int, int], list[Quarter]] = {}
    for quarter in plan_quarters(plan):
        groups.setdefault((quarter.year, (quarter.number - 1) // SPAN[plan.quarters.cadence]), []).append(quarter)
    return [tuple(group) for group in groups.values()]


def cells_of(
    plan: Plan, task: Task, results: Sequence[Item], background: Sequence[Item], day: date
) -> tuple[Cell, ...]:
    """Return a row in each quarter of its plan, as it stands on a day."""
    asked = dict(_asked(plan, task, results))
    owns, others = by_quarter(results), by_quarter(background)
    cells = []
    for quarter in plan_quarters(plan):
        own, asked_by = owns.get(quarter, ()), asked.get(quarter)
        state = _state(own, quarter, asked_by, day)
        cells.append(Cell(quarter, state, own, others.get(quarter, ()), asked_by))
    return tuple(cells)


def by_quarter(items: Iterable[Item]) -> dict[Quarter, tuple[Item, ...]]:
    """Return items by the quarter in which they were published, in the order given."""
    found: dict[Quarter, list[Item]] = {}
    for item in items:
        found.setdefault(Quarter.of(item.facts.published), []).append(item)
    return {quarter: tuple(group) for quarter, group in found.items()}


def best_translation(item: Item) -> Tier:
    """Return how far an item exists in the language, other than its source's, in which it is told best."""
    tiers = {item.tier(lang) for lang in item.texts if lang != item.source_lang}
    return next((tier for tier in (Tier.FULL, Tier.SUMMARY) if tier in tiers), Tier.NONE)


def _asked(plan: Plan, task: Task, results: Sequence[Item]) -> Iterator[tuple[Quarter, date]]:
    """Yield the quarters in which a row still asks for a result, each with the last day for it."""
    if isinstance(task.schedule, InQuarter):
        quarter = task.schedule.quarter
        if not any(item.facts.published <= quarter.last_day for item in results):
            yield quarter, quarter.last_day
        return
    published = {Quarter.of(item.facts.published) for item in results}
    for span in spans(plan):
        if not published & set(span):
            yield from ((quarter, span[-1].last_day) for quarter in span)


def _state(results: Sequence[Item], quarter: Quarter, asked_by: date | None, day: date) -> CellState:
    if results:
        tiers = {best_translation(item) for item in results}
        states = {Tier.FULL: CellState.FULL, Tier.SUMMARY: CellState.SUMMARY, Tier.NONE: CellState.SOURCE_ONLY}
        return next(state for tier, state in states.items() if tier in tiers)
    if quarter.first_day > day:
        return CellState.NOT_BEGUN
    if asked_by is None:
        return CellState.NOT_ASKED
    return CellState.GAP if asked_by <= day else CellState.OPEN
