"""Results kept between builds, keyed by everything that decides them. The folder may be deleted at any time."""

import hashlib
from collections.abc import Callable
from pathlib import Path

CACHE = Path(".cache/promosite")
"""The folder, from a project's root."""


def cache_key(recipe: str, version: int, *inputs: bytes | str) -> str:
    """Return the key of a result: recipe, its version, options and inputs."""
    digest = hashlib.sha256(f"{recipe}\0{version}".encode())
    for part in inputs:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(hashlib.sha256(raw).digest())
    return digest.hexdigest()


def cached(folder: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """Return the bytes kept under a key, making and keeping them if there are none."""
    path = folder / key[:2] / key
    try:
        return path.read_bytes()
    except FileNotFoundError:
        content = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)
    return content
