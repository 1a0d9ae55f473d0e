"""Key figures on a page: numbers as each language writes them, the source, the age in words."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from promosite.clock import VIETNAM
from tests.worlds import READERS, World, figure, glance, product


def row(tiny: World, lang: str = "en") -> Any:
    (found,) = tiny.page(lang, "figures/").header["view"]["figures"]
    return found


def test_a_figure_as_a_page_shows_it(tmp_path: Path) -> None:
    assert row(glance(tmp_path, READERS)) == {
        "id": "san-pham",
        "label": {"text": "Sample products", "lang": None},
        "value": {"text": "1,250", "lang": None},
        "unit": {"text": "products", "lang": None},
        "as_of": "May 2024",
        "publisher": "Source: Báo Mẫu",
        "source": {"id": "1", "number": 1},
        "place": {"text": "On the former Sample Province (until 30 June 2025)", "former": True},
        "old": "Old figure: more than 24 months",
        "note": None,
        "item": {"title": "Sample", "address": "en/products/muoi-mau/", "lang": None},
        "briefings": [{"title": "For buyers", "address": "en/for/trade/"}],
    }


def test_many_figures_go_on_upon_further_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promosite.generate.figures.PER_PAGE", 2)
    more = "".join(figure(id=f"so-{number}", label=f"{{vi: Số {number}, en: Number {number}}}") for number in range(4))
    tiny = glance(tmp_path, READERS | {"content/data/figures.yml": figure() + more})
    pages = [tiny.page("en", f"figures/{part}") for part in ("", "page/2/", "page/3/")]
    shown = [[one["id"] for one in page.header["view"]["figures"]] for page in pages]
    assert shown == [["san-pham", "so-0"], ["so-1", "so-2"], ["so-3"]]
    assert pages[1].header["view"]["previous"] == "en/figures/"
    assert [step["address"] for step in pages[2].header["trail"]] == ["en/figures/"]


def test_the_vietnamese_page_writes_the_same_number_its_own_way(tmp_path: Path) -> None:
    found = row(glance(tmp_path, READERS), "vi")
    assert [found[key]["text"] for key in ("label", "value", "unit", "place")] == [
        "Sản phẩm mẫu",
        "1.250",
        "sản phẩm",
        "Về Tỉnh Mẫu trước đây (đến hết 30/6/2025)",
    ]
    assert (found["as_of"], found["old"]) == ("tháng 5 năm 2024", "Số liệu cũ: đã hơn 24 tháng")


@pytest.mark.parametrize(
    ("as_of", "months", "day", "old"),
    [
        ("2024-05-21", None, (2026, 5, 21), False),
        ("2024-05-21", None, (2026, 5, 22), True),
        ("2024-05", None, (2026, 5, 31), False),
        ("2024-05", None, (2026, 6, 1), True),
        ("2023", None, (2025, 12, 31), False),
        ("2023", None, (2026, 1, 1), True),
        ("2024-02-29", "12", (2025, 2, 28), False),
        ("2024-02-29", "12", (2025, 3, 1), True),
        ("2024-05-21", "240", (2044, 5, 21), False),
    ],
)
def test_a_figure_is_old_only_when_it_surely_is(
    tmp_path: Path, as_of: str, months: str | None, day: tuple[int, int, int], old: bool
) -> None:
    files = {**READERS, "content/data/figures.yml": figure(as_of=as_of, stale_after=months)}
    assert bool(row(glance(tmp_path, files, datetime(*day, 12, tzinfo=VIETNAM)))["old"]) is old


def test_one_month_is_not_months(tmp_path: Path) -> None:
    files = {**READERS, "content/data/figures.yml": figure(stale_after="1")}
    assert row(glance(tmp_path, files))["old"] == "Old figure: more than 1 month"


def test_words_stay_as_they_are_and_tell_their_language(tmp_path: Path) -> None:
    files = {**READERS, "content/data/figures.yml": figure(value='"2014"', unit="{vi: năm}", note="{vi: Ghi chú.}")}
    found = row(glance(tmp_path, files))
    assert [found[key] for key in ("value", "unit", "note")] == [
        {"text": "2014", "lang": None},
        {"text": "năm", "lang": "vi"},
        {"text": "Ghi chú.", "lang": "vi"},
    ]


def test_a_place_that_still_is(tmp_path: Path) -> None:
    files = {**READERS, "content/data/figures.yml": figure(place="huyen-mau")}
    assert row(glance(tmp_path, files))["place"] == {"text": "On Sample District", "former": False}
    before = glance(tmp_path / "before", READERS, datetime(2025, 6, 30, 12, tzinfo=VIETNAM))
    assert row(before)["place"] == {"text": "On Sample Province", "former": False}


@pytest.mark.parametrize("changes", [{"draft": "true"}, {"expires_on": "2025-01-01"}])
def test_a_hidden_item_is_no_fault_and_no_link(tmp_path: Path, changes: dict[str, str]) -> None:
    files = {**READERS, "content/vi/products/muoi-mau.md": product(audiences="[nationwide]", **changes)}
    tiny = glance(tmp_path, files)
    assert (row(tiny)["item"], tiny.told) == (None, [])


def test_an_item_of_the_other_language_says_so(tmp_path: Path) -> None:
    files = {**READERS, "content/data/figures.yml": figure(item="event/hoi-cho-mau")}
    assert row(glance(tmp_path, files))["item"] == {
        "title": "Hội chợ mẫu",
        "address": "events/hoi-cho-mau/",
        "lang": "vi",
    }


def test_the_page_is_there_only_where_a_figure_is_worded(tmp_path: Path) -> None:
    one = {**READERS, "content/data/figures.yml": figure(label="{vi: Sản phẩm}")}
    tiny = glance(tmp_path / "one", one)
    assert [lang for lang, address in tiny.pages if address == "figures/"] == ["vi"]
    assert tiny.page("vi", "figures/").header["alternates"] == {"vi": "figures/"}
    assert not [lang for lang, address in glance(tmp_path / "none").pages if address == "figures/"]


def test_figures_of_one_source_share_a_note(tmp_path: Path) -> None:
    other = figure(id="khac", label="Khác", source="{id: b, publisher: B, title: T, url: 'https://mau.vn/b'}")
    again = figure(id="nua", label="Nữa", source="{id: c, publisher: C, title: U, url: 'https://mau.vn/b'}")
    files = {**READERS, "content/data/figures.yml": figure() + other + again}
    view = glance(tmp_path, files).page("en", "figures/").header["view"]
    assert [one["source"]["number"] for one in view["figures"]] == [1, 2, 2]
    assert [(one["id"], one["number"], one["publisher"]) for one in view["sources"]] == [
        ("1", 1, "Báo Mẫu"),
        ("2", 2, "B"),
    ]
