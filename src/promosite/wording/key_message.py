"""The plan's message: wherever something is nearly the message, it must be exactly the message."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from promosite.findings import Finding, finding
from promosite.lang import fold
from promosite.wording.markup import GAP
from promosite.wording.passages import Passage
from promosite.wording.syllables import PLAIN
from promosite.wording.wordlist import Pieces

TOKEN = re.compile(r"[^\W_]+")
NEAR = 0.85
"""Likeness from which words count as the message; measured on paraphrases and on ordinary sentences (see the tests)."""
NEAR_WITH_NAME = 0.75
"""The same where the place's name stands right before them."""
MAX_TRIED = 300
"""Places of one passage that are compared with one message; a text has two or three."""
STEM = 5
"""Letters by which a word is recognised before likeness is measured: unleash, unleashing."""


@dataclass(frozen=True)
class DecreedMessage:
    """A message in one language, cut into the place's name and the words that make it a message."""

    text: str
    exact: re.Pattern[str]
    name: tuple[str, ...]
    core: tuple[str, ...]

    stems: frozenset[str]
    """The beginnings of the core's words."""
    signs: tuple[tuple[str, ...], ...]
    """Pieces of the core, with marks and without, of which whatever is nearly the message has a good part."""

    def may_stand_in(self, found: Container[str]) -> bool:
        """Tell whether a text can hold anything near, by the signs found in it; most texts end here."""
        return any(sum(sign in found for sign in signs) >= 0.4 * len(signs) for signs in self.signs)


class DecreedMessages(tuple[DecreedMessage, ...]):
    """All messages; the signs of all of them are looked for at once."""

    @cached_property
    def pieces(self) -> Pieces:
        """The signs of all messages."""
        return Pieces(sign for message in self for signs in message.signs for sign in signs)


def decreed_message(text: str, place_names: Iterable[str]) -> DecreedMessage:
    """Prepare a message; a place's name at its beginning is no sign of the message, for it stands everywhere."""
    marked = [word.lower() for word in TOKEN.findall(text)]
    words = tuple(map(fold, marked))
    names = [tuple(fold(word) for word in TOKEN.findall(name)) for name in place_names]
    name = max((one for one in names if one and words[: len(one)] == one), key=len, default=())
    exact = re.compile(r"\s+".join(re.escape(part) for part in text.split()))
    core = words[len(name) :]
    signs = tuple({_signs(marked[len(name) :]), _signs(core)})
    return DecreedMessage(text, exact, name, core, frozenset(word[:STEM] for word in core), signs)


def _signs(core: Sequence[str]) -> tuple[str, ...]:
    """Return the beginnings of long words, and short words, as Vietnamese has them, two by two."""
    long = [word[:STEM] for word in core if len(word) > STEM]
    return tuple(long) or tuple(f"{first} {second}" for first, second in pairwise(core))


def check_message(passage: Passage, messages: DecreedMessages) -> Iterator[Finding]:
    """Yield what is nearly a message and not exactly it. Either language's message may stand in either language."""
    found_signs = messages.pieces.standing_in(passage.small.replace("\n", " "), passage.words)
    for message in messages:
        if len(message.core) > 1 and message.may_stand_in(found_signs):
            for start, end in _near(_tokens(passage, message), message):
                found = passage.shown(start, end)
                yield finding("word-message", passage.at(start), found=found, expected=message.text)


def _tokens(passage: Passage, message: DecreedMessage) -> list[tuple[str, int, int]]:
    """Return the words with their offsets, without those of the message where it stands as decreed."""
    exact = message.exact.sub(lambda match: GAP * len(match[0]), passage.prose).translate(PLAIN)
    return [(match[0].lower(), match.start(), match.end()) for match in TOKEN.finditer(exact)]


def _near(tokens: list[tuple[str, int, int]], message: DecreedMessage) -> Iterator[tuple[int, int]]:
    """Yield the spans of what is nearly the message, name included."""
    words = [token for token, _, _ in tokens]
    end = 0
    for index in _beginnings(words, message):
        length = _length(words, index, message) if index >= end else 0
        if length:
            end = index + length
            named = _name_before(words, index, message)
            yield tokens[index - len(message.name) if named else index][1], tokens[end - 1][2]


def _beginnings(words: list[str], message: DecreedMessage) -> list[int]:
    """Return where enough words of the message follow; the first word or two may be others."""
    hits = [index for index, word in enumerate(words) if word[:STEM] in message.stems]
    size, enough = len(message.core) + 2, 0.6 * len(message.core)
    close = [hit for hit in hits if bisect_left(hits, hit + size) - bisect_left(hits, hit) >= enough]
    return sorted({max(0, hit - back) for hit in close for back in (0, 1, 2)})[:MAX_TRIED]


def _length(words: list[str], index: int, message: DecreedMessage) -> int:
    """Return how many words from here on are nearly the message; 0 when they are not, or it begins later.

    Where the name does not stand before them, the message's last word must be among them.
    """
    likeness, length = _best(words, index, message)
    named = _name_before(words, index, message)
    ends = any(word[:STEM] == message.core[-1][:STEM] for word in words[index : index + length])
    later = max(_best(words, index + step, message)[0] for step in (1, 2, 3))
    near = likeness >= NEAR_WITH_NAME if named else likeness >= NEAR and ends
    return length if near and likeness >= later else 0


def _best(words: list[str], index: int, message: DecreedMessage) -> tuple[float, int]:
    """Return the greatest likeness of the words from here on, and how many words have it."""
    core = " ".join(message.core)
    sizes = range(max(2, len(message.core) - 1), len(message.core) + 3)
    windows = [words[index : index + size] for size in sizes]
    return max((SequenceMatcher(None, core, " ".join(one), autojunk=False).ratio(), len(one)) for one in windows)


def _name_before(words: list[str], index: int, message: DecreedMessage) -> bool:
    size = len(message.name)
    return bool(size) and tuple(words[max(0, index - size) : index]) == message.name
