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
parser.add_argument("--fast", action="store_true", help="leave out real builds and the browser (about seven minutes)")
parser.add_argument("--properties", action="store_true", help="only the properties (HYPOTHESIS_PROFILE says how many)")
parser.add_argument("--install", action="store_true", help="install what the tests need, with --fast less, and end")
arguments = parser.parse_args()
environment.enter(for_development=True)
quick = arguments.fast or arguments.properties


OFFICE = ("libreoffice-writer-nogui", "poppler-utils", "fonts-liberation")
"""Debian's packages for the report's PDF, 46 MB to fetch; the font is as wide as Times New Roman."""


def install(*packages: str) -> None:
    """Install Debian's packages where this user may; whether that worked is asked of the commands themselves."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], **quiet)


def have_browser() -> bool:
    """Find Chromium, or install Debian's where this user may; else say how to get it."""
    if not environment.find_browser():
        install("chromium")
    if environment.find_browser():
        return True
    environment.say("browser")
    return False


def have_office() -> bool:
    """Find LibreOffice and what reads PDF files, or install Debian's where this user may; else say how to get them."""
    if not environment.has_office():
        install("--no-install-recommends", *OFFICE)
    if environment.has_office():
        return True
    environment.say("office")
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


tools = {} if quick else {"browser": have_browser(), "office": have_office()}
missing = [name for name, ready in tools.items() if not ready]
wanted = [] if arguments.install else steps()
failed = [name for name, command in wanted if not run(name, command)] + missing
if failed:
    print(f"FAILED: {', '.join(failed)}", flush=True)
raise SystemExit(1 if failed else 0)
