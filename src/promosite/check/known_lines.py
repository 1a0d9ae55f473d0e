"""What a line of markup adds to a page wherever it stands: most lines are on many pages, and are read once."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from promosite.check.page import Placed

LISTS = (
    "canonicals", "alternates", "refreshes", "links", "loads", "pictures", "forms", "styles", "headings", "ids",
    "handlers", "inline", "policies", "openers",
)  # fmt: skip
"""What a reader keeps of things that stand somewhere."""

MOST = 50_000
"""Lines that are kept at most, so that memory does not grow with the site."""
Make = Callable[..., Any]
Movable = tuple[Make, tuple[Any, ...], int, tuple[Any, ...]]
"""Something that stands at a column of a line: what it is, and what is said of it before and after its place."""


class Line(NamedTuple):
    """What a line adds to a reader's lists, to the openings and template signs of its text, and to its length."""

    lists: tuple[tuple[str, tuple[Movable, ...]], ...]
    paragraphs: tuple[Movable, ...]
    templates: tuple[Movable, ...]
    names: frozenset[str]
    robots: frozenset[str]
    prose: int


NOTHING: Any = ()
"""What most lines add: it is false, so that nobody looks further."""


class KnownLines:
    """Lines that were seen before. What a line says is found out when it comes again, for most come only once."""

    def __init__(self, find_out: Callable[[str], Line | None]) -> None:
        self._find_out = find_out
        self._once: set[str] = set()
        self._known: dict[str, Line | None] = {}

    def known(self, text: str) -> Line | None:
        """Return what a line says; None where it is new, or says nothing by itself."""
        try:
            return self._known[text]
        except KeyError:
            pass
        if text not in self._once:
            if len(self._once) > MOST:
                self._once.clear()
            self._once.add(text)
            return None
        if len(self._known) > MOST:
            self._known.clear()
        said = self._known[text] = self._find_out(text)
        return said


def movable(said: Sequence[Placed]) -> tuple[Movable, ...]:
    """Return things of the first line as they can be moved."""
    return tuple(_movable(one) for one in said)


def _movable(one: Any) -> Movable:
    at = one._fields.index("line")
    return type(one), one[:at], one.column - 1, one[at + 2 :]


def moved(said: tuple[Movable, ...], line: int, column: int) -> list[Any]:
    """Return things as they stand where their line begins at a place."""
    return [make(*before, line, column + inside, *after) for make, before, inside, after in said]
