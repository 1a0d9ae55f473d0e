#!/usr/bin/env python3
"""Take the pictures of README and handbook anew, so that they show the screens as they are."""

import argparse
import subprocess
import sys
from pathlib import Path

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--out", type=Path, default=environment.ROOT / "docs" / "screenshots", metavar="DIR")
arguments = parser.parse_args()
environment.enter(for_development=True)

for tool, ready in {"browser": environment.find_browser() is not None, "office": environment.has_office()}.items():
    if not ready:
        environment.say(tool)
        raise SystemExit(1)
# The tests know how to build the sites, to sit down at the editor and to open a page; there is no second way.
command = [sys.executable, "-m", "pytest", "--quiet", "tests/browser/test_pictures.py"]
result = subprocess.run([*command, "--pictures", str(arguments.out.resolve())], cwd=environment.ROOT, check=False)
raise SystemExit(1 if result.returncode else 0)
