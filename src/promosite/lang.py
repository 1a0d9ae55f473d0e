"""Language: dates as each language writes them, folding, sorting and slugs of Vietnamese."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from slugify import slugify

from promosite.messages import Messages
from promosite.model.dates import PartialDate, Quarter

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters in Vietnamese order (CLDR `vi`); f, j, w, z occur in foreign names."""

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Combining marks in the order of the dictionaries: huyền, hỏi, ngã, sắc, nặng."""

MAX_SLUG = 60


def fold(text: str) -> str:
    """Return text in lower case without marks, đ as d: `Đặc sản` and `dac san` become the same."""
    return unicodedata.normalize("NFD", text.lower().replace("đ", "d")).translate(_WITHOUT_MARKS)


class _WithoutMarks(dict[int, int | None]):
    """A table for `translate` that takes combining marks away; each character is looked up once."""

    def __missing__(self, code: int) -> int | None:
        found = self[code] = None if unicodedata.combining(chr(code)) else code
        return found


_WITHOUT_MARKS = _WithoutMarks()


@lru_cache(maxsize=10_000)
def slug_of(text: str) -> str:
    """Return the public name for a title: ASCII, hyphens, at most 60 characters, cut at a word."""
    return slugify(text, max_length=MAX_SLUG, word_boundary=True, replacements=[("đ", "d"), ("Đ", "d")])


def sort_key(text: str) -> tuple[list[int], list[int], str]:
    """Return a key for Vietnamese order: letters first, then tones, then the text itself; no locale needed."""
    letters, tones = [], []
    for char in unicodedata.normalize("NFC", text).lower():
        letter, tone = _letter_and_tone(char)
        letters.append(ALPHABET.find(letter) + 100 if letter in ALPHABET else ord(letter[0]) % 100)
        tones.append(tone)
    return letters, tones, text


def _letter_and_tone(char: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((TONES.index(mark) + 1 for mark in parts if mark in TONES), 0)
    letter = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES))
    return letter[:1] or char, tone


def long_date(day: PartialDate | date, messages: Messages) -> str:
    """Return a date in words: `21 May 2024`, `tháng 5 năm 2024`, `2024`."""
    return _date(day, messages, "long")


def short_date(day: PartialDate | date, messages: Messages) -> str:
    """Return a date for lists: `21/5/2024` in Vietnamese, `21 May 2024` in English."""
    return _date(day, messages, "short")


def _date(when: PartialDate | date, messages: Messages, length: str) -> str:
    year, month, day = when.year, when.month, when.day
    precision = "day" if day else "month" if month else "year"
    return messages.text(
        f"date.{length}-{precision}",
        day=f"{day:02}" if day else "",
        d=day or "",
        month=f"{month:02}" if month else "",
        m=month or "",
        month_name=messages.text(f"date.month-{month}") if month else "",
        year=year,
    )


def date_range(start: date, end: date, messages: Messages) -> str:
    """Return one day, or a span without saying the month or year twice."""
    if start == end:
        return long_date(start, messages)
    same = (
        "month" if (start.year, start.month) == (end.year, end.month) else "year" if start.year == end.year else "none"
    )
    return messages.text(
        f"date.range-{same}",
        first=start.day,
        last=end.day,
        first_dd=f"{start.day:02}",
        last_dd=f"{end.day:02}",
        month=f"{end.month:02}",
        first_month=f"{start.month:02}",
        month_name=messages.text(f"date.month-{end.month}"),
        first_month_name=messages.text(f"date.month-{start.month}"),
        year=end.year,
        first_year=start.year,
    )


def language_name(code: str, messages: Messages) -> str:
    """Return a language by name, or by its code where the string table does not have it."""
    return messages.get(f"language.{code}") or code


def number_text(number: int, messages: Messages) -> str:
    """Return a whole number with its thousands apart: `1.163` in Vietnamese, `1,163` in English."""
    return f"{number:,}".replace(",", messages.text("number.thousands"))


def decimal_text(number: float, messages: Messages) -> str:
    """Return a number with one decimal place: `16,5` in Vietnamese, `16.5` in English."""
    return f"{number:.1f}".replace(".", messages.text("number.decimal"))


def quarter_name(quarter: Quarter, messages: Messages, form: str = "") -> str:
    """Return `Quý I/2024` or `Q1 2024`; with `-inline` as it stands in a sentence, with `-short` without the year."""
    roman = ("I", "II", "III", "IV")[quarter.number - 1]
    return messages.text(f"date.quarter{form}", number=quarter.number, roman=roman, year=quarter.year)


def quarter_list(quarters: Sequence[Quarter], messages: Messages) -> str:
    """Return quarters for a sentence, in order; three or more that follow each other as a span."""
    runs: list[list[Quarter]] = []
    for quarter in quarters:
        if runs and runs[-1][-1].next() == quarter:
            runs[-1].append(quarter)
        else:
            runs.append([quarter])
    return ", ".join(part for run in runs for part in _run(run, messages))


def _run(run: Sequence[Quarter], messages: Messages) -> list[str]:
    names = [quarter_name(one, messages, "-inline") for one in run]
    return [messages.text("date.quarter-range", first=names[0], last=names[-1])] if len(names) > 2 else names
