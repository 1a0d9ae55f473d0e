"""A wrong and a right example for each finding, read from `examples.toml`, which says how to add one.

An example knows where in a project it stands, so that a test can lay it there and hold the check to it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from promosite.messages import TABLES

PLACES = "place"
"""The one table of the file that is no group of findings."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an example stands.

    `part` is `header`, `body` or the whole `file` of a text; `fields` or `list` of a data file; or the example is a
    file's `name`, a `picture` or a `command`, and then the place has no path.
    """

    name: str
    part: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class PictureOf:
    """A picture in words: its format, `size` in pixels, weight in megabytes (0: as it comes), frames, cut short."""

    file: str
    holds: str
    size: tuple[int, int] = (0, 0)
    megabytes: int = 0
    frames: int = 1
    cut: bool = False


Shown = str | PictureOf


@dataclass(frozen=True, slots=True)
class Example:
    """What is wrong and what is right; both empty where nobody can write such a fault, and `why` says what it means.

    `given` is what stands elsewhere in the project. “…” in `wrong` stands for `stretch` characters. `saved` is how the
    wrong file is stored. `also` are findings that come with this one. `why` is a key of the message tables below
    `why.`; there may be no such message where there are examples.
    """

    code: str
    group: str
    why: str
    place: Place | None = None
    wrong: Shown = ""
    right: Shown = ""
    given: tuple[tuple[Place, str], ...] = ()
    stretch: int = 0
    saved: str = ""
    also: tuple[str, ...] = ()


@cache
def load_examples() -> Mapping[str, Example]:
    """Return the examples by code, group by group in the order of the file."""
    return read_examples((TABLES / "examples.toml").read_text(encoding="utf-8"))


def read_examples(text: str) -> Mapping[str, Example]:
    """Return the examples of a text by code, in its order.

    Raises KeyError for a place that the text does not list, TypeError for a word that no entry has, and ValueError
    for a code that stands in two groups, or for what is no TOML.
    """
    groups = tomllib.loads(text)
    places = {name: Place(name, **where) for name, where in groups.pop(PLACES).items()}
    found: dict[str, Example] = {}
    for one in _examples(groups, places):
        if one.code in found:
            raise ValueError(f"examples.toml: {one.code} stands in {found[one.code].group} and in {one.group}")
        found[one.code] = one
    return found


def _examples(groups: Mapping[str, Any], places: Mapping[str, Place]) -> Iterator[Example]:
    for group, entries in groups.items():
        for code, entry in entries.items():
            yield _example(code, group, dict(entry), places)


def _example(code: str, group: str, entry: dict[str, Any], places: Mapping[str, Place]) -> Example:
    place = places[entry.pop("in")] if "in" in entry else None
    given = tuple((places[name], text.strip("\n")) for name, text in entry.pop("given", {}).items())
    also, why = tuple(entry.pop("also", ())), entry.pop("why", code)
    wrong, right = (_shown(entry.pop(name, "")) for name in ("wrong", "right"))
    return Example(code, group, why, place, wrong, right, given, also=also, **entry)


def _shown(entry: str | dict[str, Any]) -> Shown:
    if isinstance(entry, str):
        return entry.strip("\n")
    return PictureOf(**{**entry, "size": tuple(entry.get("size", (0, 0)))})
