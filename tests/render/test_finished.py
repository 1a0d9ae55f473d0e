"""Finished pages are found again only while everything that they show is the same."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from promosite.cache import content_digest
from promosite.render.finished import MANIFEST, FinishedPages, world_of
from promosite.render.staging import StagedText

PAGE = "vi/news/tin-mau.md"
HTML = "<p>Tin mẫu</p>".encode()
TEXT = StagedText("made of", "staged", (1, 2, 3))
LINKS = {"vi/news/khac.md": "news/khac/"}


def kept(folder: Path, links: Mapping[str, str] = LINKS) -> FinishedPages:
    """Return the pages as a first build leaves them: one page, finished in `site/`."""
    site = folder / "site" / "index.html"
    site.parent.mkdir()
    site.write_bytes(HTML)
    pages = FinishedPages(folder / "kept", "world")
    pages.note(PAGE, TEXT, HTML, links, site)
    pages.close()
    return pages


def find(
    folder: Path, world: str = "world", text: StagedText | None = TEXT, leads: str | None = "news/khac/"
) -> Path | None:
    return FinishedPages(folder / "kept", world).find(PAGE, text, lambda path: leads)


def test_a_page_is_found_again(tmp_path: Path) -> None:
    kept(tmp_path)
    found = find(tmp_path)
    assert found is not None
    assert found.read_bytes() == HTML


def test_nothing_is_kept_of_a_build_that_did_not_end(tmp_path: Path) -> None:
    pages = FinishedPages(tmp_path / "kept", "world")
    pages.note(PAGE, TEXT, HTML, {}, tmp_path / "site" / "index.html")
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"world": "other"},
        {"text": TEXT._replace(digest="other")},
        {"text": None},
        {"leads": "en/news/khac/"},
        {"leads": None},
    ],
    ids=["world", "text", "nobody has asked for the text", "a link leads elsewhere", "a link leads nowhere"],
)
def test_a_page_is_rendered_again_when_anything_has_changed(tmp_path: Path, change: dict[str, Any]) -> None:
    kept(tmp_path)
    assert find(tmp_path, **change) is None


def test_a_page_made_of_something_else_that_says_the_same_is_known_by_that(tmp_path: Path) -> None:
    kept(tmp_path)
    now = TEXT._replace(made_of="something else", stamp=(1, 3, 3))
    for text in (now, TEXT):
        pages = FinishedPages(tmp_path / "kept", "world")
        assert pages.find(PAGE, text, lambda path: "news/khac/")
        pages.close()
        assert FinishedPages(tmp_path / "kept", "world").text_before(PAGE) == text
    assert FinishedPages(tmp_path / "kept", "other world").text_before(PAGE) is None


def overwrite(path: Path) -> None:
    path.write_bytes(HTML + b"<script>")


DAMAGES: dict[str, Callable[[Path, Path], object]] = {
    "the page was changed": lambda page, _: overwrite(page),
    "the page is gone": lambda page, _: page.unlink(),
    "cut short": lambda _, manifest: manifest.write_bytes(manifest.read_bytes()[:-9]),
    "not JSON": lambda _, manifest: manifest.write_bytes(b"\xff"),
    "another form": lambda _, manifest: manifest.write_text("[1]"),
    "deep": lambda _, manifest: manifest.write_text("[" * 100_000),
    "a number": lambda _, manifest: manifest.write_text(json.dumps([3, "world", {PAGE: [1, 2, 3]}])),
    "a path": lambda _, manifest: manifest.write_text(json.dumps([3, "world", {PAGE: [TEXT, "../../x", {}]}])),
    "no text": lambda _, manifest: manifest.write_text(json.dumps([3, "world", {PAGE: ["staged", "0" * 64, {}]}])),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_not_believed(tmp_path: Path, damage: Callable[[Path, Path], object]) -> None:
    kept(tmp_path)
    page = find(tmp_path)
    assert page is not None
    damage(page, tmp_path / "kept" / MANIFEST)
    assert find(tmp_path) is None


def test_what_is_no_longer_wanted_goes(tmp_path: Path) -> None:
    kept(tmp_path)
    FinishedPages(tmp_path / "kept", "world").close()
    assert [path.name for path in (tmp_path / "kept").rglob("*") if path.is_file()] == [MANIFEST]


def test_pages_are_identified_by_place_and_bytes(tmp_path: Path) -> None:
    assert kept(tmp_path).digests() == [f"{PAGE} {content_digest(HTML)}"]


def test_every_template_is_of_the_world(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "main.html").write_text("a")
    before = world_of("x", templates=tmp_path)
    (tmp_path / "parts" / "new.html").write_text("b")
    after = world_of("x", templates=tmp_path)
    (tmp_path / "parts" / "new.html").write_text("c")
    assert len({before, after, world_of("x", templates=tmp_path), world_of("y", templates=tmp_path)}) == 4
