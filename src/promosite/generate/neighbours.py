"""Of what the pages of an item are made: the item, its neighbours, and all that is no item.

Its neighbours are the items that it names and those that name it. Its pages show nothing of any other item, so they are
the same as before where none of these files has changed.
"""

import hashlib
from collections.abc import Iterator

from promosite.generate.bodies import linked_items
from promosite.generate.site import Site
from promosite.model.catalogue import Catalogue
from promosite.model.items import Item, Kind


def neighbours(catalogue: Catalogue, item: Item) -> list[Item]:
    """Return the items of which the pages of one may show something, in the order of their ids."""
    found = {one.id: one for one in catalogue.related(item)}
    if item.kind is Kind.PRODUCT:
        found |= {one.id: one for one in catalogue.naming(item)}
    linked = (catalogue.items.get(one) for one in linked_items(item))
    found |= {one.id: one for one in linked if one}
    return [one for _, one in sorted(found.items()) if one.id != item.id]


def made_of(site: Site, item: Item) -> str:
    """Return the SHA-256 of all of which the pages of an item are made; program, words and settings stand apart."""
    near = (line for one in (item, *neighbours(site.catalogue, item)) for line in _files_of(one))
    lines = "\n".join([site.origin.without_items, site.day.isoformat(), *near])
    return hashlib.sha256(lines.encode()).hexdigest()


def _files_of(item: Item) -> Iterator[str]:
    yield from (f"{item.id} {lang} {text.digest}" for lang, text in item.texts.items())
