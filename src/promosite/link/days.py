"""What is said to have happened does not lie ahead of the day of the build."""

from collections.abc import Iterable, Iterator
from datetime import date

from promosite.findings import Finding, Source, finding
from promosite.model.catalogue import first_day
from promosite.model.dates import PartialDate
from promosite.model.items import ItemFacts, ProductFacts
from promosite.model.papers import Paper
from promosite.validate.items import ValidFile

Path = tuple[int | str, ...]


def day_findings(source: ValidFile, facts: ItemFacts, day: date) -> Iterator[Finding]:
    """Yield days that lie ahead; what is scheduled may speak of its own day, and a draft of any."""
    if facts.draft:
        return
    at = source.file.at
    if facts.published > day and not facts.publish_on:
        place = at(source.file.header.find(("published",)))
        yield finding("published-in-future", place, published=facts.published, day=day)
    if facts.updated and facts.updated > max(day, first_day(facts)):
        yield finding("updated-in-future", at(source.file.header.find(("updated",))), updated=facts.updated, day=day)
    latest = max(day, first_day(facts)) if facts.publish_on else day
    for path, as_of in _dates(facts):
        if as_of.first_day > latest:
            yield finding("as-of-in-future", at(source.file.header.find(path)), as_of=as_of, day=day)
    for path, first, said in _past(facts):
        if first > latest:
            yield finding("day-in-future", at(source.file.header.find(path)), field=path[-1], found=said, day=day)


def paper_findings(papers: Iterable[Paper], day: date) -> Iterator[Finding]:
    """Yield reports that are signed on a day to come: with a number and that day, they would count as issued."""
    for paper in papers:
        if paper.path and paper.facts.date and paper.facts.date > day:
            place = Source(paper.path, *(paper.date_at or (None, None)))
            yield finding("day-in-future", place, field="date", found=paper.facts.date, day=day, case="paper")


def _past(facts: ItemFacts) -> Iterator[tuple[Path, date, object]]:
    """Yield the days of what must have happened to be told of: field, first day that it can mean, and as written."""
    for index, one in enumerate(facts.sources):
        if one.date:
            yield ("sources", index, "date"), one.date.first_day, one.date
    if isinstance(facts, ProductFacts):
        for index, right in enumerate(facts.protection):
            if right.date:
                yield ("protection", index, "date"), right.date.first_day, right.date
        certificate = facts.certificate
        if certificate and certificate.certified_on:
            yield ("certificate", "certified_on"), certificate.certified_on, certificate.certified_on
        if certificate and certificate.year:
            yield ("certificate", "year"), date(certificate.year, 1, 1), certificate.year


def _dates(facts: ItemFacts) -> Iterator[tuple[Path, PartialDate]]:
    """Yield every date to which something is said to hold, with its place in the header."""
    found: list[tuple[Path, PartialDate | None]] = [(("as_of",), facts.as_of)]
    found += [(("facts", index, "as_of"), fact.as_of) for index, fact in enumerate(facts.facts)]
    if isinstance(facts, ProductFacts):
        answers = ((name, getattr(facts.trade, name)) for name in type(facts.trade).model_fields)
        found += [(("trade", name, "as_of"), answer.as_of) for name, answer in answers if answer]
    yield from ((path, as_of) for path, as_of in found if as_of)
