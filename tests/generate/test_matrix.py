"""The matrix: drawings, tables and pages tell the same numbers, and every number leads to its items."""

from pathlib import Path
from typing import Any

import pytest

from tests.generate.test_coverage import EXPECTED, PLAN, ROWS
from tests.worlds import World, glance, news

LANGUAGES = ("vi", "en")


def office(sample: World, lang: str = "en") -> dict[str, Any]:
    return dict(sample.page(lang, f"plan/{PLAN}/").header["view"])


@pytest.mark.parametrize("row", ROWS)
def test_boxes_and_cells_are_the_same(sample: World, row: str) -> None:
    (line,) = [one for one in office(sample)["rows"] if one["id"].lower() == row]
    boxes = [box for strip in line["strips"] for box in strip["boxes"]]
    assert [{key: box[key] for key in cell} for box, cell in zip(boxes, line["cells"], strict=True)] == line["cells"]
    assert [cell["state"] for cell in line["cells"]] == EXPECTED["tasks"][row]["states"] + ["not-begun"] * 7
    begun = {cell["key"]: cell["results"] for cell in line["cells"] if cell["results"] is not None}
    assert begun == {quarter.lower(): len(keys) for quarter, keys in EXPECTED["tasks"][row]["quarters"].items()}


@pytest.mark.parametrize("row", ROWS)
def test_each_box_counts_the_items_that_are_translated(sample: World, row: str) -> None:
    (line,) = [one for one in office(sample)["rows"] if one["id"].lower() == row]
    wanted = [
        sum(EXPECTED["languages"][key]["en"] != "none" for key in keys)
        for keys in EXPECTED["tasks"][row]["quarters"].values()
    ]
    assert [cell["translated"][0]["number"] for cell in line["cells"]][:5] == wanted
    tiers = [EXPECTED["languages"][key]["en"] for key in EXPECTED["tasks"][row]["results"]]
    assert line["languages"] == [{"lang": "en", **{tier: tiers.count(tier) for tier in ("full", "summary", "none")}}]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("row", ROWS)
def test_where_a_box_leads_there_is_a_quarter_with_as_many_items(sample: World, row: str, lang: str) -> None:
    (line,) = [one for one in office(sample, lang)["rows"] if one["id"].lower() == row]
    quarters = sample.page(lang, f"plan/{PLAN}/{row}/").header["view"]["coverage"]["results"]["quarters"]
    behind = {one["key"]: len(one["cards"]) for one in quarters if one["number"] is not None}
    assert {cell["key"]: cell["results"] for cell in line["cells"] if cell["leads_on"]} == {
        key: number
        for key, number in behind.items()
        if number or EXPECTED["tasks"][row]["states"][list(behind).index(key)] == "gap"
    }


@pytest.mark.parametrize(
    ("name", "wanted", "tally"), [("forms", "channels", "by_channel"), ("audiences", "audiences", "by_audience")]
)
def test_forms_and_audiences_lead_to_as_many_items(sample: World, name: str, wanted: str, tally: str) -> None:
    view = office(sample)[name]
    for place, row in enumerate(ROWS):
        found = {group["anchor"].split("-", 1)[1]: group["fields"][place]["number"] for group in view["groups"]}
        assert {key: number for key, number in found.items() if number} == EXPECTED["tasks"][row][wanted]
        page = sample.page("en", f"plan/{PLAN}/{row}/").header["view"]["coverage"]["results"][tally]
        assert {one["key"]: len(one["links"]) for one in page if one["number"]} == EXPECTED["tasks"][row][wanted]


def test_a_disc_grows_with_its_number(sample: World) -> None:
    fields = [field for group in office(sample)["forms"]["groups"] for field in group["fields"]]
    sizes = sorted({(field["number"], field["radius"]) for field in fields})
    assert sizes == [(0, 0), (1, 9), (2, 9), (3, 11), (4, 13), (5, 14), (7, 17)]


