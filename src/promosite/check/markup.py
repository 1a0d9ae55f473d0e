"""Read the markup of one page, once, into a `Page`; judges nothing."""

from promosite.check.known_lines import LISTS, NOTHING, KnownLines, Line, movable
from promosite.check.page import Page
from promosite.check.page_reader import PageReader


def read_page(path: str, data: bytes) -> Page:
    """Return the record of a page; broken encoding and markup are marked in it, never raised."""
    try:
        text, is_utf8 = data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        text, is_utf8 = data.decode("utf-8-sig", errors="replace"), False
    reader = PageReader(LINES)
    try:
        reader.read(text)
    except AssertionError:  # html.parser gives up on declarations such as `<![if`
        return reader.page(path, len(data), is_utf8=is_utf8, is_whole=False)
    return reader.page(path, len(data), is_utf8=is_utf8, is_whole=True)


def _said_by(line: str) -> Line | None:
    """Return what a line adds to a page; None where that depends on what stands before it, or decides what follows."""
    reader = PageReader()
    try:
        is_closed = line.endswith(">") and reader.read(line) and reader.is_neutral()
    except AssertionError:
        return None
    if not is_closed or reader.lang or reader.base or reader.titles or reader.structured:
        return None
    visible, lists = reader.visible, ((name, movable(getattr(reader, name))) for name in LISTS)
    texts = movable(visible.paragraphs), movable(visible.templates)
    sets = frozenset(reader.names), frozenset(reader.robots)
    said = Line(tuple(one for one in lists if one[1]), *texts, *sets, visible.prose)
    return said if any(said) else NOTHING


LINES = KnownLines(_said_by)
"""The lines of all pages that this process reads."""
