"""Reference data and the plan: lists of records with unique ids."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from promosite.findings import WHOLE, Finding, Source, finding
from promosite.load.files import DataFile
from promosite.load.nodes import Node
from promosite.model.catalogue import Reference
from promosite.model.checks import MachineCheck
from promosite.model.figures import Figure
from promosite.model.maps import AreaMap
from promosite.model.notices import Notice
from promosite.model.plan import Plan
from promosite.model.reference import Agency, Audience, Briefing, Channel, Picture, Place, SearchWords, Term, Unit
from promosite.validate.place_rules import place_findings
from promosite.validate.placeholders import placeholders_in, without_echoes
from promosite.validate.plan_rules import plan_findings, with_single_rows
from promosite.validate.problems import findings_of

R = TypeVar("R", bound=BaseModel)


LISTS: Mapping[str, tuple[str, type[BaseModel], str]] = {
    "units": ("units", Unit, "id"),
    "places": ("places", Place, "id"),
    "channels": ("channels", Channel, "id"),
    "audiences": ("audiences", Audience, "id"),
    "agencies": ("agencies", Agency, "id"),
    "briefings": ("briefings", Briefing, "id"),
    "figures": ("figures", Figure, "id"),
    "maps": ("maps", AreaMap, "id"),
    "glossary": ("glossary", Term, "vi"),
    "notices": ("notices", Notice, "id"),
    "search-words": ("search_words", SearchWords, "id"),
    "machine-checks": ("checks", MachineCheck, "checked_on"),
    "media": ("pictures", Picture, "file"),
}
"""File name without ending → field of `Reference`, record, key."""


def records_in(name: str) -> str | None:
    """Return the field of `Reference` whose records a file holds, by its name without ending; None for none."""
    return "plans" if name.startswith("plan-") else LISTS[name][0] if name in LISTS else None


def validate_reference(
    files: Mapping[str, DataFile], unreadable: Iterable[str] = ()
) -> tuple[Reference, list[Finding]]:
    """Return reference data and findings; a record with an error is left out, the others stand.

    `unreadable` are the names of files that are there and could not be read.
    """
    findings: list[Finding] = []
    unread = {kind for kind in map(records_in, unreadable) if kind}
    found: dict[str, dict[str, BaseModel]] = {"plans": {}}
    for name, file in files.items():
        if name.startswith("plan-"):
            plan = _plan(name, file, findings)
            if plan is None:
                unread.add("plans")
            else:
                found["plans"][plan.id] = with_single_rows(plan)
                findings += plan_findings(plan, file)
        elif name in LISTS:
            target, model, key = LISTS[name]
            found[target] = _list(model, key, file, findings)
            unread |= _refused(target, key, file, found[target])
            if name == "places":
                findings += place_findings(found[target].values(), file)  # type: ignore[arg-type]
        else:
            findings.append(finding("data-unknown", Source(file.path, WHOLE), found=name, expected=["plan-…", *LISTS]))
    unfilled = [one for file in files.values() for one in placeholders_in(file.root, file)]
    return Reference(**found, unread=frozenset(unread)), without_echoes(findings, unfilled)  # type: ignore[arg-type]


def _plan(name: str, file: DataFile, findings: list[Finding]) -> Plan | None:
    """Return the plan of a file that is named by its years."""
    plan = _record(Plan, file.root, file, findings)
    if plan is None or name == f"plan-{plan.id}":
        return plan
    place, expected = file.at(file.root.find(("id",))), name.removeprefix("plan-")
    findings.append(finding("value-unknown", place, field="id", found=plan.id, expected=expected))
    return None


def _list(model: type[R], key: str, file: DataFile, findings: list[Finding]) -> dict[str, R]:
    if not isinstance(file.root.value, list):
        findings.append(finding("type-list", file.at(file.root), field=file.name, found="", expected=""))
        return {}
    records: dict[str, R] = {}
    lines: dict[str, int] = {}
    for node in file.root.value:
        record = _record(model, node, file, findings)
        if record is None:
            continue
        name = getattr(record, key)
        if name in records:
            findings.append(finding("id-twice", file.at(node), found=name, line=lines[name]))
        records[name] = record
        lines.setdefault(name, node.line)
    return records


def _refused(target: str, key: str, file: DataFile, records: Mapping[str, BaseModel]) -> set[str]:
    """Return what a file holds beside some records, as `Reference.unread` names it."""
    if not isinstance(file.root.value, list):
        return {target}
    names = (node.value.get(key) for node in file.root.value if isinstance(node.value, dict))
    given = (name.value for name in names if name and isinstance(name.value, str))
    return {f"{target}/{name}" for name in given if name not in records}


def _record(model: type[R], node: Node, file: DataFile, findings: list[Finding]) -> R | None:
    try:
        return model.model_validate(node.plain())
    except ValidationError as error:
        findings += findings_of(error, file.path, node, model)
        return None
