"""Results kept between builds, keyed by everything that decides them. The folder may be deleted at any time."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from promosite.whole_files import write_whole

CACHE = Path(".cache/promosite")
"""The folder, from a project's root."""
NOTE = "built.json"
"""What the last build that succeeded says of itself."""


def forget_touched(cache: Path, *folders: str) -> None:
    """Take away those of some folders in a cache in which a file was written after the last build that succeeded.

    Results are never written into. But their files are the same as files of the finished site (hard links): whoever
    has written into that has changed them.
    """
    try:
        built = (cache / NOTE).stat().st_mtime_ns
    except OSError:
        return
    for name in folders:
        for folder in (cache / name).iterdir() if (cache / name).is_dir() else ():
            if any(one.is_file() and one.stat().st_mtime_ns > built for one in folder.rglob("*")):
                shutil.rmtree(folder, ignore_errors=True)


def links_in_cache(root: Path) -> list[str]:
    """Return every link on the way to a project's cache, and those in it that lead out, by their paths from the root.

    Folders of the cache are emptied and written anew: a link that somebody has committed there would lead us to do so
    elsewhere.
    """
    found = [path for path in (*reversed(CACHE.parents), CACHE) if path.parts and (root / path).is_symlink()]
    if found:
        return [path.as_posix() for path in found]
    waiting, links, inside = [str(root / CACHE)], list[str](), (root / CACHE).resolve()
    while waiting:
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(inside):
                    links.append(Path(entry.path).relative_to(root).as_posix())
    return sorted(links)


def cache_key(recipe: str, version: int, *inputs: bytes | str) -> str:
    """Return the key of a result: recipe, its version, options and inputs."""
    digest = hashlib.sha256(f"{recipe}\0{version}".encode())
    for part in inputs:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(hashlib.sha256(raw).digest())
    return digest.hexdigest()


def content_digest(content: bytes) -> str:
    """Return the digest by which a content is known again."""
    return hashlib.sha256(content, usedforsecurity=False).hexdigest()


def kept_at(folder: Path, key: str) -> Path:
    """Return where the result with a key lies, if there is one."""
    return folder / key[:2] / key


def cached(folder: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """Return the bytes kept under a key, making and keeping them if there are none."""
    path = kept_at(folder, key)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        content = make()
    write_whole(path, content)
    return content


@cache
def program() -> str:
    """Return the digest of everything that decides: this package, every other that is installed, and Python."""
    return digest_of(Path(__file__).parent, sys.version, *installed())


def installed() -> list[str]:
    """Return name and version of each installed package. All of them count: a list of those that matter would age."""
    return sorted(f"{one.name} {one.version}" for one in distributions())


def digest_of(folder: Path, *versions: str) -> str:
    """Return the digest of all modules in a folder and of the versions of what they use."""
    digest = hashlib.sha256("\0".join(versions).encode())
    for path in sorted(folder.rglob("*.py")):
        digest.update(f"\0{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()
