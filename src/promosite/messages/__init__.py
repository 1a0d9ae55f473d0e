"""Sentences for people: one TOML table per language, read once, looked up by dotted key."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent


@dataclass(frozen=True)
class Messages:
    """The sentences of one language, under dotted keys such as `finding.header-missing`."""

    lang: str
    table: Mapping[str, str]

    def text(self, key: str, /, **params: object) -> str:
        """Return the sentence of `key` with its parameters filled in; KeyError names a missing key."""
        return self.table[key].format(**params)

    def count(self, key: str, number: int, /, **params: object) -> str:
        """Return the sentence for a number of things: `key.one` for 1 where the language has it, else `key.other`."""
        form = f"{key}.one" if number == 1 and f"{key}.one" in self.table else f"{key}.other"
        return self.table[form].format(n=number, **params)

    def get(self, key: str) -> str | None:
        """Return the sentence of `key`, or None where the table has none."""
        return self.table.get(key)


def flatten(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield dotted keys and sentences of a nested table."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def has_messages(lang: str, extra: Path | None = None) -> bool:
    """Tell whether a language has a string table, in the package or in `extra`."""
    return any((folder / f"{lang}.toml").is_file() for folder in (TABLES, extra) if folder)


SPOKEN = ("vi", "en")
"""The languages in which commands and refusals speak, whatever those of the site are."""


ASKED = "PROMOSITE_LANG"
"""The variable by which a command tells those that it runs in which language to speak."""


def spoken(lang: str | None = None) -> list[Messages]:
    """Return the tables in which a command speaks: of one language if it was asked for, else of both."""
    lang = lang or os.environ.get(ASKED)
    return [load_messages(one) for one in ([lang] if lang in SPOKEN else SPOKEN)]


def load_messages(lang: str, extra: Path | None = None) -> Messages:
    """Return the table of a language from the package, and over it `extra/<lang>.toml` of a site if there is one.

    Each state of a file is read once. Raises FileNotFoundError when neither has the language: a language is its string
    table and its content.
    """
    places = [folder / f"{lang}.toml" for folder in (TABLES, extra) if folder]
    found = [(place, place.stat().st_mtime_ns) for place in places if place.is_file()]
    if not found:
        raise FileNotFoundError(places[-1])
    return _messages(lang, tuple(found))


@cache
def _messages(lang: str, places: tuple[tuple[Path, int], ...]) -> Messages:
    """Return the tables of a language, each over those before it; with the time at which each was written, in ns."""
    table: dict[str, str] = {}
    for place, _ in places:
        table |= flatten(tomllib.loads(place.read_text(encoding="utf-8")))
    return Messages(lang, table)
