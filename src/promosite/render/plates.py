"""Plates: grounds of cards, ready to take words in their inks: a scene in a palette, or a photograph in full colour."""

from bisect import bisect_left
from functools import cache, lru_cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Protocol

import PIL
from PIL import Image, ImageChops, ImageColor, ImageOps

from promosite.cache import cache_key, cached
from promosite.render.scenes import COLOURS, WINDOW, photograph_ground, scene

VERSION = 1
INKS = ("ink", "accent", "muted", "band_ink")
SHADES = 16
"""Steps between a ground and an ink: as many as the eye needs for smooth letters."""

MOST_BYTES = 80_000
"""What a card with a photograph may weigh; networks fetch it while somebody waits."""
QUALITIES = (88, 80, 72, 64, 54, 40, 16)


class Plate(Protocol):
    """A ground that takes words."""

    def lay(self, ink: str, mask: Image.Image, left: int, top: int) -> None:
        """Lay an ink on where a grey mask is light; `left` and `top` in px."""

    def encoded(self) -> bytes:
        """Return the finished card as a file."""


class ScenePlate:
    """A scene of at most 256 colours. Each ink has its steps in the palette, so laying it on only exchanges numbers."""

    def __init__(self, png: bytes) -> None:
        with Image.open(BytesIO(png)) as image:
            self._palette = image.getpalette() or []
            self._numbers = Image.frombytes("L", image.size, image.tobytes())

    def lay(self, ink: str, mask: Image.Image, left: int, top: int) -> None:
        """Lay an ink on the flat ground at the top, or `band_ink` on that of the last wave."""
        first = INKS.index(ink) * SHADES
        steps = [(value * (SHADES - 1) + 127) // 255 for value in range(256)]
        inside = mask.point([255 if step else 0 for step in steps])
        self._numbers.paste(mask.point([first + step for step in steps]), (left, top), inside)

    def encoded(self) -> bytes:
        """Return a PNG with the usual effort: the highest takes ten times as long to save a tenth."""
        return _png(self._numbers, self._palette)


class PhotographPlate:
    """A photograph beside a ground, in full colour."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image

    def lay(self, ink: str, mask: Image.Image, left: int, top: int) -> None:
        """Lay an ink on."""
        self._image.paste(getattr(COLOURS["photograph"], ink), (left, top), mask)

    def encoded(self) -> bytes:
        """Return a JPEG in the best of QUALITIES that stays within MOST_BYTES, or in the least."""
        made: dict[int, bytes] = {}

        def is_light(quality: int) -> bool:
            made[quality] = self._jpeg(quality)
            return len(made[quality]) <= MOST_BYTES

        place = min(bisect_left(QUALITIES, True, key=is_light), len(QUALITIES) - 1)
        return made.get(QUALITIES[place]) or self._jpeg(QUALITIES[place])

    def _jpeg(self, quality: int) -> bytes:
        out = BytesIO()
        self._image.save(out, "JPEG", quality=quality, subsampling=0)
        return out.getvalue()


def scene_plate(name: str, row: int, rows: int, folder: Path) -> ScenePlate:
    """Return a fresh plate of a scene, which is drawn only once."""
    return ScenePlate(_scene(name, row, rows, folder))


def photograph_plate(picture: Image.Image) -> PhotographPlate:
    """Return a plate with the middle of a picture in its window."""
    ground, window = _photograph_ground()
    left, top, right, bottom = WINDOW
    fitted = ImageOps.fit(picture.convert("RGB"), (right - left, bottom - top), Image.Resampling.BICUBIC)
    plate = ground.copy()
    plate.paste(fitted, (left, top), window.crop(WINDOW))
    return PhotographPlate(plate)


@cache
def _photograph_ground() -> tuple[Image.Image, Image.Image]:
    return photograph_ground()


@lru_cache(maxsize=64)
def _scene(name: str, row: int, rows: int, folder: Path) -> bytes:
    key = cache_key("scene", VERSION, name, str(row), str(rows), PIL.__version__)
    return cached(folder, key, lambda: _drawn(name, row, rows))


def _drawn(name: str, row: int, rows: int) -> bytes:
    """Return a scene as a PNG whose palette begins with the steps of the inks; flat grounds have the first step."""
    colours, full = COLOURS[name], scene(name, row, rows)
    first = len(INKS) * SHADES
    few = full.quantize(256 - first, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    numbers = Image.frombytes("L", few.size, few.tobytes()).point([min(255, one + first) for one in range(256)])
    numbers.paste(0, mask=_only(full, colours.ground))
    numbers.paste(INKS.index("band_ink") * SHADES, mask=_only(full, colours.band))
    grounds = (colours.ground, colours.ground, colours.ground, colours.band)
    inks = [_steps(ground, getattr(colours, ink)) for ground, ink in zip(grounds, INKS, strict=True)]
    return _png(numbers, [*chain(*inks), *(few.getpalette() or [])])


def _only(image: Image.Image, color: str) -> Image.Image:
    """Return a mask of the pixels that have exactly this colour."""
    red, green, blue = ImageChops.difference(image, Image.new("RGB", image.size, color)).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point([255, *[0] * 255])


def _steps(ground: str, ink: str) -> list[int]:
    """Return the palette entries from a ground to an ink."""
    pairs = list(zip(ImageColor.getrgb(ground), ImageColor.getrgb(ink), strict=True))
    return [round(a + (b - a) * step / (SHADES - 1)) for step in range(SHADES) for a, b in pairs]


def _png(numbers: Image.Image, palette: list[int]) -> bytes:
    picture = numbers.copy()
    picture.putpalette(palette)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
