"""Generated facts, written in both notations: equal ones never differ, changed ones always do."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.parity.texts import compared, told

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV")
UNITS = {
    "ha": "ha",
    "km²": "km²",
    "tấn": "tonnes",
    "tạ": "quintals",
    "kg": "kg",
    "mm": "mm",
    "µm": "µm",
    "lít": "litres",
}
SPANS = {"năm": "years", "tháng": "months", "ngày": "days", "giờ": "hours", "phút": "minutes", "tuần": "weeks"}
CURRENCIES = {"đồng": "VND", "USD": "USD", "euro": "EUR"}
SCALES = {"nghìn": "thousand", "triệu": "million", "tỷ": "billion"}
ONES_VI = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
ONES_EN = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS_EN = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

numbers = st.builds(
    lambda whole, places, cut: Decimal(whole).scaleb(-places) if cut else Decimal(whole),
    st.integers(1, 99_999_999), st.integers(1, 3), st.booleans(),
)  # fmt: skip
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def vietnamese(number: Decimal) -> str:
    return english(number).translate(str.maketrans(",.", ".,"))


def english(number: Decimal) -> str:
    return f"{number.normalize():,f}"


def day_vi(day: date, form: int) -> str:
    long = f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    return (long, f"{day:%d/%m/%Y}", f"ngày {day.day}/{day.month}/{day.year}", f"{day.day}-{day.month}-{day.year}")[
        form
    ]


def day_en(day: date, form: int) -> str:
    name = MONTHS[day.month - 1]
    short = "Sept" if name == "September" else name[:3]
    return (
        f"{day.day} {name} {day.year}",
        f"{day.day} {short} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"the {day.day}th of {name} {day.year}",
    )[form]


def words_vi(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return ONES_VI[ones]
    tail = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}.get(ones, ONES_VI[ones])
    return " ".join(["mười" if tens == 1 else f"{ONES_VI[tens]} mươi", tail]).strip()


def words_en(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ONES_EN[number] if number < 20 else "-".join(filter(None, (TENS_EN[tens], ONES_EN[ones])))


def same(vi: str, en: str) -> None:
    assert told(compared(f"Theo nguồn, có {vi} được ghi.", f"On record, there are {en} as stated.")) == []


def differ(vi: str, en: str) -> None:
    assert told(compared(f"Theo nguồn, có {vi} được ghi.", f"On record, there are {en} as stated.")) != []


def both(vi: Callable[..., str], en: Callable[..., str], one: object, two: object) -> None:
    """One fact in both notations is one fact; two facts are two in either direction."""
    same(vi(one), en(one))
    if one != two:
        differ(vi(one), en(two))
        differ(vi(two), en(one))


@given(numbers, numbers)
def test_plain_numbers(one: Decimal, two: Decimal) -> None:
    both(vietnamese, english, one, two)


@given(numbers, numbers)
def test_percentages(one: Decimal, two: Decimal) -> None:
    both(lambda number: f"{vietnamese(number)}%", lambda number: f"{english(number)} per cent", one, two)


@given(numbers)
def test_a_percentage_is_no_number(number: Decimal) -> None:
    differ(f"{vietnamese(number)}%", english(number))


@given(numbers, st.sampled_from(sorted(UNITS)), numbers, st.sampled_from(sorted(UNITS)))
def test_measures(one: Decimal, unit: str, two: Decimal, other: str) -> None:
    same(f"{vietnamese(one)} {unit}", f"{english(one)} {UNITS[unit]}")
    if one != two:
        differ(f"{vietnamese(one)} {unit}", f"{english(two)} {UNITS[unit]}")
    if unit != other:
        differ(f"{vietnamese(one)} {unit}", f"{english(one)} {UNITS[other]}")


@given(st.integers(2, 400), st.sampled_from(sorted(SPANS)), st.integers(2, 400), st.sampled_from(sorted(SPANS)))
def test_spans_of_time(one: int, unit: str, two: int, other: str) -> None:
    both(lambda number: f"{number} {unit}", lambda number: f"{number} {SPANS[unit]}", one, two)
    if unit != other:
        differ(f"{one} {unit}", f"{one} {SPANS[other]}")


@given(
    st.decimals(1, 999, places=2), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(CURRENCIES)),
    st.decimals(1, 999, places=2), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(CURRENCIES)),
)  # fmt: skip
def test_money(one: Decimal, scale: str, unit: str, two: Decimal, scale_two: str, unit_two: str) -> None:
    vi = f"{vietnamese(one)} {scale} {unit}"
    same(vi, f"{CURRENCIES[unit]} {english(one)} {SCALES[scale]}")
    same(vi, f"{english(one)} {SCALES[scale]} {CURRENCIES[unit]}")
    en = f"{CURRENCIES[unit_two]} {english(two)} {SCALES[scale_two]}"
    size = {"nghìn": 3, "triệu": 6, "tỷ": 9}
    if (one.scaleb(size[scale]), unit) != (two.scaleb(size[scale_two]), unit_two):
        differ(vi, en)


@given(days, st.integers(0, 3), st.integers(0, 3), days)
def test_days(one: date, form: int, form_en: int, two: date) -> None:
    both(lambda day: day_vi(day, form), lambda day: day_en(day, form_en), one, two)


@given(days, days)
def test_days_without_year(one: date, two: date) -> None:
    assume((one.month, one.day) != (two.month, two.day))
    both(lambda day: f"ngày {day:%d/%m}", lambda day: f"{day.day} {MONTHS[day.month - 1]}", one, two)


@given(days, days)
def test_months(one: date, two: date) -> None:
    assume((one.year, one.month) != (two.year, two.month))
    en = lambda day: f"{MONTHS[day.month - 1]} {day.year}"  # noqa: E731
    both(lambda day: f"tháng {day.month}/{day.year}", en, one, two)
    both(lambda day: f"tháng {day.month:02} năm {day.year}", en, one, two)


@given(st.integers(1800, 2099), st.integers(1800, 2099))
def test_years(one: int, two: int) -> None:
    both(lambda year: f"năm {year}", str, one, two)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(1, 27), st.integers(0, 1))
def test_ranges_of_days_in_one_month(first: date, length: int, longer: int) -> None:
    first = first.replace(day=1 + first.day % 14)
    last = first.replace(day=min(first.day + length, 28))
    assume(first < last)
    vi = f"từ ngày {first.day} đến ngày {last:%d/%m/%Y}"
    month = f"{MONTHS[first.month - 1]} {first.year}"
    same(vi, f"{first.day}–{last.day} {month}")
    same(vi, f"from {first.day} to {last.day} {month}")
    differ(vi, f"{first.day}–{last.day + 1} {month}")
    differ(vi, f"{first.day} and {last.day - 1 - longer or 28} {month}")


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(1, 200))
def test_ranges_of_days_across_months(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    assume(first.month != last.month)
    en = f"{first.day} {MONTHS[first.month - 1]} {first.year} to {day_en(last, 0)}"
    same(f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}", en)
    same(f"từ ngày {first:%d/%m} đến ngày {last:%d/%m/%Y}", en)
    same(f"từ ngày {first:%d/%m} đến ngày {last:%d/%m/%Y}", en.replace(f" {first.year} to", " to"))


@given(numbers, numbers, st.sampled_from(sorted(UNITS)), numbers)
def test_ranges_of_measures(low: Decimal, high: Decimal, unit: str, other: Decimal) -> None:
    vi = f"{vietnamese(low)}-{vietnamese(high)} {unit}"
    same(vi, f"{english(low)}–{english(high)} {UNITS[unit]}")
    same(vi, f"{english(low)} to {english(high)} {UNITS[unit]}")
    if other not in (low, high):
        differ(vi, f"{english(low)}–{english(other)} {UNITS[unit]}")
        differ(vi, f"{english(other)}–{english(high)} {UNITS[unit]}")


@given(st.integers(1, 4), st.integers(2000, 2099), st.integers(1, 4), st.integers(2000, 2099))
def test_quarters(one: int, year: int, two: int, other: int) -> None:
    quarter_vi = lambda pair: f"Quý {ROMAN[pair[0] - 1]}/{pair[1]}"  # noqa: E731
    quarter_en = lambda pair: f"Q{pair[0]} {pair[1]}"  # noqa: E731
    both(quarter_vi, quarter_en, (one, year), (two, other))
    both(lambda pair: f"Q.{ROMAN[pair[0] - 1]}/{pair[1]}", quarter_en, (one, year), (two, other))
    both(lambda pair: f"quý {pair[0]}/{pair[1]}", quarter_en, (one, year), (two, other))


@given(st.integers(2, 99), st.integers(2, 99))
def test_numbers_in_words(one: int, two: int) -> None:
    same(words_vi(one), words_en(one))
    same(str(one), words_en(one))
    same(words_vi(one), str(one))
    if one != two:
        differ(words_vi(one), str(two))
        differ(str(one), words_en(two))
        differ(words_vi(one), words_en(two))


@given(st.integers(1, 5), st.integers(1, 5))
def test_stars(one: int, two: int) -> None:
    for en in ("{}-star", "{} stars", "{}★"):
        both(lambda stars: f"hạng {stars} sao", en.format, one, two)
    same(f"{one} sao", f"{ONES_EN[one]}-star")


@given(st.integers(1, 9999), st.sampled_from(["QĐ-TTg", "KH-UBND", "QĐ-SHTT"]), st.integers(1, 9999))
def test_document_numbers(one: int, kind: str, two: int) -> None:
    both(lambda number: f"số {number}/{kind}", lambda number: f"No. {number}/{kind.replace('Đ', 'D')}", one, two)


@given(st.integers(1, 99999), st.integers(1, 99999))
def test_certificate_numbers(one: int, two: int) -> None:
    both(lambda number: f"số {number:05}", lambda number: f"No. {number:05}", one, two)


@given(st.text("aăâbcdđeghiklmnoôơpqrstuưvxyáàảãạ ,.;:-–/()0123456789%&*_[]#|\n", max_size=200))
def test_any_text_is_read_to_its_end(text: str) -> None:
    assert told(compared(text, text)) is not None
    assert told(compared("", text)) is not None
