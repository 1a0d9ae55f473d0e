"""A site is current while nothing that a build reads has changed, and nobody has touched the site."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from promosite import current
from promosite.cache import CACHE
from promosite.current import inputs_of, note, still_said

DAY = date(2026, 11, 22)
SAID = ["content/vi/news/tin-mau.md:2:1: warning …"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a few files, a package of one, and a site that was just built."""
    package = tmp_path / "package"
    monkeypatch.setattr(current, "PACKAGE", package)
    root = tmp_path / "project"
    for path in ("content/vi/news/a.md", "docs/vi/index.md", "hooks/hook.py", "mkdocs.yml", "site/index.html"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path, encoding="utf-8")
    package.mkdir()
    (package / "main.html").write_text("template", encoding="utf-8")
    (root / CACHE).mkdir(parents=True)
    note(root, root / "site", inputs_of(root, DAY), SAID)
    return root


def test_a_site_that_nothing_has_changed_is_current(project: Path) -> None:
    assert still_said(project, project / "site", DAY) == SAID


def write(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_text("khác", encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "an item": write("content/vi/news/a.md"),
    "a new item": write("content/vi/news/b.md"),
    "an item is gone": lambda root: (root / "content/vi/news/a.md").unlink(),
    "an item has another name": lambda root: (root / "content/vi/news/a.md").rename(root / "content/vi/news/c.md"),
    "a link in place of an item": lambda root: (root / "content/vi/news/d.md").symlink_to("a.md"),
    "a page": write("docs/vi/index.md"),
    "a hook": write("hooks/hook.py"),
    "a setting": write("mkdocs.yml"),
    "words of a language": lambda root: (root / "messages").write_text("x", encoding="utf-8"),
    "a template": write("../package/main.html"),
    "a file of the site": write("site/index.html"),
    "a file of the site, as long": lambda root: (root / "site/index.html").write_text("SITE/INDEX.html", "utf-8"),
    "a file more in the site": write("site/new.html"),
    "a file less in the site": lambda root: (root / "site/index.html").unlink(),
    "a folder more in the site": lambda root: (root / "site/new").mkdir(),
    "a link to a folder in the site": lambda root: (root / "site/new").symlink_to("../docs"),
    "no site": lambda root: (root / "site").rename(root / "elsewhere"),
    "no note": lambda root: (root / CACHE / current.NOTE).unlink(),
    "a broken note": lambda root: (root / CACHE / current.NOTE).write_text("[1, 2]"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_site_is_built_when_anything_has_changed(project: Path, change: Callable[[Path], object]) -> None:
    change(project)
    assert still_said(project, project / "site", DAY) is None


def test_by_which_path_a_site_is_reached_does_not_matter(project: Path) -> None:
    assert still_said(project, project / "docs" / ".." / "site", DAY) == SAID


def test_another_day_another_site(project: Path) -> None:
    assert still_said(project, project / "site", date(2026, 11, 23)) is None


def test_a_site_elsewhere_is_not_this_one(project: Path, tmp_path: Path) -> None:
    assert still_said(project, tmp_path / "other", DAY) is None


def test_packages_decide_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "installed", list)
    assert still_said(project, project / "site", DAY) is None


def test_the_time_of_a_file_of_the_project_says_nothing(project: Path) -> None:
    os.utime(project / "mkdocs.yml", (1, 1))
    assert still_said(project, project / "site", DAY) == SAID


def test_names_that_are_no_text_and_folders_of_any_depth_are_looked_at(project: Path) -> None:
    """They are refused later, in a sentence; here they only tell that something has changed."""
    folder = project / "content"
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xff.md"))).write_text("a", encoding="utf-8")
    for _ in range(600):
        folder = folder / "a"
        folder.mkdir()
    with_both = inputs_of(project, DAY)
    folder.rmdir()
    assert inputs_of(project, DAY) != with_both


def test_a_file_larger_than_any_of_a_site_is_not_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "content" / "x.md").touch()
    os.truncate(project / "content" / "x.md", current.LARGE + 1)
    monkeypatch.setattr(current.hashlib, "file_digest", lambda file, _: pytest.fail(file.name))
    monkeypatch.setattr(current, "READ", ("content/x.md",))
    monkeypatch.setattr(current, "PACKAGE", project / "nothing")
    assert inputs_of(project, DAY)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFO files")
def test_a_pipe_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "docs" / "x.md")
    assert still_said(project, project / "site", DAY) is None
