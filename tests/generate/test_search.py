"""What search finds of a world, and what its page offers."""

import re
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from promosite.generate.search import named_entries
from tests.worlds import PLACES, READERS, World, figure, glance, item, product

CERTIFIED = product(
    certificate="{stars: 4, status: reported, year: 2025, source: bao-mau}", places="[xa-mau]", aliases=None
)
PLACED = PLACES + "- {id: xa-mau, kind_then: commune, name_then: {vi: xã Mẫu, en: Mau Commune}, parent: huyen-mau}\n"
WORDS = "- {id: muoi, words: [muối mẫu, sample salt, MM]}\n"
FILES = {
    "content/data/places.yml": PLACED,
    "content/data/search-words.yml": WORDS,
    "content/vi/products/muoi-mau.md": CERTIFIED,
}


@pytest.fixture
def tiny(tmp_path: Path) -> World:
    return glance(tmp_path, FILES)


def entry(tiny: World, address: str) -> dict[str, object]:
    found = next(one for one in named_entries(tiny.site) if one.address == address)
    return {name: value for name, value in asdict(found).items() if value}


def test_content_is_found_and_listings_are_not(tiny: World) -> None:
    both = ["about/", "contact/", "news/tin-mau/", "products/muoi-mau/", "press/bai-bao-mau/", "plan/2023-2025/"]
    both += ["plan/2023-2025/t1/", "plan/2023-2025/t2/"]
    both += ["plan/2023-2025/units/centre/", "plan/2023-2025/units/all-units/", "places/", "data/"]
    both += [f"plan/2023-2025/report/{year}/" for year in (2023, 2024, 2025)]
    wanted = [*both, *(f"en/{one}" for one in both), "events/hoi-cho-mau/"]
    assert sorted(one.address for one in tiny.outputs.search) == sorted(wanted)


def test_every_page_that_search_finds_exists(tiny: World) -> None:
    addresses = {page.header["address"] for page in tiny.outputs.pages}
    assert {one.address for one in tiny.outputs.search} <= addresses


def test_only_the_index_looks_for_other_names(tiny: World) -> None:
    nameless = tuple(replace(one, names=(), also=()) for one in named_entries(tiny.site))
    assert tiny.outputs.search == nameless


def test_a_product_with_its_other_names(tiny: World) -> None:
    assert entry(tiny, "products/muoi-mau/") == {
        "lang": "vi",
        "address": "products/muoi-mau/",
        "kind": "product",
        "title": "Muối mẫu",
        "names": ("sample salt", "MM"),
        "also": ("xã Mẫu", "Mau Commune"),
        "day": "2024-06-01",
        "stars": 4,
        "stars_text": "4 sao, theo báo chí 2025",
        "stars_reported": True,
        "places": ("xa-mau", "huyen-mau", "tinh-mau"),
        "rows": ("2023-2025/t1",),
    }


SEA = """\
- {id: sea, words: [hải sản, seafood], products: {groups: [I.1.b, I.3.d], titles: [cá, mực]}}
- {id: spice, words: [gia vị, spice], products: {groups: [I.4.b]}}
"""


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"title": '"Cá thu mẫu"', "group": "I.3.d"}, ("hải sản", "seafood")),
        ({"title": '"Khô mực, cá"', "group": "I.3.d", "group_basis": "inferred"}, ("hải sản", "seafood")),
        ({"title": '"Cá thu mẫu"'}, ()),
        ({"title": '"Cá thu mẫu"', "group": "I.6"}, ()),
        ({"title": '"Các loại mật ong"', "group": "I.3.d"}, ()),
        ({"title": '"Muối mẫu"', "group": "I.4.b"}, ("gia vị", "spice")),
    ],
)
def test_a_product_is_found_by_general_words_only_if_its_group_is_on_record(
    tmp_path: Path, fields: dict[str, str], names: tuple[str, ...]
) -> None:
    files = {"content/data/search-words.yml": SEA, "content/vi/products/muoi-mau.md": product(**fields)}
    assert entry(glance(tmp_path, files), "products/muoi-mau/").get("names", ()) == names


def test_news_with_its_day_and_archive_year(tiny: World) -> None:
    found = entry(tiny, "en/news/tin-mau/")
    assert {key: found[key] for key in ("lang", "date", "day", "year", "rows")} == {
        "lang": "en",
        "date": "21 May 2024",
        "day": "2024-05-21",
        "year": 2024,
        "rows": ("2023-2025/t1",),
    }


def test_an_event_is_found_by_who_held_it_and_where(tmp_path: Path) -> None:
    fields = {"title": '"Hội chợ"', "summary": '"Hội chợ."', "start": "2024-06-07", "role": "reported"}
    fields |= {"published": "2024-06-10", "tasks": "[t1]", "venue": "Nhà Mẫu", "organisers": "[Hội Mẫu]"}
    tiny = glance(tmp_path, {"content/vi/events/hoi-cho-mau.md": item(fields)})
    assert entry(tiny, "events/hoi-cho-mau/")["also"] == ("Nhà Mẫu", "Hội Mẫu")


