"""The search index: small documents, made once, whole or not at all, the same bytes each time."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from promosite.findings import Source, finding
from promosite.model.search import SearchEntry
from promosite.render import search
from promosite.render.search import facet_tables, index_site, reuse_index
from promosite.render.search_documents import document, in_one_piece, mapped, own_words, parted, separated
from tests.projects import tree

SALT = SearchEntry(
    lang="vi",
    address="products/muoi/",
    kind="product",
    title='Muối & "Đất Đỏ"',
    names=("MM",),
    also=("huyện Cũ", "Cu District"),
    day="2024-05-21",
    stars=4,
    stars_text="4 sao",
    places=("dat-do", "tinh"),
    rows=("2023-2025/t3",),
)
NEWS = SearchEntry(
    lang="vi", address="news/tin/", kind="news", title="Tin", day="2025-01-01", date="01/01/2025", year=2025
)
ENGLISH = SearchEntry(lang="en", address="en/news/tin/", kind="news", title="News", day="2025-01-01", year=2025)
ENTRIES = (SALT, NEWS, ENGLISH)
PAGES = {
    "products/muoi/": "<nav>a</nav><!--search--><p>Đặc sản.</p><!--/search--><!--search--><p>Muối.</p><!--/search-->",
    "news/tin/": "<!--search--><p>Tin mẫu<sup class='ps-cite'>7</sup>.</p><!--/search--><footer>chân</footer>",
    "en/news/tin/": "<!--search--><p>Salts.</p><!--/search-->",
}


def lay(site: Path, pages: dict[str, str] = PAGES) -> Path:
    for address, text in pages.items():
        path = site / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<html><body>{text}</body></html>", encoding="utf-8")
    return site


# ---- Letters and documents ----


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đặc sản ở đâu", "Ḏặc sản ở ḏâu"),
        ("muối", "muối"),
        ("&#273;&#272;&#x111;&#x0110;&#X111;", "ḏḎḏḎḏ"),
        ("&#274;&#1272;&amp;", "&#274;&#1272;&amp;"),
        ("ðd", "ðd"),
    ],
)
def test_letters(text: str, expected: str) -> None:
    assert mapped(text) == expected


def test_only_marked_parts_are_read() -> None:
    assert own_words(PAGES["products/muoi/"]) == "<p>Đặc sản.</p>\n<p>Muối.</p>"
    assert own_words("<p>không có gì</p>") == ""


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<div><dt>Cơ quan chủ trì</dt><dd>Phòng A</dd></div><div><dt>Phối hợp</dt><dd>Các phòng</dd></div>",
            "<div><dt>Cơ quan chủ trì: </dt><dd>Phòng A. </dd></div><div><dt>Phối hợp: </dt><dd>Các phòng. </dd></div>",
        ),
        (
            "<tr><th>Dữ kiện</th><th>Giá trị</th></tr><tr><th>Năm</th><td><b>2018</b></td></tr>",
            "<tr><th>Dữ kiện: </th><th>Giá trị. </th></tr><tr><th>Năm: </th><td><b>2018</b>. </td></tr>",
        ),
        ("<dd>Muối.<sup class='ps-cite'><a>1</a></sup></dd><dd>Tiêu</dd>", "<dd>Muối. </dd><dd>Tiêu. </dd>"),
        ("<td></td><td>Hỏi?</td>", "<td> </td><td>Hỏi? </td>"),
        ("“Bà Rịa”<br><small>số 00076</small>", "“Bà Rịa” <br><small>số 00076</small>"),
        ("<p>Muối</p>", "<p>Muối</p>"),
    ],
)
def test_no_cell_is_glued_to_the_next(markup: str, expected: str) -> None:
    assert separated(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected", "joined"),
    [
        ("a 4-star <i>3‑star</i>", "a 4-| star <i>3‑| star</i>", "4star 3star"),
        ("1.026 and 3,1; 1.026", "1.| 026 and 3,| 1; 1.| 026", "1026 31"),
        ("from 06/7/2025 at 8:30", "from 06/| 7/| 2025 at 8:| 30", ""),
        ("vitamin-C, e-office", "vitamin-| C, e-| office", "vitaminC eoffice"),
        ("24-NQ/TW BR-VT 2023-2025", "24-NQ/TW BR-VT 2023-2025", ""),
        ('<p id="1-san-pham">R&amp;D - 4.</p>', '<p id="1-san-pham">R&amp;D - 4.</p>', ""),
    ],
)
def test_compounds_with_a_part_of_one_letter_are_parted(markup: str, expected: str, joined: str) -> None:
    found, compounds = parted(markup)
    assert found == expected.replace("|", "\N{INVISIBLE SEPARATOR}")
    assert in_one_piece(compounds) == joined


def test_compounds_of_titles_and_words_are_found_in_one_piece() -> None:
    found = document(replace(SALT, title="Muối 3-sao"), "<!--search--><p>4-star</p><!--/search-->")
    assert '<meta data-pagefind-meta="joined[content]" content="3sao 4star">' in found
    assert 'content="Muối 3-\N{INVISIBLE SEPARATOR} sao"' in found
    assert "<p>4-\N{INVISIBLE SEPARATOR} star</p>" in found


def test_a_document_holds_words_title_and_other_names_and_nothing_else() -> None:
    assert document(SALT, PAGES["products/muoi/"]) == (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title></title>'
        '<meta data-pagefind-meta="title[content]" content="Muối &amp; &quot;Ḏất Ḏỏ&quot;">'
        '<meta data-pagefind-meta="names[content]" content="MM">'
        '<meta data-pagefind-meta="also[content]" content="huyện Cũ · Cu District">'
        '<meta data-pagefind-meta="stars[content]" content="4 sao">'
        "</head><body data-pagefind-body><p>Ḏặc sản.</p>\n<p>Muối.</p></body></html>\n"
    )


# ---- The index ----


def test_each_language_has_a_whole_index_and_no_foreign_interfaces(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    assert index_site(site, ENTRIES, tmp_path / "cache") == []
    for lang, pages in (("vi", 2), ("en", 1)):
        files = set(tree(site / "pagefind" / lang))
        entry = json.loads((site / "pagefind" / lang / "pagefind-entry.json").read_text(encoding="utf-8"))
        assert {name: one["page_count"] for name, one in entry["languages"].items()} == {"und": pages}
        assert {"pagefind.js", "pagefind-worker.js", "facets.json"} <= files
        assert [name for name in files if "-ui" in name or "highlight" in name] == []
        assert sum(name.startswith("fragment/") for name in files) == pages


def test_filters_go_by_the_pages_of_the_engine_newest_first(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    index_site(site, ENTRIES, tmp_path / "cache")
    folder = site / "pagefind" / "vi"
    table = json.loads((folder / "facets.json").read_text(encoding="utf-8"))
    assert (table["kinds"], table["places"]) == (["news", "product"], ["dat-do", "tinh"])
    assert table["rows"] == ["2023-2025/t3"]
    assert list(table["pages"].values()) == [[0, 2025, None, [], []], [1, None, 4, [0, 1], [0]]]
    assert {f"{one}.pf_fragment" for one in table["pages"]} == {path.name for path in (folder / "fragment").iterdir()}
    reported = {SALT.address: replace(SALT, stars_reported=True), NEWS.address: NEWS}
    (marked,) = facet_tables(folder / "fragment", reported).values()
    assert [one[2] for one in json.loads(marked)["pages"].values()] == [None, -4]


def test_what_the_filters_need_is_cut_into_files_in_the_same_order(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    index_site(site, ENTRIES, tmp_path / "cache")
    entries = {one.address: one for one in ENTRIES if one.lang == "vi"}
    (whole,) = facet_tables(site / "pagefind" / "vi" / "fragment", entries).values()
    cut = facet_tables(site / "pagefind" / "vi" / "fragment", entries, limit=1)
    pages = {name: json.loads(text)["pages"] for name, text in cut.items()}
    assert [list(one) for one in pages.values()] == [[page] for page in json.loads(whole)["pages"]]
    assert list(pages) == ["facets.json", "facets-2.json"]
    assert [json.loads(one)["parts"] for one in (whole, cut["facets.json"])] == [1, 2]


def test_two_indexes_of_one_site_are_the_same_bytes(tmp_path: Path) -> None:
    first, second = lay(tmp_path / "one"), lay(tmp_path / "two")
    index_site(first, ENTRIES, tmp_path / "cache-one")
    index_site(second, ENTRIES, tmp_path / "cache-two")
    assert tree(first / "pagefind") == tree(second / "pagefind")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages for which the engine ran."""
    seen: list[str] = []
    real = subprocess.run

    def run(command: list[str], **options: object) -> object:
        seen.append(Path(command[command.index("--output-path") + 1]).name)
        return real(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(search.subprocess, "run", run)
    return seen


def test_the_engine_runs_only_when_something_changed(tmp_path: Path, runs: list[str]) -> None:
    cache = tmp_path / "cache"
    index_site(lay(tmp_path / "one"), ENTRIES, cache)
    index_site(lay(tmp_path / "two", PAGES | {"news/tin/": PAGES["news/tin/"].replace("chân", "khác")}), ENTRIES, cache)
    assert runs == ["vi", "en"]
    assert tree(tmp_path / "one" / "pagefind") == tree(tmp_path / "two" / "pagefind")
    index_site(lay(tmp_path / "three", PAGES | {"news/tin/": "<!--search-->Khác<!--/search-->"}), ENTRIES, cache)
    assert runs == ["vi", "en", "vi", "en"]
    assert len(list(cache.iterdir())) == 1


def test_the_note_beside_an_index_is_written_anew_and_never_laid(tmp_path: Path) -> None:
    cache, before = tmp_path / "cache", tmp_path / "before.txt"
    index_site(lay(tmp_path / "one"), ENTRIES, cache, ["a"])
    (note,) = cache.glob("*/pages.txt")
    before.hardlink_to(note)
    said = before.read_bytes()
    note.with_name(".new-1-pages.txt").write_bytes(said[:9])  # as a kill leaves it
    index_site(lay(tmp_path / "two"), ENTRIES, cache, ["b"])
    assert (before.read_bytes(), note.read_bytes() != said) == (said, True)
    assert tree(tmp_path / "two" / "pagefind") == tree(tmp_path / "one" / "pagefind")


def test_a_page_that_was_not_built_is_not_indexed(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", {"news/tin/": PAGES["news/tin/"]})
    assert index_site(site, ENTRIES, tmp_path / "cache") == []
    assert [path.name for path in (site / "pagefind").iterdir()] == ["vi"]


# ---- Faults ----


def engine(text: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "engine"
        path.write_text(f"#!{sys.executable}\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return write


FAULTS = [
    ("says why", engine("import sys; sys.exit('no room left')"), "no room left"),
    ("says nothing", engine("raise SystemExit(3)"), "exit 3"),
    ("writes nothing", engine("print('done')"), "done"),
    ("is no program", lambda folder: folder, ""),
    ("is not there", lambda folder: folder / "nowhere", "nowhere"),
]


@pytest.mark.parametrize(("make", "reason"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_of_the_engine_is_a_finding_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], Path], reason: str
) -> None:
    site, cache = lay(tmp_path / "site"), tmp_path / "cache"
    program = make(tmp_path)
    monkeypatch.setattr(search, "get_executable", lambda: program)
    (found,) = index_site(site, ENTRIES, cache)
    assert (found.code, found.source) == ("search-index-failed", Source("pagefind"))
    assert reason in found.params["reason"]
    assert not (site / "pagefind").exists()
    assert list(cache.iterdir()) == []


def test_a_missing_binary_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise FileNotFoundError("Could not find pagefind")

    monkeypatch.setattr(search, "get_executable", missing)
    expected = finding("search-index-failed", Source("pagefind"), reason="Could not find pagefind")
    assert index_site(lay(tmp_path / "site"), ENTRIES, tmp_path / "cache") == [expected]


# ---- Previews ----


def test_a_preview_takes_the_last_index_or_none(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert not reuse_index(lay(tmp_path / "before"), cache)
    index_site(lay(tmp_path / "site"), ENTRIES, cache)
    assert reuse_index(lay(tmp_path / "preview", {"news/tin/": "anders"}), cache)
    assert tree(tmp_path / "preview" / "pagefind") == tree(tmp_path / "site" / "pagefind")
