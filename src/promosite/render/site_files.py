"""Files that go into the finished site as they are: feeds, calendars, data, cards, fonts, the style sheet.

No engine needs to see them: they are laid beside its pages when those are done.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from promosite.model.outputs import CardOutput, FileOutput
from promosite.render.cards import card_files
from promosite.render.fonts import font_files
from promosite.render.hard_links import place
from promosite.render.styles import MATERIAL, material_sheet, style_sheet
from promosite.whole_files import write_whole

Part = tuple[str, bytes | Path]
"""A file of the site: its place below the root, and its content or where it lies."""


def site_files(files: Iterable[FileOutput], cards: Sequence[CardOutput], cache: Path) -> Iterator[Part]:
    """Yield every file that is not made by the engine, drawing the cards that the cache does not have."""
    for file in files:
        yield file.uri, file.content
    for name, content in font_files(cache).items():
        yield f"assets/fonts/{name}", content
    yield "assets/stylesheets/promosite.css", style_sheet()
    yield MATERIAL, material_sheet()
    yield from card_files(cards, cache)


def lay(site: Path, parts: Iterable[Part]) -> None:
    """Lay files into the folder of a site; raises OSError."""
    for part in parts:
        lay_part(site, part)


def lay_part(site: Path, part: Part) -> None:
    """Lay one file into the folder of a site; raises OSError."""
    uri, content = part
    if isinstance(content, Path):
        place(content, site / uri)
        return
    write_whole(site / uri, content)  # what stands there may be the same file as one in a cache
