"""Listings: what stands on which page, in which order, and how the pages lead to each other."""

from pathlib import Path
from typing import Any

import pytest

from promosite.generate.listings import by_year, year_of
from promosite.model.items import Kind
from tests.worlds import CONFIG, World, english, event, glance, news, press, product


def slugs(page: Any) -> list[str]:
    return [card["id"].split("/")[1] for card in page.header["view"]["cards"]]


def many(count: int) -> dict[str, str | None]:
    """Return so many pieces of news, n01 the oldest, and no other."""
    own = {
        f"content/vi/news/n{n:02}.md": news(published=f"2024-07-{n:02}", date="2024-05-21") for n in range(1, count + 1)
    }
    return {"content/vi/news/tin-mau.md": None, "content/en/news/tin-mau.md": None, **own}


PAGER = ("number", "last", "previous", "next")


@pytest.mark.parametrize(("count", "sizes"), [(0, [0]), (1, [1]), (5, [5]), (6, [5, 1]), (10, [5, 5]), (11, [5, 5, 1])])
def test_pages_are_full_but_the_last(tmp_path: Path, count: int, sizes: list[int]) -> None:
    tiny = glance(tmp_path, many(count))
    addresses = ["news/", *(f"news/page/{number}/" for number in range(2, len(sizes) + 1))]
    for lang in ("vi", "en"):
        pages = [tiny.page(lang, address) for address in addresses]
        listed = [slug for page in pages for slug in slugs(page)]
        assert [len(slugs(page)) for page in pages] == sizes
        assert listed == [f"n{n:02}" for n in range(count, 0, -1)]
        assert {page.header["view"]["total"] for page in pages} == {count}
        assert (lang, f"news/page/{len(sizes) + 1}/") not in tiny.pages
        assert ("news/page/1/") not in {address for _, address in tiny.pages}


def test_pages_lead_to_each_other(tmp_path: Path) -> None:
    tiny = glance(tmp_path, many(11))
    views = [tiny.page("en", one).header["view"] for one in ("news/", "news/page/2/", "news/page/3/")]
    assert [tuple(view[key] for key in PAGER) for view in views] == [
        (1, 3, None, "en/news/page/2/"),
        (2, 3, "en/news/", "en/news/page/3/"),
        (3, 3, "en/news/page/2/", None),
    ]
    titles = [tiny.page("en", one).header["title"] for one in ("news/", "news/page/2/")]
    assert titles == ["News", "News, page 2"]
    trails = [tiny.page("en", one).header["trail"] for one in ("news/", "news/page/2/")]
    assert trails == [[], [{"title": "News", "address": "en/news/"}]]


def test_the_size_of_a_page_is_configured(tmp_path: Path) -> None:
    tiny = glance(tmp_path, many(7) | {"mkdocs.yml": CONFIG.replace("page_size: 5", "page_size: 7")})
    assert [address for lang, address in tiny.pages if lang == "vi" and address.startswith("news/page/")] == []


YEARS: dict[str, str | None] = {
    "content/vi/news/a.md": news(date="2023-12-31", published="2024-06-01"),
    "content/vi/news/b.md": news(date="2024", published="2024-06-02"),
    "content/vi/news/c.md": news(date=None, published="2025-06-01"),
}


def test_years_hold_what_happened_in_them(tmp_path: Path) -> None:
    tiny = glance(tmp_path, YEARS)
    found = {
        address: slugs(page)
        for (lang, address), page in tiny.pages.items()
        if lang == "vi" and address[:7] == "news/20"
    }
    assert found == {"news/2024/": ["b", "tin-mau"], "news/2023/": ["a"]}
    assert tiny.page("vi", "news/").header["view"]["years"] == [
        {"year": 2024, "count": 2, "address": "news/2024/"},
        {"year": 2023, "count": 1, "address": "news/2023/"},
    ]
    assert [tiny.page("en", "news/2024/").header[key] for key in ("title", "address")] == ["News 2024", "en/news/2024/"]


def test_years_are_paged_too(tmp_path: Path) -> None:
    tiny = glance(tmp_path, many(6))
    assert slugs(tiny.page("vi", "news/2024/page/2/")) == ["n01"]
    assert tiny.page("vi", "news/2024/page/2/").header["view"]["previous"] == "news/2024/"


