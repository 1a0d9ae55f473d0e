"""Pages for one circle of readers, assembled from what names them; each prints as one briefing."""

from collections.abc import Iterator, Sequence

from promosite.config import Contact
from promosite.generate.cards import card
from promosite.generate.contact import contact_rows
from promosite.generate.figures import figure_rows
from promosite.generate.headers import page
from promosite.generate.listings import modified, ordered
from promosite.generate.maps import map_view
from promosite.generate.notes import Notes
from promosite.generate.readers import briefing_links, figures_link, is_worded
from promosite.generate.site import Site, View, briefing_address
from promosite.lang import long_date
from promosite.model.items import Item, Kind
from promosite.model.outputs import PageOutput
from promosite.model.reference import Briefing

SHOWN = 12
"""Items of one kind on a page; a briefing stays a handful of sheets."""


def briefing_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the pages for readers, each in the languages in which it was written."""
    for briefing in site.catalogue.briefings.values():
        languages = [lang for lang in site.config.locales if briefing.is_written_in(lang)]
        for lang in languages:
            yield page(
                site,
                lang,
                briefing_address(briefing.id),
                template="audience",
                data="content/data/briefings.yml",
                title=briefing.title.text(lang),
                summary=briefing.summary.text(lang),
                view=briefing_view(site, briefing, lang),
                modified=modified(site.catalogue.of_briefing(briefing.id), site.day),
                languages=languages,
            )


def briefing_view(site: Site, briefing: Briefing, lang: str) -> View:
    """Return what a page for readers shows; sources are numbered as they are met on the way down."""
    notes, messages, plan = Notes(), site.messages[lang], site.current_plan
    figures = [one for one in site.catalogue.figures.values() if briefing.id in one.briefings and is_worded(one, lang)]
    view: View = {
        "who": briefing.who.text(lang),
        "audiences": _audiences(site, briefing, lang),
        "message": site.words(plan.message, lang) if plan else None,
        "plan": site.path(lang, f"plan/{plan.id}/") if plan else None,
        "figures": figure_rows(site, figures, lang, notes),
        "all_figures": figures_link(site, lang),
        "groups": [_group(site, kind, items, lang, notes) for kind, items in _kinds(site, briefing, lang)],
        "map": map_view(site, lang),
        "gaps": [one.text(lang) for one in briefing.gaps],
        "contact": [row for row in contact_rows(site, site.config.contact or Contact(), lang) if row["value"]],
        "contact_page": site.path(lang, "contact/"),
        "built": messages.text("audience.built", date=long_date(site.day, messages)),
        "others": briefing_links(site, lang, besides=briefing.id),
    }
    return view | {"sources": notes.view(site, lang)}


def _audiences(site: Site, briefing: Briefing, lang: str) -> list[View]:
    known = site.catalogue.audiences
    return [
        {"number": known[one].number, "name": known[one].name.text(lang)} for one in briefing.audiences if one in known
    ]


def _kinds(site: Site, briefing: Briefing, lang: str) -> Iterator[tuple[Kind, list[Item]]]:
    """Yield the items of each kind that has any, as its listing orders them; products first, for they have pictures."""
    named = {item.id for item in site.catalogue.of_briefing(briefing.id)}
    for kind in (Kind.PRODUCT, Kind.NEWS, Kind.EVENT, Kind.PRESS):
        if items := [item for item in ordered(site, kind, lang) if item.id in named]:
            yield kind, items


def _group(site: Site, kind: Kind, items: Sequence[Item], lang: str, notes: Notes) -> View:
    left = len(items) - SHOWN
    return {
        "kind": kind.value,
        "name": site.messages[lang].text(f"kind.{kind}.plural"),
        "total": len(items),
        "cards": [card(site, item, lang) | {"notes": notes.cite_all(item.facts.sources)} for item in items[:SHOWN]],
        "address": site.path(lang, f"{kind.folder}/"),
        "more": site.messages[lang].count("audience.more", left) if left > 0 else None,
    }
