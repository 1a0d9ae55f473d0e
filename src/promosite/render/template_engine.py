"""What makes Jinja quick on many pages: compiled templates are kept, and no folder is looked through for nothing."""

import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

GetEnvironment = Callable[[], Environment]


def keep_compiled(environment: Environment, folder: Path) -> None:
    """Keep compiled templates in a folder, and take it that none changes during a build."""
    environment.auto_reload = False  # else each part of each page is looked up on the disk again
    environment.bytecode_cache = FileSystemBytecodeCache(str(folder))


def without_hidden_folders(get_environment: GetEnvironment) -> GetEnvironment:
    """Return what makes the same environment, with a loader that lists no hidden folders.

    Material keeps 14,000 icons in one, and the engine, which wants none of them, tries six patterns on each name.
    """

    def get() -> Environment:
        environment = get_environment()
        if isinstance(environment.loader, FileSystemLoader):
            environment.loader = _Loader(environment.loader.searchpath)
        return environment

    return get


class _Loader(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for folder in self.searchpath:
            for inside, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                place = Path(inside).relative_to(folder).as_posix()
                found.update(name if place == "." else f"{place}/{name}" for name in names)
        return sorted(found)
