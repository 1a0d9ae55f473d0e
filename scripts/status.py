#!/usr/bin/env python3
"""Say how things stand today: translations, plan rows, certificates, events without a news item, the next days."""

import json
import sys

import environment
from command_line import CommandLine

parser = CommandLine("status")
parser.add_argument("--lang", choices=("vi", "en"))
parser.add_argument("--format", choices=("text", "json"), default="text")
arguments = parser.read()
environment.enter()

from promosite.clock import build_moment  # noqa: E402  (installed only inside the environment)
from promosite.findings import as_lines, has_errors, summary  # noqa: E402
from promosite.judging import remembering  # noqa: E402
from promosite.messages import spoken  # noqa: E402
from promosite.pipeline import examine  # noqa: E402
from promosite.status import status_lines, status_of, status_record  # noqa: E402

tables = spoken(arguments.lang)
site, findings = examine(environment.ROOT, build_moment(), judge=remembering(environment.ROOT))
if site is None:
    print("\n".join(as_lines(findings, tables)), file=sys.stderr)
    raise SystemExit(1)
status = status_of(site)
if arguments.format == "json":
    print(json.dumps(status_record(status), ensure_ascii=False, indent=2))
else:
    print("\n".join(status_lines(status, tables)))
if has_errors(findings):
    words = [table.text("status.errors") for table in tables]
    print("\n".join([*summary(findings, tables), *words]), file=sys.stderr)
