"""Addresses in style rules: `url(…)` and `@import`, not those in comments, strings and namespaces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

RULE = re.compile(
    r"""
    /\*.*?(?:\*/|\Z)                                            # a comment,
    | @namespace[^;]{0,2000};                                   # a name that is not fetched,
    | (?:url|\bsrc)\(\s*(?:"(?P<double>[^"]*)"?|'(?P<single>[^']*)'?|(?P<bare>[^()\s"']+))  # or cut
    | @import\s*(?:"(?P<import_double>[^"]*)"?|'(?P<import_single>[^']*)'?)
    | "(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'?               # any other text in quotes, which ends with its line
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StyleAddress:
    """An address that a style rule fetches, and where in the rules it stands, from 1."""

    address: str
    line: int
    column: int


def style_addresses(text: str) -> Iterator[StyleAddress]:
    """Yield what the rules fetch; data in the address and parts of the same file are not fetched."""
    for match in RULE.finditer(text):
        address = next((value for value in match.groupdict().values() if value), "").strip()
        if address and not address.lower().startswith(("data:", "#")):
            before = text[: match.start()]
            yield StyleAddress(address, before.count("\n") + 1, len(before) - before.rfind("\n"))
