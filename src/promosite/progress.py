"""A bar on a terminal for work that takes long: nothing is drawn in the first two seconds, nothing stays behind."""

import threading
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Self, TextIO

from promosite.messages import Messages

WIDTH = 24
"""Cells of the bar."""


class Progress:
    """Draws how far the stages of a run are. Call it with the name of each stage that begins."""

    def __init__(
        self, stream: TextIO, stages: Sequence[str], tables: Sequence[Messages], after: float = 2.0, every: float = 0.2
    ) -> None:
        self._stream, self._stages, self._tables = stream, stages, tables
        self._after, self._every = after, every
        self._stage = stages[0]
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)

    def __call__(self, stage: str) -> None:
        """Note that a stage begins."""
        self._stage = stage

    def __enter__(self) -> Self:
        if self._stream.isatty():
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _draw(self) -> None:
        begin, longest = time.monotonic(), 0
        wait = self._after
        while not self._over.wait(wait):
            line = bar_line(self._stages, self._stage, self._tables, time.monotonic() - begin)
            longest, wait = max(longest, len(line)), self._every
            self._write(line.ljust(longest))
        if longest:
            self._write(" " * longest + "\r")

    def _write(self, text: str) -> None:
        self._stream.write(f"\r{text}")
        self._stream.flush()


def bar_line(stages: Sequence[str], stage: str, tables: Sequence[Messages], seconds: float) -> str:
    """Return the bar with the name of the stage at work, in each language, and the seconds gone."""
    done = WIDTH * stages.index(stage) // len(stages)
    words = " / ".join(table.text(f"progress.{stage}") for table in tables)
    return f"[{'#' * done}{'.' * (WIDTH - done)}] {words} ({seconds:.0f} s)"
