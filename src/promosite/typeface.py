"""The typeface of the site, Be Vietnam Pro (SIL Open Font License 1.1), as its package holds it."""

from functools import cache
from importlib.resources import files
from pathlib import Path

PACKAGE = "fontpkg_be_vietnam_pro"
STYLES = ("Regular", "Bold")
"""The styles in which pages and share cards are set."""

_VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
COMMON = frozenset({*map(chr, range(0x20, 0x7F)), *_VIETNAMESE, *_VIETNAMESE.upper(), *"\u00a0·–’“”…"})
"""Letters that every style has. Texts of these alone, which are most, can be drawn; no face need be opened for them."""


def font_path(style: str) -> Path:
    """Return where the installed package keeps a face."""
    root = Path(str(files(PACKAGE)))
    found = sorted(root.rglob(f"*-{style}.ttf"))
    if not found:
        raise FileNotFoundError(f"{PACKAGE}: {style}")
    return found[0]


def licence_text() -> bytes:
    """Return the licence, which goes wherever the faces go."""
    return (Path(str(files(PACKAGE))) / "LICENSE").read_bytes()


@cache
def letters() -> frozenset[int]:
    """Return the code points that every style can draw."""
    return frozenset.intersection(*(frozenset(_cmap(style)) for style in STYLES))


def _cmap(style: str) -> dict[int, str]:
    from fontTools.ttLib import TTFont  # the check of the content seldom needs it, and waits for every import

    with TTFont(font_path(style), lazy=True) as font:
        cmap: dict[int, str] = font.getBestCmap()
    return cmap
