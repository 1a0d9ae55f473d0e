"""A row is called completed only where the period has results enough to say so."""

from collections.abc import Iterator, Mapping
from datetime import date

from promosite.findings import Finding, Source, finding
from promosite.model.catalogue import Catalogue
from promosite.model.papers import Paper
from promosite.report import figures_of, find_report
from promosite.report.figures import Figures


def report_findings(catalogue: Catalogue, papers: Mapping[int, Paper], day: date) -> Iterator[Finding]:
    """Yield what the papers of all years say too early, as counted on a day."""
    for year, paper in papers.items():
        found = find_report(catalogue.plans.values(), year) if paper.facts.done else None
        if found:
            code = "report-done-withdrawn" if _may_have_had_more(catalogue, paper) else "report-done"
            yield from done_findings(figures_of(catalogue, *found, paper.counted_to(day)), paper, code)


def _may_have_had_more(catalogue: Catalogue, paper: Paper) -> bool:
    """Tell whether something was withdrawn after a report was signed: of what it was a result nobody knows any more."""
    signed = paper.facts.date if paper.is_issued else None
    return signed is not None and any(one.since > signed for one in catalogue.withdrawn.values())


def done_findings(figures: Figures, paper: Paper, code: str = "report-done") -> Iterator[Finding]:
    """Yield the rows that a paper calls completed and that have too few results in its period."""
    path = paper.path or f"content/reports/bao-cao-{figures.report.year}.md"
    for row in figures.rows:
        if row.task.id in paper.facts.done and not row.may_be_done:
            source = Source(path, *paper.done_at.get(row.task.id, (None, None)))
            yield finding(code, source, row=row.task.id, count=len(row.results))
