"""Words that turn an equal number into something else: rise and fall, first and last months, clause and article.

Languages often leave such words unsaid, so each is held against the same kind in the other text and against nothing
else: texts differ where both say something of a kind, and nothing of it is the same. Only an area may not be lost.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from promosite.parity.facts import Fact, Reading, answer
from promosite.parity.scan import NUMBER, Reader, Scanner, one, rule

WAY, SPAN, TIMES, PASSAGE, PER = "way", "span", "times", "passage", "per"
KINDS = frozenset({WAY, SPAN, TIMES, PASSAGE, PER})
PER_AREA = f"{PER}:/ha"


def opposed(source: Sequence[Fact], translation: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return the facts of two texts that say the same, of these kinds only such as are opposed to each other."""
    if not any(_is_such(fact) for fact in (*source, *translation)):
        return list(source), list(translation)
    mine, other = ({fact.reading.key for fact in side} for side in (source, translation))
    return [f for f in source if _is_kept(f, mine, other)], [f for f in translation if _is_kept(f, other, mine)]


def _is_such(fact: Fact) -> bool:
    return fact.reading.kind.partition(" ")[0] in KINDS


def _is_kept(fact: Fact, mine: set[str], other: set[str]) -> bool:
    if not _is_such(fact):
        return True
    kind = fact.reading.kind
    if kind == PER:
        return fact.reading.claims and fact.reading.key not in other
    said, answered = _of_kind(mine, kind), _of_kind(other, kind)
    return bool(answered) and said.isdisjoint(answered)


def _of_kind(keys: Iterable[str], kind: str) -> set[str]:
    return {key for key in keys if key.startswith(f"{kind}:")}


def _known(kind: str, table: Mapping[str, str]) -> Reader:
    return lambda match: one(f"{kind}:{table[match['word'].lower()]}")


def _ways(up: str, down: str, between: str) -> Scanner:
    """Return the scanner of `tăng 5%` and `fell by 5%`; a value added and `up to` are no ways.

    The number is part of the kind: a rise by 5% and a fall by 3% in one text are not opposed to each other.
    """
    table = dict.fromkeys(up.split(), "+") | dict.fromkeys(down.split(), "−")
    return rule(
        rf"(?<!\w)(?<!gia )(?!up to )(?P<word>(?i:{'|'.join(table)}))(?!\w)(?:\s+(?:{between})){{0,4}}"
        r"\s+[$€£]?(?P<number>\d+(?:[.,]\d+){0,3})(?:\s?%)?",
        lambda match: one(f"{WAY} {match['number'].replace(',', '.')}:{table[match['word'].lower()]}"),
        table,
    )


def _passage(match: "re.Match[str]") -> tuple[Reading, ...]:
    return one(f"{PASSAGE}:{match['article']}.{match['clause']}")


_TIMES_VI = {"đôi": 2, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
VIETNAMESE = (
    _ways("tăng", "giảm", "thêm|trưởng|lên|khoảng|gần|hơn|bình quân|từ|tới|đến|còn|xuống|trên|được"),
    rule(
        r"(?:(?<=tháng )|(?<=[Nn]ửa ))(?P<word>đầu|cuối)\s+năm(?!\w)",
        _known(SPAN, {"đầu": "01…", "cuối": "…12"}),
        "đầu cuối",
    ),
    rule(
        rf"(?<!\w)[Gg]ấp\s+(?:(?P<word>{'|'.join(_TIMES_VI)})|(?P<digit>\d{{1,3}}))(?![\w%]|[.,]\d)"
        r"(?!\s*(?:,|-|đến|tới|hay|hoặc|rưỡi|trăm|mươi|nghìn|chục)\s*)",
        lambda match: one(f"{TIMES}:×{match['digit'] or _TIMES_VI[match['word']]}"),
        "gấp",
    ),
    rule(
        r"(?<!\w)[Kk]hoản\s+(?P<clause>\d{1,3}),?\s+(?:của\s+)?[Đđ]iều\s+(?P<article>\d{1,3})(?!\w)", _passage, "khoản"
    ),
    rule(
        r"(?<!\w)(?:tấn|tạ|kg|cây|đồng|con)\s*/\s*(?:ha|héc-ta|hecta)(?!\w)",
        lambda _: one(PER_AREA),
        "tấn tạ kg cây đồng con",
    ),
    rule(
        r"(?<!\w)(?i:ha|héc|hecta|diện tích)(?!\w)",
        lambda _: (answer(PER_AREA),),
        "ha héc hecta diện",
    ),
)

_TIMES_EN = {
    **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twofold", "twice"), "×2"),
    **dict.fromkeys(("triple", "tripled", "triples", "tripling", "treble", "trebled", "threefold", "thrice"), "×3"),
    **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), "×4"),
}
_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10
}  # fmt: skip
_UP = "up rose rise rises rising increase increased increases increasing grew grow grows growth grown gained"
_DOWN = (
    "down fell fall falls falling fallen drop dropped drops decline declined declines decrease decreased decreases"
    " decreasing reduce reduced reduces reduction cut"
)
ENGLISH = (
    _ways(_UP, _DOWN, "by|to|of|from|about|nearly|almost|some|around|more|than|only|over|a|an|another|VND|USD|EUR"),
    rule(
        r"(?<!\w)(?i:(?P<word>first|opening|second|last|latter|final|closing))\s+"
        r"(?:half(?!\w)|(?:\d{1,2}|[a-z]{3,6})\s+months(?!\w))",
        _known(
            SPAN,
            dict.fromkeys(("first", "opening"), "01…")
            | dict.fromkeys(("second", "last", "latter", "final", "closing"), "…12"),
        ),
        "first opening second last latter final closing",
    ),
    rule(rf"(?<!\w)(?P<word>(?i:{'|'.join(_TIMES_EN)}))(?!\w)", _known(TIMES, _TIMES_EN), _TIMES_EN),
    rule(
        rf"(?<!\w)(?<!or )(?<!to )(?<!-)(?:(?P<word>(?i:{'|'.join(_COUNTS)}))|(?P<digit>\d{{1,3}}))"
        r"(?:\s+times|-?fold)(?!\w)",
        lambda match: one(f"{TIMES}:×{match['digit'] or _COUNTS[match['word'].lower()]}"),
        (NUMBER, *_COUNTS),
    ),
    rule(
        r"(?<!\w)(?i:clause|paragraph|section)\s+(?P<clause>\d{1,3}),?\s+(?:of\s+|in\s+)?(?i:article)\s+(?P<article>\d{1,3})(?!\w)",
        _passage,
        "clause paragraph section",
    ),
    rule(
        r"(?<!\w)(?i:article)\s+(?P<article>\d{1,3})"
        r"(?:\s?\(|\.|,?\s+(?i:clause|paragraph|section)\s+)(?P<clause>\d{1,3})(?!\w)",
        _passage,
        "article",
    ),
    rule(
        r"(?<!\w)(?i:tonnes?|tons?|t|quintals?|kg|kilos?|trees?|VND|dong)(?:\s*/\s*|\s+(?:per|a|an|each|every)\s+)"
        r"(?:ha|hectare)(?!\w)",
        lambda _: one(PER_AREA),
        "tonne tonnes ton tons t quintal quintals kg kilo kilos tree trees vnd dong",
    ),
    rule(
        r"(?<!\w)(?i:ha|hectares?|acres?)(?!\w)",
        lambda _: (answer(PER_AREA),),
        "ha hectare hectares acre acres",
    ),
)
