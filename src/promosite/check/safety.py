"""Safety: a policy that lets nothing foreign run, and nothing in the page that would need a hole in it.

No script or style outside files, no form to strangers, no window that steers this one, no hidden leap.
"""

import re
from collections.abc import Iterator

from promosite.check.address import flaw_of
from promosite.check.page import Page
from promosite.check.site import BuiltSite, Kind, source_of
from promosite.findings import Finding, finding

NOTHING = ("default-src", "base-uri", "object-src")
"""Directives that allow nothing at all."""
OWN = re.compile(r"'none'|'self'|'wasm-unsafe-eval'|'sha(?:256|384|512)-[A-Za-z0-9+/=]+'")


def safety_findings(site: BuiltSite, page: Page) -> Iterator[Finding]:
    """Yield what could act against a reader."""
    for handler in page.handlers:
        yield finding("site-event-handler", source_of(page, handler), attribute=handler.text)
    for opener in page.openers:
        yield finding("site-link-opener", source_of(page, opener), target=opener.text)
    for inline in page.inline:
        yield finding("site-inline", source_of(page, inline), found=inline.text)
    if not site.redirect_of(page):
        yield from _policy(page)
    yield from _forms(site, page)
    yield from _refreshes(site, page)


def _forms(site: BuiltSite, page: Page) -> Iterator[Finding]:
    start = site.start_of(page)
    for form in page.forms:
        if flaw_of(form.text) is None and site.resolve(start, form.text).kind is Kind.ELSEWHERE:
            yield finding("site-form-elsewhere", source_of(page, form), target=form.text)


def _refreshes(site: BuiltSite, page: Page) -> Iterator[Finding]:
    if site.redirect_of(page):
        return
    for refresh in page.refreshes:
        yield finding("site-refresh", source_of(page, refresh), target=refresh.text)


def _policy(page: Page) -> Iterator[Finding]:
    """The policy stands before everything it is to hold for, and names no source but this site."""
    loaded = min(((one.line, one.column) for one in page.loads), default=None)
    first = page.policies[0] if page.policies else None
    if first is None or (loaded and loaded < (first.line, first.column)):
        yield finding("site-policy-missing", source_of(page))
        return
    if holes := [*_holes(first.text)]:
        yield finding("site-policy-weak", source_of(page, first), found="; ".join(holes))


def _holes(policy: str) -> Iterator[str]:
    """Yield the directives of a policy that allow more than this site's own files, and those that are missing."""
    directives = {
        name.lower(): sources for name, *sources in (part.split() for part in policy.split(";") if part.strip())
    }
    for name in NOTHING:
        if directives.get(name, ["?"]) != ["'none'"]:
            yield f"{name} {' '.join(directives.get(name, []))}".strip()
    if "form-action" not in directives:
        yield "form-action"
    for name, sources in directives.items():
        if name not in NOTHING and [one for one in sources if not OWN.fullmatch(one)]:
            yield f"{name} {' '.join(sources)}"
