"""What one HTML page says, as a frozen record: every check reads these and never the markup."""

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Placed(Protocol):
    """Anything that stands at a known line and column."""

    @property
    def line(self) -> int:
        """Return the line, from 1."""

    @property
    def column(self) -> int:
        """Return the column, from 1."""


# Named tuples, not dataclasses: a large site has a million of them, and they travel between processes.
class Piece(NamedTuple):
    """A text of a page and where it stands; line and column count from 1."""

    text: str
    line: int
    column: int


class Link(NamedTuple):
    """Something to follow: `a`, `area`, a part of a formula, or a `link` to another page such as `rel="next"`."""

    tag: str
    address: str
    line: int
    column: int
    hreflang: str = ""
    """Language promised to the reader; empty where the link promises none."""


class Load(NamedTuple):
    """Something the browser fetches when it shows the page; `kind` is the tag, or `picture`."""

    kind: str
    address: str
    line: int
    column: int


class Picture(NamedTuple):
    """An `img` and whether it says what it shows and how large it is."""

    address: str
    line: int
    column: int
    has_alt: bool
    has_size: bool


class Alternate(NamedTuple):
    """A `link rel="alternate" hreflang`: the same page in another language."""

    lang: str
    address: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. `path` is relative to the site folder, with slashes."""

    path: str
    size: int
    lang: Piece | None = None
    """The `lang` of `<html>`; None where the page has none."""
    title: str = ""
    base: str = ""
    """The address of `<base>`; empty where addresses count from the page itself."""
    robots: frozenset[str] = field(default_factory=frozenset)
    canonicals: tuple[Piece, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    refreshes: tuple[Piece, ...] = ()
    """Where `meta http-equiv="refresh"` leads; an empty text reloads the page."""
    links: tuple[Link, ...] = ()
    loads: tuple[Load, ...] = ()
    pictures: tuple[Picture, ...] = ()
    forms: tuple[Piece, ...] = ()
    styles: tuple[Piece, ...] = ()
    """Style rules written in the page, where they may name other files."""
    structured: tuple[Piece, ...] = ()
    """Scripts of the type `application/ld+json`, as they are written."""
    headings: tuple[Piece, ...] = ()
    """The headings of level 1; each has its tag as text."""
    ids: tuple[Piece, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)
    """Anchors of the old form, `<a name>`."""
    handlers: tuple[Piece, ...] = ()
    """Attributes that hold script, such as `onclick`."""
    inline: tuple[Piece, ...] = ()
    """Scripts and styles that stand in the page itself: `script` without an address, `style`, `style=`."""
    policies: tuple[Piece, ...] = ()
    """What `meta http-equiv="Content-Security-Policy"` allows."""
    openers: tuple[Piece, ...] = ()
    """Addresses opened in a new window that may steer this one: `target=_blank`, or a name, without `rel=noopener`."""
    paragraphs: tuple[Piece, ...] = ()
    """The openings of visible paragraphs and headings that have a colon or a dash first, as headers have."""
    templates: tuple[Piece, ...] = ()
    """Visible `{{` and `{%` with what follows them."""
    prose: int = 0
    """How many visible characters stand outside links."""
    is_utf8: bool = True
    is_whole: bool = True
    """False where the markup is so broken that reading stopped."""

    @property
    def is_noindex(self) -> bool:
        """Tell whether the page asks search engines to leave it out."""
        return not self.robots.isdisjoint({"noindex", "none"})

    @property
    def anchors(self) -> frozenset[str]:
        """Return every name a `#fragment` can point at."""
        return self.names.union(one.text for one in self.ids)
