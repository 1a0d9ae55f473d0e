"""Be Vietnam Pro (SIL Open Font License 1.1), subset to Latin and Vietnamese, as WOFF2."""

from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from promosite.cache import cache_key, cached
from promosite.typeface import font_path, licence_text

VERSION = 1
FACES = {"be-vietnam-pro-400.woff2": "Regular", "be-vietnam-pro-700.woff2": "Bold"}
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    0x1A0,
    0x1A1,
    0x1AF,
    0x1B0,
    *range(0x1EA0, 0x1EFA),
    *range(0x2010, 0x2027),
    0x202F,
    0x2039,
    0x203A,
    0x20AB,
    0x20AC,
    0x2190,
    0x2191,
    0x2192,
    0x2193,
    0x2197,
    0x2212,
    0x2264,
    0x2265,
    0xD7,
]
"""Code points of Vietnamese, Western European Latin, and the punctuation and signs that pages use."""


def font_files(cache: Path) -> dict[str, bytes]:
    """Return the web fonts by file name, with the licence beside them."""
    faces = {name: _subset_face(style, cache) for name, style in FACES.items()}
    return faces | {"OFL.txt": licence_text()}


def _subset_face(style: str, cache: Path) -> bytes:
    key = cache_key("font", VERSION, style, version("fontpkg-be-vietnam-pro"), version("fonttools"), repr(LETTERS))
    return cached(cache, key, lambda: _make(font_path(style)))


def _make(path: Path) -> bytes:
    from fontTools import subset  # takes longer to import than most builds have to do with typefaces
    from fontTools.ttLib import TTFont

    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=["kern", "liga", "mark", "mkmk", "ccmp", "tnum"]
    )
    options.recalc_timestamp = False
    font = TTFont(path, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()
