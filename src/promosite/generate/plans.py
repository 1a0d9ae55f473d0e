"""The plan's pages: the whole text with its matrix, a coverage page for each row, a page for each unit."""

from collections.abc import Iterator, Sequence

from promosite.coverage import Coverage, DueItem, due_items, due_of_nobody, due_of_unit, plan_coverage, takes_part
from promosite.generate.cards import cards
from promosite.generate.coverage import Groups, coverage_in_brief, coverage_parts, coverage_view, tally
from promosite.generate.deadlines import deadlines_view
from promosite.generate.due import due_in_brief, due_parts, due_view
from promosite.generate.headers import page
from promosite.generate.listings import modified
from promosite.generate.long_lists import Part, list_pages, long_list
from promosite.generate.matrix import by_audience, by_form, matrix_row, strip_size, year_heads
from promosite.generate.plan_text import period_text, plan_view
from promosite.generate.reports import report_links
from promosite.generate.site import Site, View, task_address, unit_address
from promosite.generate.statuses import rule_view, status_view
from promosite.lang import long_date
from promosite.model.items import Item
from promosite.model.outputs import PageOutput
from promosite.model.plan import Plan, Task
from promosite.model.reference import Unit


def plan_pages(site: Site) -> Iterator[PageOutput]:
    """Yield all pages of all plans."""
    due = due_items(site.catalogue, site.config.locales, site.day)
    for plan in site.catalogue.plans.values():
        coverages = plan_coverage(site.catalogue, plan, site.day)
        for lang in site.config.locales:
            yield from _plan_pages(site, plan, coverages, due, lang)
            for coverage in coverages:
                yield from _task_pages(site, coverage, lang)
            for unit in site.catalogue.units_of(plan):
                yield from _unit_pages(site, plan, unit, coverages, due, lang)


def plan_title(site: Site, lang: str) -> str:
    """Return the plan's name for menus and ways up."""
    return site.messages[lang].text("plan.menu")


def as_of_view(site: Site, plan: Plan, lang: str) -> View:
    """Return the day of the build, and where it lies to the plan's period."""
    messages, period = site.messages[lang], period_text(site, plan, lang)
    where = "ended" if site.day > plan.period.to else "ahead" if site.day < plan.period.from_ else None
    return {
        "day": messages.text("office.as-of", day=long_date(site.day, messages)),
        "period": messages.text(f"office.{where}", period=period) if where else None,
    }


def _plan_pages(
    site: Site, plan: Plan, coverages: Sequence[Coverage], due: Sequence[DueItem], lang: str
) -> Iterator[PageOutput]:
    items = [item for coverage in coverages for item in (*coverage.results, *coverage.background)]
    address, anchor = f"plan/{plan.id}/", "without-task"
    nobodys = due_view(site, due_of_nobody(due, plan.id, plan.units()), lang)
    without = Part(
        anchor, site.messages[lang].text("plan.without-task"), cards(site, site.catalogue.without_task, lang)
    )
    whole = long_list([*due_parts(nobodys), without])
    view = plan_view(site, plan, coverages, lang) | _office_view(site, plan, coverages, due, lang)
    view |= {
        "due_of_nobody": due_in_brief(nobodys, whole, site, lang, address),
        "without_task": list(whole.entries(anchor)),
        "without_task_number": len(without.entries),
        "without_task_more": whole.more(site, lang, address, anchor),
    }
    first = page(
        site,
        lang,
        address,
        template="plan",
        data=f"content/data/plan-{plan.id}.yml",
        title=plan_title(site, lang),
        summary=plan.title.text(lang),
        view=view,
        modified=modified(items, site.day),
        section=True,
    )
    yield first
    yield from list_pages(site, first, whole, [])


def _office_view(site: Site, plan: Plan, coverages: Sequence[Coverage], due: Sequence[DueItem], lang: str) -> View:
    """Return how a plan stands: statuses, matrix, forms, audiences, units and dates."""
    return {
        "as_of": as_of_view(site, plan, lang),
        "statuses": _statuses(site, coverages, lang),
        "years": year_heads(coverages[0]) if coverages else [],
        "strip": strip_size(),
        "forms": by_form(site, coverages, lang),
        "audiences": by_audience(site, coverages, lang),
        "offices": [_office_line(site, plan, unit, coverages, due, lang) for unit in site.catalogue.units_of(plan)],
        "dates": deadlines_view(site, plan, None, lang),
    }


def _statuses(site: Site, coverages: Sequence[Coverage], lang: str) -> list[View]:
    """Return each status that occurs with its rows, in the order of the first of them."""
    groups: dict[str, View] = {}
    for coverage in coverages:
        status = status_view(site, coverage, lang)
        group = groups.setdefault(status["text"], status | {"rows": []})
        group["rows"].append(
            {
                "id": coverage.task.id.upper(),
                "title": coverage.task.title.text(lang),
                "address": site.path(lang, task_address(coverage.plan.id, coverage.task.id)),
            }
        )
    return list(groups.values())


