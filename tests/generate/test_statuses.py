"""A status and its rule in words: every line of every rule, in each language, for each cadence."""

import pytest

from promosite.coverage import RULES
from promosite.generate.statuses import rule_view, status_text
from promosite.messages import load_messages
from tests.coverage.rows import SIX_QUARTERS, day, item, plan
from tests.coverage.test_rules import row
from tests.worlds import World


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("task", ["t1", "t2", "t3", "t4", "t5", "t6"])
def test_the_rule_stands_beside_the_status_and_the_line_that_holds_is_its_own(
    sample: World, task: str, lang: str
) -> None:
    view = sample.page(lang, f"plan/2024-2026/{task}/").header["view"]
    rule = "quarter" if task == "t2" else "ongoing"
    assert [line["value"] for line in view["rule"]["lines"]] == [line.status.value for line in RULES[rule]]
    (holds,) = [line for line in view["rule"]["lines"] if line["holds"]]
    assert (holds["value"], holds["name"]) == (view["status"]["value"], view["status"]["text"])


def test_a_rule_in_words(sample: World) -> None:
    view = sample.page("en", "plan/2024-2026/t2/").header["view"]
    assert view["rule"]["intro"] == (
        "A task due in Q1 2024; the last day is 31 March 2024. A result published by that day is in time. "
        "Only results count, background does not."
    )
    assert view["status"] == {"value": "in-time", "text": "Result in time"}
    view = sample.page("vi", "plan/2024-2026/t3/").header["view"]
    assert view["rule"]["intro"].startswith("Nhiệm vụ thường xuyên: trong mỗi quý của kế hoạch")
    assert view["status"]["text"] == "Có quý chưa có kết quả"


@pytest.mark.parametrize(
    ("cadence", "vi", "en"),
    [
        ("quarter", "Có quý chưa có kết quả", "Some quarters without a result"),
        ("half-year", "Có nửa năm chưa có kết quả", "Some half-years without a result"),
        ("year", "Từng năm đều có kết quả", "Results in every year"),
    ],
)
def test_the_words_follow_the_cadence(cadence: str, vi: str, en: str) -> None:
    found = row("t1", [item("2024-11-01")], "2025-03-01", plan(quarters=SIX_QUARTERS | {"cadence": cadence}))
    assert [status_text(found, load_messages(lang)) for lang in ("vi", "en")] == [vi, en]


def test_nothing_that_a_rule_may_say_is_without_words(sample: World) -> None:
    """Both rules, whatever the day."""
    site = sample.site
    for task in ("t1", "t2"):
        for lang in ("vi", "en"):
            view = rule_view(site, row(task, [], str(day("2024-05-01"))), lang)
            assert all(line["name"] and line["words"] for line in view["lines"])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_home_says_how_each_row_stands_and_on_which_day(sample: World, lang: str) -> None:
    view = sample.page(lang, "").header["view"]
    plan = sample.page(lang, "plan/2024-2026/").header["view"]
    assert view["as_of"] == plan["as_of"]
    assert [row["status"] for row in view["rows"]] == [row["status"] for row in plan["rows"]]
    assert [row["address"] for row in view["rows"]] == [
        sample.site.path(lang, f"plan/2024-2026/t{number}/") for number in range(1, 7)
    ]
