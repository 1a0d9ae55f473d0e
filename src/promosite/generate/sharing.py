"""Sharing: what each page says of itself to networks and messengers, and the card that they show."""

from collections.abc import Iterable
from dataclasses import replace

from promosite.generate.cards import credit_line, stars_text, when
from promosite.generate.headers import LISTINGS
from promosite.generate.plan_text import period_text
from promosite.generate.site import Site, View
from promosite.generate.structured import heading
from promosite.lang import long_date
from promosite.model.certificates import certificate_state, last_day
from promosite.model.items import Item, ItemId, Kind, NewsFacts, PressFacts, ProductFacts
from promosite.model.outputs import CARD_SIZE, CardOutput, PageOutput, PictureOutput

KINDS = frozenset(Kind)
SCENES = {"home.html": "home", "plan.html": "plan", "task.html": "plan", "unit.html": "plan"}
"""The scene behind a template's cards; items and listings have that of their kind, every other page the plainest."""


def shared(site: Site, pages: Iterable[PageOutput]) -> tuple[list[PageOutput], list[CardOutput]]:
    """Return the pages with what they say to others, and a card for each; an outlined page says it when it is made."""
    told, cards = [], []
    for page in pages:
        card = share_card(site, page)
        told.append(page if page.make else with_share(site, page, card))
        cards.append(card)
    return told, cards


def with_share(site: Site, page: PageOutput, card: CardOutput) -> PageOutput:
    """Return a page with what it says to others in the header."""
    return replace(page, header={**page.header, "share": share_view(site, page, card)})


def card_uri(lang: str, address: str, ending: str) -> str:
    """Return where a card lies in the site: the page's own address below `assets/cards/`, so that it stays."""
    return f"assets/cards/{lang}/{address.rstrip('/') or 'index'}.{ending}"


def share_view(site: Site, page: PageOutput, card: CardOutput) -> View:
    """Return what the Open Graph tags (ogp.me) say of a page; sizes in px, days in ISO 8601."""
    messages, item = site.messages[page.lang], _item(site, page)
    news = item.facts if item and isinstance(item.facts, NewsFacts) else None
    return {
        "title": card.title,
        "type": "article" if news else "website",
        "published": news.published.isoformat() if news else None,
        "modified": news.updated.isoformat() if news and news.updated else None,
        "locale": messages.text("share.locale"),
        "others": [site.messages[one].text("share.locale") for one in page.header["alternates"] if one != page.lang],
        "image": card.uri,
        "width": CARD_SIZE[0],
        "height": CARD_SIZE[1],
        "alt": messages.text("share.alt", title=card.title, site=card.site_name),
    }


def share_card(site: Site, page: PageOutput) -> CardOutput:
    """Return the card of a page: the words that stand on it, and what it is drawn with."""
    lang, config, item = page.lang, site.config, _item(site, page)
    photograph, aside = _photograph(site, item, lang) if item else (None, "")
    stars, evidence, decided = _stars(site, item, lang) if item else (0, "", False)
    row, rows = _row(site, page)
    return CardOutput(
        uri=card_uri(lang, page.address, "jpg" if photograph else "png"),
        scene=_scene(page),
        kicker=_kicker(site, page, item),
        title=heading(page),
        site_name=next(one.site_name for one in config.languages if one.locale == lang),
        strapline=config.strapline.text(lang) if config.strapline else "",
        note=_note(site, lang),
        aside=aside or site.messages[lang].text("ui.illustration"),
        stars=stars,
        evidence=evidence,
        decided=decided,
        row=row,
        rows=rows,
        photograph=photograph,
        lang=lang,
        origin=page.origin,
        title_at=_title_at(site, page, item),
    )


def _item(site: Site, page: PageOutput) -> Item | None:
    if page.header["template"] != "item.html":
        return None
    return site.catalogue.items[ItemId(page.header["view"]["id"])]


def _scene(page: PageOutput) -> str:
    template, kind = page.header["template"], page.header["view"].get("kind")
    if template in {"item.html", *LISTINGS} and kind in KINDS:
        return str(kind)
    return SCENES.get(template, "page")


def _note(site: Site, lang: str) -> str:
    """Return who answers for the site, or that nobody does yet."""
    publisher, messages = site.config.publisher, site.messages[lang]
    if publisher is None:
        return messages.text("ui.sample-build")
    return messages.text("ui.published-by", name=publisher.name.text(lang))


def _kicker(site: Site, page: PageOutput, item: Item | None) -> str:
    """Return the line above the title: kind and day, how many items, or which plan."""
    messages, view = site.messages[page.lang], page.header["view"]
    if item:
        outlet = item.facts.outlet.text(page.lang) if isinstance(item.facts, PressFacts) else None
        parts = [messages.text(f"kind.{item.kind}.one"), outlet, when(site, item, page.lang)]
    elif page.header["template"] in LISTINGS:
        parts = [messages.count("listing.total", view["total"])]
    elif _scene(page) == "plan":
        plan = site.catalogue.plans[page.address.split("/")[1]]
        parts = [messages.text("plan.menu"), period_text(site, plan, page.lang)]
        parts += [f"{messages.text('plan.row')} {view['id']}"] if page.header["template"] == "task.html" else []
    else:
        parts = []
    return " · ".join(part for part in parts if part)


def _stars(site: Site, item: Item, lang: str) -> tuple[int, str, bool]:
    """Return stars, the words of their evidence, and whether that is a decision.

    Networks keep a card longer than its page, so the stars of a certificate stand there with the day on which they
    end, and not at all once they have ended.
    """
    certificate = item.facts.certificate if isinstance(item.facts, ProductFacts) else None
    if certificate is None:
        return 0, "", False
    words, messages = stars_text(site, certificate, lang), site.messages[lang]
    if certificate.status == "reported":
        return certificate.stars, words, False
    until = last_day(certificate)
    if until is None or certificate_state(certificate, site.day) == "ended":
        return 0, "", False
    end = long_date(until, messages)
    evidence = messages.text("share.decision", stars=words, decision=certificate.decision_no, date=end)
    return certificate.stars, evidence, True


def _photograph(site: Site, item: Item, lang: str) -> tuple[PictureOutput | None, str]:
    """Return the item's first picture with the line on who made it, if it is no drawing of the project's."""
    name = next(iter(item.facts.pictures), None)
    file = site.catalogue.picture_files.get(name) if name else None
    if name is None or file is None or file.is_drawing:
        return None, ""
    return PictureOutput(file, site.config.root / "content" / "media" / name), credit_line(site, name, lang)


def _row(site: Site, page: PageOutput) -> tuple[int, int]:
    """Return which row of its plan a page is about, and how many there are; 0 for none in particular."""
    if _scene(page) != "plan":
        return 0, 0
    ids = [task.id.upper() for task in site.catalogue.plans[page.address.split("/")[1]].tasks]
    return (ids.index(page.header["view"]["id"]) + 1 if page.header["template"] == "task.html" else 0), len(ids)


def _title_at(site: Site, page: PageOutput, item: Item | None) -> tuple[int, int]:
    """Return line and column at which the title stands in the page's file; the first where nobody wrote one."""
    if item:
        return item.texts[page.lang].title_at
    written = (one.title_at for one in site.pages if (one.lang, one.address) == (page.lang, page.address))
    return next(written, (1, 1))
