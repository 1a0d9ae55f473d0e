"""Every file is read once and strictly; one that cannot be read never hides another."""

import os
import unicodedata
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.findings import Source, finding
from promosite.load import load_content
from promosite.load.documents import load_documents
from promosite.load.files import MAX_TEXT, read_text
from promosite.load.refusal import RefusedError
from tests.worlds import DRAWING, PICTURE

GOOD = "---\ntitle: Tốt\n---\nBài\n"
Told = tuple[str, str, dict[str, str]]

WORD = {"found": ".docx", "case": "paper"}


def doubled(meant: str) -> dict[str, str]:
    return {"found": ".txt", "expected": meant, "case": "doubled"}


def told(root: Path) -> list[Told]:
    """Lay one good item beside whatever is there, and return what is said of the rest."""
    good = root / "content" / "vi" / "news" / "tot.md"
    good.parent.mkdir(parents=True, exist_ok=True)
    good.write_text(GOOD, encoding="utf-8")
    content, findings = load_content(root, ("vi", "en"))
    assert [file.path for file in content.items] == ["content/vi/news/tot.md"]
    return [(one.code, str(one.source), dict(one.params)) for one in findings]


def put(root: Path, path: str, content: bytes | str = GOOD) -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # Names
        (
            "content/vi/news/Tin.md",
            ("file-name", "content/vi/news/Tin.md:1", {"found": "Tin.md", "expected": "tin.md"}),
        ),
        (
            "content/vi/news/tin tức.md",
            ("file-name", "content/vi/news/tin tức.md:1", {"found": "tin tức.md", "expected": "tin-tuc.md"}),
        ),
        (
            "content/vi/news/tin?.md",
            ("file-name", "content/vi/news/tin?.md:1", {"found": "tin?.md", "expected": "tin.md"}),
        ),
        (
            "content/vi/news/~$tin.md",
            ("file-name", "content/vi/news/~$tin.md:1", {"found": "~$tin.md", "case": "lock"}),
        ),
        ("content/vi/news/.an.md", ("file-name", "content/vi/news/.an.md:1", {"found": ".an.md", "expected": "an.md"})),
        ("content/vi/news/-a.md", ("file-name", "content/vi/news/-a.md:1", {"found": "-a.md", "expected": "a.md"})),
        (
            "content/vi/news/a--b.md",
            ("file-name", "content/vi/news/a--b.md:1", {"found": "a--b.md", "expected": "a-b.md"}),
        ),
        (
            "content/vi/news/a\nb.md",
            ("file-name", r"content/vi/news/a\nb.md:1", {"found": r"a\nb.md", "expected": "a-b.md"}),
        ),
        (
            "content/vi/news/a\u202eb.md",
            ("file-name", r"content/vi/news/a\u202eb.md:1", {"found": r"a\u202eb.md", "expected": "a-b.md"}),
        ),
        (
            "content/vi/news/" + "a" * 98 + ".md",
            (
                "file-name",
                "content/vi/news/" + "a" * 98 + ".md:1",
                {"found": "a" * 98 + ".md", "expected": "a" * 60 + ".md"},
            ),
        ),
        ("content/vi/Tin Tức/a.md", ("file-name", "content/vi/Tin Tức:1", {"found": "Tin Tức", "expected": "tin-tuc"})),
        # Kinds
        ("content/vi/news/a.html", ("file-kind", "content/vi/news/a.html:1", {"found": ".html"})),
        ("content/vi/news/a.js", ("file-kind", "content/vi/news/a.js:1", {"found": ".js"})),
        ("content/vi/news/a.md.bak", ("file-kind", "content/vi/news/a.md.bak:1", {"found": ".bak"})),
        ("content/vi/news/Bài viết.docx", ("file-kind", "content/vi/news/Bài viết.docx:1", WORD)),
        ("content/vi/news/Bài.DOCX", ("file-kind", "content/vi/news/Bài.DOCX:1", WORD)),
        ("content/media/IMG 1.HEIC", ("picture-heic", "content/media/IMG 1.HEIC:1", {"found": ".heic"})),
        ("content/vi/news/a.md.txt", ("file-kind", "content/vi/news/a.md.txt:1", doubled("a.md"))),
        (
            "content/vi/news/Huyện mới.md.txt",
            ("file-kind", "content/vi/news/Huyện mới.md.txt:1", doubled("huyen-moi.md")),
        ),
        ("content/data/units.yml.txt", ("file-kind", "content/data/units.yml.txt:1", doubled("units.yml"))),
        ("content/vi/news/★.md.txt", ("file-kind", "content/vi/news/★.md.txt:1", {"found": ".txt"})),
        ("content/data/a.md.txt", ("file-kind", "content/data/a.md.txt:1", {"found": ".txt"})),
        ("content/media/a.md.txt", ("file-kind", "content/media/a.md.txt:1", {"found": ".txt"})),
        ("content/vi/news/a", ("file-kind", "content/vi/news/a:1", {"found": "a"})),
        ("content/vi/news/a.yml", ("file-kind", "content/vi/news/a.yml:1", {"found": ".yml"})),
        ("content/vi/news/a.jpg", ("file-kind", "content/vi/news/a.jpg:1", {"found": ".jpg"})),
        ("content/vi/news/a.docx", ("file-kind", "content/vi/news/a.docx:1", {"found": ".docx", "case": "paper"})),
        (
            "content/vi/news/~$a.docx",
            ("file-name", "content/vi/news/~$a.docx:1", {"found": "~$a.docx", "case": "lock"}),
        ),
        (
            "content/vi/news/desktop.ini",
            ("file-kind", "content/vi/news/desktop.ini:1", {"found": ".ini", "case": "litter"}),
        ),
        (
            "content/media/IMG 1.JPG",
            ("file-name", "content/media/IMG 1.JPG:1", {"found": "IMG 1.JPG", "expected": "img-1.jpg"}),
        ),
        ("content/data/a.yaml", ("file-kind", "content/data/a.yaml:1", {"found": ".yaml"})),
        ("content/data/a.md", ("file-kind", "content/data/a.md:1", {"found": ".md"})),
        ("content/data", ("file-kind", "content/data:1", {"found": "data"})),
        ("content/media/a.svg", ("file-kind", "content/media/a.svg:1", {"found": ".svg"})),
        ("content/media/a.gif", ("file-kind", "content/media/a.gif:1", {"found": ".gif"})),
        ("content/media/a.md", ("file-kind", "content/media/a.md:1", {"found": ".md"})),
        ("content/media/a/media.yml", ("file-kind", "content/media/a/media.yml:1", {"found": ".yml"})),
        # Places
        ("content/a.md", ("file-misplaced", "content/a.md:1:1", {"languages": "vi, en"})),
        ("content/vi/a.md", ("file-misplaced", "content/vi/a.md:1:1", {"languages": "vi, en"})),
        ("content/vi/news/a/b.md", ("file-misplaced", "content/vi/news/a/b.md:1:1", {"languages": "vi, en"})),
        ("content/ja/news/a.md", ("file-misplaced", "content/ja/news/a.md:1:1", {"languages": "vi, en"})),
        ("content/news/a.md", ("file-misplaced", "content/news/a.md:1:1", {"languages": "vi, en"})),
        ("content/data/a/units.yml", ("file-misplaced", "content/data/a/units.yml:1:1", {"languages": "vi, en"})),
        ("content/data/media.yml", ("file-misplaced", "content/data/media.yml:1:1", {"languages": "vi, en"})),
    ],
)
def test_names_kinds_and_places(tmp_path: Path, path: str, expected: Told) -> None:
    put(tmp_path, path, "[]\n")
    assert told(tmp_path) == [expected]


