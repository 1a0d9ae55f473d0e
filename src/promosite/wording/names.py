"""Names of places and of the country, spelled as the records spell them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from promosite.findings import Finding, finding
from promosite.model.reference import Place
from promosite.wording.markup import GAP
from promosite.wording.passages import Passage
from promosite.wording.syllables import PLAIN
from promosite.wording.wordlist import by_first_letter, small_letters, whole_words

KINDS: Mapping[str, str] = {
    "tỉnh": "Province",
    "thành phố": "City",
    "thị xã": "Town",
    "thị trấn": "Town",
    "huyện": "District",
    "quận": "District",
    "xã": "Commune",
    "phường": "Ward",
    "đặc khu": "Special Zone",
}
"""Kind of unit → its English under Circular 03/2009/TT-BNG."""

KIND_VI = re.compile(rf"(?:{'|'.join(KINDS)})\s+", re.IGNORECASE)
KIND_EN = re.compile(rf"(?<!\s)\s+(?:{'|'.join(sorted(set(KINDS.values())))})$")
JOINT = r"(?:[ \u00a0\-–—‑]|\n(?!\s*[-*+\n]))*"
"""What may stand between the parts of a name, right or wrong; never the beginning of another line of a list."""

COUNTRY = re.compile(r"Viet[ -]?[Nn]am(?!\w|-\w)")
OF_A_NAME = re.compile(r"\s+(?:[A-Z]\w|\d{4}\b)")
"""The country's name goes on: Vietnam News Agency, Vietnam Expo 2024."""
BEFORE_A_NAME = re.compile(r"(?:\b[A-Z]\w+\s+|\bVoice of )$")
LEADS_IN = re.compile(
    r"\b(?:In|From|Of|The|For|To|And|With|At|Across|Throughout|While|When|As|But|Since|If|That|Outside|Inside|Within"
    r"|Today|Now|Around|Between|Into|Through|Like|Both|Other)\s+$"
)
"""A capital there begins a sentence, not a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A place's name without its kind, in both languages."""

    vi: str
    en: str


@dataclass(frozen=True)
class NameRules:
    """The names on record, and for each language one pattern for everything that may be meant as one of them."""

    by_letters: Mapping[str, Name]
    patterns: Mapping[str, re.Pattern[str]]

    def name_of(self, found: str) -> Name:
        """Return the name that a find is meant as."""
        return self.by_letters[_letters(found)]


def bare_vi(name: str) -> str:
    """Return a Vietnamese name without its kind: `huyện Châu Đức` → `Châu Đức`."""
    return KIND_VI.sub("", name, count=1) if KIND_VI.match(name) else name


def bare_en(name: str) -> str:
    """Return an English name without its kind: `Chau Duc District` → `Chau Duc`."""
    return KIND_EN.sub("", name)


def name_rules(places: Iterable[Place]) -> NameRules:
    """Prepare the names of at least two syllables whose English is their Vietnamese without marks."""
    found = {}
    for place in places:
        name = Name(bare_vi(place.name_then.text("vi")), bare_en(place.name_then.text("en")))
        if len(name.en.split()) > 1 and _letters(name.vi) == _letters(name.en):
            found[_letters(name.en)] = name
    ordered = sorted(found.values(), key=lambda name: (-len(name.en), name.en))
    if not ordered:
        return NameRules({}, {})
    return NameRules(found, {"vi": _pattern(name.vi for name in ordered), "en": _pattern(name.en for name in ordered)})


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    parts = (JOINT.join(map(re.escape, re.findall(r"\w+", name.lower()))) for name in names)
    return re.compile(rf"(?:{by_first_letter(parts)})(?!\w|-\w)")


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.translate(PLAIN)).lower()


def named_places(passage: Passage, rules: NameRules) -> list[tuple[int, int]]:
    """Return where a name stands that is on record, however it is spelled."""
    if passage.lang not in rules.patterns:
        return []
    small = passage.small_unquoted
    if passage.lang != "vi" and passage.plain_unquoted != passage.unquoted:
        small = small_letters(passage.plain_unquoted)
    return [match.span() for match in whole_words(rules.patterns[passage.lang], small)]


def check_names(
    passage: Passage, rules: NameRules, places: Iterable[tuple[int, int]], allowed: Iterable[tuple[int, int]]
) -> Iterator[Finding]:
    """Yield names that are not spelled as on record; `allowed` are spans such as the plan's message.

    English: without marks, with the record's spacing. Vietnamese: with the record's spacing; a name without marks
    in it is a foreign event's own and is not judged. Quotations are not judged.
    """
    allowed = list(allowed)
    for start, end in places:
        name = rules.name_of(passage.unquoted[start:end])
        right = name.en if passage.lang == "en" else name.vi
        if _is_wrong(passage, start, end, right) and not _overlaps(start, end, allowed):
            yield finding("word-name", passage.at(start), found=passage.shown(start, end), expected=right)
    if passage.lang == "en":
        yield from _country(passage)


def _is_wrong(passage: Passage, start: int, end: int, right: str) -> bool:
    found = " ".join(passage.unquoted[start:end].split())
    if not found[0].isupper() or found.casefold() == right.casefold():
        return False
    unmarked = passage.lang == "en" and found == found.translate(PLAIN)
    return passage.lang == "vi" or unmarked or GAP not in passage.running[start:end]


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in spans)


def _country(passage: Passage) -> Iterator[Finding]:
    text = passage.unquoted
    for match in whole_words(COUNTRY, text):
        before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 12]
        named = OF_A_NAME.match(after) or (BEFORE_A_NAME.search(before) and not LEADS_IN.search(before))
        if match[0] != "Viet Nam" and not named:
            yield finding("word-name", passage.at(match.start()), found=match[0], expected="Viet Nam")
