"""Files that go into the finished site as they are: feeds, calendars, data, cards, fonts, the style sheet.

No engine needs to see them: they are laid beside its pages when those are done.
"""

from pathlib import Path

from promosite.model.outputs import Outputs
from promosite.render.cards import card_files
from promosite.render.fonts import font_files
from promosite.render.hard_links import place
from promosite.render.styles import style_sheet


def lay_files(outputs: Outputs, cache: Path, site: Path) -> None:
    """Lay every file that is not made by the engine into the folder of a site; raises OSError."""
    for file in outputs.files:
        _write(site / file.uri, file.content)
    for name, content in font_files(cache).items():
        _write(site / "assets" / "fonts" / name, content)
    _write(site / "assets" / "stylesheets" / "promosite.css", style_sheet())
    for uri, path in card_files(outputs.cards, cache):
        place(path, site / uri)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # it may be the same file as one in a cache
    path.write_bytes(content)
