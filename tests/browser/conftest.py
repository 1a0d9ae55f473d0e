"""Chromium, and built sites served below `/brvt/`, as the real host does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from promosite.local_server import serve_site

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", metavar="DIR", help="write the pictures of README and handbook into a folder")


@pytest.fixture(scope="session")
def real_url(real_project: Path) -> Iterator[str]:
    with serve_site(real_project / "site") as url:
        yield url


@pytest.fixture(scope="session")
def sample_url(sample_project: Path) -> Iterator[str]:
    with serve_site(sample_project / "site") as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium is missing. On Debian/Ubuntu: apt install chromium; elsewhere: install Chrome."
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
