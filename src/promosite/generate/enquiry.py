"""A buyer's enquiry: an e-mail in the site's languages that names the product and asks what its page does not know."""

import re
from urllib.parse import quote

from promosite.generate.site import Site, View, item_address
from promosite.model.items import Item, ProductFacts

LINE_BREAK = "\r\n"
"""Between the lines of a body, as RFC 6068 (5) demands: `%0D%0A`."""

BETWEEN_LANGUAGES = f"{LINE_BREAK}{LINE_BREAK}----------{LINE_BREAK}{LINE_BREAK}"


def enquiry(site: Site, item: Item, lang: str) -> View:
    """Return the e-mail that a page in `lang` offers: its `mailto:` address, its recipient and its words.

    The recipient is the contact of the configuration; without one both it and the address are None, and the words are
    a sample to copy.
    """
    email = site.config.contact.email if site.config.contact else None
    languages = [lang, *(one for one in site.config.locales if one != lang)]
    titles = dict.fromkeys(item.best_text(one).title for one in languages)
    subject = site.messages[lang].text("trade.enquiry-subject", title=" / ".join(titles))
    body = BETWEEN_LANGUAGES.join(_words(site, item, one) for one in languages)
    address = mailto(email, subject, body) if email else None
    return {"to": email, "address": address, "subject": subject, "body": body}


def mailto(to: str, subject: str, body: str) -> str:
    """Return a `mailto:` address under RFC 6068: UTF-8, all but unreserved characters percent-encoded."""
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def _words(site: Site, item: Item, lang: str) -> str:
    """Return the letter in a language; while the site has no address of its own, it names the product alone."""
    url = site.config.absolute(lang if lang in item.texts else item.source_lang, item_address(item))
    messages, title = site.messages[lang], item.best_text(lang).title
    named = "" if site.config.has_placeholder else url
    text = messages.text("trade.enquiry-body", title=title, url=named, asks=_asks(site, item, lang))
    return re.sub(r"\r?\n", LINE_BREAK, re.sub(r"(?:\r?\n){3,}", "\n\n", text.strip()))


def _asks(site: Site, item: Item, lang: str) -> str:
    """Return price and quantity, and whatever of a buyer's questions is not on record."""
    facts, messages = item.facts, site.messages[lang]
    assert isinstance(facts, ProductFacts)
    missing = [name for name in type(facts.trade).model_fields if getattr(facts.trade, name) is None]
    labels = [messages.text(f"trade.{name.replace('_', '-')}").lower() for name in missing]
    return ", ".join([messages.text("trade.enquiry-price"), *labels])
