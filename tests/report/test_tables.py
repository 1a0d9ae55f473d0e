"""The tables beside the Word file: what a spreadsheet program opens."""

import csv
from io import StringIO

import pytest

from promosite.annual_report import annual_report
from promosite.generate.site import Site
from promosite.report import Annex, text_of
from promosite.report.blocks import AnnexRow
from promosite.report.tables import safe_cell, table_bytes
from tests.report.conftest import frame_on


def rows_of(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_annex_has_its_table_with_the_same_cells(later: Site) -> None:
    report, _ = annual_report(later, 2025)
    assert report
    for number, annex in enumerate(text_of(frame_on(later, 2025, "vi")).annexes, start=1):
        head, *rows = rows_of(report.files[f"bao-cao-2025-phu-luc-{number}.csv"])
        assert head == [*annex.heads, "Phần", "Mã mục"]
        lines = [row for row in annex.rows if row.band is None]
        assert [row[:-2] for row in rows] == [list(row.cells) for row in lines]
        assert [row[-1] for row in rows] == [row.item.id if row.item else "" for row in lines]


def test_results_and_background_say_which_they_are(later: Site) -> None:
    report, _ = annual_report(later, 2024)
    assert report
    _, *rows = rows_of(report.files["bao-cao-2024-phu-luc-2.csv"])
    assert [row[-2] for row in rows] == ["A. Kết quả: 16"] * 16 + [
        "B. Tư liệu nền của kỳ, không tính vào kết quả: 6"
    ] * 6


def test_a_cell_is_never_a_formula() -> None:
    annex = Annex("II", "Mẫu", ("a", "b"), (AnnexRow(("=1+1", "-2")),), "", "")
    assert rows_of(table_bytes(annex, "k", "p"))[1] == ["'=1+1", "'-2", "", ""]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("", ""),
        ("Muối mẫu; gói 1+1, -5 °C", "Muối mẫu; gói 1+1, -5 °C"),
        ("a=b;c@d; =e\nf - g", "a=b;c@d; =e\nf - g"),
        ("=1+1", "'=1+1"),
        ("\t=1+1", "\t'=1+1"),
        ("\r=1+1", "\r'=1+1"),
        ("＝1", "'＝1"),
        ("＋84", "'＋84"),
        ("－1", "'－1"),
        ("＠a", "'＠a"),
        ("a;=1+1;\t-2", "a;'=1+1;\t'-2"),
        ('a;"=1+1"', 'a;\'"=1+1"'),
        ('a;""@b', 'a;\'""@b'),
        ("a\n=1+1", "a\n'=1+1"),
        ("=1;=2", "'=1;'=2"),
    ],
)
def test_no_part_of_a_cell_begins_a_formula_wherever_a_spreadsheet_parts_cells(cell: str, safe: str) -> None:
    assert safe_cell(cell) == safe
