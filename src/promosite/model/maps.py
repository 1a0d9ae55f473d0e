"""Locator maps: a coastline and points, drawn by hand; the names come from the places."""

from typing import Annotated, Literal

from pydantic import Field

from promosite.model.record import Record, Slug, Words

Length = Annotated[int, Field(ge=0, le=2000)]
"""A coordinate or length in the map's own units; the page scales them."""

Outline = Annotated[str, Field(pattern=r"^[Mm][MmLlHhVvCcSsQqTtAaZz0-9., -]*$", max_length=4000)]
"""Path data of SVG (SVG 1.1, 8.3): letters of drawing commands and numbers, nothing else."""


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
