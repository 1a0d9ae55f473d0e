"""The map and the page of places: every name from the places, what is not known said as such."""

from datetime import datetime
from pathlib import Path
from typing import Any

from promosite.clock import VIETNAM
from promosite.generate.frame import frame
from tests.worlds import MAPS, PLACES, READERS, World, glance


def drawn(tiny: World, lang: str = "en") -> Any:
    return tiny.page(lang, "places/").header["view"]["map"]


def names(tiny: World, lang: str = "en") -> dict[str, tuple[object, ...]]:
    rows = tiny.page(lang, "places/").header["view"]["places"]
    return {row["id"]: (row["then"]["text"], row["until"], row["now"] and row["now"]["text"]) for row in rows}


def test_names_then_and_now(tmp_path: Path) -> None:
    now = PLACES.replace("parent: tinh-mau", "parent: tinh-mau, to: 2026-11-21, name_now: {vi: Xã Mẫu, en: Commune}")
    tiny = glance(tmp_path, {**READERS, "content/data/places.yml": now})
    assert names(tiny) == {
        "tinh-mau": ("Sample Province", "30 June 2025", None),
        "huyen-mau": ("Sample District", "21 November 2026", "Commune"),
    }
    assert names(tiny, "vi")["huyen-mau"] == ("Huyện Mẫu", "21/11/2026", "Xã Mẫu")


def test_a_name_still_in_use_is_todays(tmp_path: Path) -> None:
    last_day = datetime(2025, 6, 30, 12, tzinfo=VIETNAM)
    tiny = glance(tmp_path, READERS, last_day)
    assert names(tiny)["tinh-mau"] == ("Sample Province", None, "Sample Province")
    assert [row["in_use"] for row in tiny.page("en", "places/").header["view"]["places"]] == [True, True]


def test_where_no_name_is_known_the_place_around_it_is(tmp_path: Path) -> None:
    area = "to: 2025-06-30, name_now: {vi: Vùng Mẫu, en: Sample area}}"
    ended = PLACES.replace("to: 2025-06-30}", area).replace("parent: tinh-mau", "parent: tinh-mau, to: 2025-06-30")
    tiny = glance(tmp_path, {**READERS, "content/data/places.yml": ended})
    rows = {row["id"]: row for row in tiny.page("en", "places/").header["view"]["places"]}
    assert [(rows[one]["now"], rows[one]["within"]) for one in ("tinh-mau", "huyen-mau")] == [
        ({"text": "Sample area", "lang": None}, None),
        (None, {"text": "Sample area", "lang": None}),
    ]
    shown = tiny.page("vi", "products/muoi-mau/").header["view"]["places"][0]
    assert (shown["now"], shown["within"]) == (None, "Vùng Mẫu")


def test_map_and_table_have_the_same_names(tmp_path: Path) -> None:
    tiny = glance(tmp_path, READERS)
    for lang in ("vi", "en"):
        for point in drawn(tiny, lang)["points"]:
            for layer in ("then", "now"):
                on_map = " ".join(line["text"] for line in point["lines"][layer])
                in_table = (
                    point[layer]["text"] if point[layer] else {"vi": "chưa có dữ liệu", "en": "not on record"}[lang]
                )
                assert on_map == in_table


def test_a_map_as_its_template_gets_it(tmp_path: Path) -> None:
    view = drawn(glance(tmp_path, READERS))
    points = view.pop("points")
    assert view == {
        "title": {"text": "Sample Province", "lang": None},
        "description": "A sample coast.",
        "width": 400,
        "height": 300,
        "land": ["M0 0H400V100L0 200Z"],
        "insets": [
            {
                "x": 300,
                "y": 200,
                "width": 80,
                "height": 80,
                "pointer": "M200 200V280",
                "caption": {"text": "Sample island.", "lang": None},
            }
        ],
        "places": "en/places/",
        "radius": 17,
    }
    assert points[1] == {
        "id": "tinh-mau",
        "number": 2,
        "x": 300,
        "y": 60,
        "anchor": "middle",
        "then": {"text": "Sample Province", "lang": None},
        "until": "30 June 2025",
        "in_use": False,
        "now": None,
        "within": None,
        "lines": {
            "then": [{"x": 300, "y": 36, "text": "Sample Province"}],
            "now": [{"x": 300, "y": 36, "text": "not on record"}],
        },
    }


def lines(tmp_path: Path, label: str) -> list[tuple[int, int]]:
    long = "{vi: Tên rất dài, en: The first and the second and the third Ward}"
    files = {
        **READERS,
        "content/data/places.yml": PLACES.replace("{vi: Huyện Mẫu, en: Sample District}", long),
        "content/data/maps.yml": MAPS.replace("x: 100, y: 80", f"x: 100, y: 80, label: {label}"),
    }
    point = drawn(glance(tmp_path / label, files))["points"][0]
    assert [line["text"] for line in point["lines"]["then"]] == ["The first and the", "second and the third", "Ward"]
    return [(line["x"], line["y"]) for line in point["lines"]["then"]]


def test_long_names_leave_their_point_free(tmp_path: Path) -> None:
    assert lines(tmp_path, "right") == [(124, 87), (124, 107), (124, 127)]
    assert lines(tmp_path, "left") == [(76, 87), (76, 107), (76, 127)]
    assert lines(tmp_path, "below") == [(100, 114), (100, 134), (100, 154)]
    assert lines(tmp_path, "above") == [(100, 16), (100, 36), (100, 56)]
    assert lines(tmp_path, "above-right") == [(83, 16), (83, 36), (83, 56)]


def test_the_largest_first_then_the_map_in_its_order(tmp_path: Path) -> None:
    more = PLACES + "- {id: xa-mau, kind_then: commune, name_then: Xã Mẫu, parent: huyen-mau}\n"
    more += "- {id: pho-mau, kind_then: city, name_then: Phố Mẫu, parent: tinh-mau}\n"
    maps = MAPS.replace("place: huyen-mau", "place: pho-mau").replace("place: tinh-mau", "place: huyen-mau")
    tiny = glance(tmp_path, {**READERS, "content/data/places.yml": more, "content/data/maps.yml": maps})
    rows = tiny.page("en", "places/").header["view"]["places"]
    assert [(row["id"], row["number"]) for row in rows] == [
        ("tinh-mau", None),
        ("pho-mau", 1),
        ("huyen-mau", 2),
        ("xa-mau", None),
    ]


def test_without_a_map_the_places_still_have_their_page(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    assert drawn(tiny) is None
    assert set(names(tiny)) == {"tinh-mau", "huyen-mau"}
    assert [one["address"] for one in frame(tiny.site, "en")["readers"]] == ["en/places/"]


def test_items_lead_to_their_places(tmp_path: Path) -> None:
    (place,) = glance(tmp_path, READERS).page("en", "products/muoi-mau/").header["view"]["places"]
    assert (place["address"], place["id"]) == ("en/places/", "huyen-mau")
