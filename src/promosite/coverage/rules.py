"""The rules by which the status of a row is found: one table for each kind of schedule, read from the top.

A rule is data: the first line that holds gives the status. Its words stand in the message tables under
`rule.<schedule>`, and every page prints them beside the status.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from promosite.coverage.cells import Cell, CellState, best_translation
from promosite.model.items import Item, Tier
from promosite.model.plan import InQuarter, Task


class TaskStatus(StrEnum):
    """How a row stands on a day, by results alone."""

    NOT_BEGUN = "not-begun"
    OPEN = "open"
    NO_RESULT = "no-result"
    GAPS = "gaps"
    EVERY_QUARTER = "every-quarter"
    IN_TIME = "in-time"
    LATE = "late"
    MISSING = "missing"
    SOURCE_ONLY = "source-only"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a rule looks at: the row, its results, its quarters, and the day."""

    task: Task
    day: date
    results: Sequence[Item]
    cells: Sequence[Cell]

    def any_cell(self, *states: CellState) -> bool:
        """Tell whether any quarter stands so."""
        return any(cell.state in states for cell in self.cells)

    @property
    def term(self) -> date:
        """Return the last day of the quarter in which a row is due; only for a row that is due in one quarter."""
        assert isinstance(self.task.schedule, InQuarter)
        return self.task.schedule.quarter.last_day

    @property
    def in_time(self) -> list[Item]:
        """Return the results of a row that is due in one quarter which were published by its last day."""
        return [item for item in self.results if item.facts.published <= self.term]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a rule."""

    status: TaskStatus
    holds: Callable[[Evidence], bool]


def _all_ahead(evidence: Evidence) -> bool:
    return all(cell.state is CellState.NOT_BEGUN for cell in evidence.cells)


def _has_results(evidence: Evidence) -> bool:
    return evidence.any_cell(CellState.FULL, CellState.SUMMARY, CellState.SOURCE_ONLY)


def _has_gap(evidence: Evidence) -> bool:
    return evidence.any_cell(CellState.GAP)


def _in_time_in_source_only(evidence: Evidence) -> bool:
    return bool(evidence.in_time) and all(best_translation(item) is Tier.NONE for item in evidence.in_time)


def _term_ahead(evidence: Evidence) -> bool:
    assert isinstance(evidence.task.schedule, InQuarter)
    return evidence.task.schedule.quarter.first_day > evidence.day


RULES: Mapping[str, tuple[Line, ...]] = {
    "ongoing": (
        Line(TaskStatus.NOT_BEGUN, _all_ahead),
        Line(TaskStatus.NO_RESULT, lambda one: _has_gap(one) and not one.results),
        Line(TaskStatus.GAPS, _has_gap),
        Line(TaskStatus.OPEN, lambda one: not _has_results(one)),
        Line(TaskStatus.SOURCE_ONLY, lambda one: one.any_cell(CellState.SOURCE_ONLY)),
        Line(TaskStatus.EVERY_QUARTER, _has_results),
    ),
    "quarter": (
        Line(TaskStatus.SOURCE_ONLY, _in_time_in_source_only),
        Line(TaskStatus.IN_TIME, lambda one: bool(one.in_time)),
        Line(TaskStatus.LATE, lambda one: bool(one.results)),
        Line(TaskStatus.NOT_BEGUN, _term_ahead),
        Line(TaskStatus.OPEN, lambda one: one.day < one.term),
        Line(TaskStatus.MISSING, lambda one: one.day >= one.term),
    ),
}
"""The lines of each rule, by the kind of schedule; exactly one status comes out of any evidence."""


def rule_of(task: Task) -> str:
    """Return which rule a row's schedule asks for: a key of `RULES`."""
    return "quarter" if isinstance(task.schedule, InQuarter) else "ongoing"


def status_of(evidence: Evidence) -> TaskStatus:
    """Return the status of a row: that of the first line of its rule that holds."""
    return next(line.status for line in RULES[rule_of(evidence.task)] if line.holds(evidence))
