"""Templates are compiled beside, kept, and found again; hidden folders and links are left alone."""

from pathlib import Path
from typing import NoReturn

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError

from promosite.cache import CACHE
from promosite.render import template_engine
from promosite.render.template_engine import TEMPLATES, GetEnvironment, quick_environment

FILES = {
    "a.html": "A {{ 1 + 1 }}",
    "d.html": "{{ 'd' | whole }}",
    "x.js": "{{ }}",
    "parts/b.html": "B",
    ".icons/c.svg": "C",
    "broken.html": "{% if %}",
}


@pytest.fixture
def engine(tmp_path: Path) -> GetEnvironment:
    """Return what makes an environment for templates of which three can be compiled."""
    theme = tmp_path / "theme"
    for name, text in FILES.items():
        (theme / name).parent.mkdir(parents=True, exist_ok=True)
        (theme / name).write_text(text, encoding="utf-8")
    return lambda: Environment(loader=FileSystemLoader([theme]), autoescape=True)


def kept(root: Path) -> set[str]:
    folder = root / CACHE / TEMPLATES
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def refuse(_: object) -> NoReturn:
    raise AssertionError("compiled once more")


def test_templates_are_compiled_before_anybody_asks(engine: GetEnvironment, tmp_path: Path) -> None:
    environment = quick_environment(engine, tmp_path)()
    assert len(kept(tmp_path)) == 3
    environment.filters["whole"] = str.upper
    assert environment.get_template("d.html").render() == "D"
    assert len(kept(tmp_path)) == 3
    assert environment.get_template("a.html").render() == "A 2"
    assert environment.list_templates() == ["a.html", "broken.html", "d.html", "parts/b.html", "x.js"]
    with pytest.raises(TemplateSyntaxError):
        environment.get_template("broken.html")


def test_what_is_kept_is_not_compiled_again(
    engine: GetEnvironment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_environment(engine, tmp_path)()
    before = kept(tmp_path)
    monkeypatch.setattr(template_engine, "beside", refuse)
    assert quick_environment(engine, tmp_path)().get_template("a.html").render() == "A 2"
    assert kept(tmp_path) == before


def test_a_template_that_has_changed_is_read_anew(engine: GetEnvironment, tmp_path: Path) -> None:
    quick_environment(engine, tmp_path)()
    (tmp_path / "theme" / "a.html").write_text("A {{ 1 + 2 }}", encoding="utf-8")
    assert quick_environment(engine, tmp_path)().get_template("a.html").render() == "A 3"


def test_nothing_is_written_through_a_link(engine: GetEnvironment, tmp_path: Path) -> None:
    """A build refuses such a project soon after; until then nothing may have been written."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / CACHE.parts[0]).symlink_to(elsewhere)
    quick_environment(engine, tmp_path)
    assert list(elsewhere.iterdir()) == []
