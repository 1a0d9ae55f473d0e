"""Part of link: plans and places name only what there is."""

from collections.abc import Iterator

from promosite.findings import Finding, Source, finding
from promosite.model.catalogue import Reference
from promosite.validate.problems import nearest


def reference_findings(reference: Reference) -> Iterator[Finding]:
    """Yield ids in plans and places that name nothing."""
    for plan in reference.plans.values():
        for task in plan.tasks:
            for unit in sorted(task.units() - set(reference.units)):
                place = Source(f"content/data/plan-{plan.id}.yml")
                yield finding("reference-unknown", place, field=task.id, found=unit, expected=sorted(reference.units))
        if plan.report.unit and plan.report.unit not in reference.units:
            place, known = Source(f"content/data/plan-{plan.id}.yml"), sorted(reference.units)
            yield finding("reference-unknown", place, field="report.unit", found=plan.report.unit, expected=known)
    for record in reference.places.values():
        for name in (record.parent, record.successor):
            if name and name not in reference.places:
                place = Source("content/data/places.yml")
                yield finding(
                    "reference-unknown", place, field=record.id, found=name, expected=nearest(name, reference.places)
                )
