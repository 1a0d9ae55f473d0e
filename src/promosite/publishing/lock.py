"""One publication at a time in one clone: a lock that the system takes back when its holder dies, however it dies.

Git's own locks are files, which stay when git is killed.
"""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from promosite.clock import age_of
from promosite.publishing.git import Git

TRIES = 20
FORGOTTEN = 600
"""Seconds after which a lock on a ref belongs to nobody: git holds one for a moment only."""


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold a file's lock for the time of a block; gives False where another process has it and keeps it.

    A process that is started meanwhile with `close_fds=False` holds it too, where the system knows `flock`: a build
    that outlives its publisher still writes into the folder, so the next publisher has to wait for its end.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    os.set_inheritable(handle, True)
    try:
        yield _taken_soon(handle)
    finally:
        os.close(handle)


def _taken_soon(handle: int) -> bool:
    """Try for a second: what a killed run had started may need a moment to die."""
    for _ in range(TRIES):
        if _taken(handle):
            return True
        time.sleep(1 / TRIES)
    return _taken(handle)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def lift_forgotten(git: Git, refs: Iterable[str]) -> None:
    """Remove locks on refs that a killed git left long ago: with them in place, each later `git pull` would fail."""
    for ref in refs:
        path = git.root / git.ask("rev-parse", "--git-path", f"{ref}.lock").line
        with suppress(OSError):
            if path.suffix == ".lock" and age_of(path) > FORGOTTEN:
                path.unlink()
