"""Item pages: one for each language in which the item was written."""

from collections.abc import Iterator
from dataclasses import replace

from promosite.generate.bodies import page_body, source_list
from promosite.generate.cards import card, first_cards, picture
from promosite.generate.enquiry import enquiry
from promosite.generate.events import event_view, role_on_record
from promosite.generate.headers import page
from promosite.generate.listings import DATED, year_of
from promosite.generate.passport import passport
from promosite.generate.places import place_row
from promosite.generate.site import Site, View, item_address, sheet_address, task_address, unit_address
from promosite.lang import date_range, language_name, long_date
from promosite.messages import Messages
from promosite.model.items import EventFacts, Item, ItemText, Kind, PressFacts, ProductFacts
from promosite.model.outputs import PageOutput
from promosite.staleness import Row, State, compare


def item_page(site: Site, item: Item, text: ItemText) -> PageOutput:
    """Return the page of an item in the language of a text."""
    return _item_page(site, item, text, item_view(site, item, text.lang), page_body(site, item, text))


def item_outlines(site: Site) -> Iterator[PageOutput]:
    """Yield the pages of every item without what stands on them: what a page is, where, and of which item."""
    for item in site.catalogue.items.values():
        for text in item.texts.values():
            yield item_outline(site, item, text)


def item_outline(site: Site, item: Item, text: ItemText) -> PageOutput:
    """Return the page of an item without what stands on it."""
    return _item_page(site, item, text, {"id": item.id, "kind": item.kind.value}, "")


def _item_page(site: Site, item: Item, text: ItemText, view: View, body: str) -> PageOutput:
    lang, messages = text.lang, site.messages[text.lang]
    listing = messages.text(f"kind.{item.kind}.plural")
    made = page(
        site,
        lang,
        item_address(item),
        template="item",
        title=text.title,
        summary=text.summary,
        view=view,
        modified=item.facts.updated or item.facts.published,
        languages=item.texts,
        body=body,
        origin=text.path,
        trail=[(listing, f"{item.kind.folder}/")],
        feed=(listing, f"{item.kind.folder}/"),
    )
    return replace(made, body_line=text.body_line)


def item_view(site: Site, item: Item, lang: str) -> View:
    """Return everything an item page shows beside its body."""
    facts, messages = item.facts, site.messages[lang]
    view = card(site, item, lang) | {
        "kind_label": messages.text(f"kind.{item.kind}.one"),
        "source_page": {"lang": item.source_lang, "address": site.path(item.source_lang, item_address(item))},
        "stale": stale_notice(site, item, lang),
        "pictures": [picture(site, name, lang) for name in facts.pictures],
        "meta": meta_rows(site, item, lang),
        "facts": fact_rows(site, item, lang),
        "sources": source_list(site, facts.sources, lang),
        "as_of": long_date(facts.as_of, messages) if facts.as_of else None,
        "tasks": task_links(site, item, lang),
        "places": place_rows(site, item, lang),
        "agencies": agency_rows(site, item, lang),
        "unit": _unit(site, item, lang),
        "archive": _archive(site, item, lang),
    }
    if isinstance(facts, EventFacts):
        return view | event_view(site, item, lang)
    if isinstance(facts, ProductFacts):
        return view | _product_view(site, item, facts, lang)
    if isinstance(facts, PressFacts):
        view["article"] = facts.url
    return view | first_cards(site, "related", site.catalogue.related(item), lang)


def _product_view(site: Site, item: Item, facts: ProductFacts, lang: str) -> View:
    """Return what only a product shows: what was written of it stands apart from other products."""
    catalogue = site.catalogue
    return {
        "passport": passport(site, facts, lang),
        "enquiry": enquiry(site, item, lang),
        "sheet": site.path(lang, sheet_address(item)),
        **first_cards(site, "news", catalogue.naming(item), lang),
        **first_cards(site, "related", [one for one in catalogue.related(item) if one.kind is Kind.PRODUCT], lang),
    }


