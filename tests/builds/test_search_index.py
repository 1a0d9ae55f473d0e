"""The search index in real builds: kept while nothing changed, and no site without it."""

import json
from pathlib import Path

import pytest

from promosite.render.search_documents import own_words
from promosite.render.swap import SITE
from tests.projects import lay_project, mkdocs, tree

NO_ENGINE = """\
from pathlib import Path


def get_executable() -> Path:
    raise FileNotFoundError("no pagefind here")
"""


@pytest.fixture
def without_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds find a package of the engine that has no program in it."""
    package = tmp_path / "path" / "pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(NO_ENGINE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(package.parent))


def test_content_is_indexed_in_its_language_and_listings_are_not(real_project: Path) -> None:
    site = real_project / "site"
    for lang, root in (("vi", site), ("en", site / "en")):
        folder = site / "pagefind" / lang
        entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
        kinds = ("news", "products", "events", "press")
        folders = {one.parent for kind in kinds for one in root.glob(f"{kind}/*/*.html")}
        items = {path for path in folders if not path.name.isdigit()}
        plan = [*root.glob("plan/*/*.html"), *root.glob("plan/*/t*/*.html"), *root.glob("plan/*/units/*/*.html")]
        plan += root.glob("plan/*/report/*/*.html")
        readers = [*root.glob("for/*/*.html"), root / "figures" / "index.html", root / "places" / "index.html"]
        written = ("about", "contact", "accessibility", "privacy", "data")
        expected = len(items) + len(plan) + len(readers) + len(written)
        assert [one["page_count"] for one in entry["languages"].values()] == [expected]
        assert len(json.loads((folder / "facets.json").read_text(encoding="utf-8"))["pages"]) == expected


def test_every_indexed_page_has_words_of_its_own(real_project: Path) -> None:
    site = real_project / "site"
    near = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((site / "assets" / "near").glob("*.json"))]
    listed = [address for one in near for address, *_ in one["pages"]]
    found = [address for address in listed if address.removeprefix("en/").count("/") > 1]
    assert len(found) > 60
    texts = {address: (site / address / "index.html").read_text(encoding="utf-8") for address in found}
    assert [one for one, text in texts.items() if not own_words(text).strip()] == []
    assert [one for one, text in texts.items() if text.count("<!--search-->") != text.count("<!--/search-->")] == []


def test_without_the_engine_nothing_is_published(tmp_path: Path, without_engine: None) -> None:
    project = lay_project(tmp_path / "project")
    (project / "site").mkdir()
    for name in SITE:
        (project / "site" / name).write_text("old", encoding="utf-8")
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert "pagefind: error search-index-failed" in result.stderr
    assert "no pagefind here" in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(project / "site") == dict.fromkeys(SITE, b"old")


def test_an_unchanged_site_takes_its_index_from_the_cache(
    real_project: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    project = lay_project(tmp_path / "project")
    assert mkdocs(project, "build", "--quiet").returncode == 0
    request.getfixturevalue("without_engine")
    assert mkdocs(project, "build", "--quiet").returncode == 0
    assert tree(project / "site" / "pagefind") == tree(real_project / "site" / "pagefind")