def test_a_name_in_separate_marks_is_refused(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "đất.md")
    put(tmp_path, f"content/vi/news/{name}")
    assert told(tmp_path) == [("file-name", f"content/vi/news/{name}:1", {"found": name, "expected": "dat.md"})]


def test_a_name_that_is_not_text_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "vi" / "news"
    folder.mkdir(parents=True)
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xff.md"))).write_text(GOOD, encoding="utf-8")
    assert told(tmp_path) == [("file-name", r"content/vi/news/\udcff.md:1", {"found": r"\udcff.md", "case": "letters"})]


@pytest.mark.parametrize("name", [".gitkeep", ".DS_Store", "Thumbs.db"])
def test_what_machines_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"content/vi/news/{name}", b"\xff")
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("content/vi/news/a.md", "tot.md"),
        ("content/vi/news/a.md", "../../../secret.md"),
        ("content/vi/news/a.md", "nowhere.md"),
        ("content/vi/news/a.md", "a.md"),
        ("content/vi/events", "news"),
        ("content/vi/loop", "../vi"),
        ("content/media/a.jpg", "/etc/hostname"),
    ],
)
def test_a_link_is_never_followed(tmp_path: Path, path: str, target: str) -> None:
    put(tmp_path, "secret.md")
    link = tmp_path / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)
    assert told(tmp_path) == [("file-not-plain", f"{path}:1", {})]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFO files")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "content" / "vi" / "news").mkdir(parents=True)
    os.mkfifo(tmp_path / "content" / "vi" / "news" / "a.md")
    assert told(tmp_path) == [("file-not-plain", "content/vi/news/a.md:1", {})]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\ntitle: Tốt\n---\nBài".encode("utf-16"), ("text-not-utf8", 1, 1, {})),
        ("---\ntitle: a\n---\nb".encode("utf-16-le"), ("text-control", 1, 2, {"found": "U+0000"})),
        ("---\ntitle: Đặc sản\n".encode("cp1258", "replace"), ("text-not-utf8", 2, 1, {})),
        ("---\r\ntitle: Tốt\r\n---\r\nBà".encode() + b"\xc3", ("text-not-utf8", 4, 1, {})),
        ("---\ntitle: a\n---\nab\x00", ("text-control", 4, 3, {"found": "U+0000"})),
        ("---\ntitle: \x1b[2J\n---\n", ("text-control", 2, 8, {"found": "U+001B"})),
        ("---\ntitle: a\u202eb\n---\n", ("text-control", 2, 9, {"found": "U+202E"})),
        ("---\ntitle: a\n---\na\u2028b", ("text-control", 4, 2, {"found": "U+2028"})),
        ("---\ntitle: a\n---\na\u061cb", ("text-control", 4, 2, {"found": "U+061C"})),
        ("---\ntitle: a\n---\na\x85b", ("text-control", 4, 2, {"found": "U+0085"})),
        ("---\ntitle: a\x0c\n---\n", ("text-control", 2, 9, {"found": "U+000C"})),
        ("\ufeff\ufeff---\ntitle: a\n---\n", ("text-control", 1, 1, {"found": "U+FEFF"})),
        (unicodedata.normalize("NFD", "---\ntitle: a\n---\nxin Đất"), ("text-nfd", 4, 6, {})),
        ("---\ntitle: o\u0301\n---\n", ("text-nfd", 2, 8, {})),
        ("---\ntitle: a\n---\n" + "a" * MAX_TEXT, ("file-too-large", 1, 1, {"found": "500017", "limit": "500000"})),
        ("", ("header-missing", 1, 1, {})),
        (b"PK\x03\x04\x14\x00", ("file-kind", 1, 1, {"found": ".docx", "case": "renamed"})),
        (
            "---\ntitle: Hội chợ: ngày 1\n---\n",
            ("yaml-syntax", 2, 15, {"case": "colon"}),
        ),
    ],
)
def test_what_cannot_be_read(
    tmp_path: Path, content: bytes | str, expected: tuple[str, int, int, dict[str, str]]
) -> None:
    code, line, column, params = expected
    put(tmp_path, "content/vi/news/a.md", content)
    assert told(tmp_path) == [(code, f"content/vi/news/a.md:{line}:{column}", params)]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("units.yml", "- id: a\n  id: b\n", ("yaml-duplicate-key", 2, 3, {"key": "id", "first": "1"})),
        ("units.yml", "", ("yaml-documents", 1, 1, {"found": "0", "case": "empty"})),
        ("units.yml", "# sau\n", ("yaml-documents", 1, 1, {"found": "0", "case": "empty"})),
        ("units.yml", "a: 1\n---\nb: 2", ("yaml-documents", 1, 1, {"found": "2"})),
        ("plan-2023-2025.yml", "", ("yaml-documents", 1, 1, {"found": "0"})),
        ("units.yml", b"- \xff", ("text-not-utf8", 1, 1, {})),
        ("units.yml", "- a: [b\n", ("yaml-syntax", 1, 6, {"case": "bracket", "found": "["})),
    ],
)
def test_data_that_cannot_be_read(
    tmp_path: Path, name: str, content: bytes | str, expected: tuple[str, int, int, dict[str, str]]
) -> None:
    code, line, column, params = expected
    put(tmp_path, f"content/data/{name}", content)
    assert told(tmp_path) == [(code, f"content/data/{name}:{line}:{column}", params)]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends_do_not_matter(tmp_path: Path, mark: str, end: str) -> None:
    text = "---\ntitle: Tốt\n---\n\nBài\nhai\n"
    put(tmp_path, "content/vi/news/a.md", mark + text.replace("\n", end))
    put(tmp_path, "content/vi/news/b.md", text)
    content, findings = load_content(tmp_path, ("vi",))
    one, two = content.items
    assert findings == []
    assert (one.header, one.body, one.body_line, one.digest) == (two.header, two.body, two.body_line, two.digest)
    assert (two.body, two.body_line) == ("Bài\nhai\n", 5)


