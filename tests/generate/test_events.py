"""Events: what is to come and what is over, the calendar of a year, and what was written about an event."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.clock import VIETNAM
from promosite.generate.months import Section, in_pages, running_months, sections_of
from promosite.model.items import EventFacts, Item
from promosite.model.texts import ItemText
from tests.worlds import CONFIG, World, english, event, glance, news, press

DAY = datetime(2024, 6, 8, 12, tzinfo=VIETNAM)
"""The second day of the sample fair."""

NO_FAIR: dict[str, str | None] = {"content/vi/events/hoi-cho-mau.md": None}


def slugs(cards: list[dict[str, Any]]) -> list[str]:
    return [card["id"].split("/")[1] for card in cards]


def view(tiny: World, lang: str, address: str) -> dict[str, Any]:
    found: dict[str, Any] = tiny.page(lang, address).header["view"]
    return found


def on(start: str, end: str | None = None, **changes: str | None) -> str:
    return event(start=start, end=end, published="2024-01-01", **changes)


# ---- The listing ----

EVENTS: dict[str, str | None] = {
    "content/vi/events/hoi-cho-mau.md": on("2024-06-07", "2024-06-09"),
    "content/vi/events/ended.md": on("2024-06-01", "2024-06-07"),
    "content/vi/events/today.md": on("2024-06-08"),
    "content/vi/events/soon.md": on("2024-06-20"),
    "content/vi/events/late.md": on("2024-12-01", "2024-12-05"),
    "content/vi/events/old.md": on("2023-12-01"),
}


def test_what_is_to_come_stands_first_and_soonest_first(tmp_path: Path) -> None:
    own = EVENTS | {"mkdocs.yml": CONFIG.replace("page_size: 5", "page_size: 20")}
    cards = view(glance(tmp_path, own, DAY), "vi", "events/")["cards"]
    assert [(card["id"].split("/")[1], card["past"]) for card in cards] == [
        ("hoi-cho-mau", False),
        ("today", False),
        ("soon", False),
        ("late", False),
        ("ended", True),
        ("old", True),
    ]


@pytest.mark.parametrize(
    ("day", "coming"),
    [
        (date(2024, 6, 6), ["hoi-cho-mau"]),
        (date(2024, 6, 7), ["hoi-cho-mau"]),
        (date(2024, 6, 9), ["hoi-cho-mau"]),
        (date(2024, 6, 10), []),
    ],
)
def test_an_event_is_to_come_until_its_last_day_is_over(tmp_path: Path, day: date, coming: list[str]) -> None:
    files = {"content/vi/events/hoi-cho-mau.md": on("2024-06-07", "2024-06-09")}
    tiny = glance(tmp_path, files, datetime(day.year, day.month, day.day, 23, 59, tzinfo=VIETNAM))
    found = view(tiny, "vi", "events/")
    assert slugs([card for card in found["cards"] if not card["past"]]) == coming
    assert found["upcoming"] == len(coming)


def test_the_listing_says_of_which_day_it_is(tmp_path: Path) -> None:
    tiny = glance(tmp_path, EVENTS, DAY)
    said = [view(tiny, lang, "events/")["as_of"] for lang in ("vi", "en")]
    assert said == ["ngày 08 tháng 6 năm 2024", "8 June 2024"]
    assert tiny.site.messages["en"].text("calendar.as-of", date=said[1]) == (
        "Upcoming and past events as of 8 June 2024 (Viet Nam time)."
    )
    assert tiny.site.messages["vi"].text("calendar.as-of", date=said[0]) == (
        "Sự kiện sắp diễn ra và đã qua, tính đến ngày 08 tháng 6 năm 2024 (giờ Việt Nam)."
    )


def test_the_listing_is_paged_across_both_groups(tmp_path: Path) -> None:
    tiny = glance(tmp_path, EVENTS, DAY)
    pages = [tiny.page("en", one) for one in ("events/", "events/page/2/")]
    assert [slugs(page.header["view"]["cards"]) for page in pages] == [
        ["hoi-cho-mau", "today", "soon", "late", "ended"],
        ["old"],
    ]
    assert [page.header["title"] for page in pages] == ["Events", "Events, page 2"]
    assert [(page.header["view"]["previous"], page.header["view"]["next"]) for page in pages] == [
        (None, "en/events/page/2/"),
        ("en/events/", None),
    ]
    assert [page.header["trail"] for page in pages] == [[], [{"title": "Events", "address": "en/events/"}]]


def test_without_events_there_is_a_listing_and_no_year(tmp_path: Path) -> None:
    tiny = glance(tmp_path, NO_FAIR)
    assert [address for lang, address in tiny.pages if lang == "en" and address.startswith("events/")] == ["events/"]
    found = view(tiny, "en", "events/")
    assert [found[key] for key in ("cards", "upcoming", "total", "years")] == [[], 0, 0, []]


@pytest.mark.parametrize(
    ("role", "vi", "en"),
    [
        ("organiser", "Sở chủ trì", "Organised by the Department"),
        ("co-organiser", "Sở phối hợp tổ chức", "Co-organised by the Department"),
        ("attended", "Sở tham dự", "Attended by the Department"),
        (
            "reported",
            "Chưa có dữ liệu về vai trò của Sở",
            "No role of the Department on record",
        ),
    ],
)
def test_the_role_comes_from_the_data_with_or_without_a_publisher(tmp_path: Path, role: str, vi: str, en: str) -> None:
    own = CONFIG.replace('publisher: {name: {vi: "Sở Mẫu", en: "Sample Department"}, url: "https://example.org/"}', "")
    venue = '{vi: "Nhà Mẫu", en: "Sample House"}'
    files = {"mkdocs.yml": own, "content/vi/events/hoi-cho-mau.md": event(role=role, venue=venue)}
    tiny = glance(tmp_path, files)
    cards = [view(tiny, lang, "events/")["cards"][0] for lang in ("vi", "en")]
    assert [(card["role"], card["venue"]) for card in cards] == [
        (vi, {"text": "Nhà Mẫu", "lang": None}),
        (en, {"text": "Sample House", "lang": None}),
    ]


def test_a_role_that_is_not_on_record_stands_as_a_gap_on_the_page_of_the_event(tmp_path: Path) -> None:
    said = {}
    for role in ("reported", "attended"):
        tiny = glance(tmp_path / role, {"content/vi/events/hoi-cho-mau.md": event(role=role)})
        rows = {row["label"]: row["value"] for row in view(tiny, "vi", "events/hoi-cho-mau/")["meta"]}
        said[role] = rows["Vai trò của Sở"]
    assert said == {"reported": None, "attended": "Sở tham dự"}


# ---- The calendar of a year ----


def test_a_year_has_the_months_in_which_something_runs(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        "content/vi/events/hoi-cho-mau.md": on("2024-05-31", "2024-06-02"),
        "content/vi/events/b.md": on("2024-06-02"),
        "content/vi/events/c.md": on("2024-02-29"),
    }
    found = view(glance(tmp_path, files), "en", "events/2024/")
    months = [
        (one["title"], one["anchor"], slugs(one["cards"]), [event["title"] for event in one["earlier"]])
        for one in found["months"]
    ]
    assert months == [
        ("February 2024", "month-02", ["c"], []),
        ("May 2024", "month-05", ["hoi-cho-mau"], []),
        ("June 2024", "month-06", ["b"], ["Hội chợ mẫu"]),
    ]
    assert found["month_links"] == [
        {"title": "February", "address": "en/events/2024/#month-02", "count": 1},
        {"title": "May", "address": "en/events/2024/#month-05", "count": 1},
        {"title": "June", "address": "en/events/2024/#month-06", "count": 2},
    ]
    assert found["total"] == 3


def test_weeks_begin_on_monday_in_both_languages(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    names = {lang: view(tiny, lang, "events/2024/")["day_names"] for lang in ("vi", "en")}
    assert [one["short"] for one in names["vi"]] == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
    assert [one["name"] for one in names["en"]] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
    weeks = view(tiny, "vi", "events/2024/")["months"][0]["weeks"]
    # 1 June 2024 was a Saturday.
    assert [cell and cell["day"] for cell in weeks[0]] == [None, None, None, None, None, 1, 2]
    assert [len(week) for week in weeks] == [7] * 5
    assert [cell and cell["day"] for cell in weeks[-1]] == [24, 25, 26, 27, 28, 29, 30]


def test_days_name_what_takes_place_on_them(tmp_path: Path) -> None:
    files = {"content/vi/events/b.md": on("2024-06-08"), "content/en/events/b.md": english(title='"Talk"')}
    fair = {"title": "Hội chợ mẫu", "when": "7–9 June 2024", "address": "events/hoi-cho-mau/", "lang": "vi"}
    talk = {"title": "Talk", "when": "8 June 2024", "address": "en/events/b/", "lang": None}
    weeks = view(glance(tmp_path, files), "en", "events/2024/")["months"][0]["weeks"]
    busy = {cell["iso"]: cell["events"] for week in weeks for cell in week if cell and cell["events"]}
    assert busy == {"2024-06-07": [fair], "2024-06-08": [fair, talk], "2024-06-09": [fair]}


def test_an_event_that_began_in_an_earlier_year_is_named_and_not_counted(tmp_path: Path) -> None:
    files = {
        "content/vi/events/hoi-cho-mau.md": on("2023-12-30", "2024-01-02"),
        "content/vi/events/b.md": on("2024-03-01"),
    }
    tiny = glance(tmp_path, files)
    found = view(tiny, "vi", "events/2024/")
    assert [(one["title"], slugs(one["cards"]), len(one["earlier"])) for one in found["months"]] == [
        ("Tháng 01 năm 2024", [], 1),
        ("Tháng 3 năm 2024", ["b"], 0),
    ]
    assert found["total"] == 1
    assert [one["title"] for one in view(tiny, "vi", "events/2023/")["months"]] == ["Tháng 12 năm 2023"]


def test_a_year_is_cut_into_pages_between_months(tmp_path: Path) -> None:
    files = NO_FAIR | {
        f"content/vi/events/e{month:02}{day:02}.md": on(f"2024-{month:02}-{day:02}")
        for month, days in ((1, 2), (2, 3), (3, 1), (4, 6))
        for day in range(1, days + 1)
    }
    tiny = glance(tmp_path, files)
    addresses = ["events/2024/", "events/2024/page/2/", "events/2024/page/3/", "events/2024/page/4/"]
    assert [[one["anchor"] for one in view(tiny, "vi", address)["months"]] for address in addresses] == [
        ["month-01", "month-02"],
        ["month-03"],
        ["month-04"],
        ["month-04"],
    ]
    assert slugs(view(tiny, "vi", addresses[-1])["cards"]) == ["e0406"]
    assert {one["title"]: one["address"] for one in view(tiny, "vi", addresses[0])["month_links"]} == {
        "Tháng 01": "events/2024/#month-01",
        "Tháng 02": "events/2024/#month-02",
        "Tháng 3": "events/2024/page/2/#month-03",
        "Tháng 4": "events/2024/page/3/#month-04",
    }
    assert ("vi", "events/2024/page/5/") not in tiny.pages


def made(slug: str, start: date, end: date | None) -> Item:
    facts = EventFacts.model_validate({"published": "2024-01-01", "start": start, "end": end, "role": "reported"})
    text = ItemText(lang="vi", title="x", summary="x", body="", path="x", body_line=1)
    return Item.model_validate({"kind": "event", "slug": slug, "facts": facts, "texts": {"vi": text}})


@given(
    spans=st.lists(st.tuples(st.dates(date(1900, 1, 1), date(2098, 1, 1)), st.integers(0, 800)), max_size=12),
    size=st.integers(1, 4),
)
def test_every_event_of_a_year_is_listed_once_on_pages_that_are_not_too_full(
    spans: list[tuple[date, int]], size: int
) -> None:
    events = [
        made(f"e{number}", start, date.fromordinal(min(start.toordinal() + days, date.max.toordinal())))
        for number, (start, days) in enumerate(spans)
    ]
    years = sorted({start.year for start, _ in spans})
    running = running_months(events, years)
    for year in years:
        pages = in_pages(sections_of(year, running, size), size)
        listed = [event.slug for page in pages for section in page for event in section.starting]
        assert sorted(listed) == sorted(
            one.slug for one, (start, _) in zip(events, spans, strict=True) if start.year == year
        )
        assert all(sum(len(section.starting) for section in page) <= size for page in pages)
        months = [section.month for page in pages for section in page]
        assert months == sorted(months)
        assert all(page for page in pages)


def test_an_event_of_many_decades_fills_only_the_years_that_have_a_page() -> None:
    running = running_months([made("e", date(2024, 5, 1), date(2100, 12, 31))], [2024, 2030])
    assert sorted(running) == [*((2024, month) for month in range(5, 13)), *((2030, month) for month in range(1, 13))]
    assert [section.month for section in sections_of(9999, running, 5)] == []
    assert Section(9999, 12, (), ()).anchor == "month-12"


# ---- Coverage ----


def report(**changes: str | None) -> str:
    return news(related="[event/hoi-cho-mau]", **changes)


@pytest.mark.parametrize(
    ("path", "text", "covered"),
    [
        ("news/x", report(date="2024-06-09", published="2024-06-12"), True),
        ("news/x", report(date="2024-06-07", published="2024-06-07"), True),
        ("news/x", report(date="2024-06", published="2024-06-12"), True),
        ("news/x", report(date=None, published="2024-06-12"), True),
        # An announcement, whenever it was put on this site, is no coverage.
        ("news/x", report(date="2024-06-06", published="2024-06-06"), False),
        ("news/x", report(date="2024-05", published="2024-06-20"), False),
        ("news/x", report(date=None, published="2024-06-06"), False),
        ("press/x", press(date="2024-06-08", related="[event/hoi-cho-mau]", published="2026-01-01"), True),
        ("press/x", press(date="2019-05-16", related="[event/hoi-cho-mau]", published="2026-01-01"), False),
        ("events/x", event(start="2024-07-01", end=None, related="[event/hoi-cho-mau]"), False),
    ],
)
def test_coverage_is_news_or_press_that_names_the_event_and_is_not_older(
    tmp_path: Path, path: str, text: str, covered: bool
) -> None:
    found = view(glance(tmp_path, {f"content/vi/{path}.md": text}), "vi", "events/hoi-cho-mau/")
    assert (slugs(found["event"]["coverage"]), slugs(found["related"])) == ((["x"], []) if covered else ([], ["x"]))


def test_what_the_event_names_itself_is_no_coverage(tmp_path: Path) -> None:
    files = {
        "content/vi/events/hoi-cho-mau.md": event(related="[news/tin-mau]"),
        "content/vi/news/tin-mau.md": news(date="2024-06-20", published="2024-06-20"),
    }
    found = view(glance(tmp_path, files), "vi", "events/hoi-cho-mau/")
    assert (found["event"]["coverage"], slugs(found["related"])) == ([], ["tin-mau"])


@pytest.mark.parametrize(
    ("role", "day", "said"),
    [
        ("organiser", 10, True),
        ("co-organiser", 7, True),
        ("organiser", 6, False),
        ("attended", 10, False),
        ("reported", 10, False),
    ],
)
def test_only_the_departments_own_events_say_that_nothing_was_written(
    tmp_path: Path, role: str, day: int, said: bool
) -> None:
    files = {"content/vi/events/hoi-cho-mau.md": event(role=role, published="2024-06-01")}
    tiny = glance(tmp_path, files, datetime(2024, 6, day, 12, tzinfo=VIETNAM))
    assert view(tiny, "vi", "events/hoi-cho-mau/")["event"]["uncovered"] is said


def test_the_sample_year_has_the_coverage_that_was_worked_out_by_hand(sample: World) -> None:
    covered = {
        event.slug: slugs(view(sample, "vi", f"events/{event.slug}/")["event"]["coverage"])
        for event in sample.site.catalogue.items.values()
        if event.kind == "event"
    }
    assert {slug: found for slug, found in covered.items() if found} == {
        "ngay-hoi-san-pham-mau-2024": [
            "dai-mau-phat-phong-su-ve-ngay-hoi-san-pham-mau",
            "tuong-thuat-ngay-hoi-san-pham-mau-2024",
        ],
        "hoi-thao-sang-kien-mau": ["tuong-thuat-hoi-thao-sang-kien-mau"],
        "trien-lam-nong-san-mau-tai-vung-mau-z": [
            "thoi-bao-mau-gioi-thieu-nong-san-mau-bang-tieng-anh",
            "tuong-thuat-trien-lam-nong-san-mau-tai-vung-mau-z",
        ],
    }
    uncovered = sorted(slug for slug in covered if view(sample, "vi", f"events/{slug}/")["event"]["uncovered"])
    assert uncovered == [
        "hoi-nghi-pho-bien-ke-hoach-truyen-thong-mau-2024-2026",
        "lop-tap-huan-mau-ve-ke-cau-chuyen-san-pham",
        "toa-dam-truc-tuyen-mau-voi-doi-tac-nuoc-mau-x",
        "tuan-le-mo-cua-phong-thu-nghiem-mau",
    ]


def test_the_sample_year_is_sorted_by_its_day(sample: World) -> None:
    cards = view(sample, "en", "events/")["cards"]
    assert slugs([card for card in cards if not card["past"]]) == [
        "hoi-thao-nhan-hieu-va-chi-dan-dia-ly-mau",
        "ngay-hoi-khoi-nghiep-mau-2025",
    ]
    assert [card["iso"] for card in cards if card["past"]] == sorted(
        (card["iso"] for card in cards if card["past"]), reverse=True
    )
    assert [card["id"].split("/")[1] for card in cards if card["lang"] == "vi"] == [
        "hoi-nghi-ket-noi-cung-cau-mau-2025",
        "dien-dan-doi-moi-sang-tao-mau-cua-vung-mau-y",
    ]


def test_one_can_subscribe_where_the_site_has_an_address_of_its_own(tmp_path: Path) -> None:
    own = CONFIG.replace("https://example.org/mau/", "https://tinh-mau.vn/mau/")
    found = view(glance(tmp_path / "own", {"mkdocs.yml": own}), "en", "events/")
    assert found["webcal"] == "webcal://tinh-mau.vn/mau/en/events/calendar.ics"
    assert view(glance(tmp_path / "none"), "en", "events/")["webcal"] is None
