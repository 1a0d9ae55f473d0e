"""The dates of a plan as calendars: read back by a parser, the same twice, and nobody speaks in them who should not."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.worlds import CONFIG, PLAN, World, glance

FOLDERS = ["plan/2024-2026/", *(f"plan/2024-2026/units/{unit}/" for unit in ("centre", "division-b", "all-units"))]


def file_of(world: World, uri: str) -> bytes:
    return {file.uri: file.content for file in world.files}[uri]


def days(content: bytes) -> list[tuple[date, str]]:
    return [(one.decoded("dtstart"), str(one["summary"])) for one in Calendar.from_ical(content).walk("VEVENT")]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_every_plan_and_unit_has_a_calendar_in_each_language(sample: World, folder: str, lang: str) -> None:
    content = file_of(sample, f"{lang}{folder}deadlines.ics")
    calendar = Calendar.from_ical(content)
    assert calendar.errors == []
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    root = sample.site.config.site_url
    assert [str(calendar[key]) for key in ("url", "source")] == [
        f"{root}{lang}{folder}",
        f"{root}{lang}{folder}deadlines.ics",
    ]
    for one in calendar.walk("VEVENT"):
        start = one.decoded("dtstart")
        assert type(start) is date
        assert one.decoded("dtend") == start + timedelta(days=1)
        assert one.decoded("dtstamp") == datetime(2024, 1, 1, 5, tzinfo=UTC)


def test_the_dates_of_the_plan(sample: World) -> None:
    found = days(file_of(sample, "en/plan/2024-2026/deadlines.ics"))
    assert len(found) == 12 + 1 + 3
    assert found[:6] == [
        (date(2024, 3, 31), "End of Q1 2024: T1, T3, T4, T5, T6"),
        (date(2024, 3, 31), "T2 is due: end of Q1 2024"),
        (date(2024, 6, 30), "End of Q2 2024: T1, T3, T4, T5, T6"),
        (date(2024, 9, 30), "End of Q3 2024: T1, T3, T4, T5, T6"),
        (date(2024, 11, 14), "Last day for the 2024 report"),
        (date(2024, 12, 31), "End of Q4 2024: T1, T3, T4, T5, T6"),
    ]
    assert [day for day, title in found if "report" in title] == [date(year, 11, 14) for year in (2024, 2025, 2026)]


@pytest.mark.parametrize(
    ("unit", "first", "number"),
    [
        ("centre", ["Hết quý I/2024: T1, T6", "Hạn của T2: hết quý I/2024"], 16),
        ("division-b", ["Hết quý I/2024: T5", "Hết quý II/2024: T5"], 15),
        ("all-units", ["Hết quý I/2024: T3, T4", "Hạn của T2: hết quý I/2024"], 16),
    ],
)
def test_the_dates_of_a_unit(sample: World, unit: str, first: list[str], number: int) -> None:
    found = days(file_of(sample, f"plan/2024-2026/units/{unit}/deadlines.ics"))
    assert ([title for _, title in found[:2]], len(found)) == (first, number)


def test_what_a_date_says(sample: World) -> None:
    events = Calendar.from_ical(file_of(sample, "en/plan/2024-2026/units/centre/deadlines.ics")).walk("VEVENT")
    page = f"{sample.site.config.site_url}en/plan/2024-2026/"
    assert str(events[0]["description"]).split("\n") == [
        "Leads: T1, T6.",
        "Cooperates: T3, T4.",
        "Ongoing tasks: each quarter needs at least one result.",
        f"{page}units/centre/",
    ]
    assert [str(events[1][key]) for key in ("description", "url")] == [f"Leads: T2.\n{page}t2/", f"{page}t2/"]
    (report,) = [one for one in events if one.decoded("dtstart") == date(2025, 11, 14)]
    assert str(report["description"]).split("\n")[:2] == [
        "It must be sent before 15 November 2025. It covers 15 November 2024 – 14 November 2025.",
        "Compiled by: Sample Centre A",
    ]


def test_names_are_the_same_in_each_language_and_no_two_are_alike(sample: World) -> None:
    names: list[str] = []
    for folder in FOLDERS:
        both = [
            [
                str(one["uid"])
                for one in Calendar.from_ical(file_of(sample, f"{lang}{folder}deadlines.ics")).walk("VEVENT")
            ]
            for lang in ("", "en/")
        ]
        assert both[0] == both[1]
        names += both[0]
    assert len(names) == len(set(names))
    assert names[1] == f"plan-2024-2026-term-t2-2024-03-31@{sample.site.config.host}"


def test_a_sample_build_says_so_in_its_calendars_too(tmp_path: Path) -> None:
    unsigned = "\n".join(line for line in CONFIG.split("\n") if "publisher:" not in line)
    content = file_of(glance(tmp_path, {"mkdocs.yml": unsigned}), "en/plan/2023-2025/deadlines.ics")
    calendar = Calendar.from_ical(content)
    told = [str(calendar["description"]), *(str(one["description"]) for one in calendar.walk("VEVENT"))]
    assert all(words.endswith("Demonstration site, not an official website.") for words in told)


def test_a_window_that_the_plan_does_not_name_is_called_ours(tmp_path: Path) -> None:
    ours = "The plan names no reporting window: this site counts"
    for name, window, said in (("none", "", True), ("own", ', window: {from: "11-15", to: "11-14"}', False)):
        plan = PLAN.replace('{due: "11-15"}', f'{{due: "11-15", first: 2024{window}}}')
        world = glance(tmp_path / name, {"content/data/plan-2023-2025.yml": plan})
        content = file_of(world, "en/plan/2023-2025/deadlines.ics")
        reports = [one for one in Calendar.from_ical(content).walk("VEVENT") if "report" in str(one["summary"])]
        assert [one.decoded("dtstart") for one in reports] == [date(2024, 11, 14), date(2025, 11, 14)]
        assert [ours in str(one["description"]) for one in reports] == [said, said]


def test_only_dates_that_lie_ahead_are_on_the_pages(sample: World, tmp_path: Path) -> None:
    view = sample.page("en", "plan/2024-2026/units/centre/").header["view"]["dates"]
    assert view["next"][0]["iso"] == "2025-03-31"
    assert len(view["next"]) == 6
    past = glance(tmp_path).page("en", "plan/2023-2025/").header["view"]["dates"]
    assert (past["next"], past["calendar"]) == ([], "en/plan/2023-2025/deadlines.ics")
