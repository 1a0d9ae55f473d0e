"""What stands on share cards can be drawn: letters that the typeface lacks are replaced or left out, and told."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from promosite.findings import Finding, Source, finding
from promosite.model.outputs import CardOutput
from promosite.typeface import COMMON, letters

TEXTS = ("kicker", "title", "site_name", "strapline", "note", "aside", "evidence")
CONFIGURED = frozenset({"site_name", "strapline", "note"})
"""Texts that come from `mkdocs.yml`."""
PICTURE_SIGNS = frozenset({"So", "Sk", "Cf", "Mn"})
"""Unicode categories of signs that say no words, such as emoji and stars, and of what is tied to them unseen."""
PLAIN = {"\u2010": "-", "\u2011": "-"}
"""Signs that look like another, where Unicode does not say so itself."""


def legible_cards(
    cards: Iterable[CardOutput], languages: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[CardOutput, ...], list[Finding]]:
    """Return the cards as they can be drawn, and a finding for each text that cannot stand on one as it is.

    A letter that the typeface lacks becomes its plain form (NFKC: `ﬁ` → `fi`, a thin space → a space; every hyphen
    → `-`) where the typeface has that. Of what remains, a picture sign such as ★ is left out by itself, and any other
    letter with its whole text: better none than a box, or than half a sentence. `languages` are the languages' own
    names; one whose name cannot be drawn has another script, so nobody is told.
    """
    foreign = {lang for lang, name in languages.items() if missing(plain(name))}
    found: list[Finding] = []
    shown = []
    for card in cards:
        texts = {name: plain(getattr(card, name)) for name in TEXTS}
        found += () if card.lang in foreign else _findings(card, texts)
        kept: dict[str, Any] = {name: drawable(text) for name, text in texts.items()}
        shown.append(card if all(getattr(card, name) == kept[name] for name in TEXTS) else replace(card, **kept))
    return tuple(shown), found


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a text on one line, with plain forms for letters that the typeface lacks."""
    if COMMON.issuperset(line := _one_line(text)):
        return line
    known = letters()
    return _one_line("".join(letter if ord(letter) in known else _plain(letter, known) for letter in line))


def _one_line(text: str) -> str:
    """Return a text with single spaces; a space that must not break stays."""
    return " ".join(part for part in text.replace("\n", " ").replace("\t", " ").split(" ") if part)


def _plain(letter: str, known: frozenset[int]) -> str:
    form = PLAIN.get(letter) or unicodedata.normalize("NFKC", letter)
    return form if all(ord(one) in known for one in form) else letter


def missing(text: str) -> list[str]:
    """Return the letters of a text that the typeface lacks, each once, in order."""
    if COMMON.issuperset(text):
        return []
    return list(dict.fromkeys(letter for letter in text if ord(letter) not in letters()))


@lru_cache(maxsize=20_000)
def drawable(text: str) -> str:
    """Return a text without picture signs that the typeface lacks; nothing where it lacks a letter."""
    lacking = missing(text)
    if any(unicodedata.category(letter) not in PICTURE_SIGNS for letter in lacking):
        return ""
    return _one_line("".join(letter for letter in text if letter not in lacking))


def _findings(card: CardOutput, texts: dict[str, str]) -> Iterator[Finding]:
    for name, text in texts.items():
        if lacking := missing(text):
            signs = [f"{letter} (U+{ord(letter):04X})" for letter in lacking]
            yield finding("card-letter", _place(card, name), found=signs, text=text)


def _place(card: CardOutput, name: str) -> Source:
    if name in CONFIGURED:
        return Source("mkdocs.yml")
    if card.origin is None:
        return Source("content/data/")
    return Source(card.origin, *card.title_at) if name == "title" else Source(card.origin)
