"""A product's passport: certificate, protection, producer, and a buyer's questions with honest gaps."""

from promosite.generate.cards import stars_text
from promosite.generate.certificates import clock
from promosite.generate.places import place_row
from promosite.generate.site import Site, View
from promosite.lang import long_date
from promosite.model.certificates import STATES, certificate_state
from promosite.model.items import Certificate, Producer, ProductFacts, Protection, Trade


def passport(site: Site, facts: ProductFacts, lang: str) -> View:
    """Return the product part of a page in `lang`."""
    numbers = {source.id: number for number, source in enumerate(facts.sources, start=1)}
    messages = site.messages[lang]
    group = messages.get(f"group.{facts.group.replace('.', '-')}") if facts.group else None
    return {
        "group": {"code": facts.group, "name": group, "inferred": facts.group_basis == "inferred"} if group else None,
        "producer": _producer(site, facts.producer, lang, numbers) if facts.producer else None,
        "certificate": _certificate(site, facts.certificate, lang, numbers) if facts.certificate else None,
        "protection": [_protection(site, right, lang, numbers) for right in facts.protection],
        "trade": _trade(site, facts.trade, lang, numbers),
    }


def _certificate(site: Site, certificate: Certificate, lang: str, numbers: dict[str, int]) -> View:
    messages = site.messages[lang]
    state = certificate_state(certificate, site.day)
    return {
        "stars": certificate.stars,
        "status": certificate.status,
        "text": stars_text(site, certificate, lang),
        "state": state,
        "states": {one: messages.text(f"certificate.{one}") for one in STATES},
        "decision": certificate.decision_no,
        "authority": certificate.authority.text(lang) if certificate.authority else None,
        "clock": clock(site, certificate, lang),
        "source": {"id": certificate.source, "number": numbers[certificate.source]},
    }


def _producer(site: Site, producer: Producer, lang: str, numbers: dict[str, int]) -> View:
    return {
        "name": site.words(producer.name, lang),
        "type": site.messages[lang].text(f"producer.{producer.type}"),
        "place": place_row(site, producer.place, lang) if producer.place else None,
        "source": {"id": producer.source, "number": numbers[producer.source]},
    }


def _protection(site: Site, right: Protection, lang: str, numbers: dict[str, int]) -> View:
    messages = site.messages[lang]
    return {
        "type": messages.text(f"protection.{right.type}"),
        "name": right.name.text(lang),
        "number": right.number,
        "decision": right.decision,
        "date": long_date(right.date, messages) if right.date else None,
        "source": {"id": right.source, "number": numbers[right.source]},
    }


def _trade(site: Site, trade: Trade, lang: str, numbers: dict[str, int]) -> list[View]:
    rows = []
    for name in type(trade).model_fields:
        answer = getattr(trade, name)
        row: View = {"label": site.messages[lang].text(f"trade.{name.replace('_', '-')}"), "value": None}
        if answer:
            row["value"] = site.words(answer.words, lang)
            row["as_of"] = long_date(answer.as_of, site.messages[lang]) if answer.as_of else None
            row["source"] = {"id": answer.source, "number": numbers[answer.source]}
        rows.append(row)
    return rows
