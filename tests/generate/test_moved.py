"""Old addresses lead on, withdrawn ones say since when, and what waits for its day says nothing at all."""

from datetime import datetime
from pathlib import Path

import pytest

from promosite.clock import VIETNAM
from promosite.model.outputs import FileOutput, Outputs
from tests.worlds import FILES, World, english, glance, news, product

A, EN_A = "content/vi/news/a.md", "content/en/news/a.md"
SALT = "content/vi/products/muoi-mau.md"
ENGLISH = english("Sample text.[^bao-mau]", title='"Secret title"')


def redirects(tiny: World) -> dict[str, str]:
    """Return where each old address leads, both from the site's root."""
    return {
        tiny.site.path(page.lang, page.address): page.header["view"]["to"]
        for page in tiny.outputs.pages
        if page.header["template"] == "redirect.html"
    }


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({A: news(aliases="[/news/cu/]")}, {"news/cu/": "news/a/"}),
        (
            {A: news(aliases="[/news/cu/, /tin/2020/cu/]"), EN_A: ENGLISH},
            {
                "news/cu/": "news/a/",
                "tin/2020/cu/": "news/a/",
                "en/news/cu/": "en/news/a/",
                "en/tin/2020/cu/": "en/news/a/",
            },
        ),
        ({A: news(aliases="[/en/news/cu/]"), EN_A: ENGLISH}, {"en/news/cu/": "en/news/a/"}),
        ({A: news(aliases="[/en/news/cu/]")}, {}),
        ({A: news(aliases="[/news/a/, /cu/, /cu/]")}, {"cu/": "news/a/"}),
        ({A: news(aliases="[/cu/]", draft="true")}, {}),
        ({A: news(aliases="[/cu/]", published="2027-01-01", publish_on="2027-01-01")}, {}),
        ({A: news(aliases="[/cu/]", expires_on="2025-01-01")}, {"cu/": "news/a/"}),
        (
            {SALT: product(aliases="[/products/cu/]"), "content/en/products/muoi-mau.md": None},
            {"products/cu/": "products/muoi-mau/", "products/cu/sheet/": "products/muoi-mau/sheet/"},
        ),
        (
            {SALT: product(expires_on="2025-01-01"), "content/en/products/muoi-mau.md": None},
            {"products/muoi-mau/sheet/": "products/muoi-mau/"},
        ),
    ],
    ids=["one language", "both", "named language", "language that is not there", "own and twice", "draft", "scheduled",
         "withdrawn", "sheet", "sheet of a withdrawn product"],
)  # fmt: skip
def test_old_addresses_lead_to_where_the_page_exists(
    tmp_path: Path, files: dict[str, str | None], expected: dict[str, str]
) -> None:
    assert redirects(glance(tmp_path, files)) == expected


def test_a_redirect_stands_for_its_page_and_is_nowhere_else(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {A: news(aliases="[/news/cu/]"), EN_A: ENGLISH})
    header = tiny.page("en", "news/cu/").header
    assert (header["canonical"], header["feed"], header["trail"]) == ("en/news/a/", None, [])
    assert "news/cu" not in "".join(file.content.decode("utf-8", "replace") for file in tiny.files)
    assert [entry for entry in tiny.outputs.search if "cu/" in entry.address] == []


def test_an_old_address_where_a_page_stands_is_told(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {A: news(aliases="[/about/, /news/]")})
    assert tiny.told == [
        ("address-twice", f"{A}:9:11", {"found": "/about/", "by": "docs/vi/about.md"}),
        ("address-twice", f"{A}:9:20", {"found": "/news/", "by": "“Tin tức”"}),
    ]


# ---- Withdrawn ----


def at(tmp_path: Path, day: str, **changes: str) -> World:
    files = {A: news(title='"Tên giữ kín"', summary='"Tóm tắt giữ kín."', **changes), EN_A: ENGLISH}
    return glance(tmp_path, files, datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=VIETNAM))


def test_a_withdrawn_item_keeps_its_address_and_nothing_it_said(tmp_path: Path) -> None:
    tiny = at(tmp_path, "2026-11-22", expires_on="2026-11-22")
    for lang, words in (("vi", "Từ ngày 22 tháng 11 năm 2026"), ("en", "since 22 November 2026")):
        page = tiny.page(lang, "news/a/")
        assert (page.header["template"], page.body) == ("withdrawn.html", "")
        assert page.header["view"]["since"] == "2026-11-22"
        assert words in page.header["view"]["text"]
        assert page.header["canonical"] == page.header["address"]
    told = repr(tiny.outputs.pages) + "".join(file.content.decode("utf-8", "replace") for file in tiny.files)
    for word in ("giữ kín", "Secret title", "news/a/feed", "<loc>https://example.org/mau/news/a/"):
        assert word not in told
    assert [entry for entry in tiny.outputs.search if "news/a/" in entry.address] == []
    assert [card for card in tiny.outputs.cards if "news/a" in card.uri] == []


def test_the_day_before_it_is_there_and_the_page_is_in_the_languages_that_exist(tmp_path: Path) -> None:
    assert (
        at(tmp_path / "a", "2026-11-21", expires_on="2026-11-22").page("vi", "news/a/").header["template"]
        == "item.html"
    )
    tiny = glance(tmp_path / "b", {A: news(expires_on="2025-01-01")})
    assert {lang for lang, address in tiny.pages if address == "news/a/"} == {"vi"}


def published(world: World) -> tuple[Outputs, list[FileOutput]]:
    """Return all that is published but the record of the build, which has a digest of the whole content."""
    return world.outputs, [one for one in world.files if one.uri != "data/build.json"]


def test_what_waits_for_its_day_leaves_no_trace(tmp_path: Path) -> None:
    waiting = at(tmp_path / "waiting", "2026-11-22", publish_on="2026-12-01", aliases="[/cu/]")
    without = glance(tmp_path / "without", FILES, waiting.site.moment)
    assert published(waiting) == published(without)
    assert dict(waiting.site.catalogue.scheduled) == {"news/a": datetime(2026, 12, 1).date()}
    arrived = at(tmp_path / "arrived", "2026-12-01", publish_on="2026-12-01")
    assert arrived.page("en", "news/a/").header["template"] == "item.html"


def test_a_draft_is_never_called_withdrawn(tmp_path: Path) -> None:
    tiny = at(tmp_path, "2026-11-22", expires_on="2026-11-01", draft="true")
    assert ("vi", "news/a/") not in tiny.pages
