"""Open data: the plan and its coverage as JSON and CSV, and a page that says what there is."""

import csv
import io
import json
from collections.abc import Iterator

from promosite.coverage import coverage_record, plan_coverage, task_record
from promosite.coverage.records import schedule_record
from promosite.generate.datasets import DataFile, dataset
from promosite.generate.headers import page
from promosite.generate.site import Site, View, item_address, task_address
from promosite.lang import long_date
from promosite.model.items import Item
from promosite.model.outputs import FileOutput, PageOutput
from promosite.model.plan import Plan
from promosite.model.record import Words

ADDRESS = "data/"
SETS = {
    "plan": (DataFile("data/plan.json", "application/json"),),
    "coverage": (DataFile("data/coverage.json", "application/json"), DataFile("data/coverage.csv", "text/csv")),
}
"""Data sets by the key of their words, with their files."""
COLUMNS = ("plan", "task", "counted_as", "key", "published", "languages", "url")


def data_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the page of open data in each language, where there is a plan."""
    if site.current_plan is None:
        return
    for lang in site.config.locales:
        messages = site.messages[lang]
        yield page(
            site,
            lang,
            ADDRESS,
            template="data",
            title=messages.text("data.title"),
            summary=messages.text("data.summary"),
            view=_view(site, lang),
            modified=site.day,
        )


def _view(site: Site, lang: str) -> View:
    messages = site.messages[lang]
    words = {key: (messages.text(f"data.{key}"), messages.text(f"data.{key}-what")) for key in SETS}
    return {
        "as_of": long_date(site.day, messages),
        "sets": [{"key": key, "name": words[key][0], "what": words[key][1], "files": _links(key)} for key in SETS],
        "columns": [{"name": name, "what": messages.text(f"data.column-{name.replace('_', '-')}")} for name in COLUMNS],
        "datasets": [
            dataset(site, lang, ADDRESS, key, name=words[key][0], description=words[key][1], files=files)
            for key, files in SETS.items()
        ],
    }


def _links(key: str) -> list[View]:
    return [{"uri": file.uri, "type": file.media_type} for file in SETS[key]]


def data_files(site: Site) -> Iterator[FileOutput]:
    """Yield the data sets, and beside the page of each row its own coverage for the websites of others."""
    catalogue, locales = site.catalogue, site.config.locales
    if site.current_plan:
        yield _json("data/plan.json", plan_record(site, site.current_plan))
        yield _json("data/coverage.json", coverage_record(catalogue, locales, site.day))
        yield FileOutput("data/coverage.csv", coverage_table(site).encode("utf-8-sig"))
    for plan in catalogue.plans.values():
        for row in plan_coverage(catalogue, plan, site.day):
            record = {"as_of": site.day.isoformat(), "plan": plan.id, **task_record(row, locales)}
            yield _json(f"{task_address(plan.id, row.task.id)}coverage.json", record)


def plan_record(site: Site, plan: Plan) -> View:
    """Return a plan as plain data: period, units by id, and rows with their text in each language."""
    named = {one.unit for task in plan.tasks for one in (*task.lead, *task.cooperating)}
    units = sorted(named & site.catalogue.units.keys())
    return {
        "id": plan.id,
        "period": {"from": plan.period.from_.isoformat(), "to": plan.period.to.isoformat()},
        "units": {unit: _words(site, site.catalogue.units[unit].name) for unit in units},
        "tasks": [
            {
                "id": task.id,
                "text": _words(site, task.text),
                "schedule": schedule_record(task),
                "lead": [one.unit for one in task.lead],
                "cooperating": [one.unit for one in task.cooperating],
            }
            for task in plan.tasks
        ],
    }


def _words(site: Site, words: Words) -> dict[str, str]:
    """Return a text in the languages in which it was written."""
    return {lang: words.text(lang) for lang in site.config.locales if words.language(lang) in (lang, None)}


def coverage_table(site: Site) -> str:
    """Return coverage as CSV (RFC 4180), a line for each item under each row that it names, in a stable order."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for plan in site.catalogue.plans.values():
        for row in plan_coverage(site.catalogue, plan, site.day):
            for counted_as, items in (("result", row.results), ("background", row.background)):
                for item in sorted(items, key=lambda one: one.id):
                    table.writerow((plan.id, row.task.id, counted_as, *_cells(site, item)))
    return out.getvalue()


def _cells(site: Site, item: Item) -> tuple[str, ...]:
    languages = " ".join(lang for lang in site.config.locales if lang in item.texts)
    published = item.facts.published.isoformat()
    return item.id, published, languages, site.config.absolute(item.source_lang, item_address(item))


def _json(uri: str, value: object) -> FileOutput:
    return FileOutput(uri, f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode())
