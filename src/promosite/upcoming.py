"""What the next days bring: items and notices that appear or end, and so the days on which to publish anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from promosite.model.catalogue import Catalogue

DAYS = 14
"""How many days after today are looked at."""


class Turn(StrEnum):
    """What happens to an item or a notice on a day."""

    APPEARS = "appears"
    ENDS = "ends"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A day from which something is shown, or no more; a notice is named `notice/<id>`."""

    day: date
    id: str
    turn: Turn


def upcoming(catalogue: Catalogue, day: date, days: int = DAYS) -> tuple[Change, ...]:
    """Return the changes of the `days` after a day, in order."""
    last = day + timedelta(days=days)
    return tuple(sorted(one for one in _changes(catalogue) if day < one.day <= last))


def _changes(catalogue: Catalogue) -> Iterator[Change]:
    yield from (Change(first, item, Turn.APPEARS) for item, first in catalogue.scheduled.items())
    for item in catalogue.items.values():
        if item.facts.expires_on:
            yield Change(item.facts.expires_on, item.id, Turn.ENDS)
    for notice in catalogue.notices.values():
        yield Change(notice.from_, f"notice/{notice.id}", Turn.APPEARS)
        yield Change(notice.until + timedelta(days=1), f"notice/{notice.id}", Turn.ENDS)
