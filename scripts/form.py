#!/usr/bin/env python3
"""Write items and reports in the form of the house, which is the browser editor's; what they say stays the same."""

import re
from pathlib import Path

import environment
from command_line import CommandLine

parser = CommandLine("form")
parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
parser.add_argument("--check", action="store_true")
parser.add_argument("--lang", choices=("vi", "en"))
arguments = parser.read()
environment.enter()

from promosite.form import document, meaning, paper_shape  # noqa: E402
from promosite.load.files import read_text  # noqa: E402
from promosite.load.header import split_header  # noqa: E402
from promosite.load.nodes import YamlError  # noqa: E402
from promosite.messages import spoken  # noqa: E402
from promosite.render.staging import write_if_different  # noqa: E402
from promosite.site_settings import load_config  # noqa: E402  (installed only inside the environment)


def formed(path: Path) -> str | None:
    """Return a file in the form of the house; None for one with a remark in its header, which no form keeps.

    Raises YamlError, or KeyError for an unknown field: the check says what is wrong.
    """
    text, _ = read_text(path)
    header, body, first = split_header(text)
    new = document(header.plain() or {}, body, paper_shape() if path.parent.name == "reports" else None)
    if any(re.match(r"\s*#", line) for line in text.split("\n")[: first - 1]):
        return None
    again = split_header(new)
    if meaning(again[0].plain()) != meaning(header.plain()):
        raise AssertionError("the form of the house would change what a file says")
    return new


def say(key: str, **values: str) -> None:
    """Print a sentence in the languages asked for."""
    for table in spoken(arguments.lang):
        print(table.text(f"form.{key}", **values))


config, _ = load_config(environment.ROOT)
locales = config.locales if config else ("vi", "en")
everything = [path for lang in locales for path in sorted((environment.ROOT / "content" / lang).glob("*/*.md"))]
everything += sorted((environment.ROOT / "content" / "reports").glob("*.md"))
if unknown := [path for path in arguments.paths if not (environment.is_there(path) and path.is_file())]:
    environment.tell_unknown(unknown, arguments.lang)
    raise SystemExit(2)
told = wrong = 0
for path in arguments.paths or everything:
    name = str(path.relative_to(environment.ROOT)) if path.is_relative_to(environment.ROOT) else str(path)
    try:
        new = formed(path)
    except (YamlError, KeyError):
        key = "faulty"
    else:
        if new and new.encode() == path.read_bytes():
            continue
        key = "remark" if new is None else "other" if arguments.check else "written"
        if new and not arguments.check:
            with environment.writing(arguments.lang):
                write_if_different(path, new.encode())
    told += 1
    wrong += key in {"faulty", "other"}
    say(key, path=name)
if not told:
    say("current")
raise SystemExit(1 if wrong else 0)
