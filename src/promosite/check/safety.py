"""Safety: no script in attributes, no form to strangers, no window that steers this one, no hidden leap."""

from collections.abc import Iterator

from promosite.check.address import flaw_of
from promosite.check.page import Page
from promosite.check.site import BuiltSite, Kind, source_of
from promosite.findings import Finding, finding


def safety_findings(site: BuiltSite) -> Iterator[Finding]:
    """Yield what could act against a reader."""
    for page in site.pages.values():
        for handler in page.handlers:
            yield finding("site-event-handler", source_of(page, handler), attribute=handler.text)
        for opener in page.openers:
            yield finding("site-link-opener", source_of(page, opener), target=opener.text)
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
