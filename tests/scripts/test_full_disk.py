"""A machine that refuses to write is told in a sentence by every command that writes, and what was there stands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.judges import script
from tests.projects import ROOT, tree
from tests.scripts.test_commands import ADDRESSEE, EN, EPOCH, SOURCE, TEXT
from tests.worlds import english, lay, news

FULL = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
sys.argv, sys.path[0] = sys.argv[1:], "scripts"
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""Runs a script where files can be made, but nothing can be written into them: also for root."""
SAID = [
    (
        "Máy không cho ghi ([Errno 27] File too large) nên chưa ghi xong. "
        "Hãy xem ổ đĩa còn chỗ và thư mục có cho ghi không, rồi chạy lại."
    ),
    (
        "The machine refused to write ([Errno 27] File too large), so not everything was written. "
        "See whether the disk has room and the folder may be written, then run this again."
    ),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny world with something to do for each command."""
    papers = {"content/reports/bao-cao-2024.md": ADDRESSEE, "editor/entry.js": "export {}\n"}
    root = lay(
        tmp_path_factory.mktemp("full") / "project",
        {"content/vi/news/a.md": news(SOURCE), EN: english(TEXT).replace("title: ", "title:   "), **papers},
    )
    shutil.copytree(ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (root / ".venv").symlink_to(Path(sys.prefix), target_is_directory=True)
    return root


WRITERS = [
    "new.py product --title Muối",
    f"translation.py accept {EN}",
    f"form.py {EN}",
    "report.py --no-pdf --year 2024 --out report",
    "report_template.py --out templates",
    "editor.py",
]


@pytest.mark.parametrize("call", WRITERS)
def test_a_full_disk_ends_a_command_with_a_sentence(project: Path, call: str) -> None:
    before = tree(project / "content")
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": EPOCH,
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    name, *arguments = call.split(" ")
    command = [sys.executable, "-c", FULL, f"scripts/{name}", *arguments]
    result = subprocess.run(
        command, cwd=project, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr.splitlines()) == (1, SAID)
    assert tree(project / "content") == before


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (
            PermissionError(13, "Permission denied", "content/vi/news"),
            "[Errno 13] Permission denied: 'content/vi/news'",
        ),
        (
            shutil.Error([("a", "b", "[Errno 28] No space left"), ("c", "d", "[Errno 13] Denied")]),
            "[Errno 28] No space left",
        ),
        (shutil.Error("a is b"), "a is b"),
    ],
)
def test_a_refusal_is_told_once(problem: OSError, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end, script("environment").writing("en"):
        raise problem
    told = f"The machine refused to write ({reason}), so not everything was written. See whether the disk has room "
    assert (end.value.code, capsys.readouterr().err) == (
        1,
        f"{told}and the folder may be written, then run this again.\n",
    )


def test_who_no_longer_reads_is_no_refusal() -> None:
    with pytest.raises(BrokenPipeError), script("environment").writing():
        raise BrokenPipeError
