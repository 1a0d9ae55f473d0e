"""Findings in print: a caret under the right letter, annotations that GitHub reads, a bar that leaves nothing."""

import io
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from promosite.findings import Finding, Source, finding
from promosite.messages import load_messages
from promosite.progress import Progress, bar_line
from promosite.reporting import as_annotations, lines_of, quoted, report
from promosite.watch import changes, snapshot

VI, EN = load_messages("vi"), load_messages("en")
STAGES = ("load", "validate", "link", "generate")


def at(line: int | None, column: int | None, path: str = "a.md") -> Finding:
    return finding("date-full", Source(path, line, column), field="start", found="22/11/2026")


LONG = "x" * 200
QUOTED = {
    "in the middle": ("---\nstart: 22/11/2026\n---\n", 2, 8, ["start: 22/11/2026", "       ^"]),
    "at the beginning": ("a\nb", 2, 1, ["b", "^"]),
    "behind the last letter": ("abc", 1, 4, ["abc", "   ^"]),
    "Vietnamese": ("Đặc sản ở đây", 1, 9, ["Đặc sản ở đây", "        ^"]),
    "marks that stand alone": ("Mu\u006f\u0302\u0301i a", 1, 8, ["Mu\u006f\u0302\u0301i a", "     ^"]),
    "wide letters": ("日本 x", 1, 4, ["日本 x", "     ^"]),
    "a tab": ("\tab", 1, 2, [" ab", " ^"]),
    "Windows lines": ("a\r\nbc\r\n", 2, 2, ["bc", " ^"]),
    "lines of an old Mac": ("a\rbc", 2, 2, ["bc", " ^"]),
    "byte order mark": ("\ufeffabc", 1, 2, ["abc", " ^"]),
    "what would steer a terminal": ("a\x1b[31m\u202eb", 1, 2, ["a�[31m�b", " ^"]),
    "a long line, near its end": (LONG, 1, 190, ["…" + "x" * 71, " " * 61 + "^"]),
    "a long line, in the middle": (LONG, 1, 100, ["…" + "x" * 100 + "…", " " * 61 + "^"]),
    "a long line, near its beginning": (LONG, 1, 3, ["x" * 100 + "…", "  ^"]),
}


@pytest.mark.parametrize(("content", "line", "column", "wanted"), QUOTED.values(), ids=QUOTED.keys())
def test_a_caret_stands_below_the_place(
    content: str, line: int, column: int, wanted: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_bytes(content.encode())
    assert quoted(at(line, column), lines_of(tmp_path / "a.md")) == [f"    | {one}" for one in wanted]


@pytest.mark.parametrize(
    "one",
    [at(None, None), at(1, None), at(3, 1), at(1, 5), at(1, 1, "b.md"), at(1, 1, "."), at(1, 1, "a\x00b")],
    ids=str,
)
def test_without_a_place_nothing_is_quoted(one: Finding, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"abc\n")
    assert quoted(one, lines_of(tmp_path / one.source.path)) == []


def test_a_file_that_is_no_text_can_be_quoted(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"ab\xff\xfe")
    assert quoted(at(1, 3), lines_of(tmp_path / "a.md")) == ["    | ab��", "    |   ^"]


def test_the_report_in_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"---\nstart: 22/11/2026\n---\n")
    assert report([at(2, 8)], [VI, EN], "text", tmp_path).split("\n") == [
        "a.md:2:8: error date-full  Trường “start”: “22/11/2026” không phải ngày. Viết theo dạng 2024-05-21.",
        "    Field “start”: “22/11/2026” is not a date. Write it as 2024-05-21.",
        "    | start: 22/11/2026",
        "    |        ^",
        "1 lỗi, 0 cảnh báo.",
        "Errors: 1, warnings: 0.",
        "Giải thích kèm ví dụ cho từng mã: docs/handbook/vi/findings.md#date-full",
        "Each code is explained, with examples, in docs/handbook/en/findings.md#date-full",
    ]


def test_nothing_is_explained_where_nothing_was_found(tmp_path: Path) -> None:
    assert report([], [EN], "text", tmp_path) == "Errors: 0, warnings: 0."


