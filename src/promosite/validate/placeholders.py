"""Places that an editor has yet to fill: `scripts/new.py` leaves them, and nothing is published while one stands."""

import re
from collections.abc import Iterator

from promosite.findings import Finding, Source, finding
from promosite.load.files import DataFile, SourceFile
from promosite.load.nodes import Node

MARKS = {"vi": "ĐIỀN"}
OTHER_MARK = "FILL IN"
PLACEHOLDER = re.compile(rf"\\?\[\\?\[(?:{'|'.join([*MARKS.values(), OTHER_MARK])}): ?([^\[\]\n\\]*)")
"""A browser editor may put a backslash before each bracket."""


def placeholder(hint: str, lang: str) -> str:
    """Return a place to fill, such as `[[FILL IN: summary]]`, in the language of the file in which it stands."""
    return f"[[{MARKS.get(lang, OTHER_MARK)}: {hint}]]"


def placeholder_findings(file: SourceFile) -> list[Finding]:
    """Return one finding for each place of a file that is not filled in."""
    lines = enumerate(file.body.split("\n") if PLACEHOLDER.search(file.body) else (), start=file.body_line)
    in_body = [
        finding("placeholder-left", Source(file.path, number, match.start() + 1), found=match[1].strip())
        for number, line in lines
        for match in PLACEHOLDER.finditer(line)
    ]
    return [*placeholders_in(file.header, file), *in_body]


def placeholders_in(node: Node, file: SourceFile | DataFile) -> Iterator[Finding]:
    """Yield one finding for each value of a header or a data file that is not filled in."""
    if isinstance(node.value, str):
        if "[" in node.value and (match := PLACEHOLDER.search(node.value)):
            yield finding("placeholder-left", file.at(node), found=match[1].strip())
    elif isinstance(node.value, (dict, list)):
        for inner in node.value.values() if isinstance(node.value, dict) else node.value:
            yield from placeholders_in(inner, file)


def without_echoes(findings: list[Finding], unfilled: list[Finding]) -> list[Finding]:
    """Leave out what is wrong with a value only because it is not filled in yet."""
    places = {one.source for one in unfilled}
    return [*unfilled, *(one for one in findings if one.source not in places)]
