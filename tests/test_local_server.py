"""The server of built sites answers as a static host does, and leaves nothing behind."""

import gzip
import http.client
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from promosite.local_server import serve_site

TEXT = "Muối Bà Rịa. " * 200
SITE = {
    "index.html": "home",
    "404.html": "lost",
    "en/index.html": "english",
    "long.html": TEXT,
    "feed.xml": "<feed/>",
    "data/plan.json": "{}",
    "events/calendar.ics": "BEGIN:VCALENDAR",
    "data/products.csv": "a,b",
    "assets/face.woff2": TEXT,
    "search/engine.wasm": TEXT,
    "search/index.pf": TEXT,
    "tên có dấu.txt": "dấu",
}


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    site = tmp_path / "site"
    for name, text in SITE.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with serve_site(site) as found:
        yield found


def ask(url: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=5)
    connection.request(method, path, headers={key.replace("_", "-"): value for key, value in headers.items()})
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/brvt/", 200, b"home"),
        ("/brvt/index.html?q=1", 200, b"home"),
        ("/brvt/en/", 200, b"english"),
        ("/brvt/en/missing/", 404, b"lost"),
        ("/brvt/data/", 404, b"lost"),
        ("/", 404, b"lost"),
        ("/other/index.html", 404, b"lost"),
        ("/brvt/../secret.txt", 404, b"lost"),
        ("/brvt/%2e%2e/secret.txt", 404, b"lost"),
        ("/brvt//etc/passwd", 404, b"lost"),
        ("/brvt/%00", 404, b"lost"),
        (f"/brvt/{'a' * 300}", 404, b"lost"),
        ("/brvt/t%C3%AAn%20c%C3%B3%20d%E1%BA%A5u.txt", 200, "dấu".encode()),
    ],
)
def test_addresses(url: str, path: str, status: int, body: bytes) -> None:
    found, headers, content = ask(url, path)
    assert (found, content, headers["Content-Length"]) == (status, body, str(len(body)))


def test_a_folder_without_its_slash_is_sent_on(url: str) -> None:
    status, headers, _ = ask(url, "/brvt/en")
    assert (status, headers["Location"]) == (301, "/brvt/en/")


@pytest.mark.parametrize(
    ("path", "type_", "compressed"),
    [
        ("", "text/html; charset=utf-8", True),
        ("missing", "text/html; charset=utf-8", True),
        ("feed.xml", "application/xml; charset=utf-8", True),
        ("data/plan.json", "application/json; charset=utf-8", True),
        ("data/products.csv", "text/csv; charset=utf-8", True),
        ("events/calendar.ics", "text/calendar; charset=utf-8", True),
        ("assets/face.woff2", "font/woff2", False),
        ("search/engine.wasm", "application/wasm", False),
        ("search/index.pf", "application/octet-stream", False),
    ],
)
def test_types_and_what_is_compressed(url: str, path: str, type_: str, compressed: bool) -> None:
    _, headers, _ = ask(url, f"/brvt/{path}", Accept_Encoding="gzip, deflate, br")
    assert headers["Content-Type"] == type_
    assert (headers.get("Content-Encoding") == "gzip") is compressed
    assert (headers.get("Vary") == "Accept-Encoding") is compressed


@pytest.mark.parametrize(
    ("accepted", "compressed"),
    [("gzip", True), ("br;q=1.0, gzip;q=0.5", True), ("", False), ("br", False), ("gzip;q=0, br", False)],
)
def test_gzip_only_where_it_is_asked_for(url: str, accepted: str, compressed: bool) -> None:
    _, headers, content = ask(url, "/brvt/long.html", Accept_Encoding=accepted)
    assert ("Content-Encoding" in headers) is compressed
    assert (gzip.decompress(content) if compressed else content).decode() == TEXT
    assert headers["Content-Length"] == str(len(content))
    assert ask(url, "/brvt/long.html", Accept_Encoding=accepted)[2] == content


def test_head_tells_the_size_and_sends_nothing(url: str) -> None:
    asked, told = (ask(url, "/brvt/long.html", method, Accept_Encoding="gzip") for method in ("GET", "HEAD"))
    assert told[2] == b""
    assert told[1]["Content-Length"] == asked[1]["Content-Length"]


def test_a_site_without_404_page_and_another_base_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with serve_site(tmp_path, "/") as url:
        assert url.count("/") == 3
        assert ask(url, "/a.txt")[::2] == (200, b"a")
        assert ask(url, "/b.txt")[::2] == (404, b"")


def test_the_end_closes_what_a_browser_keeps_open(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = threading.active_count()
    with serve_site(tmp_path) as url:
        connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=5)
        for _ in range(2):
            connection.request("GET", "/brvt/")
            connection.getresponse().read()
        assert threading.active_count() > before
    assert threading.active_count() == before
    connection.close()
    assert capfd.readouterr() == ("", "")
