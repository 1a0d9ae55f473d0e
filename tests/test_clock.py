"""The moment of a build, and results kept between builds."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from promosite.cache import cache_key, cached
from promosite.clock import VIETNAM, build_day, build_moment, noon


@pytest.mark.parametrize(
    ("epoch", "moment", "day"),
    [
        ("0", datetime(1970, 1, 1, 7, tzinfo=VIETNAM), date(1970, 1, 1)),
        ("1743440399", datetime(2025, 3, 31, 23, 59, 59, tzinfo=VIETNAM), date(2025, 3, 31)),
        ("1743440400", datetime(2025, 4, 1, tzinfo=VIETNAM), date(2025, 4, 1)),
    ],
)
def test_the_epoch_is_a_moment_in_viet_nam(epoch: str, moment: datetime, day: date) -> None:
    found = build_moment({"SOURCE_DATE_EPOCH": epoch})
    assert (found, found.utcoffset(), build_day(found)) == (moment, timedelta(hours=7), day)


def test_an_epoch_in_words_is_refused() -> None:
    with pytest.raises(ValueError, match="hôm nay"):
        build_moment({"SOURCE_DATE_EPOCH": "hôm nay"})


def test_the_day_of_a_moment_elsewhere() -> None:
    assert build_day(datetime(2025, 3, 31, 17, tzinfo=UTC)) == date(2025, 4, 1)


@pytest.mark.parametrize("day", [date.min, date(2024, 2, 29), date.max])
def test_noon_in_viet_nam_is_the_same_day_in_utc(day: date) -> None:
    assert noon(day).utcoffset() == timedelta(hours=7)
    assert noon(day).astimezone(UTC).date() == build_day(noon(day)) == day


def test_a_key_is_made_from_everything() -> None:
    keys = [
        cache_key("a", 1, b"x"),
        cache_key("b", 1, b"x"),
        cache_key("a", 2, b"x"),
        cache_key("a", 1, b"y"),
        cache_key("a", 1, b"x", "z"),
        cache_key("a", 1, b"", b"x"),
        cache_key("a", 1, b"xz"),
        cache_key("a", 1),
    ]
    assert len(set(keys)) == len(keys)
    assert cache_key("a", 1, "x") == cache_key("a", 1, b"x")


def test_a_result_is_made_once(tmp_path: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"new")
        return b"new"

    assert [cached(tmp_path, "abcd", make) for _ in range(3)] == [b"new"] * 3
    assert made == [b"new"]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["abcd"]


def test_a_result_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        cached(tmp_path, "abcd", fail)
    assert list(tmp_path.iterdir()) == []
