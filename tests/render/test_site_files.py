"""Files that no engine sees: laid beside its pages, cards from the cache."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from promosite.model.outputs import FileOutput
from promosite.render import site_files as module
from promosite.render.site_files import lay, site_files
from promosite.render.styles import MATERIAL
from tests.render.test_cards import NEWS

FILES = FileOutput("sitemap.xml", b"<urlset/>"), FileOutput("data/a.json", b"{}")


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay one small file for the typeface and one for the styles; making them has tests of its own."""
    monkeypatch.setattr(module, "font_files", lambda cache: {"a.woff2": b"font"})
    monkeypatch.setattr(module, "style_sheet", lambda: b"a{}")
    monkeypatch.setattr(module, "material_sheet", lambda: b"b{}")


def lay_files(files: Sequence[FileOutput], cache: Path, site: Path) -> None:
    lay(site, site_files(files, (NEWS,), cache))


def tree(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_everything_is_laid_and_laid_again(tmp_path: Path) -> None:
    cache, site = tmp_path / "cache", tmp_path / "site"
    lay_files(FILES, cache, site)
    first = tree(site)
    assert first.pop(NEWS.uri).startswith(b"\x89PNG")
    assert first == {
        "sitemap.xml": b"<urlset/>",
        "data/a.json": b"{}",
        "assets/fonts/a.woff2": b"font",
        "assets/stylesheets/promosite.css": b"a{}",
        MATERIAL: b"b{}",
    }
    lay_files([FileOutput("sitemap.xml", b"<new/>")], cache, site)
    assert tree(site)["sitemap.xml"] == b"<new/>"


def test_the_cache_is_not_written_into(tmp_path: Path) -> None:
    cache, site = tmp_path / "cache", tmp_path / "site"
    lay_files(FILES, cache, site)
    before = tree(cache)
    lay_files([FileOutput(NEWS.uri, b"else")], cache, site)
    assert tree(cache) == before
