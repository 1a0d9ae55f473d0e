"""What stands around every page: languages, publisher, the note on the area, the footer's links."""

from promosite.generate.readers import reader_links
from promosite.generate.site import Site, View
from promosite.lang import long_date

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
        "strapline": config.strapline.text(lang) if config.strapline else None,
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
            "home": site.path(one, ""),
            "home_title": site.messages[one].text("ui.home"),
            "search": site.path(one, "search/"),
            "near": site.messages[one].text("search.near"),
            "field": site.messages[one].text("search.field"),
            "button": site.messages[one].text("search.button"),
        }
        for one in site.config.locales[1:]
    ]
