"""Files that must not exist yet: all are written, or none."""

from collections.abc import Mapping
from pathlib import Path


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files; raises FileExistsError when one of them is there already.

    What was written is taken back then, and also where the disk refuses the rest or somebody stops us.
    """
    written: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except BaseException:  # Ctrl+C too leaves no half of a pair
        for path in written:
            path.unlink()
        raise
