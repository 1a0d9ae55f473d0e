"""Calendars: what is written is read back, by a parser, as it was meant."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from promosite.clock import VIETNAM
from promosite.generate.calendars import EVENTS, calendar_files, calendar_of
from promosite.generate.ical import PlainText
from promosite.model.items import EventFacts, Item, Kind
from promosite.model.texts import ItemText
from tests.worlds import CONFIG, World, english, event, glance

ROOT = "https://example.org/mau"
PUBLISHER = 'publisher: {name: {vi: "Sở Mẫu", en: "Sample Department"}, url: "https://example.org/"}'


def files_of(tiny: World) -> dict[str, bytes]:
    return {file.uri: file.content for file in tiny.files if file.uri.endswith(".ics")}


def read(content: bytes) -> Any:
    """Read a calendar and hold it to what RFC 5545 says of lines: CRLF, 75 octets, whole characters."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()
    return Calendar.from_ical(content)


def told(one: Any) -> dict[str, Any]:
    """Return the properties of an event by name, in plain values."""
    plain: dict[str, Any] = {}
    for name, value in one.property_items(recursive=False):
        if name not in ("BEGIN", "END"):
            plain[name] = (getattr(value, "dt", None) or value, dict(value.params))
    return plain


FAIR = {
    "content/vi/events/hoi-cho-mau.md": event(
        title='"Hội chợ mẫu, lần đầu; ở Đất Đỏ"',
        updated="2024-06-13",
        role="co-organiser",
        venue='{vi: "Nhà Mẫu", en: "Sample House"}',
        organisers='[{vi: "Sở Mẫu", en: "Sample Department"}, {vi: "Hội Mẫu", en: "Sample Association"}]',
    ),
    "content/en/events/hoi-cho-mau.md": english(),
}


def test_an_event_is_read_back_as_it_was_meant(tmp_path: Path) -> None:
    files = files_of(glance(tmp_path, FAIR))
    found = read(files["events/hoi-cho-mau.ics"])
    changed = datetime(2024, 6, 13, 5, tzinfo=UTC)
    address = f"{ROOT}/events/hoi-cho-mau/"
    words = "Hội chợ mẫu.\nVai trò của Sở: Sở phối hợp tổ chức\nĐơn vị tổ chức: Sở Mẫu; Hội Mẫu"
    assert told(found.events[0]) == {
        "UID": ("event-hoi-cho-mau@example.org", {}),
        "DTSTAMP": (changed, {}),
        "LAST-MODIFIED": (changed, {}),
        "CREATED": (datetime(2024, 6, 10, 5, tzinfo=UTC), {}),
        "SEQUENCE": (3, {}),
        "DTSTART": (date(2024, 6, 7), {"VALUE": "DATE"}),
        "DTEND": (date(2024, 6, 10), {"VALUE": "DATE"}),
        "SUMMARY": ("Hội chợ mẫu, lần đầu; ở Đất Đỏ", {"LANGUAGE": "vi"}),
        "DESCRIPTION": (f"{words}\n{address}", {"LANGUAGE": "vi"}),
        "LOCATION": ("Nhà Mẫu", {"LANGUAGE": "vi"}),
        "URL": (address, {}),
        "TRANSP": ("TRANSPARENT", {}),
    }
    assert (str(found["prodid"]), str(found["version"]), len(found.events)) == (
        "-//promosite//NONSGML events//VI",
        "2.0",
        1,
    )
    assert str(found["x-wr-timezone"]) == "Asia/Ho_Chi_Minh"


def test_both_languages_name_the_same_event(tmp_path: Path) -> None:
    files = files_of(glance(tmp_path, FAIR))
    vi, en = (told(read(files[uri]).events[0]) for uri in ("events/hoi-cho-mau.ics", "en/events/hoi-cho-mau.ics"))
    same = ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND")
    assert {key: vi[key] for key in same} == {key: en[key] for key in same}
    assert (en["SUMMARY"], en["LOCATION"], en["URL"]) == (
        ("Sample", {"LANGUAGE": "en"}),
        ("Sample House", {"LANGUAGE": "en"}),
        (f"{ROOT}/en/events/hoi-cho-mau/", {}),
    )


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("events/hoi-cho-mau.ics", "Vai trò của Sở: chưa có dữ liệu"),
        ("en/events/hoi-cho-mau.ics", "Role of the Department: not on record"),
    ],
)
def test_a_role_that_is_not_on_record_is_said_once(tmp_path: Path, uri: str, said: str) -> None:
    files = {"content/vi/events/hoi-cho-mau.md": event(role="reported"), "content/en/events/hoi-cho-mau.md": english()}
    found = read(files_of(glance(tmp_path, files))[uri]).events[0]
    assert str(found["description"]).splitlines()[1] == said


