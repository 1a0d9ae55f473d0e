"""What the sample year must give for each row of its plan, as worked out by hand in `EXPECTED.md`."""

import json
from pathlib import Path
from typing import Any

import pytest

from promosite.coverage import plan_quarters, results_in
from promosite.generate.coverage import coverage_of, coverage_view, kinds, tally
from promosite.load import load_content
from promosite.model.catalogue import hidden_because
from promosite.model.certificates import VALID_MONTHS, add_months, certificate_state
from promosite.model.dates import Quarter
from promosite.model.items import ItemFacts, ProductFacts
from promosite.validate import validate_item
from tests.projects import ROOT
from tests.worlds import World, glance, news

SAMPLE = ROOT / "tests" / "sites" / "sample-year"
EXPECTED: dict[str, Any] = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
ROWS = sorted(EXPECTED["tasks"])
PLAN = "2024-2026"


def test_the_sample_year_has_no_fault(sample: World) -> None:
    assert [one for one in sample.told if one[0] != "source-not-cited"] == []
    assert sample.site.day.isoformat() == EXPECTED["as_of"]


@pytest.mark.parametrize("row", ROWS)
def test_results_and_background(sample: World, row: str) -> None:
    catalogue = sample.site.catalogue
    assert {
        "results": sorted(item.id for item in catalogue.results(PLAN, row)),
        "background": sorted(item.id for item in catalogue.background(PLAN, row)),
    } == {half: EXPECTED["tasks"][row][half] for half in ("results", "background")}


@pytest.mark.parametrize("row", ROWS)
def test_quarters(sample: World, row: str) -> None:
    plan = sample.site.catalogue.plans[PLAN]
    coverage = coverage_of(sample.site, plan, plan.task(row))
    found = {str(one): sorted(item.id for item in results_in(coverage, one)) for one in plan_quarters(plan)}
    later = {"2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"}
    assert found == EXPECTED["tasks"][row]["quarters"] | {one: [] for one in later}


def test_languages(sample: World) -> None:
    items = sample.site.catalogue.items.values()
    assert {item.id: {lang: str(item.tier(lang)) for lang in ("vi", "en")} for item in items} == EXPECTED["languages"]


def test_what_serves_no_row(sample: World) -> None:
    assert sorted(item.id for item in sample.site.catalogue.without_task) == EXPECTED["no_task"]


def test_what_is_visible(sample: World) -> None:
    assert sorted(sample.site.catalogue.items) == EXPECTED["visible"]


def test_what_is_hidden_and_why(sample: World) -> None:
    content, _ = load_content(sample.root, sample.site.config.locales)
    facts: dict[str, ItemFacts] = {}
    for file in content.items:
        record, _ = validate_item(file, "vi")
        if record and record.facts:
            facts[f"{record.kind}/{record.slug}"] = record.facts
    reasons = {key: hidden_because(one, sample.site.day) for key, one in facts.items()}
    assert {key: reason for key, reason in reasons.items() if reason} == EXPECTED["hidden"]
    slugs = {key.split("/")[1] for key in EXPECTED["hidden"]}
    left = [page for page in sample.outputs.pages if slugs & set(page.address.split("/"))]
    gone = {key for key, reason in reasons.items() if reason == "expired"}
    assert {page.header["template"] for page in left} == {"withdrawn.html"}
    assert {f"{page.address.split('/')[0]}/{page.address.split('/')[1]}" for page in left} == gone


def test_certificates(sample: World) -> None:
    found = {}
    for item in sample.site.catalogue.items.values():
        if isinstance(item.facts, ProductFacts):
            certificate = item.facts.certificate
            issued = certificate.certified_on if certificate else None
            state = certificate_state(certificate, sample.site.day) if certificate else "none"
            ends = add_months(issued, VALID_MONTHS).isoformat() if issued else None
            found[item.id] = {"status": "reported" if state == "unknown" else state, "ends": ends}
    assert found == EXPECTED["certificates"]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_way_of_counting_gives_the_same_sum_and_lists_its_items(sample: World, row: str, lang: str) -> None:
    plan = sample.site.catalogue.plans[PLAN]
    view = coverage_view(sample.site, coverage_of(sample.site, plan, plan.task(row)), lang)
    for half in ("results", "background"):
        total = len(EXPECTED["tasks"][row][half])
        part = view[half]
        sums = [sum(one["number"] for one in part[way]) for way in ("by_kind", "by_channel")]
        sums += [part["by_language"][0]["number"], sum(one["number"] for one in part["by_language"][1:])]
        sums += [sum(one["number"] or 0 for one in part["quarters"]) + len(part["outside"])]
        assert [part["total"], *sums] == [total] * 6
        counted = [one for way in ("by_kind", "by_channel", "by_audience", "by_language") for one in part[way]]
        assert [one["number"] for one in counted] == [len(one["links"]) for one in counted]
        assert [one["number"] or 0 for one in part["quarters"]] == [len(one["cards"]) for one in part["quarters"]]


