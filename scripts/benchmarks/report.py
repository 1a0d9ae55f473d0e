"""A year's report over made-up items, all inside its period: the whole command, first from nothing, then again."""

import re
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from benchmarks.check import base_python, forget, share_environment
from benchmarks.measure import MOMENT, Run, median, run
from make_items import write_items

YEAR = 2024
FIRST, DAYS = date(2024, 1, 1), 310
"""Days of the period in which the items are published, so that each of them stands in the report."""
PUBLISHED = re.compile(r"^(date|start|published|as_of): .*$", re.MULTILINE)


def lay(target: Path, count: int, seed: int) -> Path:
    """Lay a project with `count` made-up results in two languages, and the commands in it."""
    import environment

    write_items(target, count, seed)
    for number, path in enumerate(sorted((target / "content" / "vi").rglob("*.md"))):
        path.write_text(of_the_year(path.read_text(encoding="utf-8"), number), encoding="utf-8")
    for name in ("vi", "en", "assets"):
        shutil.copytree(environment.ROOT / "docs" / name, target / "docs" / name)
    for name in ("mkdocs.yml", "pyproject.toml", "requirements.lock"):
        shutil.copy(environment.ROOT / name, target)
    shutil.copytree(environment.ROOT / "scripts", target / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    share_environment(target)
    return target


def of_the_year(text: str, number: int) -> str:
    """Return an item as a result of the year: published in its period, by a unit, in one of the plan's forms."""
    day = FIRST + timedelta(days=number % DAYS)
    text = PUBLISHED.sub(lambda line: f"{line[1]}: {day}", text)
    text = text.replace("role: reported", "role: organiser")
    return text.replace("\ntasks:", "\nunit: centre\nchannel: websites\ntasks:", 1)


def measure(items: int, runs: int, seed: int) -> None:
    """Print what a report over a tenth of the items and over all takes, measured in turn.

    From nothing the content is judged anew; unchanged, the verdicts of that run, or of a check, are still known.
    """
    sizes = (max(1, items // 10), items)
    command = [base_python(), "scripts/report.py", "--year", str(YEAR), "--no-pdf"]
    steps = ("from nothing", "unchanged")
    found: dict[tuple[str, int], list[Run]] = {(name, size): [] for name in steps for size in sizes}
    with tempfile.TemporaryDirectory() as folder:
        projects = {size: lay(Path(folder).resolve() / str(size), size, seed) for size in sizes}
        for _ in range(runs):
            for name, size in found:
                if name == steps[0]:
                    forget(projects[size])
                found[name, size].append(run(command, projects[size]))
        written = sum(path.stat().st_size for path in (projects[items] / "build").rglob("*.docx"))
    print(f"report of {YEAR} over {sizes[0]} and {items} results in two languages; moment {MOMENT}")
    print(f"{'':>12} {'items':>7} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}")
    for name in steps:
        small, large = (median(found[name, size]) for size in sizes)
        for size, one in zip(sizes, (small, large), strict=True):
            print(f"{name:>12} {size:>7} {one.wall:>8.1f} {one.cpu:>8.1f} {one.peak:>8.0f}")
        ratios = f"{large.wall / small.wall:>8.2f} {large.cpu / small.cpu:>8.2f} {large.peak / small.peak:>8.2f}"
        print(f"{name:>12} {'ratio':>7} {ratios}")
    print(f"Word files: {written / 1_000_000:.1f} MB")
