"""Notice that a project's sources were edited, by looking at the times of its files."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

SOURCES = ("content", "docs", "messages", "mkdocs.yml")
"""What people edit, from a project's root; `messages` need not be there."""


def sources(root: Path) -> list[Path]:
    """Return what people edit of a project, as far as it is there."""
    return [path for name in SOURCES if (path := root / name).exists()]


def changes(root: Path, wait: Callable[[], object]) -> Iterator[None]:
    """Yield at once, and again after each `wait` in which a file was changed, added or removed. Never ends."""
    before = snapshot(root)
    yield
    while True:
        wait()
        after = snapshot(root)
        if after != before:
            before = after
            yield


def snapshot(root: Path) -> dict[Path, tuple[int, int]]:
    """Return time of change and size of every watched file; one that vanishes meanwhile is left out."""
    found = {}
    for name in SOURCES:
        for path in _below(root / name):
            try:
                state = path.lstat()
            except OSError:
                continue
            found[path] = (state.st_mtime_ns, state.st_size)
    return found


def _below(path: Path) -> Iterator[Path]:
    """Yield a file, or a folder and what lies below it, never through a link and at any depth."""
    waiting = [path]
    while waiting:
        path = waiting.pop()
        yield path
        with suppress(OSError):
            waiting += [] if path.is_symlink() else path.iterdir()
