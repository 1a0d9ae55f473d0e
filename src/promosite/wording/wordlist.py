"""Lists of words and expressions, written so that a person can read and extend them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


def listed(text: str) -> tuple[str, ...]:
    """Return the entries of a list that is written with semicolons."""
    return tuple(part.strip() for part in text.split(";"))


def either(*parts: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Return a pattern for any of several expressions, each on its own line in the source."""
    return re.compile("|".join(parts), flags)


def small_letters(text: str) -> str:
    """Return a text in small letters, at the same offsets; the few letters that grow longer stay as they are."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def whole_words(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Return the matches before which no word goes on; a pattern that begins with letters is found faster so."""
    return [
        match
        for match in pattern.finditer(text)
        if not (match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "-_"))
    ]


@dataclass(frozen=True)
class Expressions:
    """Expressions to look for, and hints: pieces of words of which every one of the expressions has one.

    Most texts have no hint, and the search for the expressions themselves is the dear part.
    """

    hints: tuple[str, ...]
    pattern: re.Pattern[str]

    def stand_in(self, text: str, small: str) -> bool:
        """Tell whether any of the expressions stands in a text; `small` is the text in small letters."""
        return any(hint in small for hint in self.hints) and self.pattern.search(text) is not None

    def all_in(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Return the expressions in a piece of a text."""
        return self.pattern.finditer(text, start, end)
