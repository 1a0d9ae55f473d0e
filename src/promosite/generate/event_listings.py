"""Pages that list events: what is to come and what is over, and a calendar for each year."""

from collections.abc import Iterator, Sequence

from promosite.generate.events import CALENDAR, event_cards, in_order, is_upcoming
from promosite.generate.headers import page
from promosite.generate.listings import by_year, modified, pager, part_address, part_title, year_links
from promosite.generate.months import (
    Running,
    Section,
    in_pages,
    month_name,
    running_months,
    section_view,
    sections_of,
)
from promosite.generate.site import Site, View
from promosite.lang import long_date
from promosite.messages import Messages
from promosite.model.items import Item, Kind
from promosite.model.outputs import PageOutput

SECTION = f"{Kind.EVENT.folder}/"


def event_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the listing of events and the calendar of each year, in all languages."""
    events = in_order(site, site.catalogue.of_kind(Kind.EVENT))
    years = by_year(events)
    running = running_months(events, list(years))
    for lang in site.config.locales:
        yield from _listing(site, events, years, lang)
        for year, group in years.items():
            yield from _year(site, year, len(group), years, running, lang)


def _listing(site: Site, events: Sequence[Item], years: dict[int, list[Item]], lang: str) -> Iterator[PageOutput]:
    size = site.config.page_size
    parts = [events[at : at + size] for at in range(0, len(events), size)] or [[]]
    upcoming = sum(is_upcoming(site, event) for event in events)
    for number, part in enumerate(parts, start=1):
        view = _view(site, lang, part, len(events), None, years) | {"upcoming": upcoming, "months": []}
        yield _page(site, lang, None, view, part, (number, len(parts)))


def _year(
    site: Site, year: int, total: int, years: dict[int, list[Item]], running: Running, lang: str
) -> Iterator[PageOutput]:
    """Yield the calendar of a year, January first; its months are cut into pages, not its events."""
    size = site.config.page_size
    pages = in_pages(sections_of(year, running, size), size)
    links = _month_links(site, pages, lang)
    for number, sections in enumerate(pages, start=1):
        part = [event for section in sections for event in section.starting]
        view = _view(site, lang, part, total, year, years) | {
            "months": [section_view(site, section, lang) for section in sections],
            "month_links": links,
            "day_names": _day_names(site.messages[lang]),
        }
        yield _page(site, lang, year, view, part, (number, len(pages)))


def _month_links(site: Site, pages: Sequence[Sequence[Section]], lang: str) -> list[View]:
    """Return where each month of a year stands; a month in several parts leads to the first."""
    links: dict[int, View] = {}
    for number, sections in enumerate(pages, start=1):
        for section in sections:
            address = site.path(lang, part_address(_address(section.year), number))
            view = {"title": month_name(site, section, lang), "address": f"{address}#{section.anchor}"}
            links.setdefault(section.month, view | {"count": len(section.running)})
    return list(links.values())


def _day_names(messages: Messages) -> list[View]:
    return [
        {"short": messages.text(f"calendar.day-{number}"), "name": messages.text(f"calendar.day-name-{number}")}
        for number in range(1, 8)
    ]


def _address(year: int | None) -> str:
    return SECTION if year is None else f"{SECTION}{year}/"


def _view(
    site: Site, lang: str, part: Sequence[Item], total: int, year: int | None, years: dict[int, list[Item]]
) -> View:
    return {
        "kind": Kind.EVENT.value,
        "intro": site.messages[lang].text(f"kind.{Kind.EVENT}.intro"),
        "total": total,
        "cards": event_cards(site, part, lang),
        "as_of": long_date(site.day, site.messages[lang]),
        "calendar": site.path(lang, CALENDAR),
        "webcal": _webcal(site, lang),
        "year": year,
        "all": site.path(lang, SECTION),
        "years": year_links(site, lang, SECTION, years),
    }


def _webcal(site: Site, lang: str) -> str | None:
    """Return the address that calendar programs open to subscribe; None while the site has no address of its own."""
    if site.config.has_placeholder:
        return None
    return "webcal://" + site.config.absolute(lang, CALENDAR).partition("://")[2]


def _page(
    site: Site, lang: str, year: int | None, view: View, part: Sequence[Item], place: tuple[int, int]
) -> PageOutput:
    """Return one page of a listing; `place` is its number and that of the last."""
    (number, last), messages = place, site.messages[lang]
    name = messages.text(f"kind.{Kind.EVENT}.plural")
    title = name if year is None else messages.text("listing.of-year", name=name, year=year)
    return page(
        site,
        lang,
        part_address(_address(year), number),
        template="events",
        title=part_title(messages, title, number),
        summary=view["intro"],
        view=view | pager(site, lang, _address(year), number, last),
        modified=modified(part, site.day),
        section=number == 1,
        trail=[] if year is None and number == 1 else [(name, SECTION)],
        feed=(name, SECTION),
    )
