"""A page that becomes a section, and back: the staging folder follows."""

from pathlib import Path

import pytest

from promosite.render.staging import write_if_different


@pytest.mark.parametrize(("first", "then"), [("vi/a.md", "vi/a.md/index.md"), ("vi/a/index.md", "vi/a")])
def test_what_stands_in_the_way_is_taken_away(tmp_path: Path, first: str, then: str) -> None:
    assert write_if_different(tmp_path / first, b"one")
    assert write_if_different(tmp_path / then, b"two")
    assert (tmp_path / then).read_bytes() == b"two"
    assert not write_if_different(tmp_path / then, b"two")
