"""Put a site together: the engine renders the pages that have changed, everything else is laid as it is.

`.cache/promosite/site-src/` holds the whole input of all pages: for the engine, for whoever wants to know why a page
looks as it does, or to feed another engine.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from promosite.cache import forget_touched
from promosite.config import SiteConfig
from promosite.model.outputs import FileOutput, Outputs
from promosite.render.finished import FinishedPages
from promosite.render.link_table import LinkTable, link_table
from promosite.render.site_files import Part, site_files
from promosite.render.staging import StagedPage, stage, stage_page
from promosite.render.template_engine import TEMPLATES

STAGED, NOTHING, MADE, SEARCH, PREVIEWED = "site-src", "nothing", "made", "search", "previewed"
UNUSED = re.compile(r"assets/(?:javascripts/(?:bundle|lunr|workers)|stylesheets|images/favicon)|.*\.map$")
"""What the engine's theme would lay into the site though none of our pages asks for it."""


@dataclass(frozen=True)
class Assembly:
    """What is needed to put one site together; `laid` are finished pages by their place below the site's root.

    `menu` and `to_render` are the staged pages of each language that the engine is to render.
    """

    outputs: Outputs
    cache: Path
    pages: Mapping[str, StagedPage]
    menu: Mapping[str, Sequence[str]]
    to_render: Mapping[str, Sequence[str]]
    shown: tuple[str, ...]
    links: LinkTable
    finished: FinishedPages
    laid: Mapping[str, Path]

    @property
    def staged(self) -> Path:
        """Return the staging folder."""
        return self.cache / STAGED

    @property
    def nothing(self) -> Path:
        """Return an empty folder: for an engine that looks for pages by itself, and is to find none."""
        return self.cache / NOTHING

    def whole(self, path: str) -> StagedPage:
        """Return the page at a path with everything that stands on it, staged."""
        page = self.pages[path]
        return stage_page(page.output, self.staged) if page.output.make else page

    def parts(self) -> Iterator[Part]:
        """Yield what pages show, and the pages that are finished."""
        yield from ((path, self.staged / path) for path in self.shown)
        yield from self.laid.items()

    def files(self, made: Sequence[FileOutput]) -> Iterator[Part]:
        """Yield all other files: those that were made, and what goes with them."""
        yield from site_files(made, self.outputs.cards, self.cache / MADE)


def begin(outputs: Outputs, config: SiteConfig, cache: Path, kept: str, world: str) -> Assembly:
    """Stage everything and find the pages that are finished already; raises OSError.

    `kept` names the folder of finished pages below `cache`, `world` is the digest of what all pages share. Pages of the
    menu are always rendered, for the engine reads their titles.
    """
    if kept != PREVIEWED:  # a preview makes results all the time, and notes no build
        forget_touched(cache, MADE, SEARCH)
    finished = FinishedPages(cache / kept, world)
    staged = stage(outputs, config.root / "docs", cache / MADE, cache / STAGED, finished.text_before)
    pages = staged.pages
    addresses = {path: config.url_path(page.output.lang, page.output.address) for path, page in pages.items()}
    links = link_table(addresses, staged.shown, config.locales)
    menu = {
        lang: [f"{lang}/{uri}" for uri in outputs.navigation if f"{lang}/{uri}" in pages] for lang in config.locales
    }
    shown_first = {path for paths in menu.values() for path in paths}
    found = {path: finished.find(path, pages[path].text, links.resolve) for path in pages if path not in shown_first}
    laid = {f"{addresses[path]}index.html": page for path, page in found.items() if page}
    left = {
        lang: [path for path in found if not found[path] and pages[path].output.lang == lang] for lang in config.locales
    }
    assembly = Assembly(outputs, cache, pages, menu, left, staged.shown, links, finished, laid)
    for folder in (assembly.nothing, cache / TEMPLATES):
        folder.mkdir(parents=True, exist_ok=True)
    return assembly
