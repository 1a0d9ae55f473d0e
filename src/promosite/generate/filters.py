"""Filters of the product listing: values with honest counts, and the index that the page's script asks.

The listing stays paged, so a filter cannot work on what the page shows. The index holds, for every product in the
order of the listing, its slug and its values, in columns; the script takes the cards themselves from the listing's own
pages. So a card has one template, and a reader who uses no filter loads nothing.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from promosite.generate.places import with_parents
from promosite.generate.site import Site, View
from promosite.lang import sort_key
from promosite.messages import Messages
from promosite.model.certificates import ENDING_DAYS, STATES, certificate_state, last_day, next_change
from promosite.model.items import Item, ProductFacts
from promosite.model.outputs import FileOutput

NONE = "none"
"""The value of a product that has nothing on record under a facet. No code, type or state is called so."""

REPORTED = "-reported"
"""Ends the value of stars that only the press reports: `3-reported` is another value than `3`, never the same."""

SHOWN_STARS = ("5", "4", "3")
SHOWN_RIGHTS = ("gi", "collective-mark", "certification-mark")
"""Values that are listed even at zero: that there is none is worth knowing."""


@dataclass(frozen=True)
class Values:
    """What one product is found by, facet by facet; the names are those of the address (`?stars=3`)."""

    stars: str
    protection: tuple[str, ...]
    group: str
    place: tuple[str, ...]
    certificate: str


FACETS = tuple(Values.__dataclass_fields__)


def values_of(site: Site, item: Item) -> Values:
    """Return the values of a product on the day of the build; a place counts for all that it lay in."""
    facts = item.facts
    assert isinstance(facts, ProductFacts)
    places = dict.fromkeys(one for place in facts.places for one in with_parents(site, place))
    certificate = facts.certificate
    return Values(
        stars=f"{certificate.stars}{REPORTED if certificate.status == 'reported' else ''}" if certificate else NONE,
        protection=tuple(dict.fromkeys(right.type for right in facts.protection)) or (NONE,),
        group=facts.group or NONE,
        place=tuple(places) or (NONE,),
        certificate=certificate_state(certificate, site.day) if certificate else NONE,
    )


def are_wanted(items: Sequence[Item]) -> bool:
    """Tell whether there is anything to choose from."""
    return len(items) > 1


def filters(site: Site, items: Sequence[Item], lang: str) -> View | None:
    """Return what the first page of the listing offers; None where there is nothing to choose from."""
    if not are_wanted(items):
        return None
    found = [values_of(site, item) for item in items]
    messages = site.messages[lang]
    return {
        "index": index_uri(lang),
        "built": site.day.isoformat(),
        "changes": _next_change(site, items),
        "facets": [_facet(site, facet, _counted(found, facet), len(items), messages) for facet in FACETS],
    }


def _next_change(site: Site, items: Iterable[Item]) -> str | None:
    """Return the first day, ISO 8601, on which the counts of the build no longer hold; None where they always will."""
    certificates = (item.facts.certificate for item in items if isinstance(item.facts, ProductFacts))
    days = (next_change(one, site.day) for one in certificates if one)
    first = min((day for day in days if day), default=None)
    return first.isoformat() if first else None


def _counted(found: Iterable[Values], facet: str) -> Counter[str]:
    return Counter(value for values in found for value in _several(getattr(values, facet)))


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _facet(site: Site, facet: str, counts: Counter[str], total: int, messages: Messages) -> View:
    labels = _labels(site, facet, counts, messages)
    if facet == "place":
        labels = {value: label for value, label in labels.items() if counts[value] < total}
    return {
        "name": facet,
        "legend": messages.text(f"catalogue.{facet}"),
        "note": messages.get(f"catalogue.{facet}-note"),
        "options": [{"value": value, "label": label, "count": counts[value]} for value, label in labels.items()],
    }


def _labels(site: Site, facet: str, counts: Counter[str], messages: Messages) -> dict[str, str]:
    """Return the values of a facet in the order in which they stand, with their words; `none` is the last."""
    match facet:
        case "stars":
            labels = _stars(counts, messages)
        case "group":
            labels = {one: _group(one, messages) for one in sorted(counts) if one != NONE}
        case "protection":
            rights = [*SHOWN_RIGHTS, *sorted(counts.keys() - {*SHOWN_RIGHTS, NONE})]
            labels = {one: messages.text(f"protection.{one}") for one in rights}
        case "place":
            names = {one: site.catalogue.places[one].name_then.text(messages.lang) for one in counts if one != NONE}
            labels = dict(sorted(names.items(), key=lambda pair: sort_key(pair[1])))
        case _:
            labels = {one: messages.text(f"certificate.{one}") for one in STATES}
    return labels | ({NONE: messages.text(f"catalogue.{facet}-none")} if counts[NONE] else {})


def _stars(counts: Counter[str], messages: Messages) -> dict[str, str]:
    reported = sorted((one for one in counts if one.endswith(REPORTED)), reverse=True)
    decided = {one: messages.text("catalogue.stars-decision", stars=one) for one in SHOWN_STARS}
    return decided | {one: messages.text("catalogue.stars-reported", stars=one[0]) for one in reported}


def _group(code: str, messages: Messages) -> str:
    return messages.get(f"group.{code.replace('.', '-')}") or code


PART = 1000
"""Products in one file of the index: about 120 KB, 15 KB as it travels."""


def index_uri(lang: str, number: int = 1) -> str:
    """Return where the index of a language lies, or a further part of it."""
    return f"assets/catalogue/{lang}{f'-{number}' if number > 1 else ''}.json"


def index_files(site: Site, items: Sequence[Item], lang: str) -> Iterator[FileOutput]:
    """Yield the index of all products in the order of the listing: about 120 bytes for each, before compression.

    The first file says how many `parts` there are; each has `PART` products at most. A certificate with a day of issue
    stands by its last day, so that the script can say how it stands when it is asked; every other by its state.
    """
    found = [values_of(site, item) for item in items]
    columns = {facet: [getattr(values, facet) for values in found] for facet in FACETS}
    columns["certificate"] = [_end_or_state(item, values) for item, values in zip(items, found, strict=True)]
    parts = -(-len(items) // PART)
    head = {"built": site.day.isoformat(), "ending_days": ENDING_DAYS, "size": site.config.page_size, "parts": parts}
    for number in range(1, parts + 1):
        part = slice((number - 1) * PART, number * PART)
        own = {
            "slugs": [item.slug for item in items[part]],
            "values": {key: all_[part] for key, all_ in columns.items()},
        }
        index = head | own if number == 1 else own
        yield FileOutput(index_uri(lang, number), f"{json.dumps(index, separators=(',', ':'))}\n".encode())


def _end_or_state(item: Item, values: Values) -> str:
    certificate = item.facts.certificate if isinstance(item.facts, ProductFacts) else None
    until = last_day(certificate) if certificate else None
    return until.isoformat() if until else values.certificate
