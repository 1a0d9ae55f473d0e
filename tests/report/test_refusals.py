"""When no report is made, and why; and what people wrote, as it was read."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from promosite.annual_report import annual_report
from promosite.clock import VIETNAM
from promosite.findings import as_lines
from promosite.generate.site import Site
from promosite.link.reports import report_findings
from promosite.messages import load_messages
from promosite.model.catalogue import Withdrawn
from promosite.model.items import ItemId, Kind
from promosite.model.papers import Paper, PaperFacts, Piece
from promosite.pipeline import load_site
from promosite.report import text_of
from promosite.report.rows import progress
from promosite.site_settings import load_config
from tests.projects import lay_sample_year
from tests.report.conftest import LATER, frame_on, site_on

TABLES = [load_messages(lang) for lang in ("vi", "en")]


def told(site: Site, year: int) -> list[str]:
    report, refused = annual_report(site, year)
    assert (report is None) == bool(refused)
    return as_lines(refused, TABLES)


def test_2025_asks_a_person_for_the_addressee_in_both_languages(real: Site) -> None:
    assert told(real, 2025) == [
        "content/reports/bao-cao-2025.md: error report-addressee  Chưa biết gửi báo cáo năm 2025 cho ai. Phần đầu văn "
        "bản ghi trong kế hoạch chỉ dùng được đến 2025-06-30, còn hạn gửi là 2025-11-14: khi đó cơ quan nhận báo cáo "
        "không còn. Phải có người chọn nơi nhận; hãy ghi addressee (cùng parent, issuer, place) trong tệp này.",
        "    Nobody is named to send the report for 2025 to. The letterhead in the plan holds until 2025-06-30, and "
        "the report was due by 2025-11-14: by then its addressee no longer existed. A person has to choose; write "
        "addressee (with parent, issuer, place) in this file.",
    ]


def with_paper(site: Site, paper: Paper) -> Site:
    return replace(site, papers={**site.papers, paper.year: paper})


def test_2025_is_made_once_the_year_names_its_addressee(real: Site) -> None:
    facts = PaperFacts.model_validate({"addressee": {"vi": "Cơ quan mẫu", "en": "Sample Body"}})
    report, refused = annual_report(with_paper(real, Paper(2025, facts)), 2025)
    assert refused == []
    assert report
    assert sorted(report.files) == [
        *(f"bao-cao-2025-phu-luc-{number}.csv" for number in range(1, 7)),
        "bao-cao-2025.docx",
        "report-2025-en.docx",
    ]


def test_nothing_of_an_ended_letterhead_is_taken_over(real: Site) -> None:
    from promosite.model.papers import PaperFacts

    facts = PaperFacts.model_validate({"addressee": {"vi": "Cơ quan mẫu", "en": "Sample Body"}})
    report, _ = annual_report(with_paper(real, Paper(2025, facts)), 2025)
    assert report
    head = text_of(report.frames[0]).head
    assert head.parent == "[CƠ QUAN CẤP TRÊN: CHƯA CÓ DỮ LIỆU]"
    assert head.issuer == "[CƠ QUAN BÁO CÁO: CHƯA CÓ DỮ LIỆU]"
    assert head.addressee == "Kính gửi: Cơ quan mẫu"


@pytest.mark.parametrize("year", [2023, 2026])
def test_a_year_that_no_plan_asks_for(real: Site, year: int) -> None:
    first, _ = told(real, year)
    assert first == (
        f"content/data/: error report-none  Không có kế hoạch nào yêu cầu báo cáo năm {year}. "
        "Các năm có báo cáo: 2024, 2025."
    )


def test_a_period_that_lies_ahead(later: Site) -> None:
    first, _ = told(later, 2026)
    assert first == (
        "content/data/: error report-ahead  Kỳ báo cáo năm 2026 bắt đầu ngày 2025-11-15; ngày được tính (2025-03-31) "
        "sớm hơn. Hãy chọn ngày khác bằng --as-of."
    )


@pytest.mark.parametrize("day", [date(2024, 11, 14), LATER], ids=str)
def test_a_report_signed_before_its_period_is_told_in_its_own_file(sample_root: Path, day: date) -> None:
    """Also in the site of that day, which is what the command reads."""
    site = site_on(sample_root, day)
    facts = PaperFacts.model_validate({"number": 1, "date": "2024-11-14"})
    paper = Paper(2025, facts, path="content/reports/bao-cao-2025.md", date_at=(3, 7))
    assert told(with_paper(site, paper), 2025) == [
        "content/reports/bao-cao-2025.md:3:7: error report-ahead  Báo cáo năm 2025 ghi ngày ký 2024-11-14, trước khi "
        "kỳ báo cáo bắt đầu (2024-11-15). Hãy sửa date, hoặc để trống cho đến khi ký.",
        "    The report for 2025 is said to be signed on 2024-11-14, before its period starts (2024-11-15). Correct "
        "date, or leave it empty until it is signed.",
    ]


@pytest.mark.parametrize(("row", "refused"), [("t5", True), ("t6", False), ("t2", False)])
def test_completed_needs_more_than_one_result(later: Site, row: str, *, refused: bool) -> None:
    """t5 has none in 2024, t6 two, t2 four."""
    lines = told(with_paper(later, Paper(2024, PaperFacts(done=(row,)))), 2024)
    assert bool(lines) == refused
    assert all("report-done" in line for line in lines[::2])


def test_one_article_does_not_complete_a_row(sample_root: Path) -> None:
    site = site_on(sample_root, date(2024, 3, 10))
    paper = Paper(2024, PaperFacts(done=("t4",)))
    (first, _) = told(with_paper(site, paper), 2024)
    assert "mới có 1 kết quả" in first


def test_what_was_published_after_the_signing_completes_no_row(later: Site) -> None:
    """t6 has two results of 2024, the second of 21 August."""
    for day, refused in (("2024-08-21", False), ("2024-08-20", True)):
        facts = PaperFacts.model_validate({"number": 1, "date": day, "done": ["t6"]})
        paper = Paper(2024, facts, path="content/reports/bao-cao-2024.md")
        assert bool(told(with_paper(later, paper), 2024)) == refused
        assert bool([*report_findings(later.catalogue, {2024: paper}, later.day)]) == refused


def test_what_was_withdrawn_after_the_signing_may_have_completed_a_row(later: Site) -> None:
    facts = PaperFacts.model_validate({"number": 1, "date": "2024-11-12", "done": ["t5"]})
    papers = {2024: Paper(2024, facts, path="content/reports/bao-cao-2024.md")}
    signed = date(2024, 11, 12)
    for since, code in ((signed, "report-done"), (date(2024, 11, 13), "report-done-withdrawn")):
        gone = Withdrawn(Kind.NEWS, "da-go", ("vi",), since, "content/vi/news/da-go.md")
        catalogue = replace(later.catalogue, withdrawn={ItemId("news/da-go"): gone})
        assert [one.code for one in report_findings(catalogue, papers, later.day)] == [code]


DONE = "---\ndone: [t6, {row}]\n---\n## Kết quả đạt được\n\nĐoạn mẫu.\n"


@pytest.mark.parametrize(("row", "found"), [("t5", [("report-done", 2, 12)]), ("t2", [])])
def test_a_check_tells_it_on_the_line_and_the_draft_does_not_say_it(
    sample_root: Path, tmp_path: Path, row: str, found: list[object]
) -> None:
    project = shutil.copytree(sample_root, tmp_path / "project", symlinks=True)
    (project / "content" / "reports" / "bao-cao-2024.md").write_text(DONE.format(row=row), encoding="utf-8")
    config, _ = load_config(project)
    assert config
    site, findings = load_site(config, datetime(2025, 3, 31, 12, tzinfo=VIETNAM))
    own = [one for one in findings if one.code.startswith("report-")]
    assert [(one.code, one.source.line, one.source.column) for one in own] == found
    frame = frame_on(site, 2024, "en")
    (told,) = (progress(frame, one) for one in frame.figures.rows if one.task.id == row)
    assert told == ("No result in the period" if found else "Completed")


def test_what_people_wrote_is_read_as_paragraphs_and_lists(later: Site) -> None:
    paper = later.papers[2024]
    assert paper.section("en", "guidance") == (
        Piece(
            "This is a sample paragraph. The Sample Department made the sample plan known to its divisions and units "
            "and asked Sample Centre A to follow it."
        ),
        Piece("Sample assignment for each task of the plan.", listed=True),
        Piece("Sample reminder at the start of each quarter.", listed=True),
    )
    assert paper.section("vi", "proposals") == ()
    assert (paper.facts.number, paper.facts.date, paper.facts.done) == (5, date(2024, 11, 12), ("t2",))


WRAPPED = """---
---
## nguyên nhân

