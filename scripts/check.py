#!/usr/bin/env python3
"""Check the content: headers, references, pictures, pairs of languages. Takes seconds, builds nothing."""

import argparse
import json

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("paths", nargs="*", metavar="PATH", help="only findings of these files or folders")
parser.add_argument("--lang", choices=("vi", "en"), help="one language only (default: both)")
parser.add_argument("--format", choices=("text", "json"), default="text")
arguments = parser.parse_args()
environment.enter()

from promosite.clock import build_moment  # noqa: E402  (installed only inside the environment)
from promosite.findings import as_lines, as_records, below, has_errors, summary  # noqa: E402
from promosite.messages import load_messages  # noqa: E402
from promosite.pipeline import prepare  # noqa: E402

tables = [load_messages(lang) for lang in ([arguments.lang] if arguments.lang else ("vi", "en"))]
_, _, findings = prepare(environment.ROOT, build_moment())
findings = below(findings, arguments.paths, environment.ROOT)
if arguments.format == "json":
    print(json.dumps(as_records(findings, tables), ensure_ascii=False, indent=2))
else:
    print("\n".join([*as_lines(findings, tables), *summary(findings, tables)]))
raise SystemExit(1 if has_errors(findings) else 0)
