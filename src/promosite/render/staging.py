"""The staging folder: the complete tree that the engine reads, written only where it differs."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from promosite.cache import content_digest
from promosite.model.outputs import Outputs, PageOutput
from promosite.render.pictures import render_picture
from promosite.whole_files import Stamp, stamp_of, write_whole

as_json = json.JSONEncoder(ensure_ascii=False).encode
BEYOND_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON leaves as it is and YAML reads otherwise or refuses."""


class StagedText(NamedTuple):
    """The text of a page in the staging folder: of what it was made, its digest, and the stamp of its file."""

    made_of: str
    digest: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page as the engine finds it: what was generated, its text, and whether the file was written just now.

    The text is None for an outlined page that no earlier build knows: it is made when the page is rendered.
    """

    output: PageOutput
    text: StagedText | None
    written: bool = False


TextBefore = Callable[[str], StagedText | None]
"""Gives the text of a page, by its path in the staging folder, as an earlier build left it."""


def unknown(_: str) -> None:
    """Say that no earlier build is known."""


@dataclass(frozen=True, slots=True)
class Staged:
    """How many files changed, every page by its path below the staging folder, and the paths of what pages show."""

    changed: int
    pages: dict[str, StagedPage]
    shown: tuple[str, ...]


def stage(outputs: Outputs, docs: Path, cache: Path, target: Path, before: TextBefore = unknown) -> Staged:
    """Bring `target` to the state of the outputs: pages, and what their bodies may show or link to.

    Outlined pages are made where an earlier build made them of something else, to find out whether they differ; those
    that no earlier build knows must be rendered anyway, and are staged then. What is no longer wanted is removed. A
    file is written beside its place and renamed, so that a kill leaves the old or the new one.
    """
    place = target.as_posix()
    uris = ((f"{page.lang}/{page.uri}", page) for page in outputs.pages)
    pages = {uri: _staged(page, target, before(uri), f"{place}/{uri}") for uri, page in uris}
    changed, shown = sum(one.written for one in pages.values()), []
    for uri, content in _shown(outputs, docs, cache):
        shown.append(uri)
        changed += write_if_different(target / uri, content)
    wanted = {f"{place}/{uri}" for uri in (*pages, *shown)}
    return Staged(changed + _remove_strays(target, wanted), pages, tuple(shown))


def _staged(page: PageOutput, target: Path, before: StagedText | None, path: str) -> StagedPage:
    if before and page.made_of == before.made_of != "" and before.stamp == _stamp(path):
        return StagedPage(page, before)
    if page.make and not before:
        return StagedPage(page, None)
    return replace(stage_page(page, target), output=page)


def stage_page(page: PageOutput, target: Path) -> StagedPage:
    """Write the text of a page, making what was only outlined, and return the page whole."""
    whole = page.whole()
    content, path = page_text(whole).encode(), target / page.lang / page.uri
    digest, written = content_digest(content), False
    if _written.get(path) != (digest, _stamp(path)):
        written = write_if_different(path, content)
        _written[path] = digest, _stamp(path)
    return StagedPage(whole, StagedText(page.made_of, *_written[path]), written)


def _stamp(path: Path | str) -> Stamp:
    """Return the stamp of a file; that of one that is not there is like no other."""
    try:
        return stamp_of(path)
    except OSError:
        return -1, -1, -1


_written: dict[Path, tuple[str, Stamp]] = {}
"""What this process wrote before: a preview stages everything again when one file is saved."""


def _shown(outputs: Outputs, docs: Path, cache: Path) -> Iterator[tuple[str, bytes]]:
    for picture in outputs.pictures:
        yield from render_picture(picture, cache)
    for path in outputs.assets:
        yield path, (docs / path).read_bytes()


def page_text(page: PageOutput) -> str:
    """Return a page as Markdown with a header; each value is JSON, which is YAML on one line."""
    lines = "\n".join([f"{key}: {as_json(value)}" for key, value in page.header.items()])
    header = BEYOND_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", lines)
    return "\n".join(["---", header, "---", "", page.body])


def write_if_different(path: Path, content: bytes) -> bool:
    """Write a file if its bytes would change; tell whether they did."""
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        pass
    except (NotADirectoryError, IsADirectoryError):
        _make_room(path)
    write_whole(path, content)
    return True


def _make_room(path: Path) -> None:
    """Take away what an earlier build laid where now a folder, or the file itself, must be."""
    for parent in reversed(path.parents):
        if parent.is_file():
            parent.unlink()
    if path.is_dir():
        shutil.rmtree(path)


def _remove_strays(target: Path, wanted: set[str]) -> int:
    removed = 0
    for folder, _, files in os.walk(target, topdown=False):
        inside = Path(folder).as_posix()
        strays = [Path(inside, name) for name in files if f"{inside}/{name}" not in wanted]
        for path in strays:
            path.unlink()
            _written.pop(path, None)
        removed += len(strays)
        if len(strays) == len(files) and Path(folder) != target:
            with suppress(OSError):  # folders below it may hold something
                Path(folder).rmdir()
    return removed
