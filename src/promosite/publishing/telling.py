"""What a publication changes, for the person who publishes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from promosite.ledger import Ledger
from promosite.messages import Messages

if TYPE_CHECKING:
    from promosite.publishing import Publication

NAMED = 40
"""Pages of a group that are named; more are counted."""

BY_HAND = (".well-known/",)
"""Where, beside the root, people lay files at the host, such as those by which a search engine knows an owner."""


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Addresses of pages that a publication adds, changes in their text, and takes away or leads elsewhere."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def page_changes(before: Ledger, after: Ledger) -> PageChanges:
    """Return what differs between two ledgers."""
    old, new = before.lines, after.lines
    gone = [one for one, line in old.items() if new[one].withdrawn and not line.withdrawn]
    added = [one for one, line in new.items() if one not in old and not line.withdrawn]
    changed = [one for one in new if one in old and new[one] != old[one] and one not in gone]
    return PageChanges(tuple(added), tuple(changed), tuple(gone))


def lines_of(made: "Publication", tables: Sequence[Messages], *, dry: bool) -> list[str]:
    """Return what was or would be published, in each language."""
    lines = []
    for key in ("added", "changed", "gone"):
        addresses: tuple[str, ...] = getattr(made.pages, key)
        lines += [*_said(tables, key, count=len(addresses)), *_listed(addresses, tables)]
    files = made.files
    counts = {"added": len(files.added), "changed": len(files.changed), "gone": len(files.gone)}
    lines += _said(tables, "files", **counts)
    if foreign := [path for path in files.gone if path.startswith(BY_HAND) or "/" not in path]:
        lines += [*_said(tables, "by-hand", count=len(foreign)), *_listed(foreign, tables)]
    end = "dry" if dry else "done" if made.commit else "nothing"
    return [*lines, *_said(tables, end, commit=made.standing.commit[:12])]


def _listed(addresses: Sequence[str], tables: Sequence[Messages]) -> Iterator[str]:
    yield from (f"  /{address}" for address in addresses[:NAMED])
    if len(addresses) > NAMED:
        yield from (f"  {line}" for line in _said(tables, "more", count=len(addresses) - NAMED))


def _said(tables: Sequence[Messages], key: str, **params: object) -> list[str]:
    return [table.text(f"publish.{key}", **params) for table in tables]
