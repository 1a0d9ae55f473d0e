"""What was read in a page is the same when it was kept in between."""

from pathlib import Path

import pytest

from promosite.check import markup, reading
from promosite.check.kept import read_records, write_records
from promosite.check.markup import read_page
from promosite.check.reading import read_pages
from tests.check.tiny import lay, tiny_site

EVERYTHING = """<!doctype html><html lang="en"><head><title>A page</title><base href="/x/">
<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=b/"><link rel="next" href="2/">
<link rel="canonical" href="https://example.org/"><link rel="alternate" hreflang="vi" href="https://example.org/vi/"><style>a{background:url(x.png)}</style>
<script type="application/ld+json">{"@type":"Thing"}</script></head><body><a name="old" href="#top" hreflang="vi">x</a>
<h1 id="one">title: leaked</h1><p onclick="x()">{{ leaked }}</p><img src="a.png" alt="A" width="1" height="1">
<form action="/go"><a target="_blank" href="https://example.org">out</a></form></body></html>"""


def test_everything_that_a_page_says_is_kept(tmp_path: Path) -> None:
    pages = {
        "a": read_page("a/index.html", EVERYTHING.encode()),
        "b": read_page("b.html", b""),
        "c": read_page("c", b"\xff<p>"),
    }
    write_records(tmp_path / "records.json", "program", pages)
    assert read_records(tmp_path / "records.json", "program") == pages
    assert read_records(tmp_path / "records.json", "another") == {}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[",
        "[1]",
        '["program", {}]\n["a", {}]',
        '["program", {}]\n["a"',
        '["program", {"x": [[1]]}]',
        '["program", {}, {}]',
        "[" * 100_000,
    ],
)
def test_what_is_damaged_is_not_believed(tmp_path: Path, said: str) -> None:
    (tmp_path / "records.json").write_text(said)
    assert read_records(tmp_path / "records.json", "program") == {}


def test_only_what_has_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, records = lay(tmp_path / "site", tiny_site()), tmp_path / "cache" / "records.json"
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    first, _ = read_pages(site, paths, records)
    read: list[str] = []

    def reading_page(path: str, data: bytes) -> markup.Page:
        read.append(path)
        return read_page(path, data)

    monkeypatch.setattr(reading, "read_page", reading_page)
    assert read_pages(site, paths, records)[0] == first == read_pages(site, paths)[0]
    assert read == paths
    read.clear()
    (site / paths[0]).write_text(EVERYTHING, encoding="utf-8")
    (site / "moved.html").write_bytes((site / paths[1]).read_bytes())
    after, _ = read_pages(site, [paths[0], "moved.html"], records)
    assert (read, after["moved.html"].path) == ([paths[0]], "moved.html")
