"""Files that are whole at every moment: whoever is killed leaves the old one or the new one."""

import os
from contextlib import suppress
from pathlib import Path

Stamp = tuple[int, int, int]
"""Size in bytes, time of change in ns, and number of a file: one that has all three as they were is as it was."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there; its folder is made if needed. Raises OSError.

    What stood there is replaced, not written into: where it was the same file as another (a hard link), that one stays.
    """
    beside = path.with_name(f".new-{os.getpid()}-{path.name}")
    try:
        try:
            beside.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def refusal(problem: OSError) -> str:
    """Return why something was not written; of a folder that was to be copied, the reason of its first file."""
    found = problem.args[0] if problem.args else ""
    return str(found[0][-1] if isinstance(found, list) else problem)


def stamp_of(path: Path | str) -> Stamp:
    """Return size, time and number of a file: if none of them has changed, nobody has written it. Raises OSError."""
    state = os.stat(path)  # noqa: PTH116  (asked of thousands of files, and a `Path` costs as much as the answer)
    return state.st_size, state.st_mtime_ns, state.st_ino
