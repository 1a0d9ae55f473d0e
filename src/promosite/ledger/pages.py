"""What a finished page says to the ledger: its text, where it belongs, and whether it still is a page."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin

APART = frozenset({"nav", "aside", "button", "form", "script", "style", "template", "svg", "noscript"})
"""Inside the main part, but no text of this page: ways to elsewhere, controls, drawings."""
NEIGHBOURS = "ps-related"
"""The theme's class of a section that shows other pages: they change without this one."""
EMPTY = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905 (reads as a list)
)
"""Elements without an end tag."""
REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
WITHDRAWN = "promosite-withdrawn"


@dataclass(frozen=True, slots=True)
class PageText:
    """One page as the ledger sees it."""

    lang: str
    digest: str
    canonical: str
    """The absolute address that the page calls its own; empty where it names none."""
    refresh: str = ""
    """Where it sends readers on, as written; empty for a page that keeps them."""
    withdrawn: date | None = None
    """The day from which it says that its item is withdrawn."""

    @property
    def is_redirect(self) -> bool:
        """Tell whether the page only leads elsewhere."""
        return bool(self.refresh and self.canonical)

    def target(self, root: str, address: str) -> str:
        """Return the address inside the site to which a redirect leads; `root` is the site's own absolute address."""
        try:
            full = urljoin(root + address, self.refresh)
        except ValueError:
            return self.refresh  # no address; the site check says what is wrong with it
        return unquote(full.removeprefix(root)).partition("#")[0]


def read_text(data: bytes) -> PageText:
    """Return what a page says; broken markup gives what could be read of it."""
    reader = _Reader()
    try:
        reader.feed(data.decode("utf-8", errors="replace"))
        reader.close()
    except (AssertionError, ValueError):
        pass  # html.parser gives up on some declarations, Python on numbers without end; the site check refuses both
    return PageText(
        reader.lang, digest_of("".join(reader.text)), reader.canonical, reader.refresh, _day(reader.withdrawn)
    )


def digest_of(text: str) -> str:
    """Return the digest of a text: SHA-256 of its UTF-8 in NFC, white space drawn together."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return f"sha256:{hashlib.sha256(plain.encode()).hexdigest()}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class _Reader(HTMLParser):
    """Keeps the text of `<main>`; what is apart is passed over whole, by the depth of open elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lang, self.canonical, self.refresh, self.withdrawn = "", "", "", ""
        self.text: list[str] = []
        self.inside = False
        self.skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            self._head(tag, attrs)
        elif self.skipped:
            self.skipped += [tag] if tag == self.skipped[0] else []
        elif tag == "html":
            self.lang = (dict(attrs).get("lang") or "").partition("-")[0].lower()
        elif tag == "main":
            self.inside = True
        elif tag in APART or NEIGHBOURS in (dict(attrs).get("class") or "").split():
            self.skipped.append(tag)
        self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            if tag == self.skipped[0]:
                self.skipped.pop()
        elif tag == "main":
            self.inside = False
        self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if self.inside and not self.skipped:
            self.text.append(data)

    def _head(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "link" and said.get("rel") == "canonical":
            self.canonical = said.get("href", "")
        elif tag == "meta" and said.get("http-equiv", "").lower() == "refresh":
            found = REFRESH.match(said.get("content", ""))
            self.refresh = found[1].strip() if found else ""
        elif tag == "meta" and said.get("name") == WITHDRAWN:
            self.withdrawn = said.get("content", "")
