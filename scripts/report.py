#!/usr/bin/env python3
"""Write a year's report from what the site holds: Word files in both languages, a table per annex, and a PDF."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--year", type=int, required=True, help="the report's year, such as 2024")
parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="count as on this day (default: today)")
parser.add_argument("--out", type=Path, metavar="DIR", help="where to write (default: build/report-YEAR)")
parser.add_argument("--ledger", type=Path, metavar="FILE", help="publication ledger (default: the site's branch here)")
parser.add_argument("--dry-run", action="store_true", help="say what the report would say and what is missing")
parser.add_argument("--no-pdf", action="store_true", help="do not ask LibreOffice for PDF files")
parser.add_argument("--lang", choices=("vi", "en"), help="messages in one language only (default: both)")
arguments = parser.parse_args()
environment.enter()

from promosite.annual_report import annual_report, said, summary_lines  # noqa: E402  (only inside the environment)
from promosite.clock import VIETNAM, build_moment  # noqa: E402
from promosite.config import load_config  # noqa: E402
from promosite.findings import Finding, Source, as_lines, finding, has_errors  # noqa: E402
from promosite.ledger import Ledger, read_ledger  # noqa: E402
from promosite.messages import load_messages  # noqa: E402
from promosite.pipeline import load_site  # noqa: E402
from promosite.publishing import local_ledger  # noqa: E402

tables = [load_messages(lang) for lang in ([arguments.lang] if arguments.lang else ("vi", "en"))]
CONVERTERS = ("soffice", "libreoffice")


def noon(day: date) -> datetime:
    """Return noon of a day in Viet Nam."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=VIETNAM)


def ledger_of(path: Path | None) -> tuple[Ledger | None, list[Finding]]:
    """Return the ledger of a file, or the one of the site's branch as this clone last saw it."""
    if path is None:
        return local_ledger(environment.ROOT)
    try:
        return read_ledger(path.read_bytes(), str(path))
    except OSError as error:
        return None, [finding("ledger-unreadable", Source(str(path)), reason=error.strerror)]


def pdf(folder: Path, names: list[str]) -> None:
    """Ask LibreOffice, where it is, for a PDF of each Word file; it works in a profile of its own."""
    converter = next((found for name in CONVERTERS if (found := shutil.which(name))), None)
    if converter is None:
        print(said(tables, "no-pdf"), file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [converter, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *(str(folder / name) for name in names)], check=False, capture_output=True)
    for made in (folder / name for name in names):
        target = made.with_suffix(".pdf")
        print(said(tables, "written" if target.is_file() else "no-pdf", path=target))


config, findings = load_config(environment.ROOT)
if config is None:
    print("\n".join(as_lines(findings, tables)), file=sys.stderr)
    raise SystemExit(1)
# What is wrong today stops a report of any day; what is counted is the content as it stood on the day asked for.
site, findings = load_site(config, build_moment())
if arguments.as_of:
    site, _ = load_site(config, noon(arguments.as_of))
ledger, unread = ledger_of(arguments.ledger)
report, refused = annual_report(site, arguments.year, ledger)
findings = [one for one in findings if has_errors([one])] + unread + refused
if findings:
    print("\n".join(as_lines(findings, tables)), file=sys.stderr)
if report is None or findings:
    print(said(tables, "refused"), file=sys.stderr)
    raise SystemExit(1)
for frame in report.frames:
    if arguments.lang in (None, frame.lang):
        print("\n".join([*summary_lines(frame), ""]))
if arguments.dry_run:
    print(said(tables, "dry"))
    raise SystemExit(0)
target = arguments.out or environment.ROOT / "build" / f"report-{arguments.year}"
target.mkdir(parents=True, exist_ok=True)
for name, content in report.files.items():
    (target / name).write_bytes(content)
    print(said(tables, "written", path=target / name))
if not arguments.no_pdf:
    pdf(target, [name for name in report.files if name.endswith(".docx")])
