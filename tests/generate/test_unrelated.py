"""A file more changes the pages that show it and no other; in which order files were written changes nothing."""

from pathlib import Path

from promosite.model.outputs import PageOutput
from tests.worlds import FILES, World, glance, news

MORE = {**FILES, "content/vi/news/zz-tin-them.md": news(tasks="[]")}
SHOWING = {"", "news/", "news/2024/", "plan/2023-2025/"}
"""Home, the list, the year, and the plan's list of what serves no row: in both languages, for English names it too."""
FEEDS = {"feed.xml", "feed.json", "news/feed.xml", "news/feed.json"}


def pages(world: World) -> dict[tuple[str, str], PageOutput]:
    return {(page.lang, page.address): page for page in world.outputs.pages}


def files(world: World) -> dict[str, bytes]:
    return {file.uri: file.content for file in world.files}


def test_a_file_more_changes_only_what_shows_it(tmp_path: Path) -> None:
    before, after = glance(tmp_path / "before"), glance(tmp_path / "after", MORE)
    one, other = pages(before), pages(after)
    assert set(other) - set(one) == {("vi", "news/zz-tin-them/")}
    assert {key for key in one if one[key] != other[key]} == {(lang, at) for lang in ("vi", "en") for at in SHOWING}
    feeds = {uri for uri in files(before) if uri.endswith(("feed.xml", "feed.json"))}
    assert {uri for uri in feeds if files(before)[uri] != files(after)[uri]} == FEEDS


def test_the_order_of_files_on_the_disk_says_nothing(tmp_path: Path) -> None:
    backwards = dict(sorted(MORE.items(), reverse=True))
    assert glance(tmp_path / "a", MORE).outputs.pages == glance(tmp_path / "b", backwards).outputs.pages
