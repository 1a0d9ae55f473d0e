"""The plan's records."""

from typing import Any

import pytest
from pydantic import ValidationError

from promosite.load.nodes import parse_yaml
from promosite.model.outputs import PageOutput
from promosite.model.plan import Block, Plan
from tests.worlds import PLAN


def plan_of(**changes: Any) -> Plan:
    return Plan.model_validate(parse_yaml(PLAN).plain() | changes)


def test_rows_are_found_by_id() -> None:
    plan = plan_of()
    assert [plan.task(one).title.text("en") for one in ("t1", "t2")] == ["One", "Two"]
    with pytest.raises(KeyError):
        plan.task("t3")


def test_a_row_names_its_units() -> None:
    assert [task.units() for task in plan_of().tasks] == [{"centre", "all-units"}, {"all-units"}]


def test_who_compiles_the_report_has_a_part_too() -> None:
    assert plan_of().units() == {"centre", "all-units"}
    assert plan_of(report={"due": "11-15", "unit": "office"}).units() == {"centre", "all-units", "office"}


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ({"vi": "Một.", "en": "One."}, ["Một.", "One.", "Một."]),
        ({"vi": "Một."}, ["Một.", "Một.", "Một."]),
        ({"vi": "Một.", "en": "One.", "ja": "一。"}, ["Một.", "One.", "一。"]),
    ],
)
def test_a_block_answers_in_every_language(words: dict[str, str], texts: list[str]) -> None:
    block = Block.model_validate({"kind": "paragraph", "words": words})
    assert block.words and [block.words.text(lang) for lang in ("vi", "en", "ja")] == texts


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "2023"},
        {"period": {"from": "2023-01-01"}},
        {"quarters": {"from": "2023-Q5", "to": "2025-Q4"}},
        {"report": {"due": "15/11"}},
        {"report": {"due": "02-30"}},
        {"report": {"due": "11-15", "first": 24}},
        {"report": {"due": "11-15", "window": {"from": "11-15"}}},
        {"report": {"due": "11-15", "window": {"from": "11-15", "to": "11-31"}}},
        {"quarters": {"from": "2023-Q4", "to": "2025-Q4", "cadence": "month"}},
        {"author": "x"},
    ],
)
def test_what_is_no_plan(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        plan_of(**changes)


@pytest.mark.parametrize(
    ("address", "section", "uri"),
    [
        ("", False, "index.md"),
        ("", True, "index.md"),
        ("about/", False, "about.md"),
        ("news/", True, "news/index.md"),
        ("news/page/2/", False, "news/page/2.md"),
    ],
)
def test_where_a_page_is_staged(address: str, section: bool, uri: str) -> None:
    assert PageOutput("vi", address, {"section": section}).uri == uri