def test_a_product_has_no_year(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    assert [address for _, address in tiny.pages if address.startswith("products/20")] == []
    assert tiny.page("vi", "products/").header["view"]["years"] == []


def test_products_stand_by_name_in_each_language(tmp_path: Path) -> None:
    names = {"a": ("Đường", "Almond"), "b": ("Dầu", "Zest"), "c": ("Ấm", "Mug"), "d": ("Ăn", None)}
    files: dict[str, str | None] = {"content/vi/products/muoi-mau.md": None, "content/en/products/muoi-mau.md": None}
    for slug, (vi, en) in names.items():
        files[f"content/vi/products/{slug}.md"] = product(title=f'"{vi}"')
        if en:
            files[f"content/en/products/{slug}.md"] = english("Text.[^bao-mau]", title=f'"{en}"')
    tiny = glance(tmp_path, files)
    assert slugs(tiny.page("vi", "products/")) == ["d", "c", "b", "a"]
    assert slugs(tiny.page("en", "products/")) == ["a", "d", "c", "b"]


@pytest.mark.parametrize(
    ("right", "vi", "en"),
    [
        ('type: gi, name: M, number: "00064"', "Chỉ dẫn địa lý 00064", "GI No. 00064"),
        ("type: gi, name: M", "Chỉ dẫn địa lý", "Geographical indication"),
        ("type: trademark, name: M", None, None),
    ],
)
def test_a_card_names_the_geographical_indication(tmp_path: Path, right: str, vi: str | None, en: str | None) -> None:
    tiny = glance(tmp_path, {"content/vi/products/muoi-mau.md": product(protection=f"[{{{right}, source: bao-mau}}]")})
    marks = [tiny.page(lang, "products/").header["view"]["cards"][0]["gi"] for lang in ("vi", "en")]
    assert marks == [vi, en]


def test_a_card_of_the_press_names_outlet_and_language(tmp_path: Path) -> None:
    files = {"content/vi/press/bai-bao-mau.md": press(outlet="{vi: Báo Mẫu, en: Sample News}", article_language="ja")}
    tiny = glance(tmp_path, files)
    found = [tiny.page(lang, "press/").header["view"]["cards"][0]["article_in"] for lang in ("vi", "en")]
    assert [one["outlet"]["text"] for one in found] == ["Báo Mẫu", "Sample News"]
    assert [one["language"] for one in found] == ["Tiếng Nhật", "Japanese"]
    assert tiny.page("en", "news/").header["view"]["cards"][0]["article_in"] is None


def test_events_stand_by_day(tmp_path: Path) -> None:
    files = {
        "content/vi/events/a.md": event(start="2024-06-08", end=None, published="2024-01-01"),
        "content/vi/events/b.md": event(start="2024-06-06", end=None, published="2024-12-01"),
        "content/vi/events/c.md": event(start="2024-06-07", end=None, published="2024-12-01"),
    }
    assert slugs(glance(tmp_path, files).page("vi", "events/")) == ["a", "c", "hoi-cho-mau", "b"]


def test_a_card_tells_the_truth_about_its_language(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    cards: dict[str, Any] = {}
    for folder in ("news", "products", "events", "press"):
        cards |= {card["id"]: card for card in tiny.page("en", f"{folder}/").header["view"]["cards"]}
    shown = {key: (card["lang"], card["address"], card["summary_only"]) for key, card in cards.items()}
    assert shown == {
        "news/tin-mau": (None, "en/news/tin-mau/", False),
        "product/muoi-mau": (None, "en/products/muoi-mau/", False),
        "event/hoi-cho-mau": ("vi", "events/hoi-cho-mau/", False),
        "press/bai-bao-mau": (None, "en/press/bai-bao-mau/", True),
    }
    assert {key: (card["date"], card["iso"]) for key, card in cards.items()} == {
        "news/tin-mau": ("21 May 2024", "2024-05-21"),
        "product/muoi-mau": (None, None),
        "event/hoi-cho-mau": ("7–9 June 2024", "2024-06-07"),
        "press/bai-bao-mau": ("21 May 2024", "2024-05-21"),
    }


def test_the_sample_year_is_listed_whole_in_both_languages(sample: World) -> None:
    for lang in ("vi", "en"):
        for kind in Kind:
            items = sample.site.catalogue.of_kind(kind)
            size = sample.site.config.page_size
            pages = [f"{kind.folder}/", *(f"{kind.folder}/page/{n}/" for n in range(2, -(-len(items) // size) + 1))]
            listed = [slug for address in pages for slug in slugs(sample.page(lang, address))]
            assert sorted(listed) == sorted(item.slug for item in items)
            dated = [item for item in items if kind is not Kind.PRODUCT or item.facts.unit]
            assert sum(len(group) for group in by_year(items).values()) == len(dated)


@pytest.mark.parametrize(
    ("header", "year"),
    [
        ({"date": "2019-05"}, 2019),
        ({"date": None}, None),
        ({"date": None, "unit": "centre", "channel": "websites"}, 2024),
    ],
)
def test_background_without_a_day_stands_in_no_year(
    header: dict[str, str | None], year: int | None, tmp_path: Path
) -> None:
    """It was published here in 2024, which says nothing of when it was."""
    tiny = glance(tmp_path, {"content/vi/news/tin-mau.md": news(published="2024-06-01", **header)})
    (item,) = tiny.site.catalogue.of_kind(Kind.NEWS)
    page = tiny.page("vi", "news/tin-mau/").header["view"]
    assert year_of(item) == year
    assert page["archive"] == (year and {"year": year, "address": f"news/{year}/"})
    assert {link["year"] for link in tiny.page("vi", "news/").header["view"]["years"]} == ({year} if year else set())
    assert slugs(tiny.page("vi", "news/")) == ["tin-mau"]
