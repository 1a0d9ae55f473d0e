"""A search index that lacks a part is found before anybody publishes it."""

import json
from pathlib import Path

import pytest

from tests.check.test_check_site import codes
from tests.check.tiny import Files, drop, lay, put, tiny_site

FOLDER = "pagefind/vi/"
ENTRY = f"{FOLDER}pagefind-entry.json"
LANGUAGES = {"languages": {"vi": {"hash": "vi_1", "wasm": None, "page_count": 1}}}


def indexed_site() -> Files:
    parts = ["pagefind.js", "pagefind-worker.js", "facets.json", "pagefind.vi_1.pf_meta", "wasm.unknown.pagefind"]
    parts += ["index/vi_2.pf_index", "fragment/vi_3.pf_fragment"]
    return {**tiny_site(), ENTRY: json.dumps(LANGUAGES).encode(), **{FOLDER + part: b"x" for part in parts}}


def test_a_whole_index_is_no_finding(tmp_path: Path) -> None:
    assert codes(lay(tmp_path, indexed_site())) == []


@pytest.mark.parametrize(
    "change",
    [
        drop(f"{FOLDER}pagefind.js"),
        drop(f"{FOLDER}facets.json"),
        drop(f"{FOLDER}pagefind.vi_1.pf_meta"),
        drop(f"{FOLDER}wasm.unknown.pagefind"),
        drop(f"{FOLDER}fragment/vi_3.pf_fragment"),
        put(ENTRY, "{"),
        put(ENTRY, "[]"),
        put(ENTRY, '{"languages": {"vi": {}}}'),
    ],
)
def test_a_part_that_is_missing_is_a_finding(tmp_path: Path, change: object) -> None:
    files = indexed_site()
    change(files)  # type: ignore[operator]
    assert codes(lay(tmp_path, files)) == [("site-search-broken", ENTRY)]
