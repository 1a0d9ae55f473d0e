"""Marks that other readers of Markdown know and the engine does not: the page would show them as they were typed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from promosite.findings import Finding, Source, finding
from promosite.load.files import SourceFile
from promosite.validate.code import without_code
from promosite.validate.slips import place_of

ENTRY = re.compile(r"([ \t]*)([-*+]|\d{1,3}\.)[ \t]+\S")
"""A line that begins an entry of a list."""
PLAIN = re.compile(r" {0,3}(?![ \t|]|[-*+:][ \t]|\d{1,3}\.[ \t])")
"""How a line of a paragraph begins: no entry of a list, no row of a table, nothing that stands in."""
ALONE = re.compile(r" {0,3}(?:#|([-*_])(?:[ \t]*\1){2,}[ \t]*$)")
"""A heading or a rule: what follows begins anew, with or without an empty line."""
QUOTE = re.compile(r"(?: {0,3}> ?)+")
TABLE = re.compile(r" {0,3}\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*\|?[ \t]*+")
"""The line below the head of a table."""
BAR = re.compile(r"(?<!\\)\|")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")

SIGNS = {
    "strike": re.compile(r"~~(?=[^\s~])[^~\n]{1,300}~~"),
    "box": re.compile(r"^[ \t]*[-*+][ \t]+(\[[ xX]\])[ \t]", re.MULTILINE),
    "contents": re.compile(r"^\[TOC\][ \t]*$", re.MULTILINE),
}
SIGNED = ("~~", "[ ]", "[x]", "[X]", "[TOC]")
"""One of these stands in every body that has such a sign."""
LINKED = re.compile(
    r"!?\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)|<https?://[^<>\s]{1,1000}>|^ {0,3}\[[^\[\]\n]{1,200}\]:[^\n]*",
    re.MULTILINE,
)
"""Links, and addresses that are already some."""
ADDRESS = re.compile(r"(?<![\w“\"'‘«/=])https?://[^\s<>()\[\]”\"’»]{1,1000}")


class Block(NamedTuple):
    """Lines that stand together, without the marks of a quotation; `first` is the number of the first, from 0."""

    first: int
    lines: list[str]


def check_dialects(file: SourceFile) -> list[Finding]:
    """Return what is no list, no table, no link and no other mark here, though it is one elsewhere."""
    body = without_code(file.body)
    blocks = list(_blocks(body))
    by_line = [*_late_lists(blocks), *_late_tables(blocks), *_nested_lists(body), *_fences_left(body)]
    return [
        *(finding(code, Source(file.path, file.body_line + number, 1), found=sign) for code, number, sign in by_line),
        *_lost_cells(blocks, file),
        *_signs(body, file),
        *_addresses(body, file),
    ]


ByLine = Iterator[tuple[str, int, str]]
"""Code of a finding, number of the line in the body, from 0, and the sign that was found."""


def _blocks(body: str) -> Iterator[Block]:
    block = Block(0, [])
    for number, line in enumerate(body.split("\n")):
        line = QUOTE.sub("", line, count=1) if ">" in line[:4] else line
        if line.strip() and not (line[:1] in "#-*_ " and ALONE.match(line)):
            block.lines.append(line)
            continue
        if block.lines:
            yield block
        block = Block(number + 1, [])
    if block.lines:
        yield block


def _late_lists(blocks: list[Block]) -> ByLine:
    """Yield lists that begin right below a paragraph. One line alone may be a paragraph that was broken there."""
    for block in blocks:
        entries = [number for number, line in enumerate(block.lines) if ENTRY.match(line)]
        if not PLAIN.match(block.lines[0]) or not entries:
            continue
        sign = block.lines[entries[0]].split()[0]
        announced = block.lines[entries[0] - 1].rstrip(" *_").endswith(":")
        if (announced or len(entries) > 1) and sign in ("-", "*", "+", "1."):
            yield "body-list-start", block.first + entries[0], sign


def _late_tables(blocks: list[Block]) -> ByLine:
    for block in blocks:
        for number, line in enumerate(block.lines[2:], start=2):
            if "|" in block.lines[number - 1] and "-" in line and TABLE.fullmatch(line) and not _is_table(block):
                yield "body-table-start", block.first + number - 1, "|"


def _is_table(block: Block) -> bool:
    return len(block.lines) > 1 and "|" in block.lines[0] and TABLE.fullmatch(block.lines[1]) is not None


def _nested_lists(body: str) -> ByLine:
    """Yield entries that stand in by less than the four blanks that make them entries of the entry above."""
    depths: set[int] = set()
    before = ""
    for number, line in enumerate(body.split("\n")):
        if match := ENTRY.match(line):
            depth = len(match[1].expandtabs(4))
            if depth % 4 >= 2 and depth - depth % 4 in depths:
                yield "body-list-nested", number, match[2]
                depths.clear()  # one line says it of the whole list
            else:
                depths.add(depth)
        elif line.strip() and not before.strip() and not line.startswith((" ", "\t")):
            depths.clear()
        before = line


def _fences_left(body: str) -> ByLine:
    """Yield the first fence that is part of no block of code: with it, the code would be plain words."""
    for number, line in enumerate(body.split("\n") if "```" in body or "~~~" in body else ()):
        if match := FENCE.match(line):
            yield "body-fence", number, match[1]
            return


def _lost_cells(blocks: list[Block], file: SourceFile) -> Iterator[Finding]:
    """Yield rows with more cells than the head of their table: the page would leave out the last ones."""
    for block in filter(_is_table, blocks):
        columns = _cells(block.lines[0])
        for number, line in enumerate(block.lines[2:], start=block.first + 2):
            if _cells(line) > columns:
                place = Source(file.path, file.body_line + number, 1)
                yield finding("body-table-cells", place, found=_cells(line), expected=columns)


def _cells(row: str) -> int:
    """Return how many cells a row has; the bars at its ends part none."""
    return 1 + len(BAR.findall(row.strip().removeprefix("|").removesuffix("|")))


def _signs(body: str, file: SourceFile) -> Iterator[Finding]:
    for case, pattern in SIGNS.items() if any(sign in body for sign in SIGNED) else ():
        for match in pattern.finditer(body):
            group = pattern.groups
            yield finding("body-sign", place_of(file, match.start(group)), found=match[group], case=case)


def _addresses(body: str, file: SourceFile) -> Iterator[Finding]:
    """Yield addresses that are no links."""
    if "://" in body:
        for match in ADDRESS.finditer(LINKED.sub(lambda one: " " * len(one[0]), body)):
            found = match[0].rstrip(".,;:!?")
            yield finding("body-address", place_of(file, match.start()), found=found)
