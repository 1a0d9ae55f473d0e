"""Write into a translation's header what it was translated from, and leave every other byte as it is."""

import re
from collections.abc import Sequence
from datetime import date

from promosite.load.header import split_header
from promosite.load.nodes import Node
from promosite.load.refusal import RefusedError

FIELDS = ("translated_from", "translated_on")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def accepted(content: bytes, record: Sequence[str], day: date) -> bytes | None:
    """Return a translation's file with `translated_from` and `translated_on` in its header.

    They take the place of older ones, or stand last in the header. None when nothing may be written: the header
    cannot be read, or is laid out so that the result would not say the same as before plus these two fields.
    """
    try:
        text = content.decode("utf-8")
        before, body, _ = split_header(_plain(text))
        changed = _with_fields(text, before, _field_lines(record, day))
        after, same_body, _ = split_header(_plain(changed))
    except (UnicodeDecodeError, RefusedError):
        return None
    wanted = {"translated_from": list(record), "translated_on": day.isoformat()}
    sound = same_body == body and after.plain() == _without(before.plain()) | wanted
    return changed.encode() if sound else None


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _without(header: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in header.items() if key not in FIELDS}


def _field_lines(record: Sequence[str], day: date) -> list[str]:
    """Return the two fields as the browser editor would write them, so that it leaves them as they are."""
    return ["translated_from:", *(f"  - {entry}" for entry in record), f"translated_on: {day.isoformat()}"]


def _with_fields(text: str, header: Node, fields: Sequence[str]) -> str:
    """Return the text with the old lines of the fields taken out and the new ones put in."""
    lines: list[str] = LINE.findall(text)
    end = _line_after_header(lines)
    old = _lines_of_fields(header, lines, end)
    place = min(old, default=end)
    ending = "\r\n" if lines[0].endswith("\r\n") else lines[0][-1]
    kept = [(number, line) for number, line in enumerate(lines) if number not in old]
    head = [line for number, line in kept if number < place]
    return "".join(
        [*head, *(f"{line}{ending}" for line in fields), *(line for number, line in kept if number >= place)]
    )


def _line_after_header(lines: Sequence[str]) -> int:
    """Return the index of the line that closes the header."""
    return next(number for number, line in enumerate(lines) if number and re.fullmatch(r"-{3,}[ \t]*", line.rstrip()))


def _lines_of_fields(header: Node, lines: Sequence[str], end: int) -> set[int]:
    """Return the indexes of the lines that the fields take up now, less comments and blank lines behind them."""
    starts = sorted(node.key_line - 1 for node in header.value.values())
    found: set[int] = set()
    for name in FIELDS:
        if name in header.value:
            first = header.value[name].key_line - 1
            last = next((start for start in starts if start > first), end)
            while last > first + 1 and _is_uncounted(lines[last - 1]):
                last -= 1
            found |= set(range(first, last))
    return found


def _is_uncounted(line: str) -> bool:
    """Tell a blank line or a comment: it stays where it is, also behind a field that is written anew."""
    return line.strip()[:1] in ("", "#")
