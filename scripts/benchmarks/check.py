"""The check of the content, as people start it: from nothing, unchanged, and with one file changed."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import environment
from benchmarks.measure import MOMENT, Run, change_one, median, run
from benchmarks.pairs import write_pairs

READ = """
import pathlib
for folder in ("content", "docs"):
    for path in pathlib.Path(folder).rglob("*.*"):
        path.read_bytes()
"""
"""What every check must do at least: find the files and read them."""


def lay(target: Path, count: int, seed: int) -> Path:
    """Lay a project with so many pairs, all translations marked as current, and the commands in it."""
    from promosite.site_settings import load_config
    from promosite.translations import accept, load_pairs

    write_pairs(target, count, seed)
    for name in ("vi", "en", "assets"):
        shutil.copytree(environment.ROOT / "docs" / name, target / "docs" / name)
    for name in ("mkdocs.yml", "pyproject.toml", "requirements.lock"):
        shutil.copy(environment.ROOT / name, target)
    shutil.copytree(environment.ROOT / "scripts", target / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    config, _ = load_config(target)
    assert config is not None
    changed, _ = accept(load_pairs(config), config, date(2026, 11, 22))
    for path, content in changed.items():
        (target / path).write_bytes(content)
    share_environment(target)
    return target


def share_environment(target: Path) -> None:
    """Give a project the environment of this one, under a stamp of its own, so that its scripts find it current."""
    venv = target / ".venv"
    venv.mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (venv / name).symlink_to(environment.VENV / name)
    ask = "import environment, pathlib; print(environment.fingerprint(pathlib.Path('../requirements.lock')))"
    stamp = subprocess.run(
        [base_python(), "-c", ask], cwd=target / "scripts", capture_output=True, text=True, check=True
    )
    (venv / "promosite-run.stamp").write_text(stamp.stdout.strip(), encoding="ascii")


def base_python() -> str:
    """Return the interpreter outside the environment, with which people start the scripts."""
    return str(Path(sys.base_prefix) / "bin" / "python3")


def forget(project: Path) -> None:
    """Take away all that earlier runs have left."""
    shutil.rmtree(project / ".cache", ignore_errors=True)


def measure(items: int, runs: int, seed: int) -> None:
    """Print what a plain read and three checks of the same files take, measured in turn in one run."""
    check = [base_python(), "scripts/check.py"]
    steps: dict[str, tuple[Callable[[Path], None], list[str]]] = {
        "plain read": (forget, [base_python(), "-c", READ]),
        "from nothing": (forget, check),
        "unchanged": (lambda _: None, check),
        "one file changed": (lambda project: change_one(project / "content" / "en"), check),
    }
    found: dict[str, list[Run]] = {name: [] for name in steps}
    with tempfile.TemporaryDirectory() as folder:
        project = lay(Path(folder).resolve() / "project", items, seed)
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in project.glob("content/en/*/*.md"))
        for _ in range(runs):
            for name, (prepare, command) in steps.items():
                prepare(project)
                found[name].append(run(command, project))
    print(f"{items} pairs, {words // max(items, 1)} English words each; moment {MOMENT}")
    print(f"{'':>16} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'x read, wall':>13} {'x read, CPU':>12}")
    read = median(found["plain read"])
    for name, one in ((name, median(those)) for name, those in found.items()):
        ratios = f"{one.wall / read.wall:>13.1f} {one.cpu / read.cpu:>12.1f}"
        print(f"{name:>16} {one.wall:>8.2f} {one.cpu:>8.2f} {one.peak:>8.0f} {ratios}")
