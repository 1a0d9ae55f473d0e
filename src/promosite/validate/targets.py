"""What links and pictures of a body point at, and whether the words of a link say so."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from promosite.findings import Finding, finding
from promosite.load.files import SourceFile
from promosite.validate.code import without_code
from promosite.validate.slips import place_of

TARGET = re.compile(
    r"(?P<picture>!?)\[(?P<words>[^\[\]\n]{0,500})\]\((?P<inline>[^()\n]{0,1000})\)"
    r"|^ {0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]{0,3}(?P<line>\S+)",
    re.MULTILINE,
)
"""What a link or a picture points at, where it stands or on a line of its own (`[name]: target`)."""
BODY_LINK = re.compile(r"\]\((\.\./[^)\s#]{1,500}|[^)\s#:/]{1,500}\.md)(?:#[^)\s]{0,500})?\)")
"""A link to the file of an item, from another."""
NAMED_HOST = re.compile(r"(?:https?://|www\.)([^\s/?#]+)", re.IGNORECASE)
"""A host that the words of a link name, as if they were its address."""
ADDRESS = re.compile(r"//|#|[a-zA-Z][a-zA-Z0-9+.-]*:")
"""How a target begins that is no path: an address, of which others judge, or a place on the page itself."""


class Target(NamedTuple):
    """What a link or a picture points at: `path` without the title that may stand behind it.

    `offset` is that of the first sign in the body; `words` are None where the target stands on a line of its own.
    """

    path: str
    words: str | None
    offset: int
    is_picture: bool

    @property
    def is_address(self) -> bool:
        """Tell whether this is an address, or a place on the page itself: no path to a file."""
        return ADDRESS.match(unescape(self.path)) is not None


def targets_in(body: str) -> Iterator[Target]:
    """Yield all targets of a body in order, but for those in code."""
    if "](" in body or "]:" in body:
        for match in TARGET.finditer(without_code(body)):
            path = _without_title(match["inline"] or match["line"] or "")
            yield Target(path, match["words"], match.start(), bool(match["picture"]))


def check_words(file: SourceFile, targets: Iterable[Target]) -> Iterator[Finding]:
    """Yield links of a file that have no words, or whose words name another host than they lead to."""
    for one in targets:
        if not one.is_picture and (wrong := _misleading(one.words, one.path)):
            yield finding("link-words", place_of(file, one.offset), found=one.path, **wrong)


def _misleading(words: str | None, path: str) -> dict[str, str]:
    if words is not None and not words.strip():
        return {"case": "none"}
    named, leads = NAMED_HOST.search(words or ""), NAMED_HOST.match(path)
    hosts = [one[1].lower().removeprefix("www.") for one in (named, leads) if one]
    return {"named": hosts[0]} if len(set(hosts)) == 2 else {}


def _without_title(target: str) -> str:
    for mark in (' "', " '"):
        target = target.partition(mark)[0]
    return target.strip().strip("<>")
