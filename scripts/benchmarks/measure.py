"""Run a command in a process of its own and say what it took."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MOMENT = "1795348800"
"""2026-11-22, 12:00 UTC: the moment of all runs."""


IN_A_MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
"""Units in which the system counts memory."""


@dataclass(frozen=True)
class Run:
    """One run: wall seconds, CPU seconds and peak memory in MB, of the process and of those that it started."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path, environ: Mapping[str, str] | None = None) -> Run:
    """Run a command that must succeed and say nothing of it; where it fails, print its end and end the program."""
    given = {**os.environ, "SOURCE_DATE_EPOCH": MOMENT, **(environ or {})}
    with tempfile.TemporaryFile() as said:
        begin = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, env=given, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        if status:
            said.seek(0)
            print(said.read().decode(errors="replace")[-2000:], file=sys.stderr)
            raise SystemExit(f"failed: {' '.join(command)}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / IN_A_MEGABYTE)


def change_one(folder: Path) -> None:
    """Write one sentence more into the first text of a folder."""
    path = sorted(folder.rglob("*.md"))[0]
    path.write_text(f"{path.read_text(encoding='utf-8')}\nOne sentence more.\n", encoding="utf-8")


def median(runs: Sequence[Run]) -> Run:
    """Return the run that stands in the middle by CPU seconds."""
    return sorted(runs, key=lambda one: one.cpu)[len(runs) // 2]
