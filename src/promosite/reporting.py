"""Findings as they are printed: with the line of the file and a caret below, or as GitHub's annotations."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from promosite.findings import Finding, Severity, as_lines, as_records, in_order, sentence, summary
from promosite.messages import Messages

MAX_READ = 1_000_000
"""Bytes of a file that are looked at; a text that may be published has half as many at most."""

BEFORE, AFTER = 60, 40
"""Characters of a long line that are shown on either side of the caret."""

LINE_END = re.compile(r"\r\n|\n|\r")


def report(findings: Sequence[Finding], tables: Sequence[Messages], form: str, root: Path) -> str:
    """Return all findings in one form: `text`, `json` or `github`."""
    if form == "json":
        return json.dumps(as_records(findings, tables), ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(as_annotations(findings, tables))
    return "\n".join([*as_text(findings, tables, root), *summary(findings, tables), *explained(findings, tables)])


def explained(findings: Iterable[Finding], tables: Iterable[Messages]) -> list[str]:
    """Return where the handbook explains a finding, by the first one there is; nothing where there is none."""
    first = next(iter(in_order(findings)), None)
    return [table.text("check.explained", lang=table.lang, code=first.code) for table in tables] if first else []


def as_text(findings: Iterable[Finding], tables: Sequence[Messages], root: Path) -> list[str]:
    """Return each finding as `as_lines` words it, then the offending line with a caret below where one is known."""
    lines: list[str] = []
    for path, of_file in groupby(in_order(findings), key=lambda one: one.source.path):
        written = lines_of(root / path)
        for one in of_file:
            lines += as_lines([one], tables)
            lines += quoted(one, written)
    return lines


def quoted(one: Finding, lines: Sequence[str]) -> list[str]:
    """Return that of a file's lines at which a finding stands, and a caret below its column; nothing without one."""
    number, column = one.source.line, one.source.column
    if not number or not column or number > len(lines) or column > len(lines[number - 1]) + 1:
        return []
    return _with_caret(lines[number - 1], column)


def lines_of(path: Path) -> list[str]:
    """Return the lines of a text; none where there is no such file, or one that nobody reads as text."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_READ)
    except (OSError, ValueError):
        return []
    return [] if b"\0" in raw else LINE_END.split(raw.decode("utf-8-sig", errors="replace"))


def _with_caret(line: str, column: int) -> list[str]:
    start, end = max(column - 1 - BEFORE, 0), max(column - 1 + AFTER, BEFORE + AFTER)
    head = ("…" if start else "") + "".join(map(_printable, line[start : column - 1]))
    tail = "".join(map(_printable, line[column - 1 : end])) + ("…" if end < len(line) else "")
    return [f"    | {head}{tail}", f"    | {' ' * sum(map(_width, head))}^"]


def _printable(char: str) -> str:
    """Return a character as it may go to a terminal: nothing that moves its cursor or turns text round."""
    if char == "\t":
        return " "
    return char if char.isprintable() or unicodedata.combining(char) else "\N{REPLACEMENT CHARACTER}"


def _width(char: str) -> int:
    """Return the cells of a terminal that a character takes."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def as_annotations(findings: Iterable[Finding], tables: Sequence[Messages]) -> Iterator[str]:
    """Yield `::error file=…,line=…,col=…,title=code::sentence` for each finding, as GitHub's log reads it."""
    for one in in_order(findings):
        places = {"file": one.source.path, "line": one.source.line, "col": one.source.column, "title": one.code}
        properties = ",".join(f"{key}={_property(str(value))}" for key, value in places.items() if value is not None)
        words = "\n".join(sentence(one, table) for table in tables)
        yield f"::{'error' if one.severity is Severity.ERROR else 'warning'} {properties}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
