"""What search finds: items, plan rows, units, plans, their reports, and the pages that are no list of items.

Never listings, never drafts.
"""

from collections.abc import Iterator

from promosite.coverage import Report
from promosite.generate.cards import stars, when
from promosite.generate.figures import figure_places
from promosite.generate.listings import DATED, year_of
from promosite.generate.open_data import ADDRESS as DATA
from promosite.generate.places import with_parents
from promosite.generate.readers import places_link
from promosite.generate.search_names import NameFinder, Names, finder_of, general_names, other_names, place_names
from promosite.generate.site import (
    Site,
    briefing_address,
    item_address,
    report_address,
    task_address,
    unit_address,
)
from promosite.model.catalogue import Catalogue
from promosite.model.items import EventFacts, Item, ItemText, PressFacts
from promosite.model.pages import WrittenPage
from promosite.model.plan import Plan, Task
from promosite.model.reference import Unit
from promosite.model.search import SearchEntry
from promosite.report import begun_reports

KINDS = ("news", "product", "event", "press", "row", "unit", "plan", "page")
"""Kinds of page in the order of the filters."""


def search_entries(site: Site) -> Iterator[SearchEntry]:
    """Yield every page that search finds, in each language in which it exists, without its other names."""
    yield from _entries(site, None)


def named_entries(site: Site) -> tuple[SearchEntry, ...]:
    """Return every page that search finds with its other names: for the index alone, since finding them takes long."""
    return tuple(_entries(site, finder_of(site.catalogue)))


def _entries(site: Site, finder: NameFinder | None) -> Iterator[SearchEntry]:
    for item in site.catalogue.items.values():
        for text in item.texts.values():
            yield _item_entry(site, finder, item, text)
    for plan in site.catalogue.plans.values():
        for lang in site.config.locales:
            yield from _plan_entries(site, finder, plan, lang)
    for lang in site.config.locales:
        yield from _reader_entries(site, finder, lang)
    for written in site.pages:
        if written.address:
            yield _written_entry(site, finder, written)


def _item_entry(site: Site, finder: NameFinder | None, item: Item, text: ItemText) -> SearchEntry:
    facts, lang = item.facts, text.lang
    mark = stars(site, item, lang)
    names, also = _names(finder, text.title, f"{text.summary} {text.body}", _declared(site.catalogue, item))
    if finder:
        names = tuple(dict.fromkeys((*names, *general_names(item, site.catalogue))))
        also = tuple(one for one in also if one not in names) + tuple(_circumstances(item, lang))
    return SearchEntry(
        lang=lang,
        address=site.path(lang, item_address(item)),
        kind=item.kind.value,
        title=text.title,
        names=names,
        also=also,
        date=when(site, item, lang) or "",
        day=str(facts.happened.first_day if facts.happened else facts.published),
        year=year_of(item) if item.kind in DATED else None,
        stars=mark["number"] if mark else None,
        stars_text=mark["short"] if mark else "",
        stars_reported=mark is not None and mark["status"] == "reported",
        places=tuple(dict.fromkeys(one for place in facts.places for one in with_parents(site, place))),
        rows=tuple(row_key(*key) for key in site.catalogue.tasks_of[item.id]),
    )


def _circumstances(item: Item, lang: str) -> Iterator[str]:
    """Yield where an event took place and who held it, or which newspaper wrote."""
    if isinstance(item.facts, EventFacts):
        yield from (words.text(lang) for words in (item.facts.venue, *item.facts.organisers) if words)
    if isinstance(item.facts, PressFacts):
        yield item.facts.outlet.text(lang)


def row_key(plan_id: str, task_id: str) -> str:
    """Return a plan row as filters name it."""
    return f"{plan_id}/{task_id}"


def _declared(catalogue: Catalogue, item: Item) -> dict[Names, set[str]]:
    """Return the places that an item names in its header; their names need not stand in the text."""
    return {place_names(catalogue.places[one], catalogue): set() for one in item.facts.places}


