"""Feeds: what is new on the site, in each section and under each row of the plan, in each language."""

from collections.abc import Iterable, Iterator
from datetime import date

from promosite.generate.author import author, sample_notice
from promosite.generate.cards import when
from promosite.generate.feed_formats import atom, json_feed
from promosite.generate.site import Site, item_address, task_address
from promosite.model.catalogue import is_result, newest_first
from promosite.model.feeds import Category, Entry, Feed
from promosite.model.items import EventFacts, Item, Kind
from promosite.model.outputs import FileOutput

ENTRIES = 30
"""How many entries a feed holds, the newest; older ones stand in the listings."""

NEVER = date(1970, 1, 1)
"""The day of change of a feed without entries: it has never changed, and the day of the build says nothing."""


def feed_files(site: Site) -> Iterator[FileOutput]:
    """Yield each feed as Atom and as JSON Feed; it lies beside the page to which it belongs."""
    for lang in site.config.locales:
        for feed in feeds(site, lang):
            yield FileOutput(site.path(lang, f"{feed.address}feed.xml"), atom(feed))
            yield FileOutput(site.path(lang, f"{feed.address}feed.json"), json_feed(feed))


def feeds(site: Site, lang: str) -> Iterator[Feed]:
    """Yield the feeds of a language: the site's, one for each kind, one for each row of each plan."""
    messages, catalogue = site.messages[lang], site.catalogue
    entries = sorted(catalogue.items.values(), key=newest_first)
    yield _feed(site, lang, "", None, messages.text("feed.about-site"), entries)
    for kind in Kind:
        name, intro = messages.text(f"kind.{kind}.plural"), messages.text(f"kind.{kind}.intro")
        yield _feed(site, lang, f"{kind.folder}/", name, intro, catalogue.of_kind(kind))
    for plan in catalogue.plans.values():
        for task in plan.tasks:
            name = messages.text("plan.task", id=task.id.upper(), title=task.title.text(lang))
            about = messages.text("feed.about-row", id=task.id.upper())
            items = catalogue.of_task(plan.id, task.id)
            yield _feed(site, lang, task_address(plan.id, task.id), name, about, items)


def _feed(site: Site, lang: str, address: str, name: str | None, about: str, items: Iterable[Item]) -> Feed:
    """Return the feed of a page; `items` come newest first, and only those written in `lang` are named."""
    entries = tuple(_entry(site, item, lang) for item in items if lang in item.texts)[:ENTRIES]
    messages, site_name = site.messages[lang], site.config.site_name(lang)
    return Feed(
        lang=lang,
        address=address,
        title=messages.text("feed.title", name=name, site=site_name) if name else site_name,
        about="\n".join([about, *sample_notice(site, lang)]),
        page=site.config.absolute(lang, address),
        author=author(site, lang),
        author_page=site.config.publisher.url if site.config.publisher else None,
        rights=messages.text("feed.rights"),
        updated=max((entry.updated for entry in entries), default=NEVER),
        entries=entries,
    )


def _entry(site: Site, item: Item, lang: str) -> Entry:
    text, facts = item.texts[lang], item.facts
    return Entry(
        url=site.config.absolute(lang, item_address(item)),
        title=text.title,
        summary=" ".join([*_circumstances(site, item, lang), text.summary]),
        published=facts.published,
        updated=facts.updated or facts.published,
        categories=tuple(_categories(site, item, lang)),
    )


def _circumstances(site: Site, item: Item, lang: str) -> Iterator[str]:
    """Yield when and where an event takes place: a reader of feeds sees no other facts."""
    facts = item.facts
    if isinstance(facts, EventFacts):
        place = [facts.venue.text(lang)] if facts.venue else []
        yield f"{', '.join([when(site, item, lang) or '', *place])}."


def _categories(site: Site, item: Item, lang: str) -> Iterator[Category]:
    """Yield the kind, the rows of the plan, and whether the item is a result or background of them."""
    messages, plans = site.messages[lang], site.catalogue.plans
    yield Category(item.kind.value, messages.text(f"kind.{item.kind}.one"))
    rows = site.catalogue.tasks_of[item.id]
    for plan_id, task_id in rows:
        title = plans[plan_id].task(task_id).title.text(lang)
        label = messages.text("plan.task", id=task_id.upper(), title=title)
        yield Category(task_id, label, site.config.absolute(lang, f"plan/{plan_id}/"))
    if any(is_result(item, plans[plan_id]) for plan_id, _ in rows):
        yield Category("result", messages.text("coverage.results"))
    elif rows:
        yield Category("background", messages.text("coverage.background"))
