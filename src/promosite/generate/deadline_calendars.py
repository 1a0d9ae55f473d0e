"""The dates of a plan as calendars, for the plan and for each of its units."""

from collections.abc import Iterator

from promosite.coverage import Deadline, DeadlineKind, deadlines
from promosite.generate.author import sample_notice
from promosite.generate.deadlines import NAME, deadline_folder, deadline_lines, title
from promosite.generate.ical import CalendarHead, WholeDay, calendar_bytes
from promosite.generate.site import Site, task_address
from promosite.model.outputs import FileOutput
from promosite.model.plan import Plan
from promosite.model.reference import Unit


def deadline_files(site: Site) -> Iterator[FileOutput]:
    """Yield a calendar for each plan and for each unit that it names, in each language."""
    for plan in site.catalogue.plans.values():
        units = site.catalogue.units_of(plan)
        for lang in site.config.locales:
            for unit in (None, *units):
                yield FileOutput(site.path(lang, deadline_folder(plan, unit) + NAME), _calendar(site, plan, unit, lang))


def _calendar(site: Site, plan: Plan, unit: Unit | None, lang: str) -> bytes:
    messages, folder = site.messages[lang], deadline_folder(plan, unit)
    name = (
        messages.text("deadline.name-unit", plan=plan.id, unit=unit.short.text(lang))
        if unit
        else messages.text("deadline.name", plan=plan.id)
    )
    about = "\n".join([messages.text("deadline.about"), *sample_notice(site, lang)])
    absolute = site.config.absolute
    head = CalendarHead("deadlines", lang, name, about, absolute(lang, folder), absolute(lang, folder + NAME))
    found = deadlines(plan, unit.id if unit else None)
    return calendar_bytes(head, (_whole_day(site, plan, one, unit, lang) for one in found))


def _whole_day(site: Site, plan: Plan, one: Deadline, unit: Unit | None, lang: str) -> WholeDay:
    """Return a date for a calendar; it was set when the plan's period began, as far as a program need know."""
    rows = one.leads or one.cooperates
    page = task_address(plan.id, rows[0]) if len(rows) == 1 else deadline_folder(plan, unit)
    address = site.config.absolute(lang, page)
    lines = [*deadline_lines(site, plan, one, unit, lang), address, *sample_notice(site, lang)]
    return WholeDay(
        uid=uid(site, plan, one, unit),
        day=one.day,
        stamp=plan.period.from_,
        title=title(site, one, lang),
        description="\n".join(lines),
        page=address,
    )


def uid(site: Site, plan: Plan, one: Deadline, unit: Unit | None) -> str:
    """Return the name of a date among all calendars: what it is, of which plan and unit, and the host of the site."""
    of = f"-{unit.id}" if unit else ""
    rows = f"-{'-'.join(one.leads or one.cooperates)}" if one.kind is DeadlineKind.TERM else ""
    return f"plan-{plan.id}{of}-{one.kind}{rows}-{one.day.isoformat()}@{site.config.host}"
