"""What makes Jinja quick on many pages: compiled templates are kept, and no folder is looked through for nothing."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, TemplateError

from promosite.cache import CACHE, links_in_cache
from promosite.config import Language
from promosite.forks import beside
from promosite.messages import Messages
from promosite.render.whole_names import keeping_whole

GetEnvironment = Callable[[], Environment]
TEMPLATES = "templates"
"""Folder of compiled templates in the cache."""
FILTERS = ("absolute", "whole")


def template_filters(site_url: str, languages: Sequence[Language], tables: Iterable[Messages]) -> dict[str, Any]:
    """Return the filters of our templates by name: for whole addresses, and for names that no line breaks."""
    return dict(zip(FILTERS, (partial(urljoin, site_url), keeping_whole(languages, tables)), strict=True))


def quick_environment(get_environment: GetEnvironment, root: Path) -> GetEnvironment:
    """Return what makes the same environment, quick, for the project at `root`.

    Where no templates are kept yet, a copy of this process begins at once to compile those of the first folder: while
    texts are read it has a processor to itself.
    """
    folder = root / CACHE / TEMPLATES
    make = partial(_quick, get_environment, folder)
    known = folder.is_dir() and any(folder.iterdir())
    compiled = None if known or links_in_cache(root) else beside(partial(_compile, make, folder))

    def get() -> Environment:
        nonlocal compiled
        if compiled:
            wait, compiled = compiled, None
            wait()
        return make()

    return get


def _quick(get_environment: GetEnvironment, folder: Path) -> Environment:
    environment = get_environment()
    if isinstance(environment.loader, FileSystemLoader):
        environment.loader = _Loader(environment.loader.searchpath)
    environment.auto_reload = False  # else each part of each page is looked up on the disk again
    environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return environment


def _compile(make: GetEnvironment, folder: Path) -> None:
    """Compile the templates of the first folder; one with a fault is left to whoever renders it, and says so."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = make()
    environment.filters |= dict.fromkeys(FILTERS, _not_yet)  # a template that asks for unknown ones cannot be compiled
    assert isinstance(environment.loader, _Loader)
    for name in _names_in(environment.loader.searchpath[0]):
        if not name.endswith(".html"):
            continue
        try:
            environment.get_template(name)
        except TemplateError:
            continue


def _not_yet(*_: object) -> NoReturn:
    """Stand for a filter that has no words yet: Jinja then leaves constants to be filtered when a page is rendered."""
    raise NotImplementedError


class _Loader(FileSystemLoader):
    """Lists no hidden folders.

    Material keeps 14,000 icons in one, and the engine, which wants none of them, tries six patterns on each name.
    """

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _names_in(folder)})


def _names_in(folder: str | os.PathLike[str]) -> list[str]:
    """Return the names of the templates below a folder, but for hidden folders."""
    found: list[str] = []
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        place = Path(inside).relative_to(folder).as_posix()
        found += [name if place == "." else f"{place}/{name}" for name in names]
    return found
