"""The catalogue: everything that may be shown on a day, with indexes. Only it has indexes; generators ask it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from promosite.model.checks import MachineCheck
from promosite.model.figures import Figure
from promosite.model.items import EventFacts, Item, ItemFacts, ItemId, Kind
from promosite.model.maps import AreaMap
from promosite.model.mentions import mentions
from promosite.model.notices import Notice
from promosite.model.pictures import PictureFile
from promosite.model.plan import Plan
from promosite.model.reference import Agency, Audience, Briefing, Channel, Picture, Place, SearchWords, Term, Unit

K = TypeVar("K")
TaskKey = tuple[str, str]
"""Plan id and row id."""


def first_day(facts: ItemFacts) -> date:
    """Return the first day on which an item is shown."""
    return max(facts.published, facts.publish_on or facts.published)


def hidden_because(facts: ItemFacts, day: date) -> str | None:
    """Return why an item is not shown on a day (`draft`, `scheduled`, `expired`), or None when it is."""
    if facts.draft:
        return "draft"
    if first_day(facts) > day:
        return "scheduled"
    return "expired" if facts.expires_on and facts.expires_on <= day else None


def is_result(item: Item, plan: Plan) -> bool:
    """Tell whether an item that names a row counts as the Department's result under the plan.

    It does when it names a unit, was published inside the plan's period, and, for an event, the Department
    organised or co-organised it. Everything else that names the row is background.
    """
    facts = item.facts
    if facts.unit is None or not plan.period.holds(facts.published):
        return False
    return not isinstance(facts, EventFacts) or facts.role.is_own


def tells_of(item: Item, event: Item) -> bool:
    """Tell whether an item was written about an event.

    It is news or a press item, its own `related` names the event, and it is not certainly older than the event's first
    day: an announcement does not tell of it.
    """
    if item.kind not in (Kind.NEWS, Kind.PRESS) or event.id not in item.facts.related:
        return False
    happened = item.facts.happened
    assert isinstance(event.facts, EventFacts)
    return (happened.last_day if happened else item.facts.published) >= event.facts.start


def newest_first(item: Item) -> tuple[int, int, str]:
    """Sort key: last published first; of one day, the newest thing first and what has no date of its own last."""
    day = item.facts.happened.first_day.toordinal() if item.facts.happened else 0
    return (-item.facts.published.toordinal(), -day, item.id)


@dataclass(frozen=True)
class Reference:
    """All reference data, by id, in the order in which it was written."""

    plans: Mapping[str, Plan] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    briefings: Mapping[str, Briefing] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    maps: Mapping[str, AreaMap] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    checks: Mapping[date, MachineCheck] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    search_words: Mapping[str, SearchWords] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """What was written and could not be read: fields above as a whole (`units`), or records of theirs (`units/x`)."""

    def units_of(self, plan: Plan) -> list[Unit]:
        """Return the units that a plan gives a part to, those that receive its report among them."""
        named = plan.units()
        return [unit for unit in self.units.values() if unit.id in named]

    def may_hold(self, field: str, name: str) -> bool:
        """Tell whether a record that is not there may be among what could not be read."""
        return not self.unread.isdisjoint((field, f"{field}/{name}"))


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An item that was public and is no more: its place and since when, and nothing of what it said."""

    kind: Kind
    slug: str
    languages: tuple[str, ...]
    """Those in which it was written, source language first."""
    since: date
    path: str
    """The file that says so."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Catalogue(Reference):
    """Reference data and the visible items; lookups by kind, row, unit and relation."""

    items: Mapping[ItemId, Item]
    tasks_of: Mapping[ItemId, tuple[TaskKey, ...]]
    picture_files: Mapping[str, PictureFile] = field(default_factory=dict)
    withdrawn: Mapping[ItemId, Withdrawn] = field(default_factory=dict)
    scheduled: Mapping[ItemId, date] = field(default_factory=dict)
    """The first day of each item that waits for one; no page may know of them."""
    aliases_at: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    """Line and column of each old address, by the file that names it and the address."""

    def of_kind(self, kind: Kind) -> tuple[Item, ...]:
        """Return the items of a kind, newest first."""
        return self._by_kind.get(kind, ())

    def of_task(self, plan_id: str, task_id: str) -> tuple[Item, ...]:
        """Return all items that name a row, newest first."""
        return self._by_task.get((plan_id, task_id), ())

    def results(self, plan_id: str, task_id: str) -> tuple[Item, ...]:
        """Return the Department's own results under a row."""
        plan = self.plans[plan_id]
        return tuple(item for item in self.of_task(plan_id, task_id) if is_result(item, plan))

    def background(self, plan_id: str, task_id: str) -> tuple[Item, ...]:
        """Return what else names a row: shown, counted apart, never a result."""
        plan = self.plans[plan_id]
        return tuple(item for item in self.of_task(plan_id, task_id) if not is_result(item, plan))

    def of_briefing(self, briefing_id: str) -> tuple[Item, ...]:
        """Return the items that name a briefing, newest first."""
        return self._by_briefing.get(briefing_id, ())

    def related(self, item: Item) -> tuple[Item, ...]:
        """Return the items that this one names or that name it, newest first."""
        return self._related.get(item.id, ())

    def naming(self, product: Item) -> tuple[Item, ...]:
        """Return what is not a product and tells of one: related to it, or naming it in its text; newest first."""
        ids = {*(item.id for item in self.related(product)), *self._mentions.get(product.id, ())}
        found = (self.items[one] for one in ids)
        return tuple(sorted((item for item in found if item.kind is not Kind.PRODUCT), key=newest_first))

    @cached_property
    def without_task(self) -> tuple[Item, ...]:
        """Return the items that serve no row."""
        return tuple(sorted((one for one in self.items.values() if not self.tasks_of[one.id]), key=newest_first))

    @cached_property
    def _by_kind(self) -> dict[Kind, tuple[Item, ...]]:
        return _group((item.kind, item) for item in self.items.values())

    @cached_property
    def _by_task(self) -> dict[TaskKey, tuple[Item, ...]]:
        return _group((key, item) for item in self.items.values() for key in self.tasks_of[item.id])

    @cached_property
    def _by_briefing(self) -> dict[str, tuple[Item, ...]]:
        return _group((one, item) for item in self.items.values() for one in dict.fromkeys(item.facts.briefings))

    @cached_property
    def _mentions(self) -> dict[ItemId, set[ItemId]]:
        return mentions(self.items.values())

    @cached_property
    def _related(self) -> dict[ItemId, tuple[Item, ...]]:
        pairs = {
            pair
            for item in self.items.values()
            for other in item.facts.related
            if other in self.items and other != item.id
            for pair in ((item.id, ItemId(other)), (ItemId(other), item.id))
        }
        return _group((left, self.items[right]) for left, right in pairs)


def _group(pairs: Iterable[tuple[K, Item]]) -> dict[K, tuple[Item, ...]]:
    groups: dict[K, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(sorted(group, key=newest_first)) for key, group in groups.items()}
