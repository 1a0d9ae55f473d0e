"""The folder that a preview shows follows each build: pages at once, the other files after."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest

from promosite.model.outputs import FileOutput, Outputs, PageOutput
from promosite.preview import Preview
from promosite.render import assembly as module
from promosite.render.assembly import Assembly
from promosite.render.finished import FinishedPages
from promosite.render.link_table import LinkTable
from promosite.render.site_files import Part

PAGE = PageOutput("vi", "news/a/", {"title": "A"})


@pytest.fixture(autouse=True)
def _without_fonts_and_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_files(files: Iterable[FileOutput], cards: object, cache: Path) -> Iterator[Part]:
        yield from ((file.uri, file.content) for file in files)

    monkeypatch.setattr(module, "site_files", only_files)


def assembled(folder: Path, laid: dict[str, Path]) -> Assembly:
    finished = FinishedPages(folder / "cache" / "kept", "world")
    return Assembly(Outputs(pages=(PAGE,)), folder / "cache", {}, {}, {}, (), LinkTable({}, ()), finished, laid)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shown(site: Path) -> dict[str, str]:
    return {one.relative_to(site).as_posix(): one.read_text("utf-8") for one in site.rglob("*") if one.is_file()}


def files(*given: tuple[str, str]) -> Sequence[FileOutput]:
    return [FileOutput(uri, text.encode()) for uri, text in given]


def test_each_build_is_shown_as_it_is(tmp_path: Path) -> None:
    site, rendered = tmp_path / "site", tmp_path / "rendered"
    kept = write(tmp_path / "kept" / "a.html", "a, finished")
    write(rendered / "b" / "index.html", "b, rendered")
    preview = Preview(site, tmp_path / "cache")
    laid = {"a/index.html": kept}
    preview.renew(rendered, assembled(tmp_path, laid), lambda: files(("x.json", "1"), ("y.json", "1"))).join()
    first = {"a/index.html": "a, finished", "b/index.html": "b, rendered", "x.json": "1", "y.json": "1"}
    assert shown(site) == first

    (rendered / "b" / "index.html").unlink()
    write(rendered / "a" / "index.html", "a, rendered")
    preview.renew(rendered, assembled(tmp_path, {}), lambda: files(("x.json", "2"))).join()
    assert shown(site) == {"a/index.html": "a, rendered", "x.json": "2"}
    assert kept.read_text(encoding="utf-8") == "a, finished"


def test_what_is_the_same_is_not_laid_again(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", write(tmp_path / "kept" / "a.html", "a")
    preview = Preview(site, tmp_path / "cache")
    for _ in range(2):
        preview.renew(tmp_path / "none", assembled(tmp_path, {"a/index.html": kept}), lambda: files(("x", "1"))).join()
        before = (site / "x").stat().st_ino
    assert (site / "x").stat().st_ino == before


def test_pages_do_not_wait_for_files_and_an_older_turn_ends(tmp_path: Path) -> None:
    site, go_on = tmp_path / "site", Event()
    preview = Preview(site, tmp_path / "cache")
    page = write(tmp_path / "kept" / "a.html", "a")

    def slow() -> Sequence[FileOutput]:
        go_on.wait(10)
        return files(("x", "old"), ("only-old", "1"))

    older = preview.renew(tmp_path / "none", assembled(tmp_path, {"a/index.html": page}), slow)
    assert shown(site) == {"a/index.html": "a"}
    newer = preview.renew(tmp_path / "none", assembled(tmp_path, {"a/index.html": page}), lambda: files(("x", "new")))
    newer.join()
    go_on.set()
    older.join()
    assert shown(site) == {"a/index.html": "a", "x": "new"}


def test_the_end_of_a_preview_is_quiet(tmp_path: Path) -> None:
    site = write(tmp_path / "site", "a file where the folder was")
    preview = Preview(site, tmp_path / "cache")
    preview.renew(tmp_path / "none", assembled(tmp_path, {}), lambda: files(("x", "1"))).join()
