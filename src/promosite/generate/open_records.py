"""Open data of the plan, of products and of events as plain data; the keys are a contract, see `open_shapes`."""

from collections.abc import Iterable, Iterator
from datetime import date

from promosite.coverage import Coverage
from promosite.coverage.records import schedule_record
from promosite.generate.events import calendar_address, facts_of, written_about
from promosite.generate.site import Site, View, item_address, task_address
from promosite.generate.statuses import status_text
from promosite.generate.uris import uri_of
from promosite.model.certificates import certificate_state, last_day
from promosite.model.dates import PartialDate
from promosite.model.items import Certificate, Citation, Item, Kind, Producer, ProductFacts, Protection, Tier, Trade
from promosite.model.plan import Plan
from promosite.model.record import Words
from promosite.model.reference import Place

LATEST = 5
"""Results that the small file of a row names; pages load it, so it must not grow with the site."""


def plan_record(site: Site, plan: Plan) -> View:
    """Return a plan as plain data: period, units by id, and rows with their text in each language."""
    units = sorted(unit.id for unit in site.catalogue.units_of(plan))
    return {
        "id": plan.id,
        "period": {"from": plan.period.from_.isoformat(), "to": plan.period.to.isoformat()},
        "units": {unit: words_record(site, site.catalogue.units[unit].name) for unit in units},
        "tasks": [
            {
                "id": task.id,
                "text": words_record(site, task.text),
                "schedule": schedule_record(task),
                "lead": [one.unit for one in task.lead],
                "cooperating": [one.unit for one in task.cooperating],
            }
            for task in plan.tasks
        ],
    }


def embed_record(site: Site, row: Coverage) -> View:
    """Return what the website of another unit shows of a row: few lines, however many items name it."""
    locales, address = site.config.locales, task_address(row.plan.id, row.task.id)
    return {
        "as_of": site.day.isoformat(),
        "plan": row.plan.id,
        "task": row.task.id,
        "title": words_record(site, row.task.title),
        "url": {lang: site.config.absolute(lang, address) for lang in locales},
        "status": row.status.value,
        "status_text": {lang: status_text(row, site.messages[lang]) for lang in locales},
        "results": len(row.results),
        "background": len(row.background),
        "latest": [
            {
                "key": item.id,
                "title": {lang: text.title for lang, text in item.texts.items()},
                "published": item.facts.published.isoformat(),
                "url": _urls(site, item),
            }
            for item in row.results[:LATEST]
        ],
        "coverage": f"{site.config.absolute(site.config.source_lang, address)}coverage.json",
    }


def products_record(site: Site) -> View:
    """Return all products in the order of their keys."""
    products = sorted(site.catalogue.of_kind(Kind.PRODUCT), key=lambda item: item.id)
    return _listing(site, "products", products, [_product(site, item) for item in products])


def events_record(site: Site) -> View:
    """Return all events in the order of their keys."""
    events = sorted(site.catalogue.of_kind(Kind.EVENT), key=lambda item: item.id)
    return _listing(site, "events", events, [_event(site, item) for item in events])


def _listing(site: Site, name: str, items: Iterable[Item], records: list[View]) -> View:
    named = {place for item in items for place in (*item.facts.places, *_place_of_producer(item))}
    known = sorted(named & site.catalogue.places.keys())
    return {
        "as_of": site.day.isoformat(),
        "places": {one: _place(site, site.catalogue.places[one]) for one in known},
        name: records,
    }


def _place(site: Site, place: Place) -> View:
    return {"then": words_record(site, place.name_then), "now": _words(site, place.name_now)}


def _place_of_producer(item: Item) -> Iterator[str]:
    producer = item.facts.producer if isinstance(item.facts, ProductFacts) else None
    if producer and producer.place:
        yield producer.place


