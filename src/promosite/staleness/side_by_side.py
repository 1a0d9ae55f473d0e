"""A translation beside its source, for a person at a terminal: what differs in full, what does not by name."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from promosite.messages import Messages
from promosite.model.items import ItemText
from promosite.staleness.comparison import FIXED, Row, Staleness, State
from promosite.staleness.sections import Part

MARKS = {"same": "=", "changed": "≠", "added": "+", "removed": "-", "unknown": "?"}
NARROWEST = 24
"""Characters of a column below which words would be torn."""


def side_by_side(staleness: Staleness, translation: ItemText, tables: Sequence[Messages], width: int) -> list[str]:
    """Return the lines to print for one translation; words in each of the languages of `tables`."""
    day = translation.translated_on
    known = staleness.state is not State.UNRECORDED and day is not None
    state = _words(tables, f"translation.state-{staleness.state}")
    lines = [translation.path, f"  {state}" + (f"; {_words(tables, 'translation.since', day=day)}" if known else "")]
    for row in staleness.rows:
        if row.kind != "same":
            lines += ["", *_block(row, tables, width)]
    same = staleness.of_kind("same")
    if same:
        names = ", ".join(_name(row, tables) for row in same)
        lines += ["", f"{MARKS['same']} {_words(tables, 'translation.kind-same')}: {names}"]
    return lines


def _words(tables: Sequence[Messages], key: str, **params: object) -> str:
    return " / ".join(table.text(key, **params) for table in tables)


def _name(row: Row, tables: Sequence[Messages]) -> str:
    """Return a part's name: its heading in both texts, or what title, summary and introduction are called."""
    return _words(tables, f"translation.part-{row.key}") if row.key in FIXED else str(row)


def _block(row: Row, tables: Sequence[Messages], width: int) -> Iterator[str]:
    """Yield a row's name and its two texts in columns."""
    yield f"{MARKS[row.kind]} {_words(tables, f'translation.kind-{row.kind}')}: {_name(row, tables)}"
    column = max((width - 5) // 2, NARROWEST)
    nothing = [_words(tables, "translation.nothing")]
    texts = [_lines(part, column) if part else nothing for part in (row.source, row.translation)]
    for left, right in zip_longest(*texts, fillvalue=""):
        yield f"  {left:<{column}} │ {right}".rstrip()


def _lines(part: Part, column: int) -> list[str]:
    text = f"## {part.heading}\n{part.text}" if part.heading else part.text
    return [piece for line in text.strip().split("\n") for piece in wrap(line, column) or [""]]
