"""English: number words, units, words that may stand for a number; all scanners in their order."""

import re
from collections.abc import Mapping
from decimal import Decimal

from promosite.parity.amounts import amount, number_key
from promosite.parity.english_dates import CLOCK, DATES, ORDINALS, WEEK, YEARS
from promosite.parity.facts import Reading, answer
from promosite.parity.identifiers import ADDRESSES, DOCUMENTS, PHONES, RATIO, REST, ROMAN, YEARS_SHORT
from promosite.parity.opposites import ENGLISH
from promosite.parity.quantities import Notation, written
from promosite.parity.scan import NUMBER, Scanner, Scanners, one, phrases, rule

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    name: Decimal(value)
    for name, value in {
        "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
        "trillion": 10**12, "tn": 10**12,
    }.items()
}  # fmt: skip

UNITS: Mapping[str, str] = {
    writing: unit
    for unit, writings in {
        "%": "%|per cent|percent|pct", "pp": "percentage point|percentage points",
        "nm": "nm|nanometres|nanometers", "µm": "µm|micrometre|micrometres|micrometer|micrometers|micron|microns",
        "mm": "mm|millimetre|millimetres|millimeter|millimeters",
        "cm": "cm|centimetre|centimetres|centimeter|centimeters", "dm": "dm", "m": "m|metre|metres|meter|meters",
        "km": "km|kilometre|kilometres|kilometer|kilometers", "nmi": "nautical mile|nautical miles",
        "mile": "mile|miles",
        "cm²": "cm²|cm2", "m²": "m²|m2|sq m|sqm|square metre|square metres|square meter|square meters",
        "ha": "ha|hectare|hectares",
        "km²": "km²|km2|sq km|square kilometre|square kilometres|square kilometer|square kilometers",
        "acre": "acre|acres", "ml": "ml|millilitre|millilitres|milliliter|milliliters",
        "l": "l|L|litre|litres|liter|liters", "m³": "m³|m3|cubic metre|cubic metres|cubic meter|cubic meters",
        "mg": "mg|milligram|milligrams", "g": "g|gram|grams|gramme|grammes",
        "kg": "kg|kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos", "quintal": "quintal|quintals",
        "t": "t|tonne|tonnes|ton|tons|metric ton|metric tons", "s": "seconds|sec|second",
        "min": "minute|minutes|min|mins",
        "h": "hour|hours|hr|hrs|h", "day": "day|days|working day|working days|business day|business days",
        "week": "week|weeks|working week|working weeks", "month": "month|months",
        "year": "year|years|yr|yrs|year-old|years old|years of age", "decade": "decade|decades",
        "century": "century|centuries", "kW": "kW|kilowatt|kilowatts", "MW": "MW|megawatt|megawatts",
        "GW": "GW|gigawatt|gigawatts", "kWp": "kWp|kilowatts peak", "MWp": "MWp|megawatts peak",
        "kWh": "kWh|kilowatt-hour|kilowatt-hours|kilowatt hour|kilowatt hours",
        "MWh": "MWh|megawatt-hour|megawatt-hours|megawatt hour|megawatt hours",
        "GWh": "GWh|gigawatt-hour|gigawatt-hours|gigawatt hour|gigawatt hours",
        "°C": "°C|degrees Celsius|degree Celsius|degrees C|℃", "°": "°|degree|degrees",
        "star": "star|stars|★|⭐", "VND": "VND|Vietnamese dong|dong|đồng|₫",
        "USD": "USD|US$|US dollars|US dollar|U.S. dollars|dollars|$", "EUR": "EUR|euro|euros|€", "JPY": "JPY|yen|¥",
        "KRW": "KRW|won|₩", "CNY": "CNY|RMB|yuan", "GBP": "GBP|pounds sterling|£", "SGD": "SGD|Singapore dollars",
        "AUD": "AUD|Australian dollars", "THB": "THB|baht",
    }.items()
    for writing in writings.split("|")
}  # fmt: skip

_ONE = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEEN = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = rf"(?:{'|'.join(TENS)})(?:[\s-]+{_ONE}(?!\w))?"
_SMALL = rf"(?:{_TENS}|{_TEEN}|{_ONE})"
_WORDS = (
    rf"(?:(?:{_ONE}|a)\s+hundred(?:\s+and\s+{_SMALL})?|{_SMALL}|an?(?=\s+(?:dozen|thousand|million|billion|trillion)))"
)


def words_value(words: str) -> Decimal:
    """Return the value of a number in words below a thousand."""
    total = Decimal(0)
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "hundred":
            total *= 100
        elif word in ("a", "an"):
            total += 1
        elif word != "and":
            total += ONES.get(word) or TENS[word]
    return total


def _words(match: "re.Match[str]") -> tuple[Decimal, bool] | None:
    """`one` is as often a pronoun, and `a thousand` a manner of speaking; they may answer a claim and make none."""
    words = match["words"].lower()
    counts = words not in ("one", "a", "an", "a hundred") or (words == "one" and (match["scale"] or match["half"]))
    return words_value(words), bool(counts)


