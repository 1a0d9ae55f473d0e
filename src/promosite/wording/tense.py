"""Tense: a province or district that has ended is not written about as if it still were."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from promosite.findings import Finding, finding
from promosite.wording.ended import EndedName, EndedNames
from promosite.wording.markup import GAP
from promosite.wording.passages import Passage
from promosite.wording.sentences import Sentence
from promosite.wording.times import BODY, DATE, FORMER, NARRATED, NOW_AFTER, NOW_BEFORE, SINCE, first_day
from promosite.wording.wordlist import whole_words

REACH = 60
"""Characters in which three words stand."""


@dataclass(frozen=True, slots=True)
class Setting:
    """When the facts of a text hold and when it was published; both None for a page that stands without date."""

    happened: date | None = None
    published: date | None = None


def check_tense(passage: Passage, ended: EndedNames, setting: Setting) -> Iterator[Finding]:
    """Yield ended names used as of today.

    A text about a time after the end needs a past marker, an earlier date or the step to the new name in the sentence.
    So does a page without date, except for a body named as it was called and for what is told as past. A text about a
    time before the end, published after it, is wrong only where a word beside the name says today. What was published
    before the end is never wrong, and the plan's own wording is quoted as it is.
    """
    matches = whole_words(ended.pattern, passage.small_running) if ended.pattern else []
    parts = passage.sentences if matches else ()
    told = cache(partial(_is_told_as_former, lang=passage.lang))
    for match in matches:
        name = ended.names[" ".join(match[0].split()).casefold()]
        if setting.published and setting.published <= name.last_day:
            continue
        sentence = parts[bisect_right(parts, match.start(), key=lambda one: one.start) - 1]
        wrong = not told(sentence, name) and _is_of_today(passage, match, sentence, name, setting)
        if wrong and not _is_of_plan(passage.running, match, ended.plan):
            found = passage.shown(*match.span())
            yield finding("word-tense", passage.at(match.start()), found=found, until=name.last_day)


def _is_of_today(passage: Passage, match: re.Match[str], sentence: Sentence, name: EndedName, setting: Setting) -> bool:
    lang = passage.lang
    before, after = sentence.before(passage.running, match.start()), sentence.after(passage.running, match.end())
    if _says_today(before, after, lang):
        return True
    if setting.happened is None:
        return not _is_body(before, lang) and not NARRATED[lang].search(f"{before} {after}")
    return setting.happened > name.last_day


def _is_told_as_former(sentence: Sentence, name: EndedName, lang: str) -> bool:
    """Tell whether a sentence has a past marker, a date up to the change, or the step to the name that followed."""
    context = sentence.context
    folded = " ".join(context.split()).casefold()
    if FORMER[lang].search(context):
        return True
    if SINCE[lang].search(context) and any(text in folded for text in name.after):
        return True
    change = name.last_day + timedelta(days=1)
    return any(first_day(match) <= change for match in DATE.finditer(context))


def _says_today(before: str, after: str, lang: str) -> bool:
    return bool(NOW_BEFORE[lang].search(before) or NOW_AFTER[lang].match(after))


def _is_body(before: str, lang: str) -> bool:
    return BODY[lang].search(before) is not None


def _is_of_plan(text: str, match: re.Match[str], plan: str) -> bool:
    """Tell whether the name stands with three words before or behind it as it does in the plan."""
    before = text[max(0, match.start() - REACH) : match.start()].replace(GAP, " ").split()[-3:]
    after = text[match.end() : match.end() + REACH].replace(GAP, " ").split()[:3]
    name = " ".join(match[0].split())
    sides = [" ".join([*before, name])] if len(before) == 3 else []
    sides += [" ".join([name, *after])] if len(after) == 3 else []
    return any(side.casefold().rstrip(".,;:") in plan for side in sides)
