"""Judges made by others: axe (accessibility) and html-validate (HTML), by the lock file in `tests/tools`."""

import importlib
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from promosite.messages import load_messages

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "tests" / "tools"
OLDEST_NODE = (20, 19)
HTML_RULES = {"root": True, "extends": ["html-validate:standard"], "elements": ["html5"]}


def script(name: str) -> Any:
    """Import one of the project's scripts, which are no package."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.pop(0)


@cache
def packages() -> Path:
    """Return where the tools are installed; says what is missing and fails where they cannot be."""
    nodejs = script("nodejs")
    try:
        return Path(nodejs.packages(TOOLS, OLDEST_NODE, "--omit=optional")) / "node_modules"
    except nodejs.NodeError as problem:
        pytest.fail(load_messages("en").text(problem.key, reason=problem.reason))


@cache
def axe() -> str:
    """Return axe as a script for a page."""
    return (packages() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def html_faults(folder: Path, desk: Path) -> list[tuple[str, str, str]]:
    """Return path, rule and message of every fault in the pages of a folder; rules and verdict go to `desk`."""
    rules, verdict = desk / "rules.json", desk / "verdict.json"
    rules.write_text(json.dumps(HTML_RULES), encoding="utf-8")
    pages = sorted(str(path) for path in folder.rglob("*.html"))
    node, judge = script("nodejs").node_command(OLDEST_NODE), packages() / "html-validate" / "bin" / "html-validate.mjs"
    command = [node, str(judge), "--config", str(rules), "--formatter", "json", *pages]
    with verdict.open("w", encoding="utf-8") as file:  # a pipe would be cut off: the judge leaves before it is read
        subprocess.run(command, stdout=file, check=False)
    return sorted(
        (Path(one["filePath"]).relative_to(folder).as_posix(), message["ruleId"], message["message"])
        for one in json.loads(verdict.read_text(encoding="utf-8"))
        for message in one["messages"]
    )
