"""A fault of a finished page is told at the line of the file behind it, where a person can mend it."""

from pathlib import Path

import pytest

from promosite.findings import Finding, Source, finding
from promosite.whence import at_origins

PAGE, FILE = "news/x/index.html", "content/vi/news/x.md"
TEXT = """---
title: "x"
---
Xem [bảng](#nope), [kia](../nowhere/).

<b id="twice">a</b> <i id="twice">b</i>
"""
AT = Source(PAGE, 147, 23)
CASES = {
    "an anchor": (finding("site-anchor-broken", AT, target="#nope", anchor="nope", path=PAGE), Source(FILE, 4, 11)),
    "a link": (finding("site-link-broken", AT, target="../nowhere/", path="news/nowhere/"), Source(FILE, 4, 25)),
    "a link as it was made": (
        finding("site-link-broken", AT, target="../../x/nowhere/", path="x"),
        Source(FILE, 4, 29),
    ),
    "an id": (finding("site-id-twice", AT, id="twice", first=147), Source(FILE, 6, 4)),
    "the page as a whole": (finding("site-page-heavy", AT, size=200, limit=150), Source(FILE, 1)),
    "what no text can cause": (finding("site-policy-missing", AT), AT),
    "a file of the site's own": (
        finding("site-drawing-active", Source("assets/x.svg", 3, 9), found="<script>"),
        Source("docs/assets/x.svg", 3, 9),
    ),
    "an asset that the program lays": (finding("site-drawing-broken", Source("assets/y.svg", 3, 9)), None),
    "a page that nobody wrote": (
        finding("site-link-broken", Source("news/index.html", 1, 1), target="y", path="y"),
        None,
    ),
}


@pytest.mark.parametrize(("one", "place"), CASES.values(), ids=CASES)
def test_a_fault_is_told_where_it_was_written(tmp_path: Path, one: Finding, place: Source | None) -> None:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text(TEXT, encoding="utf-8")
    (tmp_path / "docs/assets").mkdir(parents=True)
    (tmp_path / "docs/assets/x.svg").touch()
    (found,) = at_origins([one], {PAGE: FILE}, tmp_path)
    assert (found.code, found.params, found.source) == (one.code, one.params, place or one.source)


def test_a_file_that_is_gone_is_named_all_the_same(tmp_path: Path) -> None:
    (found,) = at_origins([CASES["a link"][0]], {PAGE: FILE}, tmp_path)
    assert found.source == Source(FILE, 1)
