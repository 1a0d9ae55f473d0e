"""Bodies as they go to the engine: citations, links to where a page really is, and names in their language."""

from pathlib import Path

import pytest

from promosite.generate.bodies import cited_body, mark_names
from promosite.model.items import Citation
from tests.worlds import CITED, Files, english, glance, news, product

SOURCES = [Citation.model_validate({"id": one, "publisher": "Báo", "about": "Bài"}) for one in ("so-1", "so-2")]


def sup(number: int, source: str, label: str = "Source") -> str:
    return f'<sup class="ps-cite"><a href="#source-{source}" aria-label="{label} {number}">{number}</a></sup>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Một.[^so-1]", f"Một.{sup(1, 'so-1')}"),
        ("Một. [^so-2] Hai.", f"Một.{sup(2, 'so-2')} Hai."),
        ("Một.[^so-1][^so-2]", f"Một.{sup(1, 'so-1')}{sup(2, 'so-2')}"),
        ("Một.[^so-1]\nHai.[^so-1]", f"Một.{sup(1, 'so-1')}\nHai.{sup(1, 'so-1')}"),
        ("| a [^so-1] | b |", f"| a{sup(1, 'so-1')} | b |"),
        ("[^ so-1]", "[^ so-1]"),
        ("x^2 [a]", "x^2 [a]"),
    ],
)
def test_citations_become_numbers(body: str, expected: str) -> None:
    assert cited_body(body, SOURCES, "Source") == expected


A, EN = "content/vi/news/a.md", "content/en/news/a.md"


def bodies(tmp_path: Path, vi: str, en: str | None = None, **more: str) -> list[str]:
    """Return what becomes of a Vietnamese body, and of an English one."""
    files: Files = {A: news(f"{vi}[^bao-mau]"), EN: english(f"{en}[^bao-mau]") if en else None}
    extra = {path.replace("__", "/") + ".md": text for path, text in more.items()}
    tiny = glance(tmp_path, {**files, **extra})
    assert [one for one in tiny.told if one[0] != "source-not-cited"] == []
    ends = (sup(1, "bao-mau", "Nguồn"), sup(1, "bao-mau"))
    pages = [tiny.page(lang, "news/a/") for lang in ("vi", "en") if (lang, "news/a/") in tiny.pages]
    return [page.body.strip().removesuffix(end) for page, end in zip(pages, ends, strict=False)]


@pytest.mark.parametrize(
    ("markdown", "vi", "en"),
    [
        # In both languages: left to the engine.
        ("[x](../products/muoi-mau.md)", "[x](../products/muoi-mau.md)", "[x](../products/muoi-mau.md)"),
        ("[x](tin-mau.md#y)", "[x](tin-mau.md#y)", "[x](tin-mau.md#y)"),
        # In Vietnamese only.
        (
            "[x](../events/hoi-cho-mau.md)",
            "[x](../events/hoi-cho-mau.md)",
            '<a href="../../../events/hoi-cho-mau/" hreflang="vi">x</a>',
        ),
        (
            "[x](../events/hoi-cho-mau.md#y)",
            "[x](../events/hoi-cho-mau.md#y)",
            '<a href="../../../events/hoi-cho-mau/#y" hreflang="vi">x</a>',
        ),
        ("[x](b.md)", "[x](b.md)", '<a href="../../../news/b/" hreflang="vi">x</a>'),
        # Not shown today.
        ("[x](../news/hidden.md)", "x", "x"),
        ("[x](hidden.md)", "x", "x"),
        # Not ours.
        ("[x](https://mau.vn/a.md)", "[x](https://mau.vn/a.md)", "[x](https://mau.vn/a.md)"),
    ],
)
def test_links_lead_to_where_the_page_is(tmp_path: Path, markdown: str, vi: str, en: str) -> None:
    others = {"content__vi__news__b": news(), "content__vi__news__hidden": news(draft="true")}
    assert bodies(tmp_path, markdown, markdown, **others) == [vi, en]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("pepper (hồ tiêu)", 'pepper (<span lang="vi">hồ tiêu</span>)'),
        ("the “Đất Đỏ” district", 'the “<span lang="vi">Đất Đỏ</span>” district'),
        ("pepper (2024)", "pepper (2024)"),
        ("hồ tiêu", "hồ tiêu"),
        ("[salt](../products/muoi-mau.md)", "[salt](../products/muoi-mau.md)"),
    ],
)
def test_vietnamese_names_in_a_translation_are_marked(body: str, expected: str) -> None:
    assert mark_names(body, "vi") == expected


def test_names_are_marked_in_translations_only(tmp_path: Path) -> None:
    found = bodies(tmp_path, "tiêu (hồ tiêu)", "pepper (hồ tiêu)")
    assert found == ["tiêu (hồ tiêu)", 'pepper (<span lang="vi">hồ tiêu</span>)']


