"""Which texts name which products: by a link to the product's file, or by its whole title."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from promosite.model.items import Item, ItemId, ItemText, Kind

WORD = re.compile(r"\w+|[^\w\s]")
LINK = re.compile(r"\]\((?:\.\./products/)?([a-z0-9-]+)\.md[#)]")
SHORTEST = 2
"""Words of a title by which a text can name a product: of one word alone nobody knows what it means."""

Words = tuple[str, ...]


def mentions(items: Iterable[Item]) -> dict[ItemId, set[ItemId]]:
    """Return for each product that is named the items that name it, read in the source language.

    Each text is read once, whatever the number of products. A title counts as a whole, in any case of letters.
    """
    everything = [(item, item.texts[item.source_lang]) for item in items]
    titles = _titles(tuple((text.title, item.id) for item, text in everything if item.kind is Kind.PRODUCT))
    named: dict[ItemId, set[ItemId]] = {}
    for item, text in everything:
        for product in {*titles.named_in(text), *_by_link(item, text.body)} - {item.id}:
            named.setdefault(product, set()).add(item.id)
    return named


def _words(text: str) -> Words:
    return tuple(WORD.findall(text.lower()))


@dataclass
class _Beginning:
    """The titles that begin with the same words: how long they are, and whose."""

    lengths: set[int] = field(default_factory=set)
    titles: dict[Words, list[ItemId]] = field(default_factory=dict)


@dataclass
class _Titles:
    """Titles of products by their first two words, so that many may begin alike."""

    beginnings: dict[Words, _Beginning] = field(default_factory=dict)
    known: dict[tuple[str, str, str], frozenset[ItemId]] = field(default_factory=dict)
    """What was found in texts before: previews ask for the same texts again and again."""

    def add(self, title: str, product: ItemId) -> None:
        """Look for a title from now on, unless it is a word alone."""
        words = _words(title)
        if len(words) >= SHORTEST:
            one = self.beginnings.setdefault(words[:SHORTEST], _Beginning())
            one.lengths.add(len(words))
            one.titles.setdefault(words, []).append(product)

    def named_in(self, text: ItemText) -> frozenset[ItemId]:
        """Return the products whose title stands in a text."""
        said = (text.title, text.summary, text.body)
        if said not in self.known:
            self.known[said] = frozenset(self._find(_words("\n".join(said))))
        return self.known[said]

    def _find(self, words: Words) -> Iterator[ItemId]:
        starts = list(zip(*(words[at:] for at in range(SHORTEST)), strict=False))
        for place in [place for place, start in enumerate(starts) if start in self.beginnings]:
            one = self.beginnings[starts[place]]
            for length in one.lengths:
                yield from one.titles.get(words[place : place + length], ())


@lru_cache(maxsize=1)
def _titles(products: tuple[tuple[str, ItemId], ...]) -> _Titles:
    titles = _Titles()
    for title, product in products:
        titles.add(title, product)
    return titles


def _by_link(item: Item, body: str) -> Iterator[ItemId]:
    """Yield the products that a body links to; `x.md` alone lies beside the file, so it is one only in a product."""
    for match in LINK.finditer(body):
        if item.kind is Kind.PRODUCT or "../products/" in match[0]:
            yield ItemId(f"{Kind.PRODUCT}/{match[1]}")
