"""A built folder as the ledger sees it: its addresses, what stands at each, and which rows of plans it serves."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promosite.ledger.pages import PageText, read_text
from promosite.model.items import Kind
from promosite.model.outputs import PROGRAMS

COVERAGE = "data/coverage.json"
LISTING = re.compile(r"(?:^|/)(?:page/[0-9]+|(?:news|press|events)/[0-9]{4})/$")
"""A further page of a listing, or a year’s: it shows what has addresses of its own, and may empty."""


@dataclass(frozen=True)
class Published:
    """The pages of a folder by address, and the rows that each serves. `root` is the site's absolute address."""

    root: str
    pages: Mapping[str, PageText]
    rows: Mapping[str, tuple[str, ...]]

    def rows_of(self, address: str) -> tuple[str, ...]:
        """Return the rows of plans that the page at an address serves, in any language."""
        lang = self.pages[address].lang
        inner = address.removeprefix(f"{lang}/") if address not in self.rows else address
        return self.rows.get(inner, ())

    def moved_to(self, address: str) -> str | None:
        """Return where a redirect leads; None for what is no redirect."""
        page = self.pages[address]
        return page.target(self.root, address) if page.is_redirect else None


def read_folder(folder: Path) -> Published:
    """Read a built site. Read-only; raises OSError where the folder cannot be read."""
    found = {_address(path.relative_to(folder).as_posix()): read_text(path.read_bytes()) for path in _pages(folder)}
    root = found[""].canonical if "" in found else ""
    pages = {address: page for address, page in sorted(found.items()) if _is_own(address, page)}
    return Published(root, pages, _rows(folder / COVERAGE))


def _pages(folder: Path) -> list[Path]:
    """Return the pages below a folder, in order; not by recursion, for a foreign folder may be of any depth."""
    found, waiting = list[str](), [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.endswith(".html") and entry.is_file():
                    found.append(entry.path)
    pages = sorted(map(Path, found))
    return [path for path in pages if not path.relative_to(folder).as_posix().startswith(PROGRAMS)]


def _address(path: str) -> str:
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def _is_own(address: str, page: PageText) -> bool:
    """Tell whether a page answers for its address: no view of another one, and no page for wrong addresses."""
    if LISTING.search(address):
        return False
    return page.withdrawn is not None or page.is_redirect or page.canonical.endswith(f"/{address}")


def _rows(coverage: Path) -> dict[str, tuple[str, ...]]:
    """Return the rows of plans by the address of each item below its language."""
    try:
        data = json.loads(coverage.read_text(encoding="utf-8"))
        found: dict[str, list[str]] = {}
        for plan in data["plans"]:
            for task in plan["tasks"]:
                for key in (*task["results"], *task["background"]):
                    found.setdefault(_item_address(key), []).append(f"{plan['id']}/{task['id']}")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}  # a site without a plan serves no row
    return {address: tuple(sorted(set(rows))) for address, rows in found.items()}


def _item_address(key: Any) -> str:
    kind, _, slug = str(key).partition("/")
    return f"{Kind(kind).folder}/{slug}/"
