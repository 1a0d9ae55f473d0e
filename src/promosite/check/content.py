"""What each page must be by itself: whole, named, light, pictures described, nothing of the works leaked."""

import re
from collections.abc import Iterator

from promosite.check.page import Page, Piece
from promosite.check.site import source_of
from promosite.findings import Finding, finding

PAGE_LIMIT = 150_000
"""Bytes of markup."""
# Lower-case header keys that no reader's sentence begins with. Written here and not taken from the model:
# this stage looks at the finished site from outside and also knows headers that the model refuses.
TELLING_KEYS = (
    "title|summary|date|published|publish_on|expires_on|as_of|draft|tasks|aliases|audiences|pictures|"
    "translation|template|layout"
)
LEAKED_HEADER = re.compile(rf"---|title:|(?:[^\n]*\n){{0,2}}\s*(?:{TELLING_KEYS}):(?:\s|$)")


def content_findings(page: Page) -> Iterator[Finding]:
    """Yield what is wrong with a page whatever the others say."""
    yield from _markup(page)
    yield from _headings(page)
    yield from _ids(page)
    yield from _pictures(page)
    yield from _leaks(page)


def _markup(page: Page) -> Iterator[Finding]:
    if not page.is_utf8:
        yield finding("site-page-encoding", source_of(page))
    if not page.is_whole:
        yield finding("site-page-broken", source_of(page))
    if page.size > PAGE_LIMIT:
        yield finding("site-page-heavy", source_of(page), size=page.size // 1000, limit=PAGE_LIMIT // 1000)
    if page.size and not page.title:
        yield finding("site-title-empty", source_of(page))


def _headings(page: Page) -> Iterator[Finding]:
    """A page for readers has one heading of level 1, its title; one that only leads on needs none."""
    count = len(page.headings)
    if count > 1 or (page.size and not count and not page.refreshes):
        place = page.headings[1] if count else None
        yield finding("site-heading-count", source_of(page, place), count=count)


def _ids(page: Page) -> Iterator[Finding]:
    first: dict[str, Piece] = {}
    for one in page.ids:
        earlier = first.setdefault(one.text, one)
        if earlier is not one:
            yield finding("site-id-twice", source_of(page, one), id=one.text, first=earlier.line)


def _pictures(page: Page) -> Iterator[Finding]:
    for picture in page.pictures:
        source = source_of(page, picture)
        if not picture.address:
            yield finding("site-picture-missing", source, target="", path="")
        if not picture.has_alt:
            yield finding("site-picture-alt", source, target=picture.address)
        if not picture.has_size:
            yield finding("site-picture-size", source, target=picture.address)


def _leaks(page: Page) -> Iterator[Finding]:
    for paragraph in page.paragraphs:
        if LEAKED_HEADER.match(paragraph.text):
            yield finding("site-header-leaked", source_of(page, paragraph), text=_shortened(paragraph.text))
            break  # one header leaks as several paragraphs
    for sign in page.templates:
        yield finding("site-template-leaked", source_of(page, sign), text=_shortened(sign.text))


def _shortened(text: str) -> str:
    line = text.partition("\n")[0].strip()
    return line if len(line) <= 60 else f"{line[:59]}…"
