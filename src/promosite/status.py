"""The state of things on a day: translations, plan rows, certificates that end, events without report, old figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from promosite.coverage import (
    Coverage,
    DueItem,
    DueKind,
    due_items,
    due_record,
    plan_coverage,
    without_coverage,
)
from promosite.generate.due import due_line
from promosite.generate.figures import is_old, last_new_day
from promosite.generate.site import Site
from promosite.generate.statuses import status_text
from promosite.messages import Messages
from promosite.model.catalogue import Catalogue
from promosite.model.certificates import certificate_state, last_day
from promosite.model.items import EventFacts, Item, ItemId, Kind, ProductFacts, Tier
from promosite.staleness import State, compare
from promosite.upcoming import DAYS, Change, upcoming

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
    """Return the state as plain data, for `--format json`."""
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
        "upcoming": [{"day": one.day.isoformat(), "id": one.id, "turn": one.turn.value} for one in status.upcoming],
    }


def _dues(dues: Sequence[Due]) -> list[dict[str, str]]:
    return [{"id": due.id, "last_day": due.last_day.isoformat()} for due in dues]


def status_lines(status: Status, tables: Sequence[Messages]) -> list[str]:
    """Return the state as lines to print, with words in each of the languages of `tables`."""
    lines = [_words(tables, "day", day=status.day)]
    for translation in status.translations:
        lines += ["", *_translation_lines(translation, tables)]
    for plan in dict.fromkeys(row.plan.id for row in status.rows):
        lines += ["", _words(tables, "plan", plan=plan)]
        lines += [_row_line(row, tables) for row in status.rows if row.plan.id == plan]
    lines += ["", f"{' / '.join(table.text('due.title') for table in tables)}: {len(status.due)}"]
    for kind in DueKind:
        lines += _due_lines(kind, [one for one in status.due if one.kind is kind], tables)
    lines += ["", f"{_words(tables, 'no-task')}: {len(status.no_task)}", *(f"  {item}" for item in status.no_task)]
    for key, dues in {"ended": status.ended, "figures": status.old_figures}.items():
        lines += ["", f"{_words(tables, key)}: {len(dues)}", *(f"  {due.last_day}  {due.id}" for due in dues)]
    return [*lines, "", *_upcoming_lines(status, tables)]


def _upcoming_lines(status: Status, tables: Sequence[Messages]) -> Iterator[str]:
    """Yield what the next days bring: whoever publishes must do so on these days."""
    yield f"{_words(tables, 'upcoming', days=DAYS)}: {len(status.upcoming)}"
    for one in status.upcoming:
        yield f"  {one.day}  {one.id}: {_words(tables, one.turn)}"


def _row_line(row: Coverage, tables: Sequence[Messages]) -> str:
    stands = " / ".join(status_text(row, table) for table in tables)
    counts = _words(tables, "row", results=len(row.results), background=len(row.background))
    return f"  {row.task.id.upper()}: {stands}; {counts}"


def _due_lines(kind: DueKind, due: Sequence[DueItem], tables: Sequence[Messages]) -> Iterator[str]:
    """Yield what is due of one kind: last day, row or item, its units by their ids, and what more there is to say."""
    if due:
        yield f"  {' / '.join(table.text(f'due.{kind}.title') for table in tables)}: {len(due)}"
    for one in due:
        about = " / ".join(dict.fromkeys(due_line(one, table) or "" for table in tables))
        parts = [one.day, one.item or (one.task or "").upper(), f"[{', '.join(one.units) or '–'}]", about]
        yield f"    {'  '.join(str(part) for part in parts if part)}"


def _words(tables: Sequence[Messages], key: str, **params: object) -> str:
    return " / ".join(table.text(f"status.{key}", **params) for table in tables)


def _translation_lines(translation: Translation, tables: Sequence[Messages]) -> Iterator[str]:
    """Yield the counts of one language; only items that are as they should be go without their names."""
    names = [table.get(f"language.{translation.lang}") or translation.lang for table in tables]
    yield " / ".join(table.text("status.translation", language=name) for table, name in zip(tables, names, strict=True))
    for state, ids in translation.items.items():
        yield f"  {_words(tables, state)}: {len(ids)}"
        for item in ids if state != "current" else ():
            parts = translation.changes.get(item)
            yield f"    {item}: {', '.join(parts)}" if parts else f"    {item}"