@pytest.mark.parametrize("alt", ["Salt (muối hột)", "Salt, “muối hột”"])
def test_a_name_inside_a_description_of_a_picture_stays_plain(tmp_path: Path, alt: str) -> None:
    files = {
        A: news("![Muối](../../media/drawings/salt.svg)[^bao-mau]"),
        EN: english(f"![{alt}](../../media/drawings/salt.svg)[^bao-mau]"),
    }
    body = glance(tmp_path, files).page("en", "news/a/").body
    assert f'alt="{alt}"' in body


def test_the_list_of_sources_says_what_is_missing(tmp_path: Path) -> None:
    full = (
        '[{id: bao-mau, publisher: {vi: Báo Mẫu, en: Sample Paper}, title: "Bài mẫu", about: {vi: Bài, en: Article}, '
        'url: "https://mau.vn/1", date: 2024-05, language: vi}, {id: so-2, publisher: X, about: Y, site: mau.vn}]'
    )
    tiny = glance(tmp_path, {A: news(f"{CITED}[^so-2]", sources=full), EN: english("Text.[^bao-mau][^so-2]")})
    keys = ("number", "id", "publisher", "title", "title_lang", "about", "url", "site", "date")
    shown = [[one[key] for key in keys] for one in tiny.page("en", "news/a/").header["view"]["sources"]]
    url = "https://mau.vn/1"
    assert shown == [
        [1, "bao-mau", "Sample Paper", "Bài mẫu", "vi", "Article", url, None, "May 2024"],
        [2, "so-2", "X", None, None, "Y", None, "mau.vn", None],
    ]
    first = tiny.page("vi", "news/a/").header["view"]["sources"][0]
    assert [first[key] for key in ("publisher", "title_lang", "date")] == ["Báo Mẫu", None, "tháng 5/2024"]


def test_a_language_without_a_name_goes_by_its_code(tmp_path: Path) -> None:
    path = "content/vi/press/bai-bao-mau.md"
    tiny = glance(tmp_path)
    text = (tiny.root / path).read_text(encoding="utf-8").replace("article_language: vi", "article_language: zu")
    again = glance(tmp_path / "again", {path: text})
    rows = {row["label"]: row["value"] for row in again.page("en", "press/bai-bao-mau/").header["view"]["meta"]}
    assert rows["Language of the article"] == "zu"


def test_a_press_page_gives_the_date_of_the_article(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {A: news(date="2024-05-20")})
    pages = (("vi", "press/bai-bao-mau"), ("en", "press/bai-bao-mau"), ("vi", "news/a"))
    labels = [tiny.page(lang, f"{page}/").header["view"]["meta"][0]["label"] for lang, page in pages]
    assert labels == ["Ngày đăng bài", "Date of the article", "Thời điểm"]


def test_what_an_item_page_tells(tmp_path: Path) -> None:
    own = product(
        unit="centre",
        channel="websites",
        places="[tinh-mau, huyen-mau]",
        agencies="[noip]",
        related="[event/hoi-cho-mau]",
        facts="[{label: {vi: Cỡ, en: Size}, value: {vi: 3 mm}, as_of: 2020, source: bao-mau}]",
        updated="2024-07-01",
    )
    view = glance(tmp_path, {"content/vi/products/muoi-mau.md": own}).page("en", "products/muoi-mau/").header["view"]
    assert {key: view[key] for key in ("kind_label", "summary_only", "as_of", "archive", "background")} == {
        "kind_label": "Product",
        "summary_only": False,
        "as_of": "21 May 2024",
        "archive": None,
        "background": False,
    }
    assert view["meta"] == [
        {"label": "Published here", "value": "1 June 2024"},
        {"label": "Updated", "value": "1 July 2024"},
    ]
    assert view["facts"] == [
        {
            "label": "Size",
            "value": {"text": "3 mm", "lang": "vi"},
            "as_of": "2020",
            "source": {"id": "bao-mau", "number": 1},
        }
    ]
    assert view["tasks"] == [{"id": "T1", "title": "One", "address": "en/plan/2023-2025/t1/"}]
    assert view["places"] == [
        {
            "id": "tinh-mau",
            "address": "en/places/",
            "then": "Sample Province",
            "until": "30 June 2025",
            "in_use": False,
            "now": None,
            "within": None,
        },
        {
            "id": "huyen-mau",
            "address": "en/places/",
            "then": "Sample District",
            "until": None,
            "in_use": True,
            "now": "Sample District",
            "within": None,
        },
    ]
    assert view["agencies"] == [{"name": "Sample Office", "now": None, "portal": "https://mau.vn/", "note": None}]
    assert [(one["id"], one["lang"], one["address"]) for one in view["news"]] == [
        ("event/hoi-cho-mau", "vi", "events/hoi-cho-mau/")
    ]
    assert view["related"] == []
    assert view["unit"] == {
        "name": "Sample Centre",
        "channel": "Websites",
        "address": "en/plan/2023-2025/units/centre/",
    }
