#!/usr/bin/env python3
"""Make the pictures of README and handbook from a fresh build, so that they show the site as it is."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import environment

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--out", type=Path, default=environment.ROOT / "docs" / "screenshots", metavar="DIR")
arguments = parser.parse_args()
environment.enter(for_development=True)

from playwright.sync_api import sync_playwright  # noqa: E402  (installed only inside the environment)

from promosite.local_server import serve_site  # noqa: E402

PICTURES = {"home-vi": ("", 1280), "home-en": ("en/", 1280), "product-en": ("en/products/muoi-ba-ria/", 1280)}


def build(site: Path) -> None:
    """Build the site into a folder, or end as the build ends."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    if subprocess.run(command, cwd=environment.ROOT, check=False).returncode:
        raise SystemExit(1)


def shoot(folder: Path, browser_path: str) -> None:
    """Write one PNG for each picture."""
    with serve_site(folder) as url, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=browser_path, args=flags)
        for name, (address, width) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="light")
            page.goto(f"{url}{address}", wait_until="networkidle")
            page.screenshot(path=str(arguments.out / f"{name}.png"))
        browser.close()


browser_path = environment.find_browser()
if browser_path is None:
    environment.say("browser")
    raise SystemExit(1)
arguments.out.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    build(Path(folder) / "site")
    shoot(Path(folder) / "site", browser_path)
