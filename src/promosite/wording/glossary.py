"""The glossary's gate: where the Vietnamese says a term, the English may not use a word that the glossary refuses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from promosite.findings import Finding, finding
from promosite.model.reference import Term
from promosite.wording.pairing import Pair, pairs, whole
from promosite.wording.passages import Writing
from promosite.wording.wordlist import LETTERS

MIN_FORM = 3
"""Letters of the shortest Vietnamese form that is looked for; `na` stands inside too much else."""

RIGHTLY: Mapping[str, tuple[str, ...]] = {
    "label": ("ghi nhãn", "dán nhãn", "nhãn mác", "nhãn hàng", "nhãn sản phẩm", "nhãn phụ", "tem nhãn", "in nhãn"),
    "rice": ("gạo", "lúa", "bánh tráng", "bánh hỏi", "bún", "cơm tấm", "cơm cháy", "cơm trắng", "thóc", "nếp"),
    "canoe": ("ca nô", "thuyền", "canoe"),
    "program": ("phần mềm", "lập trình", "máy tính"),
    "room": ("phòng họp", "phòng khách", "phòng học", "phòng trưng bày", "phòng đọc", "căn phòng", "gian phòng"),
    "potato": ("khoai tây", "khoai lang"),
    "statement": ("tuyên bố", "phát biểu", "báo cáo tài chính", "sao kê"),
    "extract": ("chiết xuất", "cao chiết", "dịch chiết", "trích đoạn", "tinh chất"),
    "subject": ("chủ đề", "môn học", "đối tượng", "tùy thuộc", "nội dung", "phải chịu", "với điều kiện"),
    "outstanding": ("nổi bật", "xuất sắc", "còn nợ", "tồn đọng"),
    "career": ("nghề nghiệp", "việc làm", "hướng nghiệp", "sự nghiệp của"),
    "grapefruit": ("bưởi chùm",),
    "soursop": ("mãng cầu xiêm",),
    "sunny": ("trời nắng", "nhiều nắng", "nắng đẹp", "nắng ráo"),
    "specialty": ("chuyên ngành", "chuyên khoa", "cà phê đặc sản"),
    "chilli": ("ớt",),
    "capsicum": ("ớt",),
}
"""A word that the glossary refuses for one term → the Vietnamese words that make it right all the same."""

NOT_MEANT = re.compile(
    r"(?:\b(?:not|never|nor|rather than|instead of|unlike)\b\W+(?:\w+\W+){0,2}?(?:an?|the)?\W*)$", re.IGNORECASE
)
FIXED = re.compile(
    r"subject(?:s|ed)?\s+(?:to|matter|line)|computer programs?|rice (?:paper|noodles?|vermicelli)", re.IGNORECASE
)
"""Set phrases in which such a word means something else."""


@dataclass(frozen=True)
class GatedTerm:
    """A term with what its Vietnamese looks like in a text, and the English words that are refused."""

    vi: str
    en: str
    forms: tuple[tuple[str, frozenset[str]], ...]
    """What it looks like, with the words in it."""
    avoid: tuple[tuple[str, re.Pattern[str]], ...]

    def stands_in(self, text: str) -> bool:
        """Tell whether a Vietnamese text (small letters, single spaces) says the term."""
        return any(has_word(text, form) for form, _ in self.forms)

    def is_said_in(self, writing: Writing) -> bool:
        """Tell whether a Vietnamese writing says the term anywhere."""
        return any(words <= writing.words and has_word(writing.said, form) for form, words in self.forms)


def gated_terms(glossary: Iterable[Term]) -> tuple[GatedTerm, ...]:
    """Prepare every term; those without refused words tell which English words another term makes right."""
    return tuple(
        GatedTerm(
            term.vi,
            term.en,
            tuple((form, frozenset(LETTERS.findall(form))) for form in forms(term.vi)),
            tuple((word, _pattern(word)) for word in term.avoid),
        )
        for term in glossary
    )


def forms(vi: str) -> tuple[str, ...]:
    """Return what a term may look like: parts between slashes, and what stands in brackets, in small letters."""
    inside = re.findall(r"\(([^()]*)\)", vi)
    outside = re.sub(r"\([^()]*\)", " ", vi)
    parts = [" ".join(part.split()).lower() for part in (*outside.split("/"), *inside)]
    return tuple(part for part in parts if len(part) >= MIN_FORM)


def _pattern(word: str) -> re.Pattern[str]:
    """A capital in a single refused word is part of the fault, as in Center."""
    exact = word[0].isupper() and " " not in word
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?:s|es)?(?![\w-])", 0 if exact else re.IGNORECASE)


def has_word(text: str, form: str) -> bool:
    """Tell whether words stand in a text as whole words; both in small letters."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            return True
        at = text.find(form, at + 1)
    return False


def check_terms(source: Writing, target: Writing, terms: tuple[GatedTerm, ...]) -> Iterator[Finding]:
    """Yield refused words where the term is said: in the same paragraph, or everywhere if it is the subject."""
    said = [term for term in terms if term.is_said_in(source)]
    everything = whole(source, target)
    english = everything.target_text
    gated = [term for term in said if any(word.lower() in english for word, _ in term.avoid)]
    if not gated:
        return
    head = " ".join(" ".join(one.small for one in source.own if one.role in ("title", "summary")).split())
    paired = list(pairs(source, target))
    for term in gated:
        for pair in [everything] if term.stands_in(head) else paired:
            if term.stands_in(pair.source_text):
                yield from _refused(pair, term, said, source.said)


def _refused(pair: Pair, term: GatedTerm, said: list[GatedTerm], everything: str) -> Iterator[Finding]:
    for word, pattern in term.avoid:
        if word.lower() not in pair.target_text or _is_right(word, pattern, said, everything):
            continue
        for span in pair.target:
            text = span.passage.unquoted
            for match in pattern.finditer(text, span.start, span.end):
                if not NOT_MEANT.search(text, max(0, match.start() - 40), match.start()) and not _in_fixed(text, match):
                    place = span.passage.at(match.start())
                    yield finding("word-avoided", place, found=match[0], term=term.vi, expected=term.en)


def _is_right(word: str, pattern: re.Pattern[str], said: list[GatedTerm], vietnamese: str) -> bool:
    """Tell whether the Vietnamese has the thing itself, names the word, or says another term that needs it."""
    if pattern.search(vietnamese) or any(has_word(vietnamese, one) for one in RIGHTLY.get(word.lower(), ())):
        return True
    return any(pattern.search(other.en) for other in said)


def _in_fixed(text: str, match: re.Match[str]) -> bool:
    window = text[max(0, match.start() - 12) : match.end() + 14]
    at = match.start() - max(0, match.start() - 12)
    return any(one.start() <= at < one.end() for one in FIXED.finditer(window))
