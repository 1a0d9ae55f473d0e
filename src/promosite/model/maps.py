"""Locator maps: a coastline and points, drawn by hand; the names come from the places."""

from typing import Annotated, Literal

from pydantic import Field

from promosite.model.record import Record, Slug, Words

Length = Annotated[int, Field(ge=0, le=2000)]
"""A coordinate or length in the map's own units; the page scales them."""

_DIGITS = r"(?:[0-9]{1,4}(?:\.[0-9]{1,3})?|\.[0-9]{1,3})"
_FIRST, _NEXT = rf" *-?{_DIGITS}", rf"(?:[ ,]+-?|-){_DIGITS}"


def _command(letters: str, count: int) -> str:
    """Return the pattern of a command that takes `count` numbers, or several times as many."""
    return rf"[{letters}]{_FIRST}(?:{_NEXT}){{{count - 1}}}(?:(?:{_NEXT}){{{count}}})* *"


_COMMANDS = "|".join(_command(*one) for one in (("MmLlTt", 2), ("HhVv", 1), ("SsQq", 4), ("Cc", 6), ("Aa", 7)))
Outline = Annotated[str, Field(pattern=rf"^{_command('Mm', 2)}(?:{_COMMANDS}|[Zz] *)*$", max_length=4000)]
"""Path data of SVG (SVG 1.1, 8.3): each command with its count of numbers, for browsers draw only up to a fault."""


class MapPoint(Record):
    """A place on a map, and on which side of its point the name stands."""

    place: Slug
    x: Length
    y: Length
    label: Literal["right", "left", "above", "above-right", "below"] = "right"


class MapInset(Record):
    """A frame for what lies off the map. `pointer` is a line on the map that shows in which direction it lies."""

    x: Length
    y: Length
    width: Length
    height: Length
    caption: Words
    pointer: Outline | None = None


class AreaMap(Record):
    """A schematic map, not to scale: `land` are outlines, `points` the places in the order of their numbers."""

    id: Slug
    title: Words
    description: Words
    width: Length
    height: Length
    land: tuple[Outline, ...] = ()
    points: tuple[MapPoint, ...]
    insets: tuple[MapInset, ...] = ()
