"""Slips of typing in a body that Markdown takes for plain words: the page would show the signs that were typed."""

import re
from collections.abc import Iterator

from promosite.findings import Finding, Source, finding
from promosite.load.files import SourceFile
from promosite.model.pages import WrittenPage
from promosite.validate.code import without_code

QUOTED = re.compile(r"“[^“”\n]{0,600}”|«[^«»\n]{0,600}»|\"[^\"\n]{0,600}\"|^ {0,3}>[^\n]*", re.MULTILINE)

GLUED_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)
"""`##Name`: the engine makes a heading of it, other readers of Markdown do not."""

TARGET = r"(?:https?://|www\.|mailto:|\.{1,2}/|/\w)[^\s()]+|[\w./-]{1,200}\.md(?:#[^\s()]*)?"
LINK_GAP = re.compile(rf"(?<![!\]\\])\[[^\[\]\n^][^\[\]\n]{{0,300}}\]([ \t]+)\((?:{TARGET})\)")
"""`[words] (target)`: with a blank between them both are plain words."""

BULLET = re.compile(
    r" {0,3}(?:([•·‣▪▫◦●○■□◆➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc])|(?:[–—−]|(\d{1,3}|[a-zđ])\))(?=[ \t]))[ \t]*\S"
)
"""A line as Word sets an item of a list; some signs are of its symbol fonts. Decrees count with `1)` and `a)`."""


def readable(body: str) -> str:
    """Return a body without code and quotations, every character at its place: what is left is the writer's own."""
    return QUOTED.sub(_blank, without_code(body))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def place_of(file: SourceFile | WrittenPage, offset: int) -> Source:
    """Return the place of a character of a body."""
    line = file.body_line + file.body.count("\n", 0, offset)
    return Source(file.path, line, offset - file.body.rfind("\n", 0, offset))


def check_slips(file: SourceFile) -> list[Finding]:
    """Return headings without a blank, links with one too many, and lists that only look like lists."""
    return [*_headings(file), *_links(file), *_bullets(file)]


def _headings(file: SourceFile) -> Iterator[Finding]:
    if GLUED_HEADING.search(file.body):
        for match in GLUED_HEADING.finditer(without_code(file.body)):
            yield finding("heading-blank", place_of(file, match.start()), found=match[1])


def _links(file: SourceFile) -> Iterator[Finding]:
    if LINK_GAP.search(file.body):
        for match in LINK_GAP.finditer(readable(file.body)):
            found = " ".join(file.body[match.start() : match.end()].split())
            yield finding("body-link-gap", place_of(file, match.start(1)), found=found)


def _bullets(file: SourceFile) -> Iterator[Finding]:
    """Yield the first line of each run of two bullets or more."""
    lines = file.body.split("\n")
    if sum(1 for line in lines if BULLET.match(line)) < 2:
        return
    first, sign, told = 0, "", False
    for number, line in enumerate(readable(file.body).split("\n")):
        match = BULLET.match(line)
        if match is None:
            sign = sign if _goes_on(sign, line) else ""
            continue
        now = match[1] or ("1)" if match[2] else "–")
        if now != sign:
            first, sign, told = number, now, False
        elif not told:
            told = True
            place, found = Source(file.path, file.body_line + first, 1), lines[first].split()[0]
            case = {"case": "counted"} if now == "1)" else {}
            yield finding("body-bullet", place, found=found if case else found[0], **case)


def _goes_on(sign: str, line: str) -> bool:
    """Tell whether a line leaves a run open. With blank lines between them some runs are dialogues or paragraphs."""
    return line.startswith(" ") if line.strip() else sign not in ("–", "1)")
