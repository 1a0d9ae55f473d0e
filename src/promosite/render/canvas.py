"""A canvas for flat drawings: filled paths, lines and discs, drawn large and reduced, so that edges are smooth."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from PIL import Image, ImageDraw

FINENESS = 3
"""How many times larger than shown everything is drawn, in each direction."""

STEPS = 14
"""Straight pieces that stand for one curve."""

TOKEN = re.compile(r"([MLHVCQZ])|(-?(?:\d+\.?\d*|\.\d+))")
LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4}
"""Numbers that each command of SVG's path language takes; only absolute commands are known here."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a shape goes: scaled (a negative height turns it over), turned clockwise by degrees, then moved."""

    x: float = 0
    y: float = 0
    scale: float = 1
    turn: float = 0
    over: bool = False

    def point(self, point: Point) -> Point:
        """Return where a point of the shape lies on the canvas, in px of the large drawing."""
        x, y = point[0] * self.scale, point[1] * (-self.scale if self.over else self.scale)
        sine, cosine = math.sin(math.radians(self.turn)), math.cos(math.radians(self.turn))
        return (
            (self.x + x * cosine - y * sine) * FINENESS,
            (self.y + x * sine + y * cosine) * FINENESS,
        )


HERE = Placing()


class Canvas:
    """A drawing in the making; all measures are px of the finished picture."""

    def __init__(self, size: tuple[int, int], ground: str) -> None:
        self._image = Image.new("RGB", (size[0] * FINENESS, size[1] * FINENESS), ground)
        self._draw = ImageDraw.Draw(self._image)

    def fill(self, path: str, color: str, at: Placing = HERE, *, alpha: float = 1) -> None:
        """Fill a path; `alpha` below 1 lets what is there shine through."""
        for line in outline(path):
            shape = [at.point(point) for point in line]
            if alpha == 1:
                self._draw.polygon(shape, fill=color)
                continue
            left, top = (math.floor(min(point[axis] for point in shape)) for axis in (0, 1))
            right, bottom = (math.ceil(max(point[axis] for point in shape)) + 1 for axis in (0, 1))
            mask = Image.new("L", (right - left, bottom - top))
            ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in shape], fill=round(alpha * 255))
            self._image.paste(color, (left, top, right, bottom), mask)

    def line(self, path: str, color: str, width: float, at: Placing = HERE) -> None:
        """Draw a path as a line with round ends and corners."""
        half = width * at.scale * FINENESS / 2
        for line in outline(path):
            points = [at.point(point) for point in line]
            for (x, y), (to_x, to_y) in pairwise(points):
                long = math.hypot(to_x - x, to_y - y) or 1
                aside_x, aside_y = (y - to_y) / long * half, (to_x - x) / long * half
                sides = ((x + aside_x, y + aside_y), (to_x + aside_x, to_y + aside_y))
                back = ((to_x - aside_x, to_y - aside_y), (x - aside_x, y - aside_y))
                self._draw.polygon((*sides, *back), fill=color)
            for x, y in points:
                self._draw.ellipse((x - half, y - half, x + half, y + half), fill=color)

    def disc(self, x: float, y: float, radius: float, color: str, at: Placing = HERE, *, alpha: float = 1) -> None:
        """Fill a circle."""
        center, r = at.point((x, y)), radius * at.scale * FINENESS
        box = tuple(round(value) for value in (center[0] - r, center[1] - r, center[0] + r, center[1] + r))
        if alpha == 1:
            self._draw.ellipse(box, fill=color)
            return
        mask = Image.new("L", (box[2] - box[0] + 1, box[3] - box[1] + 1))
        ImageDraw.Draw(mask).ellipse((0, 0, box[2] - box[0], box[3] - box[1]), fill=round(alpha * 255))
        self._image.paste(color, (box[0], box[1], box[2] + 1, box[3] + 1), mask)

    def finished(self) -> Image.Image:
        """Return the picture at its real size."""
        return self._image.reduce(FINENESS)


@cache
def outline(path: str) -> Sequence[Sequence[Point]]:
    """Return the lines of a path in SVG's language (M, L, H, V, C, Q, Z; absolute), curves as short pieces."""
    lines: list[list[Point]] = []
    command = ""
    numbers: list[float] = []
    for letter, number in TOKEN.findall(path):
        if letter:
            command, numbers = letter, []
            if letter == "Z":
                lines[-1].append(lines[-1][0])
            continue
        numbers.append(float(number))
        if len(numbers) == LENGTHS[command]:
            _go(lines, command, numbers)
            command, numbers = ("L" if command == "M" else command), []
    return tuple(tuple(line) for line in lines)


def _go(lines: list[list[Point]], command: str, numbers: list[float]) -> None:
    """Lengthen the lines by one command."""
    if command == "M":
        lines.append([(numbers[0], numbers[1])])
        return
    line = lines[-1]
    here = line[-1]
    if command == "H":
        line.append((numbers[0], here[1]))
    elif command == "V":
        line.append((here[0], numbers[0]))
    else:
        through = [here, *zip(numbers[::2], numbers[1::2], strict=True)]
        steps = 1 if command == "L" else STEPS
        line += [_bezier(through, step / steps) for step in range(1, steps + 1)]


def _bezier(points: Sequence[Point], share: float) -> Point:
    """Return the point of a Bézier curve of any degree at a share of its way (de Casteljau)."""
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairwise(points)]
    return points[0]
