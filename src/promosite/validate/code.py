"""Where a body holds code and remarks, as the engine reads it: what stands there is no Markdown.

What is taken for code here and is none for the engine would go unchecked, so in doubt it is none.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

FENCE = re.compile(
    r"(?P<fence>`{3,}|~{3,}) *+(?:\{[^\n]*\}|\.?[\w#.+-]*+ *+(?:hl_lines=(?:\"[^\"\n]*\"|'[^'\n]*') *+)?)"
)
"""A line that may open a block of code; the same signs alone close it, at the beginning of a line."""
INLINE = re.compile(r"(?<![`\\])(?P<tick>`{1,3})(?!`)[^\n]{1,300}?(?<!`)(?P=tick)(?!`)")
ENTRY = re.compile(r" {0,3}(?:[-*+]|\d{1,9}\.|:)[ \t]")
"""A line that begins an entry of a list, or a definition: what is indented below belongs to it."""
INDENTED = re.compile(r" {4}|\t")
REMARK, REMARK_END = "<!--", "-->"

SIGNS = ("`", "~~~", "    ", "\t", REMARK)
"""One of these stands in every body that has code or remarks."""


def without_code(body: str) -> str:
    """Return a body without code and remarks, every character at its place."""
    if not any(sign in body for sign in SIGNS):
        return body
    lines = body.split("\n")
    for number in {*_fenced(lines), *_indented(lines)}:
        lines[number] = " " * len(lines[number])
    return _without_remarks(INLINE.sub(lambda found: " " * len(found[0]), "\n".join(lines)))


def _fenced(lines: list[str]) -> Iterator[int]:
    """Yield the lines of blocks between two fences, and the fences."""
    closing: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        closing[line.rstrip(" ")].append(number)
    end = -1
    for number, line in enumerate(lines):
        if number > end and (match := FENCE.fullmatch(line)):
            later = closing[match["fence"]]
            place = bisect_right(later, number)
            end = later[place] if place < len(later) else end
            yield from range(number, end + 1)


def _indented(lines: list[str]) -> Iterator[int]:
    """Yield the lines that are code because they stand in, below an empty line and outside of lists."""
    before, in_list, in_code = "", False, False
    for number, line in enumerate(lines):
        if line.strip():
            stands_in = INDENTED.match(line) is not None
            in_list = bool(ENTRY.match(line)) or (in_list and (stands_in or bool(before.strip())))
            in_code = stands_in and not in_list and (in_code or not before.strip())
            if in_code:
                yield number
        before = line


def _without_remarks(body: str) -> str:
    end = 0
    parts: list[str] = []
    while (start := body.find(REMARK, end)) >= 0 and (close := body.find(REMARK_END, start + len(REMARK))) >= 0:
        close += len(REMARK_END)
        parts += [body[end:start], re.sub(r"[^\n]", " ", body[start:close])]
        end = close
    return "".join([*parts, body[end:]])
