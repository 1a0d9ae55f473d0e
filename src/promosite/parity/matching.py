"""Match the facts of two texts as multisets and pair what is left over.

What one text claims, the other must say. Aligned blocks are matched first, so that a difference is named with its own
lines; what is left may still be answered from elsewhere, since a translator may move a fact to another sentence.
Words with two readings (`một`, `năm`, `first`) answer a claim within their own block, but never need an answer.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from promosite.parity.blocks import Block
from promosite.parity.facts import Fact
from promosite.parity.opposites import opposed


@dataclass(slots=True)
class Group:
    """Blocks of both texts that say the same, with their facts as far as they are not matched yet."""

    source: list[Fact]
    translation: list[Fact]
    source_line: int | None = None
    translation_line: int | None = None

    def without(self, is_left_out: Callable[[Fact], bool]) -> "Group":
        """Return the group without some facts of either text."""
        source, translation = (
            [one for one in side if not is_left_out(one)] for side in (self.source, self.translation)
        )
        return replace(self, source=source, translation=translation)


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that only one text has, or one that stands in both with different values."""

    source: Fact | None
    translation: Fact | None
    source_line: int | None = None
    """Where the source text says something else, or nothing, in place of a fact of the translation."""
    translation_line: int | None = None
    """Where the translation says something else, or nothing, in place of a fact of the source."""


@dataclass(slots=True)
class _Pool:
    """Facts by key and by what else they stand for; each answers once."""

    facts: Sequence[Fact]
    taken: set[int] = field(default_factory=set)
    by_key: dict[str, deque[int]] = field(default_factory=lambda: defaultdict(deque))
    by_other: dict[str, deque[int]] = field(default_factory=lambda: defaultdict(deque))

    def __post_init__(self) -> None:
        for index, fact in enumerate(self.facts):
            self.by_key[fact.reading.key].append(index)
            for key in fact.reading.also:
                self.by_other[key].append(index)

    def take(self, fact: Fact, *, exactly: bool) -> bool:
        """Take the first free fact that answers; tell whether there was one."""
        key, also = fact.reading.key, fact.reading.also
        places = [self.by_key[key]] if exactly else [*(self.by_key[other] for other in also), self.by_other[key]]
        for place in places:
            while place and place[0] in self.taken:
                place.popleft()
            if place:
                self.taken.add(place.popleft())
                return True
        return False

    def left(self) -> list[Fact]:
        """Return what was not taken."""
        return [fact for index, fact in enumerate(self.facts) if index not in self.taken]


def aligned(source: Sequence[Block], translation: Sequence[Block]) -> Iterator[tuple[list[Block], list[Block]]]:
    """Yield blocks that say the same: one by one where their number is equal, else section by section, else all."""
    if len(source) == len(translation):
        yield from (([left], [right]) for left, right in zip(source, translation, strict=True))
        return
    left, right = list(sections(source)), list(sections(translation))
    if len(left) == 1 or len(left) != len(right):
        yield list(source), list(translation)
        return
    for mine, other in zip(left, right, strict=True):
        if len(mine) == len(other):
            yield from (([one], [two]) for one, two in zip(mine, other, strict=True))
        else:
            yield mine, other


def sections(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks from one heading to the next."""
    section: list[Block] = []
    for block in blocks:
        if block.kind == "heading" and section:
            yield section
            section = []
        section.append(block)
    yield section


def opposite(line: int, blocks: Sequence[Block], others: Sequence[Block]) -> int | None:
    """Return where the other text has its equal to a line of one; None where no block of it begins before."""
    found = None
    for mine, other in aligned(blocks, others):
        if mine and other and mine[0].line <= line:
            before = sum(1 for one in mine if one.line <= line)
            found = other[min(before, len(other)) - 1].line
    return found


def unmatched(groups: Iterable[Group]) -> list[Group]:
    """Return the claims that nothing answers, still in their groups."""
    left = [_match(group) for group in groups]
    source = [fact for group in left for fact in group.source]
    translation = [fact for group in left for fact in group.translation]
    source, translation = _matched(source, translation, exactly=True)
    source, translation = _matched(source, translation, exactly=False)
    mine, other = {id(fact) for fact in source}, {id(fact) for fact in translation}
    for group in left:
        group.source = [fact for fact in group.source if id(fact) in mine]
        group.translation = [fact for fact in group.translation if id(fact) in other]
    return left


def _match(group: Group) -> Group:
    facts = opposed(group.source, group.translation)
    (source, loose_source), (translation, loose_translation) = map(_parted, facts)
    source, translation = _matched(source, translation, exactly=True)
    source, translation = _matched(source, translation, exactly=False)
    source, translation = _answered(source, loose_translation), _answered(translation, loose_source)
    return Group(source, translation, group.source_line, group.translation_line)


def _parted(facts: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    claims: list[Fact] = []
    answers: list[Fact] = []
    for fact in facts:
        (claims if fact.reading.claims else answers).append(fact)
    return claims, answers


def _matched(source: list[Fact], translation: list[Fact], *, exactly: bool) -> tuple[list[Fact], list[Fact]]:
    if not source or not translation:
        return source, translation
    if len(source) == len(translation) and _keys(source) == _keys(translation):
        return [], []
    pool = _Pool(translation)
    return [fact for fact in source if not pool.take(fact, exactly=exactly)], pool.left()


def _keys(facts: Iterable[Fact]) -> list[str]:
    return sorted(fact.reading.key for fact in facts)


def _answered(claims: list[Fact], answers: list[Fact]) -> list[Fact]:
    if not claims or not answers:
        return claims
    pool = _Pool(answers)
    return [fact for fact in claims if not (pool.take(fact, exactly=True) or pool.take(fact, exactly=False))]


def differences(groups: Iterable[Group]) -> Iterator[Difference]:
    """Yield what is left: facts of one kind in one place as one that was changed, the others as missing or added."""
    for group in groups:
        waiting: dict[str, deque[Fact]] = defaultdict(deque)
        for fact in group.source:
            waiting[fact.reading.kind].append(fact)
        for fact in group.translation:
            place = waiting[fact.reading.kind]
            if place:
                yield Difference(place.popleft(), fact)
            else:
                yield Difference(None, fact, group.source_line)
        for place in waiting.values():
            yield from (Difference(fact, None, translation_line=group.translation_line) for fact in place)
