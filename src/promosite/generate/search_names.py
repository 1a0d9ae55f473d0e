"""Other names: a page that has one name of a thing is found by every other, old or new, long or short, in any language.

The names come from the reference data: units and their short names, places then and now, terms of the glossary with
their abbreviations, and what editors wrote in `content/data/search-words.yml`. A product also has the general words of
its group: fruit, seafood.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from promosite.cache import content_digest
from promosite.model.catalogue import Catalogue
from promosite.model.items import Item, ProductFacts
from promosite.model.record import Words
from promosite.model.reference import FiledProducts, Place, Term

WORD = re.compile(r"[^\W_]+")
ABBREVIATED = re.compile(r"(.+?) \(([^()]+)\)")
"""`Khoa học và công nghệ (KH&CN)`: a term of the glossary with its abbreviation."""
JOINED = re.compile(r"(?<=\w)[&/.-](?=\w)")

Names = tuple[str, ...]
"""The names of one thing, in the order of the data."""


@dataclass
class NameFinder:
    """Finds which things a text names. Capitals count in abbreviations alone: `MOST` is a ministry, `most` is not."""

    by_first: dict[str, list[tuple[tuple[str, ...], Names]]] = field(default_factory=dict)
    known: dict[str, dict[Names, set[str]]] = field(default_factory=dict)
    """What was found in texts before, by their digests; previews ask for the same texts again and again."""

    def add(self, names: Names) -> None:
        """Look for the names of a thing from now on."""
        for name in names:
            words = _words(name)
            self.by_first.setdefault(words[0], []).append((words, names))

    def found_in(self, text: str) -> dict[Names, set[str]]:
        """Return the things that a text names, each with the names that stand there, squeezed as `_key` does."""
        key = content_digest(text.encode())
        if key not in self.known:
            self.known[key] = self._find(text)
        return self.known[key]

    def _find(self, text: str) -> dict[Names, set[str]]:
        words, found, firsts = _words(text), dict[Names, set[str]](), self.by_first
        for at in [at for at, word in enumerate(words) if word in firsts]:
            for wanted, names in firsts[words[at]]:
                if words[at : at + len(wanted)] == wanted:
                    found.setdefault(names, set()).add(" ".join(wanted))
        return found


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return word if len(word) > 1 and word.isupper() else word.lower()


def _words(text: str) -> tuple[str, ...]:
    return tuple(map(_folded, WORD.findall(text)))


def other_names(found: dict[Names, set[str]]) -> Names:
    """Return the names of things that a text has under another name only; abbreviations also in one piece."""
    others = (name for names, there in found.items() for name in names if " ".join(_words(name)) not in there)
    return tuple(dict.fromkeys(form for name in others for form in _forms(name)))


def _forms(name: str) -> Iterator[str]:
    yield name
    squeezed = JOINED.sub("", name)
    if squeezed != name:
        yield squeezed


def finder_of(catalogue: Catalogue) -> NameFinder:
    """Return what looks for every name that the reference data holds."""
    return _finder(tuple(names for names in dict.fromkeys(_all_names(catalogue)) if len(names) > 1))


@lru_cache(maxsize=1)
def _finder(all_names: tuple[Names, ...]) -> NameFinder:
    finder = NameFinder()
    for names in all_names:
        finder.add(names)
    return finder


def _all_names(catalogue: Catalogue) -> Iterator[Names]:
    for one in catalogue.search_words.values():
        yield one.words
    for unit in catalogue.units.values():
        yield _distinct(unit.name, unit.short)
    for place in catalogue.places.values():
        yield place_names(place, catalogue)
    for term in catalogue.glossary.values():
        yield _term_names(term)


def place_names(place: Place, catalogue: Catalogue) -> Names:
    """Return a place's names then and now, and the name of what it was merged into."""
    successor = catalogue.places.get(place.successor or "")
    return _distinct(place.name_then, place.name_now, successor.name_then if successor else None)


def general_names(item: Item, catalogue: Catalogue) -> Names:
    """Return the general words for a product, such as “seafood”, that follow from its OCOP group on record."""
    group = item.facts.group if isinstance(item.facts, ProductFacts) else None
    if group is None:
        return ()
    titles = [_words(text.title) for text in item.texts.values()]
    fitting = (one.words for one in catalogue.search_words.values() if _holds(one.products, group, titles))
    return tuple(dict.fromkeys(word for words in fitting for word in words))


def _holds(products: FiledProducts | None, group: str, titles: Iterable[Names]) -> bool:
    if products is None or group not in products.groups:
        return False
    lines = [f" {' '.join(title)} " for title in titles]
    return not products.titles or any(f" {' '.join(_words(one))} " in line for one in products.titles for line in lines)


def _term_names(term: Term) -> Names:
    """Return a term and its abbreviations in both languages; nothing for a term without one."""
    matches = [match for text in (term.vi, term.en) if (match := ABBREVIATED.match(text)) and _is_short(match[2])]
    if not matches:
        return ()
    whole = [re.sub(r" \([^()]*\)", "", text) for text in (term.vi, term.en)]
    return tuple(dict.fromkeys([*(one for match in matches for one in match.groups()), *whole]))


def _is_short(text: str) -> bool:
    return sum(char.isupper() for char in text) > 1


def _distinct(*texts: Words | None) -> Names:
    return tuple(dict.fromkeys(_values(texts)))


def _values(texts: Iterable[Words | None]) -> Iterator[str]:
    for one in texts:
        yield from one.root.values() if one else ()
