"""What is not to be seen on a day stands nowhere in the finished site: no page, feed, index, data file or picture."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import SAMPLE_EPOCH, lay_sample_year, mkdocs, tree
from tests.worlds import PICTURE, english, event, news, press, product

CANARY = "zyzzyva"
"""A word that nothing else has."""
UNSEEN = {
    "draft": {"draft": "true"},
    "draft-of-the-future": {"draft": "true", "published": "2025-05-01"},
    "scheduled": {"publish_on": "2025-04-01"},
    "scheduled-far": {"published": "2026-01-01", "publish_on": "2026-01-02"},
    "expired": {"expires_on": "2025-03-31"},
    "expired-long-ago": {"expires_on": "2024-07-01"},
}
"""Ways not to be seen on 31 March 2025."""
KINDS = {"news": news, "products": product, "events": event, "press": press}
BODY = f"Nội dung {CANARY}-than.[^bao-mau]"
SOURCE = (
    f'[{{id: bao-mau, publisher: "Báo {CANARY}-bao", about: "Tin {CANARY}-nguon", url: "https://mau.vn/{CANARY}-url"}}]'
)


def slug_of(folder: str, name: str) -> str:
    """Return a name that nothing else has; what was public keeps its address, and a page there says so."""
    return f"tung-co-{folder}-{name}" if name.startswith("expired") else f"{CANARY}-{folder}-{name}"


def words(first: str, name: str) -> dict[str, str]:
    return {"title": f'"{first} {CANARY}-{name}"', "summary": f'"{first} {CANARY}-{name}."'}


def hidden_files() -> Iterator[tuple[str, str | bytes]]:
    for folder, item in KINDS.items():
        for name, hiding in UNSEEN.items():
            slug = slug_of(folder, name)
            own = {"sources": SOURCE, "as_of": "2024-06", "pictures": f"[{CANARY}.png]", "aliases": f"[/cu/{slug}/]"}
            yield f"content/vi/{folder}/{slug}.md", item(BODY, **{**words("Tin", name), **own, **hiding})
            yield f"content/en/{folder}/{slug}.md", english(f"Text {CANARY}-text.[^bao-mau]", **words("Item", name))
    yield f"content/media/{CANARY}.png", PICTURE
    links = "\n\n".join(f"[nhãn]({slug_of('news', name)}.md)" for name in UNSEEN)
    related = ", ".join(f"{kind}/{slug_of(folder, name)}" for kind, folder in NAMED for name in UNSEEN)
    yield "content/vi/news/tin-thay-duoc.md", news(f"{links}\n\nBài.[^bao-mau]", related=f"[{related}]")


NAMED = (("news", "news"), ("product", "products"), ("event", "events"), ("press", "press"))
REGISTER = f"- {{file: {CANARY}.png, author: {CANARY}, licence: CC0-1.0, source: A, "
REGISTER += f'alt: {{vi: "Ảnh {CANARY}", en: A sample picture}}}}\n'


def plain(path: str, content: bytes) -> bytes:
    """Return a file as its reader sees it: what Pagefind has packed is unpacked."""
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = lay_sample_year(tmp_path_factory.mktemp("leaks") / "project")
    for path, content in hidden_files():
        place = project / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    register = project / "content" / "media" / "media.yml"
    register.write_text(
        (register.read_text(encoding="utf-8") if register.exists() else "") + REGISTER, encoding="utf-8"
    )
    result = mkdocs(project, "build", "--quiet", epoch=SAMPLE_EPOCH)
    assert result.returncode == 0, re.findall(r"^.*: error .*$", result.stderr, re.MULTILINE)
    return {path: plain(path, content) for path, content in tree(project / "site").items()}


def test_no_file_has_a_word_of_what_is_not_to_be_seen(site: dict[str, bytes]) -> None:
    assert [path for path, content in site.items() if CANARY.encode() in content.lower()] == []


def test_no_file_is_named_after_it(site: dict[str, bytes]) -> None:
    assert [path for path in site if CANARY in path] == []


def test_the_search_would_have_told(site: dict[str, bytes], tmp_path: Path) -> None:
    """The same look finds a word that is there, in packed and in plain files."""
    seen = [path for path, content in site.items() if b"thay-duoc" in content or "tin-thay-duoc" in path]
    for kind in ("pagefind/", "feed.xml", "feed.json", "sitemap.xml", "assets/near/", "news/tin-thay-duoc/"):
        assert [path for path in seen if kind in path] != [], kind
