"""Lettering: measuring and drawing lines of text, letter by letter, with the typeface's own kerning.

Pillow's plain layout knows no kerning of this kind, and its other one depends on libraries of the machine. Here widths
are sums of the font's own numbers, so a line is as wide, and a picture the same, wherever it is made.
"""

from functools import cache, cached_property
from typing import Any

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from promosite.typeface import font_path


class Face:
    """One style of the typeface; measures are in ems unless a size in px is given."""

    def __init__(self, style: str) -> None:
        self.path = str(font_path(style))
        self._font = TTFont(self.path, lazy=True)
        self._units = float(self._font["head"].unitsPerEm)
        self._names: dict[int, str] = self._font.getBestCmap()
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}
        self._advances: dict[str, float] = {}
        self._heights: dict[str, tuple[float, float]] = {}
        self._kerns: dict[tuple[str, str], float] = {}

    @property
    def letters(self) -> frozenset[int]:
        """Return the code points that the face can draw."""
        return frozenset(self._names)

    def width(self, text: str) -> float:
        """Return the width of a line in ems."""
        return sum(map(self._advance, text)) + sum(map(self._kern, text, text[1:]))

    def reach(self, text: str) -> tuple[float, float]:
        """Return how far the ink of a line reaches above its baseline and below it, in ems."""
        heights = [self._height(letter) for letter in text]
        return max((one[0] for one in heights), default=0), max((one[1] for one in heights), default=0)

    def draw(self, image: Image.Image, x: float, baseline: float, text: str, size: int) -> None:
        """Draw a line in white on a grey image; `x` and `baseline` in px, `size` the em in px."""
        font, draw = self._sized(size), ImageDraw.Draw(image)
        for letter, following in zip(text, [*text[1:], ""], strict=True):
            draw.text((x, baseline), letter, fill=255, font=font, anchor="ls")
            x += (self._advance(letter) + (self._kern(letter, following) if following else 0)) * size

    def _sized(self, size: int) -> ImageFont.FreeTypeFont:
        if size not in self._sizes:
            self._sizes[size] = ImageFont.truetype(self.path, size, layout_engine=ImageFont.Layout.BASIC)
        return self._sizes[size]

    def _advance(self, letter: str) -> float:
        if letter not in self._advances:
            self._advances[letter] = self._font["hmtx"][self._names[ord(letter)]][0] / self._units
        return self._advances[letter]

    def _height(self, letter: str) -> tuple[float, float]:
        if letter not in self._heights:
            glyph = self._font["glyf"][self._names[ord(letter)]]  # a blank has no ink and no bounds
            bounds = (getattr(glyph, "yMax", 0), -getattr(glyph, "yMin", 0))
            self._heights[letter] = (bounds[0] / self._units, bounds[1] / self._units)
        return self._heights[letter]

    def _kern(self, left: str, right: str) -> float:
        if (left, right) not in self._kerns:
            self._kerns[left, right] = self._looked_up(self._names[ord(left)], self._names[ord(right)]) / self._units
        return self._kerns[left, right]

    @cached_property
    def _pairs(self) -> list[Any]:
        """The tables of the feature `kern`, in the order in which they are asked."""
        table = self._font["GPOS"].table
        wanted = {
            index
            for record in table.FeatureList.FeatureRecord
            if record.FeatureTag == "kern"
            for index in record.Feature.LookupListIndex
        }
        return [one for index in sorted(wanted) for one in table.LookupList.Lookup[index].SubTable]

    def _looked_up(self, left: str, right: str) -> int:
        """Return the kerning of two glyphs in font units; the first table that knows the pair decides."""
        for table in self._pairs:
            if left not in table.Coverage.glyphs:
                continue
            if table.Format == 1:
                records = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
                value = next((one.Value1 for one in records if one.SecondGlyph == right), None)
                if value is None:
                    continue
            else:
                first = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
                value = first.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1
            return int(getattr(value, "XAdvance", 0) or 0)
        return 0


@cache
def face(style: str) -> Face:
    """Return a style of the typeface, opened once."""
    return Face(style)
