"""Compare what a translation was made from with what its source says now."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from promosite.findings import Finding, Source, finding
from promosite.model.items import ItemText, Tier
from promosite.staleness.sections import Part, parts_of

FIXED = ("title", "summary", "intro")
"""Parts that have no heading and no position; their keys are their names."""


class State(StrEnum):
    """How a translation stands to its source."""

    CURRENT = "current"
    STALE = "stale"
    UNRECORDED = "unrecorded"
    """Nobody wrote down what it was translated from."""


@dataclass(frozen=True, slots=True)
class Row:
    """A part of the source beside the same part of the translation, each where it exists.

    `kind` is `same`, `changed`, `added`, `removed`, or `unknown` where nothing was recorded. Of a section that was
    removed from the source only the slug of its heading is left, in `key`.
    """

    kind: str
    key: str
    source: Part | None = None
    translation: Part | None = None

    @property
    def headings(self) -> tuple[str | None, str | None]:
        """Return the heading in the source and in the translation; title, summary and introduction have none."""
        source, translation = (part.heading if part else None for part in (self.source, self.translation))
        return source or None, translation or None

    def __str__(self) -> str:
        """Return the part's name for a message: field name, or heading in both languages."""
        names = [f"“{name}”" for name in dict.fromkeys(self.headings) if name]
        return " / ".join(names) or self.key


@dataclass(frozen=True, slots=True)
class Staleness:
    """The state of a translation, part by part in the order of the source; what was removed stands last."""

    state: State
    rows: tuple[Row, ...]

    @property
    def changes(self) -> tuple[Row, ...]:
        """Return the parts in which the source differs from what was translated."""
        return tuple(row for row in self.rows if row.kind in ("changed", "added", "removed"))

    def of_kind(self, kind: str) -> list[Row]:
        """Return the rows of one kind."""
        return [row for row in self.rows if row.kind == kind]


@dataclass(frozen=True, slots=True)
class _Recorded:
    key: str
    digest: str


def compare(source: ItemText, translation: ItemText) -> Staleness:
    """Return whether a translation is current, and how each of its parts stands to the source."""
    recorded = [_Recorded(*entry.split(":")) for entry in translation.translated_from]
    now, there = parts_of(source), parts_of(translation)
    if translation.tier is Tier.SUMMARY:
        now, recorded = now[:2], [one for one in recorded if one.key in FIXED[:2]]
    if not translation.translated_from:
        return Staleness(State.UNRECORDED, tuple(_unknown(now, there)))
    rows = (*_fixed_rows(recorded, now, there), *_section_rows(recorded, now, there))
    changed = any(row.kind != "same" for row in rows)
    return Staleness(State.STALE if changed else State.CURRENT, rows)


def stale_finding(staleness: Staleness, recorded: Source, head: Source) -> Finding | None:
    """Return the finding for a translation, at what it recorded or else at its head; None when it is current."""
    if staleness.state is State.CURRENT:
        return None
    if staleness.state is State.UNRECORDED:
        return finding("translation-unrecorded", head, path=head.path)
    kinds = {kind: staleness.of_kind(kind) for kind in ("changed", "added", "removed")}
    return finding("translation-stale", recorded, path=recorded.path, **kinds)


def _sections(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.key not in FIXED]


def _unknown(now: Sequence[Part], there: Sequence[Part]) -> Iterator[Row]:
    """Yield the parts of both texts side by side, sections by their position."""
    beside = {_position(part.key): part for part in there}
    for part in now:
        yield Row("unknown", part.key, part, beside.get(_position(part.key)))


def _fixed_rows(recorded: Sequence[_Recorded], now: Sequence[Part], there: Sequence[Part]) -> Iterator[Row]:
    before = {one.key: one.digest for one in recorded}
    source, translation = ({part.key: part for part in parts} for parts in (now, there))
    for key in FIXED:
        part = source.get(key)
        if key in before or part:
            yield Row(_kind(before.get(key), part), key, part, translation.get(key))


def _kind(before: str | None, part: Part | None) -> str:
    if before is None or part is None:
        return "added" if before is None else "removed"
    return "same" if part.digest == before else "changed"


def _section_rows(recorded: Sequence[_Recorded], now: Sequence[Part], there: Sequence[Part]) -> Iterator[Row]:
    """Yield the sections; the translation's are taken to stand in the order in which they were recorded."""
    old, new = [one for one in recorded if one.key not in FIXED], _sections(now)
    translated = dict(enumerate(_sections(there)))
    kept = _unchanged(old, new)
    pairs = _paired(old, new, kept)
    for index, part in enumerate(new):
        before = kept.get(index, pairs.get(index))
        kind = "same" if index in kept else "added" if before is None else "changed"
        yield Row(kind, part.key, part, None if before is None else translated.get(before))
    for index in sorted(set(range(len(old))) - set(kept.values()) - set(pairs.values())):
        yield Row("removed", old[index].key, None, translated.get(index))


def _unchanged(old: Sequence[_Recorded], new: Sequence[Part]) -> dict[int, int]:
    """Return which new section is which old one, word for word, as many as stand in the same order."""
    places: dict[str, deque[int]] = defaultdict(deque)
    for index, one in enumerate(old):
        places[one.digest].append(index)
    same = [(index, places[part.digest].popleft()) for index, part in enumerate(new) if places[part.digest]]
    return dict(_longest_rising(same))


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs in which both numbers rise; the first rises already."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, (_, old) in enumerate(pairs):
        at = bisect_left(tails, old)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1] = [old]
        ends[at : at + 1] = [index]
    run, here = [], ends[-1] if ends else None
    while here is not None:
        run.append(pairs[here])
        here = before[here]
    return run[::-1]


def _paired(old: Sequence[_Recorded], new: Sequence[Part], kept: Mapping[int, int]) -> dict[int, int]:
    """Return for sections that changed which old one they were: by heading, wherever it moved, else by position."""
    pairs: dict[int, int] = {}
    for name_of in (_slug, _position):
        taken = {*kept.values(), *pairs.values()}
        left: dict[str, deque[int]] = defaultdict(deque)
        for index, one in enumerate(old):
            if index not in taken and name_of(one.key):
                left[name_of(one.key)].append(index)
        for index, part in enumerate(new):
            if index not in kept and index not in pairs and left[name_of(part.key)]:
                pairs[index] = left[name_of(part.key)].popleft()
    return pairs


def _slug(key: str) -> str:
    return key.partition("-")[2]


def _position(key: str) -> str:
    return key.partition("-")[0]
