"""The plan's pages: the whole text with its matrix, a coverage page for each row, a page for each unit."""

from collections.abc import Iterator

from promosite.generate.cards import cards
from promosite.generate.coverage import Coverage, coverage_of, coverage_view, plan_quarters, results_in
from promosite.generate.headers import page
from promosite.generate.listings import modified
from promosite.generate.site import Site, View, task_address, unit_address
from promosite.lang import long_date, quarter_name
from promosite.model.outputs import PageOutput
from promosite.model.plan import Block, Involvement, Plan, Task
from promosite.model.reference import Unit


def plan_pages(site: Site) -> Iterator[PageOutput]:
    """Yield all pages of all plans."""
    for plan in site.catalogue.plans.values():
        coverages = [coverage_of(site, plan, task) for task in plan.tasks]
        for lang in site.config.locales:
            yield _plan_page(site, plan, coverages, lang)
            for coverage in coverages:
                yield _task_page(site, coverage, lang)
            for unit in _units_of(site, plan):
                yield _unit_page(site, plan, unit, coverages, lang)


def plan_title(site: Site, lang: str) -> str:
    """Return the plan's name for menus and ways up."""
    return site.messages[lang].text("plan.menu")


def period_text(site: Site, plan: Plan, lang: str) -> str:
    """Return the plan's period; whole years stand as years, since the plan names no day."""
    start, end = plan.period.from_, plan.period.to
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    messages = site.messages[lang]
    first, last = (start.year, end.year) if whole else (long_date(start, messages), long_date(end, messages))
    return messages.text("plan.period-years" if whole else "plan.period-value", start=first, end=last)


def _units_of(site: Site, plan: Plan) -> list[Unit]:
    named = {unit for task in plan.tasks for unit in task.units()}
    return [unit for unit in site.catalogue.units.values() if unit.id in named]


def _plan_page(site: Site, plan: Plan, coverages: list[Coverage], lang: str) -> PageOutput:
    items = [item for coverage in coverages for item in (*coverage.results, *coverage.background)]
    return page(
        site,
        lang,
        f"plan/{plan.id}/",
        template="plan",
        title=plan_title(site, lang),
        summary=plan.title.text(lang),
        view=_plan_view(site, plan, coverages, lang),
        modified=modified(items, site.day),
        section=True,
    )


def _plan_view(site: Site, plan: Plan, coverages: list[Coverage], lang: str) -> View:
    messages = site.messages[lang]
    return {
        "title": plan.title.text(lang),
        "message": plan.message.text(lang),
        "messages": [{"lang": one, "text": text} for one, text in plan.message.root.items()],
        "number": plan.number,
        "issued": long_date(plan.issued, messages) if plan.issued else None,
        "period": period_text(site, plan, lang),
        "quarters": [quarter_name(quarter, messages) for quarter in plan_quarters(plan)],
        "quarters_note": plan.quarters.note.text(lang) if plan.quarters.note else None,
        "rows": [matrix_row(site, coverage, lang) for coverage in coverages],
        "units": [_unit_link(site, plan, unit, lang) for unit in _units_of(site, plan)],
        "text": [_block(block, lang) for block in plan.text],
        "signed_by": {"role": plan.signed_by.role.text(lang), "name": plan.signed_by.name} if plan.signed_by else None,
        "documents": [
            {
                "symbol": one.symbol,
                "date": long_date(one.date, messages),
                "title": one.en if lang != site.config.source_lang else one.vi,
                "found": one.found,
                "note": one.note.text(lang) if one.note else None,
            }
            for one in plan.documents
        ],
        "corrections": [
            {
                "where": one.where.text(lang),
                "found": one.found,
                "printed": one.printed,
                "note": one.note.text(lang) if one.note else None,
            }
            for one in plan.corrections
        ],
        "without_task": cards(site, site.catalogue.without_task, lang),
        "translated": lang != site.config.source_lang,
    }


def _block(block: Block, lang: str) -> View:
    return {
        "kind": block.kind,
        "level": block.level,
        "text": block.text(lang),
        "items": [item.text(lang) for item in block.items],
    }


