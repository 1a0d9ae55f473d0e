"""A web server on this machine for a built site: below its base path, gzipped on request, as a static host does it.

Pictures are taken and pages are measured through it, so what it sends must weigh what a real host would send.
"""

import gzip
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

BASE_PATH = "/brvt/"
"""Where the real site stands on its host."""

GZIP_LEVEL = 6
"""What web servers do by default."""

WORDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".ics": "text/calendar",
}
"""Types in UTF-8 that a host compresses."""

BYTES = {
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/vnd.microsoft.icon",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""Types that are sent as they are; the machine's own table is not asked, for it differs from machine to machine."""


@contextmanager
def serve_site(site: Path, base_path: str = BASE_PATH) -> Iterator[str]:
    """Serve a folder on a free port until the block ends; gives the address of its home page.

    `base_path` begins and ends with a slash. An unknown address gets the folder's `404.html`. Files are read anew for
    each request. At the end all connections are closed and all threads have ended.
    """
    with _Server(site.resolve(), base_path) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base_path}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    """Knows its open connections, for a browser keeps them open and would hold up the end."""

    daemon_threads = False
    request_queue_size = 64

    def __init__(self, site: Path, base_path: str) -> None:
        self.site, self.base_path = site, base_path
        self.connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        for connection in list(self.connections):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # ended by itself in this moment
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that leaves before its answer has come."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else a small body waits 40 ms behind its header, and measurements with it
    server: _Server

    def do_GET(self) -> None:
        address = urlsplit(self.path).path
        path = self._file(address)
        if path is None:
            self._send(HTTPStatus.NOT_FOUND, self.server.site / "404.html")
        elif path.is_dir():
            self._redirect(f"{address}/")
        else:
            self._send(HTTPStatus.OK, path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _file(self, address: str) -> Path | None:
        """Return the file of an address, or its folder where the slash at the end is missing; None if unknown."""
        if not address.startswith(self.server.base_path):
            return None
        name = unquote(address.removeprefix(self.server.base_path))
        try:
            path = (self.server.site / name).resolve()
            path = path / "index.html" if not name or name.endswith("/") else path
            known = path.exists() and path.is_relative_to(self.server.site)
        except (OSError, ValueError):
            return None  # a name that no file can have
        return path if known else None

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, path: Path) -> None:
        content = path.read_bytes() if path.is_file() else b""
        words = WORDS.get(path.suffix)
        self.send_response(status)
        self.send_header("Content-Type", f"{words}; charset=utf-8" if words else _type_of_bytes(path))
        if words:
            self.send_header("Vary", "Accept-Encoding")
        if words and _takes_gzip(self.headers.get("Accept-Encoding", "")):
            content = gzip.compress(content, GZIP_LEVEL, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def _type_of_bytes(path: Path) -> str:
    return BYTES.get(path.suffix, "application/octet-stream")


def _takes_gzip(accepted: str) -> bool:
    return bool(re.search(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", accepted))
