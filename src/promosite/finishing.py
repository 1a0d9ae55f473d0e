"""What comes after the engine: lay what it did not render, index the site for search, and check it as a whole."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from promosite.cache import CACHE
from promosite.check import check_site, look_ahead
from promosite.config import SiteConfig
from promosite.findings import Finding
from promosite.forks import beside
from promosite.generate import made_files
from promosite.generate.search import named_entries
from promosite.generate.site import Site
from promosite.model.outputs import PROGRAMS
from promosite.render.assembly import SEARCH, Assembly
from promosite.render.search import FOLDER, index_site
from promosite.render.site_files import lay
from promosite.whence import Origins, at_origins


class Rest(NamedTuple):
    """What is being done beside: `laid` waits for all files but the search index, `indexed` returns its findings.

    `origins` are the files behind the pages.
    """

    laid: Callable[[], None]
    indexed: Callable[[], list[Finding]]
    origins: Origins

    def wait(self) -> list[Finding]:
        """Wait for all of it, and return what is wrong with the search index."""
        self.laid()
        return self.indexed()


def finish(folder: Path, cache: Path, hand_over: Callable[[], tuple[Site, Assembly]]) -> Rest:
    """Begin to lay what the engine has not rendered into the folder of a site, and to index its pages.

    What was generated is handed over by its only holder, so that it is gone before the pages are read.
    """
    site, assembly = hand_over()
    lay(folder, assembly.parts())
    laid = beside(partial(_lay_files, folder, site, assembly))
    indexed = beside(partial(_index, folder, site, cache / SEARCH, assembly.finished.digests()))
    pages, address = assembly.outputs.pages, site.config.url_path
    origins = {f"{address(one.lang, one.address)}index.html": one.origin for one in pages if one.origin}
    del site, assembly, pages, address
    return Rest(laid, indexed, origins)


def _index(folder: Path, site: Site, cache: Path, pages: Sequence[str]) -> list[Finding]:
    return index_site(folder, named_entries(site), cache, pages)


def _lay_files(folder: Path, site: Site, assembly: Assembly) -> None:
    lay(folder, assembly.files(made_files(site, assembly.outputs)))


def check(
    folder: Path, config: SiteConfig, rest: Rest, complete: Callable[[Path], list[Finding]] | None = None
) -> list[Finding]:
    """Return everything wrong with a site, its search index included, at the files that people can mend.

    Pages are looked at while it is being indexed; those that were read before are not read again. Before a publication
    `complete` adds what only that knows, and does the looking.
    """
    if complete:
        return [*rest.wait(), *at_origins(complete(folder), rest.origins, config.root)]
    site = folder, config.site_url, config.locales, PROGRAMS
    seen = look_ahead(*site, config.root / CACHE, rest.laid, (f"{FOLDER}/",))
    return [*rest.indexed(), *at_origins(check_site(*site, seen)[1], rest.origins, config.root)]
