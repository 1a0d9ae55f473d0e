"""Open data as CSV (RFC 4180), in UTF-8 with a byte order mark, so that Excel shows Vietnamese as it was written.

What is not on record is an empty cell. What a spreadsheet would run as a formula has an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from promosite.coverage import plan_coverage
from promosite.generate.open_records import products_record
from promosite.generate.site import Site, View, item_address
from promosite.model.items import Item
from promosite.report.tables import safe_cell

Row = Sequence[object]

COVERAGE = ("plan", "task", "counted_as", "key", "published", "languages", "url")
PRODUCTS = (
    "key",
    "title_*",
    "group",
    "producer_*",
    "producer_type",
    "stars",
    "reported_stars",
    "decision_no",
    "certified_on",
    "last_day",
    "certificate_state",
    "places",
    "tasks",
    "languages",
    "published",
    "as_of",
    "url_*",
)
"""Columns; one that ends in `*` stands once for each language of the site."""
TABLES: Mapping[str, Sequence[str]] = {"coverage": COVERAGE, "products": PRODUCTS}


def coverage_table(site: Site) -> bytes:
    """Return coverage, a line for each item under each row that it names, in a stable order."""
    return _table(COVERAGE, _coverage_rows(site))


def products_table(site: Site, languages: Sequence[str]) -> bytes:
    """Return the products of `products.json`, a line for each; the longer answers stand only there."""
    heads = [one for name in PRODUCTS for one in _columns(name, languages)]
    return _table(heads, (_product(one, languages) for one in products_record(site)["products"]))


def _columns(name: str, languages: Sequence[str]) -> Iterator[str]:
    yield from (name.replace("*", lang) for lang in languages) if name.endswith("*") else (name,)


def _table(heads: Row, rows: Iterable[Row]) -> bytes:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(heads)
    table.writerows([safe_cell("" if cell is None else str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _coverage_rows(site: Site) -> Iterator[Row]:
    for plan in site.catalogue.plans.values():
        for row in plan_coverage(site.catalogue, plan, site.day):
            for counted_as, items in (("result", row.results), ("background", row.background)):
                for item in sorted(items, key=lambda one: one.id):
                    yield plan.id, row.task.id, counted_as, *_cells(site, item)


def _cells(site: Site, item: Item) -> Row:
    languages = " ".join(lang for lang in site.config.locales if lang in item.texts)
    published = item.facts.published.isoformat()
    return item.id, published, languages, site.config.absolute(item.source_lang, item_address(item))


def _product(product: View, languages: Sequence[str]) -> Row:
    certificate, producer = product["certificate"] or {}, product["producer"] or {}
    return (
        product["key"],
        *(product["title"].get(lang) for lang in languages),
        product["group"],
        *(producer.get("name", {}).get(lang) for lang in languages),
        producer.get("type"),
        certificate.get("stars"),
        certificate.get("reported_stars"),
        certificate.get("decision_no"),
        certificate.get("certified_on"),
        certificate.get("last_day"),
        certificate.get("state"),
        " ".join(product["places"]),
        " ".join(product["tasks"]),
        " ".join(product["languages"]),
        product["published"],
        product["as_of"],
        *(product["url"].get(lang) for lang in languages),
    )
