"""The valid world is valid: every other test relies on it."""

from pathlib import Path

from tests.worlds import glance


def test_the_valid_world_has_no_finding(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    assert [one for one in tiny.findings if one.code != "translation-unrecorded"] == []
    assert list(tiny.site.catalogue.items) == [
        "event/hoi-cho-mau",
        "news/tin-mau",
        "press/bai-bao-mau",
        "product/muoi-mau",
    ]
