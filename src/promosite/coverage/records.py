"""How a plan stands as plain data, for open data and other programs; the keys are a contract."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from promosite.coverage.due import DueItem
from promosite.coverage.rows import Coverage, outside_quarters, plan_coverage
from promosite.model.catalogue import Catalogue
from promosite.model.items import Item, Tier
from promosite.model.plan import InQuarter, Task

Json = dict[str, Any]


def coverage_record(catalogue: Catalogue, languages: Sequence[str], day: date) -> Json:
    """Return all plans on a day, and the items tied to no row; `languages` are the site's, source first."""
    return {
        "as_of": day.isoformat(),
        "plans": [
            {"id": plan.id, "tasks": [task_record(one, languages) for one in plan_coverage(catalogue, plan, day)]}
            for plan in catalogue.plans.values()
        ],
        "no_task": _keys(catalogue.without_task),
    }


def task_record(coverage: Coverage, languages: Sequence[str]) -> Json:
    """Return a row with its status and rule, its items, and how it stands in each quarter.

    A count is the length of a list. Of a quarter that has not begun there is no list but null: it is not known yet.
    """
    items = (*coverage.results, *coverage.background)
    return {
        "id": coverage.task.id,
        "schedule": schedule_record(coverage.task),
        "rule": coverage.rule,
        "status": coverage.status.value,
        "results": _keys(coverage.results),
        "background": _keys(coverage.background),
        "languages": {item.id: [lang for lang in languages if lang in item.texts] for item in _by_key(items)},
        "summaries": {lang: _keys(item for item in items if item.tier(lang) is Tier.SUMMARY) for lang in languages[1:]},
        "quarters": [
            {
                "quarter": str(cell.quarter),
                "state": cell.state.value,
                "results": _keys(cell.results) if cell.quarter.first_day <= coverage.day else None,
                "background": _keys(cell.background) if cell.quarter.first_day <= coverage.day else None,
            }
            for cell in coverage.cells
        ],
        "outside": {
            "results": _keys(outside_quarters(coverage, coverage.results)),
            "background": _keys(outside_quarters(coverage, coverage.background)),
        },
    }


def schedule_record(task: Task) -> str | dict[str, str]:
    """Return a schedule as the plan's file writes it."""
    return {"quarter": str(task.schedule.quarter)} if isinstance(task.schedule, InQuarter) else task.schedule


def due_record(due: Iterable[DueItem]) -> list[Json]:
    """Return what is due; fields without a value are left out, but `day` and `units` are always there."""
    return [
        {
            "kind": one.kind.value,
            "day": one.day.isoformat() if one.day else None,
            "units": list(one.units),
            **{key: value for key in ("plan", "task", "item", "lang", "year") if (value := getattr(one, key))},
            **({"quarters": [str(quarter) for quarter in one.quarters]} if one.quarters else {}),
        }
        for one in due
    ]


def _keys(items: Iterable[Item]) -> list[str]:
    return sorted(item.id for item in items)


def _by_key(items: Iterable[Item]) -> list[Item]:
    return sorted({item.id: item for item in items}.values(), key=lambda item: item.id)
