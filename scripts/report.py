#!/usr/bin/env python3
"""Write a year's report from what the site holds: Word files in both languages, a table per annex, and a PDF."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import environment
from command_line import CommandLine, day, number

if TYPE_CHECKING:
    from promosite.annual_report import AnnualReport
    from promosite.findings import Finding
    from promosite.generate.site import Site
    from promosite.ledger import Ledger
    from promosite.messages import Messages

# Everything of the package is imported where it is used: the processes that help to judge the content import this
# module and need nothing of it.


def read_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = CommandLine("report")
    parser.add_argument("--year", type=number, required=True)
    parser.add_argument("--as-of", type=day, metavar="DATE")
    parser.add_argument("--out", type=Path, metavar="DIR")
    parser.add_argument("--ledger", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--no-pdf", action="store_true")
    parser.add_argument("--lang", choices=("vi", "en"))
    return parser.read()


def sites(year: int, as_of: date | None) -> tuple[Site | None, list[Finding]]:
    """Return the site of the day to which the report of a year counts, and what is wrong today: it stops any report.

    What was withdrawn since that day is in a site of that day, and in none of today.
    """
    from promosite.clock import build_moment, noon
    from promosite.judging import remembering
    from promosite.pipeline import read_site

    judge = remembering(environment.ROOT, os.cpu_count() or 1)
    site, findings = read_site(environment.ROOT, build_moment(), judge=judge)
    if site is None:
        return None, findings
    paper, day = site.papers.get(year), as_of or site.day
    day = paper.counted_to(day) if paper else day
    if day != site.day:
        site, _ = read_site(environment.ROOT, noon(day), judge=judge)
    return site, findings


def ledger_of(path: Path | None) -> tuple[Ledger | None, list[Finding]]:
    """Return the ledger of a file, or the one of the site's branch as this clone last saw it."""
    from promosite.findings import Source, finding
    from promosite.ledger import read_ledger
    from promosite.publishing import local_ledger

    if path is None:
        return local_ledger(environment.ROOT)
    try:
        return read_ledger(path.read_bytes(), str(path))
    except OSError as error:
        return None, [finding("ledger-unreadable", Source(str(path)), reason=error.strerror)]


def pdf(documents: list[Path], tables: list[Messages]) -> None:
    """Write a PDF beside each Word file where LibreOffice is there, and say so."""
    from promosite.annual_report import said
    from promosite.clock import build_moment
    from promosite.libreoffice import to_pdf

    made = to_pdf(documents, documents[0].parent, build_moment())
    if len(made) < len(documents):
        print(said(tables, "no-pdf"), file=sys.stderr)
    for path in made:
        print(said(tables, "written", path=path))


def write(report: AnnualReport, arguments: argparse.Namespace, tables: list[Messages]) -> None:
    """Write the files of a report and say where."""
    from promosite.annual_report import said
    from promosite.whole_files import write_whole

    target = arguments.out or environment.ROOT / "build" / f"report-{arguments.year}"
    for name, content in report.files.items():
        write_whole(target / name, content)
        print(said(tables, "written", path=target / name))
    if not arguments.no_pdf:
        pdf([target / name for name in report.files if name.endswith(".docx")], tables)


def main() -> int:
    """Return the exit code: 1 where the content has errors, or no report may be made; 2 for a day to come."""
    arguments = read_arguments()
    environment.enter()
    from promosite.annual_report import annual_report, said, summary_lines
    from promosite.clock import build_day, build_moment
    from promosite.findings import as_lines, has_errors
    from promosite.messages import spoken

    tables = spoken(arguments.lang)
    if arguments.as_of and arguments.as_of > (today := build_day(build_moment())):
        print(said(tables, "ahead", day=arguments.as_of, today=today), file=sys.stderr)
        return 2
    site, findings = sites(arguments.year, arguments.as_of)
    ledger, unread = ledger_of(arguments.ledger)
    report, refused = annual_report(site, arguments.year, ledger) if site else (None, [])
    wrong = [one for one in findings if has_errors([one])] + unread
    findings = wrong + [one for one in refused if one not in wrong]
    if findings:
        print("\n".join(as_lines(findings, tables)), file=sys.stderr)
    if report is None or findings:
        if site:
            print(said(tables, "refused"), file=sys.stderr)
        return 1
    for frame in report.frames:
        if arguments.lang in (None, frame.lang):
            print("\n".join([*summary_lines(frame), ""]))
    if arguments.dry_run:
        print(said(tables, "dry"))
    else:
        with environment.writing(arguments.lang):
            write(report, arguments, tables)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
