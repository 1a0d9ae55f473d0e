#!/usr/bin/env python3
"""Write the pages of the editors' handbook that come from the records, the message tables and the examples."""

import argparse

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page is not current")
arguments = parser.parse_args()
environment.enter()

from promosite.manual import manual_pages  # noqa: E402  (installed only inside the environment)
from promosite.messages import spoken  # noqa: E402
from promosite.render.staging import write_if_different  # noqa: E402

tables = spoken()
pages = {environment.ROOT / path: text.encode() for path, text in manual_pages(tables).items()}
if arguments.check:
    changed = [path for path, content in pages.items() if not path.is_file() or path.read_bytes() != content]
else:
    changed = [path for path, content in pages.items() if write_if_different(path, content)]

key = "manual.stale" if arguments.check else "manual.written"
for table in tables:
    for path in changed:
        print(table.text(key, path=path.relative_to(environment.ROOT).as_posix()))
    if not changed:
        print(table.text("manual.current"))
raise SystemExit(1 if arguments.check and changed else 0)
