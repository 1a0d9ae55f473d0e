"""What a report counts: by hand for the sample year, and again from the Markdown for every year and all content."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from promosite.coverage import coverage_record, reports
from promosite.generate.site import Site
from promosite.model.items import Tier
from promosite.model.papers import Paper, PaperFacts
from promosite.report import begun_reports, figures_of, find_report
from tests.projects import ROOT
from tests.report.conftest import figures, site_on
from tests.report.recount import counted_to, recount

EXPECTED = json.loads((ROOT / "tests" / "sites" / "sample-year" / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_the_sample_year_by_hand(later: Site, year: str) -> None:
    """EXPECTED.md, “What the reports count”, worked out by hand."""
    counted = figures(later, int(year))
    assert {
        row.task.id: {
            "quarters": {str(one): None if items is None else len(items) for one, items in row.quarters.items()},
            "results": len(row.results),
            "background": len(row.background),
            "undated": len(row.undated),
            "before": None if row.before is None else len(row.before),
        }
        for row in counted.rows
    } == EXPECTED["annual_reports"][year]


DAYS = [date(2024, 3, 31), date(2024, 11, 12), date(2026, 2, 1)]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_number_again_from_the_sample_year(sample_root: Path, day: date) -> None:
    check(site_on(sample_root, day), sample_root)


@pytest.mark.parametrize("day", [date(2024, 11, 14), date(2026, 11, 22)], ids=str)
def test_every_number_again_from_the_real_content(day: date) -> None:
    check(site_on(ROOT, day), ROOT)


def check(site: Site, root: Path) -> None:
    for plan in site.catalogue.plans.values():
        for report in begun_reports(plan, site.day):
            counted = figures(site, report.year)
            rows = {task.id for task in plan.tasks}
            period = (plan.period.from_, plan.period.to)
            day = counted_to(root, report.year, site.day)
            again = recount(root, rows, period, report.start, min(report.end, day), day)
            assert {row.task.id: ids(row.results) for row in counted.rows} == again.results
            assert {row.task.id: ids(row.background) for row in counted.rows} == again.background
            assert {row.task.id: ids(row.undated) for row in counted.rows} == again.undated
            assert {
                (row.task.id, str(quarter)): ids(items)
                for row in counted.rows
                for quarter, items in row.quarters.items()
                if items
            } == again.quarters
            forms = {item.facts.channel: 0 for item in counted.results}
            for item in counted.results:
                forms[item.facts.channel] += 1
            assert forms == dict(again.forms)
            tiers = {tier.value: sum(item.tier("en") is tier for item in counted.results) for tier in Tier}
            assert {tier: number for tier, number in tiers.items() if number} == dict(again.english)


@pytest.mark.parametrize("world", ["later", "real"])
def test_a_report_and_open_data_count_the_same(world: str, request: pytest.FixtureRequest) -> None:
    """What a report lists under a row is what coverage.json lists, as far as it falls into the report's period."""
    site: Site = request.getfixturevalue(world)
    published = {key: item.facts.published for key, item in site.catalogue.items.items()}
    for plan in coverage_record(site.catalogue, site.config.locales, site.day)["plans"]:
        open_data = {row["id"]: row for row in plan["tasks"]}
        for report in begun_reports(site.catalogue.plans[plan["id"]], site.day):
            counted = figures(site, report.year)
            for row in counted.rows:
                listed = open_data[row.task.id]
                results = {key for key in listed["results"] if report.start <= published[key] <= counted.end}
                assert ids(row.results) == results
                assert ids(row.background + row.undated) <= set(listed["background"])
                quarters = {one["quarter"]: set(one["results"] or ()) for one in listed["quarters"]}
                for quarter, items in row.quarters.items():
                    assert ids(items or ()) == quarters[str(quarter)] & results


def test_a_report_counts_to_the_day_of_its_signing(later: Site) -> None:
    """Only with number and day: a day alone is a draft. Before that day it counts as any draft does."""
    found = find_report(later.catalogue.plans.values(), 2024)
    assert found
    days = [date(2024, 11, 5), date(2024, 11, 12), date(2025, 3, 31)]
    counted = {
        given: [figures_of(later.catalogue, *found, Paper(2024, PaperFacts(**facts)).counted_to(day)) for day in days]
        for given, facts in {
            "number and day": {"number": 5, "date": date(2024, 11, 12)},
            "day": {"date": date(2024, 11, 12)},
            "number": {"number": 5},
        }.items()
    }
    assert {given: [str(one.day) for one in found] for given, found in counted.items()} == {
        "number and day": ["2024-11-05", "2024-11-12", "2024-11-12"],
        "day": ["2024-11-05", "2024-11-12", "2025-03-31"],
        "number": ["2024-11-05", "2024-11-12", "2025-03-31"],
    }
    pottery = "product/gom-mau"  # published on 10 December 2024
    assert [[pottery in ids(one.undated) for one in found] for found in counted.values()] == [
        [False, False, False],
        [False, False, True],
        [False, False, True],
    ]


def ids(items) -> set[str]:
    return {item.id for item in items}


def test_periods_touch_and_do_not_overlap(later: Site, real: Site) -> None:
    for site in (later, real):
        for plan in site.catalogue.plans.values():
            windows = [(one.year, one.start, one.end) for one in reports(plan)]
            for (_, _, end), (_, start, _) in pairwise(windows):
                assert (start - end).days == 1


def test_the_first_period_starts_with_the_plan_and_the_last_day_is_14_november(real: Site) -> None:
    (plan,) = real.catalogue.plans.values()
    assert [(one.year, one.start, one.end) for one in reports(plan)] == [
        (2024, date(2023, 1, 1), date(2024, 11, 14)),
        (2025, date(2024, 11, 15), date(2025, 11, 14)),
    ]


def test_a_result_is_in_exactly_one_report(later: Site) -> None:
    years = [ids(figures(later, year).results) for year in (2024, 2025)]
    assert years[0] & years[1] == set()


def test_the_real_content_has_no_result_and_its_background_apart(real: Site) -> None:
    for year in (2024, 2025):
        counted = figures(real, year)
        assert counted.results == ()
        assert counted.background
        assert all(len(row.results) == 0 for row in counted.rows)


def test_a_year_without_a_report_is_none(real: Site) -> None:
    assert find_report(real.catalogue.plans.values(), 2023) is None
    assert find_report(real.catalogue.plans.values(), 2026) is None
