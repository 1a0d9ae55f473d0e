"""The dates of a plan, in words: for its pages, and for calendars."""

from datetime import timedelta

from promosite.coverage import Deadline, DeadlineKind, deadlines
from promosite.generate.site import Site, View, unit_address
from promosite.generate.statuses import span_word
from promosite.lang import quarter_name, short_date
from promosite.model.plan import Plan
from promosite.model.reference import Unit

NAME = "deadlines.ics"

SHOWN = 6
"""How many of the next dates a page shows; the calendar has them all."""


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
                "lines": deadline_lines(site, plan, one, unit, lang),
            }
            for one in ahead[:SHOWN]
        ],
        "calendar": site.path(lang, deadline_folder(plan, unit) + NAME),
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


def deadline_lines(site: Site, plan: Plan, one: Deadline, unit: Unit | None, lang: str) -> list[str]:
    """Return what is to be known of a date, sentence by sentence."""
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


def deadline_folder(plan: Plan, unit: Unit | None) -> str:
    """Return below which page the dates of a plan, or of a unit under it, stand."""
    return unit_address(plan.id, unit.id) if unit else f"plan/{plan.id}/"
