"""Languages: each page says its own, its own address, and where its other languages are."""

from collections.abc import Iterator

from promosite.check.address import is_absolute
from promosite.check.page import Alternate, Page, Piece
from promosite.check.site import BuiltSite, Kind, is_language, source_of
from promosite.findings import Finding, finding

DEFAULT = "x-default"


def language_findings(site: BuiltSite, page: Page) -> Iterator[Finding]:
    """Yield what is wrong with `lang`, canonical addresses and `hreflang`."""
    if not page.size:
        return  # an empty file is a finding already
    yield from _lang(site, page)
    yield from _canonical(site, page)
    if page.alternates and page.path in site.not_found_pages():
        yield finding("site-hreflang-on-404", source_of(page, page.alternates[0]))
    elif page.alternates:
        yield from _alternates(site, page)


def _lang(site: BuiltSite, page: Page) -> Iterator[Finding]:
    expected = site.language_of(page.path)
    if page.lang is None or not page.lang.text:
        yield finding("site-lang-missing", source_of(page), expected=expected)
    elif not is_language(page.lang.text, expected):
        yield finding("site-lang-wrong", source_of(page, page.lang), found=page.lang.text, expected=expected)


def _canonical(site: BuiltSite, page: Page) -> Iterator[Finding]:
    redirect = site.redirect_of(page)
    if page.path in site.not_found_pages() or (page.is_noindex and not redirect):
        return
    expected = site.address_of(redirect.path if redirect else page.path)
    if not page.canonicals:
        yield finding("site-canonical-missing", source_of(page), expected=expected)
    for canonical in page.canonicals:
        yield from _one_canonical(page, canonical, expected)


def _one_canonical(page: Page, canonical: Piece, expected: str) -> Iterator[Finding]:
    if not is_absolute(canonical.text):
        code = "site-canonical-relative"
    elif canonical.text != expected:
        code = "site-canonical-wrong"
    else:
        return
    yield finding(code, source_of(page, canonical), found=canonical.text, expected=expected)


def _alternates(site: BuiltSite, page: Page) -> Iterator[Finding]:
    first = source_of(page, page.alternates[0])
    own, lang = site.address_of(page.path), site.language_of(page.path)
    if not any(is_language(tag, lang) and address == own for tag, address in site.alternates_of(page)):
        yield finding("site-hreflang-self-missing", first, expected=own, lang=lang)
    if all(alternate.lang != DEFAULT for alternate in page.alternates):
        yield finding("site-hreflang-default-missing", first)
    for alternate in page.alternates:
        yield from _alternate(site, page, alternate)


def _alternate(site: BuiltSite, page: Page, alternate: Alternate) -> Iterator[Finding]:
    source = source_of(page, alternate)
    if not is_absolute(alternate.address):
        yield finding("site-hreflang-relative", source, target=alternate.address)
    target = site.resolve(site.start_of(page), alternate.address)
    other = site.pages.get(target.path) if target.kind is Kind.INSIDE else None
    if other is None:
        yield finding("site-hreflang-broken", source, target=alternate.address, lang=alternate.lang)
    elif alternate.lang != DEFAULT:
        yield from _other(site, page, alternate, other)


def _other(site: BuiltSite, page: Page, alternate: Alternate, other: Page) -> Iterator[Finding]:
    source, found = source_of(page, alternate), site.language_of(other.path)
    if not is_language(alternate.lang, found):
        params = {"target": alternate.address, "lang": alternate.lang, "found": found}
        yield finding("site-hreflang-language", source, **params)
    elif not _names(site, other, site.address_of(page.path)):
        yield finding("site-hreflang-one-way", source, target=alternate.address, path=other.path)


def _names(site: BuiltSite, page: Page, address: str) -> bool:
    """Tell whether a page names an address as one of its languages."""
    return any(one == address for lang, one in site.alternates_of(page) if lang != DEFAULT)
