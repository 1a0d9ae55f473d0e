"""The locator map and the places on it; every name comes from the places, so map and table cannot disagree."""

from collections.abc import Iterator
from textwrap import wrap

from promosite.generate.headers import page
from promosite.generate.notes import Notes
from promosite.generate.places import lies_within, name_today
from promosite.generate.readers import PLACES
from promosite.generate.site import Site, View
from promosite.lang import short_date
from promosite.model.maps import AreaMap, MapPoint
from promosite.model.outputs import PageOutput
from promosite.model.reference import Place

RADIUS, LINE, GAP = 17, 20, 7
"""Size of a point, distance of two lines of a name, and distance of name and point, in the map's units."""
LETTERS = 21
"""Letters of the longest line of a name on the map."""


def place_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the page of all places in each language; none where there are no places."""
    for lang in site.config.locales if site.catalogue.places else ():
        messages, notes = site.messages[lang], Notes()
        drawn = map_view(site, lang)
        numbers = {point["id"]: point["number"] for point in drawn["points"]} if drawn else {}
        places = sorted(site.catalogue.places.values(), key=lambda one: _rank(one, numbers.get(one.id)))
        rows = [_row(site, one, lang, notes, numbers.get(one.id)) for one in places]
        yield page(
            site,
            lang,
            PLACES,
            template="places",
            data="content/data/places.yml",
            title=messages.text("map.places-title"),
            summary=messages.text("map.places-intro"),
            view={"map": drawn, "places": rows, "sources": notes.view(site, lang)},
            modified=site.day,
        )


def _rank(place: Place, number: int | None) -> tuple[int, int]:
    """Sort key: what lies in nothing larger, then what is on the map by its number, then the rest as written."""
    return (0, 0) if place.parent is None else (1, number) if number else (2, 0)


def map_view(site: Site, lang: str) -> View | None:
    """Return the first map with the names of its places then and now; None where no map was drawn."""
    found = next(iter(site.catalogue.maps.values()), None)
    if found is None:
        return None
    return {
        "title": site.words(found.title, lang),
        "description": found.description.text(lang),
        "width": found.width,
        "height": found.height,
        "land": list(found.land),
        "points": list(_points(site, found, lang)),
        "insets": [
            one.model_dump(include={"x", "y", "width", "height", "pointer"})
            | {"caption": site.words(one.caption, lang)}
            for one in found.insets
        ],
        "places": site.path(lang, PLACES),
        "radius": RADIUS,
    }


def _points(site: Site, drawn: AreaMap, lang: str) -> Iterator[View]:
    for number, point in enumerate(drawn.points, start=1):
        place = site.catalogue.places.get(point.place)
        if place is None:
            continue
        names = names_of(site, place, lang)
        unknown = site.messages[lang].text("ui.not-on-record")
        labels = {"then": names["then"]["text"], "now": names["now"]["text"] if names["now"] else unknown}
        yield names | {
            "id": place.id,
            "number": number,
            "x": point.x,
            "y": point.y,
            "anchor": {"right": "start", "above-right": "start", "left": "end"}.get(point.label, "middle"),
            "lines": {layer: _lines(point, text) for layer, text in labels.items()},
        }


def _lines(point: MapPoint, text: str) -> list[View]:
    """Return a name in lines with their places: beside its point downwards, below it, or above it upwards.

    Above right is above, beginning at the point's left edge: where the middle would reach over a coast.
    """
    lines = wrap(text, LETTERS, break_long_words=False, break_on_hyphens=False)
    beside = RADIUS + GAP
    x = point.x + {"right": beside, "left": -beside, "above-right": -RADIUS}.get(point.label, 0)
    below, above = point.y + beside + LINE // 2, point.y - beside - LINE * (len(lines) - 1)
    first = {"below": below, "above": above, "above-right": above}.get(point.label, point.y + GAP)
    return [{"x": x, "y": first + LINE * index, "text": line} for index, line in enumerate(lines)]


def names_of(site: Site, place: Place, lang: str) -> View:
    """Return a place's name then, until when it held, and the name today; None for what is not on record.

    Of a name that still holds, `until` is None and `in_use` true. Where the name today is not on record, `within` is
    what that is called today in which the place lay.
    """
    ended, now, within = place.has_ended(site.day), name_today(site, place), lies_within(site, place)
    return {
        "then": site.words(place.name_then, lang),
        "until": short_date(place.to, site.messages[lang]) if ended and place.to else None,
        "in_use": not ended,
        "now": site.words(now, lang) if now else None,
        "within": site.words(within, lang) if within else None,
    }


def _row(site: Site, place: Place, lang: str, notes: Notes, number: int | None) -> View:
    return names_of(site, place, lang) | {
        "id": place.id,
        "number": number,
        "note": site.words(place.note, lang) if place.note else None,
        "sources": notes.cite_all(place.sources),
    }
