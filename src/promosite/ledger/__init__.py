"""The publication ledger: which page stood at which address since when. Computed from built folders alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from promosite.findings import Finding, Source, finding, in_order
from promosite.ledger.folder import Published, read_folder
from promosite.ledger.records import LEDGER, SCHEMA, Ledger, Line, ledger_bytes, ledger_of, read_ledger, schema_bytes

__all__ = [
    "LEDGER",
    "SCHEMA",
    "Build",
    "Ledger",
    "Line",
    "ledger_bytes",
    "next_ledger",
    "read_ledger",
    "schema_bytes",
    "verify",
]

SEEN = ("lang", "rows", "digest", "withdrawn", "moved_to")
"""What a folder shows of a line; days and builds are history."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a publication was made from: the commit of the source, and the digest of the lock file."""

    commit: str
    lock: str

    def __str__(self) -> str:
        return f"{self.commit[:12]}+{self.lock[:12]}"


def next_ledger(previous: Ledger, folder: Path, build: Build, day: date) -> tuple[Ledger, list[Finding]]:
    """Return the ledger of a publication of `folder` on `day`, carried forward from the one before.

    An address of the ledger that the folder leaves without page, redirect and notice of withdrawal keeps its line and
    is an error `address-lost`. The day never runs backwards: a line keeps what it knows.
    """
    published = read_folder(folder)
    lost = sorted(set(previous.lines) - set(published.pages))
    lines = [_line(published, address, previous.lines.get(address), build, day) for address in published.pages]
    findings = [finding("address-lost", Source(f"{address}index.html"), target=f"/{address}") for address in lost]
    return ledger_of([*lines, *(previous.lines[address] for address in lost)]), findings


def _line(published: Published, address: str, before: Line | None, build: Build, day: date) -> Line:
    now = _state(published, address, before, day)
    if before is None:
        return Line(address=address, first_seen=day, last_changed=day, build=str(build), **now)
    if all(getattr(before, name) == value for name, value in now.items()):
        return before
    return before.model_copy(update={**now, "last_changed": max(day, before.last_changed), "build": str(build)})


def _state(published: Published, address: str, before: Line | None, day: date) -> dict[str, object]:
    """Return what the folder says of an address. A page that is gone keeps the digest and rows it had last."""
    page, to = published.pages[address], published.moved_to(address)
    if page.withdrawn is None and to is None:
        rows = published.rows_of(address)
        return {"lang": page.lang, "rows": rows, "digest": page.digest, "withdrawn": None, "moved_to": None}
    kept = {"lang": page.lang, "rows": before.rows if before else (), "digest": before.digest if before else None}
    if to is None:
        return {**kept, "withdrawn": page.withdrawn, "moved_to": None}
    since = before.withdrawn if before and before.moved_to is not None and before.withdrawn else day
    return {**kept, "withdrawn": since, "moved_to": to}


def verify(folder: Path) -> list[Finding]:
    """Return every difference between a folder and the ledger in it; none proves that each page is what it says.

    Read-only; needs nothing but the folder.
    """
    try:
        data = (folder / LEDGER).read_bytes() if (folder / LEDGER).is_file() else None
    except (OSError, ValueError):  # a name that no system takes leads nowhere
        data = None
    if data is None:
        return [finding("ledger-missing", Source(LEDGER), path=folder)]
    ledger, findings = read_ledger(data)
    try:
        return in_order(findings if ledger is None else _differences(ledger, read_folder(folder)))
    except OSError as error:
        return [finding("file-unreadable", Source(str(error.filename)), reason=error.strerror)]


def _differences(ledger: Ledger, published: Published) -> Iterator[Finding]:
    for address, line in ledger.lines.items():
        if address not in published.pages:
            yield finding("ledger-page-missing", Source(LEDGER), target=f"/{address}")
        elif fields := _differing(line, published, address):
            yield finding("ledger-page-differs", Source(f"{address}index.html"), target=f"/{address}", field=fields)
    for address in published.pages.keys() - ledger.lines.keys():
        yield finding("ledger-page-unlisted", Source(f"{address}index.html"), target=f"/{address}")


def _differing(line: Line, published: Published, address: str) -> list[str]:
    seen = _state(published, address, line, line.last_changed)
    return [name for name in SEEN if seen[name] != getattr(line, name)]
