#!/usr/bin/env python3
"""Check a finished site from outside: links, languages, sitemap, feeds, data, pictures, safety, files."""

import sys
from pathlib import Path

import environment
from command_line import CommandLine

parser = CommandLine("check_site")
parser.add_argument("folder", nargs="?", metavar="DIR", default=str(environment.ROOT / "site"))
parser.add_argument("--url", metavar="URL")
parser.add_argument("--languages", metavar="LIST")
parser.add_argument("--apart", metavar="DIR", action="append")
parser.add_argument("--lang", choices=("vi", "en"))
parser.add_argument("--format", choices=("text", "json", "github"), default="text")
arguments = parser.read()
environment.enter()

from promosite.check import check_site  # noqa: E402  (installed only inside the environment)
from promosite.findings import has_errors  # noqa: E402
from promosite.messages import spoken  # noqa: E402
from promosite.reporting import report  # noqa: E402
from promosite.site_check import identify, size_lines  # noqa: E402

tables = spoken(arguments.lang)
folder = Path(arguments.folder)
given = tuple(one.strip() for one in (arguments.languages or "").split(",") if one.strip())
identity = identify(folder, arguments.url, given)
if identity is None:
    print("\n".join(table.text("check-site.unknown") for table in tables), file=sys.stderr)
    raise SystemExit(2)
apart = [f"{one.strip('/')}/" for one in arguments.apart or ("admin",)]
size, findings = check_site(folder, identity.url, identity.languages, apart)
print(report(findings, tables, arguments.format, folder))
if size.files:
    print("\n".join(size_lines(size, identity, tables)), file=sys.stderr)
raise SystemExit(1 if has_errors(findings) else 0)
