"""Places with their names then and now."""

from collections.abc import Iterator

from promosite.generate.readers import PLACES
from promosite.generate.site import Site, View
from promosite.lang import long_date
from promosite.model.record import Words
from promosite.model.reference import Place


def place_row(site: Site, place_id: str, lang: str) -> View:
    """Return a place's name at the time and today, and where it is told of; what is not known is None.

    `within` is for a place whose name today is not known: what the smallest place is called in which it lay.
    """
    place = site.catalogue.places[place_id]
    ended, now, within = (
        place.to if place.has_ended(site.day) else None,
        name_today(site, place),
        lies_within(site, place),
    )
    return {
        "id": place.id,
        "address": site.path(lang, PLACES),
        "then": place.name_then.text(lang),
        "until": long_date(ended, site.messages[lang]) if ended else None,
        "in_use": ended is None,
        "now": now.text(lang) if now else None,
        "within": within.text(lang) if within else None,
    }


def name_today(site: Site, place: Place) -> Words | None:
    """Return what a place is called today, where that is on record: a name that still holds is today's."""
    return place.name_now if place.has_ended(site.day) else place.name_then


def lies_within(site: Site, place: Place) -> Words | None:
    """Return what the smallest place is called today in which a place lay; None for one whose own name is known."""
    if name_today(site, place):
        return None
    around = (name_today(site, site.catalogue.places[one]) for one in with_parents(site, place.id))
    return next(filter(None, around), None)


def with_parents(site: Site, place_id: str) -> Iterator[str]:
    """Yield a place and everything it lay in, from the small to the large; a circle ends where it closes."""
    seen: set[str] = set()
    here: str | None = place_id
    while here is not None and here in site.catalogue.places and here not in seen:
        seen.add(here)
        yield here
        here = site.catalogue.places[here].parent
