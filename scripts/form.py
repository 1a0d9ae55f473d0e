#!/usr/bin/env python3
"""Write items and reports in the form of the house, which is the browser editor's; what they say stays the same."""

from pathlib import Path

import environment
from command_line import CommandLine

parser = CommandLine("form")
parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
parser.add_argument("--check", action="store_true")
parser.add_argument("--lang", choices=("vi", "en"))
arguments = parser.read()
environment.enter()

from promosite.findings import as_lines  # noqa: E402  (installed only inside the environment)
from promosite.forming import formed  # noqa: E402
from promosite.messages import spoken  # noqa: E402
from promosite.render.staging import write_if_different  # noqa: E402
from promosite.site_settings import load_config  # noqa: E402


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
    found = formed(path, environment.ROOT, locales)
    if not found.why and found.text.encode() == path.read_bytes():
        continue
    if found.errors:
        print("\n".join(as_lines(found.errors, spoken(arguments.lang))))
    key = found.why or ("other" if arguments.check else "written")
    if key == "written":
        with environment.writing(arguments.lang):
            write_if_different(path, found.text.encode())
    told += 1
    wrong += key in {"faulty", "changed", "other"}
    say(key, path=name)
if not told:
    say("current")
raise SystemExit(1 if wrong else 0)
