#!/usr/bin/env python3
"""Build the browser editor (Sveltia CMS, from its npm module) into the cache, for `scripts/build.py --editor`."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

import environment
import nodejs
from command_line import CommandLine
from nodejs import NodeError

SOURCE = environment.ROOT / "editor"
OLDEST_NODE = (20, 0)


def sources() -> list[Path]:
    """Return our own files that make the editor; what npm and Vite put beside them is not among them."""
    return sorted(path for path in SOURCE.iterdir() if path.is_file())


def digest() -> str:
    """Return what decides the result: lock file, entry, settings of the build."""
    parts = [f"{path.name}\0{path.read_text(encoding='utf-8')}" for path in sources()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def build_editor() -> Path:
    """Return the folder of the built editor, made now if the cache does not have it; raises NodeError."""
    made = nodejs.CACHE / "editor" / digest()
    if made.is_dir():
        return made
    made.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=made.parent) as folder:
        work = Path(folder)
        for file in sources():
            shutil.copy(file, work)
        nodejs.npm(("ci", *nodejs.QUIET), work, OLDEST_NODE)
        nodejs.npm(("run", "build", "--silent", "--", "--logLevel", "error"), work, OLDEST_NODE)
        # Another run may have been quicker; its result is the same.
        if not made.is_dir():
            (work / "dist").rename(made)
    return made


def lay_editor(site: Path) -> None:
    """Put the editor beside its settings in the `admin` folder of a built site."""
    shutil.copytree(build_editor(), site / "admin", dirs_exist_ok=True)


def say(key: str, **values: str) -> None:
    """Print a sentence of the message tables in both languages on standard error."""
    from promosite.messages import spoken  # installed only inside the environment

    for table in spoken():
        print(table.text(key, **values), file=sys.stderr)


def made_or_exit() -> Path:
    """Return the folder of the built editor, or end with a sentence that says what is missing."""
    with environment.writing():
        try:
            return build_editor()
        except NodeError as problem:
            say(problem.key, reason=problem.reason)
            raise SystemExit(1) from None


if __name__ == "__main__":
    CommandLine("editor").read()
    environment.enter()
    say("editor.made", path=str(made_or_exit()))
