"""What is due on a day, by row, item and unit: the same list for the pages of units and for scripts/status.py.

A thing is due because the record lacks it, not because someone failed: nobody can tell from here what was done and
never entered.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from promosite.coverage.cells import CellState
from promosite.coverage.deadlines import reports
from promosite.coverage.rows import Coverage, plan_coverage
from promosite.model.catalogue import Catalogue, tells_of
from promosite.model.certificates import certificate_state, last_day
from promosite.model.dates import Quarter
from promosite.model.items import EventFacts, Item, ItemId, Kind, ProductFacts
from promosite.model.plan import Plan, plan_of
from promosite.staleness import State, compare

COVERAGE_DAYS = 14
"""Days after an event of the Department within which a news item or a press mention of it is to be expected."""

REPORT_DAYS = 90
"""Days before a report's last day from which it is on the list."""


class DueKind(StrEnum):
    """Why something is due, in the order of the list where days are equal."""

    GAP = "gap"
    """A row has ended quarters without a result."""
    OPEN = "open"
    """A row has no result yet in a quarter that still runs."""
    REPORT = "report"
    """The yearly report comes due; whether it was sent is not on record."""
    EVENT = "event"
    """An event of the Department is past and has no coverage."""
    CERTIFICATE = "certificate"
    """A product's certificate ends soon."""
    TRANSLATION_MISSING = "translation-missing"
    """A result is not in a further language."""
    TRANSLATION_STALE = "translation-stale"
    """A result's translation is older than its source."""


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing to do. `day` is the last day for it, past or to come; None where there is none.

    `units` are those whose duty it is by the plan (who leads the row, who compiles the report) or by the item (who
    published it); empty where nobody is named. `plan` is the plan on whose pages it stands.
    """

    kind: DueKind
    plan: str | None
    units: tuple[str, ...] = ()
    day: date | None = None
    task: str | None = None
    quarters: tuple[Quarter, ...] = ()
    item: ItemId | None = None
    lang: str | None = None
    year: int | None = None


def due_items(catalogue: Catalogue, languages: Sequence[str], day: date) -> tuple[DueItem, ...]:
    """Return all that is due on a day, the longest overdue first; `languages` are the site's, source first.

    What hangs on a row belongs to the row's plan; an event or a certificate, to the plan that runs on the day.
    """
    running = plan_of(day, catalogue.plans)
    found = [*_events(catalogue, running, day), *_certificates(catalogue, running, day)]
    for plan in catalogue.plans.values():
        coverages = plan_coverage(catalogue, plan, day)
        found += [one for coverage in coverages for one in _rows(coverage)]
        found += [*_reports(plan, day), *_translations(plan, coverages, languages[1:])]
    order = list(DueKind)
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.day or date.max,
                order.index(one.kind),
                one.plan or "",
                one.task or "",
                one.item or "",
                one.lang or "",
            ),
        )
    )


def due_of_unit(due: Iterable[DueItem], plan: str, unit: str) -> tuple[DueItem, ...]:
    """Return what is due of a unit under a plan."""
    return tuple(one for one in due if one.plan == plan and unit in one.units)


def due_of_nobody(due: Iterable[DueItem], plan: str, units: Collection[str]) -> tuple[DueItem, ...]:
    """Return what is due under a plan of none of `units`: nobody is named, or a unit that has no part in the plan."""
    return tuple(one for one in due if one.plan == plan and not set(one.units) & set(units))


def _rows(coverage: Coverage) -> Iterator[DueItem]:
    units = tuple(part.unit for part in coverage.task.lead)
    for state, kind in ((CellState.GAP, DueKind.GAP), (CellState.OPEN, DueKind.OPEN)):
        cells = [cell for cell in coverage.cells if cell.state is state]
        if cells:
            last = max(cell.asked_by for cell in cells if cell.asked_by)
            yield DueItem(kind, coverage.plan.id, units, last, coverage.task.id, tuple(one.quarter for one in cells))


def _reports(plan: Plan, day: date) -> Iterator[DueItem]:
    units = (plan.report.unit,) if plan.report.unit else ()
    for one in reports(plan):
        if timedelta(0) <= one.last_day - day <= timedelta(days=REPORT_DAYS):
            yield DueItem(DueKind.REPORT, plan.id, units, one.last_day, year=one.year)


def _events(catalogue: Catalogue, plan: Plan | None, day: date) -> Iterator[DueItem]:
    for event in without_coverage(catalogue, day):
        assert isinstance(event.facts, EventFacts)
        last = event.facts.last_day + timedelta(days=COVERAGE_DAYS)
        yield DueItem(DueKind.EVENT, plan.id if plan else None, _unit(event), last, item=event.id)


def without_coverage(catalogue: Catalogue, day: date) -> list[Item]:
    """Return the Department's events that are past by `COVERAGE_DAYS` and of which nothing tells.

    An event is the Department's when it names a unit and the Department organised or co-organised it.
    """
    found = []
    for event in catalogue.of_kind(Kind.EVENT):
        facts = event.facts
        assert isinstance(facts, EventFacts)
        own = facts.unit is not None and facts.role.is_own
        past = day - facts.last_day >= timedelta(days=COVERAGE_DAYS)
        if own and past and not any(tells_of(one, event) for one in catalogue.related(event)):
            found.append(event)
    return found


def _certificates(catalogue: Catalogue, plan: Plan | None, day: date) -> Iterator[DueItem]:
    for item in catalogue.of_kind(Kind.PRODUCT):
        certificate = item.facts.certificate if isinstance(item.facts, ProductFacts) else None
        if certificate and certificate_state(certificate, day) == "ending":
            plan_id = plan.id if plan else None
            yield DueItem(DueKind.CERTIFICATE, plan_id, _unit(item), last_day(certificate), item=item.id)


def _translations(plan: Plan, coverages: Iterable[Coverage], languages: Sequence[str]) -> Iterator[DueItem]:
    """Yield the results of a plan that are missing in a further language, or older there than their source."""
    results = {item.id: item for coverage in coverages for item in coverage.results}
    for item in results.values():
        for lang in languages:
            if lang not in item.texts:
                yield DueItem(DueKind.TRANSLATION_MISSING, plan.id, _unit(item), item=item.id, lang=lang)
            elif compare(item.texts[item.source_lang], item.texts[lang]).state is State.STALE:
                yield DueItem(DueKind.TRANSLATION_STALE, plan.id, _unit(item), item=item.id, lang=lang)


def _unit(item: Item) -> tuple[str, ...]:
    return (item.facts.unit,) if item.facts.unit else ()
