"""Calendar files (RFC 5545): the parts that every calendar of the site shares."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration, vText, vUri

from promosite.clock import VIETNAM, noon

ZONE = "Asia/Ho_Chi_Minh"

REFRESH = timedelta(days=1)
"""How often a subscriber's program may ask again; the site is published less often than that."""


class PlainText(vText):
    r"""Text that comes back as it went in: the library's own escaping takes a written `\N` for the end of a line."""

    def to_ical(self) -> bytes:
        """Return the text with the escapes of RFC 5545, 3.3.11."""
        escaped = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\r\n", "\n").replace("\n", "\\n").encode()


@dataclass(frozen=True, slots=True)
class CalendarHead:
    """What a calendar says of itself; `kind` goes into its product id, addresses are absolute."""

    kind: str
    lang: str
    name: str
    about: str
    page: str
    source: str


@dataclass(frozen=True, slots=True)
class WholeDay:
    """A day to remember. `uid` is the same in each language; `stamp` is the day on which it was set."""

    uid: str
    day: date
    stamp: date
    title: str
    description: str
    page: str


def text(words: str, lang: str | None = None) -> vText:
    """Return words as a value, marked with their language."""
    return PlainText(words, params={"LANGUAGE": lang} if lang else {})


def new_calendar(kind: str, lang: str) -> Calendar:
    """Return an empty calendar; `kind` goes into its product id."""
    calendar = Calendar()
    calendar.add("prodid", f"-//promosite//NONSGML {kind}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-timezone", text(ZONE))
    return calendar


def describe(calendar: Calendar, head: CalendarHead) -> None:
    """Say what a calendar is: in the words of RFC 7986, and in those that programs knew before it."""
    about = (
        ("name", head.name),
        ("x-wr-calname", head.name),
        ("description", head.about),
        ("x-wr-caldesc", head.about),
    )
    for key, words in about:
        calendar.add(key, text(words, head.lang))
    calendar.add("url", head.page)
    calendar.add("source", vUri(head.source, params={"VALUE": "URI"}))
    calendar.add("refresh-interval", vDuration(REFRESH, params={"VALUE": "DURATION"}))
    calendar.add("x-published-ttl", vDuration(REFRESH))
    calendar.add_component(_zone())


def calendar_bytes(head: CalendarHead, days: Iterable[WholeDay]) -> bytes:
    """Return a calendar that people can open or subscribe to; it is whole without any day in it."""
    calendar = new_calendar(head.kind, head.lang)
    describe(calendar, head)
    for one in days:
        calendar.add_component(_whole_day(one, head.lang))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Return the zone whose days these are; a calendar without events needs a component, too (3.6)."""
    offset = VIETNAM.utcoffset(None)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone


def _whole_day(one: WholeDay, lang: str) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", noon(one.stamp).astimezone(UTC))
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", text(one.title, lang))
    event.add("description", text(one.description, lang))
    event.add("url", one.page)
    event.add("transp", "TRANSPARENT")
    return event
