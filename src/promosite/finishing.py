"""What comes after the engine: lay what it did not render, index the site for search, and check it as a whole."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from promosite.cache import CACHE
from promosite.check import check_site, read_site
from promosite.config import SiteConfig
from promosite.findings import Finding
from promosite.forks import beside
from promosite.generate import made_files
from promosite.generate.site import Site
from promosite.model.outputs import PROGRAMS
from promosite.render.assembly import Assembly
from promosite.render.search import index_site
from promosite.render.site_files import lay

Finish = Callable[[], list[Finding]]
"""Waits until everything is laid, and returns what is wrong with the search index."""


def finish(folder: Path, cache: Path, hand_over: Callable[[], tuple[Site, Assembly]]) -> Finish:
    """Begin to lay what the engine has not rendered into the folder of a site, and to index its pages.

    What was generated is handed over by its only holder, so that it is gone before the pages are read.
    """
    site, assembly = hand_over()
    lay(folder, assembly.parts())
    files = beside(partial(_lay_files, folder, site, assembly))
    index = partial(index_site, folder, assembly.outputs.search, cache / "search", assembly.finished.digests())
    del site, assembly
    indexed = beside(index)

    def wait() -> list[Finding]:
        files()
        return indexed()

    return wait


def _lay_files(folder: Path, site: Site, assembly: Assembly) -> None:
    lay(folder, assembly.files(made_files(site, assembly.outputs)))


def check(folder: Path, config: SiteConfig, finished: Finish) -> list[Finding]:
    """Return everything wrong with a site, its search index included.

    Pages are read while it is being indexed; those that were read before are not read again.
    """
    pages = read_site(folder, PROGRAMS, config.root / CACHE / "read-pages.json")
    return [*finished(), *check_site(folder, config.site_url, config.locales, PROGRAMS, pages)[1]]
