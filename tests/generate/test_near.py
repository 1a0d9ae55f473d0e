"""The files from which the 404 page picks pages: small however large the site is."""

import json
from pathlib import Path
from typing import Any

from promosite.generate.near import FOLDER, near_files
from promosite.model.search import SearchEntry
from tests.worlds import World, glance


def files(tiny: World, entries: list[SearchEntry], limit: int = 400) -> dict[str, Any]:
    found = near_files(tiny.site, entries, limit)
    return {one.uri.removeprefix(f"{FOLDER}/").removesuffix(".json"): json.loads(one.content) for one in found}


def entry(number: int, title: str = "") -> SearchEntry:
    day = f"2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    address = f"news/tin-{number}/"
    return SearchEntry(lang="vi", address=address, kind="news", title=title or f"Tin {number}", day=day)


def test_a_small_site_has_one_file_for_each_language(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    found = files(tiny, list(tiny.outputs.search))
    assert set(found) == {"vi", "en"}
    assert ["products/muoi-mau/", "Muối mẫu", ""] in found["vi"]["pages"]
    assert found["en"]["pages"][0] == ["en/news/", "News", ""]
    assert all(page[0].startswith("en/") for page in found["en"]["pages"])


def test_a_page_comes_with_other_names_of_what_its_title_names(tmp_path: Path) -> None:
    words = "- {id: tieu, words: [hạt tiêu, hồ tiêu, pepper]}\n"
    tiny = glance(tmp_path, {"content/data/search-words.yml": words})
    title = "Hạt tiêu đen"
    entries = [entry(1, title), *(entry(number) for number in range(2, 20))]
    assert ["news/tin-1/", title, "ho pepper"] in files(tiny, entries)["vi"]["pages"]
    usual = files(tiny, [*entries, *(entry(number, f"{title} {number}") for number in range(20, 30))])
    assert ["news/tin-1/", title, ""] in usual["vi"]["pages"]
    cut = files(tiny, entries, limit=10)
    part = next(one for one in cut["vi"]["parts"] if "pepper".startswith(one))
    assert ["news/tin-1/", title, "ho pepper"] in cut[f"vi-{part}"]["pages"]


def test_sections_are_known_by_their_names_in_every_language(tmp_path: Path) -> None:
    found = files(glance(tmp_path), [])
    assert found["vi"]["sections"] == found["en"]["sections"]
    assert found["en"]["sections"] == {
        "news": ["news", "tin tuc"],
        "products": ["products", "san pham", "product"],
        "events": ["events", "su kien", "event"],
        "press": ["press", "bao chi", "bai bao", "press mention"],
        "plan": ["plan", "ke hoach", "the plan"],
    }


def test_a_large_site_is_laid_in_parts_of_bounded_size(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    titles = ["Muối Bà Rịa", "Hồ tiêu", "Nhãn xuồng", "Đặc sản", "Cá thu"]
    entries = [entry(number, f"{titles[number % 5]} {number}") for number in range(1000)]
    found = files(tiny, entries, limit=50)
    parts = found["vi"]["parts"]
    assert set(found) == {"vi", "en", *(f"vi-{part}" for part in parts)}
    assert {len(found[f"vi-{part}"]["pages"]) for part in parts} <= set(range(1, 51))
    reached = {page[0] for part in parts for page in found[f"vi-{part}"]["pages"]}
    assert {one.address for one in entries} <= reached


def test_of_a_word_that_is_everywhere_the_newest_pages_are_kept(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    entries = [entry(number) for number in range(336)]
    newest = sorted(entries, key=lambda one: one.day, reverse=True)
    shown = [page[0] for page in files(tiny, entries, limit=10)["vi-ti"]["pages"]]
    assert shown == ["news/", *(one.address for one in newest[:9])]


def test_the_parts_cover_words_without_marks(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    entries = [entry(number, "Đặc sản" if number == 7 else "") for number in range(100)]
    found = files(tiny, entries, limit=20)
    part = next(one for one in found["vi"]["parts"] if "dac".startswith(one))
    assert ["news/tin-7/", "Đặc sản", ""] in found[f"vi-{part}"]["pages"]
