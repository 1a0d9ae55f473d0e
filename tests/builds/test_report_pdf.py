"""Reports as LibreOffice prints them: paper, page numbers, words with their marks, and what must stand together."""

import re
import subprocess
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from promosite.annual_report import annual_report
from promosite.clock import VIETNAM
from promosite.libreoffice import timeless, to_pdf
from tests.projects import ROOT, lay_sample_year
from tests.report.conftest import LATER, REAL, SIGNED, site_on

MOMENT = datetime(2024, 11, 12, 7, 30, tzinfo=VIETNAM)
NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
"""A4 in points."""


@dataclass(frozen=True)
class Printed:
    """A report on paper: its pages as text laid out as printed, and their sizes in points."""

    path: Path
    pages: list[str]
    sizes: list[tuple[int, int]]

    @property
    def body(self) -> list[str]:
        """Return the pages before the annexes, which lie across."""
        return self.pages[: self.sizes.index(LANDSCAPE)]

    @property
    def words(self) -> str:
        """Return all text with single blanks."""
        return " ".join(" ".join(self.pages).split())


def told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def printed(path: Path) -> Printed:
    pages = told("pdftotext", "-layout", str(path), "-").removesuffix("\f").split("\f")
    sizes = re.findall(r"size: +([0-9.]+) x ([0-9.]+) pts", told("pdfinfo", "-f", "1", "-l", "999", str(path)))
    return Printed(path, pages, [(round(float(wide)), round(float(high))) for wide, high in sizes])


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Every report, printed in one go: LibreOffice takes longer to start than to print."""
    folder = tmp_path_factory.mktemp("papers")
    sample = lay_sample_year(tmp_path_factory.mktemp("sample") / "project")
    documents = []
    for name, root, day, year in (
        ("signed", sample, SIGNED, 2024),
        ("draft", sample, LATER, 2025),
        ("real", ROOT, REAL, 2024),
    ):
        report, refused = annual_report(site_on(root, day), year)
        assert report, refused
        for file, content in report.files.items():
            if file.endswith(".docx"):
                documents.append(folder / f"{name}-{'en' if '-en' in file else 'vi'}.docx")
                documents[-1].write_bytes(content)
    made = to_pdf(documents, folder, MOMENT)
    assert len(made) == len(documents), "LibreOffice did not print; see scripts/test.py for what to install"
    return {path.stem: printed(path) for path in made}


NAMES = [f"{name}-{lang}" for name in ("signed", "draft", "real") for lang in ("vi", "en")]


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_is_tagged_and_of_the_moment_given(papers: dict[str, Printed], name: str) -> None:
    said = dict(line.split(":", 1) for line in told("pdfinfo", "-isodates", str(papers[name].path)).splitlines())
    assert (said["Tagged"].strip(), said["CreationDate"].strip()) == ("yes", "2024-11-12T00:30:00Z")


def test_the_same_paper_printed_again_is_the_same_file(papers: dict[str, Printed], tmp_path: Path) -> None:
    """Alone as among others, and by another clock: LibreOffice takes longer than a second."""
    for name in ("signed-vi", "signed-en"):
        before = papers[name].path
        document = tmp_path / before.with_suffix(".docx").name
        document.write_bytes(before.with_suffix(".docx").read_bytes())
        (again,) = to_pdf([document], tmp_path, MOMENT)
        assert again.read_bytes() == before.read_bytes()


def test_what_an_earlier_run_left_does_not_pass_for_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promosite.libreoffice.find_converter", lambda: "true")
    (tmp_path / "a.docx").write_bytes(b"new")
    (tmp_path / "a.pdf").write_bytes(b"old")
    assert to_pdf([tmp_path / "a.docx"], tmp_path, MOMENT) == []
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


def test_what_the_clock_wrote_is_replaced_length_for_length() -> None:
    def pdf(day: str, name: str) -> bytes:
        words = f"<</Title(x)/CreationDate(D:{day}Z')>> trailer <</ID [ <{name}>\n<{name}> ]\n/DocChecksum /{name}>>"
        return words.encode()

    by_clock = (pdf("20261126184732", "0" * 32), pdf("20270101000000", "F" * 32))
    ours = [timeless(raw, b"word", MOMENT) for raw in by_clock]
    other = timeless(by_clock[0], b"other word", MOMENT)
    name = "9DC38112B89D374AEB719FAD301AC2C6"
    assert ours == [pdf("20241112003000", name)] * 2
    assert (len(other), other == ours[0]) == (len(ours[0]), False)


@pytest.mark.parametrize("name", NAMES)
def test_paper_is_a4_upright_and_across_for_the_annexes(papers: dict[str, Printed], name: str) -> None:
    paper = papers[name]
    across = len(paper.sizes) - len(paper.body)
    assert paper.sizes == [PORTRAIT] * len(paper.body) + [LANDSCAPE] * across
    assert 3 <= len(paper.body) <= 6
    assert across >= 5


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_numbered_but_the_first_of_each_part(papers: dict[str, Printed], name: str) -> None:
    paper = papers[name]
    firsts = [page.split("\n")[0].strip() for page in paper.pages]
    count = len(paper.body)
    assert [bool(re.fullmatch(r"\d+", line)) for line in firsts[:count]] == [False] + [True] * (count - 1)
    assert firsts[1:count] == [str(number) for number in range(2, count + 1)]
    annex = 1
    for line, page in zip(firsts[count:], paper.pages[count:], strict=True):
        begins = bool(re.match(r"\s*(Phụ lục|Annex) [IVX]+\s*\n", page))
        annex = 1 if begins else annex + 1
        assert line == (line if begins else str(annex))
        assert re.fullmatch(r"\d+", line) is None or not begins


SENTENCES = {
    "signed-vi": (
        "Sở Mẫu đã phổ biến kế hoạch mẫu tới các phòng, đơn vị và giao Trung tâm Mẫu A theo dõi chung.",
        "Đoạn mẫu: chưa có kết quả cho nhiệm vụ T5.",
        "Tỉnh Mẫu, ngày 12 tháng 11 năm 2024",
        "Kết quả trong kỳ: 26 (II.1–16, III.1–6, IV.1–4).",
    ),
    "signed-en": ("A sample paragraph on results, written by a person; no machine writes this part.",),
    "draft-vi": ("DỰ THẢO", "[Kết quả đạt được: chưa có dữ liệu]"),
    "draft-en": ("Unofficial translation", "DRAFT"),
    "real-vi": (
        "DỰ THẢO",
        "Kính gửi: Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
        "[Phương hướng, nhiệm vụ: chưa có dữ liệu]",
        "Kỳ báo cáo: từ ngày 01 tháng 01 năm 2023 đến ngày 14 tháng 11 năm 2024.",
    ),
    "real-en": ("Period: from 1 January 2023 to 14 November 2024.",),
}


@pytest.mark.parametrize("name", NAMES)
def test_words_come_out_with_all_their_marks(papers: dict[str, Printed], name: str) -> None:
    words = papers[name].words.replace("\u00a0", " ")
    assert unicodedata.is_normalized("NFC", words)
    assert [one for one in SENTENCES[name] if one not in words] == []
    fonts = told("pdffonts", str(papers[name].path)).splitlines()[2:]
    assert fonts
    assert [line for line in fonts if line.split()[-5] != "yes"] == [], "a font is not embedded"


@pytest.mark.parametrize("name", NAMES)
def test_the_national_name_stands_on_one_line_or_not_at_all(papers: dict[str, Printed], name: str) -> None:
    lines = [line for line in papers[name].pages[0].splitlines() if "CỘNG HÒA" in line]
    assert [NATIONAL_NAME in line for line in lines] == ([True] if name.endswith("vi") else [])


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("vi")])
def test_place_and_day_stand_on_one_line(papers: dict[str, Printed], name: str) -> None:
    """Also where a pen has still to write the day and the month."""
    wanted = r"(Tỉnh Mẫu|Bà Rịa - Vũng Tàu|\[[^]]+\]), ngày.* tháng.* năm \d{4}$"
    lines = papers[name].pages[0].replace("\u00a0", " ").splitlines()[:12]
    assert [line for line in lines if re.search(wanted, line.rstrip())]


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_stands_below_the_last_words(papers: dict[str, Printed], name: str) -> None:
    last = papers[name].body[-1]
    lines = [line for line in last.splitlines() if line.strip()]
    head = next(number for number, line in enumerate(lines) if re.search(r"Nơi nhận|Recipients", line))
    above = [line for line in lines[:head] if not re.fullmatch(r"\s*\d+\s*", line)]
    assert len(above) >= 2, "only the closing words stand above the signature"
    if name.endswith("vi"):
        assert above[-1].rstrip().endswith("./.")
    assert all("Nơi nhận" not in page and "Recipients" not in page for page in papers[name].body[:-1])
