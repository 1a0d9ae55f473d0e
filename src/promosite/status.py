"""The state of things on a day, as lines for people to read."""

from collections.abc import Iterator, Sequence
from typing import Any

from promosite.coverage import Coverage, DueItem, DueKind
from promosite.generate.due import due_line
from promosite.generate.standing import Status, Translation, status_of
from promosite.generate.standing import status_record as public_record
from promosite.generate.statuses import status_text
from promosite.lang import language_name
from promosite.messages import Messages
from promosite.upcoming import DAYS

__all__ = ["Status", "status_lines", "status_of", "status_record"]


def status_record(status: Status) -> dict[str, Any]:
    """Return the state as plain data: what is published, and what the next days bring, which is not."""
    turns = [{"day": one.day.isoformat(), "id": one.id, "turn": one.turn.value} for one in status.upcoming]
    return {**public_record(status), "upcoming": turns}


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
    names = [language_name(translation.lang, table) for table in tables]
    yield " / ".join(table.text("status.translation", language=name) for table, name in zip(tables, names, strict=True))
    for state, ids in translation.items.items():
        yield f"  {_words(tables, state)}: {len(ids)}"
        for item in ids if state != "current" else ():
            parts = translation.changes.get(item)
            yield f"    {item}: {', '.join(parts)}" if parts else f"    {item}"
