"""What a report says: the sample year word for word, and what must and must not be said of the real content."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from promosite.annual_report import annual_report, summary_lines
from promosite.generate.site import Site
from promosite.ledger import Ledger, Line
from promosite.model.dates import Quarter
from promosite.model.plan import InQuarter
from promosite.report import ReportText, gaps_of, text_of
from promosite.report.rows import results
from promosite.report.spaces import NBSP, bound
from tests.report.conftest import LATER, frame_on, site_on

GOLDEN = Path(__file__).parent / "golden"


def lines(text: ReportText) -> Iterator[str]:
    """Yield a report as lines that a person can compare: head, blocks, foot, and each row of each annex."""
    head = text.head
    yield from (*head.marks, *head.notices, head.parent, head.issuer, head.number, head.place_and_day)
    yield from (head.kind, head.subject, head.addressee, "")
    for block in text.body:
        yield f"{block.kind}: {block.text}"
        if block.table:
            yield from (" | ".join(row) for row in (block.table.heads, *block.table.rows))
    yield from ("", text.closing, *text.foot.recipients, text.foot.authority, text.foot.position, text.foot.name)
    for annex in text.annexes:
        yield from ("", f"{annex.number}. {annex.title}", annex.above, " | ".join(annex.heads))
        yield from (row.band or " | ".join(row.cells) for row in annex.rows)


def report_lines(site: Site, year: int, lang: str) -> str:
    return "\n".join(lines(text_of(frame_on(site, year, lang)))) + "\n"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("day", "year"), [("signed", 2024), ("later", 2025)])
def test_the_sample_reports_word_for_word(day: str, year: int, lang: str, request: pytest.FixtureRequest) -> None:
    """To accept a change that is meant, write what the test prints into the golden file and read it whole."""
    said = report_lines(request.getfixturevalue(day), year, lang)
    assert said == (GOLDEN / f"{day}-{year}-{lang}.txt").read_text(encoding="utf-8")


def test_a_signed_report_stays_what_it_was(signed: Site, later: Site) -> None:
    """To the byte: number, day, counts, and a certificate that has ended since (of honey, on 20 December 2024)."""
    reports = [annual_report(site, 2024) for site in (signed, later)]
    files = [report.files for report, refused in reports if report and not refused]
    assert files[0] == files[1]
    for lang in ("vi", "en"):
        assert report_lines(later, 2024, lang) == (GOLDEN / f"signed-2024-{lang}.txt").read_text(encoding="utf-8")


def test_before_it_was_signed_a_report_is_a_draft_without_number_and_day(sample_root: Path) -> None:
    frame = frame_on(site_on(sample_root, date(2024, 11, 5)), 2024, "vi")
    text = text_of(frame)
    blank = "\u00a0"
    assert text.head.marks == ("DỰ THẢO",)
    assert text.head.number == f"Số: {blank * 6}/BC-SM"
    assert text.head.place_and_day == f"Tỉnh Mẫu, ngày{blank * 4}tháng{blank * 4}năm 2024"
    assert {annex.above for annex in text.annexes} == {
        f"(Kèm theo Báo cáo số {blank * 6}/BC-SM ngày{blank * 4}tháng{blank * 4}năm 2024)"
    }
    assert list(gaps_of(frame)) == ["Số văn bản", "Ngày ký", "Kiến nghị, đề xuất"]
    assert "Số liệu được đếm đến ngày 05 tháng 11 năm 2024." in text.body[1].text


def body(site: Site, year: int, lang: str) -> str:
    return "\n".join(block.text for block in text_of(frame_on(site, year, lang)).body)


def test_the_real_report_is_a_draft_full_of_gaps(real: Site) -> None:
    frame = frame_on(real, 2024, "vi")
    text = text_of(frame)
    assert text.head.marks == ("DỰ THẢO",)
    assert text.head.notices == (
        "Bản này do máy lập từ dữ liệu của một trang chạy thử; đây không phải văn bản của cơ quan nào và chưa được "
        "gửi tới cơ quan nào.",
    )
    assert [block.text for block in text.body if block.text.startswith("[")] == [
        f"[{frame.t(f'section.{name}')}: chưa có dữ liệu]"
        for name in ("guidance", "funding", "achieved", "shortcomings", "causes", "directions", "proposals")
    ]
    assert list(gaps_of(frame))[:2] == ["Số văn bản", "Ngày ký"]


def test_the_province_is_spoken_of_as_former(real: Site, signed: Site) -> None:
    former = "Nội dung về tỉnh Bà Rịa - Vũng Tàu trước ngày 01 tháng 7 năm 2025; nay thuộc Thành phố Hồ Chí Minh."
    assert former in body(real, 2024, "vi")
    assert "nay thuộc" not in body(signed, 2024, "vi")


def test_zero_is_not_unknown(later: Site, real: Site) -> None:
    """Quarters that have passed are 0, those ahead are not on record; the two stand in lines of their own."""
    said = body(later, 2025, "vi")
    assert "- Không có kết quả (0): Quý IV/2024, Quý I/2025." in said
    assert "- Chưa có số liệu, vì quý chưa bắt đầu: Quý II/2025, Quý III/2025, Quý IV/2025." in said
    matrix = next(block.table for block in text_of(frame_on(later, 2025, "vi")).body if block.table)
    assert matrix.rows[4] == ("T5", "0", "0", "chưa có số liệu", "chưa có số liệu", "chưa có số liệu", "0")
    assert "chưa bắt đầu" not in body(real, 2024, "vi")


DUE = {
    "in the period, with results": (
        2024,
        "2024-Q1",
        ["- Q1 2024: 4 (II.1, II.3, II.5, III.1)."],
        "Against the plan (last day 31 March 2024)",
    ),
    "in the period, without": (
        2024,
        "2024-Q3",
        ["- Q1 2024: 4 (II.1, II.3, II.5, III.1).", "- No result (0): Q3 2024."],
        "Against the plan (last day 30 September 2024)",
    ),
    "in a quarter ahead": (
        2025,
        "2025-Q3",
        ["- Not on record, as the quarter has not begun: Q3 2025."],
        "Against the plan (last day 30 September 2025)",
    ),
    "before the period": (2025, "2024-Q1", [], "In the plan this task was due by 31 March 2024, before the period;"),
    "after the period": (
        2024,
        "2025-Q2",
        ["- Q1 2024: 4 (II.1, II.3, II.5, III.1)."],
        "In the plan this task is due by 30 June 2025, after the period, for which the plan asks for no result;",
    ),
}


@pytest.mark.parametrize(("year", "due", "quarters", "schedule"), DUE.values(), ids=DUE)
def test_a_row_due_in_one_quarter_names_no_other_as_empty(
    later: Site, year: int, due: str, quarters: list[str], schedule: str
) -> None:
    """As on the page of the plan, where such a quarter is one in which the row asks for no result."""
    frame = frame_on(later, year, "en")
    row = frame.figures.rows[1]
    task = row.task.model_copy(update={"schedule": InQuarter(quarter=Quarter.parse(due))})
    rows = (frame.figures.rows[0], replace(row, task=task))
    blocks = list(results(replace(frame, figures=replace(frame.figures, rows=rows))))
    start = next(number for number, block in enumerate(blocks) if block.text.endswith("(T2)"))
    said = blocks[start:]
    assert [block.text for block in said if block.kind == "item"] == quarters
    assert sum(block.text.startswith(schedule) for block in said) == 1


def test_completed_is_only_ever_declared(signed: Site, later: Site, real: Site) -> None:
    said = {
        (site.day, year): [row.cells[6] for row in text_of(frame_on(site, year, "vi")).annexes[0].rows]
        for site, year in ((signed, 2024), (later, 2025), (real, 2024))
    }
    assert said[signed.day, 2024] == [
        "Đang thực hiện",
        "Hoàn thành",
        "Đang thực hiện",
        "Đang thực hiện",
        "Chưa có kết quả trong kỳ",
        "Đang thực hiện",
    ]
    assert "Hoàn thành" not in said[later.day, 2025]
    assert set(said[real.day, 2024]) == {"Chưa có kết quả trong kỳ"}


def test_events_of_others_are_coverage_and_apart(later: Site) -> None:
    events = text_of(frame_on(later, 2024, "vi")).annexes[2]
    bands = [number for number, row in enumerate(events.rows) if row.band]
    results, others = events.rows[1 : bands[1]], events.rows[bands[1] + 1 :]
    assert {row.cells[4] for row in results} <= {"chủ trì", "phối hợp"}
    assert {row.cells[4] for row in others} <= {"đưa tin", "tham dự"}


EXHIBITION = "event/trien-lam-nong-san-mau-tai-vung-mau-z"
HELD = {
    date(2024, 11, 14): ("announced, not yet held", "events announced and not yet held"),
    date(2024, 11, 15): ("under way", "events under way"),
    date(2024, 11, 17): ("under way", "events under way"),
    date(2024, 11, 18): (None, None),
}


@pytest.mark.parametrize("day", HELD, ids=str)
def test_no_event_is_said_to_have_been_held_before_it_was(sample_root: Path, day: date) -> None:
    """An exhibition of 15 to 17 November, published on the 1st: counted on every day, and never as held too early."""
    state, counted = HELD[day]
    site = site_on(sample_root, day)
    site = replace(site, papers={})
    text = text_of(frame_on(site, 2024, "en"))
    events, products = text.annexes[2].rows, text.annexes[3].rows
    (number,) = (number for number, row in enumerate(events) if row.item and row.item.id == EXHIBITION)
    shown = f" ({state})" if state else ""
    assert events[number].cells[1] == f"15 November 2024 – 17 November 2024{shown}"
    assert events[number].cells[4] == "co-organiser"
    assert [row.cells[-1] for row in products if row.item and row.item.slug == "muoi-hat-mau"] == [
        f"Websites; III.{number}{shown}"
    ]
    body = [block.text for block in text.body if "III.6)" in block.text and "events " in block.text]
    phrase = f"{counted}: 1 (III.6)."
    assert body == (
        [
            f"On {day.day} November 2024, {phrase[:-1]}; an event counts as a result by the day of its publication.",
            f"Results in the period: 10 (II.8–10, III.2–3, III.6, IV.1–4); of these, {phrase}",
            f"- Form 6, Events outside the province: 1 (III.6); of these, {phrase}",
        ]
        if counted
        else []
    )
    assert text.annexes[0].rows[2].cells[5].endswith(f"IV.1–4); of these, {phrase[:-1]}" if counted else "IV.1–4)")


def test_the_period_before_does_not_say_so_either(sample_root: Path) -> None:
    before = text_of(frame_on(site_on(sample_root, date(2024, 11, 16)), 2025, "vi")).annexes[5]
    assert [row.cells[2] for row in before.rows if row.item and row.item.id == EXHIBITION] == [
        "Triển lãm Nông sản Mẫu tại Vùng Mẫu Z (đang diễn ra)"
    ]


UNDATED = "news/sau-thang-dau-nam-cua-chuong-trinh-mau-qua-so-lieu-cong-khai"


def test_what_has_no_date_is_background_of_no_particular_period(sample_root: Path, tmp_path: Path) -> None:
    """It stands in a band of its own in every report, and no report says that it is of its period."""
    root = shutil.copytree(sample_root, tmp_path / "project", symlinks=True)
    path = root / "content" / "vi" / f"{UNDATED}.md"
    path.write_text(re.sub(r"(?m)^date: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    site = site_on(root, LATER)
    said = {(year, lang): text_of(frame_on(site, year, lang)) for year in (2024, 2025) for lang in ("vi", "en")}
    for (year, _), text in said.items():
        bands = [row.band or (row.item.id if row.item else "") for row in text.annexes[1].rows]
        last = max(number for number, row in enumerate(text.annexes[1].rows) if row.band)
        assert bands[last + 1 :] == [UNDATED], year
    assert said[2024, "vi"].annexes[1].rows[-2].band == (
        "C. Tư liệu nền không theo kỳ, vì chưa có dữ liệu về ngày, không tính vào kết quả: 1"
    )
    assert said[2024, "vi"].annexes[1].rows[-1].cells[:2] == ("22", "chưa có dữ liệu")
    assert [block.text for block in said[2024, "vi"].body if "nền" in block.text and "(T" not in block.text][1:6] == [
        "Tư liệu nền của kỳ, không tính vào kết quả: 7 (II.17–21, III.7–8).",
        "Tư liệu nền không theo kỳ là sản phẩm, không tính vào kết quả: 4 (IV.5–8).",
        "Tư liệu nền không theo kỳ, vì chưa có dữ liệu về ngày, không tính vào kết quả: 1 (II.22).",
        "Tư liệu nền của kỳ, không tính vào kết quả: 1 (III.8).",
        "Tư liệu nền không theo kỳ, không tính vào kết quả: 1 (II.22).",
    ]
    assert [block.text for block in said[2025, "en"].body if block.text.startswith("Background of no")][:1] == [
        "Background of no particular period, as no date is on record, not counted as results: 1 (II.11)."
    ]
    note = "Background of the period: 1 (III.8); of no particular period: 1 (II.22)"
    assert said[2024, "en"].annexes[0].rows[0].cells[-1] == note


def test_the_year_before_is_compared_only_where_there_is_one(signed: Site, later: Site) -> None:
    assert "So với kỳ báo cáo trước" not in body(signed, 2024, "vi")
    assert "So với kỳ báo cáo trước" in body(later, 2025, "vi")
    assert [len(text_of(frame_on(site, year, "vi")).annexes) for site, year in ((signed, 2024), (later, 2025))] == [
        5,
        6,
    ]


CLAIMS = re.compile(
    r"cấp quốc gia đã được|5 sao|đã gửi|đã báo cáo|được chấp thuận|official translation"
    r"|bản dịch chính thức|lượt xem|views",
    re.IGNORECASE,
)


def test_nothing_is_claimed_of_the_real_content(real: Site) -> None:
    for lang in ("vi", "en"):
        said = report_lines(real, 2024, lang).replace("Unofficial translation", "")
        assert CLAIMS.findall(said) == []


def test_the_dry_run_says_what_there_is_and_what_is_missing(later: Site, real: Site) -> None:
    assert summary_lines(frame_on(later, 2025, "en"))[2:8] == [
        "T1: 4 results (previous period 9, change −5), 0 background of the period, 0 of no particular one",
        "T2: 0 results (previous period 4, change −4), 0 background of the period, 0 of no particular one",
        "T3: 3 results (previous period 10, change −7), 1 background of the period, 5 of no particular one",
        "T4: 1 result (previous period 7, change −6), 0 background of the period, 0 of no particular one",
        "T5: 0 results (previous period 0, change 0), 3 background of the period, 0 of no particular one",
        "T6: 4 results (previous period 2, change +2), 2 background of the period, 0 of no particular one",
    ]
    assert summary_lines(frame_on(later, 2024, "vi"))[-1] == "Còn thiếu: Kiến nghị, đề xuất."


BOUND = {
    "ở Bà Rịa - Vũng Tàu nay": f"ở Bà{NBSP}Rịa{NBSP}-{NBSP}Vũng{NBSP}Tàu nay",
    "Số: 58/KH-UBND": f"Số:{NBSP}58/KH-UBND",
    "ngày 15 tháng 11 năm 2024": f"ngày{NBSP}15{NBSP}tháng{NBSP}11{NBSP}năm{NBSP}2024",
    "ngày 01/12/2023": f"ngày{NBSP}01/12/2023",
    "on 15 November 2024": f"on 15{NBSP}November 2024",
    "Quý IV/2024": f"Quý{NBSP}IV/2024",
    "giai đoạn 2023 - 2025": f"giai đoạn 2023{NBSP}-{NBSP}2025",
    "No. 250/KH-UBND": f"No.{NBSP}250/KH-UBND",
    "ngày nào": "ngày nào",
    "một số việc": "một số việc",
}


@pytest.mark.parametrize(("text", "kept"), BOUND.items(), ids=BOUND)
def test_no_break_spaces(text: str, kept: str) -> None:
    assert bound(text) == kept


# ---- The publication ledger ----


def ledger_of(*addresses: str) -> Ledger:
    day = date(2024, 6, 3)
    words = {"lang": "vi", "first_seen": day, "last_changed": day, "build": "a+b"}
    return Ledger(pages=tuple(Line(address=address, **words) for address in sorted(addresses)))


SEEN = "news/ban-tin-mau-so-1-giai-thich-muc-tieu-cua-chuong-trinh-mau/"
ONLINE = {
    "vi": ("Sổ xuất bản của trang có 1 trong 38 mục của báo cáo", "03/6/2024"),
    "en": ("has 1 of the 38 items of the report", "3 June 2024"),
}


def test_a_report_with_a_ledger_cites_its_days_and_says_what_it_lacks(later: Site) -> None:
    report, findings = annual_report(later, 2024, ledger_of(SEEN))
    assert findings == []
    assert report
    for frame, (note, since) in zip(report.frames, ONLINE.values(), strict=True):
        text = text_of(frame)
        assert [block.text for block in text.body if note in block.text] != []
        online = [row.online for annex in text.annexes for row in annex.rows if row.item]
        assert online.count(since) == 1
        assert set(online) == {since, frame.t("online-unknown")}
    head, *rows = report.files["bao-cao-2024-phu-luc-2.csv"].decode("utf-8-sig").splitlines()
    assert head.endswith(",Sổ xuất bản")
    assert [row.split(",")[-1] for row in rows if SEEN.rstrip("/") in row] == [ONLINE["vi"][1]]
    again, _ = annual_report(later, 2024, ledger_of(SEEN))
    assert again and again.files == report.files


def test_a_ledger_that_began_after_the_signing_says_nothing_of_it(later: Site) -> None:
    """The day on which a ledger first saw an item is cited only up to the day to which the report counts."""
    late = Ledger(
        pages=tuple(one.model_copy(update={"first_seen": date(2024, 11, 13)}) for one in ledger_of(SEEN).pages)
    )
    report, _ = annual_report(later, 2024, late)
    assert report
    frame = report.frames[1]
    assert "has 0 of the 38 items" in "".join(block.text for block in text_of(frame).body)
    assert {row.online for annex in text_of(frame).annexes for row in annex.rows if row.item} == {"none"}


def test_a_report_without_a_ledger_says_that_days_are_those_of_the_headers(later: Site) -> None:
    for lang, words in (("vi", "không có sổ xuất bản"), ("en", "no publication ledger")):
        assert words in body(later, 2024, lang)
    report, _ = annual_report(later, 2024)
    assert report
    assert not any(row.online for frame in report.frames for annex in text_of(frame).annexes for row in annex.rows)