def test_everything_is_read_in_order(tmp_path: Path) -> None:
    put(tmp_path, "content/vi/news/b.md")
    put(tmp_path, "content/vi/news/a.md")
    put(tmp_path, "content/en/news/a.md")
    put(tmp_path, "content/vi/loai/c.md")
    put(tmp_path, "content/data/units.yml", "[]")
    put(tmp_path, "content/media/media.yml", "[]")
    put(tmp_path, "content/media/nam-2024/a.png", PICTURE)
    put(tmp_path, "docs/assets/drawings/salt.svg", DRAWING)
    content, findings = load_content(tmp_path, ("vi", "en"))
    assert findings == []
    assert [(file.path, file.lang, file.folder, file.stem) for file in content.items] == [
        ("content/en/news/a.md", "en", "news", "a"),
        ("content/vi/loai/c.md", "vi", "loai", "c"),
        ("content/vi/news/a.md", "vi", "news", "a"),
        ("content/vi/news/b.md", "vi", "news", "b"),
    ]
    assert {name: file.path for name, file in content.data.items()} == {
        "units": "content/data/units.yml",
        "media": "content/media/media.yml",
    }
    assert set(content.pictures) == {"drawings/salt.svg", "nam-2024/a.png"}


@pytest.mark.parametrize("plain", [False, True])
def test_without_the_folder_of_content_there_is_no_site(tmp_path: Path, plain: bool) -> None:
    if plain:
        put(tmp_path, "content", "")
    content, findings = load_content(tmp_path, ("vi",))
    assert (content.items, dict(content.data), dict(content.pictures)) == ((), {}, {})
    assert findings == [finding("folder-missing", Source("content", 1), found="content")]


