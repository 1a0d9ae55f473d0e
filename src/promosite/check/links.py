"""Links: each leads somewhere, to the anchor it names, and changes the language only when it says so."""

from collections.abc import Iterator

from promosite.check.address import flaw_of
from promosite.check.page import Link, Page, Piece, Placed
from promosite.check.site import BuiltSite, Kind, Target, is_beside, is_language, source_of
from promosite.findings import Finding, finding


def link_findings(site: BuiltSite, page: Page) -> Iterator[Finding]:
    """Yield what is wrong with links, forms' addresses and the targets of redirects."""
    start, root, lang = site.start_of(page), site.root_from(page), site.language_of(page.path)
    for link in page.links:
        about = ("link", lang, link.tag, link.hreflang)
        yield from site.judged_once(root, link.address, about, _link(site, page, start, link))
    for piece in (*page.forms, *(refresh for refresh in page.refreshes if refresh.text)):
        yield from _leads(site, page, start, piece)


def _link(site: BuiltSite, page: Page, start: str, link: Link) -> Iterator[Finding]:
    if flaw := flaw_of(link.address):
        yield finding(flaw, source_of(page, link), target=link.address)
        return
    target = site.resolve(start, link.address)
    yield from _target(site, page, link.address, link, target)
    if link.tag != "link" and target.kind is Kind.INSIDE and target.path in site.pages:
        promised, found = link.hreflang or site.language_of(page.path), site.language_of(target.path)
        if not is_language(promised, found):
            params = {"target": link.address, "found": found, "promised": promised}
            yield finding("site-link-language", source_of(page, link), **params)


def _leads(site: BuiltSite, page: Page, start: str, piece: Piece) -> Iterator[Finding]:
    if flaw := flaw_of(piece.text):
        yield finding(flaw, source_of(page, piece), target=piece.text)
    else:
        yield from _target(site, page, piece.text, piece, site.resolve(start, piece.text))


def _target(site: BuiltSite, page: Page, address: str, place: Placed, target: Target) -> Iterator[Finding]:
    if is_beside(target, address):
        yield finding("site-link-outside", source_of(page, place), target=address)
    elif target.kind is Kind.MISSING:
        yield finding("site-link-broken", source_of(page, place), target=address, path=target.path)
    elif target.kind is Kind.INSIDE and not _has_anchor(site, target):
        params = {"target": address, "anchor": target.fragment, "path": target.path}
        yield finding("site-anchor-broken", source_of(page, place), **params)


def _has_anchor(site: BuiltSite, target: Target) -> bool:
    # Fragments of other files (pages of a PDF) and `#top`, which browsers know, name no element.
    name = target.fragment.partition(":~:")[0]
    return not name or name == "top" or target.path not in site.pages or name in site.pages[target.path].anchors
