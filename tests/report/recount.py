"""Every number of a report counted again, from the Markdown alone: no line of the program is used here."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

KINDS = {"news": "news", "products": "product", "events": "event", "press": "press"}


@dataclass
class Recount:
    """Keys by row; results also by quarter, form and language. `undated` is background without a day of its own."""

    results: dict[str, set[str]] = field(default_factory=dict)
    background: dict[str, set[str]] = field(default_factory=dict)
    undated: dict[str, set[str]] = field(default_factory=dict)
    quarters: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    forms: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)


def header_of(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]))


def day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def span(value: Any) -> tuple[str, str]:
    """Return the first and last day of a date that may lack its day or month, as text that can be compared."""
    text = str(value)
    return text + "-01-01"[len(text) - 4 :], text + "-12-31"[len(text) - 4 :]


def recount(root: Path, rows: set[str], period: tuple[date, date], start: date, end: date, on: date) -> Recount:
    """Count `start` to `end` of a plan's rows as things stood `on` a day; `period` is the plan's."""
    found = Recount(*({row: set() for row in rows} for _ in range(3)))
    counted: set[str] = set()
    for path in sorted((root / "content" / "vi").glob("*/*.md")):
        header, key = header_of(path), f"{KINDS[path.parent.name]}/{path.stem}"
        published = day(header["published"])
        gone = header.get("expires_on") and day(header["expires_on"]) <= on
        late = max(published, day(header.get("publish_on", published))) > on
        if header.get("draft") or gone or late:
            continue
        ours = header.get("unit") and period[0] <= published <= period[1]
        result = ours and header.get("role", "organiser") in ("organiser", "co-organiser")
        for row in {str(one).split("/")[-1] for one in header.get("tasks", [])} & rows:
            if result and start <= published <= end:
                found.results[row].add(key)
                quarter = f"{published.year}-Q{(published.month + 2) // 3}"
                found.quarters.setdefault((row, quarter), set()).add(key)
                if key not in counted:
                    counted.add(key)
                    found.forms[header["channel"]] += 1
                    found.english[english_of(root, path)] += 1
            elif not result and "date" not in header and "start" not in header:
                found.undated[row].add(key)
            elif not result and in_period(header, start, end):
                found.background[row].add(key)
    return found


def counted_to(root: Path, year: int, on: date) -> date:
    """Return the day to which the report of a year counts `on` a day: a numbered one to the day of its signing."""
    path = root / "content" / "reports" / f"bao-cao-{year}.md"
    header = header_of(path) if path.is_file() else {}
    return min(on, header["date"]) if {"number", "date"} <= set(header) else on


def english_of(root: Path, path: Path) -> str:
    other = root / "content" / "en" / path.parent.name / path.name
    if not other.is_file():
        return "none"
    return "full" if other.read_text(encoding="utf-8").split("---\n", 2)[2].strip() else "summary"


def in_period(header: dict[str, Any], start: date, end: date) -> bool:
    first, last = span(header.get("date") or header["start"])
    return first <= end.isoformat() and last >= start.isoformat()
