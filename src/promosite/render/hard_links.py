"""Lay a file into a folder without copying its bytes, where the file system can."""

import os
import shutil
from pathlib import Path


def place(origin: Path, target: Path) -> None:
    """Make `target` the same file as `origin` (a hard link), or a copy of it where there can be no link.

    Folders are made as needed; what stands at `target` is replaced. Whoever changes such a file must write a new one
    beside it and rename, as everything here does: writing into it would change both. Raises OSError.
    """
    try:
        os.link(origin, target)
        return
    except FileExistsError:
        target.unlink()
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        pass  # no links here
    try:
        os.link(origin, target)
    except OSError:
        _copy(origin, target)


def _copy(origin: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".new-{target.name}")
    shutil.copyfile(origin, beside)
    beside.replace(target)
