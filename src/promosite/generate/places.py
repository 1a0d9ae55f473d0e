"""Places with their names then and now."""

from collections.abc import Iterator

from promosite.generate.readers import PLACES
from promosite.generate.site import Site, View
from promosite.lang import long_date


def place_row(site: Site, place_id: str, lang: str) -> View:
    """Return a place's name at the time and today, and where it is told of; what is not known is None."""
    place = site.catalogue.places[place_id]
    ended = place.to if place.has_ended(site.day) else None
    return {
        "id": place.id,
        "address": site.path(lang, PLACES),
        "then": place.name_then.text(lang),
        "until": long_date(ended, site.messages[lang]) if ended else None,
        "now": place.name_now.text(lang) if place.name_now else None,
    }


def with_parents(site: Site, place_id: str) -> Iterator[str]:
    """Yield a place and everything it lay in, from the small to the large; a circle ends where it closes."""
    seen: set[str] = set()
    here: str | None = place_id
    while here is not None and here in site.catalogue.places and here not in seen:
        seen.add(here)
        yield here
        here = site.catalogue.places[here].parent
