"""Every page of the real site and of the sample year is sound HTML."""

import json
import os
from pathlib import Path

import pytest

from tests.judges import html_faults


@pytest.mark.parametrize("which", ["real_project", "sample_project"])
def test_pages_are_sound(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    site = request.getfixturevalue(which) / "site"
    faults = html_faults(site, tmp_path)
    if target := os.environ.get("PROMOSITE_HTML_RECORD"):
        pages = sum(1 for _ in site.rglob("*.html"))
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"html_pages": pages, "html_faults": len(faults)}) + "\n")
    assert faults == []


def test_the_judge_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("<!doctype html><html lang=en><title>A</title><p><div></div></p></html>")
    assert html_faults(tmp_path / "site", tmp_path) != []
