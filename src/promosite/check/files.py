"""The files of the site: plain names, nothing empty, no links to other places, a page for wrong addresses."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from promosite.check.site import BuiltSite
from promosite.findings import Finding, Source, finding

PLAIN_NAME = re.compile(r"[A-Za-z0-9._-]+")
MAY_BE_EMPTY = frozenset({".nojekyll"})
"""Files that speak by being there."""

MAX_FOLDERS = 40
"""Folders inside each other that are looked into; a site of ours has six."""

Tree = dict[str, int]


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder; a name that no system takes leads nowhere."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_tree(folder: Path) -> tuple[Tree, list[Finding]]:
    """Return the size of each file by its path with slashes, and what is wrong; follows no symbolic links."""
    tree: Tree = {}
    findings: list[Finding] = []
    _read_folder(folder, "", tree, findings)
    return tree, findings


def _read_folder(folder: Path, prefix: str, tree: Tree, findings: list[Finding]) -> None:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        path = f"{prefix}{entry.name}"
        if not PLAIN_NAME.fullmatch(entry.name):
            findings.append(finding("site-file-name", Source(path), name=entry.name))
        if entry.is_symlink():
            findings.append(finding("site-symlink", Source(path)))
        elif entry.is_dir() and path.count("/") >= MAX_FOLDERS:
            findings.append(finding("site-folder-deep", Source(path), limit=MAX_FOLDERS))
        elif entry.is_dir():
            _read_folder(Path(entry.path), f"{path}/", tree, findings)
        elif entry.is_file():
            tree[path] = entry.stat(follow_symlinks=False).st_size
            if not tree[path] and entry.name not in MAY_BE_EMPTY:
                findings.append(finding("site-file-empty", Source(path)))


def file_findings(site: BuiltSite) -> Iterator[Finding]:
    """Yield the pages that every site must have and this one lacks."""
    for path in site.not_found_pages():
        if path not in site.files:
            yield finding("site-404-missing", Source(path))
    if not site.pages:
        yield finding("site-without-pages", Source("index.html"))
