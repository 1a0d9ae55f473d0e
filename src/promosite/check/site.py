"""The finished site as one record: its files and pages, and where an address leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from promosite.check.address import CALENDAR, cleaned, is_absolute, joined
from promosite.check.page import Page, Placed
from promosite.findings import Finding, Source

REDIRECT_PROSE = 200
"""Characters beside its link that a redirect may say: room for "This page has moved to", not an article."""


class Kind(StrEnum):
    """Where an address leads."""

    INSIDE = "inside"
    """To a file of this site."""
    MISSING = "missing"
    """Into this site, where there is no such file."""
    OUTSIDE = "outside"
    """To this host, beside the folder of this site."""
    ELSEWHERE = "elsewhere"
    """To another host or another kind of address."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads; `path` is relative to the site folder, empty for what is not in this site."""

    kind: Kind
    path: str = ""
    fragment: str = ""


@dataclass(frozen=True)
class BuiltSite:
    """A finished site. `url` ends with a slash, `languages[0]` lives at `/`, `files` gives sizes in bytes."""

    url: str
    languages: tuple[str, ...]
    files: Mapping[str, int]
    pages: Mapping[str, Page]

    @cached_property
    def address(self) -> SplitResult:
        """Return the parts of the site's own address."""
        return urlsplit(self.url)

    def language_of(self, path: str) -> str:
        """Return the language of the place where a page stands."""
        first = path.partition("/")[0]
        return first if first in self.languages[1:] and "/" in path else self.languages[0]

    def not_found_pages(self) -> list[str]:
        """Return the paths of the pages that servers show for a wrong address, one per language."""
        return ["404.html", *(f"{lang}/404.html" for lang in self.languages[1:])]

    def address_of(self, path: str) -> str:
        """Return the absolute address of a file; an `index.html` is named by its folder."""
        folder, slash, name = path.rpartition("/")
        return self.url + quote(folder + slash if name == "index.html" else path, errors="surrogateescape")

    def start_of(self, page: Page) -> str:
        """Return the address from which the relative addresses of a page count."""
        own = self.address_of(page.path)
        return self.absolute(own, page.base).partition("#")[0].partition("?")[0] if page.base else own

    def absolute(self, start: str, address: str) -> str:
        """Return an address in full, counted from `start`; as it is where it is broken."""
        if (known := self._in_full.get(address)) is not None:
            return known
        try:
            full = urljoin(start, cleaned(address))
        except ValueError:
            return address
        if address.startswith(self.url):
            self._in_full[address] = full
        return full

    @cached_property
    def _in_full(self) -> dict[str, str]:
        """Addresses that begin with the site's own, in full: canonicals and alternates name each of them many times."""
        return {}

    def root_from(self, page: Page) -> str:
        """Return how addresses in a page climb to the root of the site; empty where they need not, or do not count."""
        return "" if page.base else "../" * page.path.count("/")

    def judged_once(self, root: str, address: str, about: tuple[str, ...], found: Iterator[Finding]) -> list[Finding]:
        """Return what is wrong with an address in a page whose root is `root`; nothing that was found right before.

        What climbs to the root leads to the same place from every page as deep as that one, so most addresses of a
        frame need one look. `about` is what else decides, and `found` that look, which is not taken if need not be.
        """
        if not root or not address.startswith(root):
            return list(found)
        key = (root, address, *about)
        if key in self._sound:
            return []
        if not (wrong := list(found)):
            self._sound.add(key)
        return wrong

    @cached_property
    def _sound(self) -> set[tuple[str, ...]]:
        """Addresses that were found right, each with all that decides about it."""
        return set()

    def alternates_of(self, page: Page) -> frozenset[tuple[str, str]]:
        """Return the language and absolute address of each alternate of a page."""
        if (known := self._alternates.get(page.path)) is None:
            start = self.start_of(page)
            known = frozenset((one.lang, self.absolute(start, one.address)) for one in page.alternates)
            self._alternates[page.path] = known
        return known

    @cached_property
    def _alternates(self) -> dict[str, frozenset[tuple[str, str]]]:
        """The alternates of pages that were asked for: each page is asked by itself, its others and the sitemap."""
        return {}

    def resolve(self, start: str, address: str) -> Target:
        """Return where an address leads, written in a file whose addresses count from `start`."""
        if "%" not in start and start.startswith(self.url) and (plain := joined(start[len(self.url) :], address)):
            return self._file(*plain)
        try:
            parts = urlsplit(urljoin(start, cleaned(address)))
        except ValueError:
            return Target(Kind.ELSEWHERE)
        own = self.address
        scheme = own.scheme if parts.scheme == CALENDAR else parts.scheme
        if (scheme, parts.netloc.lower()) != (own.scheme, own.netloc.lower()):
            return Target(Kind.ELSEWHERE)
        path = parts.path or "/"
        if not f"{path}/".startswith(own.path):
            return Target(Kind.OUTSIDE)
        return self._file(unquote(path[len(own.path) :]), unquote(parts.fragment))

    def _file(self, path: str, fragment: str) -> Target:
        if path in self.files:
            return Target(Kind.INSIDE, path, fragment)
        index = f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html"
        if index in self.files:
            return Target(Kind.INSIDE, index, fragment)
        return Target(Kind.MISSING, index if path.endswith("/") else path, fragment)

    def page_at(self, address: str) -> Page | None:
        """Return the page that has exactly this absolute address."""
        target = self.resolve(self.url, address)
        page = self.pages.get(target.path)
        return page if page and self.address_of(page.path) == address else None

    def redirect_of(self, page: Page) -> Target | None:
        """Return where a declared redirect leads; None for every other page.

        A redirect has one refresh into this site, a canonical, and a body that holds nothing but links to
        the new place and a few words.
        """
        if len(page.refreshes) != 1 or not page.refreshes[0].text or not page.canonicals:
            return None
        if page.pictures or page.forms or page.prose > REDIRECT_PROSE:
            return None
        start = self.start_of(page)
        target = self.resolve(start, page.refreshes[0].text)
        if target.kind not in {Kind.INSIDE, Kind.MISSING}:
            return None
        others = (self.resolve(start, link.address) for link in page.links if link.tag == "a")
        return target if all(other.path == target.path for other in others) else None

    def is_indexable(self, page: Page) -> bool:
        """Tell whether search engines are to find a page: not noindex, no redirect, no 404 page."""
        return not (page.is_noindex or page.path in self.not_found_pages() or self.redirect_of(page))


def is_beside(target: Target, address: str) -> bool:
    """Tell whether an address misses the folder of the site; a full address to the same host is meant."""
    return target.kind is Kind.OUTSIDE and not is_absolute(address)


def is_language(tag: str, lang: str) -> bool:
    """Tell whether a tag such as `vi-VN` is of a language such as `vi`."""
    return tag.lower() == lang.lower() or tag.lower().startswith(f"{lang.lower()}-")


def source_of(page: Page, piece: Placed | None = None) -> Source:
    """Return the place of a piece in its page, or the page alone."""
    return Source(page.path, piece.line, piece.column) if piece else Source(page.path)
