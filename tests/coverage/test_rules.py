"""Each line of each rule, and its edges: the day before, the day itself, the day after."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.coverage import RULES, Coverage, TaskStatus, coverage_of
from promosite.model.items import Item
from promosite.model.plan import Plan
from tests.coverage.rows import PERIOD, SIX_QUARTERS, day, item, plan

Case = tuple[str, str, list[Item], str, str]

ONGOING: list[Case] = [
    ("before the first quarter", "2023-12-31", [], "not-begun", "------"),
    ("on its first day", "2024-01-01", [], "open", "o-----"),
    ("the day before it ends", "2024-03-30", [], "open", "o-----"),
    ("on its last day", "2024-03-31", [], "no-result", "x-----"),
    ("the day after", "2024-04-01", [], "no-result", "xo----"),
    ("background only", "2024-04-01", [item("2024-02-01", unit=None)], "no-result", "xo----"),
    ("a result in the first quarter", "2024-02-01", [item("2024-02-01")], "every-quarter", "f-----"),
    ("the next one runs", "2024-06-29", [item("2024-02-01")], "every-quarter", "fo----"),
    ("the next one has ended", "2024-06-30", [item("2024-02-01")], "gaps", "fx----"),
    ("first empty, then a result", "2024-05-01", [item("2024-05-01")], "gaps", "xf----"),
    ("on the last day of a quarter", "2024-03-31", [item("2024-03-31")], "every-quarter", "f-----"),
    ("on the first day of the next", "2024-04-01", [item("2024-04-01")], "gaps", "xf----"),
    ("published after the day", "2024-03-31", [item("2024-04-01")], "no-result", "x-----"),
    ("a summary", "2024-02-01", [item("2024-02-01", "summary")], "every-quarter", "s-----"),
    ("Vietnamese only", "2024-02-01", [item("2024-02-01", None)], "source-only", "v-----"),
    ("one of two translated", "2024-02-02", [item("2024-02-01", None), item("2024-02-02")], "every-quarter", "f-----"),
    (
        "summary beside Vietnamese only",
        "2024-02-02",
        [item("2024-02-01", None), item("2024-02-02", "summary")],
        "every-quarter",
        "s-----",
    ),
    ("a gap before Vietnamese only", "2024-05-01", [item("2024-05-01", None)], "gaps", "xv----"),
    (
        "Vietnamese only, then both",
        "2024-05-01",
        [item("2024-02-01", None), item("2024-05-01")],
        "source-only",
        "vf----",
    ),
    ("after the period", "2026-11-22", [], "no-result", "xxxxxx"),
    ("published after the period", "2026-11-22", [item("2025-07-01")], "no-result", "xxxxxx"),
]

DUE: list[Case] = [
    ("before its quarter", "2023-12-31", [], "not-begun", "------"),
    ("in its quarter", "2024-03-30", [], "open", "o-----"),
    ("on its last day", "2024-03-31", [], "missing", "x-----"),
    ("later", "2024-08-01", [], "missing", "x..---"),
    ("background only", "2024-08-01", [item("2024-02-01", unit=None)], "missing", "x..---"),
    ("in time", "2024-08-01", [item("2024-03-31")], "in-time", "f..---"),
    ("a day late", "2024-08-01", [item("2024-04-01")], "late", "xf.---"),
    ("late and in Vietnamese only", "2024-08-01", [item("2024-04-01", None)], "late", "xv.---"),
    ("in time, in Vietnamese only", "2024-08-01", [item("2024-03-31", None)], "source-only", "v..---"),
    ("in time as a summary", "2024-08-01", [item("2024-03-31", "summary")], "in-time", "s..---"),
    ("in time and again later", "2024-08-01", [item("2024-02-01"), item("2024-05-01")], "in-time", "ff.---"),
    (
        "in time in Vietnamese, later in English",
        "2024-08-01",
        [item("2024-02-01", None), item("2024-05-01")],
        "source-only",
        "vf.---",
    ),
]
SIGNS = {
    "f": "full",
    "s": "summary",
    "v": "source-only",
    "x": "gap",
    "o": "open",
    ".": "not-asked",
    "-": "not-begun",
}


def states(coverage: Coverage) -> str:
    by_name = {name: sign for sign, name in SIGNS.items()}
    return "".join(by_name[cell.state.value] for cell in coverage.cells)


def row(task: str, items: Sequence[Item], on: str, of: Plan | None = None) -> Coverage:
    of = of or plan()
    return coverage_of(of, of.task(task), items, day(on))


@pytest.mark.parametrize(
    ("on", "items", "status", "signs"), [one[1:] for one in ONGOING], ids=[one[0] for one in ONGOING]
)
def test_an_ongoing_row(on: str, items: list[Item], status: str, signs: str) -> None:
    found = row("t1", items, on)
    assert (found.rule, found.status.value, states(found)) == ("ongoing", status, signs)


@pytest.mark.parametrize(("on", "items", "status", "signs"), [one[1:] for one in DUE], ids=[one[0] for one in DUE])
def test_a_row_that_is_due_in_one_quarter(on: str, items: list[Item], status: str, signs: str) -> None:
    found = row("t2", items, on)
    assert (found.rule, found.status.value, states(found)) == ("quarter", status, signs)


def test_a_result_before_the_quarter_is_in_time() -> None:
    later = plan(tasks=[plan().task("t2").model_dump() | {"schedule": {"quarter": "2024-Q3"}}])
    found = row("t2", [item("2024-02-01")], "2025-01-01", later)
    assert (found.status, states(found)) == (TaskStatus.IN_TIME, "f....-")


def test_each_line_of_each_rule_is_tried() -> None:
    tried = {("ongoing", one[3]) for one in ONGOING} | {("quarter", one[3]) for one in DUE}
    assert tried == {(rule, line.status.value) for rule, lines in RULES.items() for line in lines}


def test_a_result_outside_the_quarters_fills_none_of_them() -> None:
    wide = plan(period={"from": "2023-01-01", "to": "2025-12-31"})
    found = row("t1", [item("2023-05-01")], "2024-04-01", wide)
    assert (found.status, states(found), len(found.results)) == (TaskStatus.GAPS, "xo----", 1)


@pytest.mark.parametrize(
    ("cadence", "on", "items", "status", "signs"),
    [
        ("half-year", "2024-06-29", [], "open", "oo----"),
        ("half-year", "2024-06-30", [], "no-result", "xx----"),
        ("half-year", "2024-09-30", [item("2024-05-01")], "every-quarter", ".fo---"),
        ("half-year", "2024-12-31", [item("2024-05-01")], "gaps", ".fxx--"),
        ("year", "2024-12-30", [], "open", "oooo--"),
        ("year", "2024-12-31", [], "no-result", "xxxx--"),
        ("year", "2025-06-30", [item("2024-11-01")], "gaps", "...fxx"),
        ("year", "2025-06-29", [item("2024-11-01")], "every-quarter", "...foo"),
    ],
)
def test_a_plan_may_look_for_evidence_less_often(
    cadence: str, on: str, items: list[Item], status: str, signs: str
) -> None:
    found = row("t1", items, on, plan(quarters=SIX_QUARTERS | {"cadence": cadence}))
    assert (found.status.value, states(found)) == (status, signs)


DAYS = st.dates(day("2023-06-01"), day("2026-06-01"))


@given(
    st.sampled_from(["t1", "t2"]),
    DAYS,
    st.lists(
        st.tuples(DAYS, st.sampled_from(["full", "summary", None]), st.sampled_from(["centre", None])), max_size=6
    ),
)
def test_any_evidence_gives_one_status_and_every_item_is_counted_once(
    task: str, on: date, told: list[tuple[date, str | None, str | None]]
) -> None:
    items = [item(str(when), english, unit, f"so-{n}") for n, (when, english, unit) in enumerate(told)]
    found = row(task, items, str(on))
    assert found.status in {line.status for line in RULES[found.rule]}
    public = [one for one in items if one.facts.published <= on]
    assert sorted(one.id for one in (*found.results, *found.background)) == sorted(one.id for one in public)
    counted = [one for cell in found.cells for one in cell.results]
    assert len(counted) == len({one.id for one in counted}) == len(found.results)
    assert all(
        not cell.results for cell in found.cells if cell.state.value in ("gap", "open", "not-asked", "not-begun")
    )
    assert all(cell.results for cell in found.cells if cell.state.value in ("full", "summary", "source-only"))


@given(DAYS)
def test_a_row_without_items_only_gets_worse(on: date) -> None:
    """Time alone never turns a status into one that speaks of results."""
    order = [TaskStatus.NOT_BEGUN, TaskStatus.OPEN, TaskStatus.NO_RESULT]
    today, tomorrow = (order.index(row("t1", [], str(one)).status) for one in (on, on + timedelta(days=1)))
    assert today <= tomorrow


def test_the_period_holds_what_the_quarters_hold() -> None:
    assert (PERIOD["from"], SIX_QUARTERS["from"]) == ("2024-01-01", "2024-Q1")
