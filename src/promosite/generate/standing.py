"""How a site stands on a day: translations, plan rows, certificates that end, events without report, old figures.

The same record is printed by scripts/status.py and published as open data, so that the two cannot differ.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from promosite.coverage import Coverage, DueItem, due_items, due_record, plan_coverage, without_coverage
from promosite.generate.figures import is_old, last_new_day
from promosite.generate.site import Site
from promosite.model.catalogue import Catalogue
from promosite.model.certificates import certificate_state, last_day
from promosite.model.items import EventFacts, Item, ItemId, Kind, ProductFacts, Tier
from promosite.staleness import State, compare
from promosite.upcoming import Change, upcoming

STATES = ("current", "stale", "unrecorded", "summary", "missing")
"""Where an item stands in a language; each item is counted once. A stale summary counts as stale."""


@dataclass(frozen=True, slots=True)
class Translation:
    """How the items of a site stand in one further language: item ids by state, and what changed in stale ones."""

    lang: str
    items: dict[str, tuple[ItemId, ...]]
    changes: dict[ItemId, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Due:
    """An item and the day on which its certificate or its event ends, or a key figure and its last day as a new one."""

    id: str
    last_day: date


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a site on a day; only items that are shown count. `due` is the list of the units' pages."""

    day: date
    translations: tuple[Translation, ...]
    rows: tuple[Coverage, ...]
    due: tuple[DueItem, ...]
    no_task: tuple[ItemId, ...]
    ending: tuple[Due, ...]
    ended: tuple[Due, ...]
    without_coverage: tuple[Due, ...]
    old_figures: tuple[Due, ...]
    upcoming: tuple[Change, ...]
    """What the next days bring; never published, for nothing of an item goes out before its day."""


def status_of(site: Site) -> Status:
    """Return the state of a site on the day of the build."""
    catalogue = site.catalogue
    return Status(
        day=site.day,
        translations=tuple(_translation(catalogue, lang) for lang in site.config.locales[1:]),
        rows=tuple(row for plan in catalogue.plans.values() for row in plan_coverage(catalogue, plan, site.day)),
        due=due_items(catalogue, site.config.locales, site.day),
        no_task=tuple(sorted(item.id for item in catalogue.without_task)),
        ending=_by_day(_certificates(catalogue, site.day, "ending")),
        ended=_by_day(_certificates(catalogue, site.day, "ended")),
        without_coverage=_by_day(_without_coverage(catalogue, site.day)),
        old_figures=_by_day(
            Due(one.id, last_new_day(one)) for one in catalogue.figures.values() if is_old(one, site.day)
        ),
        upcoming=upcoming(catalogue, site.day),
    )


def _translation(catalogue: Catalogue, lang: str) -> Translation:
    items: dict[str, list[ItemId]] = {state: [] for state in STATES}
    changes: dict[ItemId, tuple[str, ...]] = {}
    for item_id, item in sorted(catalogue.items.items()):
        state, changed = _state(item, lang)
        items[state].append(item_id)
        if changed:
            changes[item_id] = changed
    return Translation(lang, {state: tuple(ids) for state, ids in items.items()}, changes)


def _state(item: Item, lang: str) -> tuple[str, tuple[str, ...]]:
    """Return an item's state in a language and the parts of its source that changed since it was translated."""
    if lang not in item.texts:
        return "missing", ()
    found = compare(item.texts[item.source_lang], item.texts[lang])
    if found.state is not State.CURRENT:
        return found.state.value, tuple(str(row) for row in found.changes)
    return ("summary" if item.tier(lang) is Tier.SUMMARY else "current"), ()


def _by_day(dues: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(sorted(dues, key=lambda due: (due.last_day, due.id)))


def _certificates(catalogue: Catalogue, day: date, state: str) -> Iterator[Due]:
    for item in catalogue.of_kind(Kind.PRODUCT):
        certificate = item.facts.certificate if isinstance(item.facts, ProductFacts) else None
        until = last_day(certificate) if certificate else None
        if certificate and until and certificate_state(certificate, day) == state:
            yield Due(item.id, until)


def _without_coverage(catalogue: Catalogue, day: date) -> Iterator[Due]:
    for event in without_coverage(catalogue, day):
        assert isinstance(event.facts, EventFacts)
        yield Due(event.id, event.facts.last_day)


def status_record(status: Status) -> dict[str, Any]:
    """Return what is published of the state, as plain data."""
    return {
        "as_of": status.day.isoformat(),
        "translation": {
            one.lang: {
                "counts": {state: len(ids) for state, ids in one.items.items()},
                "items": {state: list(ids) for state, ids in one.items.items() if state != "current"},
                "changes": {item: list(parts) for item, parts in one.changes.items()},
            }
            for one in status.translations
        },
        "plan": [
            {
                "plan": row.plan.id,
                "task": row.task.id,
                "status": row.status.value,
                "results": len(row.results),
                "background": len(row.background),
            }
            for row in status.rows
        ],
        "due": due_record(status.due),
        "no_task": list(status.no_task),
        "certificates": {"ending": _dues(status.ending), "ended": _dues(status.ended)},
        "events_without_coverage": _dues(status.without_coverage),
        "old_figures": _dues(status.old_figures),
    }


def _dues(dues: Sequence[Due]) -> list[dict[str, str]]:
    return [{"id": due.id, "last_day": due.last_day.isoformat()} for due in dues]
