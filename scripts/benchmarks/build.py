"""Builds of made-up items in two languages, beside the plain stack and, where they are installed, Hugo and Zensical."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import environment
from benchmarks.check import base_python
from benchmarks.measure import MOMENT, Run, change_one, median, run
from benchmarks.projects import engine, lay_hugo, lay_ours, lay_plain, lay_zensical

BUILD = [base_python(), "scripts/build.py"]
COLD = "ours, cold"
Step = tuple[str, Callable[[], Run], Path | None]
"""A name, what is measured, and the site that it leaves."""


@dataclass(frozen=True)
class Size:
    """How many files a site has, and how many MB."""

    files: int
    megabytes: float


def size_of(site: Path) -> Size:
    """Return the size of a site."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return Size(len(sizes), sum(sizes) / 1e6)


def forget_all_but_pictures(project: Path) -> None:
    """Take away what earlier builds left, but for pictures, cards and fonts."""
    shutil.rmtree(project / "site", ignore_errors=True)
    for path in (project / ".cache" / "promosite").glob("*"):
        if path.name != "made":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def inside(project: Path, *arguments: str) -> Run:
    """Return what a part of a build took, measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.inside", *arguments]
    given = {**os.environ, "SOURCE_DATE_EPOCH": MOMENT, "PYTHONPATH": str(environment.ROOT / "scripts")}
    result = subprocess.run(command, cwd=project, env=given, capture_output=True, text=True, check=False)
    if result.returncode:
        print(result.stderr[-2000:], file=sys.stderr)
        raise SystemExit(f"failed: {' '.join(command)}")
    return Run(*map(float, result.stdout.split()[-3:]))


def ours(project: Path) -> Iterator[Step]:
    """Yield the builds that people start: cold, unchanged, after an edit; then what search and preview need."""

    def cold() -> Run:
        forget_all_but_pictures(project)
        return run(BUILD, project)

    def edited() -> Run:
        change_one(project / "content" / "en")
        return run(BUILD, project)

    yield COLD, cold, project / "site"
    yield "ours, unchanged", lambda: run(BUILD, project), None
    yield "ours, one edit", edited, None
    yield "ours, its search index", lambda: inside(project, "index"), None
    yield "ours, preview of one edit", lambda: inside(project, "preview", "content/en"), None


def others(project: Path, folder: Path) -> Iterator[Step]:
    """Yield the same Markdown in other stacks, each from nothing."""
    plain = lay_plain(project, folder / "plain")
    yield "plain stack, cold", lambda: _fresh([*engine(), "build", "--quiet"], plain), plain / "site"
    yield "plain stack, preview of one edit", lambda: inside(plain, "preview", "docs/en"), None
    if hugo := shutil.which("hugo"):
        site = lay_hugo(project, folder / "hugo")
        yield "Hugo", lambda: _fresh([hugo, "--quiet", "--destination", "site"], site), site / "site"
    if zensical := shutil.which("zensical", path=os.environ.get("ZENSICAL_BIN", os.environ["PATH"])):
        both = lay_zensical(plain, folder / "zensical")
        yield "Zensical, two sites", lambda: _sum(_fresh([zensical, "build"], one) for one in both), None


def _fresh(command: list[str], project: Path) -> Run:
    for name in ("site", ".cache", "resources", "public"):
        shutil.rmtree(project / name, ignore_errors=True)
    return run(command, project)


def _sum(runs: Iterator[Run]) -> Run:
    done = list(runs)
    return Run(sum(one.wall for one in done), sum(one.cpu for one in done), max(one.peak for one in done))


def measure(sizes: list[int], runs: int, seed: int, *, alone: bool = False) -> None:
    """Print a table for each number of items, all steps in turn in one run, and how a cold build grows."""
    grown = {}
    for items in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = lay_ours(Path(folder).resolve() / "ours", items, seed)
            inside(project, "cards")
            steps = [*ours(project), *([] if alone else others(project, Path(folder)))]
            found, sites = _measured(steps, runs)
        print(f"{items} items x 2 languages, seed {seed}; moment {MOMENT}; median of {runs}")
        _print_table(found, sites)
        grown[items] = found[COLD]
    first, last = grown[sizes[0]], grown[sizes[-1]]
    if len(sizes) > 1:
        print(f"cold, {sizes[-1]} / {sizes[0]}: {last.wall / first.wall:.2f} wall, {last.cpu / first.cpu:.2f} CPU")


def _measured(steps: list[Step], runs: int) -> tuple[dict[str, Run], dict[str, Size]]:
    found: dict[str, list[Run]] = {name: [] for name, _, _ in steps}
    sites: dict[str, Size] = {}
    for _ in range(runs):
        for name, do, site in steps:
            found[name].append(do())
            if site:
                sites[name] = size_of(site)
    return {name: median(those) for name, those in found.items()}, sites


def _print_table(found: dict[str, Run], sites: dict[str, Size]) -> None:
    cold = found[COLD]
    print(f"{'':>34} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'files':>7} {'MB':>7} {'x wall':>7} {'x CPU':>7}")
    for name, one in found.items():
        size = sites.get(name)
        laid = f"{size.files:>7} {size.megabytes:>7.0f}" if size else f"{'':>7} {'':>7}"
        ratios = f"{one.wall / cold.wall:>7.2f} {one.cpu / cold.cpu:>7.2f}"
        print(f"{name:>34} {one.wall:>8.2f} {one.cpu:>8.2f} {one.peak:>8.0f} {laid} {ratios}")
