"""Things that both languages write alike: addresses, telephone numbers, document numbers, codes."""

import re
from collections.abc import Iterator
from decimal import Decimal

from promosite.lang import fold
from promosite.parity.amounts import number_key
from promosite.parity.facts import Reading, answer
from promosite.parity.scan import NUMBER, Scanner, anywhere, one, rule

TOP = "vn|com|net|org|gov|edu|info|int|biz|io|asia|eu|jp|kr|cn|de|fr|uk|sg|tv"
ENDS = frozenset(TOP.split("|"))
COUNTRY = re.compile(r"^\+?84(?=\d{9,10}$)")


def _address(match: "re.Match[str]") -> tuple[Reading, ...]:
    bare = re.sub(r"^https?://(?:www\.)?|^www\.", "", match[0].rstrip(".,;:!?)'’"))
    host, slash, rest = bare.partition("/")
    return one(f"address:{host.lower()}{slash}{rest}".rstrip("/"))


def _phone(match: "re.Match[str]") -> Iterator[Reading]:
    plus = "+" if match.string.endswith("+", 0, match.start()) else ""
    number = COUNTRY.sub("0", plus + re.sub(r"\D", "", match[0]))
    if 8 <= len(number.strip("+")) <= 15:
        yield Reading(f"phone:{number}")


def _document(match: "re.Match[str]") -> tuple[Reading, ...]:
    """`05-NQ/TU` and `5-NQ/TU` are one document, as are `QĐ` and `QD`."""
    return one(f"document:{fold(match[0]).upper().lstrip('0')}")


def _standard(match: "re.Match[str]") -> tuple[Reading, ...]:
    return one(f"document:{' '.join(match[0].upper().split())}")


ADDRESSES: tuple[Scanner, ...] = (
    anywhere(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", lambda match: one(f"address:{match[0].lower()}"), (), "@"),
    rule(r"(?:https?://|(?<!\w)www\.)[^\s<>\"“”|\x00]+", _address, "http https www"),
    anywhere(
        rf"(?<![\w./@-])(?:[A-Za-z0-9-]+\.)+(?:{TOP})(?![\w-]|\.\w)(?:/[^\s<>\"“”|)\x00]*)?",
        _address,
        ENDS,
        rf"\.(?:{TOP})",
    ),
)
_LETTERS = r"[A-ZĐ][A-Za-zĐđ&]*\d{0,2}"
DOCUMENTS: tuple[Scanner, ...] = (
    rule(
        rf"(?<![\w/.,-])\d{{1,6}}(?:(?:/\d{{4}})?/(?=[A-ZĐ]{{2}}){_LETTERS}(?:[-./]{_LETTERS})*"
        rf"|-(?=[A-ZĐ]{{2,5}}/){_LETTERS}(?:[-./]{_LETTERS})+)(?!\w)",
        _document,
        NUMBER,
        "/",
    ),
    rule(
        r"(?<!\w)(?:TCVN|QCVN|TCCS|ISO(?:/(?:IEC|TS))?|IEC)\s?\d[\d.:/-]*\d(?!\w)",
        _standard,
        "tcvn qcvn tccs iso iec",
    ),
)
PHONES = rule(
    r"(?<![\w/.,-])(?:(?:(?<=\+)\d{1,3}|0[2-9])(?:[\s.()-]{0,2}\d){6,12}|1[89]00(?:[\s.]?\d){4,6})"
    r"(?![\w/]|[.,]\d)",
    _phone,
    NUMBER,
)
RATIO = rule(
    r"(?<![\w/.,])(\d{1,4})/(\d{1,4})(?![\w/]|[.,]\d)",
    lambda match: one(f"ratio:{int(match[1])}/{int(match[2])}"),
    NUMBER,
    "/",
)
"""Two numbers with a stroke that are no date: `2/3`, `24/7`."""


def _years(match: "re.Match[str]") -> Iterator[Reading]:
    first, last = int(match[1]), int(match[1][:2] + match[2])
    if first < last:
        yield Reading(number_key(Decimal(first)))
        yield Reading(number_key(Decimal(last)))


YEARS_SHORT = rule(r"(?<![\w.,/-])((?:19|20)\d\d)\s?-\s?(\d\d)(?![\w/-]|[.,]\d)", _years, NUMBER, "-")
"""Years of which the second is cut: `2023-25`."""


NUMERALS = {
    f"{ten}{digit}": 10 * tens + digits
    for tens, ten in enumerate(("", "X", "XX"))
    for digits, digit in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if ten or digit
}


def _numeral(match: "re.Match[str]") -> tuple[Reading, ...]:
    """`II` is nothing but a number; `I`, `V` and `X` may be letters, and so claim nothing."""
    key = number_key(Decimal(NUMERALS[match[0]]))
    return one(key) if len(match[0]) > 1 else (answer(key),)


ROMAN = rule(
    rf"(?<![\w-])(?:{'|'.join(sorted(NUMERALS, key=len, reverse=True))})(?![\w-])",
    _numeral,
    (numeral.lower() for numeral in NUMERALS),
)
"""Roman numerals: `Phụ lục II`, `the XIII Congress`."""


def _rest(match: "re.Match[str]") -> tuple[Reading, ...]:
    return one(f"code:{match[0].upper()}" if match["code"] else f"number:{match[0]}")


REST = anywhere(
    r"(?P<code>(?<!\w)(?:(?:[A-ZĐ]{2,}|Covid)-\d+(?!\w)|(?:\d+[^\W\d_]|[^\W\d_]+\d)\w*))|\d+(?:[.,:/-]\d+)*",
    _rest,
    {NUMBER},
    r"\d",
)
"""What no other scanner could read, codes such as `5G` and `COVID-19` among it: every digit belongs to some fact, so
that none can change unseen."""
