"""The pages of yearly reports: the same words and numbers as the Word file, openly a draft."""

from datetime import datetime
from pathlib import Path

import pytest

from promosite.annual_report import annual_report
from promosite.clock import VIETNAM
from promosite.generate.reports import ROWS, _parts, report_pages
from promosite.report import text_of
from tests.projects import ROOT
from tests.worlds import World, glance, look


@pytest.fixture(scope="module")
def real() -> World:
    return look(ROOT, datetime(2026, 11, 22, 12, tzinfo=VIETNAM))


def addresses(world: World, lang: str = "vi") -> list[str]:
    return sorted(page.address for page in world.outputs.pages if "/report/" in page.address and page.lang == lang)


def test_a_page_for_each_period_that_has_begun_in_each_language(sample: World, real: World) -> None:
    for lang in ("vi", "en"):
        assert addresses(sample, lang) == ["plan/2024-2026/report/2024/", "plan/2024-2026/report/2025/"]
        assert addresses(real, lang) == ["plan/2023-2025/report/2024/", "plan/2023-2025/report/2025/"]


def view(world: World, lang: str, year: int) -> dict:
    plan = next(iter(world.site.catalogue.plans))
    return dict(world.pages[lang, f"plan/{plan}/report/{year}/"].header["view"])


DATES = {
    "vi": (
        "Ngày đăng trong báo cáo là ngày ghi trong từng bài. Ngày từng trang thật sự lên mạng được ghi trong sổ xuất "
        "bản, tệp data/ledger.json; tệp này chỉ có khi trang thông tin đã được xuất bản.",
        "Ngày đăng trong báo cáo là ngày ghi trong từng bài; lần này không có sổ xuất bản của trang để đối chiếu.",
    ),
    "en": (
        "Days of publication are those written in the items. The days on which pages truly went online stand in the "
        "publication ledger, the file data/ledger.json, which is there only once the site has been published.",
        "Days of publication are those written in the items; no publication ledger of the site was at hand to compare "
        "them with.",
    ),
}
"""What a page says of the ledger, which is written after it, and what a Word file says without one."""


@pytest.mark.parametrize("year", [2024, 2025])
def test_the_page_says_what_the_word_file_says(sample: World, year: int) -> None:
    report, refused = annual_report(sample.site, year)
    assert refused == []
    assert report
    for frame in report.frames:
        text, page = text_of(frame), view(sample, frame.lang, year)
        blocks = [block["text"] for group in page["groups"] for block in group["blocks"]]
        said = [block.text.removeprefix("- ") for block in text.body]
        assert [pair for pair in zip(blocks, said, strict=True) if pair[0] != pair[1]] == [DATES[frame.lang]]
        for shown, annex in zip(page["annexes"], text.annexes, strict=True):
            wide = len(shown["heads"])
            assert [row["cells"] for row in shown["rows"]] == [list(row.cells[:wide]) for row in annex.rows]
            assert [row["band"] for row in shown["rows"]] == [row.band for row in annex.rows]


def test_2025_asks_for_the_addressee_on_its_page(real: World) -> None:
    assert view(real, "vi", 2024)["choose"] is None
    assert view(real, "en", 2025)["choose"] == (
        "No addressee has been chosen for this report: the body that the plan names existed until 30 June 2025, and "
        "the report was due by 14 November 2025. A person has to choose."
    )
    assert view(real, "vi", 2025)["head"]["addressee"] == "Kính gửi: [Cơ quan nhận báo cáo: chưa có dữ liệu]"


def test_the_page_says_whether_it_is_a_draft(sample: World, real: World) -> None:
    assert (view(sample, "vi", 2024)["issued"], view(sample, "vi", 2024)["head"]["marks"]) == (True, [])
    assert (view(sample, "en", 2025)["issued"], view(sample, "en", 2025)["head"]["marks"]) == (
        False,
        ["Unofficial translation", "DRAFT"],
    )
    assert view(real, "vi", 2024)["head"]["marks"] == ["DỰ THẢO"]


def test_the_page_of_a_signed_report_is_the_same_on_every_day(sample: World) -> None:
    """It says to which day it counts; a draft says nothing of the kind and goes on counting."""
    on = {day: look(sample.root, datetime(2025, 3, day, 12, tzinfo=VIETNAM)) for day in (1, 31)}
    for lang, signed in (("vi", "ngày ký, ngày 12 tháng 11 năm 2024"), ("en", "was signed, 12 November 2024")):
        assert view(on[1], lang, 2024) == view(on[31], lang, 2024)
        assert signed in view(on[31], lang, 2024)["signed"]
        assert view(on[1], lang, 2025) != view(on[31], lang, 2025)
        assert view(on[31], lang, 2025)["signed"] is None


def test_further_pages_of_a_signed_report_are_no_draft_either(sample: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promosite.generate.reports.ROWS", 20)
    views = {page.address: page.header["view"] for page in report_pages(sample.site) if page.lang == "vi"}
    assert {address.split("/")[3]: views[address]["issued"] for address in views if "page/2/" in address} == {
        "2024": True,
        "2025": False,
    }


def test_the_plan_leads_to_its_reports(sample: World) -> None:
    links = sample.pages["en", "plan/2024-2026/"].header["view"]["reports"]
    assert links == [
        {"title": f"Report for {year}", "address": f"en/plan/2024-2026/report/{year}/"} for year in (2024, 2025)
    ]


def test_an_item_without_english_is_linked_in_vietnamese(sample: World) -> None:
    rows = [row for annex in view(sample, "en", 2024)["annexes"] for row in annex["rows"] if row["link"]]
    assert {row["lang"] for row in rows} == {None, "vi"}
    assert all(row["link"].startswith("en/") == (row["lang"] is None) for row in rows)


def test_before_the_plan_there_is_no_page(tmp_path: Path) -> None:
    assert addresses(glance(tmp_path, {}, datetime(2022, 6, 1, tzinfo=VIETNAM))) == []


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [
        ([6, 3], [[6, 3]]),
        ([6, ROWS], [[6, ROWS - 6], [6]]),
        ([ROWS, 1], [[ROWS], [1]]),
        ([0, 2 * ROWS + 1, 0], [[0, ROWS], [ROWS], [1, 0]]),
    ],
)
def test_long_annexes_go_on_over_several_pages(sizes: list[int], pages: list[list[int]]) -> None:
    annexes = [{"number": str(number), "rows": list(range(size))} for number, size in enumerate(sizes)]
    assert [[len(annex["rows"]) for annex in part] for part in _parts(annexes)] == pages
