#!/usr/bin/env python3
"""Put the site of the last commit online: check, build from that commit, check again, push to the site's branch."""

import os
import shutil
import sys
from pathlib import Path

import environment
from command_line import CommandLine

parser = CommandLine("publish")
parser.add_argument("--dry-run", action="store_true")
parser.add_argument("--preview", type=Path, metavar="DIR")
parser.add_argument("--without-editor", action="store_true")
parser.add_argument("--replaces", metavar="COMMIT")
parser.add_argument("--lang", choices=("vi", "en"))
arguments = parser.read()
environment.enter()

import editor  # noqa: E402  (beside this script)
import nodejs  # noqa: E402
from promosite.clock import build_day, build_moment, noon  # noqa: E402  (only inside the environment)
from promosite.findings import Finding, as_lines  # noqa: E402
from promosite.messages import ASKED, spoken  # noqa: E402
from promosite.publishing import build_project, lines_of, load_target, publish, without_editor  # noqa: E402
from promosite.render.swap import Swap, foreign_files  # noqa: E402

tables = spoken(arguments.lang)
# A site shows the day on which it goes online. Its hour is fixed, so that a second run on a day finds nothing new.
day = build_day(build_moment())
os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(noon(day).timestamp())))
if arguments.lang:
    os.environ[ASKED] = arguments.lang  # the build speaks as we do


def build(project: Path) -> tuple[Path, list[Finding]]:
    """Build the project in a folder, with the editor unless asked otherwise."""
    try:
        made = None if arguments.without_editor else editor.build_editor()
    except (nodejs.NodeError, OSError) as problem:
        return project, [without_editor(problem)]
    folder, findings = build_project(project)
    if made and not findings:
        shutil.copytree(made, folder / "admin", dirs_exist_ok=True)
    return folder, findings


def keep(folder: Path) -> None:
    """Leave the finished site where it was asked for."""
    if arguments.preview:
        swap = Swap(arguments.preview.resolve())
        shutil.copytree(folder, swap.begin())
        swap.approve()
        swap.finish()


def told(key: str, **params: object) -> None:
    """Print a sentence in each language."""
    print("\n".join(table.text(f"publish.{key}", **params) for table in tables), file=sys.stderr)


is_dry = arguments.dry_run or arguments.preview is not None
target, findings = load_target(environment.ROOT)
findings += foreign_files(arguments.preview) if arguments.preview else []
made = None
if target and not findings:
    try:
        made, findings = publish(target, build, day, dry=keep if is_dry else None, replaces=arguments.replaces)
    except KeyboardInterrupt:
        told("stopped")
        raise SystemExit(1) from None
if made is None:
    print("\n".join(as_lines(findings, tables)), file=sys.stderr)
    told("refused")
    raise SystemExit(1)
print("\n".join(lines_of(made, tables, dry=is_dry)))
if findings:
    print("\n".join(as_lines(findings, tables)), file=sys.stderr)
if arguments.preview:
    told("preview", path=arguments.preview)
if arguments.without_editor:
    told("editor")
