"""Tone marks stand where official Vietnamese texts put them: hòa, thủy, khỏe; never hoà, thuỷ, khoẻ."""

import re
from collections.abc import Iterator
from functools import lru_cache

from promosite.findings import Finding, finding
from promosite.wording.passages import Passage
from promosite.wording.syllables import syllable_of, with_tone_moved

WORD = re.compile(r"[^\W\d_]+")
JOINED = re.compile(r"[_'’\d]")
"""What beside a word makes it a part of something else."""


def check_tones(passage: Passage) -> Iterator[Finding]:
    """Yield syllables whose tone stands on the wrong letter, with the right form; i and y are not judged.

    Quotations keep their author's spelling. What is no Vietnamese syllable is not judged.
    """
    if not any(map(right_form, passage.words)):
        return
    text = passage.unquoted
    for match in WORD.finditer(text):
        right = right_form(match[0])
        if right and not JOINED.search(text[max(0, match.start() - 1) : match.end() + 1]):
            yield finding("word-tone", passage.at(match.start()), found=match[0], expected=right)


@lru_cache(maxsize=50_000)
def right_form(word: str) -> str:
    """Return a word with its tone on the right letter; empty when it is there already, or the word has none."""
    syllable = None if word.isascii() else syllable_of(word.lower())
    if syllable is None or not syllable.tone or syllable.place == syllable.right_place:
        return ""
    return with_tone_moved(word, syllable)
