"""Cards: an item as it stands in a listing, with the truth about its language."""

from collections.abc import Iterable, Sequence

from promosite.generate.site import Site, View, item_address
from promosite.lang import date_range, language_name, short_date
from promosite.model.certificates import certificate_state, last_day
from promosite.model.items import Certificate, EventFacts, Item, PressFacts, ProductFacts, Protection, Tier


def card(site: Site, item: Item, lang: str) -> View:
    """Return what a listing in `lang` shows of an item; an item missing in `lang` links to where it exists."""
    text = item.best_text(lang)
    return {
        "id": item.id,
        "kind": item.kind.value,
        "title": text.title,
        "summary": text.summary,
        "lang": text.lang if text.lang != lang else None,
        "address": site.path(text.lang, item_address(item)),
        "summary_only": item.tier(lang) is Tier.SUMMARY,
        "date": when(site, item, lang),
        "iso": str(item.facts.happened) if item.facts.happened else None,
        "picture": lead_picture(site, item, lang),
        "stars": stars(site, item, lang),
        "gi": gi_text(site, item, lang),
        "background": item.facts.unit is None,
        "article_in": article_in(site, item, lang),
    }


def cards(site: Site, items: Iterable[Item], lang: str) -> list[View]:
    """Return cards of several items, in the order given."""
    return [card(site, item, lang) for item in items]


NAMED = 12
"""Cards of other items on the page of one; there may be thousands, and search finds them by its title."""


def first_cards(site: Site, name: str, items: Sequence[Item], lang: str) -> View:
    """Return cards of the first of some items under `name`, and under `<name>_more` how many are left out."""
    left = len(items) - NAMED
    return {name: cards(site, items[:NAMED], lang), f"{name}_more": left if left > 0 else None}


def when(site: Site, item: Item, lang: str) -> str | None:
    """Return when the thing happened, for a list; None when that is not on record or the kind has no date."""
    facts, messages = item.facts, site.messages[lang]
    if isinstance(facts, EventFacts):
        one_day = facts.start == facts.last_day
        return short_date(facts.start, messages) if one_day else date_range(facts.start, facts.last_day, messages)
    return short_date(facts.happened, messages) if facts.happened else None


def lead_picture(site: Site, item: Item, lang: str) -> View | None:
    """Return the first picture of an item with its alt text."""
    return picture(site, item.facts.pictures[0], lang) if item.facts.pictures else None


def picture(site: Site, name: str, lang: str) -> View:
    """Return what a template needs of a picture; sizes in px."""
    record, file = site.catalogue.pictures[name], site.catalogue.picture_files[name]
    widths = () if file.is_drawing else file.widths
    return {
        "src": file.uri(),
        "webp": [{"uri": file.uri(width, "webp"), "width": width} for width in widths],
        "jpeg": [{"uri": file.uri(width), "width": width} for width in widths],
        "width": file.width,
        "height": file.height,
        "alt": record.alt.text(lang),
        "illustration": record.illustration,
        "author": record.author.text(lang),
        "licence": record.licence,
    }


def credit_line(site: Site, name: str, lang: str) -> str:
    """Return the line below a picture: who made it under what licence, and first of all that it is an illustration."""
    record, messages = site.catalogue.pictures[name], site.messages[lang]
    credit = messages.text("ui.picture-credit", author=record.author.text(lang), licence=record.licence)
    return f"{messages.text('ui.illustration')} · {credit}" if record.illustration else credit


def stars(site: Site, item: Item, lang: str) -> View | None:
    """Return a product's stars as text with their evidence; None where no star is on record."""
    facts = item.facts
    if not isinstance(facts, ProductFacts) or facts.certificate is None:
        return None
    certificate, until = facts.certificate, last_day(facts.certificate)
    return {
        "number": certificate.stars,
        "status": certificate.status,
        "until": until.isoformat() if until else None,
        "state": certificate_state(certificate, site.day),
        "short": stars_text(site, certificate, lang, "-short"),
        "text": stars_text(site, certificate, lang),
    }


def article_in(site: Site, item: Item, lang: str) -> View | None:
    """Return the outlet and the language of the article that a press item is about; None for every other kind."""
    facts = item.facts
    if not isinstance(facts, PressFacts):
        return None
    language = language_name(facts.article_language, site.messages[lang])
    return {"outlet": site.words(facts.outlet, lang), "language": language}


def gi_of(item: Item) -> Protection | None:
    """Return a product's geographical indication; None where it has none, and for every other kind."""
    rights = item.facts.protection if isinstance(item.facts, ProductFacts) else ()
    return next((one for one in rights if one.type == "gi"), None)


def gi_text(site: Site, item: Item, lang: str) -> str | None:
    """Return a product's geographical indication in a few words, with its number where that is on record."""
    right = gi_of(item)
    if right is None:
        return None
    messages = site.messages[lang]
    return messages.text("product.gi-short", number=right.number) if right.number else messages.text("protection.gi")


def stars_text(site: Site, certificate: Certificate, lang: str, form: str = "") -> str:
    """Return stars in words together with what they rest on: a report of a year, or a decision and its last day."""
    key, messages, until = f"product.stars-{certificate.status}{form}", site.messages[lang], last_day(certificate)
    end = short_date(until, messages) if until else ""
    return messages.text(key, stars=certificate.stars, year=certificate.year or "", until=end)
