"""Which texts name which products: by a link to the product's file, or by its whole title."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from promosite.model.items import Item, ItemId, Kind

WORD = re.compile(r"\w+|[^\w\s]")
LINK = re.compile(r"\]\((?:\.\./products/)?([a-z0-9-]+)\.md[#)]")
SHORTEST = 2
"""Words of a title by which a text can name a product: of one word alone nobody knows what it means."""

Words = tuple[str, ...]


def mentions(items: Iterable[Item]) -> dict[ItemId, set[ItemId]]:
    """Return for each product that is named the items that name it, read in the source language.

    Each text is read once, whatever the number of products. A title counts as a whole, in any case of letters.
    """
    everything = list(items)
    titles = _titles(everything)
    named: dict[ItemId, set[ItemId]] = {}
    for item in everything:
        text = item.texts[item.source_lang]
        words = _words("\n".join((text.title, text.summary, text.body)))
        for product in {*_by_title(words, titles), *_by_link(item, text.body)} - {item.id}:
            named.setdefault(product, set()).add(item.id)
    return named


def _words(text: str) -> Words:
    return tuple(WORD.findall(text.lower()))


@dataclass
class _Beginning:
    """The titles that begin with the same words: how long they are, and whose."""

    lengths: set[int] = field(default_factory=set)
    titles: dict[Words, list[ItemId]] = field(default_factory=dict)


def _titles(items: Iterable[Item]) -> dict[Words, _Beginning]:
    """Return titles of products by their first two words, so that many may begin alike."""
    beginnings: dict[Words, _Beginning] = {}
    for item in items:
        words = _words(item.texts[item.source_lang].title)
        if item.kind is Kind.PRODUCT and len(words) >= SHORTEST:
            one = beginnings.setdefault(words[:SHORTEST], _Beginning())
            one.lengths.add(len(words))
            one.titles.setdefault(words, []).append(item.id)
    return beginnings


def _by_title(words: Words, beginnings: Mapping[Words, _Beginning]) -> Iterator[ItemId]:
    for place in range(len(words) - SHORTEST + 1):
        if one := beginnings.get(words[place : place + SHORTEST]):
            for length in one.lengths:
                yield from one.titles.get(words[place : place + length], ())


def _by_link(item: Item, body: str) -> Iterator[ItemId]:
    """Yield the products that a body links to; `x.md` alone lies beside the file, so it is one only in a product."""
    for match in LINK.finditer(body):
        if item.kind is Kind.PRODUCT or "../products/" in match[0]:
            yield ItemId(f"{Kind.PRODUCT}/{match[1]}")
