"""Coverage: how the rows of a plan stand on a day, by rules that are data.

Pure, and of no stage: pages, scripts/status.py and reports take their counts, statuses and due lists from here, so
that they cannot differ. `coverage_of` takes a row, the items that name it and a day; `due_items` a catalogue and a day.
"""

from promosite.coverage.cells import Cell, CellState, best_translation, plan_quarters
from promosite.coverage.deadlines import Deadline, DeadlineKind, Report, deadlines, reports, takes_part
from promosite.coverage.due import (
    COVERAGE_DAYS,
    DueItem,
    DueKind,
    due_items,
    due_of_nobody,
    due_of_unit,
    without_coverage,
)
from promosite.coverage.records import coverage_record, due_record, task_record
from promosite.coverage.rows import Coverage, coverage_of, outside_quarters, plan_coverage, results_in
from promosite.coverage.rules import RULES, Evidence, TaskStatus

__all__ = [
    "COVERAGE_DAYS",
    "RULES",
    "Cell",
    "CellState",
    "Coverage",
    "Deadline",
    "DeadlineKind",
    "DueItem",
    "DueKind",
    "Evidence",
    "Report",
    "TaskStatus",
    "best_translation",
    "coverage_of",
    "coverage_record",
    "deadlines",
    "due_items",
    "due_of_nobody",
    "due_of_unit",
    "due_record",
    "outside_quarters",
    "plan_coverage",
    "plan_quarters",
    "reports",
    "results_in",
    "takes_part",
    "task_record",
    "without_coverage",
]
