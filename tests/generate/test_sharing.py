"""What cards say and where they lie: one for each page, in the words of the page."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from promosite.generate.sharing import card_uri, share_card
from promosite.model.outputs import CardOutput
from tests.worlds import CONFIG, PICTURE, World, event, glance, news, press, product

UNPUBLISHED = CONFIG.replace('{name: {vi: "Sở Mẫu", en: "Sample Department"}, url: "https://example.org/"}', "null")
STRAPLINE = CONFIG.replace("page_size: 5", "page_size: 5\n    strapline: {vi: Một · Hai, en: One · Two}")
DECISION = (
    "{stars: 4, status: decision, decision_no: 12/QĐ-UBND, authority: {vi: Ủy ban Mẫu, en: Sample Committee},"
    " certified_on: 2024-06-01, source: bao-mau}"
)
PHOTOGRAPH = """\
- file: anh.png
  author: {vi: Người Mẫu, en: A. Sample}
  licence: CC-BY-4.0
  source: {vi: Ảnh chụp, en: Photograph}
  alt: {vi: Hai điểm ảnh, en: Two pixels}
"""


def card(tiny: World, uri: str) -> CardOutput:
    return {one.uri.removeprefix("assets/cards/"): one for one in tiny.outputs.cards}[uri]


def test_a_card_whole(tmp_path: Path) -> None:
    assert card(glance(tmp_path, {"mkdocs.yml": STRAPLINE}), "vi/news/tin-mau.png") == CardOutput(
        uri="assets/cards/vi/news/tin-mau.png",
        scene="news",
        kicker="Tin tức · 21/5/2024",
        title="Tin mẫu",
        site_name="Tỉnh Mẫu",
        strapline="Một · Hai",
        note="Cơ quan chủ quản: Sở Mẫu",
        aside="Hình minh họa",
        lang="vi",
        origin="content/vi/news/tin-mau.md",
        title_at=(2, 8),
    )


@pytest.mark.parametrize(
    ("uri", "scene", "kicker", "title"),
    [
        ("en/index.png", "home", "", "Home of the sample"),
        ("en/about.png", "page", "", "about"),
        ("en/news.png", "news", "1 entry", "News"),
        ("vi/events/2024.png", "event", "1 mục", "Sự kiện năm 2024"),
        ("en/news/tin-mau.png", "news", "News · 21 May 2024", "Sample"),
        ("en/products/muoi-mau.png", "product", "Product", "Sample"),
        ("vi/events/hoi-cho-mau.png", "event", "Sự kiện · từ ngày 07 đến ngày 09/6/2024", "Hội chợ mẫu"),
        ("en/press/bai-bao-mau.png", "press", "Press mention · Báo Mẫu · 21 May 2024", "Sample"),
        ("en/plan/2023-2025.png", "plan", "The plan · 2023–2025", "Sample plan"),
        ("vi/plan/2023-2025/t2.png", "plan", "Kế hoạch · 2023 - 2025 · Nhiệm vụ T2", "Hai"),
        ("en/plan/2023-2025/units/centre.png", "plan", "The plan · 2023–2025", "Sample Centre"),
    ],
)
def test_what_stands_on_the_cards_of_each_kind(tmp_path: Path, uri: str, scene: str, kicker: str, title: str) -> None:
    found = card(glance(tmp_path), uri)
    assert (found.scene, found.kicker, found.title) == (scene, kicker, title)


def test_every_page_has_a_card_of_its_own(sample: World) -> None:
    uris = [one.uri for one in sample.outputs.cards]
    pages = [page for page in sample.outputs.pages if page.header["canonical"] is None]
    assert len(set(uris)) == len(uris) == len(pages)
    assert [page.header["share"]["image"] for page in pages] == uris


@pytest.mark.parametrize(
    ("address", "uri"),
    [("", "assets/cards/vi/index.png"), ("news/", "assets/cards/vi/news.png"), ("a/b/", "assets/cards/vi/a/b.png")],
)
def test_the_address_of_a_card_is_that_of_its_page(address: str, uri: str) -> None:
    assert card_uri("vi", address, "png") == uri


def test_a_page_that_others_add_has_a_card_too(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    page = replace(tiny.page("vi", "about/"), address="search/")
    page = replace(page, header={**page.header, "template": "search.html", "view": {}, "title": "Tìm kiếm"})
    found = share_card(tiny.site, page)
    assert (found.uri, found.scene, found.title) == ("assets/cards/vi/search.png", "page", "Tìm kiếm")


def test_rows_are_marked_on_their_own_pages_only(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    names = ("plan/2023-2025", "plan/2023-2025/t1", "plan/2023-2025/t2", "plan/2023-2025/units/centre", "news")
    rows = [(card(tiny, f"vi/{name}.png").row, card(tiny, f"vi/{name}.png").rows) for name in names]
    assert rows == [(0, 2), (1, 2), (2, 2), (0, 2), (0, 0)]


def test_without_a_publisher_every_card_says_what_it_is(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"mkdocs.yml": UNPUBLISHED})
    notes = {one.lang: one.note for one in tiny.outputs.cards}
    assert notes == {
        "vi": "Trang chạy thử, chưa phải trang thông tin chính thức",
        "en": "Demonstration site, not an official website",
    }
    assert {one.note for one in tiny.outputs.cards} == set(notes.values())


@pytest.mark.parametrize(
    ("certificate", "expected"),
    [
        ("{stars: 3, status: reported, year: 2025, source: bao-mau}",
         (3, "3 sao (theo báo chí, 2025; chưa có quyết định trong hồ sơ)", False)),
        (DECISION, (4, "OCOP 4 sao · Quyết định số 12/QĐ-UBND, có hạn đến ngày 01 tháng 6 năm 2027", True)),
        (DECISION.replace("2024-06-01", "2021-06-01"), (0, "", False)),
        (None, (0, "", False)),
    ],
    ids=["reported", "decision", "ended", "none"],
)  # fmt: skip
def test_stars_stand_with_their_evidence_or_not_at_all(
    tmp_path: Path, certificate: str | None, expected: tuple[int, str, bool]
) -> None:
    files = {"content/vi/products/muoi-mau.md": product(certificate=certificate)}
    found = card(glance(tmp_path, files), "vi/products/muoi-mau.png")
    assert (found.stars, found.evidence, found.decided) == expected


def test_a_photograph_comes_with_its_author_a_drawing_does_not_come(tmp_path: Path) -> None:
    files = {
        "content/media/anh.png": PICTURE,
        "content/media/media.yml": PHOTOGRAPH,
        "content/vi/news/tin-mau.md": news(pictures="[anh.png]"),
        "content/vi/products/muoi-mau.md": product(),
    }
    tiny = glance(tmp_path, files)
    found = card(tiny, "en/news/tin-mau.jpg")
    assert found.photograph is not None
    assert (found.photograph.file.name, found.aside) == ("anh.png", "A. Sample, CC-BY-4.0")
    drawn = card(glance(tmp_path / "drawn"), "en/products/muoi-mau.png")
    assert (drawn.photograph, drawn.aside) == (None, "Illustration")


TAGS: dict[str, Any] = {
    "title": "Sample",
    "type": "article",
    "published": "2024-06-01",
    "modified": None,
    "locale": "en_GB",
    "others": ["vi_VN"],
    "image": "assets/cards/en/news/tin-mau.png",
    "width": 1200,
    "height": 630,
    "alt": "Card of the site Sample Province with the words: Sample",
}


def test_what_is_told_to_networks(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/vi/events/hoi-cho-mau.md": event(), "content/vi/press/bai-bao-mau.md": press()})
    assert tiny.page("en", "news/tin-mau/").header["share"] == TAGS
    alone = tiny.page("vi", "events/hoi-cho-mau/").header["share"]
    assert (alone["type"], alone["published"], alone["others"]) == ("website", None, [])
    changed = glance(tmp_path / "later", {"content/vi/news/tin-mau.md": news(updated="2024-06-03")})
    assert changed.page("en", "news/tin-mau/").header["share"] == TAGS | {"modified": "2024-06-03"}
