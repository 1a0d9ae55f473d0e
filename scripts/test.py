#!/usr/bin/env python3
"""Run everything that CI runs: style, types, tests, content lint, real builds, pages in a browser."""

import argparse
import os
import shutil
import subprocess
import sys
import time

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--fast", action="store_true", help="leave out real builds and the browser (under three minutes)")
parser.add_argument("--properties", action="store_true", help="only the properties (HYPOTHESIS_PROFILE says how many)")
arguments = parser.parse_args()
environment.enter(for_development=True)
quick = arguments.fast or arguments.properties


def have_browser() -> bool:
    """Find Chromium, or install Debian's where this user may; else say how to get it."""
    if environment.find_browser():
        return True
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], **quiet)
    if environment.find_browser():
        return True
    environment.say("browser")
    return False


def steps() -> list[tuple[str, list[str]]]:
    """Return the name and command of each step, cheapest first."""
    python = sys.executable
    slow = ["--ignore=tests/builds", "--ignore=tests/browser"] if quick else []
    if arguments.properties:
        return [("properties", [python, "-m", "pytest", "--quiet", "--durations=5", "-m", "hypothesis", *slow])]
    return [
        ("style", [python, "-m", "ruff", "check", "."]),
        ("format", [python, "-m", "ruff", "format", "--check", "."]),
        ("types", [python, "-m", "mypy"]),
        ("content", [python, "scripts/check.py"]),
        ("handbook", [python, "scripts/manual.py", "--check"]),
        ("tests", [python, "-m", "pytest", "--quiet", "--durations=5", *slow]),
    ]


def run(name: str, command: list[str]) -> bool:
    """Run one step from the project's root and print how long it took."""
    print(f"=== {name}", flush=True)
    begin = time.monotonic()
    kept = {"PROMOSITE_SCREENSHOTS": str(environment.ROOT / "build" / "screenshots")}
    passed = subprocess.run(command, cwd=environment.ROOT, env={**os.environ, **kept}, check=False).returncode == 0
    print(f"=== {name}: {'ok' if passed else 'FAILED'} ({time.monotonic() - begin:.1f} s)", flush=True)
    return passed


ready = quick or have_browser()
failed = [name for name, command in steps() if not run(name, command)] + ([] if ready else ["browser"])
if failed:
    print(f"FAILED: {', '.join(failed)}", flush=True)
raise SystemExit(1 if failed else 0)
