"""Pages for readers: assembled from what names them, in the languages in which they were written."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from promosite.generate.briefings import SHOWN
from promosite.generate.frame import frame
from tests.worlds import CONFIG, READERS, World, english, event, figure, glance, news, press, product


def view(tiny: World, lang: str = "en", name: str = "trade") -> Any:
    return tiny.page(lang, f"for/{name}/").header["view"]


def for_trade(text: str) -> str:
    return text.replace("\n---\n", "\naudiences: [nationwide]\nbriefings: [trade]\n---\n", 1)


def test_a_page_as_its_template_gets_it(tmp_path: Path) -> None:
    found = view(glance(tmp_path, READERS))
    (group,) = found.pop("groups")
    assert (group["kind"], group["total"], group["more"]) == ("product", 1, None)
    assert [one["id"] for one in found.pop("figures")] == ["san-pham"]
    assert found.pop("map")["places"] == "en/places/"
    assert [row["key"] for row in found.pop("contact")] == ["email"]
    assert [one["number"] for one in found.pop("sources")] == [1, 2]
    assert found == {
        "who": "For those who buy.",
        "audiences": [{"number": 4, "name": "Nationwide"}],
        "message": {"text": "Sample message", "lang": None},
        "plan": "en/plan/2023-2025/",
        "all_figures": {"title": "Key figures", "address": "en/figures/"},
        "gaps": ["Sample prices"],
        "contact_page": "en/contact/",
        "built": "Printed from the site as built on 22 November 2026",
        "others": [],
    }


def test_a_page_exists_where_all_of_it_was_written(tmp_path: Path) -> None:
    tiny = glance(tmp_path, READERS)
    assert {key for key in tiny.pages if key[1].startswith("for/")} == {
        ("vi", "for/trade/"),
        ("en", "for/trade/"),
        ("vi", "for/investors/"),
    }
    assert tiny.page("vi", "for/investors/").header["alternates"] == {"vi": "for/investors/"}
    assert [one["address"] for one in view(tiny, "vi")["others"]] == ["for/investors/"]


def test_home_and_footer_lead_to_what_exists(tmp_path: Path) -> None:
    tiny = glance(tmp_path, READERS)
    homes = {lang: tiny.page(lang, "").header["view"] for lang in ("vi", "en")}
    assert [one["title"] for one in homes["en"]["briefings"]] == ["For buyers"]
    assert [one["title"] for one in homes["vi"]["briefings"]] == ["Dành cho bạn hàng", "Đầu tư"]
    assert homes["en"]["figures"] == {"title": "Key figures", "address": "en/figures/"}
    assert [one["address"] for one in frame(tiny.site, "vi")["readers"]] == [
        "for/trade/",
        "for/investors/",
        "figures/",
        "places/",
    ]


def test_items_stand_by_kind_products_first_with_their_sources(tmp_path: Path) -> None:
    files = {
        **READERS,
        "content/vi/news/tin-mau.md": for_trade(news()),
        "content/vi/events/hoi-cho-mau.md": for_trade(event()),
        "content/vi/press/bai-bao-mau.md": for_trade(press()),
    }
    groups = view(glance(tmp_path, files))["groups"]
    assert [(one["kind"], one["name"], [card["id"] for card in one["cards"]]) for one in groups] == [
        ("product", "Products", ["product/muoi-mau"]),
        ("news", "News", ["news/tin-mau"]),
        ("event", "Events", ["event/hoi-cho-mau"]),
        ("press", "Press", ["press/bai-bao-mau"]),
    ]
    assert [card["lang"] for one in groups for card in one["cards"]] == [None, None, "vi", None]
    notes = [[note["number"] for note in card["notes"]] for one in groups for card in one["cards"]]
    assert notes == [[2], [2], [], []]


def test_every_note_has_its_source(sample: World) -> None:
    for lang, address in sample.pages:
        if address.startswith("for/"):
            found = sample.page(lang, address).header["view"]
            cited = [one["source"]["number"] for one in found["figures"]]
            cited += [note["number"] for group in found["groups"] for card in group["cards"] for note in card["notes"]]
            numbers = [one["number"] for one in found["sources"]]
            assert numbers == list(range(1, len(numbers) + 1))
            assert set(cited) == set(numbers), address


def many(count: int) -> Mapping[str, str]:
    slugs = [f"muoi-{number}" for number in range(count)]
    own = {
        f"content/vi/products/{slug}.md": product(audiences="[nationwide]", briefings="[trade]", title=f'"Muối {slug}"')
        for slug in slugs
    }
    return own | {f"content/en/products/{slug}.md": english("Sample text.[^bao-mau]") for slug in slugs}


@pytest.mark.parametrize(
    ("count", "more"),
    [
        (SHOWN - 1, None),
        (SHOWN, "1 more entry: see the whole list"),
        (SHOWN + 1, "2 more entries: see the whole list"),
    ],
)
def test_a_page_stays_bounded(tmp_path: Path, count: int, more: str | None) -> None:
    (group,) = view(glance(tmp_path, {**READERS, **many(count)}))["groups"]
    assert (len(group["cards"]), group["total"], group["more"]) == (min(count + 1, SHOWN), count + 1, more)
    assert group["address"] == "en/products/"


def test_nothing_is_nothing(tmp_path: Path) -> None:
    config = CONFIG.replace("    contact: {email: mau@example.org}\n", "")
    files = {**READERS, "mkdocs.yml": config, "content/data/maps.yml": "[]\n", "content/data/figures.yml": figure()}
    found = view(glance(tmp_path, files), "vi", "investors")
    assert {key: found[key] for key in ("figures", "groups", "gaps", "contact", "map", "sources")} == {
        "figures": [],
        "groups": [],
        "gaps": [],
        "contact": [],
        "map": None,
        "sources": [],
    }


def test_the_sample_year_says_what_was_worked_out_by_hand(sample: World) -> None:
    told = {
        (lang, address): (
            {group["kind"]: group["total"] for group in page.header["view"]["groups"]},
            [(one["id"], bool(one["old"])) for one in page.header["view"]["figures"]],
        )
        for (lang, address), page in sample.pages.items()
        if address.startswith("for/")
    }
    trade = ({"product": 6, "event": 1}, [("sample-products", False), ("sample-buyers", True)])
    partners = ({"news": 3, "event": 3}, [("sample-labs", False)])
    assert told == {
        ("vi", "for/trade/"): trade,
        ("en", "for/trade/"): trade,
        ("vi", "for/st-partners/"): partners,
        ("en", "for/st-partners/"): partners,
        ("vi", "for/investors/"): ({}, [("sample-products", False)]),
    }
