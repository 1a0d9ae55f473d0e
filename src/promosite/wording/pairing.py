"""Two writings side by side: which English words answer which Vietnamese ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from promosite.wording.passages import Passage, Writing

BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
"""A paragraph, list or heading of a body: lines up to the next empty one."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def small(self) -> str:
        """Its words without markup, in small letters."""
        return self.passage.small[self.start : self.end]


@dataclass(frozen=True)
class Pair:
    """What was written in one language and what answers it in the other."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]

    @cached_property
    def source_text(self) -> str:
        """The words of the source side in small letters, on single spaces."""
        return " ".join(" ".join(span.small for span in self.source).split())

    @cached_property
    def target_text(self) -> str:
        """The unquoted words of the other side in small letters."""
        return "\n".join(span.passage.small_unquoted[span.start : span.end] for span in self.target)


def pairs(source: Writing, target: Writing) -> Iterator[Pair]:
    """Yield title with title, each text of the header with its own, and paragraph with paragraph.

    Where the bodies differ in their number of paragraphs, the bodies answer each other as wholes.
    """
    answers = {(str(one.role), one.key): one for one in target.own if one.role != "body"}
    for passage in source.own:
        answer = answers.get((passage.role, passage.key))
        if answer is not None and passage.role != "body":
            yield Pair((_whole(passage),), (_whole(answer),))
    if source.body and target.body:
        mine, theirs = _blocks(source.body), _blocks(target.body)
        if len(mine) == len(theirs):
            yield from (Pair((one,), (other,)) for one, other in zip(mine, theirs, strict=True))
        else:
            yield Pair(mine, theirs)


def whole(source: Writing, target: Writing) -> Pair:
    """Return everything of one writing against everything of the other."""
    return Pair(tuple(map(_whole, source.own)), tuple(map(_whole, target.own)))


def _whole(passage: Passage) -> Span:
    return Span(passage, 0, len(passage.text))


def _blocks(passage: Passage) -> tuple[Span, ...]:
    return tuple(Span(passage, *match.span()) for match in BLOCK.finditer(passage.text))
