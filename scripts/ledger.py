#!/usr/bin/env python3
"""Look after the publication ledger: prove that a folder is what its ledger says."""

import argparse
import sys
from pathlib import Path

import environment

parser = argparse.ArgumentParser(description=__doc__)
commands = parser.add_subparsers(dest="command", required=True)
one = commands.add_parser("verify", help="compare a published folder with the ledger in it")
one.add_argument("folder", type=Path, metavar="DIR")
one.add_argument("--lang", choices=("vi", "en"), help="messages in one language only (default: both)")
arguments = parser.parse_args()
environment.enter()

from promosite.findings import as_lines  # noqa: E402  (only inside the environment)
from promosite.ledger import LEDGER, read_ledger, verify  # noqa: E402
from promosite.messages import spoken  # noqa: E402

tables = spoken(arguments.lang)
findings = verify(arguments.folder)
if findings:
    print("\n".join(as_lines(findings, tables)), file=sys.stderr)
    print("\n".join(table.text("publish.differs", path=arguments.folder) for table in tables), file=sys.stderr)
    raise SystemExit(1)
ledger, _ = read_ledger((arguments.folder / LEDGER).read_bytes())
count = len(ledger.pages) if ledger else 0
print("\n".join(table.text("publish.verified", path=arguments.folder, count=count) for table in tables))
