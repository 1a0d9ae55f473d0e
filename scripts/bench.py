#!/usr/bin/env python3
"""Measure builds of made-up items in two languages: seconds, peak memory, and how both grow."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--items", type=int, default=1000, help="items per language in the smaller build (default: 1000)")
parser.add_argument("--runs", type=int, default=1, help="interleaved runs; the median is printed (default: 1)")
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
environment.enter()

from make_items import write_items  # noqa: E402  (beside this script)


@dataclass(frozen=True)
class Run:
    """One build: wall seconds, CPU seconds, peak memory in MB, files written."""

    wall: float
    cpu: float
    peak: float
    files: int


def lay(target: Path, count: int) -> Path:
    """Lay a project with `count` made-up items."""
    write_items(target, count, arguments.seed)
    for name in ("docs", "hooks", "src"):
        shutil.copytree(
            environment.ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )
    shutil.copy(environment.ROOT / "mkdocs.yml", target)
    return target


def build(project: Path) -> Run:
    """Build a project from nothing, in a process of its own."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    begin = time.monotonic()
    process = subprocess.Popen(command, cwd=project, env={**os.environ, "SOURCE_DATE_EPOCH": "1795348800"})
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    if status:
        raise SystemExit(1)
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    files = sum(1 for path in (project / "site").rglob("*") if path.is_file())
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale, files)


def median(runs: list[Run]) -> Run:
    """Return the run that stands in the middle by CPU seconds."""
    return sorted(runs, key=lambda run: run.cpu)[len(runs) // 2]


def main() -> None:
    """Print both sizes and the ratio between them, measured in turn in one run."""
    sizes = (arguments.items, arguments.items * 2)
    with tempfile.TemporaryDirectory() as folder:
        projects = {size: lay(Path(folder) / str(size), size) for size in sizes}
        runs: dict[int, list[Run]] = {size: [] for size in sizes}
        for _ in range(arguments.runs):
            for size in sizes:
                runs[size].append(build(projects[size]))
    small, large = (median(runs[size]) for size in sizes)
    print(f"{'items x 2':>10} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'files':>7}")
    for size, run in zip(sizes, (small, large), strict=True):
        print(f"{size:>10} {run.wall:>8.1f} {run.cpu:>8.1f} {run.peak:>8.0f} {run.files:>7}")
    print(
        f"{'ratio':>10} {large.wall / small.wall:>8.2f} {large.cpu / small.cpu:>8.2f} {large.peak / small.peak:>8.2f}"
    )


if not hasattr(os, "wait4"):
    print("bench.py needs os.wait4 (Linux, macOS)", file=sys.stderr)
    raise SystemExit(2)
main()
