"""The two public judgements: one text on its own, and all texts of an item or a page with their pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from promosite.findings import Finding, in_order
from promosite.model.items import EventFacts, ItemFacts, Kind
from promosite.wording.answers import check_answers
from promosite.wording.claims import check_claims
from promosite.wording.glossary import check_terms
from promosite.wording.house import SOURCE, TARGET, House
from promosite.wording.key_message import check_message
from promosite.wording.leftovers import check_left_english, check_left_vietnamese
from promosite.wording.letters import check_letters
from promosite.wording.names import check_names, named_places
from promosite.wording.passages import DataText, Passage, TextFile, Writing, passages_in, passages_of
from promosite.wording.spelling import check_british
from promosite.wording.tense import Setting, check_tense
from promosite.wording.tones import check_tones
from promosite.wording.unmarked import check_unmarked


class ItemFile(Protocol):
    """A file of an item that may be used, with its facts if it is the one that carries them."""

    @property
    def kind(self) -> Kind:
        """What the item is."""

    @property
    def slug(self) -> str:
        """Its public name."""

    @property
    def facts(self) -> ItemFacts | None:
        """Its facts, in the source language's file."""

    @property
    def file(self) -> TextFile:
        """The file as read."""


@dataclass(frozen=True, slots=True)
class TextGroup:
    """The files of one item or hand-written page by language, and the facts and kind that its words are judged by."""

    files: Mapping[str, TextFile]
    facts: ItemFacts | None = None
    product: bool = False


def groups_of(items: Iterable[ItemFile], pages: Iterable[TextFile]) -> list[TextGroup]:
    """Return what belongs together, items first, in the order in which it comes."""
    files: dict[tuple[str, str], dict[str, TextFile]] = defaultdict(dict)
    facts: dict[tuple[str, str], ItemFacts] = {}
    for item in items:
        files[item.kind, item.slug][item.file.lang] = item.file
        if item.facts is not None:
            facts[item.kind, item.slug] = item.facts
    for page in pages:
        files[f"page/{page.folder}", page.stem][page.lang] = page
    return [TextGroup(found, facts.get(key), key[0] == Kind.PRODUCT) for key, found in files.items()]


def check_wording(group: TextGroup, house: House) -> list[Finding]:
    """Return what is wrong with the words of an item or a hand-written page, alone and as a pair, in order of place."""
    return _check_writings(_writings(group.files, house.languages), house, setting_of(group.facts), group.product)


def check_data(file: DataText, house: House) -> list[Finding]:
    """Return what is wrong with the words of a data file, alone and as pairs, in order of place."""
    return _check_writings(_writings_of_data(file, house.languages), house, Setting())


def _check_writings(
    writings: Mapping[str, Writing], house: House, setting: Setting, product: bool = False
) -> list[Finding]:
    found: list[Finding] = []
    for writing in writings.values():
        found += check_words(writing, house, setting, product=product)
    source, target = writings.get(SOURCE), writings.get(TARGET)
    if source and target:
        found += check_terms(source, target, house.terms)
        found += check_answers(source, target, house.answers)
    return in_order(_without_doubles(found))


def _writings(files: Mapping[str, TextFile], languages: frozenset[str]) -> dict[str, Writing]:
    """Return everything that is said in each language; a header's texts in English belong to the English."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    for file in files.values():
        for passage in passages_of(file, languages):
            passages[passage.lang or file.lang].append(passage)
    paths = {lang: file.path for lang, file in files.items()}
    return {lang: Writing(lang, paths.get(lang, ""), tuple(found)) for lang, found in passages.items()}


def _writings_of_data(file: DataText, languages: frozenset[str]) -> dict[str, Writing]:
    """Return what a data file says in each language; what belongs to none stands with the source language."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages_in(file.root, file.name, file.path, languages):
        passages[passage.lang or SOURCE].append(passage)
    return {lang: Writing(lang, file.path, tuple(found)) for lang, found in passages.items()}


def setting_of(facts: ItemFacts | None) -> Setting:
    """Return when an item's facts hold: the day of the matter, else the day to which its facts are known."""
    if facts is None:
        return Setting()
    return Setting(happened=_happened(facts), published=facts.published)


def _happened(facts: ItemFacts) -> date | None:
    if isinstance(facts, EventFacts):
        return facts.last_day
    known = facts.happened or facts.as_of
    return known.first_day if known else None


def check_words(writing: Writing, house: House, setting: Setting, *, product: bool = False) -> list[Finding]:
    """Return what is wrong with one text on its own; pairs are judged by `check_wording`."""
    found: list[Finding] = []
    for passage in writing.passages:
        found += check_letters(passage)
        if passage.role != "cited":
            found += check_message(passage, house.messages)
            found += _of_language(passage, house)
            if passage.role != "field" and passage.lang in house.ended:
                found += check_tense(passage, house.ended[passage.lang], setting)
    found += check_claims(writing, product, house.publisher_set)
    return found


def _of_language(passage: Passage, house: House) -> Iterator[Finding]:
    """Yield what only the rules of one language can judge."""
    if passage.lang not in (SOURCE, TARGET):
        return
    places = named_places(passage, house.names)
    yield from check_names(passage, house.names, places, _decreed(passage, house))
    if passage.lang == SOURCE:
        yield from check_tones(passage)
        yield from check_left_english(passage)
        yield from check_unmarked(passage)
    else:
        yield from check_left_vietnamese(passage, house.english_words, places)
        yield from check_british(passage)


def _decreed(passage: Passage, house: House) -> list[tuple[int, int]]:
    """Return where the messages stand as decreed: what is right there is not judged as a name."""
    return [match.span() for message in house.messages for match in message.exact.finditer(passage.prose)]


def _without_doubles(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out a remark on spelling where the glossary refuses the word anyway."""
    findings = list(findings)
    refused = {(one.source, one.params["found"]) for one in findings if one.code == "word-avoided"}
    return [one for one in findings if one.code != "word-british" or (one.source, one.params["found"]) not in refused]
