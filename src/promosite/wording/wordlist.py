"""Lists of words and expressions, written so that a person can read and extend them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LETTERS = re.compile(r"[^\W\d_]+")
MAX_REMEMBERED = 50_000
"""Words of which it is remembered what they may hold; ten years of a site's texts have fewer."""


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


def by_first_letter(expressions: Iterable[str]) -> str:
    """Return a pattern for any of some expressions, parted by their first letter or digit, each group in its order.

    Only one group can fit at a place, so that a search leaves most places at once.
    """
    groups: dict[str, list[str]] = {}
    for expression in expressions:
        first = expression[:1] if expression[:1].isalnum() else ""
        groups.setdefault(first, []).append(expression[len(first) :])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items())


class Pieces:
    """Pieces of text to look for in texts in small letters. Most texts have no word that could hold one.

    Which pieces a word could hold is found once for each word, since all texts use much the same words.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._of_word = _PiecesOfWords(pieces)

    def standing_in(self, small: str, words: Iterable[str]) -> frozenset[str]:
        """Return the pieces that stand in a text whose words are all among `words`."""
        possible = self._of_word.anywhere.union(*map(self._of_word.__getitem__, words))
        return frozenset(piece for piece in possible if piece in small)


class _PiecesOfWords(dict[str, frozenset[str]]):
    """The pieces that a word could hold, because it holds the longest word of the piece; made when asked for."""

    def __init__(self, pieces: Iterable[str]) -> None:
        super().__init__()
        longest = [(piece, max(LETTERS.findall(piece), key=len, default="")) for piece in pieces]
        self.anywhere = frozenset(piece for piece, word in longest if not word)
        self._longest = [(piece, word) for piece, word in longest if word]

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        found = self[word] = frozenset(piece for piece, longest in self._longest if longest in word)
        return found


@dataclass(frozen=True)
class Expressions:
    """Expressions to look for, and hints: pieces of words of which every one of the expressions has one.

    Most texts have no hint, and the search for the expressions themselves is the dear part.
    """

    hints: tuple[str, ...]
    pattern: re.Pattern[str]

    def all_in(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Return the expressions in a piece of a text."""
        return self.pattern.finditer(text, start, end)
