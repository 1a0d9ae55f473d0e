#!/usr/bin/env python3
"""Write the pair of files of a new item, with a visible place for everything that is still to be filled in."""

import sys
from pathlib import Path

import environment
from command_line import CommandLine

KINDS = ("news", "product", "event", "press")
parser = CommandLine("new")
parser.add_argument("kind", nargs="?", choices=KINDS, metavar="KIND")
parser.add_argument("--title")
parser.add_argument("--slug")
parser.add_argument("--task", nargs="*", metavar="ID")
parser.add_argument("--unit", metavar="ID")
parser.add_argument("--channel", metavar="ID")
parser.add_argument("--lang", choices=("vi", "en"))
arguments = parser.read()
environment.enter()

from promosite.clock import build_moment  # noqa: E402  (installed only inside the environment)
from promosite.findings import as_lines  # noqa: E402
from promosite.judging import remembering  # noqa: E402
from promosite.messages import spoken  # noqa: E402
from promosite.model.items import Kind  # noqa: E402
from promosite.pipeline import examine  # noqa: E402
from promosite.questions import Answers, Dialogue, ask_for_the_rest, wish_of  # noqa: E402
from promosite.render.new_files import write_new  # noqa: E402
from promosite.scaffold import scaffold  # noqa: E402

tables = spoken(arguments.lang)


def say(key: str, **params: object) -> None:
    """Print one sentence in each language in use, on standard error."""
    print("\n".join(table.text(f"new.{key}", **params) for table in tables), file=sys.stderr)


def taken(kind: Kind) -> set[str]:
    """Return the names that files of a kind have in any language."""
    return {path.stem for path in environment.ROOT.glob(f"content/*/{kind.folder}/*.md")}


site, findings = examine(environment.ROOT, build_moment(), judge=remembering(environment.ROOT))
if site is None:
    print("\n".join(as_lines(findings, tables)), file=sys.stderr)
    raise SystemExit(1)
tasks = None if arguments.task is None else tuple(arguments.task)
answers = Answers(arguments.kind, arguments.title, arguments.slug, tasks, arguments.unit, arguments.channel)
if sys.stdin.isatty():
    try:
        wish = ask_for_the_rest(answers, site, taken, Dialogue(input, print, tables))
    except (EOFError, KeyboardInterrupt):
        say("stopped")
        raise SystemExit(2) from None
elif arguments.kind and arguments.title and arguments.title.strip():
    wish = wish_of(answers, taken)
else:
    say("missing")
    raise SystemExit(2)
texts, problems = scaffold(wish, site)
if problems:
    print("\n".join(as_lines(problems, tables)), file=sys.stderr)
    raise SystemExit(2)
with environment.writing(arguments.lang):
    try:
        write_new({environment.ROOT / path: text.encode() for path, text in texts.items()})
    except FileExistsError as error:
        say("exists", path=Path(error.filename).relative_to(environment.ROOT).as_posix())
        raise SystemExit(1) from None
for path in texts:
    print(path)
say("next")
