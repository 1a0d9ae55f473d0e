"""Language: dates as each language writes them, folding, sorting, slugs."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.lang import (
    MAX_SLUG,
    date_range,
    decimal_text,
    fold,
    long_date,
    number_text,
    quarter_name,
    short_date,
    slug_of,
    sort_key,
)
from promosite.messages import load_messages
from promosite.model.dates import PartialDate, Quarter

VI, EN = load_messages("vi"), load_messages("en")

MONTHS = [
    ("01", "January"),
    ("02", "February"),
    ("3", "March"),
    ("4", "April"),
    ("5", "May"),
    ("6", "June"),
    ("7", "July"),
    ("8", "August"),
    ("9", "September"),
    ("10", "October"),
    ("11", "November"),
    ("12", "December"),
]
"""Vietnamese documents write days below 10 and months 1 and 2 with a zero (Decree 30/2020/NĐ-CP)."""


@pytest.mark.parametrize(
    ("day", "vi", "en", "short_vi", "short_en"),
    [
        ("2024-05-21", "ngày 21 tháng 5 năm 2024", "21 May 2024", "21/5/2024", "21 May 2024"),
        ("2024-02-05", "ngày 05 tháng 02 năm 2024", "5 February 2024", "05/02/2024", "5 February 2024"),
        ("2024-12-09", "ngày 09 tháng 12 năm 2024", "9 December 2024", "09/12/2024", "9 December 2024"),
        ("2024-05", "tháng 5 năm 2024", "May 2024", "tháng 5/2024", "May 2024"),
        ("2024-01", "tháng 01 năm 2024", "January 2024", "tháng 01/2024", "January 2024"),
        ("2024", "năm 2024", "2024", "2024", "2024"),
    ],
)
def test_dates(day: str, vi: str, en: str, short_vi: str, short_en: str) -> None:
    when = PartialDate.parse(day)
    assert (long_date(when, VI), long_date(when, EN)) == (vi, en)
    assert (short_date(when, VI), short_date(when, EN)) == (short_vi, short_en)


@pytest.mark.parametrize(("month", "names"), list(enumerate(MONTHS, start=1)))
def test_months(month: int, names: tuple[str, str]) -> None:
    day = date(2024, month, 10)
    assert (long_date(day, VI), long_date(day, EN)) == (
        f"ngày 10 tháng {names[0]} năm 2024",
        f"10 {names[1]} 2024",
    )


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        ("2024-06-07", "2024-06-07", "ngày 07 tháng 6 năm 2024", "7 June 2024"),
        ("2024-06-07", "2024-06-09", "từ ngày 07 đến ngày 09/6/2024", "7–9 June 2024"),
        ("2024-06-28", "2024-07-02", "từ ngày 28/6 đến ngày 02/7/2024", "28 June – 2 July 2024"),
        ("2024-12-28", "2025-01-02", "từ ngày 28/12/2024 đến ngày 02/01/2025", "28 December 2024 – 2 January 2025"),
        ("2024-06-07", "2025-06-09", "từ ngày 07/6/2024 đến ngày 09/6/2025", "7 June 2024 – 9 June 2025"),
    ],
)
def test_ranges_say_month_and_year_once(start: str, end: str, vi: str, en: str) -> None:
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert (date_range(*days, VI), date_range(*days, EN)) == (vi, en)


@pytest.mark.parametrize(
    ("quarter", "vi", "en"),
    [
        (Quarter(2023, 4), "Quý IV/2023", "Q4 2023"),
        (Quarter(2024, 1), "Quý I/2024", "Q1 2024"),
        (Quarter(2024, 2), "Quý II/2024", "Q2 2024"),
        (Quarter(2024, 3), "Quý III/2024", "Q3 2024"),
    ],
)
def test_quarters(quarter: Quarter, vi: str, en: str) -> None:
    assert (quarter_name(quarter, VI), quarter_name(quarter, EN)) == (vi, en)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bà Rịa - Vũng Tàu", "ba ria - vung tau"),
        ("ĐẶC SẢN", "dac san"),
        ("đất đỏ", "dat do"),
        ("hòa", "hoa"),
        ("hoà", "hoa"),
        ("Ước ương ượ", "uoc uong uo"),
        ("São Paulo 2024", "sao paulo 2024"),
        (unicodedata.normalize("NFD", "Thuỷ"), "thuy"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "order",
    [
        ["An", "Ăn", "Ấp", "Bà Rịa", "Bạc", "Bắc", "Dầu", "Đất Đỏ"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["O", "Ô", "Ơ"],
        ["U", "Ư"],
        ["e", "ê"],
        ["d", "dz", "đ", "e"],
        ["ma", "mà", "mac", "mác", "man"],
        ["a", "à", "ã", "á", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ", "b"],
        ["Bà Rịa", "Bạc Liêu", "Bưởi", "Cá thu", "Đặc sản", "Hồ tiêu", "Muối", "Mực", "Nhãn", "Ốc", "Ớt", "Ưng"],
        ["", "1", "2", "a"],
        ["ca cao", "cá thu", "cam"],
    ],
)
def test_vietnamese_order(order: list[str]) -> None:
    backwards = order[::-1]
    assert sorted(backwards, key=sort_key) == order
    assert sorted(backwards, key=lambda text: sort_key(unicodedata.normalize("NFD", text))) == order


@given(st.lists(st.text(), max_size=4))
def test_any_texts_have_one_order(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert sorted(texts, key=sort_key) == sorted(backwards, key=sort_key)


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [(0, "0", "0"), (999, "999", "999"), (1026, "1.026", "1,026"), (14_000_000, "14.000.000", "14,000,000")],
)
def test_whole_numbers(number: int, vi: str, en: str) -> None:
    assert (number_text(number, VI), number_text(number, EN)) == (vi, en)


@pytest.mark.parametrize(("number", "vi", "en"), [(16.54, "16,5", "16.5"), (3, "3,0", "3.0"), (0.04, "0,0", "0.0")])
def test_numbers_with_a_decimal_place(number: float, vi: str, en: str) -> None:
    assert (decimal_text(number, VI), decimal_text(number, EN)) == (vi, en)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("Đặc sản đất Đỏ", "dac-san-dat-do"),
        ("Kỷ niệm 20/11: “Ngày hội”", "ky-niem-20-11-ngay-hoi"),
        ("  Muối   Bà Rịa!  ", "muoi-ba-ria"),
        ("ma", "ma"),
        ("mạ", "ma"),
        (unicodedata.normalize("NFD", "Hồ tiêu"), "ho-tieu"),
        ("???", ""),
        ("", ""),
        ("OCOP 4 sao", "ocop-4-sao"),
        ("a" * 80, "a" * 60),
        (
            "Chương trình hành động về phát triển khoa học công nghệ và đổi mới sáng tạo",
            "chuong-trinh-hanh-dong-ve-phat-trien-khoa-hoc-cong-nghe-va",
        ),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=200))
def test_a_slug_is_plain_short_and_stays(text: str) -> None:
    slug = slug_of(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= MAX_SLUG
    assert slug_of(slug) == slug
    assert slug_of(unicodedata.normalize("NFD", text)) == slug_of(unicodedata.normalize("NFC", text))


VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " -,.:0123456789", min_size=1))
def test_a_slug_of_vietnamese_says_the_same_letters(text: str) -> None:
    assert slug_of(text).replace("-", "") == re.sub(r"[^a-z0-9]", "", fold(text))[:MAX_SLUG] or len(text) > MAX_SLUG
