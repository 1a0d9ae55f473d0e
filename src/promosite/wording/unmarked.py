"""Vietnamese that was typed without its marks, in the middle of Vietnamese: `Hoi nghi duoc to chuc tai tinh`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from promosite.findings import Finding, finding
from promosite.lang import fold
from promosite.wording.leftovers import SURE_WORDS
from promosite.wording.passages import Passage
from promosite.wording.syllables import ONSETS, RIMES, syllable_of

MIN_WORDS, MIN_BARE = 5, 2
"""Words on end that may be Vietnamese without marks, and how many of them cannot be Vietnamese as they stand."""
STRETCH = re.compile(r"(?<![\w./@-])[A-Za-z]+(?:[ \n](?!\s*\n)[A-Za-z]+)+(?![\w/@-]|[.'’]\w)")
"""Words on end without marks; what a sign joins to them belongs to another word."""
STOPS = ("c", "ch", "p", "t")
"""A syllable that ends so has a tone mark, whatever it means."""
BARE_ONSETS = tuple(dict.fromkeys(map(fold, ONSETS)))
BARE_RIMES = frozenset(map(fold, RIMES))


def check_unmarked(passage: Passage) -> Iterator[Finding]:
    """Yield stretches of a Vietnamese text whose words have lost their marks; names in capitals are left alone."""
    if sum(map(_is_bare, passage.words)) < MIN_BARE:
        return
    text = passage.running
    for stretch in STRETCH.finditer(text):
        for start, end in _runs(stretch[0]):
            found = passage.shown(stretch.start() + start, stretch.start() + end)
            yield finding("word-unmarked", passage.at(stretch.start() + start), found=found)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    run: list[re.Match[str]] = []
    for match in [*re.finditer(r"[A-Za-z]+", text), None]:
        if match is not None and _may_be(match[0].lower()):
            run.append(match)
            continue
        if _is_run([one[0] for one in run]):
            yield run[0].start(), run[-1].end()
        run = []


def _is_run(run: Sequence[str]) -> bool:
    small = sum(word.islower() for word in run)
    return len(run) >= MIN_WORDS and small * 2 >= len(run) and sum(_is_bare(word.lower()) for word in run) >= MIN_BARE


@lru_cache(maxsize=20_000)
def _may_be(word: str) -> bool:
    """Tell whether a word of plain letters is a syllable, with its marks or without."""
    onset = next((one for one in ("", *BARE_ONSETS) if word.startswith(one) and word[len(one) :] in BARE_RIMES), None)
    return onset is not None and word not in SURE_WORDS


@lru_cache(maxsize=20_000)
def _is_bare(word: str) -> bool:
    """Tell whether a word may be a syllable without its marks, and is none as it stands."""
    if not word.isascii() or not _may_be(word):
        return False
    return word.endswith(STOPS) or syllable_of(word) is None
