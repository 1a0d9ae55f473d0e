"""Read the markup of one page, once, into a `Page`; judges nothing."""

import re

from promosite.check.known_lines import LISTS, NOTHING, KnownLines, Line, movable
from promosite.check.page import Page
from promosite.check.page_reader import PageReader

ODD = ("<!-->", "<!--->", "--!>", "<![")
"""Where browsers end a comment, or begin one, and readers such as ours do not (HTML, 13.2.5.42-52)."""
NOSCRIPT = re.compile(r"<noscript\b[^<>]*>(?:[^<]|<(?!/?noscript)[^<>]*>)*</noscript>", re.IGNORECASE)
"""Markup for those without scripts, whose tags hold no end of it: others read it as text up to the first such end."""
RAW = re.compile(
    r"<(?:(title|textarea)(?:[\s/][^<>]*)?>[^<]*</\1[ \t\n\r\f]*>"
    r"|(?:title|textarea|xmp|noembed|noframes|plaintext)[\s/>]"
    r"|/(?:script|style|title|textarea)(?=[\s/])(?![ \t\n\r\f]*>))",
    re.IGNORECASE,
)
"""Elements whose content browsers take for text up to its end: a title or field, as group 1, that holds no markup; all
others, which other readers take for markup; and ends of elements that only browsers take for ends."""


def read_page(path: str, data: bytes) -> Page:
    """Return the record of a page; broken encoding and markup are marked in it, never raised."""
    try:
        text, is_utf8 = data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        text, is_utf8 = data.decode("utf-8-sig", errors="replace"), False
    reader, is_whole = PageReader(LINES), not _is_ambiguous(text, data)
    try:
        if is_whole:
            reader.read(text)
    except (AssertionError, ValueError):  # html.parser gives up on some declarations, Python on numbers without end
        is_whole = False
    return reader.page(path, len(data), is_utf8=is_utf8, is_whole=is_whole)


def _is_ambiguous(text: str, data: bytes) -> bool:
    """Tell whether browsers may find markup in a page where we find none."""
    if any(sign in text for sign in ODD):
        return True
    if any(one[1] is None for one in RAW.finditer(text)):
        return True
    begun = data.lower().count(b"<noscript")
    return bool(begun) and begun != len(NOSCRIPT.findall(text))


def _said_by(line: str) -> Line | None:
    """Return what a line adds to a page; None where that depends on what stands before it, or decides what follows."""
    reader = PageReader()
    try:
        is_closed = line.endswith(">") and reader.read(line) and reader.is_neutral()
    except (AssertionError, ValueError):
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
