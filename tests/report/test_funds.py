"""The money of a report: sums that say what they lack, in words, in the annex, on the page and in the table."""

from dataclasses import replace

import pytest

from promosite.annual_report import annual_report
from promosite.generate.reports import report_pages
from promosite.generate.site import Site
from promosite.model.papers import Paper, PaperFacts
from promosite.report import text_of
from tests.report.conftest import frame_on
from tests.report.test_tables import rows_of

SUMS = {
    "all known": (
        [(1_000_000, 900_000), (500_000, 0)],
        ("1.500.000 đồng", "900.000 đồng"),
        ("VND 1,500,000", "VND 900,000"),
    ),
    "some unknown": (
        [(1_000_000, None), (None, 7), (None, None)],
        ("1.000.000 đồng (2 dòng chưa có số liệu)", "7 đồng (2 dòng chưa có số liệu)"),
        ("VND 1,000,000 (2 lines not on record)", "VND 7 (2 lines not on record)"),
    ),
    "one unknown": (
        [(1, None), (2, 3)],
        ("3 đồng", "3 đồng (1 dòng chưa có số liệu)"),
        ("VND 3", "VND 3 (1 line not on record)"),
    ),
    "none known": ([(None, None)], ("chưa có số liệu", "chưa có số liệu"), ("not on record", "not on record")),
    "nothing spent": ([(5, 0)], ("5 đồng", "0 đồng"), ("VND 5", "VND 0")),
}


def with_funds(site: Site, funds: list[tuple[int | None, int | None]]) -> Site:
    lines = [{"what": {"vi": "Việc mẫu", "en": "Sample"}, "planned": one, "spent": two} for one, two in funds]
    return replace(site, papers={2024: Paper(2024, PaperFacts.model_validate({"funds": lines}))})


@pytest.mark.parametrize(("funds", "vi", "en"), SUMS.values(), ids=SUMS)
def test_a_sum_says_how_many_lines_it_lacks(
    later: Site, funds: list[tuple[int | None, int | None]], vi: tuple[str, str], en: tuple[str, str]
) -> None:
    site, count = with_funds(later, funds), len(funds)
    said = {
        "vi": f"Số dòng kinh phí được liệt kê ở Phụ lục V: {count}. Dự toán: {vi[0]}. Thực hiện: {vi[1]}.",
        "en": f"Budget lines listed in Annex V: {count}. Planned: {en[0]}. Spent: {en[1]}.",
    }
    for lang, sums, name in (("vi", vi, "Tổng cộng"), ("en", en, "Total")):
        text = text_of(frame_on(site, 2024, lang))
        assert [block.text for block in text.body if "Annex V:" in block.text or "Phụ lục V:" in block.text] == [
            said[lang]
        ]
        assert [row.cells for row in text.annexes[4].rows if row.total] == [("", name, *sums, "")]
        assert len(text.annexes[4].rows) == count + 1


def test_the_total_stands_in_the_table_and_on_the_page(later: Site) -> None:
    site = with_funds(later, SUMS["one unknown"][0])
    total = ["", "Tổng cộng", "3 đồng", "3 đồng (1 dòng chưa có số liệu)", ""]
    report, _ = annual_report(site, 2024)
    assert report
    assert rows_of(report.files["bao-cao-2024-phu-luc-5.csv"])[-1] == [*total, "", ""]
    page = next(one for one in report_pages(site) if one.lang == "vi" and "/2024/" in one.address)
    (annex,) = (one for one in page.header["view"]["annexes"] if one["number"] == "V")
    assert [(row["total"], row["cells"]) for row in annex["rows"]][-1] == (True, total)


def test_without_lines_there_is_no_total(later: Site) -> None:
    text = text_of(frame_on(with_funds(later, []), 2024, "vi"))
    assert (text.annexes[4].rows, text.annexes[4].empty) == ((), "chưa có số liệu")
    assert not any("Phụ lục V" in block.text for block in text.body)
