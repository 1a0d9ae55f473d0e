"""What the finished sample year says about languages."""

import re
from pathlib import Path

import yaml

from tests.projects import SAMPLE_EPOCH, lay_sample_year, mkdocs


def _vietnamese_only(project: Path) -> list[str]:
    content = project / "content"
    written = {path.relative_to(content / "en").as_posix() for path in (content / "en").rglob("*.md")}
    return sorted(
        path.relative_to(content / "vi").as_posix().removesuffix(".md")
        for path in (content / "vi").rglob("*.md")
        if path.relative_to(content / "vi").as_posix() not in written
    )


def test_no_english_copy_of_what_nobody_translated(sample_project: Path) -> None:
    only = _vietnamese_only(sample_project)
    assert len(only) >= 8
    assert [one for one in only if (sample_project / "site" / "en" / one).exists()] == []


def test_english_listing_marks_and_links_vietnamese_pages(sample_project: Path) -> None:
    pages = (sample_project / "site" / "en").rglob("*.html")
    listed = "".join(
        page.read_text(encoding="utf-8") for page in pages if "page" in page.parts or page.parent.name in {"news"}
    )
    marked = re.findall(r'lang="vi" hreflang="vi">[^<]+</a></h2>', listed)
    assert marked
    assert listed.count("Vietnamese only") >= len(marked)


def test_a_vietnamese_only_page_has_no_english_alternate(sample_project: Path) -> None:
    shown = [
        one for one in _vietnamese_only(sample_project) if (sample_project / "site" / one / "index.html").is_file()
    ]
    for one in shown:
        text = (sample_project / "site" / one / "index.html").read_text(encoding="utf-8")
        head = text[: text.index("</head>")]
        assert re.findall(r'hreflang="([^"]+)"', head) == ["vi", "x-default"]


def test_hidden_items_appear_nowhere(sample_project: Path) -> None:
    import json

    expected = json.loads(
        (Path(__file__).parent.parent / "sites/sample-year/expected.json").read_text(encoding="utf-8")
    )
    slugs = [key.split("/")[1] for key, why in expected["hidden"].items() if why != "expired"]  # that address stays
    assert slugs
    text = "".join(path.read_text(encoding="utf-8") for path in (sample_project / "site").rglob("*.*ml"))
    assert [slug for slug in slugs if slug in text] == []


def test_a_third_language_needs_no_code(tmp_path: Path) -> None:
    project = lay_sample_year(tmp_path / "project")
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    third = {
        "locale": "ja",
        "name": "日本語",
        "site_name": "見本",
        "site_description": "見本",
        "theme": {"language": "ja"},
    }
    config["plugins"][0]["i18n"]["languages"].append(third)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    english = Path(__file__).parent.parent.parent / "src" / "promosite" / "messages" / "en.toml"
    (project / "messages").mkdir()
    (project / "messages" / "ja.toml").write_text(english.read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("index", "about", "contact"):
        page = (project / "docs" / "en" / f"{name}.md").read_text(encoding="utf-8")
        (project / "docs" / "ja").mkdir(exist_ok=True)
        (project / "docs" / "ja" / f"{name}.md").write_text(page, encoding="utf-8")
    item = next((project / "content" / "en" / "news").glob("*.md"))
    (project / "content" / "ja" / "news").mkdir(parents=True)
    (project / "content" / "ja" / "news" / item.name).write_text(item.read_text(encoding="utf-8"), encoding="utf-8")
    plan = project / "content" / "data" / "plan-2024-2026.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('en: "I. Purposes and', 'ja: "見本", en: "I. Purposes and'), encoding="utf-8")
    result = mkdocs(project, "build", "--strict", "--quiet", epoch=SAMPLE_EPOCH)
    assert result.returncode == 0, result.stderr
    page = (project / "site" / "ja" / "plan" / "2024-2026" / "index.html").read_text(encoding="utf-8")
    assert ">見本</h3>" in page
    assert '<span lang="vi">II. NỘI DUNG</span>' in page
    page = (project / "site" / "ja" / "news" / item.stem / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ja"' in page
    assert re.findall(r'hreflang="([a-z-]+)"', page[: page.index("</head>")]) == ["vi", "en", "ja", "x-default"]
