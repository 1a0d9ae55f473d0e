"""Claims that nobody may make without proof: superlatives, health effects, being an official site."""

from collections.abc import Iterator

from promosite.findings import Finding, finding
from promosite.wording.passages import Passage, Writing
from promosite.wording.phrases import (
    DENIED,
    HEALTH,
    HINTS,
    IDIOMS,
    NOT_OF_PRODUCTS,
    OF_OTHERS,
    OF_OURS,
    SITE,
    SUPERLATIVE,
)
from promosite.wording.sentences import Sentence

SOURCES = frozenset({"source", "sources"})
"""Fields that hold a source."""


def check_claims(writing: Writing, product: bool, publisher_set: bool) -> Iterator[Finding]:
    """Yield claims in title, summary and body, and in texts of the header and of data.

    A superlative is proved by a source cited in its sentence; in a headline by the same words with a source in the
    body; in a fact by the source that the fact names. A health claim on a product's page has no proof that the law
    accepts; elsewhere a cited source is one. What a source is about are the source's own claims.
    """
    if writing.lang not in SUPERLATIVE:
        return
    claiming = [(one, sentence) for one in writing.own if not _is_of_source(one) for sentence in _may_claim(one)]
    proved = {found for passage, sentence in claiming if passage.role == "body" for found in _proved(passage, sentence)}
    for passage, sentence in claiming:
        cited = _is_cited(passage, sentence)
        if not cited:
            yield from _superlatives(passage, sentence, proved)
        if product or not cited:
            yield from _health(passage, sentence)
        if not publisher_set:
            yield from _official(passage, sentence)


def _may_claim(passage: Passage) -> list[Sentence]:
    """Return the sentences that have a hint of a claim; few have, and the search for the claims is the dear part."""
    text = passage.small_unquoted
    hints = HINTS[passage.lang].standing_in(text, passage.words)
    return (
        [one for one in passage.sentences if any(hint in text[one.start : one.end] for hint in hints)] if hints else []
    )


def _proved(passage: Passage, sentence: Sentence) -> Iterator[str]:
    if _is_cited(passage, sentence):
        found = SUPERLATIVE[passage.lang].all_in(passage.unquoted, sentence.start, sentence.end)
        yield from (match[0].lower() for match in found)


def _is_of_source(passage: Passage) -> bool:
    """Tell whether a text describes a source: what it is about, who published it."""
    return passage.role == "field" and not SOURCES.isdisjoint(passage.key.split("."))


def _is_cited(passage: Passage, sentence: Sentence) -> bool:
    return passage.sourced or passage.text.find("[^", sentence.start, sentence.end) >= 0


def _superlatives(passage: Passage, sentence: Sentence, proved: set[str]) -> Iterator[Finding]:
    for match in SUPERLATIVE[passage.lang].all_in(passage.unquoted, sentence.start, sentence.end):
        before = sentence.before(passage.unquoted, match.start())
        harmless = IDIOMS[passage.lang].search(before) or DENIED[passage.lang].search(before)
        if not harmless and match[0].lower() not in proved:
            case = {"case": "field"} if passage.role == "field" else {}
            yield finding("word-claim", passage.at(match.start()), **case, found=passage.shown(*match.span()))


def _health(passage: Passage, sentence: Sentence) -> Iterator[Finding]:
    for match in HEALTH[passage.lang].all_in(passage.unquoted, sentence.start, sentence.end):
        before = sentence.before(passage.unquoted, match.start())
        around = before + sentence.after(passage.unquoted, match.start())
        if not (NOT_OF_PRODUCTS[passage.lang].search(around) or DENIED[passage.lang].search(before)):
            yield finding("word-health", passage.at(match.start()), found=passage.shown(*match.span()))


def _official(passage: Passage, sentence: Sentence) -> Iterator[Finding]:
    for match in SITE[passage.lang].all_in(passage.unquoted, sentence.start, sentence.end):
        before = sentence.before(passage.unquoted, match.start())
        around = before + sentence.after(passage.unquoted, match.start())
        others = OF_OTHERS[passage.lang].search(before) and not OF_OURS[passage.lang].search(around)
        if not (others or DENIED[passage.lang].search(before + match[0])):
            yield finding("word-official", passage.at(match.start()), found=passage.shown(*match.span()))
