"""Every page of the real site and of the sample year is sound HTML, but for what the theme brings along."""

from pathlib import Path

import pytest

from tests.judges import html_faults

THEME = {("valid-autocomplete", 'autocomplete attribute cannot be used on <input type="checkbox">')}
"""Material's two hidden checkboxes carry `autocomplete="off"`, so that a browser does not restore an open menu when
one goes back. Its script needs them; no reader meets them, since our header has a menu of its own."""


@pytest.mark.parametrize("which", ["real_project", "sample_project"])
def test_pages_are_sound(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    site = request.getfixturevalue(which) / "site"
    faults = html_faults(site, tmp_path)
    assert {(rule, message) for _, rule, message in faults} <= THEME, [one for one in faults if one[1:] not in THEME]


def test_the_judge_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("<!doctype html><html lang=en><title>A</title><p><div></div></p></html>")
    assert html_faults(tmp_path / "site", tmp_path) != []
