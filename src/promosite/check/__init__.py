"""Check a finished site folder from outside: it knows HTML and files, not what made them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from promosite.check.content import content_findings
from promosite.check.drawings import drawing_findings
from promosite.check.feeds import feed_findings
from promosite.check.files import file_findings, is_folder, read_tree
from promosite.check.languages import language_findings
from promosite.check.links import link_findings
from promosite.check.page import Page
from promosite.check.reading import read_pages
from promosite.check.resources import resource_findings, style_findings
from promosite.check.safety import safety_findings
from promosite.check.search import search_findings
from promosite.check.site import BuiltSite
from promosite.check.sitemap import sitemap_findings
from promosite.check.sound import read_sound, surroundings_of, write_sound
from promosite.check.structured import structured_findings
from promosite.findings import Finding, Source, finding, limited
from promosite.forks import beside

__all__ = ["LargestPage", "Seen", "SiteReport", "check_site", "look_ahead"]

PAGE_ENDINGS = (".html", ".htm", ".shtml", ".xhtml", ".xht")
"""How names end that hosts serve as pages."""
WORTH_SHARING = 300
"""Pages from which a copy of this process costs less than it saves."""
READ, SOUND = "read-pages.json", "sound-pages.json"


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


@dataclass(frozen=True, slots=True)
class Seen:
    """The pages of a site, and which of them are sound whatever else is laid beside them."""

    pages: Mapping[str, Page]
    sound: frozenset[str] = frozenset()


def check_site(
    site: Path,
    site_url: str,
    languages: Sequence[str],
    apart: Sequence[str] = (),
    seen: Seen | None = None,
) -> tuple[SiteReport, list[Finding]]:
    """Return the size of the site in the folder `site` and what is wrong with it, in order.

    `languages[0]` is expected at `/` of `site_url`, each other one under `/<lang>/`. Pages below the folders `apart`
    (`admin/`) are programs, not pages for readers: their names and sizes are looked at, their insides are not.
    Read-only. `seen` is what `look_ahead` has seen; files may have come since then, pages must be as they were.
    """
    if not is_folder(site):
        return SiteReport(0, 0, 0, None), [finding("site-folder-missing", Source(site.name), path=site)]
    files, findings = read_tree(site)
    paths = _pages_among(files, apart)
    if seen is None or seen.pages.keys() != set(paths):
        seen = Seen(read_pages(site, paths)[0])
    built = _built(site_url, languages, files, seen.pages)
    return _report(built), limited([*findings, *_findings(built, site, seen.sound)])


def look_ahead(
    site: Path,
    site_url: str,
    languages: Sequence[str],
    apart: Sequence[str] = (),
    memory: Path | None = None,
    wait: Callable[[], object] | None = None,
    later: Sequence[str] = (),
) -> Seen:
    """Return what can be said of a site whose pages are there while it is still being indexed.

    More files are only more places for links to lead to: a page in which nothing is wrong now will not become wrong.
    `memory` is a folder that remembers pages between runs; `wait` is called before the first page is judged, and waits
    for files that most pages ask for; folders that come `later` are not looked at. The other parameters are those of
    `check_site`.
    """
    pages, digests = read_pages(site, _pages_among(_files_in(site), apart), memory and memory / READ)
    if wait:
        wait()
    files = [path for path in _files_in(site) if not path.startswith(tuple(later))]
    built = _built(site_url, languages, dict.fromkeys(files, 0), pages)
    surroundings = surroundings_of(built) if memory else ""
    before = read_sound(memory / SOUND, surroundings) if memory else {}
    known = {path for path, digest in digests.items() if before.get(path) == digest}
    passed = known.union(_sound_among(built, [path for path in digests if path not in known]))
    sound = {path: digest for path, digest in digests.items() if path in passed}
    if memory and sound != before:
        write_sound(memory / SOUND, surroundings, sound)
    return Seen(pages, frozenset(sound))


def _sound_among(site: BuiltSite, paths: Sequence[str]) -> list[str]:
    """Return the pages in which nothing is wrong; of many, a copy of this process looks at half."""
    if len(paths) < WORTH_SHARING:
        return _sound(site, paths)
    others = beside(partial(_sound, site, paths[1::2]))
    return [*_sound(site, paths[::2]), *others()]


def _sound(site: BuiltSite, paths: Iterable[str]) -> list[str]:
    return [path for path in paths if not any(True for _ in _page_findings(site, site.pages[path]))]


def _files_in(site: Path) -> list[str]:
    """Return the paths of all files, which may come and go meanwhile."""
    found = []
    for folder, _, names in os.walk(site):
        inside = Path(folder).relative_to(site).as_posix()
        found += [name if inside == "." else f"{inside}/{name}" for name in names]
    return sorted(found)


def _built(url: str, languages: Sequence[str], files: Mapping[str, int], pages: Mapping[str, Page]) -> BuiltSite:
    return BuiltSite(f"{url.rstrip('/')}/", tuple(languages), files, pages)


def _pages_among(files: Iterable[str], apart: Sequence[str]) -> list[str]:
    return [path for path in files if path.lower().endswith(PAGE_ENDINGS) and not path.startswith(tuple(apart))]


def _findings(site: BuiltSite, folder: Path, sound: Set[str]) -> Iterator[Finding]:
    for path, page in site.pages.items():
        if path not in sound:
            yield from _page_findings(site, page)
    yield from style_findings(site, folder)
    yield from drawing_findings(site, folder)
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