def _names(
    finder: NameFinder | None, title: str, body: str = "", declared: dict[Names, set[str]] | None = None
) -> tuple[Names, Names]:
    """Return the other names of what a title names, and those of what the rest of the page speaks of."""
    if finder is None:
        return (), ()
    titled = finder.found_in(title)
    spoken = {**(declared or {}), **finder.found_in(body)}
    names = other_names(titled)
    return names, tuple(one for one in other_names(spoken) if one not in names)


def _plan_entries(site: Site, finder: NameFinder | None, plan: Plan, lang: str) -> Iterator[SearchEntry]:
    title = plan.title.text(lang)
    names, also = _names(finder, title, " ".join(one.words.text(lang) for one in plan.text if one.words))
    address = site.path(lang, f"plan/{plan.id}/")
    day = plan.period.from_.isoformat()
    yield SearchEntry(lang=lang, address=address, kind="plan", title=title, names=names, also=also, day=day)
    for task in plan.tasks:
        yield _row_entry(site, finder, plan, task, lang)
    for unit in site.catalogue.units_of(plan):
        yield _unit_entry(site, finder, plan, unit, lang)
    for report in begun_reports(plan, site.day):
        yield _report_entry(site, finder, plan, report, lang)


def _row_entry(site: Site, finder: NameFinder | None, plan: Plan, task: Task, lang: str) -> SearchEntry:
    title = site.messages[lang].text("plan.task", id=task.id.upper(), title=task.title.text(lang))
    names, also = _names(finder, title, task.text.text(lang))
    return SearchEntry(
        lang=lang,
        address=site.path(lang, task_address(plan.id, task.id)),
        kind="row",
        title=title,
        names=names,
        also=also,
        day=plan.period.from_.isoformat(),
        rows=(row_key(plan.id, task.id),),
    )


def _unit_entry(site: Site, finder: NameFinder | None, plan: Plan, unit: Unit, lang: str) -> SearchEntry:
    title = unit.name.text(lang)
    names, _ = _names(finder, title)
    address = site.path(lang, unit_address(plan.id, unit.id))
    day = plan.period.from_.isoformat()
    return SearchEntry(lang=lang, address=address, kind="unit", title=title, names=names, day=day)


def _report_entry(site: Site, finder: NameFinder | None, plan: Plan, report: Report, lang: str) -> SearchEntry:
    messages = site.messages[lang]
    title = messages.text("report.page.title", year=report.year)
    names, also = _names(finder, title)
    return SearchEntry(
        lang=lang,
        address=site.path(lang, report_address(plan.id, report.year)),
        kind="page",
        title=title,
        names=(messages.text("report.page.menu"), *names) if finder else (),
        also=also,
        day=min(report.end, site.day).isoformat(),
        year=report.year,
    )


def _reader_entries(site: Site, finder: NameFinder | None, lang: str) -> Iterator[SearchEntry]:
    """Yield the pages for one circle of readers, and those of all places, of all key figures and of open data."""
    for one in site.catalogue.briefings.values():
        if one.is_written_in(lang):
            title = one.title.text(lang)
            rest = " ".join(words.text(lang) for words in (one.summary, one.who, *one.gaps))
            names, also = _names(finder, title, rest)
            address = site.path(lang, briefing_address(one.id))
            yield SearchEntry(lang=lang, address=address, kind="page", title=title, names=names, also=also)
    if places := places_link(site, lang):
        yield SearchEntry(lang=lang, address=places["address"], kind="page", title=places["title"])
    for address, title in figure_places(site, lang):
        yield SearchEntry(lang=lang, address=address, kind="page", title=title)
    data = site.messages[lang].text("data.title")
    yield SearchEntry(lang=lang, address=site.path(lang, DATA), kind="page", title=data)


def _written_entry(site: Site, finder: NameFinder | None, written: WrittenPage) -> SearchEntry:
    title = written.header.title
    names, also = _names(finder, title, f"{written.header.summary} {written.body}")
    address = site.path(written.lang, written.address)
    return SearchEntry(lang=written.lang, address=address, kind="page", title=title, names=names, also=also)
