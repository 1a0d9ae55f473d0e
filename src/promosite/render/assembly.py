"""Put a site together: the engine renders the pages that have changed, everything else is laid as it is.

`.cache/promosite/site-src/` holds the whole input of all pages, for whoever wants to know why a page looks as it does,
or to feed another engine. `engine-src/` beside it holds what the engine is to render this time.
"""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from promosite.config import SiteConfig
from promosite.model.outputs import Outputs
from promosite.render.finished import FinishedPages
from promosite.render.hard_links import place
from promosite.render.link_table import LinkTable, link_table
from promosite.render.site_files import Part, lay_part, site_files
from promosite.render.staging import StagedPage, stage

STAGED, TO_RENDER, MADE, TEMPLATES = "site-src", "engine-src", "made", "templates"


@dataclass(frozen=True)
class Assembly:
    """What is needed to put one site together; `laid` are finished pages by their place below the site's root."""

    outputs: Outputs
    cache: Path
    pages: Mapping[str, StagedPage]
    shown: tuple[str, ...]
    links: LinkTable
    finished: FinishedPages
    laid: Mapping[str, Path]

    @property
    def source(self) -> Path:
        """Return the folder of the pages that are to be rendered."""
        return self.cache / TO_RENDER

    @property
    def templates(self) -> Path:
        """Return the folder for compiled templates."""
        return self.cache / TEMPLATES

    def parts(self) -> Iterator[Part]:
        """Yield what pages show, and the pages that are finished."""
        yield from ((path, self.cache / STAGED / path) for path in self.shown)
        yield from self.laid.items()

    def files(self) -> Iterator[Part]:
        """Yield all other files."""
        yield from site_files(self.outputs, self.cache / MADE)

    def lay(self, site: Path) -> None:
        """Lay what was not rendered into the folder of the site; raises OSError."""
        for part in (*self.files(), *self.parts()):
            lay_part(site, part)


def begin(outputs: Outputs, config: SiteConfig, cache: Path, kept: str, world: str) -> Assembly:
    """Stage everything and find the pages that are finished already; raises OSError.

    `kept` names the folder of finished pages below `cache`, `world` is the digest of what all pages share. Pages of the
    menu are always rendered, for the engine reads their titles.
    """
    staged = stage(outputs, config.root / "docs" / "assets", cache / MADE, cache / STAGED)
    pages = staged.pages
    addresses = {path: config.url_path(page.output.lang, page.output.address) for path, page in pages.items()}
    links = link_table(addresses, staged.shown, config.locales)
    finished = FinishedPages(cache / kept, world)
    menu = {f"{lang}/{uri}" for lang in config.locales for uri in outputs.navigation}
    found = {path: finished.find(path, pages[path].digest, links.resolve) for path in pages if path not in menu}
    laid = {f"{addresses[path]}index.html": page for path, page in found.items() if page}
    assembly = Assembly(outputs, cache, pages, staged.shown, links, finished, laid)
    shutil.rmtree(assembly.source, ignore_errors=True)
    assembly.source.mkdir(parents=True)
    assembly.templates.mkdir(exist_ok=True)
    for path in pages:
        if not found.get(path):
            place(cache / STAGED / path, assembly.source / path)
    return assembly
