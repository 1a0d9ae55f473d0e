"""Annex IV: a product's line, with stars only as far as there is evidence for them."""

from promosite.lang import short_date
from promosite.model.certificates import certificate_state, last_day
from promosite.model.items import Certificate, Item, ProductFacts
from promosite.report.blocks import Frame
from promosite.report.events import marked, state_of


def product_cells(frame: Frame, item: Item) -> tuple[str, ...]:
    """Return a product's cells: name, producer, stars, decision, last day, and where it was promoted."""
    facts, lang = item.facts, frame.lang
    assert isinstance(facts, ProductFacts)
    certificate = facts.certificate
    return (
        frame.title(item),
        facts.producer.name.text(lang) if facts.producer else frame.unknown,
        _stars(frame, certificate),
        _decision(frame, certificate),
        _until(frame, certificate),
        _promoted(frame, item),
    )


def _stars(frame: Frame, certificate: Certificate | None) -> str:
    if certificate is None:
        return frame.unknown
    key = f"product.stars-{certificate.status}"
    return frame.messages.text(key, stars=certificate.stars, year=certificate.year or "")


def _decision(frame: Frame, certificate: Certificate | None) -> str:
    if certificate is None or certificate.certified_on is None or certificate.decision_no is None:
        return frame.unknown
    return f"{certificate.decision_no}, {short_date(certificate.certified_on, frame.messages)}"


def _until(frame: Frame, certificate: Certificate | None) -> str:
    """Return the last day of validity, and that it is past where it is on the day of the report."""
    until = last_day(certificate) if certificate else None
    if certificate is None or until is None:
        return frame.unknown
    ended = certificate_state(certificate, frame.figures.day) == "ended"
    return frame.t("ended-on" if ended else "until", day=short_date(until, frame.messages))


def _promoted(frame: Frame, item: Item) -> str:
    """Return the form of communication of a result and the lines of related results; nothing of background.

    Where a related event had not ended, a product was not promoted there yet: its line says so.
    """
    channel = frame.catalogue.channels.get(item.facts.channel or "")
    if channel is None or item.id not in frame.figures.counted:
        return frame.unknown
    related = [one for one in frame.catalogue.related(item) if one.id in frame.figures.counted]
    told = [one for one in related if state_of(frame, one) is None]
    ahead = [marked(frame, one, frame.references.of([one])) for one in related if one not in told]
    return "; ".join([channel.name.text(frame.lang), *([frame.references.of(told)] if told else []), *ahead])
