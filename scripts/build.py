#!/usr/bin/env python3
"""Check the content, then build the site into `site/`."""

import subprocess
import sys

import environment
from command_line import CommandLine

parser = CommandLine("build")
parser.add_argument("--site-dir", default="site", metavar="DIR")
parser.add_argument("--editor", action="store_true")
arguments = parser.read()
environment.enter()

import editor  # noqa: E402  (beside this script)
from promosite.clock import build_day, build_moment  # noqa: E402
from promosite.current import still_said  # noqa: E402

target = environment.ROOT / arguments.site_dir
if arguments.editor:
    editor.made_or_exit()
elif (said := still_said(environment.ROOT, target, build_day(build_moment()))) is not None:
    print("".join(f"{line}\n" for line in said), end="", file=sys.stderr)
    environment.say("current", target=str(target))
    raise SystemExit(0)
command = [sys.executable, str(environment.ROOT / "scripts" / "engine.py"), "build", "--quiet", "--strict"]
config = ["--config-file", str(environment.ROOT / "mkdocs.yml"), "--site-dir", str(target)]
code = environment.wait_for(subprocess.Popen([*command, *config]))
if code == 0 and arguments.editor:
    with environment.writing():
        editor.lay_editor(target)
elif code == 0:
    print(" / ".join(environment.WORDS["no-editor"]), file=sys.stderr)
environment.say("refused" if code else "built", target=str(target))
raise SystemExit(1 if code else 0)
