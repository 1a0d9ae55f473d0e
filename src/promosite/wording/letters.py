"""Letters that are not what they seem: ð for đ, Cyrillic among Latin, full-width, invisible, marks left alone."""

import re
import unicodedata
from collections.abc import Iterator

from promosite.findings import Finding, finding
from promosite.wording.passages import Passage

LOOKS = dict(
    zip(
        "ðÐɖƉɗƊɑСсАаВЕеНКкМОоРрТХхУуІіЈјЅѕԁԛԝһҺΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρυϲ",
        "đĐđĐđĐaCcAaBEeHKkMOoPpTXxYyIiJjSsdqwhHABEZHIKMNOPTYXoaivpuc",
        strict=True,
    )
)
"""A letter of another alphabet → the one it looks like in Vietnamese or English."""

CARON = {"ǎ": "ă", "Ǎ": "Ă"}
"""Pinyin's letter, which in Vietnamese is a slip for ă."""

FOREIGN = r"\u0370-\u03ff\u0400-\u052f"
SUSPECTS = rf"ðÐɖƉɗƊɑǎǍ{FOREIGN}"
WIDES = r"\uff01-\uff5e\U0001d400-\U0001d7ff"
HIDDEN = r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u3164"
MARKS = r"\u0300-\u034e\u0350-\u036f"

ANY = re.compile(rf"[{SUSPECTS}{WIDES}{HIDDEN}{MARKS}\u200c\u200d]")
SUSPECT = re.compile(f"[{SUSPECTS}]")
WORD = re.compile(r"[^\W\d_]+")
WIDE = re.compile(f"[{WIDES}]+")
INVISIBLE = re.compile(rf"[{HIDDEN}]|(?<=\w)[\u200c\u200d]|[\u200c\u200d](?=\w)")
"""Joiners stand rightly inside pictures of people, never beside letters."""
MARK = re.compile(f"[{MARKS}]")

UNITS = re.compile(r"μ(?:m|g|l|L|s|A|V|F|M|Sv|mol)?|Ω|kΩ|MΩ")
"""Greek letters that are at home in a Latin text."""
ICELANDIC = re.compile(r"[þæöÞÆÖáéíóúý]", re.IGNORECASE)


def check_letters(passage: Passage) -> Iterator[Finding]:
    """Yield letters that people and machines read differently. Code, addresses and quotations are looked at too."""
    text = passage.text
    if text.isascii() or not ANY.search(text):
        return
    if SUSPECT.search(text):
        yield from _look_alikes(passage)
    for match in WIDE.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0])
        place = passage.at(match.start())
        yield finding("word-look-alike", place, found=match[0], char=_code(match[0][0]), expected=plain)
    for match in INVISIBLE.finditer(text):
        yield finding(
            "word-invisible", passage.at(match.start()), char=_code(match[0]), near=_near(text, match.start())
        )
    for match in MARK.finditer(text):
        yield finding(
            "word-mark-alone", passage.at(match.start()), char=_code(match[0]), near=_near(text, match.start())
        )


def _look_alikes(passage: Passage) -> Iterator[Finding]:
    words = list(WORD.finditer(passage.text))
    for number, match in enumerate(words):
        suspect = SUSPECT.search(match[0])
        if not suspect or UNITS.fullmatch(match[0]):
            continue
        right = _right_form(match[0], passage.lang)
        beside = [words[index][0] for index in (number - 1, number + 1) if 0 <= index < len(words)]
        if right and not (_is_foreign(match[0]) and any(_has_other_letters(word) for word in beside)):
            first = next(index for index, (old, new) in enumerate(zip(match[0], right, strict=True)) if old != new)
            place = passage.at(match.start() + first)
            yield finding("word-look-alike", place, found=match[0], char=_code(match[0][first]), expected=right)


def _right_form(word: str, lang: str) -> str:
    """Return the word in one alphabet; empty where it may be meant as it stands."""
    looks = LOOKS | CARON if lang == "vi" else LOOKS
    if "ð" in word.lower() and ICELANDIC.search(word) and lang != "vi":
        return ""
    right = "".join(looks.get(char, char) for char in word)
    foreign = _is_foreign(word) and (len(word) == 1 or _has_other_letters(word))
    return "" if right == word or foreign else right


def _is_foreign(word: str) -> bool:
    """Tell whether every letter is Greek or Cyrillic: then it may be a real word of such a language."""
    return re.fullmatch(f"[{FOREIGN}]+", word) is not None


def _has_other_letters(word: str) -> bool:
    """Tell whether a Greek or Cyrillic letter stands in the word that looks like no Latin one."""
    return any(char not in LOOKS for char in re.findall(f"[{FOREIGN}]", word))


def _near(text: str, offset: int) -> str:
    """Return the letters around an invisible one, for a message."""
    piece = text[max(0, offset - 12) : offset] + text[offset + 1 : offset + 13]
    return " ".join(piece.split())


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"