@pytest.mark.parametrize("row", ROWS)
def test_forms_and_audiences(sample: World, row: str) -> None:
    plan = sample.site.catalogue.plans[PLAN]
    part = coverage_view(sample.site, coverage_of(sample.site, plan, plan.task(row)), "en")["results"]
    for way, wanted in (("by_channel", "channels"), ("by_audience", "audiences")):
        assert {one["key"]: one["number"] for one in part[way] if one["number"]} == EXPECTED["tasks"][row][wanted]


def test_the_pages_of_the_plan_say_the_same(sample: World) -> None:
    matrix = sample.page("en", f"plan/{PLAN}/").header["view"]["rows"]
    assert {row["id"].lower(): (row["results"], row["background"]) for row in matrix} == {
        key: (len(row["results"]), len(row["background"])) for key, row in EXPECTED["tasks"].items()
    }
    assert {row["id"].lower(): sum(cell["results"] or 0 for cell in row["cells"]) for row in matrix} == {
        key: len(row["results"]) for key, row in EXPECTED["tasks"].items()
    }
    without = sample.page("vi", f"plan/{PLAN}/").header["view"]["without_task"]
    assert sorted(card["id"] for card in without) == EXPECTED["no_task"]


def test_of_a_quarter_that_has_not_begun_nothing_is_said(sample: World) -> None:
    rows = sample.page("en", f"plan/{PLAN}/").header["view"]["rows"]
    begun = [[cell["quarter"] for cell in row["cells"] if cell["results"] is not None] for row in rows]
    assert begun == [["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "Q1 2025"]] * 6
    quarters = sample.page("en", f"plan/{PLAN}/t1/").header["view"]["coverage"]["background"]["quarters"]
    assert [one["name"] for one in quarters if one["number"] is None][:2] == ["Q2 2025", "Q3 2025"]


def test_quarters_that_stand_alike_are_one_line_and_keep_their_anchors(tmp_path: Path) -> None:
    one = news(unit="centre", channel="websites", date=None, published="2024-05-01")
    view = glance(tmp_path, {"content/vi/news/a.md": one}).page("en", "plan/2023-2025/t1/").header["view"]
    runs = view["coverage"]["results"]["runs"]
    assert [(run["name"], run["until"], run["number"]) for run in runs] == [
        ("Q4 2023", "Q1 2024", 0),
        ("Q2 2024", None, 1),
        ("Q3 2024", "Q4 2025", 0),
    ]
    assert [run["key"] for run in runs] == ["2023-q4", "2024-q2", "2024-q3"]
    assert runs[0]["others"] == ["2024-q1"]
    assert [run["words"] for run in runs[::2]] == ["These quarters have passed, and no result is on record: 0."] * 2
    assert [one["address"] for one in view["reports"]] == [
        f"en/plan/2023-2025/report/{year}/" for year in (2023, 2024, 2025)
    ]


def test_what_was_published_outside_the_quarters_has_a_line_of_its_own(tmp_path: Path) -> None:
    """The period begins in January 2023, its quarters in the last of 2023."""
    early, late = (
        news(unit="centre", channel="websites", date=None, published=day) for day in ("2023-02-01", "2023-10-01")
    )
    tiny = glance(tmp_path, {"content/vi/news/a.md": early, "content/vi/news/b.md": late})
    plan = tiny.site.catalogue.plans["2023-2025"]
    coverage = coverage_of(tiny.site, plan, plan.task("t1"))
    assert [item.id for item in coverage.results] == ["news/b", "news/a"]
    assert [item.id for item in results_in(coverage, Quarter(2023, 4))] == ["news/b"]
    part = coverage_view(tiny.site, coverage, "en")["results"]
    assert [one["name"] for one in part["quarters"] if one["number"]] == ["Q4 2023"]
    assert [card["id"] for card in part["outside"]] == ["news/a"]


def test_a_long_group_names_some_and_says_how_many_more(sample: World, monkeypatch: pytest.MonkeyPatch) -> None:
    items = sample.site.catalogue.of_task("2024-2026", "t1")
    whole = tally(sample.site, items, kinds(sample.site, "en"), "en")[0]
    monkeypatch.setattr("promosite.generate.coverage.LISTED", len(items))
    assert tally(sample.site, items, kinds(sample.site, "en"), "en")[0] == whole
    monkeypatch.setattr("promosite.generate.coverage.LISTED", len(items) - 1)
    monkeypatch.setattr("promosite.generate.coverage.BRIEF", 2)
    short = tally(sample.site, items, kinds(sample.site, "en"), "en")[0]
    assert "more" not in whole
    assert short == whole | {"links": whole["links"][:2], "more": whole["number"] - 2}
