"""Vietnamese: number words, units, words that may stand for a number; all scanners in their order."""

import re
from collections.abc import Mapping
from decimal import Decimal

from promosite.parity.amounts import amount
from promosite.parity.facts import Reading, answer
from promosite.parity.identifiers import ADDRESSES, DOCUMENTS, PHONES, RATIO, REST, ROMAN, YEARS_SHORT
from promosite.parity.opposites import VIETNAMESE
from promosite.parity.quantities import Notation, written
from promosite.parity.scan import NUMBER, Scanner, Scanners, after, before, one, phrases, rule
from promosite.parity.vietnamese_dates import CLOCK, DATES, WEEK, YEARS

ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
TAILS = ONES | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
UNCERTAIN = frozenset({"một", "năm", "chín"})
"""Number words that are as often something else: article, year, ripe. They may answer a claim and make none."""

SCALES = {
    name: Decimal(value)
    for name, value in {
        "chục": 10, "tá": 12, "trăm": 100, "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9,
        "tỉ": 10**9, "nghìn tỷ": 10**12, "ngàn tỷ": 10**12, "nghìn tỉ": 10**12, "ngàn tỉ": 10**12,
    }.items()
}  # fmt: skip

UNITS: Mapping[str, str] = {
    writing: unit
    for unit, writings in {
        "%": "%|phần trăm", "pp": "điểm phần trăm|điểm %",
        "nm": "nm", "µm": "µm|micromét|micrômét|micron", "mm": "mm|milimét|mi-li-mét",
        "cm": "cm|xentimét|xăng-ti-mét|xen-ti-mét", "dm": "dm", "m": "m|mét",
        "km": "km|kilômét|kilomét|ki-lô-mét|cây số", "nmi": "hải lý", "mile": "dặm",
        "cm²": "cm²|cm2", "m²": "m²|m2|mét vuông", "ha": "ha|hecta|héc-ta|héc ta|héc",
        "km²": "km²|km2|kilômét vuông|ki-lô-mét vuông|cây số vuông",
        "ml": "ml|mililít|mi-li-lít", "l": "l|L|lít", "m³": "m³|m3|mét khối",
        "mg": "mg|miligam", "g": "g|gr|gam|gram", "kg": "kg|kilôgam|kilogam|ki-lô-gam", "quintal": "tạ", "t": "tấn",
        "s": "giây", "min": "phút", "h": "giờ đồng hồ|tiếng đồng hồ|giờ|h", "day": "ngày", "week": "tuần lễ|tuần",
        "month": "tháng", "year": "năm tuổi|năm|tuổi", "decade": "thập kỷ|thập niên", "century": "thế kỷ",
        "kW": "kW|kilôoát|ki-lô-oát", "MW": "MW|mêgaoát|mê-ga-oát", "GW": "GW|gigaoát",
        "kWp": "kWp", "MWp": "MWp", "kWh": "kWh|kilôoát giờ|ki-lô-oát giờ", "MWh": "MWh", "GWh": "GWh",
        "°C": "°C|độ C|℃", "°": "°|độ", "star": "sao|★|⭐",
        "VND": "đồng Việt Nam|đồng|đ|VNĐ|VND|₫", "USD": "USD|US$|đô la Mỹ|đô-la Mỹ|đô la|đô-la|$",
        "EUR": "EUR|euro|ơ-rô|€", "JPY": "JPY|yên Nhật|yên|¥", "KRW": "KRW|won|₩", "CNY": "CNY|nhân dân tệ",
        "GBP": "GBP|bảng Anh|£", "SGD": "SGD|đô la Singapore", "AUD": "AUD|đô la Úc", "THB": "THB|baht|bạt",
    }.items()
    for writing in writings.split("|")
}  # fmt: skip

_ONE = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_TAIL = "(?:một|mốt|hai|ba|tư|bốn|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
_TENS = rf"(?:mười(?:\s+{_TAIL}(?!\w))?|{_ONE}\s+mươi(?:\s+{_TAIL}(?!\w))?)"
_WORDS = rf"(?:{_ONE}\s+trăm(?:\s+(?:(?:lẻ|linh)\s+{_ONE}|{_TENS}))?|{_TENS}|{_ONE})"


def words_value(words: str) -> Decimal:
    """Return the value of a number in words below a thousand."""
    total = Decimal(0)
    for word in words.lower().split():
        if word == "trăm":
            total *= 100
        elif word == "mươi":
            total += total % 10 * 9
        elif word == "mười":
            total += 10
        elif word not in ("lẻ", "linh"):
            total += TAILS[word]
    return total


def _words(match: "re.Match[str]") -> tuple[Decimal, bool] | None:
    """Capitals stand in names (`Thủ Dầu Một`, `Ba Cu`), but also begin sentences (`Bốn vùng trồng`)."""
    words = match["words"]
    if words[0].isupper() and not _begins_sentence(match):
        return None if words.lower() == "ba" else (words_value(words), False)
    counts = words.lower() not in UNCERTAIN or match["scale"] or match["half"]
    return words_value(words), bool(counts) and not _stands_alone(match)


def _begins_sentence(match: "re.Match[str]") -> bool:
    lead = before(match).rstrip(" \n\"'“‘([*")
    return (not lead or lead[-1] in ".!?:;|") and not after(match, "words").lstrip()[:1].isupper()


def _stands_alone(match: "re.Match[str]") -> bool:
    """Tell whether `hai` is a pronoun, as in `một trong hai.`; another language says `either` or `them`."""
    behind = after(match, "words").lstrip()[:1]
    return match["words"] == "hai" and (not behind or behind in ".,;:!?)|")


