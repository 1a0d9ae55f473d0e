"""Records of pages that were read before, kept under the digest of their bytes: the same page says the same.

One file of JSON lines, which may be deleted at any time; one that is broken or of another program says nothing. The
first line names the program and holds what several pages have in common, each other line is a page.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from promosite.check.page import Page
from promosite.whole_files import write_whole

Records = dict[str, Page]
"""Digest of a page's bytes → its record; the path in a record is that of the page where it was read."""

HINTS = get_type_hints(Page)
TUPLES: dict[str, Callable[[Iterable[Any]], Any]] = {
    name: get_args(hint)[0]._make for name, hint in HINTS.items() if get_origin(hint) is tuple
}
"""Fields that hold several things which stand somewhere. Most of them are the same on many pages, and kept once."""
SINGLE = {name: get_args(hint)[0]._make for name, hint in HINTS.items() if type(None) in get_args(hint)}
"""Fields that hold one thing, or nothing."""
SETS = frozenset(name for name, hint in HINTS.items() if get_origin(hint) is frozenset)


def read_records(file: Path, program: str) -> Records:
    """Return the records that a program kept."""
    try:
        with file.open("rb") as lines:
            kept_by, tables = json.loads(next(lines, b""))
            if kept_by != program:
                return {}
            made = {name: list(map(TUPLES[name], table)) for name, table in tables.items()}
            return {digest: _page(said, made) for digest, said in map(json.loads, lines)}
    except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return {}


def write_records(file: Path, program: str, records: Mapping[str, Page]) -> None:
    """Keep records, beside the file's place first; where nothing can be written, nothing is kept."""
    tables: dict[str, dict[Any, int]] = {name: {} for name in TUPLES}
    pages = [_line([digest, _said(page, tables)]) for digest, page in records.items()]
    head = _line([program, {name: list(table) for name, table in tables.items()}])
    with suppress(OSError):
        write_whole(file, b"".join([head, *pages]))


def _line(said: list[Any]) -> bytes:
    return f"{json.dumps(said, ensure_ascii=False)}\n".encode()


def _said(page: Page, tables: Mapping[str, dict[Any, int]]) -> dict[str, Any]:
    """Return what a page says, without what it does not; things of which there are several by their numbers."""
    said: dict[str, Any] = {}
    for name in HINTS:
        value = getattr(page, name)
        if name in TUPLES:
            table = tables[name]
            if value:
                said[name] = [table.setdefault(one, len(table)) for one in value]
        else:
            said[name] = sorted(value) if name in SETS else value
    return said


def _page(said: dict[str, Any], made: Mapping[str, list[Any]]) -> Page:
    for name, value in said.items():
        if name in TUPLES:
            table = made[name]
            said[name] = tuple([table[number] for number in value])
        elif name in SETS:
            said[name] = frozenset(value)
        elif name in SINGLE:
            said[name] = value and SINGLE[name](value)
    return Page(**said)
