"""What was found before, kept in one file between runs: findings under a key that holds everything that decides them.

A key that is not asked for in a run is left out of the next file. The file may be deleted at any time. One that is
broken, cut short or changed by hand is not believed at all: it carries the digest of what it should say.
"""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from promosite.findings import Finding, Source
from promosite.whole_files import write_whole

MAX_BYTES = 100_000_000
"""A larger file is none of ours; ten thousand pairs without fault take two million."""


class Verdicts:
    """The findings that are known; those asked for or added in this run are kept by `save`."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._before = _read(file) if file else {}
        self._now: dict[str, list[Any]] = {}

    def get(self, key: str) -> list[Finding] | None:
        """Return the findings under a key; None where nothing is known, which is not the same as no finding."""
        kept = self._now.get(key, self._before.get(key))
        if kept is None:
            return None
        self._now[key] = kept
        return [Finding(code, Source(*place), params) for code, place, params in kept]

    def put(self, key: str, findings: Sequence[Finding]) -> None:
        """Keep the findings under a key."""
        self._now[key] = [
            [one.code, [one.source.path, one.source.line, one.source.column], dict(one.params)] for one in findings
        ]

    def begin(self) -> None:
        """Begin another run in the same process: what the last one kept is known, and nothing has been asked yet."""
        self._before, self._now = self._now or self._before, {}

    def save(self) -> None:
        """Write the file beside its place, then move it there. Where nothing can be written, nothing is kept."""
        if self._file is None or self._now.keys() == self._before.keys():
            return
        said = json.dumps(self._now, ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(OSError):
            write_whole(self._file, _digest(said) + b"\n" + said)


def _digest(said: bytes) -> bytes:
    return hashlib.sha256(said).hexdigest().encode()


def _read(file: Path) -> dict[str, list[Any]]:
    try:
        if file.stat().st_size > MAX_BYTES:
            return {}
        digest, _, said = file.read_bytes().partition(b"\n")
        found = json.loads(said) if digest == _digest(said) else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return found if _is_sound(found) else {}


def _is_sound(found: object) -> bool:
    return isinstance(found, dict) and all(
        isinstance(kept, list) and all(_is_finding(one) for one in kept) for kept in found.values()
    )


def _is_finding(one: object) -> bool:
    match one:
        case [str(), [str(), int() | None, int() | None], dict() as params]:
            return all(isinstance(value, str) for value in params.values())
    return False
