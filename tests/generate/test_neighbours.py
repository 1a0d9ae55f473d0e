"""Pages of an item are made of the item and its neighbours: of no other item do they show anything."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from promosite.generate.deferred import deferred_items, deferred_sheets
from promosite.generate.neighbours import made_of, neighbours
from promosite.generate.site import Site, item_address
from promosite.model.items import Item, ItemId
from promosite.model.outputs import PageOutput
from tests.worlds import Files, World, english, event, glance, news, press, product

NEWS, OTHER = "content/vi/news/tin-mau.md", "content/vi/news/tin-khac.md"
SALT, PEPPER = "content/vi/products/muoi-mau.md", "content/vi/products/tieu-mau.md"
FAIR = "content/vi/events/hoi-cho-mau.md"
FILES: Files = {
    NEWS: news(related="[event/hoi-cho-mau]", body="Xem [muối](../products/muoi-mau.md) và [kia](tin-khac.md).\n"),
    OTHER: news(title='"Tin khác"', body="Nói về Tiêu mẫu ở một nơi.\n"),
    SALT: product(related="[product/tieu-mau]", body="Muối.\n"),
    PEPPER: product(title='"Tiêu mẫu"', body="Tiêu.\n"),
    FAIR: event(body="Hội chợ.\n"),
    "content/vi/press/bai-bao-mau.md": press(body="Bài báo.\n"),
    "content/en/products/tieu-mau.md": english(title='"Sample pepper"'),
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> World:
    return glance(tmp_path_factory.mktemp("tiny"), FILES)


def pages_by_item(site: Site) -> dict[str, list[PageOutput]]:
    """Return the pages and sheets of every item, made."""
    found: dict[str, list[PageOutput]] = {}
    for page in (*deferred_items(site), *deferred_sheets(site)):
        found.setdefault(page.address.removesuffix("sheet/"), []).append(page.whole())
    return found


def narrowed(site: Site, item: Item) -> Site:
    """Return a site in which there are an item and its neighbours, and no other."""
    kept = {one.id: one for one in (item, *neighbours(site.catalogue, item))}
    return replace(site, catalogue=replace(site.catalogue, items=kept))


def ids(site: Site, item: str) -> list[str]:
    return [one.id for one in neighbours(site.catalogue, site.catalogue.items[ItemId(item)])]


@pytest.mark.parametrize(
    ("item", "near"),
    [
        ("news/tin-mau", ["event/hoi-cho-mau", "news/tin-khac", "product/muoi-mau"]),
        ("news/tin-khac", []),
        ("product/muoi-mau", ["news/tin-mau", "product/tieu-mau"]),
        ("product/tieu-mau", ["news/tin-khac", "product/muoi-mau"]),
        ("event/hoi-cho-mau", ["news/tin-mau"]),
        ("press/bai-bao-mau", []),
    ],
)
def test_neighbours_are_named_or_name(tiny: World, item: str, near: list[str]) -> None:
    assert ids(tiny.site, item) == near


@pytest.mark.parametrize("name", ["tiny", "sample"])
def test_the_pages_of_an_item_need_nothing_but_its_neighbours(name: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(name).site
    made = pages_by_item(site)
    for item in site.catalogue.items.values():
        assert pages_by_item(narrowed(site, item))[item_address(item)] == made[item_address(item)]


def digests(site: Site) -> dict[str, str]:
    return {item.id: made_of(site, item) for item in site.catalogue.items.values()}


CHANGES = {
    "a text": (
        {OTHER: news(title='"Tên mới"', body="Nói về Tiêu mẫu.\n")},
        {"news/tin-khac", "news/tin-mau", "product/tieu-mau"},
    ),
    "a translation": (
        {"content/en/products/tieu-mau.md": english(title='"Other"')},
        {"product/tieu-mau", "product/muoi-mau"},
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_an_item_is_made_of_changes_with_its_neighbours(tiny: World, tmp_path: Path, change: str) -> None:
    files, changed = CHANGES[change]
    before, after = digests(tiny.site), digests(glance(tmp_path, {**FILES, **files}).site)
    assert {one for one in before if before[one] != after[one]} == changed


def test_it_changes_with_the_day_and_with_whatever_is_no_item(tiny: World) -> None:
    before = digests(tiny.site)
    later = replace(tiny.site, moment=tiny.site.moment + timedelta(days=1))
    other = replace(tiny.site, origin=replace(tiny.site.origin, without_items="other"))
    for site in (later, other):
        assert not set(before.values()) & set(digests(site).values())