def test_a_uid_outlives_the_title_and_the_dates(tmp_path: Path) -> None:
    other = event(title='"Tên khác"', start="2024-07-01", end=None)
    before = files_of(glance(tmp_path / "a"))["events/hoi-cho-mau.ics"]
    after = files_of(glance(tmp_path / "b", {"content/vi/events/hoi-cho-mau.md": other}))["events/hoi-cho-mau.ics"]
    assert read(before).events[0]["uid"] == read(after).events[0]["uid"] == "event-hoi-cho-mau@example.org"


def test_a_place_in_another_language_says_so(tmp_path: Path) -> None:
    files = {
        "content/vi/events/hoi-cho-mau.md": event(venue='{vi: "Nhà Mẫu"}'),
        "content/en/events/hoi-cho-mau.md": english(),
        "content/vi/events/b.md": event(venue='"Expo 1"'),
    }
    made = files_of(glance(tmp_path, files))
    places = [told(read(made[uri]).events[0])["LOCATION"] for uri in ("en/events/hoi-cho-mau.ics", "events/b.ics")]
    assert places == [("Nhà Mẫu", {"LANGUAGE": "vi"}), ("Expo 1", {})]


def test_an_event_has_a_file_in_each_language_in_which_it_was_written(tmp_path: Path) -> None:
    assert sorted(uri for uri in files_of(glance(tmp_path)) if "events/" in uri) == [
        "en/events/calendar.ics",
        "events/calendar.ics",
        "events/hoi-cho-mau.ics",
    ]


def test_a_subscriber_learns_the_name_and_how_often_to_ask(tmp_path: Path) -> None:
    found = read(files_of(glance(tmp_path, FAIR))["en/events/calendar.ics"])
    about = "Events that have a page in this language. Each is given in whole days, Viet Nam time."
    assert (str(found["name"]), dict(found["name"].params)) == ("Events · Sample Province", {"LANGUAGE": "en"})
    assert str(found["description"]) == about
    # The parser hands over properties that it does not know as they stand in the file.
    assert str(found["x-wr-calname"]) == "Events · Sample Province"
    assert str(found["x-wr-caldesc"]) == about.replace(",", "\\,")
    assert (found["refresh-interval"].dt, dict(found["refresh-interval"].params)) == (
        timedelta(days=1),
        {"VALUE": "DURATION"},
    )
    assert str(found["x-published-ttl"]) == "P1D"
    assert (str(found["url"]), str(found["source"]), dict(found["source"].params)) == (
        f"{ROOT}/en/events/",
        f"{ROOT}/en/events/calendar.ics",
        {"VALUE": "URI"},
    )


@pytest.mark.parametrize(
    ("lang", "notice"),
    [
        ("vi", "Trang chạy thử, chưa phải trang thông tin chính thức."),
        ("en", "Demonstration site, not an official website."),
    ],
)
def test_without_a_publisher_each_entry_says_that_it_is_a_sample(tmp_path: Path, lang: str, notice: str) -> None:
    made = files_of(glance(tmp_path, FAIR | {"mkdocs.yml": CONFIG.replace(PUBLISHER, "")}))
    found = read(made["events/calendar.ics" if lang == "vi" else "en/events/calendar.ics"])
    assert str(found["description"]).endswith(f"\n{notice}")
    assert str(found.events[0]["description"]).endswith(f"\n{notice}")


