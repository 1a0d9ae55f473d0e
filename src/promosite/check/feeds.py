"""Feeds and calendars: each can be read, and what it names of this site is there, in its own language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from promosite.check.plain_xml import plain_xml
from promosite.check.site import BuiltSite, Kind
from promosite.findings import Finding, Source, finding

ATOM = "{http://www.w3.org/2005/Atom}"
JSON_FEED = "https://jsonfeed.org/version/1"
OCTETS = 75
"""The longest line of a calendar, without its end (RFC 5545, 3.1)."""
CALENDAR_ADDRESS = re.compile(r"^(?:URL|SOURCE)(?:;[^:]*)?:(.*)$", re.MULTILINE)


def feed_findings(site: BuiltSite, folder: Path) -> Iterator[Finding]:
    """Yield what is wrong with files named `feed.xml`, `feed.json` and `*.ics`; reads them in `folder`."""
    for path, size in site.files.items():
        name = path.rpartition("/")[2]
        reader = READERS.get("ics" if name.endswith(".ics") else name)
        if reader is None or not size:
            continue  # an empty file is a finding already
        try:
            addresses = reader((folder / path).read_bytes())
        except (ET.ParseError, ValueError, RecursionError) as problem:
            yield finding("site-feed-unreadable", Source(path), problem=problem)
        else:
            for address in dict.fromkeys(addresses):
                yield from _address(site, path, address)


def _address(site: BuiltSite, path: str, address: str) -> Iterator[Finding]:
    target = site.resolve(site.address_of(path), address)
    if target.kind is Kind.MISSING:
        yield finding("site-feed-broken", Source(path), target=address, path=target.path)
    elif target.kind is Kind.INSIDE and site.language_of(target.path) != site.language_of(path):
        found, expected = site.language_of(target.path), site.language_of(path)
        yield finding("site-feed-language", Source(path), target=address, found=found, expected=expected)


def _atom_addresses(data: bytes) -> list[str]:
    root = plain_xml(data.decode())
    if root.tag != f"{ATOM}feed":
        raise ValueError(f"<{root.tag}>")
    return [link.get("href", "") for link in root.iter(f"{ATOM}link")]


def _json_addresses(data: bytes) -> list[str]:
    feed = json.loads(data.decode())
    if not isinstance(feed, dict) or not str(feed.get("version")).startswith(JSON_FEED):
        raise ValueError("version")
    items = feed.get("items")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("items")
    named: list[Any] = [feed.get("home_page_url"), feed.get("feed_url"), *(item.get("url") for item in items)]
    return [str(address) for address in named if address is not None]


def _calendar_addresses(data: bytes) -> list[str]:
    lines = data.split(b"\r\n")
    if (lines[0], lines[-2:]) != (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""]):
        raise ValueError("BEGIN:VCALENDAR … END:VCALENDAR")
    for number, line in enumerate(lines, 1):
        if len(line) > OCTETS or b"\n" in line:
            raise ValueError(f"{number}: {line[:OCTETS].decode(errors='replace')}")
    unfolded = re.sub(r"\r\n[ \t]", "", data.decode()).replace("\r\n", "\n")
    return CALENDAR_ADDRESS.findall(unfolded)


READERS = {"feed.xml": _atom_addresses, "feed.json": _json_addresses, "ics": _calendar_addresses}
"""How to read a file by its name; each returns the addresses in it, and raises ValueError for what is no such file."""
