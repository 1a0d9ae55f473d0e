"""What comes after the engine: lay what it did not render, index the site for search, and check it as a whole."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from promosite.check import check_site, read_site
from promosite.config import SiteConfig
from promosite.findings import Finding
from promosite.forks import beside
from promosite.model.outputs import PROGRAMS, FileOutput
from promosite.render.assembly import Assembly
from promosite.render.search import index_site
from promosite.render.site_files import lay

MakeFiles = Callable[[], Sequence[FileOutput]]
"""Gives the files that go beside the pages."""
Finish = Callable[[], list[Finding]]
"""Waits for the search index and returns what is wrong with it."""


def finish(site: Path, assembly: Assembly, cache: Path, make_files: MakeFiles) -> Finish:
    """Lay what the engine has not rendered into the folder of a site; the pages are indexed meanwhile."""
    lay(site, assembly.parts())
    search = assembly.outputs.search, cache / "search", assembly.finished.digests()
    index = beside(partial(index_site, site, *search))
    lay(site, assembly.files(make_files()))
    return index


def check(site: Path, config: SiteConfig, cache: Path, finished: Finish) -> list[Finding]:
    """Return everything wrong with a site, its search index included.

    Pages are read while it is being indexed; those that were read before are not read again.
    """
    pages = read_site(site, PROGRAMS, cache / "read-pages.json")
    return [*finished(), *check_site(site, config.site_url, config.locales, PROGRAMS, pages)[1]]
