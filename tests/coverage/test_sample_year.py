"""The sample year against what was worked out by hand in `EXPECTED.md`; the real content, which has no result."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from promosite.clock import VIETNAM
from promosite.coverage import (
    coverage_record,
    due_items,
    due_of_unit,
    due_record,
    plan_coverage,
    reports,
    without_coverage,
)
from promosite.generate.site import Site
from promosite.pipeline import prepare
from tests.projects import ROOT
from tests.worlds import World

EXPECTED: dict[str, Any] = json.loads(
    (ROOT / "tests" / "sites" / "sample-year" / "expected.json").read_text(encoding="utf-8")
)
LANGUAGES = ("vi", "en")


def test_statuses_and_quarters(sample: World) -> None:
    catalogue = sample.site.catalogue
    found = {one.task.id: one for one in plan_coverage(catalogue, catalogue.plans["2024-2026"], sample.site.day)}
    assert {task: (one.status.value, [cell.state.value for cell in one.cells]) for task, one in found.items()} == {
        task: (row["status"], row["states"] + ["not-begun"] * 7) for task, row in EXPECTED["tasks"].items()
    }


def test_what_is_due(sample: World) -> None:
    due = due_items(sample.site.catalogue, LANGUAGES, sample.site.day)
    assert due_record(due) == EXPECTED["due"]


@pytest.mark.parametrize("unit", ["centre", "division-b", "all-units", "nobody"])
def test_what_is_due_of_a_unit(sample: World, unit: str) -> None:
    due = due_of_unit(due_items(sample.site.catalogue, LANGUAGES, sample.site.day), "2024-2026", unit)
    assert due_record(due) == [one for one in EXPECTED["due"] if one["units"] == [unit]]


def test_events_without_coverage(sample: World) -> None:
    found = without_coverage(sample.site.catalogue, sample.site.day)
    assert sorted(one.id for one in found) == EXPECTED["events"]["uncovered"]


def test_reports(sample: World) -> None:
    plan = sample.site.catalogue.plans["2024-2026"]
    found = [
        {"year": one.year, "start": str(one.start), "end": str(one.end), "last_day": str(one.last_day)}
        for one in reports(plan)
    ]
    assert found == EXPECTED["reports"]


def test_the_record_is_plain_data_and_says_the_same(sample: World) -> None:
    record = coverage_record(sample.site.catalogue, LANGUAGES, sample.site.day)
    assert json.loads(json.dumps(record)) == record
    assert (record["as_of"], record["no_task"]) == (EXPECTED["as_of"], EXPECTED["no_task"])
    (plan,) = record["plans"]
    for task in plan["tasks"]:
        wanted = EXPECTED["tasks"][task["id"]]
        assert {key: task[key] for key in ("status", "results", "background")} == {
            key: wanted[key] for key in ("status", "results", "background")
        }
        begun = {one["quarter"]: one["results"] for one in task["quarters"] if one["results"] is not None}
        assert begun == wanted["quarters"]
        assert next(one["quarter"] for one in task["quarters"] if one["background"] is None) == "2025-Q2"
        tiers = {key: EXPECTED["languages"][key] for key in (*wanted["results"], *wanted["background"])}
        assert task["languages"] == {
            key: [lang for lang in LANGUAGES if tier[lang] != "none"] for key, tier in tiers.items()
        }
        assert task["summaries"] == {"en": sorted(key for key, tier in tiers.items() if tier["en"] == "summary")}


def test_a_row_as_plain_data(sample: World) -> None:
    (plan,) = coverage_record(sample.site.catalogue, LANGUAGES, sample.site.day)["plans"]
    t2 = plan["tasks"][1]
    assert {key: t2[key] for key in ("id", "schedule", "rule", "status")} == {
        "id": "t2",
        "schedule": {"quarter": "2024-Q1"},
        "rule": "quarter",
        "status": "in-time",
    }
    assert t2["quarters"][1] == {"quarter": "2024-Q2", "state": "not-asked", "results": [], "background": []}
    assert t2["quarters"][5] == {"quarter": "2025-Q2", "state": "not-begun", "results": None, "background": None}
    before = ["news/so-mau-lay-y-kien-ve-du-thao-ke-hoach-truyen-thong"]
    assert t2["outside"] == {"results": [], "background": before}


# ---- The real content ----


@pytest.fixture(scope="module")
def real() -> Site:
    site, _, findings = prepare(ROOT, datetime(2026, 11, 22, 12, tzinfo=VIETNAM))
    assert site is not None, findings
    return site


def test_the_real_content_has_no_result_and_says_so(real: Site) -> None:
    plan = real.catalogue.plans["2023-2025"]
    rows = plan_coverage(real.catalogue, plan, real.day)
    assert {one.task.id: (one.status.value, len(one.results)) for one in rows} == {
        "t1": ("no-result", 0),
        "t2": ("missing", 0),
        **dict.fromkeys(("t3", "t4", "t5", "t6"), ("no-result", 0)),
    }
    assert all(cell.results == () for one in rows for cell in one.cells)
    assert sum(len(one.background) for one in rows) > 0


def test_what_the_real_record_lacks(real: Site) -> None:
    """One entry for each row, none for an item: nothing here was published by a unit."""
    nine = ["2023-Q4"] + [f"{year}-Q{number}" for year in (2024, 2025) for number in (1, 2, 3, 4)]
    lead = {"t1": "centre", "t3": "all-units", "t4": "all-units", "t5": "st-management", "t6": "centre"}
    gap = {"kind": "gap", "plan": "2023-2025"}
    assert due_record(due_items(real.catalogue, LANGUAGES, real.day)) == [
        gap | {"day": "2024-03-31", "units": ["centre"], "task": "t2", "quarters": ["2024-Q1"]},
        *(gap | {"day": "2025-12-31", "units": [unit], "task": task, "quarters": nine} for task, unit in lead.items()),
    ]


def test_the_real_plan_asks_for_two_reports(real: Site) -> None:
    """Before 15 November 2024 and 2025; the first covers everything since the period began."""
    found = [(one.year, one.start, one.end, one.last_day) for one in reports(real.catalogue.plans["2023-2025"])]
    assert found == [
        (2024, date(2023, 1, 1), date(2024, 11, 14), date(2024, 11, 14)),
        (2025, date(2024, 11, 15), date(2025, 11, 14), date(2025, 11, 14)),
    ]
