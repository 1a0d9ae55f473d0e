"""Cut a Markdown body into blocks and see its build: headings, lists, tables, links, pictures, citations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from promosite.parity.facts import Fact

HEADING = re.compile(r" {0,3}(#{1,6})(#*|\s.*)$")
"""Level and what follows it, blanks and closing signs with it; blanks at the end of the line are cut off before."""
ITEM = re.compile(r"(\s*)([-*+]|\d{1,9}\.)(?:\s+(.*)|$)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
RULED = re.compile(r":?-+:?")
"""A cell of the line below the head of a table."""
ACROSS = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
QUOTE = re.compile(r"\s*(?:>\s?)+")

_TARGET = r"\]\([ ]?<?([^)\s>]{0,600}+)>?[^)\n]{0,300}+\)"
PICTURE = re.compile(rf"!\[((?:[^\[\]]|\[[^\[\]]*\])*){_TARGET}")
LINK = re.compile(rf"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*){_TARGET}")
CITATION = re.compile(r"\[\^([^\[\]\s]+)\]:?")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """One element of the build: its label, such as `##` or a link's target, its line, and a heading's words."""

    label: str
    line: int
    words: str = ""

    def __str__(self) -> str:
        return f"“{self.words}” ({self.label})" if self.words else self.label


@dataclass(slots=True)
class Block:
    """A paragraph, heading, list item or table row: its words without markup, and the line on which it begins."""

    kind: str
    line: int
    text: str
    links: list[Part] = field(default_factory=list)
    pictures: list[Part] = field(default_factory=list)
    citations: list[Part] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    """What the words claim, once they have been read for it."""


@dataclass(slots=True)
class Body:
    """A body as blocks in order, with its headings, lists and tables."""

    blocks: list[Block] = field(default_factory=list)
    headings: list[Part] = field(default_factory=list)
    lists: list[Part] = field(default_factory=list)
    tables: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    indent: int
    ordered: bool
    line: int
    items: int = 0

    def part(self) -> Part:
        return Part(f"{'1.' if self.ordered else '-'} × {self.items}", self.line)


class _Reader:
    """Reads a body line by line."""

    def __init__(self, body: str, first_line: int) -> None:
        hidden = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), body)
        self.lines = hidden.split("\n")
        self.first = first_line
        self.body = Body()
        self.open: list[str] = []
        self.kind, self.start = "", 0
        self.lists: list[_List] = []
        self.stack: list[_List] = []

    def read(self) -> Body:
        """Return the whole body."""
        number = 0
        while number < len(self.lines):
            number = self._line(number)
        self._close()
        self.body.lists = [one.part() for one in self.lists]
        return self.body

    def _line(self, number: int) -> int:
        """Take in a line, or a table or code from there on, and return the number of the next."""
        if self.lines[number][:1].isalpha() and "|" not in self.lines[number]:
            self._more(number, self.lines[number])
            return number + 1
        line = self.lines[number]
        if ">" in line and (quoted := QUOTE.match(line)):
            line = line[quoted.end() :]
        sign = line.lstrip()[:1]
        if sign in ("`", "~") and (fence := FENCE.match(line)):
            return self._code(number, fence[1])
        if self._begins_table(number):
            return self._table(number)
        if sign == "#" and (heading := HEADING.match(line.rstrip())):
            self._heading(number, heading[1], heading[2].rstrip("#").strip())
        elif under := self._underline(line):
            words, self.open = self.open[0], []
            self._heading(number - 1, "#" if under[1][0] == "=" else "##", words)
        elif not sign or (sign in "-*_" and ACROSS.match(line)):
            self._close()
        elif not (self.open and self.kind == "paragraph") and not sign.isalpha() and (item := ITEM.match(line)):
            self._item(number, item)
        else:
            self._more(number, line)
        return number + 1

    def _underline(self, line: str) -> "re.Match[str] | None":
        return UNDERLINE.match(line) if len(self.open) == 1 and self.kind == "paragraph" else None

    def _more(self, number: int, line: str) -> None:
        if not self.open:
            self._begin("paragraph", number)
            if not line.startswith((" ", "\t")):
                self.stack = []
        self.open.append(line)

    def _heading(self, number: int, level: str, words: str) -> None:
        self._close()
        self.stack = []
        self.body.headings.append(Part(level, self.first + number, words.strip()))
        self._begin("heading", number)
        self.open.append(words)
        self._close()

    def _item(self, number: int, item: "re.Match[str]") -> None:
        self._close()
        indent, ordered = len(item[1].expandtabs(4)), item[2][0].isdigit()
        while self.stack and self.stack[-1].indent > indent:
            self.stack.pop()
        top = self.stack[-1] if self.stack else None
        if top is None or indent > top.indent + 1 or top.ordered != ordered:
            if top is not None and indent <= top.indent + 1:
                self.stack.pop()
            self.stack.append(_List(indent, ordered, self.first + number))
            self.lists.append(self.stack[-1])
        self.stack[-1].items += 1
        self._begin("item", number)
        self.open.append(item[3] or "")

    def _begins_table(self, number: int) -> bool:
        following = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        return "|" in self.lines[number] and "|" in following and _is_rule(following)

    def _table(self, number: int) -> int:
        self._close()
        self.stack = []
        rows, first = [], number
        while number < len(self.lines) and "|" in self.lines[number]:
            if number != first + 1:
                rows.append(number)
                self._begin("row", number)
                self.open.append(self.lines[number])
                self._close()
            number += 1
        columns = len(re.split(r"(?<!\\)\|", self.lines[first].strip().strip("|")))
        self.body.tables.append(Part(f"{len(rows)} × {columns}", self.first + first))
        return number

    def _code(self, number: int, fence: str) -> int:
        self._close()
        self._begin("code", number + 1)
        number += 1
        while number < len(self.lines) and not self.lines[number].strip().startswith(fence):
            self.open.append(self.lines[number])
            number += 1
        self._close()
        return number + 1

    def _begin(self, kind: str, number: int) -> None:
        self.kind, self.start = kind, number

    def _close(self) -> None:
        if self.open:
            self.body.blocks.append(block("\n".join(self.open), self.first + self.start, self.kind))
        self.open = []


def _is_rule(line: str) -> bool:
    """Tell whether a line is the one below the head of a table; it may begin and end with a bar."""
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    return all(RULED.fullmatch(cell.strip()) for cell in cells)


def read_body(body: str, first_line: int) -> Body:
    """Return a Markdown body that begins on a line of its file as blocks and build."""
    return _Reader(body, first_line).read()


def block(raw: str, line: int, kind: str) -> Block:
    """Return one block from its Markdown."""
    found = Block(kind, line, raw if kind == "code" else words_of(raw))
    if kind != "code" and "[" in raw:
        found.links = list(_parts(LINK, 2, raw, line)) if "](" in raw else []
        found.pictures = list(_parts(PICTURE, 2, raw, line)) if "![" in raw else []
        found.citations = list(_parts(CITATION, 1, raw, line)) if "[^" in raw else []
    return found


def _parts(pattern: "re.Pattern[str]", group: int, raw: str, line: int) -> Iterator[Part]:
    """Yield targets or ids; the place on a page is left out, since it is named after a heading's words."""
    for match in pattern.finditer(raw):
        yield Part(match[group].partition("#")[0] or "#", line + raw.count("\n", 0, match.start()))


