"""Calendar files (RFC 5545): one for each event, and one for each language that people can subscribe to."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration, vText, vUri

from promosite.clock import VIETNAM, noon
from promosite.generate.author import sample_notice
from promosite.generate.events import CALENDAR, calendar_address, facts_of
from promosite.generate.site import Site, item_address
from promosite.messages import Messages
from promosite.model.items import Item, Kind
from promosite.model.outputs import FileOutput

EVENTS = 200
"""How many events, the latest by day, a calendar to subscribe to holds; more than anyone scrolls through."""

REFRESH = timedelta(days=1)
"""How often a subscriber's program may ask again; the site is published less often than that."""

ZONE = "Asia/Ho_Chi_Minh"


class PlainText(vText):
    r"""Text that comes back as it went in: the library's own escaping takes a written `\N` for the end of a line."""

    def to_ical(self) -> bytes:
        """Return the text with the escapes of RFC 5545, 3.3.11."""
        escaped = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\r\n", "\n").replace("\n", "\\n").encode()


def calendar_files(site: Site) -> Iterator[FileOutput]:
    """Yield the calendars of all languages; each holds the events that have a page in its language."""
    for lang in site.config.locales:
        events = [event for event in site.catalogue.of_kind(Kind.EVENT) if lang in event.texts]
        for event in events:
            yield FileOutput(site.path(lang, calendar_address(event)), calendar_of(site, [event], lang))
        latest = sorted(events, key=_by_day)[-EVENTS:]
        yield FileOutput(site.path(lang, CALENDAR), calendar_of(site, latest, lang, subscribed=True))


def _by_day(event: Item) -> tuple[date, date, str]:
    return facts_of(event).start, facts_of(event).last_day, event.id


def calendar_of(site: Site, events: Iterable[Item], lang: str, *, subscribed: bool = False) -> bytes:
    """Return a calendar in one language; `subscribed` says how it is named and how often to ask for it again."""
    calendar = Calendar()
    calendar.add("prodid", f"-//promosite//NONSGML events//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-timezone", _text(ZONE))
    if subscribed:
        _describe(calendar, site, lang)
    for event in events:
        calendar.add_component(_event(site, event, lang))
    return bytes(calendar.to_ical())


def _describe(calendar: Calendar, site: Site, lang: str) -> None:
    """Say what the calendar is: in the words of RFC 7986, and in those that programs knew before it."""
    messages = site.messages[lang]
    name = messages.text("calendar.name", site=site.config.site_name(lang))
    about = "\n".join([messages.text("calendar.about"), *sample_notice(site, lang)])
    for key, words in (("name", name), ("x-wr-calname", name), ("description", about), ("x-wr-caldesc", about)):
        calendar.add(key, _text(words, lang))
    calendar.add("url", site.config.absolute(lang, "events/"))
    calendar.add("source", vUri(site.config.absolute(lang, CALENDAR), params={"VALUE": "URI"}))
    calendar.add("refresh-interval", vDuration(REFRESH, params={"VALUE": "DURATION"}))
    calendar.add("x-published-ttl", vDuration(REFRESH))
    calendar.add_component(_zone())


def _zone() -> Timezone:
    """Return the zone whose days the events are; a calendar without events needs a component, too (3.6)."""
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


def _event(site: Site, item: Item, lang: str) -> Event:
    """Return an event of whole days. Its UID is the same in each language and when the title changes."""
    facts, text = facts_of(item), item.texts[lang]
    changed = facts.updated or facts.published
    address = site.config.absolute(lang, item_address(item))
    event = Event()
    event.add("uid", uid(site, item))
    event.add("dtstamp", noon(changed).astimezone(UTC))
    event.add("last-modified", noon(changed).astimezone(UTC))
    event.add("created", noon(facts.published).astimezone(UTC))
    # A program replaces its copy of an imported event only by a higher number (3.8.7.4).
    event.add("sequence", (changed - facts.published).days)
    event.add("dtstart", facts.start)
    if facts.last_day < date.max:
        event.add("dtend", facts.last_day + timedelta(days=1))
    event.add("summary", _text(text.title, lang))
    event.add("description", _text(_description(site, item, lang, address), lang))
    if facts.venue:
        event.add("location", _text(facts.venue.text(lang), facts.venue.language(lang)))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def uid(site: Site, item: Item) -> str:
    """Return the name of an event among all calendars: its id, and the host of the site."""
    return f"{item.id.replace('/', '-')}@{site.config.host}"


def _description(site: Site, item: Item, lang: str, address: str) -> str:
    facts, messages = facts_of(item), site.messages[lang]
    lines = [item.texts[lang].summary, _line("item.role", messages.text(f"role.{facts.role}"), messages)]
    if facts.organisers:
        lines.append(_line("item.organisers", "; ".join(one.text(lang) for one in facts.organisers), messages))
    return "\n".join([*lines, address, *sample_notice(site, lang)])


def _line(key: str, value: str, messages: Messages) -> str:
    return f"{messages.text(key)}: {value}"


def _text(words: str, lang: str | None = None) -> vText:
    return PlainText(words, params={"LANGUAGE": lang} if lang else {})
