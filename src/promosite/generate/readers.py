"""Links to the pages for readers, for home, footer and each other: only to those that exist in the language."""

from promosite.generate.site import Site, View, briefing_address
from promosite.model.figures import Figure

FIGURES, PLACES = "figures/", "places/"
"""Addresses of what all pages for readers share."""


def briefing_links(site: Site, lang: str, besides: str | None = None) -> list[View]:
    """Return the pages for one circle of readers each, but for one."""
    return [
        {
            "title": one.title.text(lang),
            "summary": one.summary.text(lang),
            "address": site.path(lang, briefing_address(one.id)),
        }
        for one in site.catalogue.briefings.values()
        if one.id != besides and one.is_written_in(lang)
    ]


def is_worded(figure: Figure, lang: str) -> bool:
    """Tell whether a figure's label exists in a language."""
    return figure.label.language(lang) in (lang, None)


def figures_link(site: Site, lang: str) -> View | None:
    """Return the page of all key figures; None where no figure is worded in the language."""
    if not any(is_worded(one, lang) for one in site.catalogue.figures.values()):
        return None
    return {"title": site.messages[lang].text("figures.title"), "address": site.path(lang, FIGURES)}


def places_link(site: Site, lang: str) -> View | None:
    """Return the page of all places; None where there are no places."""
    if not site.catalogue.places:
        return None
    return {"title": site.messages[lang].text("map.places-title"), "address": site.path(lang, PLACES)}


def reader_links(site: Site, lang: str) -> list[View]:
    """Return all of them, for the footer."""
    shared = [figures_link(site, lang), places_link(site, lang)]
    return [*briefing_links(site, lang), *(one for one in shared if one)]