def matrix_row(site: Site, coverage: Coverage, lang: str) -> View:
    """Return one line of the matrix: who, when, results in each quarter, background beside it."""
    plan, task = coverage.plan, coverage.task
    quarters = plan_quarters(plan)
    return {
        "id": task.id.upper(),
        "title": task.title.text(lang),
        "text": task.text.text(lang),
        "schedule": task.schedule_text.text(lang),
        "lead": _involved(site, plan, task.lead, lang),
        "cooperating": _involved(site, plan, task.cooperating, lang),
        "address": site.path(lang, task_address(plan.id, task.id)),
        "cells": [
            {
                "quarter": quarter_name(one, site.messages[lang]),
                "results": len(results_in(coverage, one)) if one.first_day <= site.day else None,
            }
            for one in quarters
        ],
        "results": len(coverage.results),
        "background": len(coverage.background),
    }


def _involved(site: Site, plan: Plan, parts: tuple[Involvement, ...], lang: str) -> list[View]:
    """Return the units that take part; one that is not in the data is a finding of its own and left out here."""
    return [
        {
            "name": unit.short.text(lang),
            "address": site.path(lang, unit_address(plan.id, unit.id)),
            "note": part.note.text(lang) if part.note else None,
        }
        for part in parts
        if (unit := site.catalogue.units.get(part.unit))
    ]


def _task_page(site: Site, coverage: Coverage, lang: str) -> PageOutput:
    plan, task, messages = coverage.plan, coverage.task, site.messages[lang]
    title = messages.text("plan.task", id=task.id.upper(), title=task.title.text(lang))
    view = matrix_row(site, coverage, lang) | {
        "coverage": coverage_view(site, coverage, lang),
        "period": period_text(site, plan, lang),
        "neighbours": _neighbours(site, plan, task, lang),
        "translated": lang != site.config.source_lang,
    }
    return page(
        site,
        lang,
        task_address(plan.id, task.id),
        template="task",
        title=title,
        summary=messages.text("plan.task-summary", id=task.id.upper(), title=task.title.text(lang)),
        view=view,
        modified=modified((*coverage.results, *coverage.background), site.day),
        trail=[(plan_title(site, lang), f"plan/{plan.id}/")],
        feed=(title, task_address(plan.id, task.id)),
    )


def _neighbours(site: Site, plan: Plan, task: Task, lang: str) -> list[View]:
    return [
        {
            "id": one.id.upper(),
            "title": one.title.text(lang),
            "address": site.path(lang, task_address(plan.id, one.id)),
            "current": one.id == task.id,
        }
        for one in plan.tasks
    ]


def _unit_link(site: Site, plan: Plan, unit: Unit, lang: str) -> View:
    return {"name": unit.name.text(lang), "address": site.path(lang, unit_address(plan.id, unit.id))}


def _unit_page(site: Site, plan: Plan, unit: Unit, coverages: list[Coverage], lang: str) -> PageOutput:
    messages = site.messages[lang]
    delivered = [item for coverage in coverages for item in coverage.results if item.facts.unit == unit.id]
    delivered = list({item.id: item for item in delivered}.values())
    view: View = {
        "name": unit.name.text(lang),
        "short": unit.short.text(lang),
        "other_name": unit.name.text(site.config.source_lang) if lang != site.config.source_lang else None,
        "official_english": unit.official_english,
        "note": unit.note.text(lang) if unit.note else None,
        "collective": unit.collective,
        "leads": [matrix_row(site, one, lang) for one in coverages if _takes_part(one.task.lead, unit)],
        "cooperates": [matrix_row(site, one, lang) for one in coverages if _takes_part(one.task.cooperating, unit)],
        "delivered": cards(site, delivered, lang),
        "report_due": plan.report.note.text(lang) if plan.report.note else None,
    }
    return page(
        site,
        lang,
        unit_address(plan.id, unit.id),
        template="unit",
        title=unit.name.text(lang),
        summary=messages.text("plan.unit-summary", name=unit.name.text(lang)),
        view=view,
        modified=modified(delivered, site.day),
        trail=[(plan_title(site, lang), f"plan/{plan.id}/")],
    )


def _takes_part(parts: tuple[Involvement, ...], unit: Unit) -> bool:
    return any(part.unit == unit.id for part in parts)
