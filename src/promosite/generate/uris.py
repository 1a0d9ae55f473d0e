"""Addresses of others as strict programs want them: URIs (RFC 3986), which are of ASCII alone."""

import re

PARTS = re.compile(r"(https?://)([^/?#]*)([^#]*)(#?)(.*)")
UNFIT = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~:/?@!$&'*()+,;=%-]")
"""What neither path, query nor fragment of a URI may hold as it is."""


def uri_of(address: str) -> str:
    """Return a web address as a URI that leads to the same place, the way browsers make one of it."""
    match = PARTS.fullmatch(address)
    if match is None:
        return address
    scheme, host, path, sign, fragment = match.groups()
    return f"{scheme}{_host(host)}{_encoded(path)}{sign}{_encoded(fragment)}"


def _host(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:  # no name of a machine, but a URI all the same (3.2.2)
        return _encoded(host)


def _encoded(text: str) -> str:
    return UNFIT.sub(lambda one: "".join(f"%{octet:02X}" for octet in one[0].encode()), text)
