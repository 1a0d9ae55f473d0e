#!/usr/bin/env python3
"""Check a finished site from outside: links, languages, sitemap, feeds, data, pictures, safety, files."""

import argparse
import sys
from pathlib import Path

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("folder", nargs="?", metavar="DIR", default=str(environment.ROOT / "site"), help="default: site")
parser.add_argument("--url", metavar="URL", help="the address at which the site is served (default: as the site says)")
parser.add_argument("--languages", metavar="LIST", help="such as vi,en; the first stands at the root of the site")
parser.add_argument("--apart", metavar="DIR", action="append", help="a folder of programs, not pages (default: admin)")
parser.add_argument("--lang", choices=("vi", "en"), help="one language only (default: both)")
parser.add_argument("--format", choices=("text", "json", "github"), default="text")
arguments = parser.parse_args()
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
