"""Drawings (SVG files): opened by itself, each is a document of its own, and no page's policy holds for what it runs.

Read by expat, which hands on tags with their place; a drawing with entities of its own is refused before they count.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.parsers import expat

from promosite.check.address import WEB, cleaned, is_of_links, scheme_of
from promosite.check.resources import style_address_findings
from promosite.check.site import BuiltSite, Kind
from promosite.check.styles import style_addresses
from promosite.findings import Finding, Source, finding

ACTIVE = frozenset({"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener"})
"""Elements that run, play or hold another document."""
ANIMATED = frozenset({"set", "animate"})
"""Elements that give an attribute another value later: of a link, they could make anything."""
ADDRESSES = frozenset({"href", "src", "base"})
SENDING = frozenset({"action", "background", "formaction", "ping", "poster", "srcset"})
"""Attributes of other languages that fetch or send; no drawing needs one."""
XHTML = "http://www.w3.org/1999/xhtml "
ODD_STYLE = re.compile(r"\\|@import|@namespace|image-set\(|\bsrc\(", re.IGNORECASE)
"""What style rules of a drawing need not have, and what could hide an address."""
SHOWN = 60
"""Characters that are told of an address."""
PICTURE = re.compile(r"data:image/(?:png|jpeg|webp|gif);", re.IGNORECASE)


class _RefusedError(Exception):
    """Ends the reading of a drawing that is refused as a whole."""


def drawing_findings(site: BuiltSite, folder: Path) -> Iterator[Finding]:
    """Yield what runs in the drawings in `folder`, what they fetch from elsewhere, and those that cannot be read."""
    for path in site.files:
        if path.lower().endswith(".svg"):
            yield from _Drawing(site, path).read((folder / path).read_bytes())


class _Drawing:
    """One drawing being read."""

    def __init__(self, site: BuiltSite, path: str) -> None:
        self._site, self._path, self._start = site, path, site.address_of(path)
        self._found: list[Finding] = []
        self._style: list[str] = []
        self._styles = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = lambda target, _: self._tell(f"<?{target}?>")

    def read(self, content: bytes) -> list[Finding]:
        """Return what is wrong, in order."""
        try:
            self._parser.Parse(content, True)
        except _RefusedError:
            return self._found
        except (expat.ExpatError, LookupError, ValueError) as problem:  # the last two: encodings that Python lacks
            line, column = getattr(problem, "lineno", 1), getattr(problem, "offset", 0)
            return [finding("site-drawing-broken", Source(self._path, line, column + 1))]
        return self._found

    def _place(self) -> Source:
        return Source(self._path, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _tell(self, what: str) -> None:
        self._found.append(finding("site-drawing-active", self._place(), found=what))

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        if has_subset:
            self._tell(f"<!DOCTYPE {name} [")
            raise _RefusedError

    def _begin(self, name: str, values: Mapping[str, str]) -> None:
        tag = _local(name)
        self._styles += tag == "style"
        if tag in ACTIVE or name.startswith(XHTML):
            self._tell(f"<{tag}>")
        for key, value in values.items():
            self._attribute(tag, _local(key), value)

    def _attribute(self, tag: str, key: str, value: str) -> None:
        if key.startswith("on") or key in SENDING:
            self._tell(f"{key}=")
        elif key in ADDRESSES:
            self._address(tag, cleaned(value))
        elif key == "style" or "url(" in value.lower() or "\\" in value:
            self._styled(value)
        elif key == "attributename" and tag in ANIMATED and is_of_links(value):
            self._tell(f"attributeName={value}")

    def _text(self, text: str) -> None:
        if self._styles:
            self._style.append(text)

    def _end(self, name: str) -> None:
        if _local(name) == "style":
            self._styles -= 1
            self._styled("".join(self._style))
            self._style.clear()

    def _address(self, tag: str, address: str) -> None:
        scheme = scheme_of(address)
        if "\\" in address:  # browsers read it as a slash
            self._tell(address[:SHOWN])
            return
        if address.startswith("#") or PICTURE.match(address):
            return
        if scheme and scheme not in WEB:
            self._tell(address[:SHOWN])
        elif tag != "a" and self._site.resolve(self._start, address).kind is Kind.ELSEWHERE:
            self._found.append(finding("site-resource-foreign", self._place(), target=address, kind=tag))

    def _styled(self, text: str) -> None:
        if odd := ODD_STYLE.search(text):
            self._tell(odd[0])
        for one in style_addresses(text):
            self._found += style_address_findings(self._site, self._start, one, self._place())


def _local(name: str) -> str:
    """Return a name in small letters, without its namespace as expat gives it or its prefix."""
    return name.replace(" ", ":").rpartition(":")[2].lower()