@pytest.mark.parametrize("linked", ["content", "docs", "docs/vi", "docs/assets", "docs/assets/drawings"])
def test_no_folder_of_the_project_is_a_link(tmp_path: Path, linked: str) -> None:
    put(tmp_path, "content/vi/news/a.md")
    put(tmp_path, "docs/vi/a.md")
    put(tmp_path, "docs/assets/drawings/salt.svg", DRAWING)
    (tmp_path / linked).rename(tmp_path / "elsewhere")
    (tmp_path / linked).symlink_to(tmp_path / "elsewhere")
    content, findings = load_content(tmp_path, ("vi",))
    pages, unread = load_documents(tmp_path, ("vi",))
    assert {one.code for one in (*findings, *unread)} == {"file-not-plain"}
    assert {str(one.source) for one in (*findings, *unread)} <= {
        "content:1",
        "docs/vi:1",
        "docs/assets:1",
        "docs/assets/drawings:1",
    }
    assert [one.path for one in (*content.items, *pages) if one.path.startswith(linked)] == []
    assert not (content.pictures and "assets" in linked)


SVG = "docs/assets/drawings/x.svg"
XMLNS = 'xmlns="http://www.w3.org/2000/svg"'
TOO_LARGE = {"found": "500001", "limit": "500000"}
NO_SIZE = ("drawing-size", "1:1", {"limit": "16383"})


