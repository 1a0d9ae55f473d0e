"""What is kept between builds never shows: after each kind of change the site is what a first build makes of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.projects import ROOT, SAMPLE_EPOCH, lay_sample_year, mkdocs, tree

NEXT_DAY = str(int(SAMPLE_EPOCH) + 86_400)
Change = Callable[[Path], object]


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def edit(path: str, old: str, new: str) -> Change:
    return lambda project: replaced(project / path, old, new)


def first(project: Path, folder: str) -> Path:
    return sorted((project / "content" / folder).glob("*.md"))[0]


def say_more(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\nThêm một câu mẫu.\n", encoding="utf-8")


def retitle(project: Path) -> None:
    path = first(project, "vi/news")
    header = path.read_text(encoding="utf-8").splitlines()
    title = next(line for line in header if line.startswith("title:"))
    replaced(path, title, 'title: "Tên khác của một tin mẫu"')


def rename(project: Path) -> None:
    path = first(project, "vi/news")
    for one in (path, project / "content" / "en" / "news" / path.name):
        if one.exists():
            one.rename(one.with_name("tin-doi-ten.md"))


def settings(project: Path) -> None:
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["extra"]["promosite"]["page_size"] = 7
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")


def own_words(project: Path) -> None:
    (project / "messages").mkdir()
    (project / "messages" / "en.toml").write_text('[ui]\nhome = "Start"\n', encoding="utf-8")


def own_theme(project: Path) -> None:
    theme = project / "elsewhere" / "src" / "promosite" / "theme"
    shutil.copytree(ROOT / "src" / "promosite" / "theme", theme)
    replaced(theme / "partials" / "footer.html", "ps-footer__brand", "ps-footer__brand ps-new")
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = str(theme)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")


CHANGES: dict[str, Change] = {
    "nothing": lambda project: None,
    "a sentence": lambda project: say_more(first(project, "vi/events")),
    "a title that neighbours and lists show": retitle,
    "a space in data": edit("content/data/units.yml", "name:", "name:  "),
    "an item has another address": rename,
    "an item is gone": lambda project: first(project, "vi/press").unlink(),
    "a setting": settings,
    "a word of the templates": own_words,
    "a template": own_theme,
    "a page by hand": edit("docs/vi/about.md", "\n## ", "\n## Mục mẫu: "),
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that goes through all changes, one after the other, and keeps what it has made."""
    return lay_sample_year(tmp_path_factory.mktemp("kept") / "project")


def built(project: Path, epoch: str = SAMPLE_EPOCH) -> dict[str, bytes]:
    result = mkdocs(project, "build", "--strict", "--quiet", epoch=epoch)
    assert result.returncode == 0, result.stderr
    return tree(project / "site")


def built_anew(project: Path, folder: Path, epoch: str = SAMPLE_EPOCH) -> dict[str, bytes]:
    """Return the site that a build without any memory makes; cards are left, for they know themselves by content."""
    fresh = folder / "fresh"
    shutil.copytree(project, fresh, ignore=shutil.ignore_patterns("site", ".cache"), symlinks=True)
    shutil.copytree(project / ".cache" / "promosite" / "made", fresh / ".cache" / "promosite" / "made")
    return built(fresh, epoch)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_reaches_every_page_that_shows_it(kept: Path, tmp_path: Path, name: str) -> None:
    before = built(kept)
    CHANGES[name](kept)
    after = built(kept)
    assert (after == before) is (name == "nothing")
    assert after == built_anew(kept, tmp_path)


def test_a_day_later_the_site_is_that_day_s(kept: Path, tmp_path: Path) -> None:
    assert built(kept, NEXT_DAY) == built_anew(kept, tmp_path, NEXT_DAY)


def test_what_is_kept_survives_damage(kept: Path) -> None:
    before = built(kept)
    for path in (kept / ".cache" / "promosite" / "finished").rglob("*"):
        if path.is_file():
            path.unlink()
            path.write_bytes(b"<script>alert(1)</script>")
    (kept / ".cache" / "promosite" / "read-pages.json").write_bytes(b"{")
    assert built(kept) == before


def test_only_what_has_changed_is_rendered(kept: Path) -> None:
    built(kept)
    before = _files_of_pages(kept)
    event = first(kept, "vi/events")
    say_more(event)
    built(kept)
    rendered = {page for page, file in _files_of_pages(kept).items() if before[page] != file}
    assert rendered - _always_rendered(kept) == {f"events/{event.stem}/index.html"}


def _files_of_pages(project: Path) -> dict[str, int]:
    """Return which file each page is: one that was not rendered is the same file as before, by a link."""
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*.html")}


def _always_rendered(project: Path) -> set[str]:
    plan = next((project / "content" / "data").glob("plan-*.yml")).stem.removeprefix("plan-")
    menu = ("", "about/", "news/", "products/", "events/", "press/", f"plan/{plan}/")
    return {f"{lang}{name}" for lang in ("", "en/") for name in (*(f"{page}index.html" for page in menu), "404.html")}
