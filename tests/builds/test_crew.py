"""Several processes render the pages of a language: the same site, whoever of them fails."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import SAMPLE_EPOCH, lay_sample_year, tree

START = """\
import os, sys
from mkdocs.__main__ import cli
from promosite.render import crew
processors, trouble = int(sys.argv.pop(1)), sys.argv.pop(1)
crew.WORTH_SHARING, os.cpu_count = 10, lambda: processors
writes = crew.Crew.writes
def troubled(self, page, of_all):
    if trouble == "a copy is killed" and self.is_copy or trouble == "the origin is killed" and not self.is_copy:
        os.kill(os.getpid(), 9)
    if trouble == "a page fails" and self.is_copy:
        raise ValueError("a page that fails")
    if trouble == "the origin is killed":
        print("copy", os.getpid(), file=sys.stderr, flush=True)
        __import__("time").sleep(1)
    return writes(self, page, of_all)
crew.Crew.writes = troubled
cli()
"""


def build(project: Path, processors: int, trouble: str = "none") -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-c", START, str(processors), trouble, "build", "--strict", "--quiet"]
    given = {**os.environ, "SOURCE_DATE_EPOCH": SAMPLE_EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(line, cwd=project, env=given, capture_output=True, text=True, check=False)


def forget_pages(project: Path) -> None:
    (project / ".cache" / "promosite" / "finished" / "pages.json").unlink()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = lay_sample_year(tmp_path_factory.mktemp("crew") / "project")
    result = build(project, 1)
    assert result.returncode == 0, result.stderr
    return project


def test_three_processes_make_the_same_site(project: Path) -> None:
    alone = tree(project / "site")
    forget_pages(project)
    result = build(project, 3)
    assert result.returncode == 0, result.stderr
    assert tree(project / "site") == alone
    forgotten = {path.stat().st_ino for path in (project / ".cache" / "promosite" / "finished").glob("??/*")}
    pages = [path for path in (project / "site").rglob("*.html") if path.name != "404.html"]
    assert {path.stat().st_ino for path in pages} <= forgotten


@pytest.mark.parametrize(
    ("trouble", "said", "traced"),
    [("a copy is killed", "build again", False), ("a page fails", "Error building page", True)],
)
def test_a_copy_that_fails_leaves_the_old_site(project: Path, trouble: str, said: str, traced: bool) -> None:
    before = tree(project / "site")
    forget_pages(project)
    result = build(project, 2, trouble)
    assert result.returncode != 0
    assert said in result.stderr
    assert ("Traceback" in result.stderr) is traced
    assert tree(project / "site") == before
    assert not (project / ".site.new").exists()
    assert build(project, 1).returncode == 0


def test_copies_end_when_the_origin_is_killed(project: Path) -> None:
    before = tree(project / "site")
    forget_pages(project)
    result = build(project, 3, "the origin is killed")
    assert result.returncode == -signal.SIGKILL
    # `build` came back, so nobody holds its output; a copy says when it begins a page, and none began a second
    assert len([line for line in result.stderr.splitlines() if line.startswith("copy ")]) <= 2
    assert tree(project / "site") == before
    assert build(project, 1).returncode == 0
