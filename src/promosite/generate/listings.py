"""Listings: every item of a kind, newest first, in pages, and by year where things have dates."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from promosite.generate.cards import cards
from promosite.generate.events import in_order
from promosite.generate.filters import are_wanted, filters, index_files
from promosite.generate.headers import page
from promosite.generate.site import Site, View
from promosite.lang import sort_key
from promosite.messages import Messages
from promosite.model.items import Item, Kind
from promosite.model.outputs import FileOutput, PageOutput

DATED = (Kind.NEWS, Kind.EVENT, Kind.PRESS)
"""Kinds that have archives by year; a product has no date of its own."""


def listing_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the listings of all kinds but events in all languages."""
    for lang in site.config.locales:
        for kind in Kind:
            if kind is Kind.EVENT:
                continue  # events have pages of their own kind, see event_listings.py
            items = ordered(site, kind, lang)
            yield from _paged(site, kind, lang, items, f"{kind.folder}/", None)
            for year, group in by_year(items).items() if kind in DATED else ():
                yield from _paged(site, kind, lang, group, f"{kind.folder}/{year}/", year)


def filter_files(site: Site) -> Iterator[FileOutput]:
    """Yield what the filters of the product listing ask, for each language."""
    for lang in site.config.locales:
        items = ordered(site, Kind.PRODUCT, lang)
        if are_wanted(items):
            yield from index_files(site, items, lang)


def ordered(site: Site, kind: Kind, lang: str) -> list[Item]:
    """Return a kind's items as a listing shows them: products by name, events to come first, the rest newest first."""
    items = list(site.catalogue.of_kind(kind))
    if kind is Kind.EVENT:
        return in_order(site, items)
    if kind is Kind.PRODUCT:
        items.sort(key=lambda item: sort_key(item.best_text(lang).title))
    return items


def by_year(items: Sequence[Item]) -> dict[int, list[Item]]:
    """Return items by their archive year, the latest first; those without one are left out."""
    years: dict[int, list[Item]] = {}
    for item in items:
        if year := year_of(item):
            years.setdefault(year, []).append(item)
    return dict(sorted(years.items(), reverse=True))


def year_of(item: Item) -> int | None:
    """Return the year in which the thing happened; the Department's own that has no such day was news when published.

    Of background without a day nothing is known but when somebody wrote it down here: it has no year.
    """
    if item.facts.happened:
        return item.facts.happened.year
    return item.facts.published.year if item.facts.unit else None


def modified(items: Sequence[Item], otherwise: date) -> date:
    """Return the day on which a list of items last changed."""
    return max((item.facts.updated or item.facts.published for item in items), default=otherwise)


def _paged(
    site: Site, kind: Kind, lang: str, items: Sequence[Item], address: str, year: int | None
) -> Iterator[PageOutput]:
    size, messages = site.config.page_size, site.messages[lang]
    last = max(1, -(-len(items) // size))
    name, dated = messages.text(f"kind.{kind}.plural"), site.catalogue.of_kind(kind) if kind in DATED else ()
    years = year_links(site, lang, f"{kind.folder}/", by_year(dated))
    for number in range(1, last + 1):
        part = items[(number - 1) * size : number * size]
        title = name if year is None else messages.text("listing.of-year", name=name, year=year)
        view = _view(site, kind, lang, part, len(items), year) | pager(site, lang, address, number, last)
        view["years"] = years
        if kind is Kind.PRODUCT:
            view["filters"] = filters(site, items, lang) if number == 1 else None
        yield page(
            site,
            lang,
            part_address(address, number),
            template="catalogue" if kind is Kind.PRODUCT else "listing",
            title=part_title(messages, title, number),
            summary=messages.text(f"kind.{kind}.intro"),
            view=view,
            modified=modified(part, site.day),
            section=number == 1,
            trail=[] if year is None and number == 1 else [(name, f"{kind.folder}/")],
            feed=(name, f"{kind.folder}/"),
        )


def _view(site: Site, kind: Kind, lang: str, part: Sequence[Item], total: int, year: int | None) -> View:
    return {
        "kind": kind.value,
        "intro": site.messages[lang].text(f"kind.{kind}.intro"),
        "total": total,
        "cards": cards(site, part, lang),
        "year": year,
        "all": site.path(lang, f"{kind.folder}/"),
    }


def year_links(site: Site, lang: str, section: str, years: Mapping[int, Sequence[Item]]) -> list[View]:
    """Return the years of which a section has an archive, with the number of items in each."""
    return [
        {"year": one, "count": len(group), "address": site.path(lang, f"{section}{one}/")}
        for one, group in years.items()
    ]


def part_address(address: str, number: int) -> str:
    """Return the address of a page of a listing; `address` is that of the first."""
    return address if number == 1 else f"{address}page/{number}/"


def part_title(messages: Messages, title: str, number: int) -> str:
    """Return the title of a page of a listing; `title` is that of the first."""
    return title if number == 1 else messages.text("listing.page", name=title, number=number)


def pager(site: Site, lang: str, address: str, number: int, last: int) -> View:
    """Return the way through the pages of a listing; `address` is that of the first."""

    def at(page_number: int) -> str:
        return site.path(lang, part_address(address, page_number))

    return {
        "number": number,
        "last": last,
        "previous": at(number - 1) if number > 1 else None,
        "next": at(number + 1) if number < last else None,
    }