def test_an_audience_that_nobody_named_has_a_column_only_where_there_is_one(tmp_path: Path) -> None:
    item = {"unit": "centre", "channel": "websites"}
    for name, files in {
        "named": {"content/vi/news/a.md": news(**item, audiences="[nationwide]")},
        "unnamed": {
            "content/vi/news/a.md": news(**item, audiences="[nationwide]"),
            "content/vi/news/b.md": news(**item),
        },
    }.items():
        view = glance(tmp_path / name, files).page("en", "plan/2023-2025/").header["view"]["audiences"]
        found = {group["name"]: group["fields"][0]["number"] for group in view["groups"]}
        assert found == {"Nationwide": 1} | ({"no audience named": 1} if name == "unnamed" else {})


def test_boxes_stand_at_their_place_in_the_year(tmp_path: Path) -> None:
    """The plan begins in the fourth quarter; its year stands beside that box."""
    rows = glance(tmp_path).page("en", "plan/2023-2025/").header["view"]["rows"]
    first, second = rows[0]["strips"][:2]
    assert [box["x"] for box in second["boxes"]] == [42, 104, 166, 228]
    assert [(box["x"], first["x"], first["width"]) for box in first["boxes"]] == [(228, 186, 100)]


def test_statuses_name_their_rows(sample: World) -> None:
    found = {one["text"]: [row["id"] for row in one["rows"]] for one in office(sample)["statuses"]}
    assert found == {
        "Results in every quarter": ["T1"],
        "Result in time": ["T2"],
        "Some quarters without a result": ["T3", "T6"],
        "Results in every quarter, in some quarters in Vietnamese only": ["T4"],
        "No result on record": ["T5"],
    }


def test_units_with_what_is_due_and_what_they_delivered(sample: World) -> None:
    found = {
        one["address"].split("/")[-2]: (one["due"], one["delivered"], [row["id"] for row in one["leads"]])
        for one in office(sample)["offices"]
    }
    leads = {"centre": ["T1", "T2", "T6"], "division-b": ["T5"], "all-units": ["T3", "T4"]}
    assert found == {
        unit: (sum(one["units"] == [unit] for one in EXPECTED["due"]), EXPECTED["delivered"][unit], rows)
        for unit, rows in leads.items()
    }


@pytest.mark.parametrize("unit", ["centre", "division-b", "all-units"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_unit_page_lists_what_the_plan_page_counts(sample: World, unit: str, lang: str) -> None:
    view = sample.page(lang, f"plan/{PLAN}/units/{unit}/").header["view"]
    entries = [entry for group in view["due"]["groups"] for entry in group["entries"]]
    assert len(entries) == view["due"]["total"] == sum(one["units"] == [unit] for one in EXPECTED["due"])
    assert len(view["delivered"]) == EXPECTED["delivered"][unit]
    assert all(one["number"] == len(one["links"]) for one in view["delivered_by_row"])
    assert [one["due"] for one in view["shared"]] == ([] if unit == "all-units" else [1])


def test_what_is_due_in_words(sample: World) -> None:
    groups = sample.page("en", f"plan/{PLAN}/units/centre/").header["view"]["due"]["groups"]
    found = {
        group["kind"]: [(one["subject"]["title"], one["when"] or one["line"]) for one in group["entries"]]
        for group in groups
    }
    assert found == {
        "gap": [("Communicate through the press", None)],
        "event": [
            ("Conference on the sample communication plan for 2024-2026", "was due by 13 February 2024"),
            ("Open week of the Sample Laboratory", "was due by 8 November 2024"),
        ],
        "certificate": [("Sample salt", "until 20 May 2025"), ("Sample garden visits", "until 29 June 2025")],
        "translation-missing": [("Hộp thư góp ý của Sở Mẫu sau 3 tháng hoạt động", "English")],
        "translation-stale": [("Sample pepper", "English")],
    }
    (gap,) = groups[0]["entries"]
    assert gap["quarters"] == [{"name": "Q1 2024", "anchor": "quarter-2024-q1"}]


def test_an_item_that_is_not_translated_is_linked_where_it_exists(sample: World) -> None:
    groups = sample.page("en", f"plan/{PLAN}/units/centre/").header["view"]["due"]["groups"]
    (missing,) = [group["entries"][0]["subject"] for group in groups if group["kind"] == "translation-missing"]
    assert (missing["lang"], missing["address"]) == ("vi", "news/hop-thu-gop-y-cua-so-mau-sau-3-thang-hoat-dong/")
