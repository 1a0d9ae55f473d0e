"""Structured data of items: news, products, events, and the articles of others that press mentions are about."""

from collections.abc import Iterator
from datetime import date

from promosite.generate.cards import credit_line
from promosite.generate.site import Site, View
from promosite.model.certificates import certificate_state, last_day
from promosite.model.items import Certificate, Citation, EventFacts, Item, NewsFacts, PressFacts, ProductFacts
from promosite.model.record import Words

SCHEMA = "https://schema.org"


def about_page(site: Site, item: Item, url: str, lang: str) -> View:
    """Return what the page of an item says of itself: its days, its sources, and what it is mainly about."""
    said: View = {**_days(item), "mainEntity": {"@id": f"{url}#{item.kind}"}}
    if item.facts.pictures:
        picture = image(site, item.facts.pictures[0], url, lang)
        # Of an article of others, the picture that stands beside it here is no part.
        said["primaryImageOfPage"] = picture if isinstance(item.facts, PressFacts) else {"@id": picture["@id"]}
    if item.facts.sources:
        said["citation"] = [_citation(source, url, lang) for source in item.facts.sources]
    return said


def item_nodes(site: Site, item: Item, view: View, url: str, lang: str, translations: View) -> Iterator[View]:
    """Yield the thing that an item page is about; `view` is what the page shows.

    `translations` tie a piece of news to its other languages; products and events are things, not works.
    """
    facts = item.facts
    thing: View = {"@id": f"{url}#{item.kind}", "mainEntityOfPage": {"@id": f"{url}#page"}}
    if isinstance(facts, PressFacts):
        yield thing | _article_of_others(facts, lang)
        return
    thing |= {"name": view["title"], "description": view["summary"]}
    if facts.pictures:
        thing["image"] = image(site, facts.pictures[0], url, lang)
    if isinstance(facts, NewsFacts):
        yield thing | translations | _news(item, facts, view, url, lang)
    elif isinstance(facts, EventFacts):
        yield thing | _event(facts, lang)
    else:
        yield thing | _product(site, facts, view, lang)


def image(site: Site, name: str, url: str, lang: str) -> View:
    """Return a picture in its largest size, in px, with the line that stands below it; a drawing says what it is."""
    file = site.catalogue.picture_files[name]
    width, height = file.size()
    return {
        "@type": "ImageObject",
        "@id": f"{url}#picture",
        "url": f"{site.config.absolute(site.config.source_lang)}{file.uri()}",
        "width": width,
        "height": height,
        "description": site.catalogue.pictures[name].alt.text(lang),
        "caption": credit_line(site, name, lang),
    }


def _days(item: Item) -> View:
    facts = item.facts
    days = {"datePublished": facts.published.isoformat()}
    return days | ({"dateModified": facts.updated.isoformat()} if facts.updated else {})


def _news(item: Item, facts: NewsFacts, view: View, url: str, lang: str) -> View:
    node: View = {"@type": "NewsArticle", "headline": view["title"], "inLanguage": lang, **_days(item)}
    if facts.date:
        node["temporalCoverage"] = str(facts.date)
    if facts.sources:
        node["citation"] = [{"@id": f"{url}#source-{source.id}"} for source in facts.sources]
    if view["places"]:
        node["contentLocation"] = [{"@type": "Place", "name": place["then"]} for place in view["places"]]
    return node


def _event(facts: EventFacts, lang: str) -> View:
    node: View = {"@type": "Event", "startDate": facts.start.isoformat(), "eventStatus": f"{SCHEMA}/EventScheduled"}
    if facts.end:
        node["endDate"] = facts.end.isoformat()
    if facts.venue:
        node["location"] = {"@type": "Place", "name": facts.venue.text(lang)}
    if facts.organisers:
        node["organizer"] = [_organisation(one, lang) for one in facts.organisers]
    return node


def _article_of_others(facts: PressFacts, lang: str) -> View:
    """Return the article as this page shows it: the work of others, so its words and its author are not told here."""
    outlet = {"sourceOrganization": _organisation(facts.outlet, lang)}
    node: View = {"@type": "Article", "inLanguage": facts.article_language, **outlet}
    if facts.article_title and facts.article_title in {source.title for source in facts.sources}:
        node["headline"] = facts.article_title  # elsewhere the page does not show it
    if facts.url:
        node["url"] = facts.url
    if facts.date:
        node["datePublished"] = str(facts.date)
    return node


def _citation(source: Citation, url: str, lang: str) -> View:
    about = source.about.text(lang) if source.about else None
    node = {
        "@type": "CreativeWork",
        "@id": f"{url}#source-{source.id}",
        "name": source.title or about,
        "description": about if source.title else None,
        "url": source.url,
        "datePublished": str(source.date) if source.date else None,
        "sourceOrganization": _organisation(source.publisher, lang),
    }
    return {key: value for key, value in node.items() if value is not None}


def _organisation(name: Words, lang: str) -> View:
    return {"@type": "Organization", "name": name.text(lang)}


def _product(site: Site, facts: ProductFacts, view: View, lang: str) -> View:
    passport = view["passport"]
    node: View = {"@type": "Product"}
    if group := passport["group"]:
        node["category"] = {"@type": "CategoryCode", "codeValue": group["code"], "name": group["name"]}
        if group["inferred"]:
            node["category"]["description"] = site.messages[lang].text("product.group-inferred")
    if facts.producer:
        node["manufacturer"] = _organisation(facts.producer.name, lang)
    if facts.certificate and (certification := _certification(facts.certificate, view, site.day, lang)):
        node["hasCertification"] = certification
    properties = [(right["type"], right["name"]) for right in passport["protection"]]
    properties += [(row["label"], row["value"]["text"]) for row in passport["trade"] if row["value"]]
    if properties:
        rows = [{"@type": "PropertyValue", "name": name, "value": value} for name, value in properties]
        node["additionalProperty"] = rows
    return node


def _certification(certificate: Certificate, view: View, day: date, lang: str) -> View | None:
    """Return a certificate that rests on a decision and still holds; a report of the press certifies nothing."""
    issued, until, authority = certificate.certified_on, last_day(certificate), certificate.authority
    if certificate.status != "decision" or issued is None or until is None or authority is None:
        return None
    if certificate_state(certificate, day) not in ("valid", "ending"):
        return None
    return {
        "@type": "Certification",
        "name": view["passport"]["certificate"]["text"],
        "certificationIdentification": certificate.decision_no,
        "issuedBy": _organisation(authority, lang),
        "validFrom": issued.isoformat(),
        "expires": until.isoformat(),
        "certificationStatus": f"{SCHEMA}/CertificationActive",
    }
