"""The header of a generated page: title, template, and the truth about the languages it exists in."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from promosite.generate.site import Site, View
from promosite.model.outputs import PageOutput


class Claim(NamedTuple):
    """The address that a page takes, and the file behind it."""

    lang: str
    address: str
    origin: str | None


def claim_of(page: PageOutput) -> Claim:
    """Return the address that a page takes."""
    return Claim(page.lang, page.address, page.origin)


def edit_address(site: Site, origin: str | None) -> str | None:
    """Return where the file behind a page is edited on the git host; None without a repository or a file."""
    if origin is None or site.config.repository is None:
        return None
    return f"https://github.com/{site.config.repository}/edit/{site.config.branch}/{origin}"


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
    languages: Iterable[str] | None = None,
    section: bool = False,
    body: str = "",
    origin: str | None = None,
    trail: Iterable[tuple[str, str]] = (),
) -> PageOutput:
    """Return a page. `languages` are those in which this address exists (default: all of the site).

    `modified` is the day the page's substance last changed; `section` marks an address that others lie under;
    `trail` is the way up, as (title, address) pairs from the top.
    """
    exists = [one for one in site.config.locales if one in set(languages or site.config.locales)]
    header: dict[str, Any] = {
        "title": title,
        "description": summary,
        "template": f"{template}.html",
        "hide": ["navigation", "toc"],
        "lang": lang,
        "address": site.path(lang, address),
        "alternates": {one: site.path(one, address) for one in exists},
        "modified": modified.isoformat(),
        "trail": [{"title": name, "address": site.path(lang, way)} for name, way in trail],
        "section": section,
        "edit": edit_address(site, origin),
        "view": view,
    }
    return PageOutput(lang, address, header, body, origin)
