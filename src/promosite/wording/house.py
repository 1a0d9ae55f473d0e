"""What the words are judged by: the records of this site, prepared once for all texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from promosite.model.catalogue import Reference
from promosite.model.plan import Plan
from promosite.model.record import ANY_LANGUAGE
from promosite.model.reference import Place
from promosite.wording.answers import AnswerRules, answer_rules
from promosite.wording.ended import EndedNames, ended_names
from promosite.wording.glossary import GatedTerm, gated_terms
from promosite.wording.key_message import DecreedMessages, decreed_message
from promosite.wording.leftovers import WORD
from promosite.wording.names import NameRules, bare_en, bare_vi, name_rules

SOURCE, TARGET = "vi", "en"
"""The languages whose words have rules. Texts in others are looked at for letters and the message."""


RECORDS = frozenset({"plans", "units", "places", "glossary"})
"""The records by which words are judged; a verdict on words may be kept only as long as all of them are the same."""


@dataclass(frozen=True)
class House:
    """The house's words, prepared."""

    languages: frozenset[str]
    messages: DecreedMessages
    terms: tuple[GatedTerm, ...]
    names: NameRules
    ended: Mapping[str, EndedNames]
    english_words: frozenset[str]
    """Words with Vietnamese letters that the glossary's own English has, such as Xuồng."""
    answers: AnswerRules
    publisher_set: bool


def house_of(reference: Reference, languages: tuple[str, ...], *, publisher_set: bool) -> House:
    """Prepare the records; `publisher_set` tells whether anybody answers for the site."""
    places, plans = tuple(reference.places.values()), tuple(reference.plans.values())
    glossary = tuple(reference.glossary.values())
    return House(
        languages=frozenset(languages),
        messages=_messages(plans, places),
        terms=gated_terms(glossary),
        names=name_rules(places),
        ended={lang: ended_names(places, plans, lang) for lang in (SOURCE, TARGET)},
        english_words=frozenset(word.lower() for term in glossary for word in WORD.findall(term.en)),
        answers=answer_rules(reference.units.values(), places, glossary),
        publisher_set=publisher_set,
    )


def _messages(plans: tuple[Plan, ...], places: tuple[Place, ...]) -> DecreedMessages:
    """Return each message in each language in which it was decreed."""
    names = [name for place in places for name in _names(place)]
    return DecreedMessages(
        decreed_message(text, names)
        for plan in plans
        for lang, text in sorted(plan.message.root.items())
        if lang != ANY_LANGUAGE
    )


def _names(place: Place) -> tuple[str, ...]:
    vi, en = place.name_then.text(SOURCE), place.name_then.text(TARGET)
    return vi, en, bare_vi(vi), bare_en(en)
