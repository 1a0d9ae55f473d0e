"""The project's own environment: what was not installed to its end is made anew."""

from pathlib import Path
from typing import Any

import pytest

from tests.judges import script
from tests.projects import tree


class Desk:
    """A project's folder with lock files, in which pip is played; `done` says what was asked of whom."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.environment: Any = script("environment")
        self.venv, self.root = root / ".venv", root
        self.done: list[str] = []
        self.fails: type[BaseException] | None = None
        for name in ("a", "b"):
            (root / f"{name}.lock").write_text(name, encoding="utf-8")
        monkeypatch.setattr(self.environment, "VENV", self.venv)
        monkeypatch.setattr(self.environment, "pip", self.pip)
        monkeypatch.setattr(self.environment.venv, "create", self.create)

    def create(self, folder: Path, **_: bool) -> None:
        self.done.append("created")
        self.environment.venv_python().parent.mkdir(parents=True, exist_ok=True)
        self.environment.venv_python().touch()

    def pip(self, *arguments: str) -> bool:
        self.done.append(" ".join(Path(one).name for one in arguments if one.endswith(".lock")) or "package")
        if self.fails is None:
            return True
        if self.fails is SystemExit:  # pip itself ended
            return False
        raise self.fails

    def install(self, name: str) -> list[str]:
        """Return what was done to install a lock file, and nothing where the environment is current."""
        self.done.clear()
        lock, stamp = self.root / f"{name}.lock", self.venv / "promosite-run.stamp"
        if not self.environment.is_current(lock, stamp):
            self.environment.install(lock, stamp)
        return [*self.done]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


def test_an_environment_is_made_once_and_renewed_for_another_lock_file(desk: Desk) -> None:
    done = [desk.install(name) for name in ("a", "a", "b", "a")]
    assert done == [["created", "a.lock", "package"], [], ["b.lock", "package"], ["a.lock", "package"]]


@pytest.mark.parametrize("stop", [SystemExit, KeyboardInterrupt])
def test_an_environment_half_renewed_is_made_anew(desk: Desk, stop: type[BaseException]) -> None:
    desk.install("a")
    desk.fails = stop
    with pytest.raises(stop):
        desk.install("b")
    desk.fails = None
    assert [desk.install("a"), desk.install("a")] == [["created", "a.lock", "package"], []]


def test_the_environment_of_another_checkout_is_left_alone(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.install("a")
    before = tree(desk.venv)
    other = desk.venv.rename(tmp_path / "theirs")
    desk.venv.symlink_to(other, target_is_directory=True)
    capsys.readouterr()
    with pytest.raises(SystemExit) as end:
        desk.install("b")
    assert (end.value.code, desk.done, tree(other)) == (1, [], before)
    assert [line.split(", ")[0] for line in capsys.readouterr().err.splitlines()] == [
        f".venv là liên kết tới {other}",
        f".venv is a link to {other}",
    ]


def test_a_folder_that_is_none_of_ours_is_made_anew(desk: Desk) -> None:
    desk.create(desk.venv)
    assert desk.install("a") == ["created", "a.lock", "package"]
