"""Names of units and places across a pair: where the Vietnamese says a full name, the English says the recorded one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from promosite.findings import Finding, finding
from promosite.model.reference import Place, Term, Unit
from promosite.wording.glossary import has_word
from promosite.wording.names import KINDS, bare_en, bare_vi
from promosite.wording.passages import Writing
from promosite.wording.syllables import PLAIN
from promosite.wording.wordlist import LETTERS

DASHES = ("-", "–")
KINDS_EN = "|".join(sorted(set(KINDS.values())))


@dataclass(frozen=True)
class Answer:
    """A full name, what the English should say, and what it may say; the forms to look for are written out."""

    name: str
    expected: str
    form: str
    words: frozenset[str]
    """The words of the form."""
    answers: tuple[str, ...]


@dataclass(frozen=True)
class BareName:
    """A place's name without its kind, and what it looks like in English with one."""

    vi: str
    words: frozenset[str]
    """The words of the Vietnamese name."""
    en: str
    with_kind: re.Pattern[str]


@dataclass(frozen=True)
class AnswerRules:
    """The names on record, prepared, and the glossary's abbreviations with what they stand for."""

    names: tuple[Answer, ...]
    bare: tuple[BareName, ...]
    short: Mapping[str, str]


def answer_rules(units: Iterable[Unit], places: Iterable[Place], glossary: Iterable[Term]) -> AnswerRules:
    """Prepare the names of units and places; a place may stand without its kind, as in lists."""
    full = [(one.name_then.text("vi"), one.name_then.text("en")) for one in places]
    names = [
        (unit.name.text("vi"), (unit.name.text("en"), unit.short.text("en"))) for unit in units if not unit.collective
    ]
    names += [(vi, (en, bare_en(en))) for vi, en in full]
    short = _abbreviations(glossary, [text for vi, english in names for text in (vi, *english)])
    bare = {bare_vi(vi).lower(): bare_en(en) for vi, en in full}
    return AnswerRules(
        tuple(
            Answer(vi, english[0], form, _words_of(form), tuple(_written_out(_small(one), short) for one in english))
            for vi, english in names
            for form in (_written_out(_small(vi), short),)
        ),
        tuple(
            BareName(vi, _words_of(vi), en, _with_kind(en))
            for vi, en in bare.items()
            if vi.translate(PLAIN) == en.lower()
        ),
        short,
    )


def _with_kind(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?<!- ){re.escape(name)} ({KINDS_EN})\b")


def _abbreviations(glossary: Iterable[Term], names: Iterable[str]) -> dict[str, str]:
    """Return the abbreviations that names use, as the glossary gives them: `kh&cn` → `khoa học và công nghệ`."""
    used = {word.lower() for name in names for word in name.split()}
    found = {}
    for term in glossary:
        for text in (term.vi, term.en):
            if match := re.fullmatch(r"([^()/]+) \(([A-ZĐ&]{2,})\)", text):
                found[match[2].lower()] = match[1].lower()
    return {short: words for short, words in found.items() if short in used}


def _small(text: str) -> str:
    return " ".join(text.lower().split())


def _words_of(text: str) -> frozenset[str]:
    return frozenset(LETTERS.findall(text))


def _written_out(text: str, short: Mapping[str, str]) -> str:
    """Return text in small letters with its abbreviations written out."""
    for abbreviation, words in short.items():
        if abbreviation in text:
            text = re.sub(rf"{re.escape(abbreviation)}(?!\w)(?<!\w{re.escape(abbreviation)})", words, text)
    return text


def check_answers(source: Writing, target: Writing, rules: AnswerRules) -> Iterator[Finding]:
    """Yield full names that have no answer in the English, and answers of another kind of place.

    Only a translation of the whole text is asked for every name; a summary may leave names out.
    """
    yield from _other_kinds(source, target, rules.bare)
    if source.body is None or target.body is None:
        return
    mine, theirs = (_written_out(one.said, rules.short) for one in (source, target))
    words = source.words | _words_of(mine) if mine != source.said else source.words
    for one in rules.names:
        said = one.words <= words and has_word(mine, one.form)
        if said and not any(has_word(theirs, answer) for answer in one.answers):
            yield finding("word-name-missing", target.body.at(0), name=one.name, expected=one.expected)


def _other_kinds(source: Writing, target: Writing, names: Iterable[BareName]) -> Iterator[Finding]:
    """Yield `Phu My City` where the Vietnamese speaks of the town of Phú Mỹ and of no city of that name."""
    for name in names:
        said = _kinds_said(source.said, name.vi) if name.words <= source.words else set()
        for passage in target.own if said else ():
            if name.en not in passage.unquoted:
                continue
            for match in name.with_kind.finditer(passage.unquoted):
                if match[1] not in said:
                    expected = " / ".join(f"{name.en} {kind}" for kind in sorted(said))
                    yield finding("word-name", passage.at(match.start()), found=match[0], expected=expected)


def _kinds_said(text: str, name: str) -> set[str]:
    """Return the kinds that stand before a name; none unless one stands before it each time."""
    found, at = set(), text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or text[end : end + 2].strip() in DASHES):
            kind = next((kind for kind in KINDS if text.endswith(f"{kind} ", 0, at)), None)
            if kind is None:
                return set()
            found.add(KINDS[kind])
        at = text.find(name, end)
    return found
