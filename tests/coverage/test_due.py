"""What becomes due, when, and of whom: the edges of each kind."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from promosite.clock import VIETNAM
from promosite.coverage import due_items, due_record
from promosite.model.items import ItemText, Tier
from promosite.staleness import record_of
from tests.worlds import CITED, FILES, PLAN, Files, english, event, glance, news, press, product

E, N, P, X = (f"content/vi/{name}/a.md" for name in ("events", "news", "products", "press"))
OWN = {"unit": "centre", "channel": "websites"}
HELD = {**OWN, "start": "2026-11-01", "end": "2026-11-08", "published": "2026-11-01", "role": "organiser"}
ABOUT = {"related": "[event/a]", "date": "2026-11-08", "as_of": "2026-11-08"}
NEXT = PLAN.replace("2023-2025", "2026-2030").replace("2023-01-01", "2026-01-01").replace("2025-12-31", "2030-12-31")
NEXT = NEXT.replace("2023-Q4", "2026-Q1").replace("2025-Q4", "2030-Q4").replace("2024-Q1", "2026-Q1")
EMPTY: Files = {path: None for path in FILES if path.startswith(("content/vi/", "content/en/"))}


def due(folder: Path, files: Files, day: str = "2026-11-22") -> list[dict[str, Any]]:
    """Return what is due in a tiny world without items but those given, as plain data."""
    moment = datetime.combine(datetime.fromisoformat(day), datetime.min.time(), VIETNAM)
    world = glance(folder, {**EMPTY, **files}, moment)
    return due_record(due_items(world.site.catalogue, ("vi", "en"), world.site.day))


def of_kind(found: list[dict[str, Any]], *kinds: str) -> list[dict[str, Any]]:
    return [one for one in found if one["kind"] in kinds]


# ---- Events ----


def events() -> Iterator[tuple[str, Files, bool]]:
    yield "14 days past", {E: event(**HELD)}, True
    yield "13 days past", {E: event(**(HELD | {"end": "2026-11-09"}))}, False
    yield "one day, no end", {E: event(**{**HELD, "end": None})}, True
    yield "co-organiser", {E: event(**(HELD | {"role": "co-organiser"}))}, True
    yield "only attended", {E: event(**(HELD | {"role": "attended"}))}, False
    yield "only reported", {E: event(**(HELD | {"role": "reported"}))}, False
    yield "no unit", {E: event(**{**HELD, "unit": None, "channel": None})}, False
    yield "news on the last day", {E: event(**HELD), N: news(**ABOUT, published="2026-11-08")}, False
    yield (
        "news on the first day",
        {E: event(**HELD), N: news(related="[event/a]", date="2026-11-01", published="2026-11-07")},
        False,
    )
    yield (
        "an announcement",
        {E: event(**HELD), N: news(related="[event/a]", date="2026-10-31", published="2026-11-07")},
        True,
    )
    yield "late news", {E: event(**HELD), N: news(**ABOUT, published="2026-11-22")}, False
    yield "a press mention", {E: event(**HELD), X: press(**ABOUT, published="2026-11-10")}, False
    yield "an old press mention", {E: event(**HELD), X: press(related="[event/a]", published="2026-11-10")}, True
    yield "a product", {E: event(**HELD), P: product(related="[event/a]", published="2026-11-10")}, True
    yield "news that does not name it", {E: event(**HELD), N: news(published="2026-11-10")}, True
    yield "the event names the news", {E: event(**HELD, related="[news/a]"), N: news(published="2026-11-10")}, True
    yield "hidden news", {E: event(**HELD), N: news(**ABOUT, published="2026-11-10", draft="true")}, True
    yield "a hidden event", {E: event(**HELD, draft="true")}, False


@pytest.mark.parametrize(("files", "waits"), [case[1:] for case in events()], ids=[case[0] for case in events()])
def test_an_event_waits_for_what_tells_of_it(files: Files, waits: bool, tmp_path: Path) -> None:
    found = of_kind(due(tmp_path, files), "event")
    assert [one["item"] for one in found] == (["event/a"] if waits else [])


def test_what_is_of_no_unit_of_the_plan_is_on_the_plan_page(tmp_path: Path) -> None:
    """A product names no unit, an event one that has no part in the plan."""
    units = (
        FILES["content/data/units.yml"] + "- {id: office, name: {vi: VP, en: Office}, short: {vi: VP, en: Office}}\n"
    )
    words = "{stars: 3, status: decision, decision_no: 1/QĐ, authority: Mẫu, source: bao-mau, certified_on: 2023-12-01}"
    files = {"content/data/units.yml": units, E: event(**(HELD | {"unit": "office"})), P: product(certificate=words)}
    world = glance(tmp_path, {**EMPTY, **files})
    view = world.page("en", "plan/2023-2025/").header["view"]["due_of_nobody"]
    assert [(group["kind"], len(group["entries"])) for group in view["groups"]] == [("event", 1), ("certificate", 1)]
    listed = sum(
        world.page("en", f"plan/2023-2025/units/{unit}/").header["view"]["due"]["total"]
        for unit in ("centre", "all-units")
    )
    assert listed + view["total"] == len(due_items(world.site.catalogue, ("vi", "en"), world.site.day))


def test_an_event_stands_on_the_pages_of_the_plan_that_runs(tmp_path: Path) -> None:
    """The news is due 14 days after the event's last day, and of the unit that held it."""
    files = {E: event(**HELD), "content/data/plan-2026-2030.yml": NEXT}
    wanted = {"kind": "event", "day": "2026-11-22", "units": ["centre"], "plan": "2026-2030", "item": "event/a"}
    assert of_kind(due(tmp_path, files), "event") == [wanted]