def test_rows_and_units_are_found_by_their_short_names(tiny: World) -> None:
    assert entry(tiny, "en/plan/2023-2025/t1/")["title"] == "T1: One"
    assert entry(tiny, "plan/2023-2025/units/centre/")["names"] == ("Sample Centre", "TT Mẫu", "Centre")


def test_a_report_is_found_by_its_year_and_what_all_reports_are_called(tiny: World) -> None:
    assert entry(tiny, "en/plan/2023-2025/report/2024/") == {
        "lang": "en",
        "address": "en/plan/2023-2025/report/2024/",
        "kind": "page",
        "title": "Report for 2024 (draft from the data)",
        "names": ("Annual reports",),
        "day": "2024-11-14",
        "year": 2024,
    }


def test_pages_for_readers_places_and_figures_are_found_where_they_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("promosite.generate.figures.PER_PAGE", 1)
    tiny = glance(tmp_path, READERS | {"content/data/figures.yml": figure() + figure(id="so-hai")})
    found = [(one.address, one.title) for one in tiny.outputs.search if one.kind == "page"]
    elsewhere = re.compile("(en/)?(about|contact|plan)/")
    assert [one for one in found if not elsewhere.match(one[0])] == [
        ("for/trade/", "Dành cho bạn hàng"),
        ("for/investors/", "Đầu tư"),
        ("places/", "Địa danh khi đó và hiện nay"),
        ("figures/", "Số liệu chính"),
        ("figures/page/2/", "Số liệu chính, trang 2"),
        ("data/", "Dữ liệu mở"),
        ("en/for/trade/", "For buyers"),
        ("en/places/", "Places, then and now"),
        ("en/figures/", "Key figures"),
        ("en/figures/page/2/", "Key figures, page 2"),
        ("en/data/", "Open data"),
    ]
    assert {one[0] for one in found} <= {page.header["address"] for page in tiny.outputs.pages}


def test_a_hidden_item_is_not_found(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/vi/products/muoi-mau.md": product(draft="true")})
    assert [one.address for one in tiny.outputs.search if "muoi-mau" in one.address] == []


# ---- The page ----


def test_filters_offer_what_occurs_in_words_of_the_language(tiny: World) -> None:
    groups = tiny.page("en", "search/").header["view"]["groups"]
    assert {one["name"]: [(value["value"], value["label"]) for value in one["values"]] for one in groups} == {
        "kind": [
            ("news", "News"),
            ("product", "Product"),
            ("event", "Event"),
            ("press", "Press mention"),
            ("row", "Task of the plan"),
            ("unit", "Unit"),
            ("plan", "Plan"),
            ("page", "Other page"),
        ],
        "stars": [("4", "4-star")],
        "place": [
            ("xa-mau", "Mau Commune"),
            ("huyen-mau", "Sample District"),
            ("tinh-mau", "Sample Province (former)"),
        ],
        "year": [("2025", "2025"), ("2024", "2024"), ("2023", "2023")],
        "row": [("2023-2025/t1", "T1 · One"), ("2023-2025/t2", "T2 · Two")],
    }


def test_the_script_is_told_where_else_to_look_and_what_to_say(tiny: World) -> None:
    client = tiny.page("vi", "search/").header["view"]["client"]
    assert client["lang"] == "vi"
    assert client["others"] == [{"lang": "en", "title": "Tiếng Anh: cũng có {n} kết quả"}]
    assert client["said"]["results-other"] == "{n} kết quả cho “{q}”."
    assert "results-one" not in client["said"]
    assert tiny.page("en", "search/").header["view"]["client"]["said"]["results-one"] == "{n} result for “{q}”."


def test_a_place_says_what_it_is_today_where_that_is_one_place(tmp_path: Path) -> None:
    now = "- {id: huyen-mau, kind_then: district, name_then: {vi: huyện Mẫu, en: Mau}, to: 2025-06-30, kind_now: ward, "
    tiny = glance(tmp_path, {"content/data/places.yml": now + "name_now: {vi: phường Mẫu, en: Mau Ward}}\n"})
    groups = tiny.page("vi", "search/").header["view"]["groups"]
    labels = [value["label"] for one in groups if one["name"] == "place" for value in one["values"]]
    assert labels == ["huyện Mẫu (cũ), nay: phường Mẫu"]


def test_without_a_script_the_listings_are_offered(tiny: World) -> None:
    listings = tiny.page("en", "search/").header["view"]["listings"]
    assert [one["address"] for one in listings] == [
        "en/news/",
        "en/products/",
        "en/events/",
        "en/press/",
        "en/plan/2023-2025/",
    ]