def _item(site: Site, item: Item) -> View:
    """Return what every kind of item says."""
    facts = item.facts
    return {
        "key": item.id,
        "title": {lang: text.title for lang, text in item.texts.items()},
        "summary": {lang: text.summary for lang, text in item.texts.items()},
        "languages": list(item.texts),
        "summary_only": [lang for lang in item.texts if lang != item.source_lang and item.tier(lang) is Tier.SUMMARY],
        "url": _urls(site, item),
        "published": facts.published.isoformat(),
        "updated": _day(facts.updated),
        "tasks": [f"{plan}/{task}" for plan, task in site.catalogue.tasks_of[item.id]],
        "unit": facts.unit,
        "channel": facts.channel,
        "audiences": list(facts.audiences),
        "places": list(facts.places),
        "as_of": _when(facts.as_of),
        "sources": [_source(site, one) for one in facts.sources],
    }


def _urls(site: Site, item: Item) -> dict[str, str]:
    return {lang: site.config.absolute(lang, item_address(item)) for lang in item.texts}


def _source(site: Site, source: Citation) -> View:
    return {
        "id": source.id,
        "publisher": words_record(site, source.publisher),
        "title": source.title,
        "about": _words(site, source.about),
        "url": uri_of(source.url) if source.url else None,
        "site": source.site,
        "date": _when(source.date),
        "language": source.language,
    }


def _product(site: Site, item: Item) -> View:
    facts = item.facts
    assert isinstance(facts, ProductFacts)
    return _item(site, item) | {
        "group": facts.group,
        "group_basis": facts.group_basis,
        "producer": _producer(site, facts.producer) if facts.producer else None,
        "certificate": certificate_record(site, facts.certificate) if facts.certificate else None,
        "protection": [_right(site, one) for one in facts.protection],
        "trade": {name: _answer(site, facts.trade, name) for name in Trade.model_fields},
    }


def _producer(site: Site, producer: Producer) -> View:
    return {
        "name": words_record(site, producer.name),
        "type": producer.type,
        "place": producer.place,
        "source": producer.source,
    }


def certificate_record(site: Site, certificate: Certificate) -> View:
    """Return a certificate; stars that were only reported stand apart, and nothing of them is ever valid."""
    decided = certificate.status == "decision"
    return {
        "evidence": certificate.status,
        "stars": certificate.stars if decided else None,
        "reported_stars": None if decided else certificate.stars,
        "year": certificate.year,
        "decision_no": certificate.decision_no,
        "authority": _words(site, certificate.authority),
        "certified_on": _day(certificate.certified_on) if decided else None,
        "last_day": _day(last_day(certificate)) if decided else None,
        "state": certificate_state(certificate, site.day) if decided else "unknown",
        "source": certificate.source,
    }


def _right(site: Site, right: Protection) -> View:
    return {
        "type": right.type,
        "name": words_record(site, right.name),
        "number": right.number,
        "decision": right.decision,
        "date": _when(right.date),
        "source": right.source,
    }


def _answer(site: Site, trade: Trade, name: str) -> View | None:
    answer = getattr(trade, name)
    if answer is None:
        return None
    return {"text": words_record(site, answer.words), "as_of": _when(answer.as_of), "source": answer.source}


def _event(site: Site, item: Item) -> View:
    facts = facts_of(item)
    return _item(site, item) | {
        "start": facts.start.isoformat(),
        "end": _day(facts.end),
        "role": facts.role.value,
        "venue": _words(site, facts.venue),
        "organisers": [words_record(site, one) for one in facts.organisers],
        "calendar": {lang: site.config.absolute(lang, calendar_address(item)) for lang in item.texts},
        "told_by": sorted(one.id for one in written_about(site, item)),
    }


def words_record(site: Site, words: Words) -> dict[str, str]:
    """Return a text in the languages in which it was written; one for all languages stands in each."""
    return {lang: words.text(lang) for lang in site.config.locales if words.language(lang) in (lang, None)}


def _words(site: Site, words: Words | None) -> dict[str, str] | None:
    return words_record(site, words) if words else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _when(day: PartialDate | None) -> str | None:
    return str(day) if day else None
