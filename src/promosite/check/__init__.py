"""Check a finished site folder from outside: it knows HTML and files, not what made them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from promosite.check.content import content_findings
from promosite.check.feeds import feed_findings
from promosite.check.files import file_findings, read_tree
from promosite.check.languages import language_findings
from promosite.check.links import link_findings
from promosite.check.page import Page
from promosite.check.reading import read_pages
from promosite.check.resources import resource_findings, style_findings
from promosite.check.safety import safety_findings
from promosite.check.search import search_findings
from promosite.check.site import BuiltSite
from promosite.check.sitemap import sitemap_findings
from promosite.check.structured import structured_findings
from promosite.findings import Finding, Source, finding, in_order

__all__ = ["LargestPage", "SiteReport", "check_site", "read_site"]

PAGE_ENDINGS = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class LargestPage:
    """The page with the most markup."""

    path: str
    bytes: int


@dataclass(frozen=True, slots=True)
class SiteReport:
    """How large a site is."""

    pages: int
    files: int
    bytes: int
    largest: LargestPage | None
    """None where the site has no page at all."""


def check_site(
    site: Path,
    site_url: str,
    languages: Sequence[str],
    apart: Sequence[str] = (),
    pages: Mapping[str, Page] | None = None,
) -> tuple[SiteReport, list[Finding]]:
    """Return the size of the site in the folder `site` and everything wrong with it, in order.

    `languages[0]` is expected at `/` of `site_url`, each other one under `/<lang>/`. Pages below the folders `apart`
    (`admin/`) are programs, not pages for readers: their names and sizes are looked at, their insides are not.
    Read-only. `pages` are those that `read_site` has read, of a site that still is as it was then.
    """
    if not site.is_dir():
        return SiteReport(0, 0, 0, None), [finding("site-folder-missing", Source(site.name), path=site)]
    files, findings = read_tree(site)
    paths = [path for path in files if _is_page(path) and not path.startswith(tuple(apart))]
    if pages is None or pages.keys() != set(paths):
        pages = read_pages(site, paths)
    built = BuiltSite(f"{site_url.rstrip('/')}/", tuple(languages), files, pages)
    return _report(built), in_order([*findings, *_findings(built, site)])


def read_site(site: Path, apart: Sequence[str] = (), records: Path | None = None) -> Mapping[str, Page]:
    """Return what the pages of a site say, those below the folders `apart` left out, other files being laid meanwhile.

    `records` is a file that remembers pages between runs.
    """
    paths = []
    for folder, _, names in os.walk(site):
        inside = Path(folder).relative_to(site).as_posix()
        paths += [name if inside == "." else f"{inside}/{name}" for name in names if _is_page(name)]
    return read_pages(site, sorted(path for path in paths if not path.startswith(tuple(apart))), records)


def _is_page(path: str) -> bool:
    return path.lower().endswith(PAGE_ENDINGS)


def _findings(site: BuiltSite, folder: Path) -> Iterator[Finding]:
    for page in site.pages.values():
        yield from _page_findings(site, page)
    yield from style_findings(site, folder)
    yield from sitemap_findings(site, folder)
    yield from feed_findings(site, folder)
    yield from search_findings(site, folder)
    yield from file_findings(site)


def _page_findings(site: BuiltSite, page: Page) -> Iterator[Finding]:
    yield from content_findings(page)
    yield from structured_findings(page)
    yield from link_findings(site, page)
    yield from language_findings(site, page)
    yield from resource_findings(site, page)
    yield from safety_findings(site, page)


def _report(site: BuiltSite) -> SiteReport:
    sizes = [LargestPage(page.path, page.size) for page in site.pages.values()]
    largest = max(sizes, key=lambda one: one.bytes, default=None)
    return SiteReport(len(site.pages), len(site.files), sum(site.files.values()), largest)
