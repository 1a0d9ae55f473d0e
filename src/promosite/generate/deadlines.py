"""The dates of a plan, in words for its pages and as calendars for the plan and for each of its units."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from promosite.coverage import Deadline, DeadlineKind, deadlines
from promosite.generate.author import sample_notice
from promosite.generate.site import Site, View, task_address, unit_address
from promosite.generate.statuses import span_word
from promosite.lang import quarter_name, short_date
from promosite.model.outputs import FileOutput
from promosite.model.plan import Plan
from promosite.model.reference import Unit

if TYPE_CHECKING:
    from promosite.generate.ical import WholeDay

NAME = "deadlines.ics"

SHOWN = 6
"""How many of the next dates a page shows; the calendar has them all."""


def deadline_files(site: Site) -> Iterator[FileOutput]:
    """Yield a calendar for each plan and for each unit that it names, in each language."""
    for plan in site.catalogue.plans.values():
        units = [unit for unit in site.catalogue.units.values() if unit.id in plan.units()]
        for lang in site.config.locales:
            for unit in (None, *units):
                yield FileOutput(site.path(lang, _folder(plan, unit) + NAME), _calendar(site, plan, unit, lang))


def deadlines_view(site: Site, plan: Plan, unit: Unit | None, lang: str) -> View:
    """Return the next dates of a plan, or of a unit under it, and where its calendar lies."""
    messages = site.messages[lang]
    ahead = [one for one in deadlines(plan, unit.id if unit else None) if one.day >= site.day]
    return {
        "next": [
            {
                "iso": one.day.isoformat(),
                "date": short_date(one.day, messages),
                "title": title(site, one, lang),
                "lines": _lines(site, plan, one, unit, lang),
            }
            for one in ahead[:SHOWN]
        ],
        "calendar": site.path(lang, _folder(plan, unit) + NAME),
        "report_note": plan.report.note.text(lang) if plan.report.note else None,
    }


def title(site: Site, one: Deadline, lang: str) -> str:
    """Return what ends on a day, in one line; rows in which a unit only cooperates are named where it leads none."""
    messages = site.messages[lang]
    if one.report:
        return messages.text("deadline.report", year=one.report.year)
    assert one.quarter is not None
    rows = ", ".join(row.upper() for row in one.leads or one.cooperates)
    return messages.text(f"deadline.{one.kind}", rows=rows, quarter=quarter_name(one.quarter, messages, "-inline"))


def _lines(site: Site, plan: Plan, one: Deadline, unit: Unit | None, lang: str) -> list[str]:
    messages = site.messages[lang]
    if one.report:
        return _report_lines(site, plan, one, lang)
    lines = []
    for key, rows in (("leads", one.leads if unit else ()), ("cooperates", one.cooperates)):
        if rows:
            lines.append(f"{messages.text(f'deadline.{key}')}: {', '.join(row.upper() for row in rows)}.")
    if one.kind is DeadlineKind.SPAN:
        lines.append(messages.text("deadline.span-how", span=span_word(plan, messages)))
    return lines


def _report_lines(site: Site, plan: Plan, one: Deadline, lang: str) -> list[str]:
    messages, report = site.messages[lang], one.report
    assert report is not None
    days = {"before": report.last_day + timedelta(days=1), "start": report.start, "end": report.end}
    words = {key: short_date(day, messages) for key, day in days.items()}
    lines = [messages.text("deadline.report-how", **words)]
    if plan.report.window is None:
        lines.append(messages.text("deadline.report-window"))
    unit = site.catalogue.units.get(plan.report.unit) if plan.report.unit else None
    return [*lines, messages.text("deadline.report-unit", unit=unit.name.text(lang))] if unit else lines


def _folder(plan: Plan, unit: Unit | None) -> str:
    return unit_address(plan.id, unit.id) if unit else f"plan/{plan.id}/"


def _calendar(site: Site, plan: Plan, unit: Unit | None, lang: str) -> bytes:
    # Pages show the dates as well, and builds that make no calendar need not wait for what writes them.
    from promosite.generate.ical import CalendarHead, calendar_bytes

    messages, folder = site.messages[lang], _folder(plan, unit)
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


def _whole_day(site: Site, plan: Plan, one: Deadline, unit: Unit | None, lang: str) -> "WholeDay":
    """Return a date for a calendar; it was set when the plan's period began, as far as a program need know."""
    from promosite.generate.ical import WholeDay

    rows = one.leads or one.cooperates
    page = task_address(plan.id, rows[0]) if len(rows) == 1 else _folder(plan, unit)
    address = site.config.absolute(lang, page)
    lines = [*_lines(site, plan, one, unit, lang), address, *sample_notice(site, lang)]
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
