#!/usr/bin/env python3
"""Check the content: headers, references, pictures, pairs of languages. Takes seconds, builds nothing."""

import argparse
import sys
import time

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("paths", nargs="*", metavar="PATH", help="only findings of these files or folders")
parser.add_argument("--lang", choices=("vi", "en"), help="one language only (default: both)")
parser.add_argument("--format", choices=("text", "json", "github"), default="text")
parser.add_argument("--watch", action="store_true", help="check again whenever a file is saved, until Ctrl+C")
arguments = parser.parse_args()
environment.enter()

from promosite.clock import build_moment  # noqa: E402  (installed only inside the environment)
from promosite.findings import below, has_errors  # noqa: E402
from promosite.messages import load_messages  # noqa: E402
from promosite.pipeline import STAGES, prepare  # noqa: E402
from promosite.progress import Progress  # noqa: E402
from promosite.reporting import report  # noqa: E402
from promosite.watch import changes  # noqa: E402

tables = [load_messages(lang) for lang in ([arguments.lang] if arguments.lang else ("vi", "en"))]


def check() -> int:
    """Check once, print the findings and return the exit code."""
    with Progress(sys.stderr, STAGES, tables) as tell:
        _, _, findings = prepare(environment.ROOT, build_moment(), tell)
    findings = below(findings, arguments.paths, environment.ROOT)
    print(report(findings, tables, arguments.format, environment.ROOT), flush=True)
    return 1 if has_errors(findings) else 0


code = 0
try:
    for _ in changes(environment.ROOT, lambda: time.sleep(1)):
        code = check()
        if not arguments.watch:
            break
        print("\n".join(table.text("check.watching") for table in tables), file=sys.stderr)
except KeyboardInterrupt:
    pass
raise SystemExit(code)
