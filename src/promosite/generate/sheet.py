"""The one-page sheet of a product: what a visitor takes home from a stand, with a code that leads back to the page.

It is another form of the product's page: it stays out of search engines and of the sitemap, and names the page as the
address to keep. Long lists are cut so that the sheet stays one A4 page, and say how much more the page has.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from promosite.generate.headers import Claim, page
from promosite.generate.items import item_view
from promosite.generate.site import Site, View, item_address, sheet_address
from promosite.model.items import Item, ItemText, Kind
from promosite.model.outputs import PageOutput

FACTS, RIGHTS, PLACES, SOURCES = 3, 2, 3, 5
"""How many of each a sheet shows at most."""

DENSE = 6
"""From more facts and answers than this on, each has one line."""


def sheet_page(site: Site, item: Item, text: ItemText) -> PageOutput:
    """Return the sheet of a product in the language of a text."""
    return _sheet(site, item, text, _view(site, item, text.lang))


def sheet_outline(site: Site, item: Item, text: ItemText) -> PageOutput:
    """Return the sheet of a product without what stands on it."""
    return _sheet(site, item, text, {})


def sheet_claims(site: Site) -> Iterator[Claim]:
    """Yield the addresses that the sheets take."""
    for item in site.catalogue.of_kind(Kind.PRODUCT):
        yield from (Claim(lang, sheet_address(item), text.path) for lang, text in item.texts.items())


def _sheet(site: Site, item: Item, text: ItemText, view: View) -> PageOutput:
    lang, messages = text.lang, site.messages[text.lang]
    return page(
        site,
        lang,
        sheet_address(item),
        template="sheet",
        title=messages.text("product.sheet-title", title=text.title),
        summary=text.summary,
        view=view,
        modified=item.facts.updated or item.facts.published,
        languages=item.texts,
        trail=[(messages.text("kind.product.plural"), f"{Kind.PRODUCT.folder}/"), (text.title, item_address(item))],
        stands_for=item_address(item),
    )


def _view(site: Site, item: Item, lang: str) -> View:
    whole = item_view(site, item, lang)
    kept = ("title", "summary", "picture", "as_of", "passport")
    facts, rights = _cut(whole["facts"], FACTS), _cut(whole["passport"]["protection"], RIGHTS)
    cited = _cited(whole["passport"], facts["rows"], rights["rows"])
    answers = sum(1 for row in whole["passport"]["trade"] if row["value"])
    return {key: whole[key] for key in kept} | {
        "page": site.path(lang, item_address(item)),
        "url": site.config.absolute(lang, item_address(item)),
        "facts": facts,
        "rights": rights,
        "dense": len(facts["rows"]) + answers > DENSE,
        "places": _cut(whole["places"], PLACES),
        "sources": _cut([one for one in whole["sources"] if one["number"] in cited], SOURCES),
    }


def _cut(rows: Sequence[Any], most: int) -> View:
    return {"rows": list(rows[:most]), "more": max(0, len(rows) - most)}


def _cited(passport: View, facts: Sequence[View], rights: Sequence[View]) -> set[int]:
    """Return the numbers of the sources on which what the sheet shows rests."""
    single = [one for one in (passport["certificate"], passport["producer"]) if one]
    answers = [row for row in passport["trade"] if row["value"]]
    return {one["source"]["number"] for one in (*single, *answers, *facts, *rights)}