def test_a_calendar_without_events_is_still_a_calendar(tmp_path: Path) -> None:
    found = read(files_of(glance(tmp_path))["en/events/calendar.ics"])
    assert found.events == []
    zone = found.walk("VTIMEZONE")[0]
    assert str(zone["tzid"]) == "Asia/Ho_Chi_Minh"
    assert zone.walk("STANDARD")[0]["tzoffsetto"].td == timedelta(hours=7)


def test_events_stand_by_day_and_only_the_latest_are_kept(tmp_path: Path) -> None:
    first = date(2020, 1, 1)
    files = {
        f"content/vi/events/e{number:03}.md": event(start=str(first + timedelta(days=number)), end=None)
        for number in range(EVENTS)
    }
    found = read(files_of(glance(tmp_path, files))["events/calendar.ics"])
    assert len(found.events) == EVENTS
    assert [str(one["uid"]) for one in found.events] == [
        *(f"event-e{number:03}@example.org" for number in range(1, EVENTS)),
        "event-hoi-cho-mau@example.org",
    ]


def test_calendars_are_the_same_whatever_the_day(tmp_path: Path) -> None:
    tiny = glance(tmp_path, FAIR)
    later = replace(tiny.site, moment=datetime(2030, 1, 1, tzinfo=VIETNAM))
    assert list(calendar_files(tiny.site)) == list(calendar_files(later))


def test_the_sample_year_goes_both_ways(sample: World) -> None:
    made = files_of(sample)
    for lang, uri in (("vi", "events/calendar.ics"), ("en", "en/events/calendar.ics")):
        found = {str(one["uid"]): one for one in read(made[uri]).events}
        items = [item for item in sample.site.catalogue.items.values() if item.kind == "event" and lang in item.texts]
        assert sorted(found) == sorted(f"event-{item.slug}@example.org" for item in items)
        for item in items:
            one, facts = found[f"event-{item.slug}@example.org"], item.facts
            assert isinstance(facts, EventFacts)
            assert (one.start, one.end - timedelta(days=1)) == (facts.start, facts.last_day)
            assert str(one["summary"]) == item.texts[lang].title
            single = read(made[sample.site.path(lang, f"events/{item.slug}.ics")]).events[0]
            assert told(single) == told(one)


PIECES = ["\n", ",", ";", ":", "\\", "\\n", "\\N", "\\,", '"', "đ", "Đ", "🎉", "Hội chợ ", "^n", "%2C"]
PLAIN = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff")
WORDS = st.lists(st.sampled_from(PIECES) | PLAIN, min_size=1, max_size=60).map("".join)
"""Texts as they may stand in a record, rich in what the format gives a meaning of its own."""


@given(WORDS)
def test_any_text_comes_back(words: str) -> None:
    calendar = Calendar()
    calendar.add("description", PlainText(words, params={"LANGUAGE": "vi"}))
    assert str(read(calendar.to_ical())["description"]) == words


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Item], bytes]:
    """A function, since hypothesis would print a whole site with each example."""
    site = glance(tmp_path_factory.mktemp("calendars")).site
    return lambda item: calendar_of(site, [item], "vi")


@given(title=WORDS, venue=WORDS, start=st.dates(), days=st.integers(0, 4000), wait=st.integers(0, 4000))
def test_any_event_comes_back(
    written: Callable[[Item], bytes], title: str, venue: str, start: date, days: int, wait: int
) -> None:
    last = date.fromordinal(min(start.toordinal() + days, date.max.toordinal()))
    updated = date.fromordinal(min(start.toordinal() + wait, date.max.toordinal()))
    facts = EventFacts.model_construct(
        start=start, end=last, role="organiser", published=start, updated=updated, venue=None, organisers=()
    )
    text = ItemText.model_construct(lang="vi", title=title, summary=venue)
    item = Item.model_construct(kind=Kind.EVENT, slug="x", facts=facts, texts={"vi": text})
    one = read(written(item)).events[0]
    assert str(one["summary"]) == title
    assert str(one["description"]).startswith(f"{venue}\nVai trò của Sở: Sở chủ trì\n")
    assert one.start == start
    assert one.end == (last + timedelta(days=1) if last < date.max else last)
    assert one["dtstamp"].dt.date() == updated
    assert one["sequence"] == (updated - start).days