def stale_notice(site: Site, item: Item, lang: str) -> View | None:
    """Return which parts of the source have changed since this page was translated, and when that was.

    A part goes by its heading on this page, else by that in the source language, marked as such.
    """
    if lang == item.source_lang:
        return None
    source, translation, messages = item.texts[item.source_lang], item.texts[lang], site.messages[lang]
    found = compare(source, translation)
    if found.state is not State.STALE:
        return None
    since = long_date(translation.translated_on, messages) if translation.translated_on else None
    return {"sections": [_part_name(row, item.source_lang, messages) for row in found.changes], "since": since}


def _part_name(row: Row, source_lang: str, messages: Messages) -> View:
    there, here = row.headings
    if there and not here:
        return {"text": there, "lang": source_lang}
    words = messages.get(f"item.part-{row.key}") or messages.text("item.part-removed")
    return {"text": here or words, "lang": None}


def meta_rows(site: Site, item: Item, lang: str) -> list[View]:
    """Return the dates and circumstances that stand under the title, as label and value."""
    facts, messages = item.facts, site.messages[lang]
    rows: list[tuple[str, str | None]] = []
    if isinstance(facts, EventFacts):
        rows.append(("item.when", date_range(facts.start, facts.last_day, messages)))
        rows.append(("item.venue", facts.venue.text(lang) if facts.venue else None))
        rows.append(("item.organisers", "; ".join(one.text(lang) for one in facts.organisers) or None))
        rows.append(("item.role", role_on_record(facts, messages)))
    elif not isinstance(facts, ProductFacts):
        key = "item.date-press" if isinstance(facts, PressFacts) else "item.date"
        rows.append((key, long_date(facts.happened, messages) if facts.happened else None))
    if isinstance(facts, PressFacts):
        rows.append(("item.outlet", facts.outlet.text(lang)))
        rows.append(("item.article-language", language_name(facts.article_language, messages)))
    rows.append(("item.published", long_date(facts.published, messages)))
    if facts.updated:
        rows.append(("item.updated", long_date(facts.updated, messages)))
    return [{"label": messages.text(key), "value": value} for key, value in rows]


def fact_rows(site: Site, item: Item, lang: str) -> list[View]:
    """Return the fact table: each fact with its date and the number of its source."""
    numbers = {source.id: number for number, source in enumerate(item.facts.sources, start=1)}
    return [
        {
            "label": fact.label.text(lang),
            "value": site.words(fact.value, lang),
            "as_of": long_date(fact.as_of, site.messages[lang]) if fact.as_of else None,
            "source": {"id": fact.source, "number": numbers[fact.source]},
        }
        for fact in item.facts.facts
    ]


def task_links(site: Site, item: Item, lang: str) -> list[View]:
    """Return the plan rows that an item names."""
    links = []
    for plan_id, task_id in site.catalogue.tasks_of[item.id]:
        task = site.catalogue.plans[plan_id].task(task_id)
        address = site.path(lang, task_address(plan_id, task_id))
        links.append({"id": task_id.upper(), "title": task.title.text(lang), "address": address})
    return links


def place_rows(site: Site, item: Item, lang: str) -> list[View]:
    """Return the item's places with their names then and now; what is not known is None."""
    return [place_row(site, one, lang) for one in item.facts.places]


def agency_rows(site: Site, item: Item, lang: str) -> list[View]:
    """Return the agencies concerned with the address of their portal, where it is on record."""
    return [
        {
            "name": agency.name_then.text(lang),
            "now": agency.name_now.text(lang) if agency.name_now else None,
            "portal": agency.portal,
            "note": agency.note.text(lang) if agency.note else None,
        }
        for agency in (site.catalogue.agencies[one] for one in item.facts.agencies)
    ]


def _archive(site: Site, item: Item, lang: str) -> View | None:
    """Return the yearly listing in which the item stays; products and what has no date have none."""
    year = year_of(item) if item.kind in DATED else None
    return {"year": year, "address": site.path(lang, f"{item.kind.folder}/{year}/")} if year else None


def _unit(site: Site, item: Item, lang: str) -> View | None:
    """Return who published a result and through which of the plan's forms; None for background."""
    if item.facts.unit is None or item.facts.channel is None:
        return None
    plan = site.current_plan
    return {
        "name": site.catalogue.units[item.facts.unit].name.text(lang),
        "channel": site.catalogue.channels[item.facts.channel].name.text(lang),
        "address": site.path(lang, unit_address(plan.id, item.facts.unit)) if plan else None,
    }
