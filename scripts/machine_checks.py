"""Let the judges of the tests look at every template, and write down what they found. Used by `scripts/audit.py`."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import environment

REGISTER = environment.ROOT / "content" / "data" / "machine-checks.yml"
TOOLS = environment.ROOT / "tests" / "tools" / "package-lock.json"
HEAD = """\
# What machines found on the finished pages; the accessibility page shows the last entry.
# Written by `python3 scripts/audit.py --record`. Do not type here.
"""


def record_checks() -> int:
    """Run the tests of accessibility and HTML, add what they counted to the register; return their exit code."""
    from promosite.clock import build_day, build_moment  # installed only inside the environment
    from promosite.whole_files import write_whole

    with tempfile.TemporaryDirectory() as folder:
        axe, html = Path(folder) / "axe.json", Path(folder) / "html.json"
        environ = {**os.environ, "PROMOSITE_AXE_RECORD": str(axe), "PROMOSITE_HTML_RECORD": str(html)}
        tests = ("tests/browser/test_accessibility.py", "tests/browser/test_html.py")
        command = [sys.executable, "-m", "pytest", "--quiet", *tests]
        code = subprocess.run(command, cwd=environment.ROOT, env=environ, check=False).returncode
        counted = json.loads(axe.read_text(encoding="utf-8")) | _sum(html)
    versions = {"axe": _version("axe-core"), "html_validate": _version("html-validate")}
    write_whole(REGISTER, (HEAD + _entry(build_day(build_moment()).isoformat(), versions, counted)).encode())
    return code


def _sum(lines: Path) -> dict[str, int]:
    found = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    return {key: sum(one[key] for one in found) for key in ("html_pages", "html_faults")}


def _version(package: str) -> str:
    packages = json.loads(TOOLS.read_text(encoding="utf-8"))["packages"]
    return str(packages[f"node_modules/{package}"]["version"])


def _entry(day: str, versions: dict[str, str], counted: dict[str, int]) -> str:
    return f"""
- checked_on: {day}
  axe: "{versions["axe"]}"
  templates: {counted["templates"]}
  views: {counted["views"]}
  axe_faults: {counted["axe_faults"]}
  html_validate: "{versions["html_validate"]}"
  html_pages: {counted["html_pages"]}
  html_faults: {counted["html_faults"]}
"""
