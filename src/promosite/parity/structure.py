"""The build of two bodies: the same headings, lists, tables, links, pictures and citations."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from promosite.parity.blocks import Block, Body, Part


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A part of the build that differs: what stands in each body where it first does, and the lines."""

    part: str
    source: tuple[str, ...]
    translation: tuple[str, ...]
    source_line: int | None
    translation_line: int | None


def mismatches(source: Body, translation: Body) -> Iterator[Mismatch]:
    """Yield at most one mismatch for each part of the build."""
    for name, left, right in (
        ("headings", source.headings, translation.headings),
        ("lists", source.lists, translation.lists),
        ("tables", source.tables, translation.tables),
    ):
        yield from _by_place(name, left, right)
    same_blocks = len(source.blocks) == len(translation.blocks)
    for name, of in GATHERED.items():
        left, right = _gathered(source, of), _gathered(translation, of)
        yield from _surplus(name, left, right) or _by_place(name, left, right, ordered=same_blocks)
    yield from _surplus("citations", _gathered(source, _citations), _gathered(translation, _citations))


def _citations(block: Block) -> list[Part]:
    return block.citations


GATHERED: dict[str, Callable[[Block], list[Part]]] = {
    "links": lambda block: block.links,
    "pictures": lambda block: block.pictures,
}
"""Parts that stand inside sentences: their order within a block is the grammar's."""


def _gathered(body: Body, of: Callable[[Block], list[Part]]) -> list[Part]:
    return [part for block in body.blocks for part in sorted(of(block), key=lambda one: one.label)]


def _by_place(
    name: str, source: Sequence[Part], translation: Sequence[Part], *, ordered: bool = True
) -> Iterator[Mismatch]:
    if not ordered:
        return
    for left, right in zip_longest(source, translation):
        if left is None or right is None or left.label != right.label:
            yield Mismatch(name, _said(left), _said(right), _line_of(left), _line_of(right))
            return


def _line_of(part: Part | None) -> int | None:
    return part.line if part else None


def _said(part: Part | None) -> tuple[str, ...]:
    return (str(part),) if part else ()


def _line(parts: Sequence[Part], place: int) -> int | None:
    return parts[place].line if place < len(parts) else None


def _surplus(name: str, source: Sequence[Part], translation: Sequence[Part]) -> list[Mismatch]:
    left, right = _left_over(source, translation), _left_over(translation, source)
    if not left and not right:
        return []
    mine, other = (tuple(one.label for one in parts) for parts in (left, right))
    return [Mismatch(name, mine, other, _line(left, 0), _line(right, 0))]


def _left_over(parts: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """Return the parts that have no equal among the others, each of which answers once."""
    available = Counter(one.label for one in others)
    found = []
    for part in parts:
        available[part.label] -= 1
        if available[part.label] < 0:
            found.append(part)
    return found
