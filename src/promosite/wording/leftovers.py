"""What translation left behind: Vietnamese words in running English, English sentences in running Vietnamese."""

import re
from bisect import bisect_right
from collections.abc import Collection, Container, Iterator

from promosite.findings import Finding, finding
from promosite.wording.markup import GAP
from promosite.wording.passages import Passage
from promosite.wording.syllables import ALL_MARKED, MARKED, SHARED, syllable_of
from promosite.wording.wordlist import words

_ALL = ALL_MARKED + ALL_MARKED.upper()
_SURE = "".join(char for char in _ALL if char.lower() not in SHARED)
WORD_VI = re.compile(rf"(?<!\w)[^\W\d_{_ALL}]*[{_ALL}][^\W\d_]*")
SURE = re.compile(f"[{_SURE}]")
"""A letter that no neighbour of Vietnamese has: one is enough."""

FOREIGN = frozenset({"à", "là", "né", "née", "thé", "són", "são", "sã"})
"""Syllables that Vietnamese could have and that stand in French, Spanish or Portuguese names and phrases."""

NEXT_TWO = re.compile(r"[ \n]([^\W\d_]+)(?:[ \n]([^\W\d_]+))?")

STRETCH = re.compile(rf"[^\s{GAP}]+(?:[ \n](?!\s*\n)[^\s{GAP}]+)*")
"""Words on end, with nothing blanked between them."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

FUNCTION_WORDS = frozenset(
    words("""the of and is are was were be been being has have had with from for by this that these those which who
    whose it its their his her they we our you your as at or not but will would can could may should must into than when
    where what there here about after before between during through over under within such also only more most
    in on to a an""")
)
ALSO_VIETNAMESE = frozenset(words("in on to a an the than so do he me no we be may can bat but"))
"""English function words that are Vietnamese syllables as well."""
SURE_WORDS = FUNCTION_WORDS - ALSO_VIETNAMESE
MIN_FUNCTION_WORDS = 4
MIN_SURE_WORDS = 2
MIN_WORDS = 7
SIGNS = (
    "the ",
    "of ",
    "and ",
    "is ",
    "are ",
    "was ",
    "were ",
    "with ",
    "for ",
    "by ",
    "from ",
    "that ",
    "has ",
    "have ",
)
"""Without two of these no stretch is looked at."""


def check_left_vietnamese(
    passage: Passage, known: Container[str], judged: Collection[tuple[int, int]]
) -> Iterator[Finding]:
    """Yield Vietnamese in running English: outside brackets, quotations, addresses and document symbols.

    `known` are words that the glossary's English uses; `judged` are spans that another check judges.
    """
    if passage.text.isascii():
        return
    text, end = passage.running, -1
    if not MARKED.search(text):
        return
    spans = sorted(judged)
    for match in WORD_VI.finditer(text):
        start = match.start()
        if start < end or match[0].lower() in known or not _is_vietnamese(match[0]):
            continue
        at = bisect_right(spans, (start, len(text)))
        if at and spans[at - 1][1] > start:
            continue
        end = _end_of_phrase(text, match.end())
        yield finding("word-left-vietnamese", passage.at(start), found=passage.shown(start, end))


def _is_vietnamese(word: str) -> bool:
    if SURE.search(word):
        return True
    return word.lower() not in FOREIGN and syllable_of(word.lower()) is not None


def _end_of_phrase(text: str, end: int) -> int:
    """Return where Vietnamese words on end stop; a syllable without marks counts when more Vietnamese follows."""
    while match := NEXT_TWO.match(text, end):
        if WORD_VI.fullmatch(match[1]) and _is_vietnamese(match[1]):
            end = match.end(1)
        elif match[2] and WORD_VI.fullmatch(match[2]) and syllable_of(match[1].lower()) and _is_vietnamese(match[2]):
            end = match.end(2)
        else:
            break
    return end


def check_left_english(passage: Passage) -> Iterator[Finding]:
    """Yield stretches of running Vietnamese that are English sentences; names and titles have few function words."""
    if SURE_WORDS.isdisjoint(passage.words) or sum(sign in passage.running for sign in SIGNS) < MIN_SURE_WORDS:
        return
    for stretch in STRETCH.finditer(passage.running):
        for start, end in _english_runs(stretch[0]):
            found = passage.shown(stretch.start() + start, stretch.start() + end)
            yield finding("word-left-english", passage.at(stretch.start() + start), found=found)


def _english_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of words without Vietnamese letters that hold enough function words."""
    run: list[re.Match[str]] = []
    for match in [*WORD.finditer(text), None]:
        if match is not None and match[0].isascii():
            run.append(match)
            continue
        if _is_sentence([one[0].lower() for one in run]):
            yield run[0].start(), run[-1].end()
        run = []


def _is_sentence(run: list[str]) -> bool:
    functions = [word for word in run if word in FUNCTION_WORDS]
    sure = [word for word in functions if word in SURE_WORDS]
    return len(run) >= MIN_WORDS and len(functions) >= MIN_FUNCTION_WORDS and len(sure) >= MIN_SURE_WORDS
