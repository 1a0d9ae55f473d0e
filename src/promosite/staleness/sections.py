"""Cut a text into parts and digest each: what a translation was made from, part by part.

The parts are title, summary, the introduction before the first heading, and each `##` section with all below it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from promosite.lang import fold
from promosite.model.items import ItemText, Tier

PICTURE = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*")
"""A picture up to the end of its path; nested brackets are left alone, so that the search stays linear."""

BULLET = re.compile(r"^[*+](?=[ \t])", re.MULTILINE)
QUOTE = re.compile(r"^(?:[ \t]*>)+[ \t]?", re.MULTILINE)
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")
BEFORE_MARK = re.compile(r" (?=[,.;:!?…%)\]}»”’]|\[\^)")
"""A space that an editor may put before a closing mark or a citation; nobody reads it."""

HEADING_OR_FENCE = re.compile(r"^(?:##(?!#)(?P<heading>.*)| {0,3}(?P<fence>`{3,}|~{3,}))", re.MULTILINE)
NOT_IN_KEY = re.compile(r"[^a-z0-9]+")
MAX_NAME = 40
"""Characters of a heading in a key."""

MAX_SECTIONS = 200
"""Sections that are told apart; what comes behind counts to the last, so that a header stays of a size to read."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text. `key` is `title`, `summary`, `intro`, or a section's place and heading: `2-chuong-trinh`."""

    key: str
    heading: str
    text: str

    @property
    def digest(self) -> str:
        """Return eight hex digits of what the part says; a mere touch changes none of them."""
        said = normalised(f"{self.heading}\n\n{self.text}")
        return hashlib.sha256(said.encode()).hexdigest()[:8]


def parts_of(text: ItemText) -> tuple[Part, ...]:
    """Return title, summary, introduction (if there is one) and sections of a text, in its order."""
    return (Part("title", "", text.title), Part("summary", "", text.summary), *_body_parts(text.body))


def record_of(source: ItemText, tier: Tier) -> tuple[str, ...]:
    """Return what a translation writes down about its source, as `key:digest`.

    A translation that is a summary owes nothing to the body, so it records title and summary only.
    """
    parts = parts_of(source)
    return tuple(f"{one.key}:{one.digest}" for one in (parts[:2] if tier is Tier.SUMMARY else parts))


def _body_parts(body: str) -> Iterator[Part]:
    for position, (heading, text) in enumerate(_cut(body)):
        if position == 0:
            if text.strip():
                yield Part("intro", "", text)
            continue
        name = NOT_IN_KEY.sub("-", fold(heading)).strip("-")[:MAX_NAME].rstrip("-")
        yield Part(f"{position}-{name}" if name else str(position), heading, text)


def _cut(body: str) -> list[tuple[str, str]]:
    """Return heading and text of each piece; the first has no heading. A `##` inside a code fence is no heading."""
    pieces: list[tuple[str, str]] = []
    heading, start, fence = "", 0, ""
    for match in HEADING_OR_FENCE.finditer(body):
        if mark := match["fence"]:
            fence = "" if fence and mark.startswith(fence) else fence or mark
        elif not fence and len(pieces) < MAX_SECTIONS:
            pieces.append((heading, body[start : max(start, match.start() - 1)]))
            heading, start = match["heading"].strip().rstrip("#").rstrip(), match.end() + 1
    return [*pieces, (heading, body[start:])]


def normalised(text: str) -> str:
    """Return what a text says, without what editors and programs change in passing.

    Unicode form, spaces, wrapping, blank lines, bullets, rules of tables and paths of pictures do not count.
    """
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    if "![" in text:
        text = PICTURE.sub(r"![\1](", text)
    if ">" in text:
        text = QUOTE.sub("", text)
    text = BULLET.sub("-", text)
    lines = [line for line in text.split("\n") if not _is_rule(line)]
    return BEFORE_MARK.sub("", " ".join(" ".join(lines).split()))


def _is_rule(line: str) -> bool:
    """Tell whether a line only draws: the rule below a table's head, or a line across."""
    return "-" in line and not line.strip("|:- \t")
