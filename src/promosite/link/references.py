"""Items, plans and places name only what there is.

An id of a record that could not be read may be right: that the record is refused is said already, and that nothing is
known of it is no second fault.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from promosite.findings import Finding, Source, finding
from promosite.load.files import DataFile
from promosite.load.nodes import Node
from promosite.model.catalogue import Reference, TaskKey
from promosite.model.items import ItemFacts, ItemId, ProductFacts
from promosite.model.plan import Plan, plan_of
from promosite.validate.items import ValidFile
from promosite.validate.problems import nearest


class Unknown(NamedTuple):
    """An id that names nothing: of which field of `Reference` it should be, and what is to be said of it.

    `items`, and `tasks` of a plan that is known, are no such fields: all that was written of them is known.
    """

    field: str
    name: str
    finding: Finding


def told(unknown: Iterable[Unknown], reference: Reference) -> Iterator[Finding]:
    """Yield what is to be said of unknown ids: nothing, where they may be among what could not be read."""
    yield from (one.finding for one in unknown if not reference.may_hold(one.field, one.name))


def unknown_in_item(
    source: ValidFile, facts: ItemFacts, reference: Reference, items: frozenset[ItemId]
) -> Iterator[Unknown]:
    """Yield each id in the header of an item that names nothing, with the nearest that does."""
    fields: list[tuple[str, str, tuple[str, ...], Collection[str]]] = [
        ("unit", "units", (facts.unit,) if facts.unit else (), reference.units),
        ("channel", "channels", (facts.channel,) if facts.channel else (), reference.channels),
        ("audiences", "audiences", facts.audiences, reference.audiences),
        ("briefings", "briefings", facts.briefings, reference.briefings),
        ("places", "places", facts.places, reference.places),
        ("agencies", "agencies", facts.agencies, reference.agencies),
        ("related", "items", facts.related, items),
    ]
    header = source.file.header
    for name, field, used, known in fields:
        for index, one in enumerate(used):
            if one not in known:
                yield Unknown(field, one, _finding(source.file.at(header.find((name, index))), name, one, known))
    place = facts.producer.place if isinstance(facts, ProductFacts) and facts.producer else None
    if place and place not in reference.places:
        at = source.file.at(header.find(("producer", "place")))
        yield Unknown("places", place, _finding(at, "producer.place", place, reference.places))
    yield from _unknown_tasks(source, facts, reference.plans)


def task_key(ref: str, facts: ItemFacts, plans: Mapping[str, Plan]) -> TaskKey:
    """Return the row that an item means by `t2` or `2023-2025/t2`; without a plan that of the day it was published."""
    plan_id, _, task_id = ref.rpartition("/")
    plan = plans.get(plan_id) if plan_id else plan_of(facts.published, plans)
    return (plan.id if plan else "", task_id)


def _unknown_tasks(source: ValidFile, facts: ItemFacts, plans: Mapping[str, Plan]) -> Iterator[Unknown]:
    for index, ref in enumerate(facts.tasks):
        plan_id, task_id = task_key(ref, facts, plans)
        known = {task.id for task in plans[plan_id].tasks} if plan_id else set()
        if task_id not in known:
            at, expected = source.file.at(source.file.header.find(("tasks", index))), sorted(known) or "–"
            told = finding("reference-unknown", at, field="tasks", found=ref, expected=expected)
            yield Unknown("tasks" if plan_id else "plans", ref, told)


def unknown_in_reference(data: Mapping[str, DataFile], reference: Reference) -> Iterator[Unknown]:
    """Yield each id in plans and places that names nothing; `data` are the files of which the records were made."""
    for plan in reference.plans.values():
        file = data[f"plan-{plan.id}"]
        for index, task in enumerate(plan.tasks):
            for unit in sorted(task.units() - set(reference.units)):
                at = file.at(_naming(file.root.find(("tasks", index)), unit))
                yield Unknown("units", unit, _finding(at, task.id, unit, reference.units))
        if plan.report.unit and plan.report.unit not in reference.units:
            at = file.at(file.root.find(("report", "unit")))
            yield Unknown("units", plan.report.unit, _finding(at, "report.unit", plan.report.unit, reference.units))
    for record in reference.places.values():
        for field in ("parent", "successor"):
            name = getattr(record, field)
            if name and name not in reference.places:
                at = _place_of(data["places"], record.id, field)
                yield Unknown("places", name, _finding(at, field, name, reference.places))


def _finding(at: Source, field: str, found: str, known: Collection[str]) -> Finding:
    return finding("reference-unknown", at, field=field, found=found, expected=nearest(found, known) or "–")


def _naming(node: Node, unit: str) -> Node:
    """Return the first node inside one that holds nothing but an id; itself where there is none."""
    return next((one for one in _inside(node) if one.value == unit), node)


def _inside(node: Node) -> Iterator[Node]:
    value = node.value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield one
        yield from _inside(one)


def _place_of(file: DataFile, record: str, field: str) -> Source:
    """Return where a field of a record in a list of records stands."""
    found = next(node for node in file.root.value if node.find(("id",)).value == record)
    return file.at(found.find((field,)))
