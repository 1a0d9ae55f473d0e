"""The notations that are known; a pair in which one language is not among them is compared in its build only."""

from collections.abc import Iterable, Mapping

from promosite.parity import english, vietnamese
from promosite.parity.blocks import Block, words_of
from promosite.parity.facts import Fact
from promosite.parity.scan import Scanners

SCANNERS: Mapping[str, Scanners] = {"vi": vietnamese.SCANNERS, "en": english.SCANNERS}


def facts_of_blocks(blocks: Iterable[Block], lang: str) -> list[list[Fact]]:
    """Return the facts of each of some blocks, in a known notation."""
    return SCANNERS[lang].facts_in([(one.text, one.line) for one in blocks])


def known(*languages: str) -> bool:
    """Tell whether facts can be read in all of some languages."""
    return all(lang in SCANNERS for lang in languages)


def facts_of_texts(texts: Iterable[str], lang: str) -> list[list[Fact]]:
    """Return the facts of each of some short texts with their markup, in a known notation."""
    given = [(words_of(text), 1) for text in texts]
    return SCANNERS[lang].facts_in(given) if given else []


def facts_of(text: str, lang: str) -> list[Fact]:
    """Return the facts of a short text with its markup, in a known notation."""
    (facts,) = facts_of_texts([text], lang)
    return facts


def keys_of(text: str, lang: str) -> frozenset[str]:
    """Return the keys of the facts that a short text names, such as the fact of a waiver."""
    return frozenset(fact.reading.key for fact in facts_of(text, lang))