def _office_line(
    site: Site, plan: Plan, unit: Unit, coverages: Sequence[Coverage], due: Sequence[DueItem], lang: str
) -> View:
    return {
        "name": unit.name.text(lang),
        "address": site.path(lang, unit_address(plan.id, unit.id)),
        "leads": [
            {"id": task.id.upper(), "address": site.path(lang, task_address(plan.id, task.id))}
            for task in plan.tasks
            if takes_part(task.lead, unit.id)
        ],
        "due": len(due_of_unit(due, plan.id, unit.id)),
        "delivered": len(_delivered(unit, coverages)),
    }


def _delivered(unit: Unit, coverages: Sequence[Coverage]) -> list[Item]:
    """Return the results that a unit published, each once."""
    found = [item for coverage in coverages for item in coverage.results if item.facts.unit == unit.id]
    return list({item.id: item for item in found}.values())


def _task_pages(site: Site, coverage: Coverage, lang: str) -> Iterator[PageOutput]:
    plan, task, messages = coverage.plan, coverage.task, site.messages[lang]
    title = messages.text("plan.task", id=task.id.upper(), title=task.title.text(lang))
    address, counted, trail = (
        task_address(plan.id, task.id),
        coverage_view(site, coverage, lang),
        _trail(site, plan, lang),
    )
    whole = long_list(coverage_parts(counted, messages))
    view = matrix_row(site, coverage, lang) | {
        "coverage": coverage_in_brief(counted, whole, site, lang, address),
        "rule": rule_view(site, coverage, lang),
        "as_of": as_of_view(site, plan, lang),
        "strip": strip_size(),
        "period": period_text(site, plan, lang),
        "reports": report_links(site, plan, lang),
        "neighbours": _neighbours(site, plan, task, lang),
        "translated": lang != site.config.source_lang,
    }
    first = page(
        site,
        lang,
        address,
        template="task",
        data=f"content/data/plan-{plan.id}.yml",
        title=title,
        summary=messages.text("plan.task-summary", id=task.id.upper(), title=task.title.text(lang)),
        view=view,
        modified=modified((*coverage.results, *coverage.background), site.day),
        trail=trail,
        feed=(title, address),
    )
    yield first
    yield from list_pages(site, first, whole, trail)


def _trail(site: Site, plan: Plan, lang: str) -> list[tuple[str, str]]:
    return [(plan_title(site, lang), f"plan/{plan.id}/")]


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


def _unit_pages(
    site: Site, plan: Plan, unit: Unit, coverages: Sequence[Coverage], due: Sequence[DueItem], lang: str
) -> Iterator[PageOutput]:
    messages, delivered, address = site.messages[lang], _delivered(unit, coverages), unit_address(plan.id, unit.id)
    own = due_view(site, due_of_unit(due, plan.id, unit.id), lang)
    results = Part("delivered", messages.text("plan.delivered"), cards(site, delivered, lang))
    whole = long_list([*due_parts(own), results])
    brief = {
        "due": due_in_brief(own, whole, site, lang, address),
        "delivered": list(whole.entries(results.anchor)),
        "delivered_number": len(delivered),
        "delivered_more": whole.more(site, lang, address, results.anchor),
    }
    first = page(
        site,
        lang,
        address,
        template="unit",
        data="content/data/units.yml",
        title=unit.name.text(lang),
        summary=messages.text("plan.unit-summary", name=unit.name.text(lang)),
        view=_unit_view(site, plan, unit, coverages, due, lang) | brief,
        modified=modified(delivered, site.day),
        trail=_trail(site, plan, lang),
    )
    yield first
    yield from list_pages(site, first, whole, _trail(site, plan, lang))


def _unit_view(
    site: Site, plan: Plan, unit: Unit, coverages: Sequence[Coverage], due: Sequence[DueItem], lang: str
) -> View:
    """Return what a unit leads, what is due of all together, the dates ahead, and its results by row."""
    delivered = _delivered(unit, coverages)
    rows_of = site.catalogue.tasks_of
    by_row = Groups(
        {task.id: task.id.upper() for task in plan.tasks},
        lambda item: [task for of, task in rows_of[item.id] if of == plan.id],
    )
    return {
        "name": unit.name.text(lang),
        "short": unit.short.text(lang),
        "other_name": unit.name.text(site.config.source_lang) if lang != site.config.source_lang else None,
        "official_english": unit.official_english,
        "note": unit.note.text(lang) if unit.note else None,
        "as_of": as_of_view(site, plan, lang),
        "strip": strip_size(),
        "leads": [matrix_row(site, one, lang) for one in coverages if takes_part(one.task.lead, unit.id)],
        "cooperates": [matrix_row(site, one, lang) for one in coverages if takes_part(one.task.cooperating, unit.id)],
        "shared": [] if unit.collective else _shared(site, plan, due, lang),
        "dates": deadlines_view(site, plan, unit, lang),
        "delivered_by_row": [line for line in tally(site, delivered, by_row, lang) if line["number"]],
    }


def _shared(site: Site, plan: Plan, due: Sequence[DueItem], lang: str) -> list[View]:
    """Return the collective units of a plan with what is due of all together: each unit's head must see it."""
    return [
        {
            "name": unit.name.text(lang),
            "address": site.path(lang, unit_address(plan.id, unit.id)),
            "due": len(due_of_unit(due, plan.id, unit.id)),
        }
        for unit in site.catalogue.units_of(plan)
        if unit.collective
    ]
