"""Results that are kept: what somebody has written into is made anew."""

import os
from pathlib import Path

import pytest

from promosite.cache import NOTE, cached, forget_touched, kept_at

BUILT = 2_000_000_000
KEYS = ("ab1", "ab2", "cd1")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Three results and an index, all older than the note of the build that made them."""
    for key in KEYS:
        cached(tmp_path / "made", key, key.encode)
    index = tmp_path / "search" / "key" / "fragment"
    index.mkdir(parents=True)
    (index / "a").write_bytes(b"a")
    (tmp_path / NOTE).write_bytes(b"[]")
    for path in tmp_path.rglob("*"):
        os.utime(path, ns=(BUILT - 1, BUILT - 1) if path.name != NOTE else (BUILT, BUILT))
    return tmp_path


def files(cache: Path) -> set[str]:
    return {path.name for path in cache.rglob("*") if path.is_file()} - {NOTE}


@pytest.mark.parametrize(
    ("touched", "left"),
    [
        ("", {"ab1", "ab2", "cd1", "a"}),
        ("made/ab/ab1", {"cd1", "a"}),
        ("search/key/fragment/a", {"ab1", "ab2", "cd1"}),
        (NOTE, {"ab1", "ab2", "cd1", "a"}),
    ],
)
def test_what_was_written_into_after_the_build_is_forgotten(cache: Path, touched: str, left: set[str]) -> None:
    if touched:
        os.utime(cache / touched, ns=(BUILT + 1, BUILT + 1))
    forget_touched(cache, "made", "search", "nothing")
    assert files(cache) == left


def test_without_a_note_everything_is_kept(cache: Path) -> None:
    (cache / NOTE).unlink()
    os.utime(kept_at(cache / "made", "ab1"), ns=(BUILT + 1, BUILT + 1))
    forget_touched(cache, "made", "search")
    assert files(cache) == {*KEYS, "a"}
