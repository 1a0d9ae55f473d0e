"""A file is laid as a link, or copied where there can be none; what stood there is replaced."""

import errno
import os
from pathlib import Path

import pytest

from promosite.render.hard_links import place


def refuse(*_: object) -> None:
    raise OSError(errno.EXDEV, "another file system")


def lay(folder: Path) -> tuple[Path, Path]:
    origin = folder / "a"
    origin.write_bytes(b"new")
    return origin, folder / "deep" / "er" / "b"


def test_the_same_file_stands_in_both_places(tmp_path: Path) -> None:
    origin, target = lay(tmp_path)
    place(origin, target)
    assert target.samefile(origin)


def test_without_links_it_is_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse)
    origin, target = lay(tmp_path)
    place(origin, target)
    assert target.read_bytes() == b"new"
    assert not target.samefile(origin)


@pytest.mark.parametrize("links", [True, False])
def test_what_stood_there_is_replaced_and_not_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    origin, target = lay(tmp_path)
    target.parent.mkdir(parents=True)
    target.write_bytes(b"old")
    elsewhere = tmp_path / "elsewhere"
    os.link(target, elsewhere)
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    place(origin, target)
    assert (target.read_bytes(), elsewhere.read_bytes()) == (b"new", b"old")


def test_what_is_not_there_cannot_be_laid(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        place(tmp_path / "nothing", tmp_path / "b")
