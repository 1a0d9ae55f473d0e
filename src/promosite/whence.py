"""Where a fault of a finished page was written: it is told on the file that a person can mend."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from promosite.findings import WHOLE, Finding, Source

Origins = Mapping[str, str]
"""Path of a finished page → the file behind it, from the project's root."""
WRITTEN = frozenset(
    {
        "site-anchor-broken",
        "site-header-leaked",
        "site-id-twice",
        "site-link-broken",
        "site-link-language",
        "site-link-malformed",
        "site-link-outside",
        "site-link-scheme",
        "site-page-heavy",
        "site-picture-alt",
        "site-picture-missing",
        "site-picture-size",
        "site-template-leaked",
    }
)
"""Codes of what a text can cause; of others the place in the finished page says more."""


def at_origins(findings: Iterable[Finding], origins: Origins, root: Path) -> Iterator[Finding]:
    """Yield findings at the lines of the files behind pages, as far as these can be found, and in the site's own."""
    for one in findings:
        origin = origins.get(one.source.path) if one.code in WRITTEN else None
        own = f"docs/{one.source.path}"
        if origin:
            yield replace(one, source=_place(root, origin, [*_said(one)]))
        elif own.startswith("docs/assets/") and (root / own).is_file():  # laid as it is, so the place is the same
            yield replace(one, source=replace(one.source, path=own))
        else:
            yield one


def _said(one: Finding) -> Iterator[str]:
    """Yield what the text may have written, from the most to the least telling."""
    words = one.params
    if target := words.get("target"):
        yield from (f"({target})", target)
    if anchor := words.get("anchor"):
        yield f"#{anchor}"
    if name := words.get("id"):
        yield from (f'id="{name}"', f"#{name}")
    if text := words.get("text"):
        yield text
    if target and (last := target.rstrip("/").rpartition("/")[2]):
        yield last


def _place(root: Path, path: str, said: list[str]) -> Source:
    try:
        lines = (root / path).read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        lines = []
    for words in said:
        for number, line in enumerate(lines, start=1):
            if words in line:
                return Source(path, number, line.index(words) + 1)
    return Source(path, WHOLE)
