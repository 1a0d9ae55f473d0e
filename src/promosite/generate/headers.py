"""The header of a generated page: title, template, and the truth about the languages it exists in."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from promosite.generate.site import Site, View
from promosite.model.outputs import PageOutput


class Claim(NamedTuple):
    """The address that a page takes, and what it belongs to: a file, or a page that nobody wrote, by its title."""

    lang: str
    address: str
    origin: str | None
    title: str = ""
    at: tuple[int, int] | None = None
    """Line and column in the file, where the address does not follow from the file’s name."""


def claim_of(page: PageOutput) -> Claim:
    """Return the address that a page takes."""
    return Claim(page.lang, page.address, page.origin, page.header["title"])


def edit_address(site: Site, file: str | None) -> str | None:
    """Return where the file behind a page is edited on the git host; None without a repository or a file."""
    if file is None or site.config.repository is None:
        return None
    return f"https://github.com/{site.config.repository}/edit/{site.config.branch}/{file}"


def feed_view(site: Site, lang: str, name: str, address: str) -> View:
    """Return where a feed lies in both of its formats."""
    return {"name": name, "atom": site.path(lang, f"{address}feed.xml"), "json": site.path(lang, f"{address}feed.json")}


LISTINGS = frozenset({"catalogue.html", "events.html", "listing.html"})
"""Templates that list the items of a kind."""


def page(
    site: Site,
    lang: str,
    address: str,
    *,
    template: str,
    title: str,
    summary: str,
    view: View,
    modified: date,
    languages: Collection[str] | None = None,
    section: bool = False,
    body: str = "",
    origin: str | None = None,
    data: str | None = None,
    trail: Iterable[tuple[str, str]] = (),
    feed: tuple[str, str] | None = None,
    stands_for: str | None = None,
) -> PageOutput:
    """Return a page. `languages` are those in which this address exists (default: all of the site).

    `modified` is the day its substance last changed; `section` marks an address that others lie under; `origin` is the
    file of its text, else `data` is the file of which it is made; `trail` is the way up, as (title, address) pairs from
    the top; `feed` is name and address of its feed; `stands_for` is the page of which it is another form.
    """
    header = {
        "title": title,
        "description": summary,
        "template": f"{template}.html",
        "lang": lang,
        "address": site.path(lang, address),
        "alternates": {one: site.path(one, address) for one in site.config.locales if one in (languages or [one])},
        "canonical": None if stands_for is None else site.path(lang, stands_for),
        "modified": modified.isoformat(),
        "trail": [{"title": name, "address": site.path(lang, way)} for name, way in trail],
        "section": section,
        "edit": edit_address(site, origin or data),
        "feed": feed_view(site, lang, *feed) if feed else None,
    }
    return PageOutput(lang, address, {**header, "view": view}, body, origin)