_UNIT = written(UNITS)
NUMBERS = Notation(
    pattern=re.compile(
        r"(?:(?<!\w)|(?<=VND)|(?<=USD)|(?<=EUR))(?:(?P<digits>(?<!\d[.,])\d+(?>(?:[.,]\d+)*))|(?<!/)(?P<words>(?i:"
        rf"{_WORDS})(?!\w)))(?P<ordinal>(?:st|nd|rd|th)(?!\w))?"
        rf"(?P<half>\s+and\s+a\s+half(?!\w))?(?:[\s-]*(?P<scale>{written(SCALES)}))?"
        rf"(?:[\s-]*(?P<unit>{_UNIT}))?(?:(?:\s*/\s*|\s+(?:per|a|an|each|every)\s+)(?P<per>{_UNIT}))?"
        r"(?![^\W\d_]|\d)"
    ),
    starts=frozenset({NUMBER, "a", "an", *ONES, *TENS}),
    group=",",
    decimal=".",
    forgiving=False,
    words=_words,
    scales=SCALES,
    units=UNITS,
    prefixes=("US$", "USD", "VND", "EUR", "JPY", "GBP", "KRW", "CNY", "RMB", "SGD", "AUD", "THB", *"$€£¥₩₫"),
    million="m",
    span=re.compile(r"\s*(?:-|to|until|through)\s*"),
    either=re.compile(r"\s*(?:-|to|until|through)\s*|-?\s*(?:,\s*)?(?:and|or|,|&)\s*"),
)

_NTH = rf"(?:(?P<tens>{'|'.join(TENS)})[\s-])?(?P<word>{'|'.join(ORDINALS)}|thirtieth)"


def _ordinal(match: "re.Match[str]") -> tuple[Reading, ...]:
    """`first` is often no count (`at first`, `first of all`), so it claims nothing; the others do."""
    word, tens = match["word"].lower(), (match["tens"] or "").lower()
    number = TENS.get(tens, 0) + (ORDINALS.get(word) or 30)
    return (answer("number:1"),) if number == 1 else one(number_key(Decimal(number)))


_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}


def _fraction(match: "re.Match[str]") -> tuple[Reading, ...]:
    """`two thirds` is a fraction, `three quarters` may be nine months, and `one quarter` a span and no claim."""
    top = match["top"].lower()
    number = ONES.get(top) or int(top)
    key = f"ratio:{number}/{_PARTS[match['part'].lower()]}"
    if number == 1:
        return one(key) if match["of"] else (answer(key),)
    return one(key, f"number:{number}") if match["ending"] or match["hyphen"] else ()


def _part(match: "re.Match[str]") -> tuple[Reading, ...]:
    return one(f"ratio:1/{_PARTS[match[1]]}")


LOOSE: Mapping[str, tuple[Reading, ...]] = {
    **dict.fromkeys(("zero", "zeros", "zeroes", "no", "none", "nil"), (answer("number:0"),)),
    **dict.fromkeys(("once", "single", "sole", "firstly", "only"), (answer("number:1"),)),
    **dict.fromkeys(
        ("both", "twice", "double", "doubled", "doubles", "doubling", "pair", "pairs", "couple", "bilingual", "dual"),
        (answer("number:2"),),
    ),
    **dict.fromkeys(("either", "neither", "each"), (answer("number:2"),)),
    **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), (answer("number:4"),)),
    **dict.fromkeys(("thrice", "triple", "tripled", "threefold", "trilingual"), (answer("number:3"),)),
    **dict.fromkeys(("mid-year", "half-year"), (amount(Decimal(6), "month", claims=False),)),
    "national-level": (answer("number:5 star"),),
    "half-hour": (amount(Decimal(30), "min", claims=False),),
    "half": (answer("number:0.5"), answer("ratio:1/2"), answer("number:50 %")),
    "all": (answer("number:100 %"),),
    "quarter": (answer("number:0.25"), answer("ratio:1/4"), amount(Decimal(3), "month", claims=False)),
    "fortnight": (amount(Decimal(2), "week", claims=False),),
    "weekend": (answer("weekday:Saturday"), answer("weekday:Sunday")),
    "decade": (amount(Decimal(10), "year", claims=False),),
    "noon": (amount(Decimal(12), "h", claims=False),),
    "midday": (amount(Decimal(12), "h", claims=False),),
    "midnight": (amount(Decimal(24), "h", claims=False), amount(Decimal(0), "h", claims=False)),
    "dozens": (answer("number:12"),),
    "year-round": (answer("number:4"), answer("number:12")),
}  # fmt: skip
"""Words that may answer a number and do not claim one."""


def _article(match: "re.Match[str]") -> tuple[Reading, ...]:
    number = Decimal("0.5") if match["part"] else Decimal("1.5") if match["half"] else Decimal(1)
    return (amount(number, UNITS[match["unit"].lower()], claims=False),)


SCANNERS = Scanners(
    (
        *ADDRESSES,
        *DOCUMENTS,
        PHONES,
        *WEEK,
        DATES,
        *YEARS,
        CLOCK,
        RATIO,
        YEARS_SHORT,
        rule(
            r"(?<!\w)(?P<top>(?i:one|two|three|four|\d))(?P<hyphen>-)?\s?(?P<part>half|third|quarter|fifth|sixth|eighth|tenth)"
            r"(?P<ending>s)?(?!\w)(?P<of>\s+of\s)?",
            _fraction,
            (NUMBER, *ONES),
        ),
        rule(r"(?<!\w)[Aa]\s(third|quarter|fifth|tenth)(?=\s+of\s)", _part, "a"),
        ROMAN,
        rule(
            r"(?<!\w)(?i:first|second|other)\s+half(?!\w)",
            lambda _: (amount(Decimal(6), "month", claims=False), answer("number:0.5")),
            "first second other",
        ),
        rule(rf"(?<![\w/])(?<!per )(?<!\d[ -])(?i:{_NTH})(?!\w)(?!-hand)", _ordinal, (*ORDINALS, *TENS, "thirtieth")),
        Scanner(NUMBERS.starts, NUMBERS.scan),
        rule(
            r"(?<!\w)(?i:(?P<part>half\s+)?an?)\s+(?P<unit>year|month|week|day|hour|minute|decade|century)(?!\w)(?P<half>\s+and\s+a\s+half)?",
            _article,
            "a an half",
        ),
        phrases(LOOSE),
        REST,
    ),
    ENGLISH,
)
"""All that reads English; what stands earlier sees more."""
