"""Open data: plan, coverage, products, events and the state of things as files, and a page that tells of them."""

import json
from collections.abc import Iterator, Mapping

from promosite.coverage import coverage_record, plan_coverage, task_record
from promosite.generate.datasets import DataFile, dataset
from promosite.generate.headers import page
from promosite.generate.open_build import build_record
from promosite.generate.open_records import embed_record, events_record, plan_record, products_record
from promosite.generate.open_schemas import fields_of, meaning, open_schemas, schema_address
from promosite.generate.open_tables import TABLES, coverage_table, products_table
from promosite.generate.site import Site, View, task_address
from promosite.generate.standing import status_of, status_record
from promosite.lang import long_date
from promosite.ledger import LEDGER, SCHEMA, Line
from promosite.model.outputs import FileOutput, PageOutput

ADDRESS = "data/"
JSON, CSV = "application/json", "text/csv"
NEED_A_PLAN = ("plan", "coverage", "rows")
"""Data sets of which a site without a plan has nothing."""
SCHEMAS: Mapping[str, tuple[str, ...]] = {
    "plan": ("plan",),
    "coverage": ("coverage",),
    "rows": ("row", "embed"),
    "products": ("products",),
    "events": ("events",),
    "status": ("status",),
    "build": ("build",),
}
"""Data sets by the key of their words, with the schemas of their files."""


def data_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the page of open data in each language."""
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
    keys = [key for key in SCHEMAS if site.current_plan or key not in NEED_A_PLAN]
    words = {key: (messages.text(f"data.{key}"), messages.text(f"data.{key}-what")) for key in keys}
    return {
        "as_of": long_date(site.day, messages),
        "sets": [{"key": key, "name": words[key][0], "what": words[key][1], **_set(site, key, lang)} for key in keys],
        "datasets": [
            dataset(
                site,
                lang,
                ADDRESS,
                key,
                name=words[key][0],
                description=words[key][1],
                files=_files(site, key),
                modified=site.day,
            )
            for key in keys
        ],
        "ledger": {"files": [LEDGER, SCHEMA], "fields": [*Line.model_fields]},
    }


def _set(site: Site, key: str, lang: str) -> View:
    """Return the files of a data set, and all fields and columns that they have."""
    messages = site.messages[lang]
    columns = [
        {"name": name, "what": messages.text(f"data.column.{name.rstrip('*').strip('_').replace('_', '-')}")}
        for name in TABLES.get(key, ())
    ]
    return {
        "files": [{"uri": file.uri, "type": file.media_type} for file in _files(site, key)],
        "schemas": [
            {
                "uri": schema_address(name),
                "of": messages.text(f"data.file.{name}"),
                "fields": [
                    {"name": shown, "what": meaning(section, path, messages) or ""}
                    for shown, section, path, _ in fields_of(name)
                ],
            }
            for name in SCHEMAS[key]
        ],
        "columns": columns,
    }


def _files(site: Site, key: str) -> list[DataFile]:
    """Return the files of a data set."""
    if key == "rows":
        rows = [task_address(plan.id, task.id) for plan in site.catalogue.plans.values() for task in plan.tasks]
        return [DataFile(f"{row}{name}.json", JSON) for row in rows for name in ("coverage", "embed")]
    table = [DataFile(f"data/{key}.csv", CSV)] if key in TABLES else []
    return [DataFile(f"data/{key}.json", JSON), *table]


def data_files(site: Site) -> Iterator[FileOutput]:
    """Yield the data sets, their schemas, and beside the page of each row what others may show of it."""
    if site.current_plan:
        yield from _of_the_plan(site)
    yield _json("data/products.json", products_record(site))
    yield FileOutput("data/products.csv", products_table(site, site.config.locales))
    yield _json("data/events.json", events_record(site))
    yield _json("data/status.json", status_record(status_of(site)))
    yield _json("data/build.json", build_record(site))
    for address, schema in open_schemas(site):
        yield _json(address, schema)


def _of_the_plan(site: Site) -> Iterator[FileOutput]:
    catalogue, locales = site.catalogue, site.config.locales
    assert site.current_plan
    yield _json("data/plan.json", plan_record(site, site.current_plan))
    yield _json("data/coverage.json", coverage_record(catalogue, locales, site.day))
    yield FileOutput("data/coverage.csv", coverage_table(site))
    for plan in catalogue.plans.values():
        for row in plan_coverage(catalogue, plan, site.day):
            record = {"as_of": site.day.isoformat(), "plan": plan.id, **task_record(row, locales)}
            address = task_address(plan.id, row.task.id)
            yield _json(f"{address}coverage.json", record)
            yield _json(f"{address}embed.json", embed_record(site, row))


def _json(uri: str, value: object) -> FileOutput:
    return FileOutput(uri, f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode())
