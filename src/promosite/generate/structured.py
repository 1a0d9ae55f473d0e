"""Structured data (JSON-LD, schema.org): one graph for each page, which says what the page shows and nothing more.

No price, no rating, no review, no author; a publisher only where the owner has configured one.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from promosite.generate.headers import LISTINGS
from promosite.generate.site import Site, View
from promosite.generate.structured_items import about_page, item_nodes
from promosite.model.outputs import PageOutput

PAGE_TYPES = {"about/": "AboutPage", "contact/": "ContactPage"}
WITH_SUMMARY = frozenset({"home.html", "item.html", "page.html", *LISTINGS})
"""Templates that show the page's summary."""
TRANSLATED = frozenset({"home.html", "item.html", "page.html", "plan.html", "task.html"})
"""Templates whose further languages are translations of the first; a listing is put together anew in each."""
HEADING = {"plan.html": "title", "task.html": "title", "unit.html": "name"}
"""Where the visible heading of a template stands, if it is not the page's title."""


def described(site: Site, pages: Iterable[PageOutput]) -> list[PageOutput]:
    """Return the pages with their structured data in the header; that of an outlined page comes when it is made."""
    return [page if page.make else with_structured(site, page) for page in pages]


def with_structured(site: Site, page: PageOutput) -> PageOutput:
    """Return a page with its structured data in the header."""
    return replace(page, header={**page.header, "structured": structured(site, page)})


def structured(site: Site, page: PageOutput) -> View:
    """Return the JSON-LD of a page, with absolute addresses; ids are the page's own address and a fragment."""
    nodes = [_page_node(site, page), *_website(site, page), *_things(site, page), *_trail(site, page)]
    return {"@context": "https://schema.org", "@graph": [*nodes, *_publisher(site, page)]}


def heading(page: PageOutput) -> str:
    """Return the heading that a reader sees on a page."""
    key = HEADING.get(page.header["template"])
    return str(page.header["view"][key] if key else page.header["title"])


def as_json(value: object, **options: object) -> str:
    """Return compact JSON with readable letters for a script element.

    The separators U+2028 and U+2029, which end a line in scripts, are escaped; `<`, `>`, `&` and `'` are left to the
    template's filter `tojson`.
    """
    sort = bool(options.get("sort_keys"))
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=sort)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _page_node(site: Site, page: PageOutput) -> View:
    template, url = page.header["template"], _url(site, page)
    node: View = {
        "@type": _page_type(page),
        "@id": f"{url}#page",
        "url": url,
        "name": heading(page),
        "inLanguage": page.lang,
        "isPartOf": {"@id": f"{site.config.absolute(page.lang)}#website"},
    }
    if template in WITH_SUMMARY:
        node["description"] = page.header["description"]
    if template == "item.html":
        node |= about_page(site, site.catalogue.items[page.header["view"]["id"]], url, page.lang)
    if template in TRANSLATED:
        node |= translations(site, page, "page")
    if page.header["trail"]:
        node["breadcrumb"] = {"@id": f"{url}#trail"}
    if site.config.publisher:
        node["publisher"] = {"@id": _publisher_id(site, page.lang)}
    return node


def _page_type(page: PageOutput) -> str:
    if page.header["template"] in {"task.html", *LISTINGS}:
        return "CollectionPage"
    return PAGE_TYPES.get(page.address, "WebPage")


def translations(site: Site, page: PageOutput, fragment: str) -> View:
    """Return how a page's work is tied to its other languages: the first is the original, only what exists is named."""
    first, *others = page.header["alternates"]
    if page.lang != first:
        return {"translationOfWork": {"@id": f"{site.config.absolute(first, page.address)}#{fragment}"}}
    ids = [{"@id": f"{site.config.absolute(lang, page.address)}#{fragment}"} for lang in others]
    return {"workTranslation": ids} if ids else {}


def _website(site: Site, page: PageOutput) -> Iterator[View]:
    """Yield the site itself, on its home page."""
    if page.header["template"] != "home.html":
        return
    home = site.config.absolute(page.lang)
    node: View = {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "url": home,
        "name": next(one.site_name for one in site.config.languages if one.locale == page.lang),
        "inLanguage": page.lang,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{site.config.absolute(page.lang, 'search/')}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }
    if site.config.publisher:
        node["publisher"] = {"@id": _publisher_id(site, page.lang)}
    yield node | translations(site, page, "website")


def _things(site: Site, page: PageOutput) -> Iterator[View]:
    """Yield what the page is about: an item, or lists of items."""
    template, view = page.header["template"], page.header["view"]
    if template == "item.html":
        item = site.catalogue.items[view["id"]]
        tied = translations(site, page, item.kind.value)
        yield from item_nodes(site, item, view, _url(site, page), page.lang, tied)
    elif template in LISTINGS:
        before = 0 if view.get("months") else (view.get("number", 1) - 1) * site.config.page_size
        yield _list(site, page, "list", page.header["title"], view["cards"], view["total"], before)
    elif template == "task.html":
        for half in ("results", "background"):
            name, part = site.messages[page.lang].text(f"coverage.{half}"), view["coverage"][half]
            cards = [card for quarter in part["quarters"] for card in quarter["cards"]] + part["outside"]
            if len(cards) == part["total"]:  # of a longer list the page shows some of each part, which have no places
                yield _list(site, page, half, name, cards, part["total"])
    yield from view.get("datasets", ())


def _list(
    site: Site, page: PageOutput, fragment: str, name: str, cards: list[View], total: int, before: int = 0
) -> View:
    """Return a list of items; `total` counts the whole list, `before` what stands on earlier pages."""
    return {
        "@type": "ItemList",
        "@id": f"{_url(site, page)}#{fragment}",
        "name": name,
        "mainEntityOfPage": {"@id": f"{_url(site, page)}#page"},
        "numberOfItems": total,
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": card["title"],
                "url": site.config.absolute(site.config.source_lang, card["address"]),
            }
            for position, card in enumerate(cards, start=before + 1)
        ],
    }


def _trail(site: Site, page: PageOutput) -> Iterator[View]:
    """Yield the way up, where the page shows it; the last step is the page itself."""
    if not page.header["trail"]:
        return
    steps = [(site.messages[page.lang].text("ui.home"), site.path(page.lang, ""))]
    steps += [(step["title"], step["address"]) for step in page.header["trail"]]
    steps.append((heading(page), page.header["address"]))
    yield {
        "@type": "BreadcrumbList",
        "@id": f"{_url(site, page)}#trail",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": site.config.absolute(site.config.source_lang, path),
            }
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def _publisher(site: Site, page: PageOutput) -> Iterator[View]:
    """Yield the body that answers for the site, once it is configured; its contact where the page shows it."""
    publisher = site.config.publisher
    if publisher is None:
        return
    node: View = {
        "@type": "GovernmentOrganization",
        "@id": _publisher_id(site, page.lang),
        "name": publisher.name.text(page.lang),
    }
    if publisher.url:
        node["url"] = publisher.url
    names = {"address": "address", "phone": "telephone", "fax": "faxNumber", "email": "email"}
    contact = page.header["view"].get("contact") or ()
    yield node | {names[row["key"]]: row["value"] for row in contact if row["value"] and row["key"] in names}


def _publisher_id(site: Site, lang: str) -> str:
    return f"{site.config.absolute(lang)}#publisher"


def _url(site: Site, page: PageOutput) -> str:
    return site.config.absolute(page.lang, page.address)
