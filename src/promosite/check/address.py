"""Addresses as written in a page: what is wrong with one before anyone asks where it leads."""

import re
from enum import StrEnum
from urllib.parse import urlsplit

WEB = frozenset({"http", "https"})
CALENDAR = "webcal"
"""The scheme by which a calendar program is told to subscribe: what follows is an address of the web."""
LINK_SCHEMES = WEB | {"mailto", "tel", CALENDAR}
SCRIPT_SCHEMES = frozenset({"javascript", "vbscript"})
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
EDGES = "".join(map(chr, range(0x21)))
"""Browsers drop spaces and control characters at both ends of an address …"""
DROPPED = str.maketrans("", "", "\t\r\n")
"""… and these three everywhere, so `java&#10;script:` is a script."""
NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*"
PLAIN = re.compile(rf"(?P<ups>(?:\.\./)*)(?P<path>(?:{NAME}/)*(?:{NAME})?)(?:\#(?P<fragment>[A-Za-z0-9_.-]*))?")
"""The relative addresses that nearly all links are: nothing in them needs the full rules of addresses."""
MAIL = re.compile(r"mailto:(?:[^@?]+@[^@?]+|\?[a-z-]+=.)", re.IGNORECASE)
"""A mail address that names somebody, or a draft whose recipient the reader chooses: both are allowed by RFC 6068."""
FORBIDDEN = re.compile(r'[\s\x00-\x1f\\<>"{}\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]')
"""Spaces, signs that no address has, and what nobody sees: it would read as another address."""


GIVEN = ("href", "src", "base", "on")
"""How attributes begin that no animation of a drawing may give another value: of a link, it could make anything."""


def is_of_links(attribute: str) -> bool:
    """Tell whether to animate an attribute, whatever its namespace, could change where a link leads or what runs."""
    return attribute.strip().rpartition(":")[2].lower().startswith(GIVEN)


class Flaw(StrEnum):
    """What is wrong with an address in itself; the value is the code of its finding."""

    SCRIPT = "site-script-address"
    SCHEME = "site-link-scheme"
    MALFORMED = "site-link-malformed"


def cleaned(address: str) -> str:
    """Return an address as browsers read it, without the characters that they drop."""
    return address.strip(EDGES).translate(DROPPED)


def scheme_of(address: str) -> str:
    """Return the scheme of an address in lower case; empty where it has none."""
    match = SCHEME.match(cleaned(address))
    return match.group(1).lower() if match else ""


def is_absolute(address: str) -> bool:
    """Tell whether an address names its scheme and host."""
    return scheme_of(address) in WEB and "://" in address


def flaw_of(address: str, allowed: frozenset[str] = LINK_SCHEMES) -> Flaw | None:
    """Return what is wrong with an address in itself, or None."""
    if address and PLAIN.fullmatch(address):
        return None
    scheme = scheme_of(address)
    if scheme in SCRIPT_SCHEMES:
        return Flaw.SCRIPT
    if scheme and scheme not in allowed:
        return Flaw.SCHEME
    if scheme == "data":
        return None
    return Flaw.MALFORMED if _is_malformed(cleaned(address), scheme) else None


def joined(start: str, address: str) -> tuple[str, str] | None:
    """Return path and fragment of a plain address, counted from the path `start` inside the site.

    None where it is not plain or climbs out of the site: `urljoin` knows these, and needs ten times as long.
    """
    match = PLAIN.fullmatch(address)
    if match is None:
        return None
    ups, path, fragment = match.groups("")
    if not (ups or path):
        return start, fragment
    folders = start.split("/")[:-1]
    up = len(ups) // len("../")
    if up > len(folders):
        return None
    return "/".join([*folders[: len(folders) - up], path]), fragment


def _is_malformed(address: str, scheme: str) -> bool:
    if not address or FORBIDDEN.search(address):
        return True
    if scheme == "mailto":
        return MAIL.match(address) is None
    if scheme == "tel":
        return re.search(r"\d", address) is None
    return (scheme in WEB or scheme == CALENDAR or address.startswith("//")) and not _has_host(address)


def _has_host(address: str) -> bool:
    """Tell whether an address names a host that can be and no user: `https://mau.vn@evil.test/` leads to evil.test."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return bool(host) and "@" not in parts.netloc and not host.startswith(".") and ".." not in host
