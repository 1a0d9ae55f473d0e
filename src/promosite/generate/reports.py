"""The page of a yearly report: the same numbers and lists as the Word file, openly a draft."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from promosite.coverage import Report
from promosite.generate.headers import page
from promosite.generate.listings import pager, part_address, part_title
from promosite.generate.site import Site, View, item_address, report_address
from promosite.ledger import LEDGER
from promosite.model.items import Item
from promosite.model.outputs import PageOutput
from promosite.model.papers import Paper
from promosite.model.plan import Plan
from promosite.report import (
    NAME_AT,
    Annex,
    Block,
    Figures,
    Frame,
    ReportText,
    begun_reports,
    figures_of,
    gaps_of,
    holds,
    references_of,
    text_of,
    words_of,
)

ROWS = 80
"""Rows of annexes on one page, so that it stays light."""

ADDRESS_LAST = ("II", "VI")
"""Annexes whose last column is the address of the item."""


def report_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the pages of each report whose period has begun, in all languages."""
    for plan in site.catalogue.plans.values():
        for report in begun_reports(plan, site.day):
            figures = figures_on(site, plan, report)
            for lang in site.config.locales:
                yield from _report_pages(site, figures, lang)


def paper_of(site: Site, report: Report) -> Paper:
    """Return what people wrote for a report; an empty paper where nobody wrote anything."""
    return site.papers.get(report.year) or Paper(report.year)


def figures_on(site: Site, plan: Plan, report: Report) -> Figures:
    """Return what a report counts: up to the site's day, and once it is issued never beyond the day of signing."""
    return figures_of(site.catalogue, plan, report, paper_of(site, report).counted_to(site.day))


def report_links(site: Site, plan: Plan, lang: str) -> list[View]:
    """Return links to the reports of a plan."""
    return [
        {
            "title": site.messages[lang].text("report.page.link", year=report.year),
            "address": site.path(lang, report_address(plan.id, report.year)),
        }
        for report in begun_reports(plan, site.day)
    ]


def frame_of(
    site: Site, figures: Figures, lang: str, online: Mapping[str, date] | None = None, *, on_site: bool = False
) -> Frame:
    """Return what the words of a report are made from; `on_site` where they are those of its page.

    `online` is the day on which the publication ledger first saw each address; None where no ledger is given. What
    came about after the day to which the report counts is not in it: neither a signing nor a line of the ledger.
    """

    def address(item: Item, item_lang: str) -> str:
        return site.config.absolute(item_lang, item_address(item))

    def first_seen(item: Item) -> date | None:
        addresses = (site.config.url_path(one, item_address(item)) for one in site.config.locales)
        days = (online[address] for address in addresses if online and address in online)
        return min((day for day in days if day <= figures.day), default=None)

    return Frame(
        lang=lang,
        messages=site.messages[lang],
        catalogue=site.catalogue,
        figures=figures,
        references=references_of(figures, site.messages[lang].text("report.far")),
        paper=paper_of(site, figures.report).on(figures.day),
        address=address,
        languages=site.config.locales,
        area=site.config.area,
        has_publisher=site.config.publisher is not None,
        first_seen=None if online is None else first_seen,
        ledger_file=LEDGER if on_site else None,
    )


def _report_pages(site: Site, figures: Figures, lang: str) -> Iterator[PageOutput]:
    """Yield the report, and what its annexes have beyond one page under `page/2/` and so on."""
    plan, year, messages = figures.plan, figures.report.year, site.messages[lang]
    frame = frame_of(site, figures, lang, on_site=True)
    text, address = text_of(frame), report_address(plan.id, year)
    parts = _parts([_annex(site, annex, frame) for annex in text.annexes])
    title = messages.text("report.page.title", year=year)
    for number, annexes in enumerate(parts, start=1):
        view = {"annexes": annexes, "issued": frame.paper.is_issued} | pager(site, lang, address, number, len(parts))
        yield page(
            site,
            lang,
            part_address(address, number),
            template="report",
            data=frame.paper.path,
            title=part_title(messages, title, number),
            summary=messages.text("report.page.summary", year=year),
            view=_whole(frame, text) | view if number == 1 else view,
            modified=min(figures.end, site.day),
            section=number == 1,
            trail=[(messages.text("plan.menu"), f"plan/{plan.id}/")],
        )


def _parts(annexes: list[View]) -> list[list[View]]:
    """Return the annexes cut into pages of so many rows; an annex without rows stays where it stands."""
    parts: list[list[View]] = [[]]
    room = ROWS
    for annex in annexes:
        rows = annex["rows"]
        while len(rows) > room:
            head, rows = rows[:room], rows[room:]
            parts[-1] += [annex | {"rows": head}] if head else []
            parts.append([])
            room = ROWS
        parts[-1].append(annex | {"rows": rows})
        room -= len(rows)
    return parts


def _whole(frame: Frame, text: ReportText) -> View:
    return {
        "head": {
            "marks": list(text.head.marks),
            "kind": text.head.kind,
            "subject": text.head.subject,
            "addressee": text.head.addressee,
        },
        "signed": frame.t("page.signed", day=frame.day(frame.figures.day)) if frame.paper.is_issued else None,
        "choose": _choose(frame),
        "missing": list(gaps_of(frame)),
        "groups": [
            {"kind": kind, "blocks": [_block(block) for block in blocks]}
            for kind, blocks in groupby(text.body, lambda block: block.kind)
        ],
    }


def _block(block: Block) -> View:
    table = block.table
    return {
        "kind": block.kind,
        "text": block.text.removeprefix("- "),
        "table": {"heads": list(table.heads), "rows": [list(row) for row in table.rows]} if table else None,
    }


def _choose(frame: Frame) -> str | None:
    """Return why a person must choose the addressee; None where there is one."""
    letterhead, report = frame.figures.plan.report.letterhead, frame.figures.report
    if words_of(frame, "addressee") or letterhead is None or holds(letterhead, report.last_day):
        return None
    assert letterhead.until is not None
    return frame.t("page.choose", until=frame.day(letterhead.until), last_day=frame.day(report.last_day))


def _annex(site: Site, annex: Annex, frame: Frame) -> View:
    """Return an annex for the page: names are links, so a column that holds only addresses is left out."""
    shown = len(annex.heads) - (annex.number in ADDRESS_LAST)
    return {
        "number": annex.number,
        "title": f"{frame.t('annex')} {annex.number}. {annex.title}",
        "heads": list(annex.heads[:shown]),
        "empty": annex.empty,
        "rows": [
            {
                "band": row.band,
                "total": row.total,
                "cells": list(row.cells[:shown]),
                "name_at": NAME_AT.get(annex.number),
                "link": site.path(row.lang or frame.lang, item_address(row.item)) if row.item else None,
                "lang": row.lang,
            }
            for row in annex.rows
        ],
    }
