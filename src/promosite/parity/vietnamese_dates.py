"""Dates, months, quarters, decades and times of day as Vietnamese writes them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from promosite.parity.amounts import amount, number_key
from promosite.parity.dates import DAY, ISO, MONTH, ROMAN, YEAR, DateReader, When, date_scanner, decade, full_year
from promosite.parity.facts import Reading, answer
from promosite.parity.scan import NUMBER, Scanner, one, rule

MONTH_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
QUARTERS = ROMAN | {"1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}
TO = r"(?:-|đến(?:\s+hết)?|tới|cho đến)"
JOINER = re.compile(rf"\s*(?:{TO}|và|,|hoặc)\s*(?:(?:hết|trước|cuối|đầu)\s+)?")
LUNAR = r"(?P<lunar>\s*\(?(?:năm sau\s+)?âm lịch)?"

_AND_DAY = rf"\s*(?:{TO}|và|hoặc)\s*(?:ngày\s+)?{DAY}(?!\d)"
_COMMA_DAY = rf"\s*,\s*(?:ngày\s+)?{DAY}(?!\d)"
_DAYS = (
    rf"(?:[Nn]gày\s+(?:mùng\s+|mồng\s+)?(?P<after>{DAY}(?!\d)(?>(?:{_COMMA_DAY}|{_AND_DAY}){{0,12}}))"
    rf"|(?:(?:mùng|mồng)\s+)?(?P<bare>{DAY}(?!\d)(?>(?:{_AND_DAY}){{0,12}})))"
)
_WORDS = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_MONTH_OF = rf"\s+tháng\s+(?:(?P<month>{MONTH})(?!\d)|(?P<word>(?i:{_WORDS}))(?!\w))"
_YEAR_AFTER = rf"(?:\s*/\s*|\s*-\s*|,?\s+năm\s+|,\s*)(?P<year>{YEAR})(?!\d)"

_NO_SPAN = r"(?<!\w)(?<![Mm]ỗi )(?<!hằng )(?<!hàng )(?<!từng )(?<!nhiều )(?<!các )(?<!mấy )"
"""Not behind words that make `tháng` a span of time: `mỗi tháng 2 kỳ` is two issues a month, not February."""
NUMERIC = re.compile(
    rf"(?<![\w/])(?<!\d[.,]){_DAYS}\s?/\s?(?P<month>{MONTH})(?:\s?/\s?(?P<year>{YEAR}|\d\d))?(?![\d/]){LUNAR}"
)
DASHED = re.compile(rf"(?<!\w)[Nn]gày\s+({DAY})-({MONTH})(?![\d/-]|\s+tháng|\s+(?:và|đến)\s+\d)")
DOTTED = re.compile(
    rf"(?<![\w/.,-])(?:[Nn]gày\s+)?(?P<after>{DAY}(?!\d)(?>(?:\s*(?:,|và|đến|tới)\s*(?:ngày\s+)?{DAY}(?!\d)){{0,12}}))"
    rf"(?P<dash>[-.])(?P<month>{MONTH})(?P=dash)(?P<year>{YEAR})(?!\d)(?P<lunar>)?"
)
IN_WORDS = re.compile(rf"(?<![\w/.,]){_DAYS}{_MONTH_OF}(?:{_YEAR_AFTER})?{LUNAR}")
OF_YEAR = re.compile(
    rf"(?<!\w)[Tt]háng\s+(?P<months>{MONTH}(?!\d)(?>(?:\s*(?:{TO}|và|,|hoặc)\s*(?:tháng\s+)?{MONTH}(?!\d)){{0,11}}))"
    rf"(?:\s?/\s?|\s*-\s*|,?\s+năm\s+)(?P<year>{YEAR})(?!\d)"
)
MONTHS = re.compile(
    rf"{_NO_SPAN}[Tt]háng\s+(?P<months>{MONTH}(?![\d%/]|[.,]\d)(?:\s*-\s*{MONTH}(?!\d)){{0,11}}){LUNAR}"
)
MONTH_WORD = re.compile(
    rf"{_NO_SPAN}[Tt]háng\s+(?P<word>(?i:{_WORDS}))(?!\w)(?:\s+năm\s+(?P<year>{YEAR})(?!\d))?{LUNAR}"
)
SLASHED = re.compile(rf"(?<![\w/.,])({MONTH})\s?/\s?({YEAR})(?![\d/])")
_QUARTER = r"(?:IV|I{1,3}|[1-4]|một|hai|ba|bốn|tư)(?!\w)"
QUARTER = re.compile(
    r"(?<!\w)(?:[Qq]uý\s+|Q\.?\s?(?=[IV]|[1-4]\s?/)|Q(?=[1-4](?!\w)))"
    rf"(?P<list>{_QUARTER}(?:\s*(?:{TO}|và|,)\s*(?:[Qq]uý\s+)?{_QUARTER}){{0,3}})"
    rf"(?:(?:\s?/\s?|\s*-\s*|\s+năm\s+|\s+)(?P<year>{YEAR})(?!\d))?"
)


def _days(match: "re.Match[str]") -> list[int]:
    return [int(day) for day in re.findall(r"\d+", match["after"] or match["bare"])]


def _numeric(match: "re.Match[str]") -> Iterator[When]:
    days, month = _days(match), int(match["month"])
    unsure = match["year"] is None and match["after"] is None and len(days) == 1
    ratio = f"{days[0]}/{month}" if unsure else None
    for day in days:
        year, lunar = full_year(match["year"]), bool(match["lunar"])
        yield When(match.start(), match.end(), year, month, day, lunar=lunar, ratio=ratio)


def _in_words(match: "re.Match[str]") -> Iterator[When]:
    month = int(match["month"]) if match["month"] else MONTH_WORDS[match["word"].lower()]
    for day in _days(match):
        year, lunar = full_year(match["year"]), match["lunar"] is not None
        yield When(match.start(), match.end(), year, month, day, lunar=lunar)


def _months(match: "re.Match[str]") -> Iterator[When]:
    parts = match.groupdict()
    months = [int(month) for month in re.findall(r"\d+", match["months"])]
    year, lunar = full_year(parts.get("year")), parts.get("lunar") is not None
    for month in months:
        turned = year is not None and month > months[-1]
        yield When(match.start(), match.end(), year and year - turned, month, lunar=lunar)


def _month_word(match: "re.Match[str]") -> Iterator[When]:
    month, year = MONTH_WORDS[match["word"].lower()], full_year(match["year"])
    yield When(match.start(), match.end(), year, month, lunar=match["lunar"] is not None, sure=year is not None)


def _quarter(match: "re.Match[str]") -> Iterator[When]:
    for name in re.findall(_QUARTER, match["list"]):
        yield When(match.start(), match.end(), full_year(match["year"]), quarter=QUARTERS[name])


def _whole(match: "re.Match[str]", *groups: int | None) -> When:
    """Return a date from the groups of year, month and day."""
    year, month, day = (int(match[group]) if group else None for group in groups)
    return When(match.start(), match.end(), year, month, day)


_NUMBER, _MONTH = frozenset({NUMBER}), frozenset({"tháng"})
_DAY = frozenset({NUMBER, "ngày", "mùng", "mồng"})
_QUARTERS = frozenset({"quý", "q", "qi", "qii", "qiii", "qiv"})
READERS = (
    *ISO,
    DateReader(_QUARTERS, QUARTER, _quarter),
    DateReader(_DAY, DOTTED, _numeric),
    DateReader(frozenset({"ngày"}), DASHED, lambda match: (_whole(match, None, 2, 1),), "-"),
    DateReader(_DAY, NUMERIC, _numeric, "/"),
    DateReader(_DAY, IN_WORDS, _in_words, "tháng"),
    DateReader(_MONTH, OF_YEAR, _months),
    DateReader(_NUMBER, SLASHED, lambda match: (_whole(match, 2, 1, None),), "/"),
    DateReader(_MONTH, MONTHS, _months),
    DateReader(_MONTH, MONTH_WORD, _month_word),
)
"""The first pattern that fits a place has it: `quý 3/2024` is no month."""

DATES = date_scanner(READERS, JOINER)
"""Days, months and quarters."""


def _decade(match: "re.Match[str]") -> tuple[Reading, ...]:
    return one(decade(match[1]))


def _year(match: "re.Match[str]") -> tuple[Reading, ...]:
    return one(number_key(Decimal(match[1])))


def _clock(match: "re.Match[str]") -> tuple[Reading, ...]:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    part = match["part"] or match["later"]
    if hour < 12 and (part in ("chiều", "tối") or (part == "đêm" and hour > 6)):
        hour += 12
    if hour > 24:
        return ()
    return one(f"time:{hour:02}:{minute:02}") if minute else (amount(Decimal(hour), "h"),)


YEARS: tuple[Scanner, ...] = (
    rule(
        r"(?<!\w)(?:[Nn]hững\s+năm|[Tt]hập\s+(?:niên|kỷ)(?:\s+năm)?)\s+(\d{3}0|\d0)"
        r"(?!\d|\s*-\s*\d|\s+(?:và|đến)\s+\d)",
        _decade,
        "những thập",
    ),
    rule(rf"(?<!\w)[Nn]ăm\s+({YEAR})(?!\d|[.,]\d)", _year, "năm"),
)
_PARTS = r"(?:sáng|trưa|chiều|tối|đêm)(?!\w)"
CLOCK = rule(
    r"(?<![\w.,/:])(?P<hour>\d{1,2})(?:(?:\s?(?:giờ|h|g)\s?|:)(?P<minute>[0-5]\d)(?![\d:])(?:\s*phút)?"
    rf"(?:\s+(?P<part>{_PARTS}))?|\s?(?:giờ|h)\s+(?P<later>{_PARTS}))",
    _clock,
    NUMBER,
)
WEEKDAYS = {"hai": "Monday", "ba": "Tuesday", "tư": "Wednesday", "năm": "Thursday", "sáu": "Friday", "bảy": "Saturday"}
ORDINALS = {"nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7}


def _weekday(match: "re.Match[str]") -> tuple[Reading, ...]:
    """`thứ Năm` is a day of the week, `lần thứ năm` an ordinal; `thứ năm` may be either, so it claims nothing."""
    word = match["word"]
    name = WEEKDAYS.get(word.lower(), "")
    if name and (word[0].isupper() or (match["before"] or "").strip().lower() in ("sáng", "chiều", "tối")):
        return one(f"weekday:{name}")
    number = number_key(Decimal(ORDINALS[word.lower()]))
    if match["before"] and match["before"].strip().lower() == "lần":
        return one(number)
    return (answer(number, f"weekday:{name}") if name else answer(number),)


def _weekday_digit(match: "re.Match[str]") -> tuple[Reading, ...]:
    name = list(WEEKDAYS.values())[int(match[1]) - 2]
    return one(number_key(Decimal(match[1])), f"weekday:{name}")


WEEK: tuple[Scanner, ...] = (
    rule(
        r"(?<!\w)(?P<before>(?:[Ll]ần|[Ss]áng|[Cc]hiều|[Tt]ối)\s+)?[Tt]hứ\s+"
        r"(?P<word>[Nn]hất|[Nn]hì|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)(?!\w)(?!\s+(?:mươi|trăm))",
        _weekday,
        "thứ lần sáng chiều tối",
    ),
    rule(r"(?<!\w)(?<!lần )(?<!Lần )[Tt]hứ\s+([2-7])(?!\w|[.,]\d)", _weekday_digit, "thứ"),
    rule(r"(?<!\w)[Cc]hủ\s+[Nn]hật(?!\w)", lambda _: one("weekday:Sunday"), "chủ"),
)
