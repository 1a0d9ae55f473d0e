#!/usr/bin/env python3
"""Look after the publication ledger: prove that a folder is what its ledger says."""

import sys
from pathlib import Path

import environment
from command_line import CommandLine

parser = CommandLine("ledger")
parser.add_argument("action", choices=("verify",), metavar="verify")
parser.add_argument("folder", type=Path, metavar="DIR")
parser.add_argument("--lang", choices=("vi", "en"))
arguments = parser.read()
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