Dòng một
dòng hai.
- Ý một
- Ý hai

Đoạn cuối.
"""


def test_lines_that_follow_each_other_are_one_paragraph(tmp_path: Path) -> None:
    root = lay_sample_year(tmp_path / "project")
    (root / "content" / "reports" / "bao-cao-2025.md").write_text(WRAPPED, encoding="utf-8")
    assert site_on(root, LATER).papers[2025].section("vi", "causes") == (
        Piece("Dòng một dòng hai."),
        Piece("Ý một", listed=True),
        Piece("Ý hai", listed=True),
        Piece("Đoạn cuối."),
    )


def test_words_of_reports_are_checked_as_all_others_are(tmp_path: Path) -> None:
    """The claim without proof, and a word spelt as in America."""
    root = lay_sample_year(tmp_path / "project")
    claim, color = "Tỉnh Mẫu hàng đầu cả nước.", "The color of the sample."
    (root / "content/reports/bao-cao-2025.md").write_text(f"---\n---\n## Nguyên nhân\n\n{claim}\n", encoding="utf-8")
    (root / "content/reports/report-2025-en.md").write_text(f"---\n---\n## Causes\n\n{color}\n", encoding="utf-8")
    config, _ = load_config(root)
    assert config
    _, findings = load_site(config, datetime(2025, 3, 31, 12, tzinfo=VIETNAM))
    assert [(one.code, str(one.source)) for one in findings if "reports" in one.source.path] == [
        ("word-claim", "content/reports/bao-cao-2025.md:5:10"),
        ("word-british", "content/reports/report-2025-en.md:5:5"),
    ]
