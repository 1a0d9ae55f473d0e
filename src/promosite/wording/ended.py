"""Names of places that have ended, as the records give their last day."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from promosite.model.dates import PartialDate
from promosite.model.plan import Plan
from promosite.model.reference import Place
from promosite.wording.names import KIND_EN, bare_en
from promosite.wording.wordlist import by_first_letter


@dataclass(frozen=True)
class EndedName:
    """A place's full name with its kind, the last day on which it held, and the names that followed."""

    last_day: date
    after: frozenset[str]


@dataclass(frozen=True)
class EndedNames:
    """The names that have ended in one language, and the plan's own wording, which is quoted as it is."""

    names: Mapping[str, EndedName]
    pattern: re.Pattern[str] | None
    plan: str


def ended_names(places: Iterable[Place], plans: Iterable[Plan], lang: str) -> EndedNames:
    """Prepare the names whose record has a last day, unless the same name goes on under another record."""
    by_id = {place.id: place for place in places}
    going_on = {one.name_then.text(lang).casefold() for one in by_id.values() if one.to is None}
    found: dict[str, EndedName] = {}
    for place in by_id.values():
        after = frozenset(_names_after(place, by_id, lang))
        for name in _full_names(place.name_then.text(lang), lang):
            key = name.casefold()
            if place.to is None or key in going_on or key in after:
                continue
            last = max(_last_day(place.to), found[key].last_day if key in found else date.min)
            found[key] = EndedName(last, frozenset(part for part in after if part not in key))
    parts = [re.escape(name).replace(r"\ ", r"\s+") for name in sorted(found, key=lambda name: -len(name))]
    pattern = re.compile(rf"(?:{by_first_letter(parts)})(?!\w)") if parts else None
    return EndedNames(found, pattern, _plan_text(plans, lang))


def _names_after(place: Place, by_id: Mapping[str, Place], lang: str) -> Iterator[str]:
    """Yield the names that followed a place's, or that of the place around it."""
    texts = []
    for one in (place, by_id.get(place.parent or "")):
        successor = by_id.get(one.successor or "") if one else None
        texts += [one.name_now.text(lang)] if one and one.name_now else []
        texts += [successor.name_then.text(lang)] if successor else []
    for text in texts:
        yield from (part.strip().casefold() for part in text.split(","))


def _full_names(name: str, lang: str) -> list[str]:
    kind = KIND_EN.search(name) if lang == "en" else None
    return [name, f"{kind[0].strip().lower()} of {bare_en(name)}"] if kind else [name]


def _last_day(day: PartialDate) -> date:
    """Return the last day that a date of a record may be."""
    if day.month is None:
        return date(day.year, 12, 31)
    if day.day is None:
        return (date(day.year, day.month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return day.first_day


def _plan_text(plans: Iterable[Plan], lang: str) -> str:
    """Return everything that the plans say, for recognising their wording."""
    parts: list[str] = []
    for plan in plans:
        parts += [plan.title.text(lang), plan.message.text(lang)]
        parts += [words.text(lang) for task in plan.tasks for words in (task.text, task.title)]
        parts += [block.words.text(lang) for block in plan.text if block.words]
        parts += [words.text(lang) for block in plan.text for words in block.items]
        parts += [document.title.text(lang) for document in plan.documents]
    return " ".join(" ".join(parts).split()).casefold()
