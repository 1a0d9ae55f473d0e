#!/usr/bin/env python3
"""Check the content: headers, references, pictures, pairs of languages. Takes seconds, builds nothing."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import environment
from command_line import CommandLine


def read_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = CommandLine("check")
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--lang", choices=("vi", "en"))
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--watch", action="store_true")
    return parser.read()


def check(arguments: argparse.Namespace) -> Iterator[int]:
    """Check and print what was found, again whenever a file is saved, and yield the exit code each time."""
    # Imported here, for the processes that help with the work import this module and need nothing of it.
    from promosite.clock import build_moment
    from promosite.findings import below, has_errors
    from promosite.judging import remembering
    from promosite.messages import spoken
    from promosite.pipeline import STAGES, examine
    from promosite.progress import Progress
    from promosite.reporting import report
    from promosite.watch import changes

    tables = spoken(arguments.lang)
    judge = remembering(environment.ROOT, os.cpu_count() or 1)
    for _ in changes(environment.ROOT, lambda: time.sleep(1)):
        with Progress(sys.stderr, STAGES, tables) as tell:
            site, findings = examine(environment.ROOT, build_moment(), tell, judge)
        if site:  # without one nothing was looked at, and what stops it stands in no file of those
            findings = below(findings, arguments.paths, environment.ROOT)
        print(report(findings, tables, arguments.format, environment.ROOT), flush=True)
        if arguments.watch:
            print("\n".join(table.text("check.watching") for table in tables), file=sys.stderr)
        yield 1 if has_errors(findings) else 0


def main() -> int:
    """Return the exit code of the one check, or of the last before Ctrl+C; 2 where a path leads nowhere."""
    arguments, code = read_arguments(), 0
    environment.enter()
    if unknown := [path for path in arguments.paths if not environment.is_there(path)]:
        environment.tell_unknown(unknown, arguments.lang)
        return 2
    if foreign := [path for path in arguments.paths if not Path(path).resolve().is_relative_to(environment.ROOT)]:
        environment.tell_unknown(foreign, arguments.lang, "foreign-path")
        return 2
    try:
        for found in check(arguments):
            code = found
            if not arguments.watch:
                break
    except KeyboardInterrupt:
        pass
    return code


if __name__ == "__main__":
    raise SystemExit(main())
