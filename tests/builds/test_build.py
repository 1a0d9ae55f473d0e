"""Real builds: strict, repeatable, with either engine, and never half a site."""

from pathlib import Path

import pytest
import yaml

from tests.projects import EPOCH, lay_project, mkdocs, tree

BROKEN = "---\ntitle: Hội chợ: ngày 1\nsummary: x\n---\nBài.\n"


def test_two_builds_give_the_same_bytes(real_project: Path, tmp_path: Path) -> None:
    again = lay_project(tmp_path / "elsewhere")
    assert mkdocs(again, "build", "--strict", "--quiet").returncode == 0
    assert tree(again / "site") == tree(real_project / "site")


def test_properdocs_builds_the_same_site(real_project: Path, tmp_path: Path) -> None:
    other = lay_project(tmp_path / "other")
    result = mkdocs(other, "build", "--strict", "--quiet", "-f", "mkdocs.yml", engine="properdocs")
    assert result.returncode == 0, result.stderr
    assert tree(other / "site") == tree(real_project / "site")


@pytest.mark.parametrize("flags", [(), ("--strict",), ("--quiet",), ("--no-strict",)])
def test_an_error_refuses_the_build_and_keeps_the_old_site(
    real_project: Path, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    project = lay_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("old", encoding="utf-8")
    (project / "content" / "vi" / "news" / "hoi-cho.md").write_text(BROKEN, encoding="utf-8")
    result = mkdocs(project, "build", *flags)
    assert result.returncode == 1
    assert "content/vi/news/hoi-cho.md:2:15: error yaml-syntax" in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(project / "site") == {"index.html": b"old"}
    assert not list(project.glob(".site.*"))


def test_a_site_folder_elsewhere_is_filled(tmp_path: Path) -> None:
    project = lay_project(tmp_path / "project")
    assert mkdocs(project, "build", "--quiet", "--site-dir", str(tmp_path / "out")).returncode == 0
    assert (tmp_path / "out" / "en" / "index.html").is_file()
    assert not (project / "site").exists()


ELSEWHERE = "https://cdn.test/x"


@pytest.mark.parametrize(
    ("setting", "refused"),
    [({"extra_css": [f"{ELSEWHERE}.css"]}, True), ({"extra_javascript": [f"{ELSEWHERE}.js"]}, False)],
)
def test_a_third_party_in_the_settings_is_refused_or_on_no_page(
    tmp_path: Path, setting: dict[str, list[str]], *, refused: bool
) -> None:
    """The frame has no place for `extra_javascript`; whatever it has a place for, the check of the site finds."""
    project = lay_project(tmp_path / "project")
    config = project / "mkdocs.yml"
    config.write_text(yaml.safe_dump(yaml.safe_load(config.read_text("utf-8")) | setting), encoding="utf-8")
    result = mkdocs(project, "build")
    assert (result.returncode, "error site-resource-foreign" in result.stderr) == (int(refused), refused)
    pages = b"".join(text for path, text in tree(project / "site").items() if path.endswith(".html"))
    assert bool(pages) is not refused
    assert ELSEWHERE.encode() not in pages


def test_the_moment_of_the_build_is_the_epoch(tmp_path: Path) -> None:
    project = lay_project(tmp_path / "project")
    before = str(int(EPOCH) - 86_400 * 2)
    result = mkdocs(project, "build", "--quiet", epoch=before)
    assert result.returncode == 1
    assert "error published-in-future" in result.stderr


TROUBLES = {
    "no moment": ("abc", None, "SOURCE_DATE_EPOCH must be a whole number of seconds since 1970; it is “abc”."),
    "a disk that refuses": (EPOCH, ".site.new", "the machine could not read or write ("),
}


@pytest.mark.parametrize(("epoch", "blocked", "said"), TROUBLES.values(), ids=TROUBLES)
def test_trouble_that_is_not_the_content_s_is_a_sentence(
    tmp_path: Path, epoch: str, blocked: str | None, said: str
) -> None:
    project = lay_project(tmp_path / "project")
    if blocked:
        (project / blocked).write_text("a file where the new site is to be built", encoding="utf-8")
    result = mkdocs(project, "build", "--strict", "--quiet", epoch=epoch)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site").exists()
