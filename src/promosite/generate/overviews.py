"""Overviews: every page but those of single items. They list and count items, and a further edit seldom changes them.

Of an item they show what stands in its header and how far it is translated, never its body. So where no header, no
tier and no state of a translation has changed, and nothing that is no item, they are what they were.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from promosite.generate.briefings import briefing_pages
from promosite.generate.documents import written_pages
from promosite.generate.event_listings import event_pages
from promosite.generate.figures import figure_pages
from promosite.generate.listings import listing_pages
from promosite.generate.maps import place_pages
from promosite.generate.open_data import data_pages
from promosite.generate.plans import plan_pages
from promosite.generate.reports import report_pages
from promosite.generate.search import search_entries
from promosite.generate.search_page import search_pages
from promosite.generate.sharing import shared
from promosite.generate.site import Site
from promosite.generate.structured import described
from promosite.memory import remembered
from promosite.model.items import Item
from promosite.model.outputs import CardOutput, PageOutput
from promosite.model.search import SearchEntry
from promosite.staleness import compare


class Overviews(NamedTuple):
    """The overviews of a site, their cards, and what search finds, for the pages of search are made of it."""

    pages: tuple[PageOutput, ...]
    cards: tuple[CardOutput, ...]
    entries: tuple[SearchEntry, ...]


def overviews(site: Site) -> Overviews:
    """Return the overviews of a site; each says of what all of them are made."""
    entries, digest = tuple(search_entries(site)), overviews_made_of(site)
    pages, cards = shared(site, described(site, overview_pages(site, entries)))
    return Overviews(tuple(replace(page, made_of=digest) for page in pages), tuple(cards), entries)


def overview_pages(site: Site, entries: Sequence[SearchEntry]) -> list[PageOutput]:
    """Return the overviews, without what they say to machines and networks; `entries` is what search finds."""
    pages = [*written_pages(site), *listing_pages(site), *event_pages(site), *plan_pages(site), *briefing_pages(site)]
    pages += [*figure_pages(site), *place_pages(site), *report_pages(site), *data_pages(site)]
    return [*pages, *search_pages(site, entries)]


def overviews_made_of(site: Site) -> str:
    """Return the SHA-256 of all of which overviews are made; program, words and settings stand apart."""
    items = (line for item in site.catalogue.items.values() for line in _shown_of(item))
    lines = "\n".join([site.origin.without_items, site.day.isoformat(), *items])
    return hashlib.sha256(lines.encode()).hexdigest()


def _shown_of(item: Item) -> Iterator[str]:
    source = item.texts[item.source_lang]
    for lang, text in item.texts.items():
        state = compare(source, text).state if text.translated_from else None
        yield f"{item.id} {lang} {text.header_digest} {item.tier(lang)} {state}"


def overviews_again(site: Site) -> Overviews:
    """Return the overviews of a site: those of the last time where they would be the same."""
    made_of = overviews_made_of(site), site.config, site.messages
    if _last.get("made of") != made_of:
        _last.update({"made of": made_of, "overviews": overviews(site)})
    found: Overviews = _last["overviews"]
    return found


_last: dict[str, Any] = remembered()
"""What this process made last, and of what: a preview makes them anew at each edit."""
