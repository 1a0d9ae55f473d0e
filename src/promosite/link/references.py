"""Items, plans and places name only what there is.

An id of a record that could not be read may be right: that the record is refused is said already, and that nothing is
known of it is no second fault.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from promosite.findings import Finding, Source, finding
from promosite.load.files import DataFile, SourceFile
from promosite.load.nodes import Node
from promosite.model.catalogue import Reference, TaskKey
from promosite.model.plan import Plan, plan_of
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


NAMED_IN = {
    ("unit",): "units",
    ("channel",): "channels",
    ("audiences",): "audiences",
    ("briefings",): "briefings",
    ("places",): "places",
    ("agencies",): "agencies",
    ("related",): "items",
    ("producer", "place"): "places",
}
"""Where a header names something → what is named there."""


def unknown_in_item(
    file: SourceFile, published: date | None, reference: Reference, items: Collection[str]
) -> Iterator[Unknown]:
    """Yield each id in the header of an item that names nothing, with the nearest that does.

    The header may have faults: what is no id is passed over. Without the day of publication, `published`, a task
    may stand in any plan.
    """
    for path, field in NAMED_IN.items():
        known: Collection[str] = items if field == "items" else getattr(reference, field)
        for node, name in names_at(file.header, path):
            if name not in known:
                yield Unknown(field, name, _finding(file.at(node), ".".join(path), name, known))
    yield from _unknown_tasks(file, published, reference.plans)


def names_at(header: Node, path: tuple[str, ...]) -> Iterator[tuple[Node, str]]:
    """Yield each text that stands at a path of a header, alone or in a list, with its place."""
    node = header
    for step in path:
        if not isinstance(node.value, dict) or step not in node.value:
            return
        node = node.value[step]
    for one in node.value if isinstance(node.value, list) else (node,):
        if isinstance(one.value, str):
            yield one, one.value


def task_key(ref: str, published: date, plans: Mapping[str, Plan]) -> TaskKey:
    """Return the row that an item means by `t2` or `2023-2025/t2`; without a plan that of the day it was published."""
    meant = _plans_meant(ref, published, plans)
    return (meant[0].id if meant else "", ref.rpartition("/")[2])


def _plans_meant(ref: str, published: date | None, plans: Mapping[str, Plan]) -> list[Plan]:
    """Return the plans in which a task may stand: one or none; all, where the day that decides is not known."""
    name = ref.rpartition("/")[0]
    if not name and published is None:
        return [*plans.values()]
    meant = plans.get(name) if name or published is None else plan_of(published, plans)
    return [meant] if meant else []


def _unknown_tasks(file: SourceFile, published: date | None, plans: Mapping[str, Plan]) -> Iterator[Unknown]:
    for node, ref in names_at(file.header, ("tasks",)):
        meant = _plans_meant(ref, published, plans)
        known = {task.id for plan in meant for task in plan.tasks}
        if ref.rpartition("/")[2] not in known:
            told = finding("reference-unknown", file.at(node), field="tasks", found=ref, expected=sorted(known) or "–")
            yield Unknown("tasks" if meant else "plans", ref, told)


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
