"""What was published for a row of a plan up to a day: results and background apart, quarter by quarter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from promosite.coverage.cells import Cell, by_quarter, cells_of
from promosite.coverage.rules import Evidence, TaskStatus, rule_of, status_of
from promosite.model.catalogue import Catalogue, hidden_because, is_result
from promosite.model.dates import Quarter
from promosite.model.items import Item
from promosite.model.plan import Plan, Task


@dataclass(frozen=True, slots=True)
class Coverage:
    """A row on a day. `results` are the Department's own; `background` is everything else that names the row.

    `rule` is the key of the rule that gave `status`; both halves are newest first.
    """

    plan: Plan
    task: Task
    day: date
    results: tuple[Item, ...]
    background: tuple[Item, ...]
    cells: tuple[Cell, ...]
    rule: str
    status: TaskStatus


def coverage_of(plan: Plan, task: Task, items: Iterable[Item], day: date) -> Coverage:
    """Return how a row stands on a day; `items` are those that name it, and what was not public then is left out.

    Of the day before the build's only the items are known: how far they were translated is as of the build.
    """
    public = [item for item in items if hidden_because(item.facts, day) is None]
    results = tuple(item for item in public if is_result(item, plan))
    background = tuple(item for item in public if not is_result(item, plan))
    cells = cells_of(plan, task, results, background, day)
    status = status_of(Evidence(task, day, results, cells))
    return Coverage(plan, task, day, results, background, cells, rule_of(task), status)


def plan_coverage(catalogue: Catalogue, plan: Plan, day: date) -> tuple[Coverage, ...]:
    """Return all rows of a plan on a day, in the plan's order."""
    return tuple(coverage_of(plan, task, catalogue.of_task(plan.id, task.id), day) for task in plan.tasks)


def results_in(coverage: Coverage, quarter: Quarter) -> list[Item]:
    """Return the results published in a quarter."""
    return list(by_quarter(coverage.results).get(quarter, ()))


def outside_quarters(coverage: Coverage, items: Iterable[Item]) -> list[Item]:
    """Return the items published outside the quarters of the plan."""
    inside = {cell.quarter for cell in coverage.cells}
    return [item for item in items if Quarter.of(item.facts.published) not in inside]