def test_the_report_as_data(tmp_path: Path) -> None:
    (record,) = json.loads(report([at(2, 8)], [EN], "json", tmp_path))
    assert (record["path"], record["line"], record["column"], record["severity"]) == ("a.md", 2, 8, "error")


ANNOTATIONS = {
    "an error": (
        at(2, 8),
        "::error file=a.md,line=2,col=8,title=date-full::Field “start”: “22/11/2026” is not a date. "
        "Write it as 2024-05-21.",
    ),
    "a warning without a place": (
        finding("publisher-missing", Source("mkdocs.yml")),
        "::warning file=mkdocs.yml,title=publisher-missing::No publisher is set (extra.promosite.publisher); "
        "every page says that it is a demonstration site.",
    ),
    "signs with a meaning of their own": (
        finding("file-name", Source("content/a,b:c%.md"), found="50%\nx", expected="50-x"),
        "::error file=content/a%2Cb%3Ac%25.md,title=file-name::The name “50%25\\nx” cannot be used: it takes small "
        "letters without marks, digits and hyphens only. Rename it to 50-x.",
    ),
}


@pytest.mark.parametrize(("one", "line"), ANNOTATIONS.values(), ids=ANNOTATIONS.keys())
def test_annotations_for_github(one: Finding, line: str) -> None:
    assert list(as_annotations([one], [EN])) == [line]


def test_annotations_hold_each_language_on_a_line_of_its_own(tmp_path: Path) -> None:
    text = report([at(2, 8)], [VI, EN], "github", tmp_path)
    assert text.count("%0A") == 1
    assert "\n" not in text


# ---- The bar ----


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        ("load", "[........................] đọc tệp / reading files (3 s)"),
        ("link", "[############............] nối các bài / linking items (3 s)"),
    ],
)
def test_the_bar_says_what_is_being_done(stage: str, line: str) -> None:
    assert bar_line(STAGES, stage, [VI, EN], 3.2) == line


def drawn(stream: io.StringIO, after: float, work: Callable[[Progress], object]) -> str:
    with Progress(stream, STAGES, [EN], after=after, every=0.01) as tell:
        work(tell)
    return stream.getvalue()


def test_long_work_is_shown_and_wiped_away() -> None:
    def work(tell: Progress) -> None:
        tell("generate")
        time.sleep(0.2)

    text = drawn(Terminal(), 0.01, work)
    longest = len("[##################......] making pages (0 s)")
    assert text.startswith("\r[##################......] making pages (0 s)\r")
    assert text.endswith("\r" + " " * longest + "\r")


def test_short_work_shows_nothing() -> None:
    assert drawn(Terminal(), 60, lambda tell: tell("link")) == ""


def test_what_is_no_terminal_gets_no_bar() -> None:
    assert drawn(io.StringIO(), 0.0, lambda tell: time.sleep(0.05)) == ""


# ---- Watching ----


def test_a_change_is_noticed_once(tmp_path: Path) -> None:
    (tmp_path / "content" / "vi").mkdir(parents=True)
    page = tmp_path / "content" / "vi" / "a.md"
    steps: list[Callable[[], object]] = [
        lambda: page.write_text("a"),
        lambda: None,
        lambda: page.write_text("ab"),
        lambda: (tmp_path / "mkdocs.yml").write_text("x"),
        lambda: (tmp_path / "README.md").write_text("x"),
        page.unlink,
    ]
    noticed: list[int] = []
    waits = iter(range(len(steps)))

    def wait() -> None:
        number = next(waits)
        steps[number]()
        noticed.append(number)

    seen = []
    with pytest.raises(RuntimeError):
        for _ in changes(tmp_path, wait):
            seen.append(len(noticed))
    assert seen == [0, 1, 3, 4, 6]


def test_a_project_without_sources_can_be_watched(tmp_path: Path) -> None:
    assert snapshot(tmp_path) == {}


def test_folders_of_any_depth_are_watched(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    for _ in range(600):
        folder.mkdir()
        folder = folder / "a"
    before = snapshot(tmp_path)
    folder.mkdir()
    assert len(before) == 600
    assert snapshot(tmp_path).keys() - before.keys() == {folder}
