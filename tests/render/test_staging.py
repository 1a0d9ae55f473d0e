"""The staging folder: whole, without strays, written only where it differs, and read back as it was meant."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from promosite.cache import content_digest
from promosite.model.outputs import Outputs, PageOutput
from promosite.render.staging import StagedPage, StagedText, page_text, stage, stage_page, write_if_different
from tests.worlds import World, glance

OLD = 1_000_000_000


def lay_assets(root: Path) -> Path:
    assets = root / "assets"
    (assets / "drawings").mkdir(parents=True, exist_ok=True)
    (assets / "drawings" / "a.svg").write_text("<svg/>", encoding="utf-8")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


OUTPUTS = Outputs(
    pages=(
        PageOutput("vi", "", {"title": "Trang chủ", "section": True}, "Bài\n"),
        PageOutput("vi", "news/", {"title": "Tin", "section": True}),
        PageOutput("vi", "news/a/", {"title": "A", "section": False}, "A\n"),
        PageOutput("en", "news/a/", {"title": "A", "section": False}),
    ),
    assets=("assets/drawings/a.svg",),
)


def test_everything_is_laid_out(tmp_path: Path) -> None:
    target = tmp_path / "staged"
    staged = stage(OUTPUTS, lay_assets(tmp_path), tmp_path / "cache", target)
    assert (staged.changed, staged.shown) == (5, ("assets/drawings/a.svg",))
    assert {path: page.output for path, page in staged.pages.items()} == {
        f"{page.lang}/{page.uri}": page for page in OUTPUTS.pages
    }
    text = staged.pages["vi/news/a.md"].text
    assert text and text.digest == content_digest((target / "vi" / "news" / "a.md").read_bytes())
    assert tree(target) == {
        "vi/index.md": '---\ntitle: "Trang chủ"\nsection: true\n---\n\nBài\n'.encode(),
        "vi/news/index.md": b'---\ntitle: "Tin"\nsection: true\n---\n\n',
        "vi/news/a.md": b'---\ntitle: "A"\nsection: false\n---\n\nA\n',
        "en/news/a.md": b'---\ntitle: "A"\nsection: false\n---\n\n',
        "assets/drawings/a.svg": b"<svg/>",
    }


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    target, assets = tmp_path / "staged", lay_assets(tmp_path)
    stage(OUTPUTS, assets, tmp_path / "cache", target)
    for path in target.rglob("*"):
        os.utime(path, (OLD, OLD))
    one, *others = OUTPUTS.pages
    changed = replace(OUTPUTS, pages=(replace(one, body="Khác\n"), *others))
    assert stage(OUTPUTS, assets, tmp_path / "cache", target).changed == 0
    assert stage(changed, assets, tmp_path / "cache", target).changed == 1
    written = [path.name for path in target.rglob("*") if path.is_file() and path.stat().st_mtime != OLD]
    assert written == ["index.md"]


def test_strays_and_empty_folders_go(tmp_path: Path) -> None:
    target, assets = tmp_path / "staged", lay_assets(tmp_path)
    stage(OUTPUTS, assets, tmp_path / "cache", target)
    before = tree(target)
    (target / "vi" / "old" / "deep").mkdir(parents=True)
    (target / "vi" / "old" / "deep" / "stray.md").write_text("x", encoding="utf-8")
    (target / "vi" / "news" / ".new-abc").write_text("left by a kill", encoding="utf-8")
    (target / "empty").mkdir()
    assert stage(OUTPUTS, assets, tmp_path / "cache", target).changed == 2
    assert tree(target) == before
    assert not (target / "vi" / "old").exists()
    assert not (target / "empty").exists()


def test_a_page_that_is_gone_takes_its_folder_with_it(tmp_path: Path) -> None:
    target, assets = tmp_path / "staged", lay_assets(tmp_path)
    stage(OUTPUTS, assets, tmp_path / "cache", target)
    stage(replace(OUTPUTS, pages=OUTPUTS.pages[:3]), assets, tmp_path / "cache", target)
    assert not (target / "en").exists()


A_PAGE = PageOutput("vi", "news/a/", {"title": "A", "view": {"text": "mẫu"}}, "A\n")


class Later:
    """An outlined page that says how often it was made."""

    def __init__(self, made_of: str = "the same", page: PageOutput = A_PAGE) -> None:
        self.times, self._page = 0, page
        self.outline = replace(page, header={"title": "A"}, body="", make=self._make, made_of=made_of)

    def _make(self) -> PageOutput:
        self.times += 1
        return self._page


def staged_before(tmp_path: Path) -> StagedText:
    """Lay an outlined page as an earlier build has rendered it, and return its text."""
    text = stage_page(Later().outline, tmp_path / "staged").text
    assert text
    return text


def stage_later(tmp_path: Path, later: Later, before: StagedText | None) -> StagedPage:
    outputs = Outputs(pages=(later.outline,))
    staged = stage(outputs, tmp_path / "no assets", tmp_path / "cache", tmp_path / "staged", lambda _: before)
    return staged.pages["vi/news/a.md"]


def test_an_outlined_page_that_nobody_knows_is_not_made(tmp_path: Path) -> None:
    later = Later()
    assert stage_later(tmp_path, later, None) == StagedPage(later.outline, None)
    assert (later.times, tree(tmp_path)) == (0, {})


def test_an_outlined_page_made_of_the_same_is_not_made_again(tmp_path: Path) -> None:
    later, before = Later(), staged_before(tmp_path)
    assert stage_later(tmp_path, later, before) == StagedPage(later.outline, before)
    assert later.times == 0


def test_an_outlined_page_made_of_something_else_is_made_to_see_whether_it_differs(tmp_path: Path) -> None:
    before = staged_before(tmp_path)
    same, other = Later("something else"), Later("something else", replace(A_PAGE, body="B\n"))
    assert stage_later(tmp_path, same, before).text == before._replace(made_of="something else")
    found = stage_later(tmp_path, other, before)
    assert found.text and found.written and found.output is other.outline
    assert found.text.digest == content_digest((tmp_path / "staged" / "vi" / "news" / "a.md").read_bytes())
    assert (same.times, other.times) == (1, 1)


@pytest.mark.parametrize("lost", [lambda path: path.unlink(), lambda path: path.write_text("by hand")])
def test_a_staged_text_that_was_changed_is_made_again(tmp_path: Path, lost: Callable[[Path], object]) -> None:
    later, before = Later(), staged_before(tmp_path)
    path = tmp_path / "staged" / "vi" / "news" / "a.md"
    text = path.read_bytes()
    lost(path)
    found = stage_later(tmp_path, later, before)
    assert found.text and (found.text.digest, later.times) == (before.digest, 1)
    assert path.read_bytes() == text


def test_a_kill_leaves_the_old_file_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    write_if_different(path, b"old")

    def die(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            write_if_different(path, b"new")
    assert path.read_bytes() == b"old"
    assert write_if_different(path, b"new")
    assert path.read_bytes() == b"new"
    assert oct(path.stat().st_mode)[-3:] == "644"


def test_the_tiny_world_is_staged_and_staged_again(tmp_path: Path) -> None:
    tiny: World = glance(tmp_path / "world")
    assets, target = tiny.root / "docs", tmp_path / "staged"
    pages = len(tiny.outputs.pages)
    staged = stage(tiny.outputs, assets, tmp_path / "cache", target)
    assert staged.changed == pages + len(staged.shown)
    assert stage(tiny.outputs, assets, tmp_path / "cache", target).changed == 0
    assert len([one for one in tree(target) if one.endswith(".md")]) == pages


def read_back(text: str) -> tuple[dict[str, Any], str]:
    """Read a staged page as the engine does."""
    opening, header, body = text.split("---\n", 2)
    assert opening == ""
    return yaml.safe_load(header), body


NASTY = [
    'nói "vâng"',
    "Hội chợ: ngày 1 # một",
    "- a\n- b",
    "---",
    "\n---\n",
    "{{ config }} {% raw %}",
    "\\u0041 \\",
    "no",
    "2024-05-21",
    "null",
    "@a *b &c !d %e `f`",
    "a\u2028b\u2029c\x85d\x7fe\ufefff\ufffe\uffff",
    "\t tab",
    "<script>alert(1)</script>",
    "Đặc sản 🐋",
    "",
    " ",
]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_strings_are_read_back_as_they_were(text: str) -> None:
    header = {"title": text, "view": {"cards": [{"title": text, text or "x": None}], "n": 1, "yes": True}}
    page = PageOutput("vi", "a/", header, f"Bài\n---\n{text}")
    assert read_back(page_text(page)) == (header, f"\nBài\n---\n{text}")


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=50), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), PLAIN, min_size=1, max_size=4))
def test_any_header_is_read_back_as_it_was(values: dict[str, Any]) -> None:
    header = {f"k_{key}": value for key, value in values.items()}
    assert read_back(page_text(PageOutput("vi", "a/", header))) == (header, "\n")
