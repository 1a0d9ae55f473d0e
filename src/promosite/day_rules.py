"""Part of link: what an item says to have happened does not lie ahead of the day of the build."""

from collections.abc import Iterator
from datetime import date

from promosite.findings import Finding, finding
from promosite.model.catalogue import first_day
from promosite.model.dates import PartialDate
from promosite.model.items import ItemFacts, ProductFacts
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


def _dates(facts: ItemFacts) -> Iterator[tuple[Path, PartialDate]]:
    """Yield every date to which something is said to hold, with its place in the header."""
    found: list[tuple[Path, PartialDate | None]] = [(("as_of",), facts.as_of)]
    found += [(("facts", index, "as_of"), fact.as_of) for index, fact in enumerate(facts.facts)]
    if isinstance(facts, ProductFacts):
        answers = ((name, getattr(facts.trade, name)) for name in type(facts.trade).model_fields)
        found += [(("trade", name, "as_of"), answer.as_of) for name, answer in answers if answer]
    yield from ((path, as_of) for path, as_of in found if as_of)
