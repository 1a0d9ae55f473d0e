#!/usr/bin/env python3
"""Weigh the finished pages and let Lighthouse judge them, beside the same content in unmodified Material."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--items", type=int, default=0, metavar="N", help="made-up items beside the real ones (default: 0)")
parser.add_argument("--runs", type=int, default=1, metavar="N", help="Lighthouse runs of a page; the median counts")
parser.add_argument("--no-lighthouse", action="store_true", help="weigh only")
parser.add_argument("--record", action="store_true", help="judge every template for the accessibility page instead")
parser.add_argument("--lang", choices=("vi", "en"), default="en", help="pages of which language (default: en)")
arguments = parser.parse_args()
environment.enter(for_development=True)

from playwright.sync_api import Browser, sync_playwright  # noqa: E402  (installed only inside the environment)

import nodejs  # noqa: E402  (beside this script)
from machine_checks import record_checks  # noqa: E402  (beside this script)
from make_items import write_items  # noqa: E402
from plain_site import build_plain_site, lay_plain_site  # noqa: E402
from promosite.local_server import serve_site  # noqa: E402

PAGES = {
    "home": ("", ""),
    "item": ("products/muoi-ba-ria/", "products/muoi-ba-ria/"),
    "catalogue": ("products/", "products/"),
    "plan": ("plan/2023-2025/", None),
}
"""Address with us and in the plain site, which has no plan."""
JUDGED = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_KB, MOST_REQUESTS = 100, 10
"""Bounds of the first view of an item page, without pictures."""
OLDEST_NODE = (22, 19)
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
TELEPHONE = {"width": 412, "height": 823}


@dataclass(frozen=True)
class Weight:
    """What the first view of a page fetches, pictures apart; bytes as they cross the network."""

    requests: int
    sent: int
    foreign: int

    @property
    def kilobytes(self) -> float:
        """Return the bytes in KB of 1,024."""
        return self.sent / 1024


def weigh(browser: Browser, url: str) -> Weight:
    """Open a page with an empty cache on a telephone's screen and add up what it fetches."""
    context = browser.new_context(viewport=TELEPHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    seen: dict[str, dict[str, Any]] = {}
    sizes: dict[str, int] = {}
    session.on("Network.requestWillBeSent", lambda event: seen.update({event["requestId"]: event}))
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(url, wait_until="networkidle")
    context.close()
    home = url.split("/brvt/")[0]
    asked = [one for one in seen.values() if one.get("type") != "Image" and one["request"]["url"].startswith("http")]
    foreign = sum(1 for one in asked if not one["request"]["url"].startswith(home))
    return Weight(len(asked), int(sum(sizes.get(one["requestId"], 0) for one in asked)), foreign)


def lighthouse(url: str, tools: Path, browser_path: str) -> dict[str, int]:
    """Return Lighthouse's scores of a page, 0 to 100, as its own telephone sees it: the median of the runs."""
    runs = [_lighthouse_once(url, tools, browser_path) for _ in range(arguments.runs)]
    return {name: sorted(run[name] for run in runs)[len(runs) // 2] for name in JUDGED}


def _lighthouse_once(url: str, tools: Path, browser_path: str) -> dict[str, int]:
    program = tools / "node_modules" / "lighthouse" / "cli" / "index.js"
    flags = f"--chrome-flags=--headless=new {' '.join(FLAGS)}"
    command = [nodejs.node_command(OLDEST_NODE), str(program), url, "--quiet", "--output=json", flags]
    environ = {**os.environ, "CHROME_PATH": browser_path}
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        subprocess.run([*command, f"--output-path={file.name}"], env=environ, check=True)
        categories = json.loads(Path(file.name).read_text(encoding="utf-8"))["categories"]
    return {name: round((categories[name]["score"] or 0) * 100) for name in JUDGED}


def build(folder: Path) -> tuple[Path, Path]:
    """Build our site and the plain one from the same content; return where they lie."""
    project = folder / "ours"
    for name in ("content", "docs", "hooks", "src"):
        left_out = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(environment.ROOT / name, project / name, ignore=left_out)
    shutil.copy(environment.ROOT / "mkdocs.yml", project)
    if arguments.items:
        write_items(project, arguments.items, seed=1)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    if subprocess.run(command, cwd=project, check=False, stderr=subprocess.DEVNULL).returncode:
        raise SystemExit(1)
    return project / "site", build_plain_site(lay_plain_site(project / "content", folder / "plain"))


def measure(site: Path, addresses: dict[str, str], browser_path: str, tools: Path | None) -> dict[str, Any]:
    """Return weight and scores of some pages of a site, by the page's name."""
    prefix = "" if arguments.lang == "vi" else f"{arguments.lang}/"
    with serve_site(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        urls = {name: f"{home}{prefix}{address}" for name, address in addresses.items()}
        weights = {name: weigh(browser, url) for name, url in urls.items()}
        browser.close()
        scores = {name: lighthouse(url, tools, browser_path) if tools else {} for name, url in urls.items()}
    return {name: (weights[name], scores[name]) for name in addresses}


def show(ours: dict[str, Any], plain: dict[str, Any]) -> list[str]:
    """Print both sites page by page; return what misses its bound."""
    head = f"{'page':<12}{'site':<10}{'requests':>9}{'KB':>8}{'foreign':>9}"
    print(head + "".join(f"{name:>16}" for name in JUDGED) + "   (requests and KB without pictures)")
    missed = []
    for name, (weight, scores) in ours.items():
        for site, row in (("ours", (weight, scores)), ("Material", plain.get(name))):
            if row:
                figures = f"{row[0].requests:>9}{row[0].kilobytes:>8.1f}{row[0].foreign:>9}"
                print(f"{name:<12}{site:<10}{figures}" + "".join(f"{row[1].get(one, '–'):>16}" for one in JUDGED))
        if weight.foreign or (name == "item" and (weight.kilobytes > MOST_KB or weight.requests > MOST_REQUESTS)):
            missed.append(f"{name}: {weight.requests} requests, {weight.kilobytes:.1f} KB, {weight.foreign} foreign")
        missed += [f"{name}: {one} {score} < {LEAST[one]}" for one, score in scores.items() if score < LEAST[one]]
    return missed


def main() -> int:
    """Build, measure, show; 1 where a bound is missed."""
    if arguments.record:
        return record_checks()
    browser_path = environment.find_browser()
    if browser_path is None:
        environment.say("browser")
        return 1
    tools = None if arguments.no_lighthouse else nodejs.packages(environment.ROOT / "tests" / "tools", OLDEST_NODE)
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = build(Path(folder))
        here = measure(ours, {name: own for name, (own, _) in PAGES.items()}, browser_path, tools)
        there = measure(plain, {name: its for name, (_, its) in PAGES.items() if its is not None}, browser_path, tools)
    missed = show(here, there)
    for one in missed:
        print(f"MISSED {one}")
    return 1 if missed else 0


raise SystemExit(main())
