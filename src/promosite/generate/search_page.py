"""The search page of each language: the filters with their words, and what the script says."""

from collections.abc import Iterator, Sequence
from datetime import date

from promosite.generate.headers import page
from promosite.generate.plans import plan_title
from promosite.generate.search import KINDS, row_key
from promosite.generate.site import Site, View
from promosite.lang import language_name, sort_key
from promosite.messages import Messages
from promosite.model.items import Kind
from promosite.model.outputs import PageOutput
from promosite.model.reference import Place
from promosite.model.search import SearchEntry

ADDRESS = "search/"
SAID = ("results", "apart", "rest", "partial", "phrase-limit", "pages", "more")
"""Sentences with a number in them: one form for each that the language has."""
PLAIN = ("none", "none-filtered", "searching", "failed")


def search_pages(site: Site, entries: Sequence[SearchEntry]) -> Iterator[PageOutput]:
    """Yield the search page of each language; `entries` are all pages that search finds."""
    for lang in site.config.locales:
        messages = site.messages[lang]
        own = [entry for entry in entries if entry.lang == lang]
        kinds = {entry.kind for entry in entries}
        yield page(
            site,
            lang,
            ADDRESS,
            template="search",
            title=messages.text("search.title"),
            summary=messages.text("search.summary"),
            view={
                "address": site.path(lang, ADDRESS),
                "groups": _groups(site, own, kinds, lang),
                "client": _client(site, entries, lang),
                "listings": _listings(site, lang),
            },
            modified=site.day,
            section=True,
        )


def _client(site: Site, entries: Sequence[SearchEntry], lang: str) -> View:
    """Return what the script needs: which languages have an index, and its sentences with places left open."""
    messages = site.messages[lang]
    indexed = {entry.lang for entry in entries}
    said = {key: messages.text(f"search.{key}", q="{q}") for key in PLAIN}
    return {
        "lang": lang,
        "others": [
            {"lang": one, "title": messages.text("search.also", language=language_name(one, messages), n="{n}")}
            for one in site.config.locales
            if one != lang and one in indexed
        ],
        "said": said | {f"{key}-{form}": text for key in SAID for form, text in _forms(messages, f"search.{key}")},
    }


def _forms(messages: Messages, key: str) -> Iterator[tuple[str, str]]:
    """Yield the plural forms that a sentence has, with `{n}` and `{q}` left for the script."""
    for form in ("one", "other"):
        if text := messages.get(f"{key}.{form}"):
            yield form, text.format(n="{n}", q="{q}")


def _groups(site: Site, entries: Sequence[SearchEntry], kinds: set[str], lang: str) -> list[View]:
    """Return the filters with the values that occur among `entries`, each with its words.

    `kinds` are those of all languages: results in another one are named by them too.
    """
    messages = site.messages[lang]
    years = {entry.year for entry in entries if entry.year}
    stars = {entry.stars for entry in entries if entry.stars}
    found = {
        "kind": [(kind, kind_name(kind, messages)) for kind in KINDS if kind in kinds],
        "stars": [(str(one), messages.text("search.stars", stars=one)) for one in sorted(stars, reverse=True)],
        "place": _places(site, {place for entry in entries for place in entry.places}, lang),
        "year": [(str(year), str(year)) for year in sorted(years, reverse=True)],
        "row": _rows(site, {row for entry in entries for row in entry.rows}, lang),
    }
    return [
        {
            "name": name,
            "legend": messages.text(f"search.by-{name}"),
            "values": [{"value": value, "label": label} for value, label in values],
        }
        for name, values in found.items()
        if values
    ]


def kind_name(kind: str, messages: Messages) -> str:
    """Return what a kind of page is called."""
    return messages.get(f"kind.{kind}.one") or messages.text(f"search.kind-{kind}")


def _places(site: Site, used: set[str], lang: str) -> list[tuple[str, str]]:
    places = [site.catalogue.places[one] for one in used]
    labels = [(place.id, place_label(place, site.day, site.messages[lang], lang)) for place in places]
    return sorted(labels, key=lambda one: sort_key(one[1]))


def place_label(place: Place, day: date, messages: Messages, lang: str) -> str:
    """Return a place by the name that its items knew, and what it is today where that is one place."""
    name = place.name_then.text(lang)
    if not place.has_ended(day):
        return name
    if place.name_now and place.kind_now != "area":
        return messages.text("search.place-now", name=name, now=place.name_now.text(lang))
    return messages.text("search.place-former", name=name)


def _rows(site: Site, used: set[str], lang: str) -> list[tuple[str, str]]:
    plans = site.catalogue.plans.values()
    several = len({row.split("/")[0] for row in used}) > 1
    return [
        (key, f"{task.id.upper()} · {task.title.text(lang)}" + (f" ({plan.id})" if several else ""))
        for plan in plans
        for task in plan.tasks
        if (key := row_key(plan.id, task.id)) in used
    ]


def _listings(site: Site, lang: str) -> list[View]:
    """Return where one finds everything without a script."""
    messages, plan = site.messages[lang], site.current_plan
    listings = [(messages.text(f"kind.{kind}.plural"), f"{kind.folder}/") for kind in Kind]
    listings += [(plan_title(site, lang), f"plan/{plan.id}/")] if plan else []
    return [{"title": title, "address": site.path(lang, address)} for title, address in listings]
