"""Records of pages that were read before, kept under the digest of their bytes: the same page says the same.

One JSON file, which may be deleted at any time; one that is broken or of another program says nothing.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from promosite.check.page import Alternate, Link, Load, Page, Picture, Piece

Records = dict[str, Page]
"""Digest of a page's bytes → its record; the path in a record is that of the page where it was read."""

FIELDS = tuple(one.name for one in fields(Page))
TUPLES: dict[str, Callable[[Iterable[Any]], Any]] = {
    "links": Link._make,
    "loads": Load._make,
    "pictures": Picture._make,
    "alternates": Alternate._make,
    **dict.fromkeys(
        ("canonicals", "refreshes", "forms", "styles", "structured", "ids", "handlers", "openers", "paragraphs"),
        Piece._make,
    ),
    "templates": Piece._make,
}
"""Fields that hold several things which stand somewhere. Most of them are the same on many pages, and kept once."""
SETS = frozenset({"robots", "names"})


def read_records(file: Path, program: str) -> Records:
    """Return the records that a program kept."""
    try:
        kept_by, tables, records = json.loads(file.read_bytes())
        if kept_by != program:
            return {}
        made = {name: list(map(TUPLES[name], table)) for name, table in tables.items()}
        return {digest: _page(said, made) for digest, said in records.items()}
    except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return {}


def write_records(file: Path, program: str, records: Mapping[str, Page]) -> None:
    """Keep records, beside the file's place first; where nothing can be written, nothing is kept."""
    tables: dict[str, dict[Any, int]] = {name: {} for name in TUPLES}
    said = {digest: _said(page, tables) for digest, page in records.items()}
    beside = file.with_name(f"{file.name}.new")
    content = json.dumps([program, {name: list(table) for name, table in tables.items()}, said], ensure_ascii=False)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(content, encoding="utf-8")
        beside.replace(file)


def _said(page: Page, tables: Mapping[str, dict[Any, int]]) -> dict[str, Any]:
    """Return what a page says, without what it does not; things of which there are several by their numbers."""
    said: dict[str, Any] = {}
    for name in FIELDS:
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
        elif name == "lang":
            said[name] = value and Piece(*value)
    return Page(**said)