def test_without_a_plan_there_is_still_a_list(tmp_path: Path) -> None:
    files = {E: event(**{**HELD, "tasks": "[]"}), "content/data/plan-2023-2025.yml": None}
    assert due(tmp_path, files) == [{"kind": "event", "day": "2026-11-22", "units": ["centre"], "item": "event/a"}]


# ---- Certificates ----


@pytest.mark.parametrize(
    ("certified_on", "last_day"),
    [("2024-02-21", None), ("2024-02-20", "2027-02-20"), ("2023-11-22", "2026-11-22"), ("2023-11-21", None)],
)
def test_a_certificate_is_due_in_its_last_90_days(certified_on: str, last_day: str | None, tmp_path: Path) -> None:
    words = "stars: 3, status: decision, decision_no: 1/QĐ, authority: Mẫu, source: bao-mau"
    found = of_kind(
        due(tmp_path, {P: product(certificate=f"{{{words}, certified_on: {certified_on}}}")}), "certificate"
    )
    wanted = {"kind": "certificate", "day": last_day, "units": [], "plan": "2023-2025", "item": "product/a"}
    assert found == ([wanted] if last_day else [])


# ---- Translations of results ----


def translations() -> Iterator[tuple[str, Files, list[str]]]:
    source = recorded()
    record = json.dumps(source)
    stale = json.dumps([source[0], "summary:00000000", *source[2:]])
    english_of, result = "content/en/news/a.md", news(**OWN)
    cited = "Sample text.[^bao-mau]"
    yield "missing", {N: result}, ["translation-missing"]
    yield "background", {N: news()}, []
    yield "a result of no row", {N: news(**OWN, tasks="[]")}, []
    yield "current", {N: result, english_of: english(cited, translated_from=record)}, []
    yield "stale", {N: result, english_of: english(cited, translated_from=stale)}, ["translation-stale"]
    yield "a summary", {N: result, english_of: english("", translated_from=record)}, []
    yield "a stale summary", {N: result, english_of: english("", translated_from=stale)}, ["translation-stale"]
    yield "unrecorded", {N: result, english_of: english(cited)}, []
    yield "of two rows", {N: news(**OWN, tasks="[t1, t2]")}, ["translation-missing"]


def recorded() -> list[str]:
    """Return what a translation of the piece of news would record."""
    words = {"title": "Tin mẫu", "summary": "Tóm tắt mẫu.", "body": CITED}
    return list(record_of(ItemText(lang="vi", path="a.md", body_line=9, **words), Tier.FULL))


@pytest.mark.parametrize(
    ("files", "kinds"), [one[1:] for one in translations()], ids=[one[0] for one in translations()]
)
def test_a_result_waits_for_its_translation(files: Files, kinds: list[str], tmp_path: Path) -> None:
    found = of_kind(due(tmp_path, files), "translation-missing", "translation-stale")
    rest = {"day": None, "units": ["centre"], "plan": "2023-2025", "item": "news/a", "lang": "en"}
    assert found == [{"kind": kind, **rest} for kind in kinds]


# ---- Rows and reports ----


def test_gaps_and_what_still_runs(tmp_path: Path) -> None:
    """On 1 May 2024 two quarters have ended; the third runs."""
    found = due(tmp_path, {N: news(**OWN, date=None, as_of="2024", published="2024-02-01")}, "2024-05-01")
    plan = {"plan": "2023-2025"}
    assert of_kind(found, "gap", "open") == [
        {"kind": "gap", "day": "2023-12-31", "units": ["centre"], **plan, "task": "t1", "quarters": ["2023-Q4"]},
        {"kind": "gap", "day": "2024-03-31", "units": ["all-units"], **plan, "task": "t2", "quarters": ["2024-Q1"]},
        {"kind": "open", "day": "2024-06-30", "units": ["centre"], **plan, "task": "t1", "quarters": ["2024-Q2"]},
    ]


def test_what_runs_for_half_a_year_is_due_at_its_end(tmp_path: Path) -> None:
    half = PLAN.replace('to: "2025-Q4"}', 'to: "2025-Q4", cadence: half-year}')
    found = due(tmp_path, {"content/data/plan-2023-2025.yml": half}, "2024-02-01")
    (open_one,) = [one for one in of_kind(found, "open") if one["task"] == "t1"]
    assert (open_one["day"], open_one["quarters"]) == ("2024-06-30", ["2024-Q1"])


@pytest.mark.parametrize(
    ("day", "years"),
    [("2024-08-15", []), ("2024-08-16", [2024]), ("2024-11-14", [2024]), ("2024-11-15", []), ("2026-11-01", [])],
)
def test_a_report_is_on_the_list_for_90_days(day: str, years: list[int], tmp_path: Path) -> None:
    plan = PLAN.replace('{due: "11-15"}', '{due: "11-15", unit: centre}')
    found = of_kind(due(tmp_path, {"content/data/plan-2023-2025.yml": plan}, day), "report")
    rest = {"day": "2024-11-14", "units": ["centre"], "plan": "2023-2025"}
    assert found == [{"kind": "report", **rest, "year": year} for year in years]


def test_the_longest_overdue_stands_first_and_what_has_no_day_last(tmp_path: Path) -> None:
    files = {E: event(**HELD), "content/data/plan-2026-2030.yml": NEXT, N: news(**OWN, published="2026-02-01")}
    days = [one["day"] for one in due(tmp_path, files)]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days == [*dated, *[None] * (len(days) - len(dated))]
    assert len(dated) < len(days)
