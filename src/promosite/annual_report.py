"""What stands behind `scripts/report.py`: from a site to the files of a report, with every refusal on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from promosite.coverage import reports
from promosite.findings import Finding, Source, finding
from promosite.generate.reports import figures_on, frame_of, paper_of
from promosite.generate.site import Site
from promosite.ledger import Ledger
from promosite.link.reports import done_findings
from promosite.messages import Messages
from promosite.report import (
    Figures,
    Frame,
    find_report,
    gaps_of,
    holds,
    table_bytes,
    text_of,
    unbroken,
    words_of,
)
from promosite.report.document import document_bytes, template_of
from promosite.report.rows import change_of

PLANS = "content/data/"
"""Where a refusal that no line of a file caused is said to stand."""


@dataclass(frozen=True)
class AnnualReport:
    """A year's report, ready to be written: file name → bytes, and what it says in each language."""

    files: dict[str, bytes]
    frames: tuple[Frame, ...]


def annual_report(site: Site, year: int, ledger: Ledger | None = None) -> tuple[AnnualReport | None, list[Finding]]:
    """Return the report of a year as of the site's day, or of its signing; None with findings where none may be made.

    With a publication ledger, the report cites since when each item is in it.
    """
    found = find_report(site.catalogue.plans.values(), year)
    if found is None:
        known = sorted(one.year for plan in site.catalogue.plans.values() for one in reports(plan))
        return None, [finding("report-none", Source(PLANS), found=year, expected=known or "–")]
    plan, report = found
    figures = figures_on(site, plan, report)
    if report.start > figures.day:
        return None, [_ahead(site, figures)]
    online = None if ledger is None else {line.address: line.first_seen for line in ledger.pages}
    frames = tuple(frame_of(site, figures, lang, online) for lang in site.config.locales)
    if refused := [*refusals(frames[0])]:
        return None, refused
    return AnnualReport(dict(_files(frames, year)), frames), []


def _ahead(site: Site, figures: Figures) -> Finding:
    """Return that the day counted to lies before the period: the day asked for, or the one on which it was signed."""
    found = {"year": figures.report.year, "start": figures.report.start, "day": figures.day}
    paper = paper_of(site, figures.report)
    if not paper.is_issued or paper.facts.date != figures.day:
        return finding("report-ahead", Source(PLANS), **found)
    return finding(
        "report-ahead", Source(paper.path or PLANS, *(paper.date_at or (None, None))), case="signed", **found
    )


def refusals(frame: Frame) -> Iterator[Finding]:
    """Yield why a report may not be made: nobody to send it to, or a row called completed on too little."""
    figures, paper = frame.figures, frame.paper
    source = Source(paper.path or f"content/reports/bao-cao-{figures.report.year}.md")
    letterhead = figures.plan.report.letterhead
    if words_of(frame, "addressee") is None:
        ended = letterhead is not None and not holds(letterhead, figures.report.last_day)
        until = letterhead.until if ended and letterhead else None
        yield finding(
            "report-addressee", source, year=figures.report.year, until=until or "–", last_day=figures.report.last_day
        )
    yield from done_findings(figures, paper)


def _files(frames: Sequence[Frame], year: int) -> Iterator[tuple[str, bytes]]:
    source = frames[0].lang
    for frame in frames:
        text = text_of(frame)
        name = f"bao-cao-{year}" if frame.lang == source else f"report-{year}-{frame.lang}"
        yield f"{name}.docx", document_bytes(unbroken(text), template_of(frame.lang, source))
        if frame.lang == source:
            for number, annex in enumerate(text.annexes, start=1):
                heads = [frame.t(key) for key in ("annex-key", "annex-part", "online-head")]
                yield f"{name}-phu-luc-{number}.csv", table_bytes(annex, *heads)


def summary_lines(frame: Frame) -> list[str]:
    """Return what the report says in a few lines: period, counts, change, and what a person must still write."""
    figures, day = frame.figures, frame.day(frame.figures.day)
    lines = [frame.t("command.day", year=figures.report.year, day=day), frame.t("matrix")]
    for row in figures.rows:
        words: dict[str, object] = {"row": row.task.id.upper(), "background": len(row.background)}
        words["undated"] = len(row.undated)
        if row.before is not None:
            words |= {"before": len(row.before), "change": change_of(row)}
        key = "report.command.row" if row.before is None else "report.command.row-before"
        lines.append(frame.messages.count(key, len(row.results), **words))
    missing = list(gaps_of(frame))
    lines.append(frame.t("command.missing", what="; ".join(missing)) if missing else frame.t("command.nothing-missing"))
    return lines


def said(tables: Sequence[Messages], key: str, **params: object) -> str:
    """Return a line for the command, in each language."""
    return " / ".join(table.text(f"report.command.{key}", **params) for table in tables)
