"""The yearly reports in the editor: a file for each year and language, and a box for each part that a person writes."""

from collections.abc import Iterator, Mapping, Sequence

from promosite.coverage import reports
from promosite.editor.fields import Json, Option, Words, record_fields
from promosite.form import paper_shape
from promosite.messages import Messages
from promosite.model.catalogue import Catalogue
from promosite.model.papers import SECTIONS, PaperFacts
from promosite.model.plan import Plan

FOLDER = "content/reports"


def paper_format(lang: str) -> str:
    """Return the name under which our reader and writer of a report in a language is known to the editor.

    The ending is its own rule: of single Markdown files it takes only formats that are named so.
    """
    return f"promosite-report-{lang}-frontmatter"


def paper_forms(tables: Mapping[str, Messages]) -> Json:
    """Return how the files are written, by language: the shape of the header and the headings of the parts."""
    source = next(iter(tables))
    empty: Json = {"kind": "record", "fields": {}}
    return {
        lang: {
            "format": paper_format(lang),
            "shape": paper_shape() if lang == source else empty,
            "headings": {name: table.text(f"report.section.{name}") for name in SECTIONS},
        }
        for lang, table in tables.items()
    }


def papers(catalogue: Catalogue, words: Words) -> Iterator[Json]:
    """Yield the collection of all reports that the plans ask for; nothing where there is no plan."""
    years = {report.year: plan for plan in catalogue.plans.values() for report in reports(plan)}
    if years:
        yield {
            "name": "reports",
            "label": words.say("editor.reports"),
            "label_singular": words.say("editor.report"),
            "description": words.say("editor.reports-hint"),
            "files": [_file(years[year], year, lang, words) for year in sorted(years) for lang in words.locales],
        }


def _file(plan: Plan, year: int, lang: str, words: Words) -> Json:
    source = words.locales[0]
    name = f"bao-cao-{year}" if lang == source else f"report-{year}-{lang}"
    language = words.say(f"language.{lang}")
    facts = record_fields(PaperFacts, _with_rows(plan, words)).values() if lang == source else ()
    return {
        "name": name,
        "label": f"{year} · {language}",
        "file": f"{FOLDER}/{name}.md",
        "format": paper_format(lang),
        "fields": [*facts, *(_part(section, lang, words) for section in SECTIONS)],
    }


def _with_rows(plan: Plan, words: Words) -> Words:
    """Return the words with the rows of a report's plan as choices: those that the office declares completed."""
    rows: Sequence[Option] = [
        (task.id, f"{task.id} · {' / '.join(dict.fromkeys(task.title.text(lang) for lang in words.locales))}")
        for task in plan.tasks
    ]
    return Words(words.locales, words.tables, {**words.choices, "paper.done": rows})


def _part(section: str, lang: str, words: Words) -> Json:
    """Return the box of a part: plain text, for an office paper holds neither bold words nor links."""
    table = next((one for one in words.tables if one.lang == lang), words.tables[0])
    return {
        "name": section,
        "label": table.text(f"report.section.{section}"),
        "hint": words.say("editor.report-part"),
        "required": False,
        "widget": "text",
    }
