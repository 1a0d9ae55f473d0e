"""Builds of made-up items in two languages: seconds, peak memory, and how both grow."""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import environment
from benchmarks.measure import Run, median, run
from make_items import write_items


@dataclass(frozen=True)
class Build:
    """A build from nothing, and the number of files that it wrote."""

    run: Run
    files: int


def lay(target: Path, count: int, seed: int) -> Path:
    """Lay a project with `count` made-up items."""
    write_items(target, count, seed)
    for name in ("docs", "hooks", "src"):
        shutil.copytree(
            environment.ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )
    shutil.copy(environment.ROOT / "mkdocs.yml", target)
    return target


def build(project: Path) -> Build:
    """Build a project from nothing, in a process of its own."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    made = run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], project)
    return Build(made, sum(1 for path in (project / "site").rglob("*") if path.is_file()))


def measure(items: int, runs: int, seed: int) -> None:
    """Print two sizes and the ratio between them, measured in turn in one run."""
    sizes = (items, items * 2)
    with tempfile.TemporaryDirectory() as folder:
        projects = {size: lay(Path(folder) / str(size), size, seed) for size in sizes}
        builds: dict[int, list[Build]] = {size: [] for size in sizes}
        for _ in range(runs):
            for size in sizes:
                builds[size].append(build(projects[size]))
    print(f"{'items x 2':>10} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'files':>7}")
    small, large = (median([one.run for one in builds[size]]) for size in sizes)
    for size, one in zip(sizes, (small, large), strict=True):
        print(f"{size:>10} {one.wall:>8.1f} {one.cpu:>8.1f} {one.peak:>8.0f} {builds[size][0].files:>7}")
    print(
        f"{'ratio':>10} {large.wall / small.wall:>8.2f} {large.cpu / small.cpu:>8.2f} {large.peak / small.peak:>8.2f}"
    )
