"""Events that had not ended by the day to which a report counts.

An event is a result by the day on which it was published, so it may be counted before it takes place. Wherever it is
counted or listed, the report then says so; no sentence lets it pass as held.
"""

from collections.abc import Iterable
from typing import Literal

from promosite.model.items import EventFacts, Item
from promosite.report.blocks import Frame

State = Literal["announced", "under-way"]
STATES: tuple[State, ...] = ("announced", "under-way")


def state_of(frame: Frame, item: Item) -> State | None:
    """Return how an event stood on the day counted to; None where it had ended, and for what is no event."""
    facts, day = item.facts, frame.figures.day
    if not isinstance(facts, EventFacts) or facts.last_day < day:
        return None
    return "announced" if facts.start > day else "under-way"


def marked(frame: Frame, item: Item, words: str) -> str:
    """Return words about an item with its state behind them where it is an event that had not ended."""
    state = state_of(frame, item)
    return words if state is None else frame.t("event.marked", words=words, state=frame.t(f"event.{state}"))


def not_ended(frame: Frame, items: Iterable[Item]) -> str:
    """Return how many events among items had not ended, state by state, each with its lines; empty for none."""
    listed = [(state_of(frame, item), item) for item in items]
    found = {state: [item for one, item in listed if one == state] for state in STATES}
    counted = frame.references.counted
    return "; ".join(frame.t(f"event.{state}-count", events=counted(some)) for state, some in found.items() if some)


def counted_results(frame: Frame, items: Iterable[Item]) -> str:
    """Return the count of results with its lines, and how many of them are events that had not ended."""
    results = list(items)
    counted, events = frame.references.counted(results), not_ended(frame, results)
    return frame.t("event.among", results=counted, events=events) if events else counted
