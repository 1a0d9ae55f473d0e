"""What generators give: pages and files, complete, waiting to be written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from promosite.model.pictures import PictureFile
from promosite.model.search import SearchEntry

PROGRAMS = ("admin/",)
"""Folders of a site that hold programs, such as the browser editor: no pages for readers, so checks pass them by."""

FOLDERS = (*(one.rstrip("/") for one in PROGRAMS), "assets", "pagefind")
"""Folders at the root of a site that hold no pages: what stands there is written anew, or passed by when checked."""


@dataclass(frozen=True, slots=True)
class PageOutput:
    """A page: header for the template and Markdown body. `address` is below the language, such as `news/x/`."""

    lang: str
    address: str
    header: Mapping[str, Any]
    body: str = ""
    origin: str | None = None
    """The file an editor would change, from the project's root; None for pages that nobody wrote by hand."""
    body_line: int = 1
    """Line of that file on which the body begins."""
    make: "Callable[[], PageOutput] | None" = field(default=None, compare=False, repr=False)
    """Where this is only the outline of a page (what it is and where, without what stands on it): makes the page."""
    made_of: str = field(default="", compare=False)
    """Digest of all of which a page is made: where it is as it was before, so is the page. Empty where nobody says."""

    def whole(self) -> "PageOutput":
        """Return the page with everything that stands on it."""
        return self.make() if self.make else self

    @property
    def uri(self) -> str:
        """Return the Markdown path below the language's folder."""
        return (
            "index.md" if not self.address else f"{self.address.rstrip('/')}{'/index' if self._is_section else ''}.md"
        )

    @property
    def _is_section(self) -> bool:
        return bool(self.header.get("section"))


@dataclass(frozen=True, slots=True)
class FileOutput:
    """A file of text or bytes; `uri` is below the site's root."""

    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PictureOutput:
    """A photograph to be made ready in several widths from its original."""

    file: PictureFile
    origin: Path


CARD_SIZE = (1200, 630)
"""Width and height of a share card in px, as Open Graph readers expect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOutput:
    """A share card to be drawn. Every text stands in full; an empty one is left out."""

    uri: str
    scene: str
    """What is drawn behind the words: `news`, `product`, `event`, `press`, `plan`, `home` or `page`."""
    kicker: str = ""
    title: str
    site_name: str
    strapline: str = ""
    note: str = ""
    """Who answers for the site, or that it is a demonstration site."""
    aside: str = ""
    """Whose photograph this is, or that the scene is an illustration."""
    stars: int = 0
    evidence: str = ""
    """What the stars rest on; they are never drawn without it."""
    decided: bool = False
    """Whether the stars rest on a decision, not only on a report."""
    row: int = 0
    """Which of the `rows` of a plan is meant, from 1; 0 for all of them."""
    rows: int = 0
    photograph: PictureOutput | None = None
    lang: str
    origin: str | None = None
    """The file that holds the title, from the project's root; None where nobody wrote one."""
    title_at: tuple[int, int] = (1, 1)
    """Line and column of the title in that file."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """Everything one build writes, but for the files that are made of it last (`generate.made_files`)."""

    pages: tuple[PageOutput, ...] = ()
    pictures: tuple[PictureOutput, ...] = ()
    navigation: tuple[str, ...] = ()
    """Markdown paths of the sections, without language, in the order of the menu."""
    search: tuple[SearchEntry, ...] = ()
    """The pages that search finds, without their other names."""
    cards: tuple[CardOutput, ...] = ()
    assets: tuple[str, ...] = ()
    """The site's own files that are laid as they are, by their paths below `docs/` and below the site's root."""
