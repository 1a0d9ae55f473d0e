"""Overviews show headers, tiers and states of items, and never a body: so an edited body does not make them anew."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from promosite.generate.overviews import overviews, overviews_again, overviews_made_of
from promosite.generate.site import Site
from promosite.model.items import Item
from promosite.model.texts import ItemText, Tier
from promosite.staleness import State, compare
from tests.worlds import Files, World, english, event, glance, news, product

NEWS, SALT, SOLD = "content/vi/news/tin-mau.md", "content/vi/products/muoi-mau.md", "content/en/products/muoi-mau.md"
FILES: Files = {
    NEWS: news(body="Xem [muối](../products/muoi-mau.md).\n"),
    SALT: product(body="Muối.\n"),
    SOLD: english(title='"Sample salt"', body="Salt.\n"),
    "content/vi/events/hoi-cho-mau.md": event(body="Hội chợ.\n"),
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> World:
    return glance(tmp_path_factory.mktemp("tiny"), FILES)


def with_other_bodies(site: Site) -> Site:
    """Return a site in which every body says something else, as far as tiers and states allow it."""
    items = {one: _with_other_bodies(item) for one, item in site.catalogue.items.items()}
    return replace(site, catalogue=replace(site.catalogue, items=items))


def _with_other_bodies(item: Item) -> Item:
    texts = {lang: _with_other_body(text) for lang, text in item.texts.items()}
    other = item.model_copy(update={"texts": texts})
    return other if _states(other) == _states(item) else item


def _with_other_body(text: ItemText) -> ItemText:
    body = "Muối mẫu, Tiêu mẫu. [Một sản phẩm](../products/muoi-mau.md)[^n1]\n" if text.body.strip() else text.body
    return text.model_copy(update={"body": body, "digest": "other", "body_line": text.body_line + 7})


def _states(item: Item) -> list[object]:
    source = item.texts[item.source_lang]
    return [compare(source, text).state for text in item.texts.values()]


@pytest.mark.parametrize("name", ["tiny", "sample"])
def test_no_overview_shows_anything_of_a_body(name: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(name).site
    other = with_other_bodies(site)
    assert sum(one != site.catalogue.items[key] for key, one in other.catalogue.items.items()) >= 3
    assert overviews(other) == overviews(site)


CHANGES: dict[str, tuple[Files, bool]] = {
    "a body": ({NEWS: news(body="Tin khác.\n")}, False),
    "the body of a translation": ({SOLD: english(title='"Sample salt"', body="More salt.\n")}, False),
    "no body any more": ({SOLD: english(title='"Sample salt"', body="")}, True),
    "a title": ({NEWS: news(title='"Tên mới"')}, True),
    "a fact": ({NEWS: news(related="[product/muoi-mau]")}, True),
    "the title of a translation": ({SOLD: english(title='"Other salt"', body="Salt.\n")}, True),
    "an item more": ({"content/vi/news/tin-khac.md": news(title='"Tin khác"')}, True),
    "a page": ({"docs/vi/gioi-thieu.md": "---\ntitle: Một trang\nsummary: Một trang mẫu.\n---\n\nLời.\n"}, True),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_overviews_are_made_of(tiny: World, tmp_path: Path, change: str) -> None:
    files, is_changed = CHANGES[change]
    after = glance(tmp_path, {**FILES, **files}).site
    assert (overviews_made_of(after) != overviews_made_of(tiny.site)) is is_changed


def test_a_translation_that_has_become_stale_changes_them(sample: World) -> None:
    site = sample.site
    one = next(
        one for one in site.catalogue.items.values() if one.tier("en") is Tier.FULL and State.CURRENT in _states(one)
    )
    source = one.texts[one.source_lang]
    edited = source.model_copy(update={"body": f"{source.body}\n\nMột câu nữa.\n"})
    items = {**site.catalogue.items, one.id: one.model_copy(update={"texts": {**one.texts, source.lang: edited}})}
    after = replace(site, catalogue=replace(site.catalogue, items=items))
    assert overviews_made_of(after) != overviews_made_of(site)


def test_they_change_with_the_day_and_with_whatever_is_no_item(tiny: World) -> None:
    later = replace(tiny.site, moment=tiny.site.moment + timedelta(days=1))
    other = replace(tiny.site, origin=replace(tiny.site.origin, without_items="other"))
    assert len({overviews_made_of(one) for one in (tiny.site, later, other)}) == 3


def test_they_are_made_once_and_anew_for_other_headers_or_settings(tiny: World) -> None:
    first = overviews_again(tiny.site)
    assert overviews_again(with_other_bodies(tiny.site)) is first
    renamed = replace(tiny.site, config=tiny.site.config.model_copy(update={"site_url": "https://other.example/"}))
    assert overviews_again(renamed) == overviews(renamed) != first
    assert {page.made_of for page in first.pages} == {overviews_made_of(tiny.site)}
