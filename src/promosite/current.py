"""Tell whether a site is still what a build would make: nothing that a build reads has changed, nor has the site.

A build that succeeded notes what it read, what it made, and what it said. `scripts/build.py` asks before it starts the
engine. Publishing never asks: it builds from the commit, in a folder of its own.
"""

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from promosite.cache import CACHE, NOTE, installed
from promosite.watch import SOURCES
from promosite.whole_files import write_whole

READ = ("hooks", *SOURCES)
"""What a build reads of a project; program, templates and styles lie in the package."""
PACKAGE = Path(__file__).parent
LARGE = 20_000_000
"""Bytes that no file has which a build accepts: of a larger one, size and time stand for what it holds."""


def inputs_of(root: Path, day: date) -> str:
    """Return the digest of everything that a build of `root` on a day depends on."""
    digest = hashlib.sha256(f"{sys.version}\0{day}".encode())
    for one in installed():
        digest.update(f"\0{one}".encode())
    for path in (*(root / name for name in READ), PACKAGE):
        for place in _places(os.fsencode(path)):
            digest.update(b"\0" + place + b"\0")
            digest.update(_content(place))
    return digest.hexdigest()


def _places(path: bytes) -> Iterator[bytes]:
    """Yield what lies at a path and below it, never through a link, in a stable order and at any depth.

    Names are bytes, for not all are text.
    """
    waiting = [path] if os.path.lexists(path) else []
    while waiting:
        place = waiting.pop()
        yield place
        if os.path.islink(place) or not os.path.isdir(place):  # noqa: PTH114, PTH112 - paths of bytes
            continue
        with suppress(OSError), os.scandir(place) as found:
            names = sorted((one.name for one in found if one.name != b"__pycache__"), reverse=True)
            waiting += [place + b"/" + name for name in names]


def _content(place: bytes) -> bytes:
    """Return what decides about a file; a link is where it leads, a folder that it is there.

    What is larger than any file of a site may be is not read: its size and time decide.
    """
    try:
        state = os.lstat(place)
        if stat.S_ISLNK(state.st_mode):
            return os.readlink(place)  # noqa: PTH115 - a path of bytes
        if not stat.S_ISREG(state.st_mode):
            return b"folder"
        if state.st_size > LARGE:
            return f"{state.st_size} {state.st_mtime_ns}".encode()
        with open(place, "rb") as file:  # noqa: PTH123 - a path of bytes
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        return f"unreadable {error.errno}".encode()


def state_of(site: Path) -> str:
    """Return what tells whether anything in a site was touched: names, sizes in bytes, times of change.

    Of folders the names alone count. It does not matter by which path the site is reached.
    """
    digest = hashlib.sha256()
    for folder, folders, names in os.walk(site):
        folders.sort()
        inside = folder[len(str(site)) :]
        for name in (*folders, *sorted(names)):
            seen = os.lstat(f"{folder}/{name}")
            state = "folder" if stat.S_ISDIR(seen.st_mode) else f"{seen.st_size} {seen.st_mtime_ns}"
            digest.update(f"{inside}/{name}\0{state}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def note(root: Path, site: Path, inputs: str, said: Sequence[str]) -> None:
    """Note that `site` was made of such inputs, and what was said of it; where nothing can be written, nothing is."""
    with suppress(OSError):
        known = json.dumps([inputs, state_of(site), list(said)], ensure_ascii=False)
        write_whole(root / CACHE / NOTE, known.encode())


def still_said(root: Path, site: Path, day: date) -> list[str] | None:
    """Return what the last build said, where a new one would make the same site; None where it must be built."""
    try:
        inputs, state, said = json.loads((root / CACHE / NOTE).read_bytes())
        same = site.is_dir() and inputs == inputs_of(root, day) and state == state_of(site)
        return [str(line) for line in said] if same else None
    except (OSError, ValueError, TypeError, RecursionError):
        return None
