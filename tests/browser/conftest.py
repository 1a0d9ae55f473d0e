"""Chromium and a server on this machine that serves built sites below `/brvt/`, as the real host does."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

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


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each; unknown addresses get the site's own 404 page."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the 404 page as a static host does."""
        page = (Path(self.directory) / "brvt" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


def serve(site: Path, folder: Path) -> Iterator[str]:
    (folder / "brvt").symlink_to(site)
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/brvt/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def real_url(real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(real_project / "site", tmp_path_factory.mktemp("serve-real"))


@pytest.fixture(scope="session")
def sample_url(sample_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(sample_project / "site", tmp_path_factory.mktemp("serve-sample"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium is missing. On Debian/Ubuntu: apt install chromium; elsewhere: install Chrome."
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
