"""What is wrong with the string tables that a site brings along, `messages/<language>.toml` beside `mkdocs.yml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from promosite.messages import SPOKEN, TABLES, flatten

PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")
"""Where Python's reader of TOML says that it stopped."""
NAMED = 5
"""Keys that a message names."""


class Fault(NamedTuple):
    """A fault of a table: its code, the file's name, the place in it, and what messages say of it."""

    code: str
    name: str
    line: int | None
    column: int | None
    params: Mapping[str, object]


def faults(languages: Sequence[str], folder: Path) -> Iterator[Fault]:
    """Yield what is wrong with the tables of some languages in a folder, which need not exist.

    A language of its own must have every sentence; `one` is a form that not every language has.
    """
    added = [lang for lang in languages if not (TABLES / f"{lang}.toml").is_file()]
    if not added and not folder.is_dir():
        return
    known, *others = (_read(TABLES / f"{lang}.toml") for lang in SPOKEN)
    fields = {key: _fields(" ".join([text, *(one.get(key, "") for one in others)])) for key, text in known.items()}
    for lang in languages:
        path, own = folder / f"{lang}.toml", dict[str, str]()
        if path.is_file():
            try:
                own = _read(path)
            except (
                ValueError,
                RecursionError,
                OSError,
            ) as error:  # ValueError: no TOML, no UTF-8, a number without end
                yield _unreadable(path.name, str(error))
                continue
            yield from _fields_unknown(path.name, own, fields)
        wanted = {key for key in known if not key.endswith(".one")}
        if lang in added and (missing := sorted(wanted - own.keys())):
            shown = [*missing[:NAMED], *(["…"] if len(missing) > NAMED else [])]
            yield Fault("messages-missing", path.name, None, None, {"count": len(missing), "found": shown})


def _read(path: Path) -> dict[str, str]:
    return dict(flatten(tomllib.loads(path.read_text(encoding="utf-8"))))


def _unreadable(name: str, reason: str) -> Fault:
    place = PLACE.search(reason)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (None, None)
    return Fault("messages-unreadable", name, line, column, {"reason": reason})


def _fields_unknown(name: str, own: Mapping[str, str], fields: Mapping[str, set[str]]) -> Iterator[Fault]:
    """Yield sentences with a place to fill in that nobody fills, or with a brace that opens none."""
    for key, text in own.items():
        try:
            unknown = _fields(text) - fields.get(key, set())
        except ValueError:
            unknown = {"{ }"}
        if key in fields and unknown:
            params = {"key": key, "found": sorted(unknown), "expected": sorted(fields[key]) or "–"}
            yield Fault("messages-field", name, None, None, params)


def _fields(text: str) -> set[str]:
    found = [one for one in Formatter().parse(text) if one[1] is not None]
    if any(form or conversion for _, _, form, conversion in found):
        raise ValueError(text)  # a place is filled in as it is: a form could be wrong, or without end
    return {str(field) for _, field, _, _ in found}
