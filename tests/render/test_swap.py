"""Old or new, never a mixture, wherever the swap is killed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from promosite.render import swap as module
from promosite.render.swap import Swap, foreign_files

OLD, NEW = {"index.html": "old", "gone.html": "old"}, {"index.html": "new"}


def fill(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def shown(folder: Path) -> dict[str, str] | None:
    if not folder.exists():
        return None
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with an old site in it."""
    fill(tmp_path / "site", OLD)
    return tmp_path / "site"


def beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path != site)


def test_an_approved_build_takes_the_place(site: Path) -> None:
    swap = Swap(site)
    fill(swap.begin(), NEW)
    assert shown(site) == OLD
    swap.approve()
    assert shown(site) == OLD
    swap.finish()
    assert (shown(site), beside(site)) == (NEW, [])


def test_the_first_build_needs_no_old_one(tmp_path: Path) -> None:
    swap = Swap(tmp_path / "site")
    fill(swap.begin(), NEW)
    swap.approve()
    swap.finish()
    assert (shown(tmp_path / "site"), beside(tmp_path / "site")) == (NEW, [])


@pytest.mark.parametrize(
    "say", [lambda swap: None, lambda swap: swap.refuse(), lambda swap: (swap.approve(), swap.refuse())]
)
def test_what_is_not_approved_is_thrown_away(site: Path, say: Callable[[Swap], Any]) -> None:
    swap = Swap(site)
    fill(swap.begin(), NEW)
    say(swap)
    swap.finish()
    assert (shown(site), beside(site)) == (OLD, [])


def test_a_refused_build_that_wrote_nothing_leaves_nothing(site: Path) -> None:
    swap = Swap(site)
    swap.begin()
    swap.refuse()
    swap.finish()
    assert (shown(site), beside(site)) == (OLD, [])


def test_an_old_approval_does_not_count_for_the_next_build(site: Path) -> None:
    swap = Swap(site)
    fill(swap.begin(), NEW)
    swap.approve()
    swap.finish()
    fill(swap.begin(), {"index.html": "half"})
    swap.finish()
    assert shown(site) == NEW


def test_a_build_begins_in_an_empty_folder(site: Path) -> None:
    fill(Swap(site).begin(), {"half.html": "left by a kill"})
    assert not Swap(site).begin().exists()
    assert shown(site) == OLD


class Killed(BaseException):
    """Stands for the end of the process."""


def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process end before its renaming or removing number `step`."""
    done = 0

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            nonlocal done
            done += 1
            if done > step:
                raise Killed
            return real(*arguments, **options)

        return run

    monkeypatch.setattr(module, "exchanged", counting(module.exchanged))
    monkeypatch.setattr(Path, "rename", counting(Path.rename))
    monkeypatch.setattr(shutil, "rmtree", counting(shutil.rmtree))


STEPS = [
    ("one step", 0, OLD),
    ("one step", 1, NEW),
    ("one step", 2, NEW),
    ("one step", 3, NEW),
    ("two renames", 0, OLD),
    ("two renames", 1, OLD),
    ("two renames", 2, OLD),
    ("two renames", 3, NEW),
    ("two renames", 4, NEW),
]


@pytest.mark.parametrize(("way", "step", "expected"), STEPS)
def test_after_a_kill_the_next_build_finds_old_or_new(
    site: Path, monkeypatch: pytest.MonkeyPatch, way: str, step: int, expected: dict[str, str]
) -> None:
    if way == "two renames":
        monkeypatch.setattr(module, "exchanged", lambda one, other: False)
    swap = Swap(site)
    fill(swap.begin(), NEW)
    swap.approve()
    with monkeypatch.context() as patched:
        killed_at(step, patched)
        if step < (4 if way == "two renames" else 3):
            with pytest.raises(Killed):
                swap.finish()
        else:
            swap.finish()
    if way == "one step":
        assert shown(site) == expected  # before anything is mended
    again = Swap(site)
    fill(again.begin(), {"index.html": "half"})
    assert shown(site) == expected
    again.refuse()
    again.finish()
    assert (shown(site), beside(site)) == (expected, [])


@pytest.mark.parametrize("step", range(3))
def test_a_kill_while_mending_a_kill_loses_nothing(site: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    site.rename(site.with_name(".site.old"))
    fill(site.with_name(".site.new"), NEW)
    with monkeypatch.context() as patched:
        killed_at(step, patched)
        if step < 2:
            with pytest.raises(Killed):
                Swap(site).begin()
        else:
            Swap(site).begin()
    Swap(site).begin()
    assert shown(site) == OLD


def test_a_folder_that_cannot_be_exchanged_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    fill(tmp_path / "elsewhere", {"index.html": "", "404.html": "", "sitemap.xml": ""})
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    assert [one.code for one in foreign_files(tmp_path / "site")] == ["folder-fixed"]
    assert [one.code for one in foreign_files(Path("/proc"))] == ["folder-fixed"]
    assert foreign_files(tmp_path / "elsewhere") == []
