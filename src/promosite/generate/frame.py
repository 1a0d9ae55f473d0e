"""What stands around every page: languages, publisher, the note on the area, the footer's links."""

import json
from typing import Any

from promosite.generate.contact import contact_rows
from promosite.generate.qr import qr_code
from promosite.generate.readers import reader_links
from promosite.generate.site import Site, View
from promosite.lang import long_date
from promosite.model.items import Kind
from promosite.model.outputs import Outputs

FOOTER = ("about/", "contact/", "accessibility/", "privacy/")


def frame(site: Site, lang: str) -> View:
    """Return what the templates show around each page in `lang`."""
    config, publisher = site.config, site.config.publisher
    return {
        "lang": lang,
        "languages": [
            {"locale": one.locale, "name": one.name, "home": config.url_path(one.locale)} for one in config.languages
        ],
        "publisher": {"name": publisher.name.text(lang), "url": publisher.url} if publisher else None,
        "area_note": _area_note(site, lang),
        "notices": [site.words(one.text, lang) for one in site.catalogue.notices.values() if one.holds(site.day)],
        "successor": successor_view(site, lang),
        "footer": [
            {"title": page.header.title, "address": site.path(lang, page.address)}
            for address in FOOTER
            for page in site.pages
            if page.address == address and page.lang == lang
        ],
        "data": config.url_path(lang, "data/"),
        "readers": reader_links(site, lang),
        "feed": config.url_path(lang, "feed.xml"),
        "not_found_elsewhere": [] if lang != config.source_lang else _not_found_elsewhere(site),
        "search": site.path(lang, "search/"),
        "address_open": config.has_placeholder,
        "strapline": config.strapline.text(lang) if config.strapline else None,
    }


def template_words(site: Site, lang: str) -> dict[str, Any]:
    """Return what every template may use: words, what stands around a page, and drawings made of a text."""
    messages = site.messages[lang]
    return {"t": messages.text, "tn": messages.count, "site": frame(site, lang), "qr_code": qr_code}


def shared_by_pages(site: Site, outputs: Outputs) -> str:
    """Return as JSON what all pages share: the menu, what stands around a page, and the words."""
    menu = [[page.lang, page.uri, page.header["title"]] for page in outputs.pages if page.uri in outputs.navigation]
    around = [[frame(site, lang), dict(site.messages[lang].table)] for lang in site.config.locales]
    return json.dumps([menu, around])


def successor_view(site: Site, lang: str) -> View | None:
    """Return who has taken over from the publisher and where; None before the day, and where nobody has."""
    one = site.config.successor
    if one is None or site.day < one.since:
        return None
    name, since = one.name.text(lang), long_date(one.since, site.messages[lang])
    return {
        "name": name,
        "url": one.url,
        "text": site.messages[lang].text("handover.text", name=name, date=since),
        "contact": [row for row in contact_rows(site, one.contact, lang) if row["value"]] if one.contact else [],
    }


def _area_note(site: Site, lang: str) -> str | None:
    """Return the note that the area has changed, once it has."""
    area = site.config.area
    if area is None or site.day < area.until:
        return None
    until = long_date(area.until, site.messages[lang])
    return site.messages[lang].text("ui.area-note", then=area.then.text(lang), until=until, now=area.now.text(lang))


def _not_found_elsewhere(site: Site) -> list[View]:
    """Return the other languages' words for the 404 page at the root, the only one that many hosts serve."""
    return [
        {
            "lang": one,
            "title": site.messages[one].text("ui.not-found-title"),
            "text": site.messages[one].text("ui.not-found-text"),
            "pages": _sections(site, one),
            "search": site.path(one, "search/"),
            "near": site.messages[one].text("search.near"),
            "field": site.messages[one].text("search.field"),
            "button": site.messages[one].text("search.button"),
        }
        for one in site.config.locales[1:]
    ]


def _sections(site: Site, lang: str) -> list[View]:
    """Return the pages of the menu in a language that is not the page's own."""
    messages, plan = site.messages[lang], site.current_plan
    pages = [("", messages.text("ui.home"))]
    pages += [(f"{kind.folder}/", messages.text(f"kind.{kind}.plural")) for kind in Kind]
    pages += [(f"plan/{plan.id}/", messages.text("plan.menu"))] if plan else []
    pages += [(one.address, one.header.title) for one in site.pages if (one.lang, one.address) == (lang, "about/")]
    return [{"title": title, "address": site.path(lang, address)} for address, title in pages]