@pytest.mark.parametrize(
    ("content", "told_of"),
    [
        (f"<svg {XMLNS} viewBox='0 0 1 1'></svg>", NO_SIZE),
        (f'<svg {XMLNS} width="9"/>', NO_SIZE),
        (f'<svg {XMLNS} width="9" height="100%"/>', NO_SIZE),
        (f'<svg {XMLNS} width="9" height="9.5"/>', NO_SIZE),
        (f'<svg {XMLNS} width="0" height="1"/>', NO_SIZE),
        (f'<svg {XMLNS} width="16384" height="1"/>', NO_SIZE),
        (f'<svg {XMLNS} width="{"9" * 5000}" height="1"/>', NO_SIZE),
        (f'<!-- <svg {XMLNS} width="1" height="1"> -->\n<svg {XMLNS}/>', ("drawing-size", "2:1", {"limit": "16383"})),
        ('<svg width="1" height="1"/>', ("drawing-root", "1:1", {})),
        ('<html width="1" height="1"/>', ("drawing-root", "1:1", {})),
        (f'<g {XMLNS} width="1" height="1"/>', ("drawing-root", "1:1", {})),
        ("", ("drawing-root", "1:1", {})),
        ("\n", ("drawing-root", "2:1", {})),
        ("Muối", ("drawing-root", "1:1", {})),
        (PICTURE, ("text-not-utf8", "1:1", {})),
        (b'<svg width="1"\nheight="1"/>\xff', ("text-not-utf8", "2:1", {})),
        (b" " * 500_001, ("file-too-large", "1:1", TOO_LARGE)),
    ],
)
def test_drawings_that_cannot_be_used(tmp_path: Path, content: bytes | str, told_of: Told) -> None:
    code, place, params = told_of
    put(tmp_path, SVG, content)
    assert told(tmp_path) == [(code, f"{SVG}:{place}", params)]


@pytest.mark.parametrize(
    "text",
    [
        f"<svg width='12' height='8' {XMLNS}/>",
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- <a width="3"> -->\n<svg {XMLNS}\n height="8"\n width="12" />',
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="12" height="8"/>',
        f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg {XMLNS} width="12" height="8"/>',
    ],
)
def test_a_drawing_says_how_large_it_is(tmp_path: Path, text: str) -> None:
    put(tmp_path, SVG, text)
    (tmp_path / "content").mkdir()
    content, findings = load_content(tmp_path, ("vi",))
    assert findings == []
    assert [(one.name, one.width, one.height) for one in content.pictures.values()] == [("drawings/x.svg", 12, 8)]
    assert content.assets == ("assets/drawings/x.svg",)


def test_a_drawing_has_a_name_that_addresses_can_carry(tmp_path: Path) -> None:
    put(tmp_path, SVG, DRAWING)
    folder = tmp_path / "docs" / "assets" / "drawings"
    (folder / "x.svg").rename(Path(os.fsdecode(os.fsencode(folder) + b"/\xff.svg")))
    assert [one[:2] for one in told(tmp_path)] == [("file-name", r"docs/assets/drawings/\udcff.svg:1")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFO files")
def test_a_pipe_among_drawings_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets" / "drawings").mkdir(parents=True)
    os.mkfifo(tmp_path / SVG)
    assert told(tmp_path) == [("file-not-plain", f"{SVG}:1", {})]
    with pytest.raises(RefusedError, match="file-not-plain"):
        read_text(tmp_path / SVG)


ASSETS = [
    *(f"a.{ending}" for ending in ("svg", "png", "ico", "woff2", "pdf", "txt", "html", "js", "css", "docx", "exe")),
    *("drawings/a.png", "drawings/a.svgz", "drawings/a.svg.html", "drawings/a/a.svg", "images/a.svg"),
]


@pytest.mark.parametrize("name", ASSETS)
def test_the_sites_own_files_are_drawings_and_nothing_else(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"docs/assets/{name}", DRAWING)
    (tmp_path / "content").mkdir()
    params = {"found": Path(name).suffix, "case": "asset"}
    assert told(tmp_path) == [("file-kind", f"docs/assets/{name}:1", params)]


def test_folders_inside_each_other_have_an_end(tmp_path: Path) -> None:
    put(tmp_path, "content/media/2024/01/02/03/a.png", PICTURE)
    folder = tmp_path / "content" / "vi" / "news"
    folder.mkdir(parents=True)
    for _ in range(600):  # one by one: to make them at once would be too deep for Python as well
        folder = folder / "a"
        folder.mkdir()
    assert told(tmp_path) == [("folder-too-deep", f"content/vi/news{'/a' * 7}:1", {"limit": "8"})]


@pytest.mark.parametrize("path", ["content/vi/news/a.md", "content/data/a.yml", "content/media/a.png", SVG])
def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, path: str) -> None:
    put(tmp_path, path, b"")
    os.truncate(tmp_path / path, 3_000_000_000)
    ((code, _, params),) = told(tmp_path)
    assert (code, params["found"]) in {("file-too-large", "3000000000"), ("picture-too-large", "3000.0")}


