"""Pages of items, deferred: outlined now, and made when somebody needs what stands on them.

A build needs the outlines of all pages, for the map of the site, its cards and its addresses, and makes only pages that
must be rendered.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from promosite.generate.items import item_outline, item_page
from promosite.generate.neighbours import made_of
from promosite.generate.sharing import share_card, with_share
from promosite.generate.sheet import sheet_outline, sheet_page
from promosite.generate.site import Site
from promosite.generate.structured import with_structured
from promosite.model.items import Item, ItemText, Kind
from promosite.model.outputs import PageOutput


def deferred_items(site: Site) -> Iterator[PageOutput]:
    """Yield the outlines of the pages of every item, in each language in which it was written."""
    for item in site.catalogue.items.values():
        digest = made_of(site, item)
        for text in item.texts.values():
            yield replace(item_outline(site, item, text), make=partial(_told, site, item, text), made_of=digest)


def deferred_sheets(site: Site) -> Iterator[PageOutput]:
    """Yield the outlines of the sheets of every product, in each language in which it was written."""
    for item in site.catalogue.of_kind(Kind.PRODUCT):
        digest = made_of(site, item)
        for text in item.texts.values():
            yield replace(sheet_outline(site, item, text), make=partial(sheet_page, site, item, text), made_of=digest)


def _told(site: Site, item: Item, text: ItemText) -> PageOutput:
    """Return the page of an item with what it says to machines and networks."""
    page = with_structured(site, item_page(site, item, text))
    return with_share(site, page, share_card(site, page))