_UNIT = written(UNITS)
_NO_UNIT = r"(?!đồng\s+(?:chí|bào|đội|hồ|hành|thời|Nai|Tháp|Xoài)(?!\w)|năm\s+(?:mươi|trăm)(?!\w))"
NUMBERS = Notation(
    pattern=re.compile(
        r"(?:(?<!\w)|(?<=VND)|(?<=USD)|(?<=EUR))(?:(?P<digits>(?<!\d[.,])\d+(?>(?:[.,]\d+)*))"
        rf"|(?<!\w-)(?P<words>(?i:{_WORDS})(?!\w|-[^\W\d_])))"
        rf"(?:\s*(?P<scale>{written(SCALES)}))?"
        rf"(?:(?:\s*-)?\s*{_NO_UNIT}(?P<unit>{_UNIT}))?"
        rf"(?:(?:\s*/\s*|\s+(?:mỗi|một|trên|trên\s+một|trên\s+mỗi)\s+)(?P<per>{_UNIT}))?"
        r"(?P<half>\s+rưỡi(?!\w))?(?![^\W\d_]|\d)"
    ),
    starts=frozenset({NUMBER, "mười", *ONES}),
    group=".",
    decimal=",",
    forgiving=True,
    words=_words,
    scales=SCALES,
    units=UNITS,
    prefixes=("US$", "USD", "VNĐ", "VND", "EUR", "JPY", "GBP", "KRW", "CNY", "SGD", "AUD", "THB", *"$€£¥₩₫"),
    million="",
    span=re.compile(r"\s*(?:-|đến|tới|lên|xuống|còn|xuống\s+còn|lên\s+đến|cho đến)\s*"),
    either=re.compile(r"\s*(?:-|đến|tới|lên|xuống|còn|xuống\s+còn|lên\s+đến|cho đến|và|hoặc|hay|,)\s*"),
    implied="VND",
)

IDIOMS: Mapping[str, tuple[Reading | None, ...]] = {
    **dict.fromkeys(
        ("ba rọi", "ba chỉ", "ba ba", "ba lô", "ba khía", "ba gai", "ba kích", "ba tê", "bà ba", "ba mẹ", "ba má"),
        (None,),
    ),
    **dict.fromkeys(("vài ba", "dăm ba", "đôi ba", "một nắng hai sương", "ba chìm bảy nổi"), (None,)),
    **dict.fromkeys(("ngã ba", "ngã tư", "ngã năm", "ngã sáu", "ngã bảy", "gạo tám", "tám xoan"), (None,)),
    **dict.fromkeys(("ba lan", "ba tư"), (None,)),
    "bốn mùa": (answer("number:4"),),
    "ba miền": (answer("number:3"),),
    "năm châu": (answer("number:5"),),
}
"""Words that look like numbers and are none, or hardly."""

LOOSE: Mapping[str, tuple[Reading, ...]] = {
    "không": (answer("number:0"),),
    "cấp quốc gia": (answer("number:5 star"),),
    "nửa đầu năm": (amount(Decimal(6), "month", claims=False), answer("number:0.5")),
    "nửa cuối năm": (amount(Decimal(6), "month", claims=False), answer("number:0.5")),
    **dict.fromkeys(("nửa giờ", "nửa tiếng"), (amount(Decimal(30), "min", claims=False),)),
    "nửa": (answer("number:0.5"), answer("ratio:1/2"), answer("number:50 %")),
    **dict.fromkeys(("tất cả", "toàn bộ", "mọi"), (answer("number:100 %"),)),
    "thập kỷ": (amount(Decimal(10), "year", claims=False),),
    "thập niên": (amount(Decimal(10), "year", claims=False),),
} | {
    word: (answer(f"number:{number}"),)
    for number, words in {
        1: "nhất|đầu tiên|đầu|trước hết|trước tiên|duy nhất", 2: "đôi|cặp|song ngữ|song phương|nhì|kép",
        3: "tam ngữ", 10: "chục", 12: "tá",
    }.items()
    for word in words.split("|")
}  # fmt: skip
"""Words that may answer a number and do not claim one."""


def _fraction(match: "re.Match[str]") -> tuple[Reading, ...]:
    return one(f"ratio:{words_value(match[1])}/{TAILS.get(match[2].lower()) or 10}")


def _counted(match: "re.Match[str]") -> tuple[Reading, ...]:
    """In `hai ngày 15 và 16/11` the number only counts the days that follow."""
    number = Decimal(match[1]) if match[1].isdecimal() else words_value(match[1])
    return (amount(number, "day", claims=False),)


SCANNERS = Scanners(
    (
        *ADDRESSES,
        *DOCUMENTS,
        PHONES,
        phrases(IDIOMS),
        *WEEK,
        rule(
            rf"(?<!\w)(\d{{1,2}}|(?i:{_TENS}|{_ONE}))(?=\s+ngày\s+\d{{1,2}}\s*(?:,|và|-|đến))", _counted, NUMBERS.starts
        ),
        DATES,
        *YEARS,
        CLOCK,
        RATIO,
        YEARS_SHORT,
        rule(rf"(?<!\w)((?i:{_ONE}))\s+phần\s+(hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)", _fraction, ONES),
        ROMAN,
        Scanner(NUMBERS.starts, NUMBERS.scan),
        phrases(LOOSE),
        REST,
    ),
    VIETNAMESE,
)
"""All that reads Vietnamese; what stands earlier sees more."""