SAME = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u202f\u2002\u2003", " "),
        **dict.fromkeys("–‑‒−‐", "-"),
        "—": ";", "’": "'", "μ": "µ", "\u200b": None, "\u00ad": None, "\u2060": None,
    }
)  # fmt: skip
"""Signs that are written in several ways; a long dash stands between clauses, never in a range."""
VARIED = re.compile(f"[{''.join(map(chr, SAME))}]")
ENTITY = re.compile(r"&(nbsp|ndash|minus|mdash|amp|lt|gt|quot|#\d+|#x[0-9a-f]+|\w+);")
NAMED = {"nbsp": " ", "ndash": "-", "minus": "-", "mdash": ";", "amp": "&"}
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
ATTRIBUTES = re.compile(r"\{:?\s*[#.][^{}\n]*\}")
MARKED = re.compile(r"[\\*`~=_]")
SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
"""Blanks of any kind: scanners look for them in many places, and would lose themselves in long rows of them."""
MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\*+|`+|~~|==|(?<![^\W_])_+|_+(?![^\W_])")


def words_of(raw: str) -> str:
    """Return the words of a block, line for line, without citations, targets and marks."""
    text = raw
    if "[^" in text:
        text = CITATION.sub("", text)
    if "![" in text:
        text = PICTURE.sub(r" \1 ", text)
    if "](" in text:
        text = LINK.sub(r"\1", text)
    if "<" in text:
        text = TAG.sub(" ", AUTOLINK.sub(r"\1", text))
    if "&" in text:
        text = ENTITY.sub(lambda match: NAMED.get(match[1], " "), text)
    if "{" in text:
        text = ATTRIBUTES.sub("", text)
    if MARKED.search(text):
        text = MARKS.sub(r"\1", text)
    return SPACES.sub(" ", text.translate(SAME) if VARIED.search(text) else text)
