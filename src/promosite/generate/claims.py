"""Addresses that pages take: no two may take the same, in whatever language they are."""

from collections.abc import Iterable, Iterator

from promosite.findings import WHOLE, Finding, Source, finding
from promosite.generate.headers import Claim
from promosite.generate.site import Site


def claim_findings(site: Site, claims: Iterable[Claim]) -> Iterator[Finding]:
    """Yield each address that is taken twice, at the page that somebody wrote, with the other page.

    A page that nobody wrote is named by its title, in quotation marks.
    """
    seen: dict[str, Claim] = {}
    titles: dict[str, tuple[int, int]] | None = None
    for claim in claims:
        address = site.path(claim.lang, claim.address)
        first = seen.setdefault(address, claim)
        if first is claim:
            continue
        titles = _titles(site) if titles is None else titles
        mine, other = (claim, first) if claim.origin else (first, claim)
        yield finding("address-twice", _place(mine, titles), found=f"/{address}", by=other.origin or f"“{other.title}”")


def _place(claim: Claim, titles: dict[str, tuple[int, int]]) -> Source:
    """Return where the address of a page was decided: its own line, or that of its title."""
    if claim.origin is None:
        return Source("content/", WHOLE)
    return Source(claim.origin, *(claim.at or titles.get(claim.origin, (WHOLE, 1))))


def _titles(site: Site) -> dict[str, tuple[int, int]]:
    """Return line and column of the title of each file that became a page."""
    texts = (text for item in site.catalogue.items.values() for text in item.texts.values())
    return {one.path: one.title_at for one in site.pages} | {one.path: one.title_at for one in texts}
