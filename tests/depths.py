"""Folders deeper than Python's own recursion goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEEP = 1_200


@contextmanager
def deep_folders(folder: Path) -> Iterator[None]:
    """Nest folders called `a` in a folder, one by one, and take them away again: pytest could not remove so many."""
    made = []
    for _ in range(DEEP):
        folder = folder / "a"
        folder.mkdir()
        made.append(folder)
    try:
        yield
    finally:
        for one in reversed(made):
            one.rmdir()