def refuse(*_: object, **__: object) -> NoReturn:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("path", ["content/vi/news/a.md", "content/data/a.yml", "content/media/a.png", SVG])
def test_a_file_that_the_system_keeps_to_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    put(tmp_path, path)
    real = os.open
    monkeypatch.setattr(os, "open", lambda name, *how: refuse() if Path(name) == tmp_path / path else real(name, *how))
    ((code, place, params),) = told(tmp_path)
    assert (code, place.removesuffix(":1:1").removesuffix(":1"), params) == (
        "file-unreadable",
        path,
        {"reason": "Permission denied"},
    )


def test_a_folder_that_the_system_keeps_to_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "content/vi/news/a.md")
    monkeypatch.setattr(os, "scandir", refuse)
    content, findings = load_content(tmp_path, ("vi",))
    assert content.items == ()
    assert findings[-1] == finding("file-unreadable", Source("content", 1, 1), reason="Permission denied")


@given(st.binary(), st.sampled_from([b"", b"---\na: ", b"\xef\xbb\xbf---\n"]))
def test_any_bytes_are_text_or_a_refusal_with_a_place(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, lead: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.md"
    file.write_bytes(lead + raw)
    try:
        text, digest = read_text(file)
    except RefusedError as problem:
        lines = (lead + raw).replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        return
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert len(digest) == 64


LINES = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), max_size=8)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
def test_line_ends_and_a_byte_order_mark_make_no_difference(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], end: str, mark: str
) -> None:
    def read(text: str) -> tuple[str, object]:
        file = tmp_path_factory.getbasetemp() / "ends.md"
        file.write_bytes(text.encode())
        try:
            return "read", read_text(file)
        except RefusedError as problem:
            return problem.code, (problem.line, problem.column, problem.params)

    text = unicodedata.normalize("NFC", "\n".join(lines))
    assert read(mark + text.replace("\n", end)) == read(text)


@given(st.text("aăâbcđeêoôơuư ", max_size=8), st.sampled_from("ắằẩốộợịỳâêơ"), st.text("abc ", max_size=8))
def test_letters_and_marks_apart_are_never_taken_for_letters_with_marks(
    tmp_path_factory: pytest.TempPathFactory, before: str, letter: str, after: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "apart.md"
    file.write_bytes(unicodedata.normalize("NFD", before + letter + after).encode())
    with pytest.raises(RefusedError, match="text-nfd"):
        read_text(file)


def test_hand_written_pages_of_all_languages(tmp_path: Path) -> None:
    put(tmp_path, "docs/vi/index.md")
    put(tmp_path, "docs/vi/a/b.md")
    put(tmp_path, "docs/en/index.md", "không có đầu")
    put(tmp_path, "docs/dev/index.md")
    pages, findings = load_documents(tmp_path, ("vi", "en"))
    assert [(page.path, page.lang, page.folder, page.stem) for page in pages] == [
        ("docs/vi/a/b.md", "vi", "a", "b"),
        ("docs/vi/index.md", "vi", ".", "index"),
    ]
    assert [(one.code, str(one.source)) for one in findings] == [("header-missing", "docs/en/index.md:1:1")]
