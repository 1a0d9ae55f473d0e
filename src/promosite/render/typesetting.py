"""Typesetting: a text in a box, in the largest size that fits, broken into even lines at places that read well."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from promosite.render.lettering import Face

LEAST_LEADING = 1.3
"""Line height in ems, at least: Vietnamese letters carry marks above and below."""

AIR = 0.04
"""Ems kept free between the lowest mark of a line and the highest of the next."""

INSIDE_NAME, BEFORE_NUMBER, AFTER_PAUSE = 0.5, 0.12, -0.08
"""What a break costs inside a name (`Bà | Rịa`) or before a number (`ngày | 16/12`), and what it gains after a comma;
a line that is a tenth longer than the others costs about as much as the second."""


NEARLY, SHRINKING = 10, 0.015
"""How many px smaller a text may be for the sake of more even lines, and what each of them costs."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines as they will stand: `size` the em in px, `leading` from baseline to baseline in px."""

    lines: tuple[str, ...]
    size: int
    leading: int
    above: int
    """Px that the first line reaches above its baseline."""
    below: int
    """Px that the last line reaches below its baseline."""

    @property
    def height(self) -> int:
        """Return the px from the top of the first line's ink to the bottom of the last one's."""
        return self.above + self.leading * (len(self.lines) - 1) + self.below


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a part of one that is wider than a line; widths in ems."""

    text: str
    width: float
    gap: float
    """The space before it, if it does not begin a line; none between parts of a word."""


def fitting(face: Face, text: str, width: int, height: int, sizes: Sequence[int]) -> Setting | None:
    """Return a text in one of `sizes` (px, falling) in which it fits a box of px with every word whole.

    It is the largest, or one a little smaller if the lines are then much more even.
    """
    words = _words(face, text)
    longest = max(long for _, long in words)
    found: list[Setting] = []
    for size in sizes:
        if found and size < found[0].size - NEARLY:
            break
        if longest * size <= width and (setting := _in_size(face, words, width, size)).height <= height:
            found.append(setting)
    return min(found, key=lambda one: _raggedness(face, one) + SHRINKING * (found[0].size - one.size), default=None)


def _raggedness(face: Face, setting: Setting) -> float:
    """Return how uneven lines are: the sum of the squared shares that each lacks to the longest."""
    widths = [face.width(line) for line in setting.lines]
    words = [line.split(" ") for line in setting.lines]
    breaks = sum(_between(left[-1], right[0]) for left, right in pairwise(words))
    return sum((1 - one / max(widths)) ** 2 for one in widths) + breaks


def set_text(face: Face, text: str, width: int, height: int, sizes: Sequence[int]) -> Setting:
    """Return a text as `fitting` does; where it fits in no size, in the smallest one.

    There a word that is wider than the box is broken, and a text that is still too long is cut off and ends in `…`.
    """
    found = fitting(face, text, width, height, sizes)
    return found or _cut(face, _in_size(face, _words(face, text), width, sizes[-1]), width, height)


def _words(face: Face, text: str) -> list[tuple[str, float]]:
    return [(word, face.width(word)) for word in text.split(" ") if word]


def _in_size(face: Face, words: Sequence[tuple[str, float]], width: int, size: int) -> Setting:
    pieces = _pieces(face, words, width / size)
    return _setting(face, _even(pieces, width / size, _fewest(pieces, width / size)), size)


def _cut(face: Face, setting: Setting, width: int, height: int) -> Setting:
    """Return as many lines as fit a height, at least one; if that is not all, the last one ends in `…`."""
    room = max(1, (height - setting.above - setting.below) // setting.leading + 1)
    if len(setting.lines) <= room:
        return setting
    *lines, last = setting.lines[:room]
    return _setting(face, [*lines, shortened(face, last, width / setting.size)], setting.size)


def shortened(face: Face, line: str, width: float) -> str:
    """Return a line that is cut off so that it fits `width` ems with the `…` at its end."""
    while line and face.width(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _setting(face: Face, lines: Sequence[str], size: int) -> Setting:
    reaches = [face.reach(line) for line in lines]
    tight = max((upper[1] + lower[0] for upper, lower in pairwise(reaches)), default=0)
    leading = math.ceil(max(LEAST_LEADING, tight + AIR) * size)
    above, below = math.ceil(reaches[0][0] * size), math.ceil(reaches[-1][1] * size)
    return Setting(tuple(lines), size, leading, above, below)


def _pieces(face: Face, words: Sequence[tuple[str, float]], width: float) -> list[Piece]:
    """Return the words, those that are wider than a line in parts."""
    space = face.width(" ")
    found = []
    for word, long in words:
        parts = [(word, long)] if long <= width else _parts(face, word, width)
        found += [Piece(text, one, space if number == 0 else 0) for number, (text, one) in enumerate(parts)]
    return found


def _parts(face: Face, word: str, width: float) -> list[tuple[str, float]]:
    """Return a word in parts no wider than `width` ems (or of one letter), each with its width."""
    parts, part, used = [], "", 0.0
    for letter in word:
        more = face.width(part[-1:] + letter) - face.width(part[-1:])
        if part and used + more > width:
            parts.append((part, used))
            part, used, more = "", 0.0, face.width(letter)
        part, used = part + letter, used + more
    return [*parts, (part, used)]


def _fewest(pieces: Sequence[Piece], width: float) -> int:
    """Return how many lines there must be, at least."""
    count, used = 1, pieces[0].width
    for piece in pieces[1:]:
        used += piece.gap + piece.width
        if used > width:
            count, used = count + 1, piece.width
    return count


def _even(pieces: Sequence[Piece], width: float, count: int) -> list[str]:
    """Return the pieces in `count` lines, the least ragged ones, broken where it disturbs least."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(count):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (cost, breaks) in best.items():
            used = -pieces[begin].gap if begin < len(pieces) else 0.0
            for end in range(begin + 1, len(pieces) + 1):
                used += pieces[end - 1].gap + pieces[end - 1].width
                if used > width and end > begin + 1:
                    break
                total = cost + (used / width) ** 2 + _cost(pieces, end)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*breaks, end))
        best = reached
    return [_line(pieces[begin:end]) for begin, end in pairwise(best[len(pieces)][1])]


def _line(pieces: Sequence[Piece]) -> str:
    return "".join(f"{' ' if number and piece.gap else ''}{piece.text}" for number, piece in enumerate(pieces))


def _cost(pieces: Sequence[Piece], end: int) -> float:
    """Return what a break before the piece `end` costs."""
    if end >= len(pieces):
        return 0
    return _between(pieces[end - 1].text, pieces[end].text)


def _between(left: str, right: str) -> float:
    """Return what a break between two words costs, or gains."""
    if left[-1] in ",:;!?”" or (left[-1] == "." and not right[0].isdigit()):
        return AFTER_PAUSE
    if {left, right} & {"-", "–", "—", "·"} or (_is_name(left) and _is_name(right)):
        return INSIDE_NAME
    return BEFORE_NUMBER if right[0].isdigit() else 0


def _is_name(word: str) -> bool:
    return word.lstrip("“(")[:1].isupper()
