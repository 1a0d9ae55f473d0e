"""Months of a year of events: a table of days for each, weeks beginning on Monday, and the events under it."""

import calendar
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from promosite.generate.cards import when
from promosite.generate.events import event_cards, facts_of
from promosite.generate.site import Site, View, item_address
from promosite.model.items import Item

NAMED = 12
"""Events that a day of the table names, and a month of those that go on from an earlier one."""

WEEKS = calendar.Calendar(calendar.MONDAY)

Running = Mapping[tuple[int, int], Sequence[Item]]
"""Events by year and month in which they run."""


@dataclass(frozen=True, slots=True)
class Section:
    """A month, or a part of one that is too full for one page.

    `starting` are the events that begin in it and are listed here; `running` is everything that takes place in it.
    """

    year: int
    month: int
    starting: tuple[Item, ...]
    running: tuple[Item, ...]

    @property
    def anchor(self) -> str:
        """Return the name of the section's place in its page."""
        return f"month-{self.month:02}"


def running_months(events: Iterable[Item], years: Sequence[int]) -> Running:
    """Return which events run in each month of some years, by first day."""
    months: dict[tuple[int, int], list[Item]] = {}
    for event in sorted(events, key=lambda one: (facts_of(one).start, facts_of(one).last_day, one.id)):
        for key in _months_of(event, years):
            months.setdefault(key, []).append(event)
    return months


def _months_of(event: Item, years: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the months of an event that lie in one of the years; an event may last for many."""
    start, last = facts_of(event).start, facts_of(event).last_day
    for year in years:
        if start.year <= year <= last.year:
            first_month = start.month if year == start.year else 1
            last_month = last.month if year == last.year else 12
            yield from ((year, month) for month in range(first_month, last_month + 1))


def sections_of(year: int, running: Running, size: int) -> Iterator[Section]:
    """Yield the months of a year in which something runs; one with more than `size` beginnings in several parts."""
    for month in range(1, 13):
        events = tuple(running.get((year, month), ()))
        begins = [one for one in events if (facts_of(one).start.year, facts_of(one).start.month) == (year, month)]
        for at in range(0, max(len(begins), 1), size) if events else ():
            yield Section(year, month, tuple(begins[at : at + size]), events)


def in_pages(sections: Iterable[Section], size: int) -> list[list[Section]]:
    """Return sections in pages of at most `size` events each; a month is cut only where it alone is larger."""
    pages: list[list[Section]] = [[]]
    room = size
    for section in sections:
        needed = max(1, len(section.starting))
        if needed > room:
            pages.append([])
            room = size
        pages[-1].append(section)
        room -= needed
    return pages


def section_view(site: Site, section: Section, lang: str) -> View:
    """Return a month for a page in `lang`: its table of days, its events, and what goes on from an earlier month."""
    first = date(section.year, section.month, 1)
    month = site.messages[lang].text(f"date.month-{section.month}")
    earlier = [event for event in section.running if facts_of(event).start < first]
    return {
        "anchor": section.anchor,
        "title": site.messages[lang].text("calendar.month", month=month, year=section.year),
        "weeks": _weeks(site, section, lang),
        "cards": event_cards(site, section.starting, lang),
        "earlier": [_named(site, event, lang) for event in earlier[:NAMED]],
        "earlier_more": len(earlier) - NAMED if len(earlier) > NAMED else None,
    }


def month_name(site: Site, section: Section, lang: str) -> str:
    """Return the name of a month, without its year."""
    messages = site.messages[lang]
    return messages.text("calendar.month-alone", month=messages.text(f"date.month-{section.month}"))


def _weeks(site: Site, section: Section, lang: str) -> list[list[View | None]]:
    """Return the weeks of a month; a day outside it is None."""
    named = {event.id: _named(site, event, lang) for event in section.running}
    days = {number: [named[event.id] for event in events] for number, events in _days(section).items()}
    weeks = WEEKS.monthdayscalendar(section.year, section.month)
    return [[_cell(section, number, days.get(number, [])) for number in week] for week in weeks]


def _named(site: Site, event: Item, lang: str) -> View:
    """Return an event as a link: title, when, and where it leads; `lang` where that is in another language."""
    text = event.best_text(lang)
    return {
        "title": text.title,
        "when": when(site, event, lang),
        "address": site.path(text.lang, item_address(event)),
        "lang": text.lang if text.lang != lang else None,
    }


def _days(section: Section) -> dict[int, list[Item]]:
    """Return what takes place on each day of the month."""
    first = date(section.year, section.month, 1)
    last = first.replace(day=calendar.monthrange(section.year, section.month)[1])
    days: dict[int, list[Item]] = {}
    for event in section.running:
        begin, end = max(facts_of(event).start, first), min(facts_of(event).last_day, last)
        for number in range(begin.day, end.day + 1):
            days.setdefault(number, []).append(event)
    return days


def _cell(section: Section, number: int, events: Sequence[View]) -> View | None:
    """Return a day; None for the days of other months, which weekdays count as 0."""
    if not number:
        return None
    return {
        "day": number,
        "iso": date(section.year, section.month, number).isoformat(),
        "events": events[:NAMED],
        "more": len(events) - NAMED if len(events) > NAMED else None,
    }
