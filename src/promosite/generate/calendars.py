"""Calendar files (RFC 5545): one for each event, and one for each language that people can subscribe to."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta

from icalendar import Event

from promosite.clock import noon
from promosite.generate.author import sample_notice
from promosite.generate.events import CALENDAR, calendar_address, facts_of, role_on_record
from promosite.generate.ical import CalendarHead, describe, new_calendar
from promosite.generate.ical import text as words
from promosite.generate.site import Site, item_address
from promosite.messages import Messages
from promosite.model.items import Item, Kind
from promosite.model.outputs import FileOutput

KIND = "events"
EVENTS = 200
"""How many events, the latest by day, a calendar to subscribe to holds; more than anyone scrolls through."""


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
    calendar = new_calendar(KIND, lang)
    if subscribed:
        describe(calendar, _head(site, lang))
    for event in events:
        calendar.add_component(_event(site, event, lang))
    return bytes(calendar.to_ical())


def _head(site: Site, lang: str) -> CalendarHead:
    messages = site.messages[lang]
    name = messages.text("calendar.name", site=site.config.site_name(lang))
    about = "\n".join([messages.text("calendar.about"), *sample_notice(site, lang)])
    page, source = site.config.absolute(lang, "events/"), site.config.absolute(lang, CALENDAR)
    return CalendarHead(KIND, lang, name, about, page, source)


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
    event.add("summary", words(text.title, lang))
    event.add("description", words(_description(site, item, lang, address), lang))
    if facts.venue:
        event.add("location", words(facts.venue.text(lang), facts.venue.language(lang)))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def uid(site: Site, item: Item) -> str:
    """Return the name of an event among all calendars: its id, and the host of the site."""
    return f"{item.id.replace('/', '-')}@{site.config.host}"


def _description(site: Site, item: Item, lang: str, address: str) -> str:
    facts, messages = facts_of(item), site.messages[lang]
    role = role_on_record(facts, messages) or messages.text("ui.not-on-record")
    lines = [item.texts[lang].summary, _line("item.role", role, messages)]
    if facts.organisers:
        lines.append(_line("item.organisers", "; ".join(one.text(lang) for one in facts.organisers), messages))
    return "\n".join([*lines, address, *sample_notice(site, lang)])


def _line(key: str, value: str, messages: Messages) -> str:
    return f"{messages.text(key)}: {value}"
