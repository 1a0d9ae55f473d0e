"""Filters of the product listing: what a product is found by, honest counts, and the index for the page's script."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from promosite.generate.filters import FACETS, values_of
from promosite.generate.places import with_parents
from promosite.model.items import Kind
from promosite.model.outputs import FileOutput
from tests.worlds import World, english, glance, product

DECIDED = (
    '{{stars: {stars}, status: decision, source: bao-mau, decision_no: "1/QĐ", '
    "authority: {{vi: UBND tỉnh, en: People's Committee}}, certified_on: {day}}}"
)
REPORTED = "{{stars: {stars}, status: reported, year: 2025, source: bao-mau}}"
RIGHT = "{{type: {type}, name: Mẫu, source: bao-mau}}"


def decided(day: str, stars: int = 3) -> str:
    return product(certificate=DECIDED.format(stars=stars, day=day))


# Looked at on 22 November 2026: the certificate of `b` ends on 2 May 2027, of `c` on 1 December 2026, of `d` in 2024.
FILES: dict[str, str | None] = {
    "content/vi/products/muoi-mau.md": product(places="[huyen-mau]"),
    "content/vi/products/a.md": product(
        title='"A"', certificate=REPORTED.format(stars=3), places="[tinh-mau]", group="I.4.b", group_basis="inferred"
    ),
    "content/vi/products/b.md": decided("2024-05-02", 4).replace("Muối mẫu", "B"),
    "content/vi/products/c.md": decided("2023-12-01").replace("Muối mẫu", "C"),
    "content/vi/products/d.md": decided("2021-06-01").replace("Muối mẫu", "D"),
    "content/vi/products/e.md": product(
        title='"E"', protection=f"[{RIGHT.format(type='gi')}, {RIGHT.format(type='trademark')}]", group="I.1.a"
    ).replace("group: I.1.a", "group: I.1.a\ngroup_basis: inferred"),
}


def values(tiny: World) -> dict[str, dict[str, Any]]:
    items = tiny.site.catalogue.of_kind(Kind.PRODUCT)
    return {item.slug: vars(values_of(tiny.site, item)) for item in items}


NOTHING = {"stars": "none", "protection": ("none",), "group": "none", "place": ("none",), "certificate": "none"}


def test_what_a_product_is_found_by(tmp_path: Path) -> None:
    assert values(glance(tmp_path, FILES)) == {
        "muoi-mau": NOTHING | {"place": ("huyen-mau", "tinh-mau")},
        "a": NOTHING | {"stars": "3-reported", "group": "I.4.b", "place": ("tinh-mau",), "certificate": "unknown"},
        "b": NOTHING | {"stars": "4", "certificate": "valid"},
        "c": NOTHING | {"stars": "3", "certificate": "ending"},
        "d": NOTHING | {"stars": "3", "certificate": "ended"},
        "e": NOTHING | {"protection": ("gi", "trademark"), "group": "I.1.a"},
    }


def offered(tiny: World, lang: str) -> dict[str, list[tuple[str, str, int]]]:
    facets = tiny.page(lang, "products/").header["view"]["filters"]["facets"]
    return {one["name"]: [(each["value"], each["label"], each["count"]) for each in one["options"]] for one in facets}


def test_counts_say_zero_where_there_is_none(tmp_path: Path) -> None:
    assert offered(glance(tmp_path, FILES), "en") == {
        "stars": [
            ("5", "OCOP 5-star, by decision", 0),
            ("4", "OCOP 4-star, by decision", 1),
            ("3", "OCOP 3-star, by decision", 2),
            ("3-reported", "3-star, as reported", 1),
            ("none", "No star on record", 2),
        ],
        "protection": [
            ("gi", "Geographical indication", 1),
            ("collective-mark", "Collective mark", 0),
            ("certification-mark", "Certification mark", 0),
            ("trademark", "Trademark", 1),
            ("none", "No protection on record", 5),
        ],
        "group": [
            ("I.1.a", "Food: fresh vegetables, tubers, fruit, seeds", 1),
            ("I.4.b", "Food: other condiments and spices", 1),
            ("none", "No group on record", 4),
        ],
        "place": [
            ("huyen-mau", "Sample District", 1),
            ("tinh-mau", "Sample Province", 2),
            ("none", "No place on record", 4),
        ],
        "certificate": [
            ("valid", "Valid", 1),
            ("ending", "Expires within 90 days", 1),
            ("ended", "Expired", 1),
            ("unknown", "Validity not on record", 1),
            ("none", "No certificate on record", 2),
        ],
    }


def test_a_place_that_holds_every_product_is_no_choice(tmp_path: Path) -> None:
    files = {
        "content/vi/products/a.md": product(places="[tinh-mau]"),
        "content/vi/products/muoi-mau.md": product(places="[huyen-mau]"),
    }
    assert offered(glance(tmp_path, files), "vi")["place"] == [("huyen-mau", "Huyện Mẫu", 1)]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_reported_stars_are_never_called_certified(tmp_path: Path, lang: str) -> None:
    own = FILES | {"content/vi/products/f.md": product(title='"F"', certificate=REPORTED.format(stars=5))}
    labels = {value: label for value, label, _ in offered(glance(tmp_path, own), lang)["stars"]}
    reported = [label for value, label in labels.items() if value.endswith("-reported")]
    assert len(reported) == 2
    for label in reported:
        assert "theo báo chí" in label or "as reported" in label
        assert not any(word in label.lower() for word in ("ocop", "certif", "chứng nhận", "công nhận", "decision"))


def index(tiny: World, lang: str) -> dict[str, Any]:
    files = {file.uri: file.content for file in tiny.files}
    found: dict[str, Any] = json.loads(files[f"assets/catalogue/{lang}.json"])
    return found


def test_the_index_stands_in_the_order_of_the_listing(tmp_path: Path) -> None:
    own = FILES | {"content/en/products/a.md": english("Text.[^bao-mau]", title='"Zest"')}
    tiny = glance(tmp_path, own)
    for lang, order in (("vi", ["a", "b", "c", "d", "e", "muoi-mau"]), ("en", ["b", "c", "d", "e", "muoi-mau", "a"])):
        pages = [tiny.page(lang, one).header["view"]["cards"] for one in ("products/", "products/page/2/")]
        assert [card["id"].split("/")[1] for page in pages for card in page] == order
        assert index(tiny, lang)["slugs"] == order
    found = index(tiny, "vi")
    assert found == {
        "built": "2026-11-22",
        "ending_days": 90,
        "size": 5,
        "parts": 1,
        "slugs": ["a", "b", "c", "d", "e", "muoi-mau"],
        "values": {
            "stars": ["3-reported", "4", "3", "3", "none", "none"],
            "protection": [["none"], ["none"], ["none"], ["none"], ["gi", "trademark"], ["none"]],
            "group": ["I.4.b", "none", "none", "none", "I.1.a", "none"],
            "place": [["tinh-mau"], ["none"], ["none"], ["none"], ["none"], ["huyen-mau", "tinh-mau"]],
            "certificate": ["unknown", "2027-05-02", "2026-12-01", "2024-06-01", "none", "none"],
        },
    }


@pytest.mark.parametrize(
    ("moment", "changes"),
    [("2026-11-22", "2026-12-02"), ("2026-12-01", "2026-12-02"), ("2026-12-02", "2027-02-01"), ("2027-05-03", None)],
)
def test_the_day_on_which_counts_change_is_told(tmp_path: Path, moment: str, changes: str | None) -> None:
    tiny = glance(tmp_path, FILES, datetime.fromisoformat(f"{moment}T12:00+07:00"))
    view = tiny.page("vi", "products/").header["view"]["filters"]
    assert (view["built"], view["changes"]) == (moment, changes)


def test_only_the_first_page_of_the_products_has_filters(tmp_path: Path) -> None:
    tiny = glance(tmp_path, FILES)
    filtered = {
        (lang, address)
        for (lang, address), page in tiny.pages.items()
        if page.header["view"].get("filters") or page.header["template"] == "catalogue.html"
    }
    expected = {(lang, one) for lang in ("vi", "en") for one in ("products/", "products/page/2/")}
    assert filtered == expected
    assert tiny.page("vi", "products/page/2/").header["view"]["filters"] is None


def test_one_product_is_no_choice(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    assert tiny.page("vi", "products/").header["view"]["filters"] is None
    assert [file.uri for file in tiny.files if "catalogue" in file.uri] == []


def test_every_value_of_the_index_can_be_chosen(sample: World) -> None:
    for lang in ("vi", "en"):
        boxes = {name: {value for value, *_ in options} for name, options in offered(sample, lang).items()}
        columns = index(sample, lang)["values"]
        assert list(columns) == list(FACETS)
        for name in ("stars", "group", "protection"):
            stored = {one for value in columns[name] for one in ([value] if isinstance(value, str) else value)}
            assert stored <= boxes[name]


def test_counts_are_those_of_the_sample_year(sample: World) -> None:
    found = {name: {value: count for value, _, count in options} for name, options in offered(sample, "vi").items()}
    assert found["stars"] == {"5": 1, "4": 1, "3": 4, "4-reported": 1, "3-reported": 1, "none": 4}
    assert found["certificate"] == {"valid": 3, "ending": 2, "ended": 1, "unknown": 2, "none": 4}


def test_the_index_stays_small(sample: World) -> None:
    file = next(one for one in sample.files if one.uri == "assets/catalogue/vi.json")
    assert isinstance(file, FileOutput)
    assert len(file.content) / len(index(sample, "vi")["slugs"]) < 160


def test_places_that_lie_in_a_circle_end_where_it_closes(tmp_path: Path) -> None:
    circle = (
        "- {id: a, kind_then: area, name_then: A, parent: b}\n"
        "- {id: b, kind_then: area, name_then: B, parent: c}\n"
        "- {id: c, kind_then: area, name_then: C, parent: a}\n"
    )
    site = glance(tmp_path, {"content/data/places.yml": circle}).site
    assert list(with_parents(site, "b")) == ["b", "c", "a"]


def test_a_large_index_is_cut_into_files_that_hold_everything_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = index(glance(tmp_path / "whole", FILES), "vi")
    monkeypatch.setattr("promosite.generate.filters.PART", 4)
    tiny = glance(tmp_path / "cut", FILES)
    first, second = index(tiny, "vi"), index(tiny, "vi-2")
    assert (first["parts"], first["slugs"] + second["slugs"]) == (2, whole["slugs"])
    assert {key: first["values"][key] + second["values"][key] for key in whole["values"]} == whole["values"]
    assert second.keys() == {"slugs", "values"}
