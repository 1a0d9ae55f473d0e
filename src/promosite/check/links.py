"""Links: each leads somewhere, to the anchor it names, and changes the language only when it says so."""

from collections.abc import Iterator

from promosite.check.address import flaw_of
from promosite.check.page import Link, Page, Piece, Placed
from promosite.check.site import BuiltSite, Kind, Target, is_beside, is_language, source_of
from promosite.findings import Finding, finding

Anchors = dict[str, frozenset[str]]


def link_findings(site: BuiltSite) -> Iterator[Finding]:
    """Yield what is wrong with links, forms' addresses and the targets of redirects."""
    anchors = {path: page.anchors for path, page in site.pages.items()}
    sound: set[tuple[str, ...]] = set()
    for page in site.pages.values():
        start = site.start_of(page)
        # What climbs to the root leads to the same place from every page as deep as this one: most links of a frame.
        root = "" if page.base else "../" * page.path.count("/")
        lang = site.language_of(page.path)
        for link in page.links:
            climbs = bool(root) and link.address.startswith(root)
            key = (root, lang, link.address, link.tag, link.hreflang)
            if climbs and key in sound:
                continue
            found = list(_link(site, page, start, link, anchors))
            if climbs and not found:
                sound.add(key)
            yield from found
        for piece in (*page.forms, *(refresh for refresh in page.refreshes if refresh.text)):
            yield from _leads(site, page, start, piece, anchors)


def _link(site: BuiltSite, page: Page, start: str, link: Link, anchors: Anchors) -> Iterator[Finding]:
    if flaw := flaw_of(link.address):
        yield finding(flaw, source_of(page, link), target=link.address)
        return
    target = site.resolve(start, link.address)
    yield from _target(page, link.address, link, target, anchors)
    if link.tag != "link" and target.kind is Kind.INSIDE and target.path in site.pages:
        promised, found = link.hreflang or site.language_of(page.path), site.language_of(target.path)
        if not is_language(promised, found):
            params = {"target": link.address, "found": found, "promised": promised}
            yield finding("site-link-language", source_of(page, link), **params)


def _leads(site: BuiltSite, page: Page, start: str, piece: Piece, anchors: Anchors) -> Iterator[Finding]:
    if flaw := flaw_of(piece.text):
        yield finding(flaw, source_of(page, piece), target=piece.text)
    else:
        yield from _target(page, piece.text, piece, site.resolve(start, piece.text), anchors)


def _target(page: Page, address: str, place: Placed, target: Target, anchors: Anchors) -> Iterator[Finding]:
    if is_beside(target, address):
        yield finding("site-link-outside", source_of(page, place), target=address)
    elif target.kind is Kind.MISSING:
        yield finding("site-link-broken", source_of(page, place), target=address, path=target.path)
    elif target.kind is Kind.INSIDE and not _has_anchor(target, anchors):
        params = {"target": address, "anchor": target.fragment, "path": target.path}
        yield finding("site-anchor-broken", source_of(page, place), **params)


def _has_anchor(target: Target, anchors: Anchors) -> bool:
    # Fragments of other files (pages of a PDF) and `#top`, which browsers know, name no element.
    name = target.fragment.partition(":~:")[0]
    return not name or name == "top" or target.path not in anchors or name in anchors[target.path]
