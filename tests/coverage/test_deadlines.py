"""The dates of a plan: ends of quarters and terms, reports, and whom they touch."""

from typing import Any

import pytest

from promosite.coverage import Deadline, deadlines, reports
from tests.coverage.rows import SIX_QUARTERS, plan


def told(one: Deadline) -> tuple[str, str, str, str]:
    return str(one.day), one.kind.value, ",".join(one.leads), ",".join(one.cooperates)


def test_all_dates_of_a_plan() -> None:
    assert [told(one) for one in deadlines(plan())] == [
        ("2024-03-31", "span", "t1", ""),
        ("2024-03-31", "term", "t2", ""),
        ("2024-06-30", "span", "t1", ""),
        ("2024-09-30", "span", "t1", ""),
        ("2024-11-14", "report", "", ""),
        ("2024-12-31", "span", "t1", ""),
        ("2025-03-31", "span", "t1", ""),
        ("2025-06-30", "span", "t1", ""),
        ("2025-11-14", "report", "", ""),
    ]


@pytest.mark.parametrize(
    ("unit", "first"),
    [
        ("centre", [("2024-03-31", "span", "t1", ""), ("2024-06-30", "span", "t1", "")]),
        ("all-units", [("2024-03-31", "span", "", "t1"), ("2024-03-31", "term", "t2", "")]),
        ("nobody", [("2024-11-14", "report", "", ""), ("2025-11-14", "report", "", "")]),
    ],
)
def test_a_unit_sees_the_rows_in_which_it_takes_part(unit: str, first: list[Any]) -> None:
    assert [told(one) for one in deadlines(plan(), unit)][:2] == first


def test_who_leads_a_row_does_not_also_cooperate_in_it() -> None:
    both = plan().task("t1").model_dump() | {"cooperating": [{"unit": "centre"}, {"unit": "all-units"}]}
    assert {(one.leads, one.cooperates) for one in deadlines(plan(tasks=[both]), "centre")} == {(("t1",), ()), ((), ())}


def test_a_half_year_ends_with_its_second_quarter() -> None:
    found = deadlines(plan(quarters=SIX_QUARTERS | {"cadence": "half-year"}))
    ends = [(str(one.day), str(one.quarter)) for one in found if one.kind == "span"]
    assert ends == [("2024-06-30", "2024-Q2"), ("2024-12-31", "2024-Q4"), ("2025-06-30", "2025-Q2")]


REPORTS: list[tuple[str, dict[str, Any], list[tuple[int, str, str, str]]]] = [
    (
        "from one deadline to the next",
        {},
        [(2024, "2024-01-01", "2024-11-14", "2024-11-14"), (2025, "2024-11-15", "2025-06-30", "2025-11-14")],
    ),
    ("the first is later", {"first": 2025}, [(2025, "2024-01-01", "2025-06-30", "2025-11-14")]),
    ("the last is earlier", {"last": 2024}, [(2024, "2024-01-01", "2024-11-14", "2024-11-14")]),
    ("none", {"first": 2026}, []),
    (
        "a window that ends before the deadline",
        {"window": {"from": "11-15", "to": "10-31"}},
        [(2024, "2024-01-01", "2024-10-31", "2024-11-14"), (2025, "2024-11-15", "2025-06-30", "2025-11-14")],
    ),
    (
        "the calendar year",
        {"window": {"from": "01-01", "to": "12-31"}},
        [(2024, "2024-01-01", "2024-12-31", "2024-11-14"), (2025, "2025-01-01", "2025-06-30", "2025-11-14")],
    ),
    (
        "due on New Year's Day",
        {"due": "01-01"},
        [(2024, "2024-01-01", "2023-12-31", "2023-12-31"), (2025, "2024-01-01", "2024-12-31", "2024-12-31")],
    ),
]


@pytest.mark.parametrize(("duty", "expected"), [one[1:] for one in REPORTS], ids=[one[0] for one in REPORTS])
def test_reports(duty: dict[str, Any], expected: list[tuple[int, str, str, str]]) -> None:
    found = reports(plan(report={"due": "11-15"} | duty))
    assert [(one.year, str(one.start), str(one.end), str(one.last_day)) for one in found] == expected
