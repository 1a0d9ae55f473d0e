"""The staging folder: the complete tree that the engine reads, written only where it differs."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from promosite.cache import content_digest
from promosite.model.outputs import Outputs, PageOutput
from promosite.render.pictures import render_picture
from promosite.whole_files import write_whole

as_json = json.JSONEncoder(ensure_ascii=False).encode
BEYOND_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON leaves as it is and YAML reads otherwise or refuses."""


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page as the engine finds it: what was generated, and the digest of the text that was staged."""

    output: PageOutput
    digest: str


@dataclass(frozen=True, slots=True)
class Staged:
    """How many files changed, every page by its path below the staging folder, and the paths of what pages show."""

    changed: int
    pages: dict[str, StagedPage]
    shown: tuple[str, ...]


def stage(outputs: Outputs, assets: Path, cache: Path, target: Path) -> Staged:
    """Bring `target` to the state of the outputs: pages, and what their bodies may show or link to.

    What is no longer wanted is removed. A file is written beside its place and renamed, so that a kill leaves the old
    or the new one.
    """
    wanted: set[Path] = set()
    pages: dict[str, StagedPage] = {}
    changed = 0
    for page in outputs.pages:
        content = page_text(page).encode()
        uri = f"{page.lang}/{page.uri}"
        path = target / uri
        pages[uri] = StagedPage(page, content_digest(content))
        wanted.add(path)
        if _written.get(path) != pages[uri].digest or not path.is_file():
            changed += write_if_different(path, content)
            _written[path] = pages[uri].digest
    shown = []
    for uri, content in _shown(outputs, assets, cache):
        shown.append(uri)
        wanted.add(target / uri)
        changed += write_if_different(target / uri, content)
    return Staged(changed + _remove_strays(target, wanted), pages, tuple(shown))


_written: dict[Path, str] = {}
"""What this process wrote before: a preview stages everything again when one file is saved."""


def _shown(outputs: Outputs, assets: Path, cache: Path) -> Iterator[tuple[str, bytes]]:
    for picture in outputs.pictures:
        yield from render_picture(picture, cache)
    for asset in sorted(assets.rglob("*")):
        if asset.is_file() and not asset.is_symlink():
            yield f"assets/{asset.relative_to(assets).as_posix()}", asset.read_bytes()


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


def _remove_strays(target: Path, wanted: set[Path]) -> int:
    removed = 0
    for folder, _, files in os.walk(target, topdown=False):
        strays = [path for name in files if (path := Path(folder, name)) not in wanted]
        for path in strays:
            path.unlink()
            _written.pop(path, None)
        removed += len(strays)
        if len(strays) == len(files) and Path(folder) != target:
            with suppress(OSError):  # folders below it may hold something
                Path(folder).rmdir()
    return removed
