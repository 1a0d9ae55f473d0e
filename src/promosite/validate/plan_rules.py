"""Rules between the fields of one plan: spans run forwards, quarters lie in the period, and rows are told apart."""

from collections.abc import Iterator

from promosite.findings import WHOLE, Finding, finding
from promosite.load.files import DataFile
from promosite.model.dates import Quarter
from promosite.model.plan import InQuarter, Plan


def plan_findings(plan: Plan, file: DataFile) -> Iterator[Finding]:
    """Yield what a plan says against itself, each on the line where it was written."""
    yield from _years(plan, file)
    yield from _spans(plan, file)
    yield from _quarters(plan, file)
    seen: dict[str, int] = {}
    for index, task in enumerate(plan.tasks):
        place = file.at(file.root.find(("tasks", index, "id")))
        if task.id in seen:
            yield finding("id-twice", place, found=task.id, line=seen[task.id])
        seen.setdefault(task.id, place.line or WHOLE)


def with_single_rows(plan: Plan) -> Plan:
    """Return a plan in which each row stands once, so that one row more is not also a page more."""
    rows = {task.id: task for task in reversed(plan.tasks)}
    single = tuple(task for task in plan.tasks if rows[task.id] is task)
    return plan if len(single) == len(plan.tasks) else plan.model_copy(update={"tasks": single})


def _years(plan: Plan, file: DataFile) -> Iterator[Finding]:
    """The id of a plan is the years of its period."""
    expected = f"{plan.period.from_.year}-{plan.period.to.year}"
    if plan.id != expected:
        yield finding("plan-years", file.at(file.root.find(("id",))), found=plan.id, expected=expected)


def _spans(plan: Plan, file: DataFile) -> Iterator[Finding]:
    for field, span in (("period", plan.period), ("quarters", plan.quarters)):
        if span.to < span.from_:  # type: ignore[operator]
            place = file.at(file.root.find((field, "to")))
            yield finding("span-backwards", place, field=field, start=span.from_, end=span.to)
    first, last = plan.report.first, plan.report.last
    if first and last and last < first:
        place = file.at(file.root.find(("report", "last")))
        yield finding("span-backwards", place, field="report", start=first, end=last)


def _quarters(plan: Plan, file: DataFile) -> Iterator[Finding]:
    """Quarters of the plan lie in its period, and those of its rows among them: others would stand nowhere."""
    around = (Quarter.of(plan.period.from_), Quarter.of(plan.period.to))
    inside = (plan.quarters.from_, plan.quarters.to)
    asked: list[tuple[tuple[int | str, ...], Quarter, tuple[Quarter, Quarter]]] = [
        (("quarters", "from"), plan.quarters.from_, around),
        (("quarters", "to"), plan.quarters.to, around),
    ]
    for index, task in enumerate(plan.tasks):
        if isinstance(task.schedule, InQuarter):
            asked.append((("tasks", index, "schedule", "quarter"), task.schedule.quarter, inside))
    for path, quarter, (first, last) in asked:
        if first <= last and not first <= quarter <= last:
            place = file.at(file.root.find(path))
            yield finding("plan-quarter", place, found=quarter, start=first, end=last)
