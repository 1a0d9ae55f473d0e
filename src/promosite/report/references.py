"""Where a counted item stands in the annexes: `II.3` is line 3 of Annex II. Every count is followed by them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from promosite.model.items import Item, ItemId, Kind
from promosite.report.figures import Figures

ANNEX_OF = {Kind.NEWS: "II", Kind.PRESS: "II", Kind.EVENT: "III", Kind.PRODUCT: "IV"}
"""Which annex lists a kind; that of the year before is VI."""

BEFORE = "VI"
PLACE = {"II": 2, "III": 3, "IV": 4, "VI": 6}
MOST_RUNS = 60
"""References in one sentence; beyond that the reader is sent to the columns of the annexes, which say the same."""

Line = tuple[str, int]


@dataclass(frozen=True)
class References:
    """The lines of all annexes: results first, then background, what has no date last; each annex numbered through."""

    lines: Mapping[ItemId, Line]
    before: Mapping[ItemId, Line]
    far: str
    """What stands in place of more references than anybody reads; `{annexes}` are those to look in."""

    def of(self, items: Iterable[Item]) -> str:
        """Return references in order, neighbours drawn together: `II.1–3, II.7, III.2`; empty for no items."""
        return self._drawn(self.lines[item.id] for item in items)

    def of_before(self, items: Iterable[Item]) -> str:
        """Return references into the annex of the period before."""
        return self._drawn(self.before[item.id] for item in items)

    def counted(self, items: Iterable[Item]) -> str:
        """Return a number and, behind it, what it counts: `3 (II.1–3)`, or `0`."""
        listed = list(items)
        return f"{len(listed)} ({self.of(listed)})" if listed else "0"

    def _drawn(self, lines: Iterable[Line]) -> str:
        runs = _runs(lines)
        if len(runs) > MOST_RUNS:
            return self.far.format(annexes=", ".join(dict.fromkeys(annex for annex, _, _ in runs)))
        return ", ".join(
            f"{annex}.{first}" if first == last else f"{annex}.{first}–{last}" for annex, first, last in runs
        )


def references_of(figures: Figures, far: str) -> References:
    """Number the lines of all annexes."""
    lines: dict[ItemId, Line] = {}
    last: dict[str, int] = {}
    for item in (*figures.results, *figures.background, *figures.undated):
        annex = ANNEX_OF[item.kind]
        last[annex] = last.get(annex, 0) + 1
        lines[item.id] = (annex, last[annex])
    before = {item.id: (BEFORE, number) for number, item in enumerate(figures.before, start=1)}
    return References(lines, before, far)


def _runs(lines: Iterable[Line]) -> list[tuple[str, int, int]]:
    """Return lines in order, neighbours drawn together as annex, first and last."""
    runs: list[tuple[str, int, int]] = []
    for annex, number in sorted(lines, key=lambda line: (PLACE[line[0]], line[1])):
        if runs and runs[-1][0] == annex and runs[-1][2] == number - 1:
            runs[-1] = (annex, runs[-1][1], number)
        else:
            runs.append((annex, number, number))
    return runs
