"""The search index: whole wherever there is one. That there is one follows from the search page, which loads it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from promosite.check.site import BuiltSite
from promosite.findings import Finding, Source, finding

ENTRY = "pagefind-entry.json"
PROGRAMS = ("pagefind.js", "pagefind-worker.js", "facets.json")


def search_findings(site: BuiltSite, folder: Path) -> Iterator[Finding]:
    """Yield the indexes that name parts which are not there."""
    for path in sorted(path for path in site.files if path.endswith(f"/{ENTRY}")):
        index = path.removesuffix(ENTRY)
        try:
            missing = _missing(site, json.loads((folder / path).read_text(encoding="utf-8")), index)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            missing = [ENTRY]
        if missing:
            yield finding("site-search-broken", Source(path), missing=missing)


def _missing(site: BuiltSite, entry: dict[str, Any], index: str) -> list[str]:
    languages = list(entry["languages"].values())
    wanted = {*PROGRAMS, *(part for one in languages for part in _parts(one))}
    missing = sorted(part for part in wanted if index + part not in site.files)
    there = sum(path.startswith(f"{index}fragment/") for path in site.files)
    return [*missing, *(["fragment/"] if there < sum(one["page_count"] for one in languages) else [])]


def _parts(language: dict[str, Any]) -> tuple[str, str]:
    return f"pagefind.{language['hash']}.pf_meta", f"wasm.{language['wasm'] or 'unknown'}.pagefind"
