"""The sitemap: every page for search engines once, nothing else, each with its day and its languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from promosite.check.page import Page
from promosite.check.plain_xml import plain_xml
from promosite.check.site import BuiltSite, Kind
from promosite.findings import Finding, Source, finding

SITEMAP = "sitemap.xml"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LOC, LASTMOD, LINK = (f"{{{NAMES[space]}}}{name}" for space, name in (("s", "loc"), ("s", "lastmod"), ("x", "link")))
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `<url>` of the sitemap."""

    address: str
    day: str
    alternates: frozenset[tuple[str, str]]
    line: int | None
    """None where lines and entries cannot be matched."""
    file: str = SITEMAP

    @property
    def source(self) -> Source:
        """Return where the entry stands."""
        return Source(self.file, self.line)


def sitemap_findings(site: BuiltSite, folder: Path) -> Iterator[Finding]:
    """Yield what is wrong with `sitemap.xml`; one that cannot be read is one finding."""
    if SITEMAP not in site.files:
        yield finding("site-sitemap-missing", Source(SITEMAP))
        return
    if not site.files[SITEMAP]:
        return  # an empty file is a finding already
    names, faults = _files(site, folder)
    yield from faults
    entries: list[Entry] = []
    for name in names:
        try:
            entries += read_entries((folder / name).read_bytes(), name)
        except (ET.ParseError, ValueError) as problem:
            yield finding("site-sitemap-unreadable", Source(name), problem=problem)
            return
    for entry in entries:
        yield from _entry(site, entry)
    yield from _completeness(site, entries)


def _files(site: BuiltSite, folder: Path) -> tuple[list[str], list[Finding]]:
    """Return the files that hold the entries: those that an index names, else the sitemap itself."""
    try:
        root = plain_xml((folder / SITEMAP).read_bytes().decode("utf-8-sig"))
    except (ET.ParseError, ValueError):
        return [SITEMAP], []  # told when it is read
    if root.tag != f"{{{NAMES['s']}}}sitemapindex":
        return [SITEMAP], []
    named = [element.findtext("s:loc", "", NAMES).strip() for element in root.findall("s:sitemap", NAMES)]
    targets = [(address, site.resolve(site.url, address)) for address in named]
    found = {address: target.path for address, target in targets if target.kind is Kind.INSIDE}
    missing = [finding("site-sitemap-absent", Source(SITEMAP), target=one) for one in named if one not in found]
    return list(found.values()), missing


def read_entries(data: bytes, file: str = SITEMAP) -> list[Entry]:
    """Return the entries of a sitemap. Raises ValueError or ParseError for what is not a plain one."""
    text = data.decode("utf-8-sig")
    root = plain_xml(text)
    if root.tag != f"{{{NAMES['s']}}}urlset":
        raise ValueError(f"<{root.tag}>")
    elements = root.findall("s:url", NAMES)
    lines = _lines(text)
    numbers = lines if len(lines) == len(elements) else [None] * len(elements)
    return [_read_entry(element, line, file) for element, line in zip(elements, numbers, strict=True)]


def _lines(text: str) -> list[int | None]:
    lines = enumerate(text.split("\n"), 1)
    return [number for number, line in lines for _ in re.finditer(r"<url[\s>]", line)]


def _read_entry(element: ET.Element, line: int | None, file: str) -> Entry:
    texts = {one.tag: one.text or "" for one in reversed(element)}  # of two the first counts
    links = (one for one in element if one.tag == LINK)
    return Entry(
        address=texts.get(LOC, "").strip(),
        day=texts.get(LASTMOD, "").strip(),
        alternates=frozenset((link.get("hreflang", "").lower(), link.get("href", "")) for link in links),
        line=line,
        file=file,
    )


def _entry(site: BuiltSite, entry: Entry) -> Iterator[Finding]:
    if not _is_day(entry.day):
        yield finding("site-sitemap-lastmod", entry.source, target=entry.address, found=entry.day)
    page = site.page_at(entry.address)
    if page is None:
        if not _is_other_file(site, entry.address):
            yield finding("site-sitemap-absent", entry.source, target=entry.address)
    elif not site.is_indexable(page):
        yield finding("site-sitemap-unwanted", entry.source, target=entry.address, path=page.path)
    elif entry.alternates != site.alternates_of(page):
        yield finding("site-sitemap-alternates", entry.source, target=entry.address, path=page.path)


def _is_other_file(site: BuiltSite, address: str) -> bool:
    """Tell whether an address is that of a file which is no page, such as a calendar."""
    target = site.resolve(site.url, address)
    is_file = target.kind is Kind.INSIDE and target.path not in site.pages
    return is_file and address == site.address_of(target.path)


def _is_day(text: str) -> bool:
    if not DAY.match(text):
        return False
    try:
        date.fromisoformat(text) if len(text) == len("2024-01-31") else datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _completeness(site: BuiltSite, entries: list[Entry]) -> Iterator[Finding]:
    listed: dict[str, Entry] = {}
    for entry in entries:
        if listed.setdefault(entry.address, entry) is not entry:
            yield finding("site-sitemap-twice", entry.source, target=entry.address)
    for page in _wanted(site):
        address = site.address_of(page.path)
        if address not in listed:
            yield finding("site-sitemap-page-missing", Source(page.path), expected=address)


def _wanted(site: BuiltSite) -> Iterator[Page]:
    return (page for page in site.pages.values() if page.size and site.is_indexable(page))
