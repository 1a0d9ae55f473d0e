"""What is wrong with the string tables that a site brings along, `messages/<language>.toml` beside `mkdocs.yml`."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from promosite.findings import WHOLE, Finding, Source, finding
from promosite.load.files import IGNORED, read_text
from promosite.load.names import printable
from promosite.load.refusal import RefusedError
from promosite.messages import SPOKEN, TABLES, flatten
from promosite.model.record import UNSAFE
from promosite.validate.problems import nearest

PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")
"""Where Python's reader of TOML says that it stopped."""
SECTION = re.compile(r"\s*+\[\s*+([^\]\s](?:[^\]]*[^\]\s])?)\s*+\]\s*(?:#.*)?")
ENTRY = re.compile(r"\s*+([\w.\"'-]++)\s*+=")
NAMED = 5
"""Keys that a message names."""
FREE = "language."
"""Begins keys that are looked for under the code of any language."""


class _Known(NamedTuple):
    """The sentences that the program asks for, and what it fills into each."""

    keys: frozenset[str]
    fields: Mapping[str, set[str]]

    def has(self, key: str) -> bool:
        """Tell whether anybody asks for a sentence; the form for one thing is a language's own matter."""
        other = f"{key.removesuffix('.one')}.other" if key.endswith(".one") else ""
        return key in self.keys or key.startswith(FREE) or other in self.keys


class _Table(NamedTuple):
    """A table as it was read: the line and the value of each dotted key."""

    path: str
    lines: Mapping[str, int]
    values: Mapping[str, object]

    def at(self, key: str) -> Source:
        """Return the place of a key; of one whose line was not found, the file as a whole."""
        return Source(self.path, self.lines[key], 1) if key in self.lines else Source(self.path, WHOLE)


def word_findings(languages: Sequence[str], folder: Path) -> Iterator[Finding]:
    """Yield what is wrong with a site's own tables in `folder`, which need not exist.

    A language of its own must have every sentence; `one` is a form that not every language has.
    """
    if not folder.is_dir():
        return  # a language without any table was told before
    yield from _unused(languages, folder)
    known = _known()
    for lang in languages:
        path, place = folder / f"{lang}.toml", f"{folder.name}/{lang}.toml"
        is_added = not (TABLES / f"{lang}.toml").is_file()
        if not (is_added or path.is_file()):
            continue
        try:
            table = _Table(place, *_read(path))
        except RefusedError as problem:
            yield problem.at(place)
            continue
        yield from _wrong_values(table, known)
        yield from _missing(table, known) if is_added else ()


def _unused(languages: Sequence[str], folder: Path) -> Iterator[Finding]:
    """Yield what lies beside the tables and is none of a language of this site."""
    tables = [f"{lang}.toml" for lang in languages]
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda one: one.name)
    for entry in entries:
        place = Source(f"{folder.name}/{printable(entry.name)}", WHOLE)
        if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
            yield finding("file-not-plain", place)
        elif entry.name not in {*tables, *IGNORED}:
            yield finding("messages-unused", place, expected=tables)


def _known() -> _Known:
    tables = [_values((TABLES / f"{lang}.toml").read_text(encoding="utf-8")) for lang in SPOKEN]
    keys = frozenset(key for table in tables for key in table)
    return _Known(keys, {key: _fields(" ".join(str(table.get(key, "")) for table in tables)) for key in keys})


def _read(path: Path) -> tuple[dict[str, int], dict[str, object]]:
    """Return the lines and the values of a table's keys; raises RefusedError for what is no text or no TOML."""
    text, _ = read_text(path)
    try:
        return _lines_of(text), _values(text)
    except (ValueError, RecursionError) as error:  # ValueError: no TOML, or a number without end
        place = PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (WHOLE, 1)
        raise RefusedError("messages-unreadable", line, column, reason=str(error)) from None


def _lines_of(text: str) -> dict[str, int]:
    """Return the line on which each dotted key first stands: Python's reader of TOML does not tell."""
    lines, section = dict[str, int](), ""
    for number, line in enumerate(text.split("\n"), start=1):
        if found := SECTION.fullmatch(line):
            section = f"{_bare(found[1])}."
        elif found := ENTRY.match(line):
            lines.setdefault(f"{section}{_bare(found[1])}", number)
    return lines


def _values(text: str) -> dict[str, object]:
    return dict(flatten(tomllib.loads(text)))


def _wrong_values(table: _Table, known: _Known) -> Iterator[Finding]:
    for key, value in table.values.items():
        place = table.at(key)
        if not known.has(key):
            yield finding("messages-unknown", place, key=key, expected=nearest(key, known.keys))
        elif not isinstance(value, str) or not value.strip():
            yield finding("messages-no-text", place, key=key)
        elif bad := UNSAFE.search(value):
            yield finding("text-control", place, found=f"U+{ord(bad[0]):04X}")
        else:
            yield from _unfilled(place, key, value, known.fields.get(key, set()))


def _unfilled(place: Source, key: str, text: str, fields: set[str]) -> Iterator[Finding]:
    """Yield a sentence with a place to fill in that nobody fills, or with a brace that opens none."""
    try:
        unknown = _fields(text) - fields
    except ValueError:
        unknown = {"{ }"}
    if unknown:
        yield finding("messages-field", place, key=key, found=sorted(unknown), expected=sorted(fields) or "–")


def _fields(text: str) -> set[str]:
    found = [one for one in Formatter().parse(text) if one[1] is not None]
    if any(form or conversion for _, _, form, conversion in found):
        raise ValueError(text)  # a place is filled in as it is: a form could be wrong, or without end
    return {str(field) for _, field, _, _ in found}


def _missing(table: _Table, known: _Known) -> Iterator[Finding]:
    wanted = {key for key in known.keys if not key.endswith(".one")}
    if missing := sorted(wanted - table.values.keys()):
        shown = [*missing[:NAMED], *(["…"] if len(missing) > NAMED else [])]
        yield finding("messages-missing", Source(table.path, WHOLE), count=len(missing), found=shown)


def _bare(key: str) -> str:
    """Return a dotted key without quotes and blanks."""
    return re.sub(r"[\s\"']", "", key)
