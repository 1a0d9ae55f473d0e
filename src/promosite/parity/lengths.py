"""The lengths of two bodies: whether most of a text, or of one of its sections, was left out, or as much put in."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from promosite.model.texts import LONG as WHOLE
from promosite.model.texts import PARTS, is_part_of, length_of
from promosite.parity.blocks import Block, Body
from promosite.parity.matching import sections

LONG, PART = 150, 0.5
"""Characters of a section from which its translation is looked at, and the share below which it is a part. Sections of
the texts that we have take 0.81 to 1.61 times as many in English."""


MORE = 2
"""How many times as long as its source a translation must be to say what the source does not."""


class Short(NamedTuple):
    """What is too short: lengths in both languages, first lines, and of a section its heading, if it has one."""

    case: Literal["whole", "intro", "section"]
    heading: str
    expected: int
    found: int
    source_line: int | None
    translation_line: int | None


def short_parts(bodies: tuple[str, str], source: Body, translation: Body, lang: str) -> Iterator[Short]:
    """Yield a whole translation that is too short, else its sections that are, where there are as many of them."""
    if lang not in PARTS:
        return
    if is_part_of(*bodies, lang):
        expected, found = (length_of(body) for body in bodies)
        yield Short("whole", "", expected, found, _line(source.blocks), _line(translation.blocks))
        return
    left, right = list(sections(source.blocks)), list(sections(translation.blocks))
    for mine, other in zip(left, right, strict=True) if len(left) == len(right) else ():
        expected, found = _length(mine), _length(other)
        if expected >= LONG and found < expected * PART:
            heading = other[0].text if other and other[0].kind == "heading" else ""
            yield Short("section" if heading else "intro", heading, expected, found, _line(mine), _line(other))


def surplus(bodies: tuple[str, str], lang: str) -> tuple[int, int] | None:
    """Return the lengths of a source and of a translation that says much more; None where it does not."""
    if lang not in PARTS:
        return None
    expected, found = (length_of(body) for body in bodies)
    return (expected, found) if found >= WHOLE and found > expected * MORE else None


def _line(blocks: Sequence[Block]) -> int | None:
    return blocks[0].line if blocks else None


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(one.text) for one in blocks if one.kind != "row")
