"""Dates, months, quarters, decades and times of day as English writes them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from promosite.parity.amounts import amount
from promosite.parity.dates import DAY, ISO, MONTH, YEAR, DateReader, When, date_scanner, decade, full_year
from promosite.parity.facts import Reading
from promosite.parity.scan import NUMBER, Scanner, before, one, rule

NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
TO = r"(?:-|to|until|till|through|and|or|&)"
JOINER = re.compile(rf"\s*(?:{TO}|,)\s*(?:(?:on|in|the|early|late|mid|end\s+of)[\s-]+)?")
ORDINALS = {
    name: number
    for number, name in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
         "twentieth"),
        start=1,
    )
}  # fmt: skip

_FULL = "|".join(name.title() for name in NAMES)
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_NAME = rf"(?P<name>{_FULL}|(?:{_SHORT})\b\.?|{_FULL.upper()})(?!\w)"
_D = rf"{DAY}(?:st|nd|rd|th)?(?![\w%]|[.,/]\d)"
_DAYS = rf"(?P<days>{_D}(?>(?:(?>(?:\s*,\s*{_D}){{0,12}})(?:\s*,)?\s*{TO}\s*(?:the\s+)?{_D}){{0,12}}))"
_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})(?![\d%]|[.,]\d))"

DAY_FIRST = re.compile(rf"(?<![\w/.,]){_DAYS}\s+(?:of\s+)?{_NAME}{_YEAR}?")
MONTH_FIRST = re.compile(rf"(?<!\w){_NAME}\s+(?:the\s+)?{_DAYS}{_YEAR}?")
OF_YEAR = re.compile(rf"(?<!\w){_NAME}{_YEAR}")
ALONE = re.compile(rf"(?<![\w-])(?P<name>{_FULL})(?!\w)")
NUMERIC = re.compile(
    rf"(?<![\w/])(?<!\d[.,])(?P<days>{DAY}(?:\s*(?:-|to|and)\s*{DAY})?)/(?P<month>{MONTH})/(?P<year>{YEAR})(?![\d/])"
)
SLASHED = re.compile(rf"(?<![\w/.,])({MONTH})/({YEAR})(?![\d/])")
_ORDINAL = "|".join(ORDINALS)
_Q = r"(?:Q\.?\s?(?:IV|I{1,3}|[1-4])(?!\w)|[Qq]uarter\s+(?:IV|I{1,3}|[1-4]|one|two|three|four)(?!\w))"
_WHICH = "(?i:first|second|third|fourth|1st|2nd|3rd|4th)"
_Q_WORDS = rf"(?:{_WHICH}(?:\s+(?:and|to)\s+(?:the\s+)?{_WHICH}){{0,3}}\s+quarters?)"
QUARTER = re.compile(
    rf"(?<!\w)(?P<list>{_Q}(?:\s*(?:{TO}|,)\s*{_Q}){{0,3}}|{_Q_WORDS})(?!\w)"
    rf"(?:(?:\s*/\s*|,?\s+(?:(?:of|in)\s+(?:the\s+year\s+)?)?)(?P<year>{YEAR})(?!\d))?"
)
QUARTER_NAMES = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "one": 1, "two": 2, "three": 3, "four": 4}
QUARTER_NAMES |= {"first": 1, "second": 2, "third": 3, "fourth": 4}
QUARTER_NAME = re.compile(
    r"(?i)(?:(?<=q)|\b)(?:[1-4]|iv|i{1,3}|one|two|three|four|first|second|third|fourth)(?:st|nd|rd|th)?\b"
)
BEFORE_MAY = frozenset(
    {"about", "after", "and", "around", "before", "between", "by", "during", "each", "early", "every", "from", "in"}
    | {"last", "late", "mid", "next", "of", "or", "since", "this", "through", "till", "to", "until"}
)
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})"
LUNAR = re.compile(
    rf"(?<!\w)(?:(?P<nth>(?i:{_NTH})(?:\s*(?:-|to|and|or)\s*(?:the\s+)?(?i:{_NTH}))?)\s+lunar\s+months?"
    rf"|lunar\s+months?\s+(?P<after>\d{{1,2}}(?:\s*(?:-|to|and|or)\s*\d{{1,2}}(?!\d)){{0,3}}))(?![\w]|[.,]\d)"
)


def month_of(name: str) -> int:
    """Return the number of a month by its name, full or shortened."""
    return next(number for number, full in enumerate(NAMES, start=1) if full.startswith(name.lower().rstrip(".")[:3]))


def _days(match: "re.Match[str]") -> Iterator[When]:
    parts = match.groupdict()
    month = int(parts["month"]) if "month" in parts else month_of(match["name"])
    for day in re.findall(r"\d+", match["days"]):
        yield When(match.start(), match.end(), full_year(match["year"]), month, int(day))


def _month(match: "re.Match[str]") -> Iterator[When]:
    yield When(match.start(), match.end(), full_year(match["year"]), month_of(match["name"]))


def _alone(match: "re.Match[str]") -> Iterator[When]:
    """`May` is a month behind a word that takes one; else it may be the verb or a name, and so claims nothing."""
    sure = match["name"] != "May" or before(match).rstrip(" \n-").rpartition(" ")[2].lower() in BEFORE_MAY
    yield When(match.start(), match.end(), None, month_of(match["name"]), sure=sure)


def _american(match: "re.Match[str]") -> Iterator[When]:
    """`on May 20` is a day; `in May 20 booths` is a month and a number."""
    lead = before(match).rstrip().rpartition(" ")[2].lower()
    return iter(()) if match["year"] is None and lead in ("in", "during", "since") else _days(match)


def _quarter(match: "re.Match[str]") -> Iterator[When]:
    """`the first quarter` without its year may be the first of some, and so claims nothing."""
    for name in QUARTER_NAME.findall(match["list"]):
        known = re.sub(r"(?<=\d)\D+", "", name.lower())
        number = QUARTER_NAMES.get(known) or int(known)
        sure = known != "first" or match["year"] is not None
        yield When(match.start(), match.end(), full_year(match["year"]), quarter=number, sure=sure)


def _lunar(match: "re.Match[str]") -> Iterator[When]:
    for name in re.findall(rf"\d+|{_ORDINAL}", (match["nth"] or match["after"]).lower()):
        month = ORDINALS.get(name) or int(name)
        yield When(match.start(), match.end(), None, month, lunar=True)


def _whole(match: "re.Match[str]", year: int, month: int, day: int | None = None) -> Iterator[When]:
    yield When(match.start(), match.end(), int(match[year]), int(match[month]), int(match[day]) if day else None)


_MONTHS = frozenset(NAMES) | frozenset(_SHORT.lower().split("|"))
_QUARTERS = frozenset({NUMBER, "quarter", "q", "qi", "qii", "qiii", "qiv", "first", "second", "third", "fourth"})
_NUMBER = frozenset({NUMBER})
_LUNAR = frozenset({NUMBER, "lunar", *ORDINALS})
READERS = (
    *ISO,
    DateReader(_QUARTERS, QUARTER, _quarter),
    DateReader(_NUMBER, NUMERIC, _days, "/"),
    DateReader(_LUNAR, LUNAR, _lunar),
    DateReader(_NUMBER, DAY_FIRST, _days),
    DateReader(_MONTHS, MONTH_FIRST, _american),
    DateReader(_MONTHS, OF_YEAR, _month),
    DateReader(_NUMBER, SLASHED, lambda match: _whole(match, 2, 1), "/"),
    DateReader(_MONTHS, ALONE, _alone),
)
"""The first pattern that fits a place has it: `quarter 3/2024` is no month."""

DATES = date_scanner(READERS, JOINER)
"""Days, months and quarters."""


def _clock(match: "re.Match[str]") -> tuple[Reading, ...]:
    hour = int(match["hour"])
    minute = int(match["minute"] or match["sharp"] or match["span"] or 0)
    half = (match["half"] or match["later"] or "").lower()
    if half and (hour < 12) == (half == "p"):
        hour += 12 if half == "p" else -12
    if hour > 24:
        return ()
    return one(f"time:{hour:02}:{minute:02}") if minute else (amount(Decimal(hour), "h"),)


_MINUTE = r"[0-5]\d(?![\d:])"
_M = r"\.?\s?[Mm](?!\w)"
CLOCK = rule(
    rf"(?<![\w.,/:])(?P<hour>\d{{1,2}})(?:(?:[.:](?P<minute>{_MINUTE}))?(?:\s?(?P<half>[AaPp]){_M}\.?|\s+o'clock(?!\w)"
    rf"|(?=\s*(?:-|to|and)\s*\d{{1,2}}(?:[.:]\d\d)?\s?(?P<later>[AaPp]){_M}))"
    rf"|:(?P<sharp>{_MINUTE})|\s+hours?(?:\s+and)?\s+(?P<span>{_MINUTE})\s+minutes?(?!\w))",
    _clock,
    NUMBER,
)
YEARS: tuple[Scanner, ...] = (rule(r"(?<![\w.,])(\d{3}0|\d0)s(?!\w)", lambda match: one(decade(match[1])), NUMBER),)
WEEK: tuple[Scanner, ...] = (
    rule(
        r"(?<!\w)((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?(?!\w)",
        lambda match: one(f"weekday:{match[1]}"),
        "monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays "
        "sunday sundays",
    ),
)
