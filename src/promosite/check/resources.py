"""What the browser fetches to show a page: only this site's own files, and all of them there."""

from collections.abc import Iterator
from pathlib import Path

from promosite.check.address import WEB, flaw_of
from promosite.check.page import Load, Page
from promosite.check.site import BuiltSite, Kind, Target, source_of
from promosite.check.styles import StyleAddress, style_addresses
from promosite.findings import Finding, Source, finding

FRAMES = frozenset({"iframe", "frame", "object", "embed"})
PASSIVE = frozenset({"picture", "icon", "audio", "video", "source"})
"""Kinds that may carry their data in the address: nothing of it runs."""


def resource_findings(site: BuiltSite, page: Page) -> Iterator[Finding]:
    """Yield what a page fetches from elsewhere, what is missing, and what is a frame."""
    start, root = site.start_of(page), site.root_from(page)
    for load in page.loads:
        yield from site.judged_once(root, load.address, ("load", load.kind), _load(site, page, start, load))
    for piece in page.styles:
        for one in style_addresses(piece.text):
            yield from style_address_findings(site, start, one, source_of(page, piece))


def style_findings(site: BuiltSite, folder: Path) -> Iterator[Finding]:
    """Yield the same of the style sheets in `folder`."""
    for path in site.files:
        if path.lower().endswith(".css"):
            yield from _style_sheet(site, folder, path)


def _load(site: BuiltSite, page: Page, start: str, load: Load) -> Iterator[Finding]:
    source = source_of(page, load)
    flaw = flaw_of(load.address, WEB | {"data"} if load.kind in PASSIVE else WEB)
    target = site.resolve(start, load.address)
    if load.kind in FRAMES and (flaw is None or not load.address):
        yield _frame(load, target, source)
    elif flaw:
        yield finding(flaw, source, target=load.address)
    elif not load.address.strip().lower().startswith("data:"):
        yield from _fetched(site, load, target, source)


def _frame(load: Load, target: Target, source: Source) -> Finding:
    if load.address and target.kind is Kind.ELSEWHERE:
        return finding("site-resource-foreign", source, target=load.address, kind=load.kind)
    return finding("site-frame", source, kind=load.kind)


def _fetched(site: BuiltSite, load: Load, target: Target, source: Source) -> Iterator[Finding]:
    is_picture = load.kind == "picture"
    if target.kind is Kind.ELSEWHERE:
        yield finding("site-resource-foreign", source, target=load.address, kind=load.kind)
    elif target.kind is Kind.OUTSIDE:
        yield finding("site-link-outside", source, target=load.address)
    elif target.kind is Kind.MISSING or target.path in site.pages:
        code = "site-picture-missing" if is_picture else "site-resource-missing"
        yield finding(code, source, target=load.address, path=target.path)


def _style_sheet(site: BuiltSite, folder: Path, path: str) -> Iterator[Finding]:
    text = (folder / path).read_text(encoding="utf-8", errors="replace")
    start = site.address_of(path)
    for one in style_addresses(text):
        yield from style_address_findings(site, start, one, Source(path, one.line, one.column))


def style_address_findings(site: BuiltSite, start: str, one: StyleAddress, source: Source) -> Iterator[Finding]:
    """Yield what is wrong with an address in style rules that stand in a file whose addresses count from `start`."""
    target = site.resolve(start, one.address)
    if target.kind is Kind.ELSEWHERE:
        yield finding("site-resource-foreign", source, target=one.address, kind="css")
    elif target.kind is Kind.OUTSIDE:
        yield finding("site-link-outside", source, target=one.address)
    elif target.kind is Kind.MISSING:
        yield finding("site-resource-missing", source, target=one.address, path=target.path)
