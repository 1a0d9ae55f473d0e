"""Hand-written pages, and the home page with what is new."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from promosite.config import Contact
from promosite.generate.cards import cards, gi_of
from promosite.generate.contact import contact_rows
from promosite.generate.coverage import coverage_of
from promosite.generate.events import event_cards, is_upcoming
from promosite.generate.headers import page
from promosite.generate.listings import ordered
from promosite.generate.matrix import matrix_row
from promosite.generate.plans import as_of_view
from promosite.generate.readers import briefing_links, figures_link
from promosite.generate.site import Site, View
from promosite.lang import long_date, sort_key
from promosite.model.catalogue import Catalogue
from promosite.model.certificates import certificate_state
from promosite.model.items import Item, Kind, ProductFacts
from promosite.model.outputs import PageOutput
from promosite.model.pages import WrittenPage

NEWS_SHOWN, PRODUCTS_SHOWN, EVENTS_SHOWN = 4, 8, 4


def written_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the hand-written pages, each in the languages in which it was written."""
    for written in site.pages:
        languages = [one.lang for one in site.pages if one.address == written.address]
        header = written.header
        made = page(
            site,
            written.lang,
            written.address,
            template="home" if header.view == "home" else "page",
            title=header.title,
            summary=header.summary,
            view=_view(site, written),
            modified=_newest(site.catalogue) or site.day,
            languages=languages,
            section=written.path.endswith("/index.md"),  # so that its links are read from where the file lies
            feed=(site.config.site_name(written.lang), "") if header.view == "home" else None,
            body=written.body,
            origin=written.path,
        )
        yield replace(made, body_line=written.body_line)


def _view(site: Site, written: WrittenPage) -> View:
    if written.header.view == "home":
        return home_view(site, written.lang)
    view: View = {"kind": written.header.view}
    if written.header.view == "contact":
        view["contact"] = contact_rows(site, site.config.contact or Contact(), written.lang)
    if written.header.view == "accessibility":
        view["checks"] = check_sentences(site, written.lang)
    return view


def _newest(catalogue: Catalogue) -> date | None:
    return max((item.facts.updated or item.facts.published for item in catalogue.items.values()), default=None)


def home_view(site: Site, lang: str) -> View:
    """Return what the home page shows: the message, the rows of the plan, and the newest of each kind."""
    plan = site.current_plan
    return {
        "message": _clauses(plan.message.text(lang) if plan else site.config.site_name(lang)),
        "plan": site.path(lang, f"plan/{plan.id}/") if plan else None,
        "briefings": briefing_links(site, lang),
        "figures": figures_link(site, lang),
        "plan_title": plan.title.text(lang) if plan else None,
        "as_of": as_of_view(site, plan, lang) if plan else None,
        "rows": [matrix_row(site, coverage_of(site, plan, task), lang) for task in plan.tasks] if plan else [],
        "sections": [_section(site, kind, lang) for kind in Kind],
    }


def _clauses(message: str) -> list[str]:
    """Return a message cut after its commas and colons, so that a line can end there; blanks join it again."""
    return re.split(r"(?<=[,:;]) ", message)


def _by_rank(site: Site, products: list[Item]) -> list[Item]:
    """Return products as the home page shows the first of them, the same in all languages.

    Geographical indications first, then stars by a decision that still holds, then the rest, each by the title in
    the language of the source.
    """

    def rank(item: Item) -> int:
        facts = item.facts
        assert isinstance(facts, ProductFacts)
        if gi_of(item):
            return 0
        one = facts.certificate
        return 1 if one and one.status == "decision" and certificate_state(one, site.day) != "ended" else 2

    return sorted(products, key=lambda item: (rank(item), sort_key(item.best_text(item.source_lang).title)))


def _section(site: Site, kind: Kind, lang: str) -> View:
    items = ordered(site, kind, lang)
    if kind is Kind.PRODUCT:
        items = _by_rank(site, items)
    limits = {Kind.PRODUCT: PRODUCTS_SHOWN, Kind.EVENT: EVENTS_SHOWN}
    upcoming = [item for item in items if item.kind is Kind.EVENT and is_upcoming(site, item)]
    shown = items[: limits.get(kind, NEWS_SHOWN)]
    return {
        "kind": kind.value,
        "name": site.messages[lang].text(f"kind.{kind}.plural"),
        "intro": site.messages[lang].text(f"kind.{kind}.intro"),
        "address": site.path(lang, f"{kind.folder}/"),
        "total": len(items),
        "upcoming": len(upcoming),
        "cards": event_cards(site, shown, lang) if kind is Kind.EVENT else cards(site, shown, lang),
    }


def check_sentences(site: Site, lang: str) -> list[str]:
    """Return what the judges said at their last run on record; empty where none is."""
    if not site.catalogue.checks:
        return []
    messages, last = site.messages[lang], site.catalogue.checks[max(site.catalogue.checks)]
    return [
        messages.text("accessibility.checked-on", date=long_date(last.checked_on, messages)),
        messages.text("accessibility.axe", version=last.axe, templates=last.templates, views=last.views)
        + " "
        + messages.count("accessibility.faults", last.axe_faults),
        messages.text("accessibility.html", version=last.html_validate, pages=last.html_pages)
        + " "
        + messages.count("accessibility.faults", last.html_faults),
    ]
