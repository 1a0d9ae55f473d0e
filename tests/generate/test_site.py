"""The whole site: its map, its frame, its purity, and a language that nobody wrote code for."""

import tomllib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from promosite.clock import VIETNAM
from promosite.config import Area, Contact
from promosite.generate import generate, made_files
from promosite.generate.contact import contact_rows
from promosite.generate.frame import frame
from promosite.generate.site import Site
from promosite.generate.sitemap import sitemap_files
from promosite.messages import TABLES
from promosite.model.dates import PartialDate
from tests.worlds import CONFIG, FILES, World, english, glance, look, news, product

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ROOT = "https://example.org/mau"


def text_of(tiny: World, uri: str) -> str:
    return {file.uri: file.content for file in tiny.files}[uri].decode()


def entries(tiny: World) -> dict[str, tuple[str | None, dict[str, str]]]:
    """Return day of change and alternates of every address in the sitemap."""
    found: dict[str, tuple[str | None, dict[str, str]]] = {}
    for url in ElementTree.fromstring(text_of(tiny, "sitemap.xml")):
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall(LINK)}
        found[str(url.findtext(f"{MAP}loc"))] = (url.findtext(f"{MAP}lastmod"), links)
    return found


def test_the_sitemap_names_every_page_once_and_nothing_else(sample: World) -> None:
    kept = [page for page in sample.outputs.pages if page.header["canonical"] is None]
    addresses = [sample.site.config.absolute(page.lang, page.address) for page in kept]
    assert sorted(entries(sample)) == sorted(addresses)
    assert text_of(sample, "sitemap.xml").count("<url>") == len(addresses)


def test_alternates_exist_and_name_each_other(sample: World) -> None:
    found = entries(sample)
    for address, (_, links) in found.items():
        assert address in links.values()
        assert links["x-default"] == links["vi"]
        for other in links.values():
            assert found[other][1] == links


@pytest.mark.parametrize(
    ("address", "day", "languages"),
    [
        ("/news/tin-mau/", "2024-06-01", {"vi": "/news/tin-mau/", "en": "/en/news/tin-mau/"}),
        ("/en/news/tin-mau/", "2024-06-01", {"vi": "/news/tin-mau/", "en": "/en/news/tin-mau/"}),
        ("/events/hoi-cho-mau/", "2024-06-10", {"vi": "/events/hoi-cho-mau/"}),
        ("/en/events/", "2024-06-10", {"vi": "/events/", "en": "/en/events/"}),
        ("/products/muoi-mau/", "2024-07-01", {"vi": "/products/muoi-mau/"}),
        ("/", "2024-07-01", {"vi": "/", "en": "/en/"}),
        ("/plan/2023-2025/t2/", "2026-11-22", {"vi": "/plan/2023-2025/t2/", "en": "/en/plan/2023-2025/t2/"}),
    ],
)
def test_days_and_languages_of_the_map(tmp_path: Path, address: str, day: str, languages: dict[str, str]) -> None:
    own = FILES["content/vi/products/muoi-mau.md"].replace("\nas_of", "\nupdated: 2024-07-01\nas_of")
    files = {"content/vi/products/muoi-mau.md": own, "content/en/products/muoi-mau.md": None}
    links = {lang: f"{ROOT}{one}" for lang, one in languages.items()}
    found = entries(glance(tmp_path, files))
    assert found[f"{ROOT}{address}"] == (day, links | {"x-default": links["vi"]})


def test_a_large_map_is_an_index_of_parts_that_hold_everything_once(
    sample: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = list(entries(sample))
    monkeypatch.setattr("promosite.generate.sitemap.LIMIT", len(whole) // 2)
    files = {file.uri: file.content.decode() for file in sitemap_files(sample.site, sample.outputs.pages)}
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert index.tag == f"{MAP}sitemapindex"
    named = [str(one.findtext(f"{MAP}loc")) for one in index]
    assert named == [sample.site.config.absolute("vi", name) for name in files if name != "sitemap.xml"]
    parts = [ElementTree.fromstring(files[name.rpartition("/")[2]]) for name in named]
    assert len(parts) in (2, 3)
    assert [url.findtext(f"{MAP}loc") for one in parts for url in one] == whole


def test_addresses_are_escaped_in_the_map(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    config = tiny.site.config.model_copy(update={"site_url": "https://example.org/a&b/"})
    assert "https://example.org/a&b/news/" in entries(replace(tiny, site=replace(tiny.site, config=config)))


def test_robots_and_host_name(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"mkdocs.yml": CONFIG.replace("page_size: 5", "cname: example.org")})
    robots = f"User-agent: *\nAllow: /\nDisallow: /admin/\nSitemap: {ROOT}/sitemap.xml\n"
    assert (text_of(tiny, "robots.txt"), text_of(tiny, "CNAME")) == (robots, "example.org\n")


def test_without_a_host_name_there_is_no_file_for_it(tmp_path: Path) -> None:
    assert "CNAME" not in {file.uri for file in glance(tmp_path).files}


# ---- Frame ----

AREA = Area.model_validate(
    {"then": {"vi": "tỉnh Mẫu", "en": "Sample Province"}, "until": "2025-07-01", "now": {"vi": "Phố", "en": "City"}}
)


def changed(tiny: World, moment: datetime | None = None, **config: Any) -> Site:
    """Return the site with some of its configuration changed."""
    return replace(tiny.site, config=tiny.site.config.model_copy(update=config), moment=moment or tiny.site.moment)


@pytest.mark.parametrize(
    ("moment", "vi", "en"),
    [
        (datetime(2025, 6, 29, 12, tzinfo=VIETNAM), None, None),
        (datetime(2025, 6, 30, 23, 59, tzinfo=VIETNAM), None, None),
        (
            datetime(2025, 7, 1, tzinfo=VIETNAM),
            "Nội dung về tỉnh Mẫu trước ngày 01 tháng 7 năm 2025; nay thuộc Phố.",
            "Content on Sample Province before 1 July 2025; now part of City.",
        ),
        (
            datetime(2026, 11, 22, tzinfo=VIETNAM),
            "Nội dung về tỉnh Mẫu trước ngày 01 tháng 7 năm 2025; nay thuộc Phố.",
            "Content on Sample Province before 1 July 2025; now part of City.",
        ),
    ],
)
def test_the_note_on_the_area_appears_when_it_has_changed(
    tmp_path: Path, moment: datetime, vi: str | None, en: str | None
) -> None:
    site = changed(glance(tmp_path), moment, area=AREA)
    assert [frame(site, lang)["area_note"] for lang in ("vi", "en")] == [vi, en]


def test_an_area_that_has_not_changed_needs_no_note(tmp_path: Path) -> None:
    assert frame(changed(glance(tmp_path), area=None), "vi")["area_note"] is None


@pytest.mark.parametrize(
    ("lang", "publisher"),
    [
        ("vi", {"name": "Sở Mẫu", "url": "https://example.org/"}),
        ("en", {"name": "Sample Department", "url": "https://example.org/"}),
    ],
)
def test_a_publisher_is_named_once_there_is_one(tmp_path: Path, lang: str, publisher: dict[str, str]) -> None:
    tiny = glance(tmp_path)
    assert frame(tiny.site, lang)["publisher"] == publisher
    assert frame(changed(tiny, publisher=None), lang)["publisher"] is None


def test_the_rest_of_the_frame(tmp_path: Path) -> None:
    site = glance(tmp_path).site
    vi, en = frame(site, "vi"), frame(site, "en")
    assert [vi[key] for key in ("lang", "strapline", "footer")] == [
        "vi",
        None,
        [{"title": "about", "address": "about/"}, {"title": "contact", "address": "contact/"}],
    ]
    assert [en[key] for key in ("lang", "footer", "not_found_elsewhere")] == [
        "en",
        [{"title": "about", "address": "en/about/"}, {"title": "contact", "address": "en/contact/"}],
        [],
    ]
    assert vi["languages"] == [
        {"locale": "vi", "name": "Tiếng Việt", "home": ""},
        {"locale": "en", "name": "English", "home": "en/"},
    ]
    (other,) = vi["not_found_elsewhere"]
    assert (other["lang"], [one["address"] for one in other["pages"]]) == (
        "en",
        ["en/", "en/news/", "en/products/", "en/events/", "en/press/", "en/plan/2023-2025/", "en/about/"],
    )


CONTACT = {"address": {"vi": "Số 1 Phố Mẫu", "en": "1 Sample Street"}, "phone": "0254", "email": "mau@example.org"}


@pytest.mark.parametrize(
    ("contact", "lang", "expected"),
    [
        (
            {},
            "en",
            [("Address", None), ("Telephone", None), ("Fax", None), ("E-mail", None), ("Contact officer", None)],
        ),
        (
            CONTACT,
            "en",
            [
                ("Address", "1 Sample Street"),
                ("Telephone", "0254"),
                ("Fax", None),
                ("E-mail", "mau@example.org"),
                ("Contact officer", None),
            ],
        ),
    ],
)
def test_contact_rows(tmp_path: Path, contact: Any, lang: str, expected: list[tuple[str, str | None]]) -> None:
    rows = contact_rows(glance(tmp_path).site, Contact.model_validate(contact), lang)
    assert [(row["label"], row["value"]) for row in rows] == expected
    assert [row["key"] for row in rows] == ["address", "phone", "fax", "email", "officer"]


def test_the_contact_page_shows_them(tmp_path: Path) -> None:
    view = glance(tmp_path).page("vi", "contact/").header["view"]
    assert {row["key"]: row["value"] for row in view["contact"]}["email"] == "mau@example.org"


# ---- Pages ----


def test_every_page_of_the_tiny_world(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    both = ["", "about/", "contact/", "news/", "news/2024/", "products/", "events/", "events/2024/", "press/"]
    both += ["press/2024/", "news/tin-mau/", "products/muoi-mau/", "press/bai-bao-mau/", "plan/2023-2025/"]
    both += ["products/muoi-mau/sheet/"]
    both += ["plan/2023-2025/t1/", "plan/2023-2025/t2/", "plan/2023-2025/units/centre/"]
    both += [f"plan/2023-2025/report/{year}/" for year in (2023, 2024, 2025)]
    both += ["plan/2023-2025/units/all-units/", "places/", "search/", "data/"]
    assert set(tiny.pages) == {(lang, one) for lang in ("vi", "en") for one in both} | {("vi", "events/hoi-cho-mau/")}


def test_the_menu_holds_sections_only(tmp_path: Path) -> None:
    assert glance(tmp_path).outputs.navigation == (
        "index.md",
        "news/index.md",
        "products/index.md",
        "events/index.md",
        "press/index.md",
        "plan/2023-2025/index.md",
        "about.md",
    )


def test_a_header_says_where_the_page_is_and_who_wrote_it(tmp_path: Path) -> None:
    page = glance(tmp_path).page("en", "news/tin-mau/")
    keys = ("title", "description", "template", "lang", "address", "alternates", "modified", "trail", "section")
    assert {key: page.header[key] for key in keys} == {
        "title": "Sample",
        "description": "A sample.",
        "template": "item.html",
        "lang": "en",
        "address": "en/news/tin-mau/",
        "alternates": {"vi": "news/tin-mau/", "en": "en/news/tin-mau/"},
        "modified": "2024-06-01",
        "trail": [{"title": "News", "address": "en/news/"}],
        "section": False,
    }
    assert (page.origin, page.uri) == ("content/en/news/tin-mau.md", "news/tin-mau.md")


def test_home_shows_the_newest_of_each_kind_and_what_is_to_come(tmp_path: Path) -> None:
    files = {
        "content/vi/events/mai.md": FILES["content/vi/events/hoi-cho-mau.md"]
        .replace("2024-06-07", "2026-11-22")
        .replace("2024-06-09", "2026-11-23")
    }
    view = glance(tmp_path, files).page("en", "").header["view"]
    assert (view["message"], view["plan"]) == (["Sample message"], "en/plan/2023-2025/")
    assert [(one["kind"], one["total"], one["upcoming"]) for one in view["sections"]] == [
        ("news", 1, 0),
        ("product", 1, 0),
        ("event", 2, 1),
        ("press", 1, 0),
    ]
    assert [card["id"] for card in view["sections"][2]["cards"]] == ["event/mai", "event/hoi-cho-mau"]


def test_a_message_may_break_after_its_commas_and_colons(tmp_path: Path) -> None:
    plan = FILES["content/data/plan-2023-2025.yml"].replace("en: Sample message", 'en: "Sample: first, second 1,5"')
    said = glance(tmp_path, {"content/data/plan-2023-2025.yml": plan}).page("en", "").header["view"]["message"]
    assert said == ["Sample:", "first,", "second 1,5"]


def test_home_shows_the_same_products_in_both_languages(tmp_path: Path) -> None:
    """Geographical indications, then stars by a decision that still holds, then the rest, by the Vietnamese title."""
    decided = (
        '{{stars: 3, status: decision, source: bao-mau, decision_no: "1/QĐ", '
        "authority: {{vi: UBND tỉnh, en: People's Committee}}, certified_on: {day}}}"
    )
    own = {
        "a": product(title='"Ấm"', certificate=decided.format(day="2020-05-02")),
        "b": product(title='"Đường"', certificate=decided.format(day="2025-05-02")),
        "c": product(title='"Xoài"', protection="[{type: gi, name: X, source: bao-mau}]"),
        "d": product(title='"Dừa"', protection="[{type: gi, name: D, source: bao-mau}]"),
        "e": product(title='"Ăn"', protection="[{type: trademark, name: A, source: bao-mau}]"),
    }
    files: dict[str, str | None] = {f"content/vi/products/{slug}.md": text for slug, text in own.items()}
    files["content/en/products/c.md"] = english("Text.[^bao-mau]", title='"Apple"')
    files["content/en/products/d.md"] = english("Text.[^bao-mau]", title='"Zest"')
    tiny = glance(tmp_path, files)
    shown = [
        [card["id"] for card in tiny.page(lang, "").whole().header["view"]["sections"][1]["cards"]]
        for lang in ("vi", "en")
    ]
    assert shown[0] == [f"product/{slug}" for slug in ("d", "c", "b", "e", "a", "muoi-mau")]
    assert shown[1] == shown[0]


def test_a_site_without_a_plan(tmp_path: Path) -> None:
    items = {path: text.replace("tasks: [t1]\n", "") for path, text in FILES.items() if "/vi/" in path}
    tiny = glance(tmp_path, items | {"content/data/plan-2023-2025.yml": None})
    assert tiny.told == []
    assert tiny.site.current_plan is None
    assert "plan/2023-2025/index.md" not in tiny.outputs.navigation
    assert tiny.page("vi", "").header["view"]["plan"] is None


def test_a_plan_with_an_unknown_unit_is_a_finding_and_no_crash(tmp_path: Path) -> None:
    own = FILES["content/data/plan-2023-2025.yml"].replace(
        "cooperating: [{unit: all-units}]", "cooperating: [{unit: x}]"
    )
    tiny = glance(tmp_path, {"content/data/plan-2023-2025.yml": own})
    assert [code for code, _, _ in tiny.told] == ["reference-unknown"]
    assert tiny.page("vi", "plan/2023-2025/t1/").header["view"]["cooperating"] == []


# ---- Purity ----


def test_two_calls_give_equal_outputs(sample: World) -> None:
    one, two = generate(sample.site), generate(sample.site)
    assert one == two
    assert made_files(sample.site, one[0]) == made_files(sample.site, two[0])


def test_two_looks_give_equal_outputs(tmp_path: Path) -> None:
    one, two = glance(tmp_path / "one"), glance(tmp_path / "two")
    assert one.outputs == replace(two.outputs, pictures=one.outputs.pictures)
    assert one.files == two.files


def test_an_unrelated_item_changes_no_other_item_page(tmp_path: Path) -> None:
    def item_pages(tiny: World) -> dict[tuple[str, str], Any]:
        return {key: page for key, page in tiny.pages.items() if page.header["template"] == "item.html"}

    before = item_pages(glance(tmp_path / "before"))
    after = item_pages(glance(tmp_path / "after", {"content/vi/news/khac.md": news()}))
    assert {key: page for key, page in after.items() if key in before} == before


def test_everything_in_a_header_is_plain_data(sample: World) -> None:
    def kinds(value: Any) -> set[type]:
        if isinstance(value, dict):
            return {type(key) for key in value} | {kind for one in value.values() for kind in kinds(one)}
        if isinstance(value, (list, tuple)):
            return {kind for one in value for kind in kinds(one)}
        return {type(value)}

    found = {kind for page in sample.outputs.pages for kind in kinds(dict(page.header))}
    assert found <= {str, int, bool, type(None)} | {kind for kind in found if issubclass(kind, str)}
    assert PartialDate not in found


# ---- A third language ----


def japanese() -> str:
    """Return the English table with a mark before each sentence that is not a form of a date."""

    def marked(table: dict[str, Any], name: str = "") -> str:
        own = {key: value for key, value in table.items() if not isinstance(value, dict)}
        lines = [f"[{name}]"] if name else []
        lines += [
            f"{toml_text(key)} = {toml_text(value if name == 'date' else f'日{value}')}" for key, value in own.items()
        ]
        inner = [
            marked(value, f"{name}.{key}" if name else key) for key, value in table.items() if isinstance(value, dict)
        ]
        return "\n".join([*lines, *inner])

    return marked(tomllib.loads((TABLES / "en.toml").read_text(encoding="utf-8")))


def toml_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def test_a_third_language_is_its_table_and_its_content(tmp_path: Path) -> None:
    third = "        - {locale: ja, name: 日本語, site_name: 見本, site_description: 見本}\n"
    files = {
        "mkdocs.yml": CONFIG.replace("theme:", f"{third}theme:"),
        "messages/ja.toml": japanese(),
        "content/ja/news/tin-mau.md": english("本文。[^bao-mau]", title='"見本"'),
        **{f"docs/ja/{name}.md": FILES[f"docs/en/{name}.md"] for name in ("index", "about", "contact")},
    }
    tiny = glance(tmp_path, files)
    assert tiny.told == []
    here = {address for lang, address in tiny.pages if lang == "ja"}
    there = {address for lang, address in tiny.pages if lang == "en"}
    assert there - here == {"products/muoi-mau/", "products/muoi-mau/sheet/", "press/bai-bao-mau/"}
    page = tiny.page("ja", "news/tin-mau/")
    assert (page.header["title"], page.header["address"]) == ("見本", "ja/news/tin-mau/")
    assert list(page.header["alternates"]) == ["vi", "en", "ja"]
    assert page.header["trail"] == [{"title": "日News", "address": "ja/news/"}]
    assert list(tiny.page("vi", "products/muoi-mau/").header["alternates"]) == ["vi", "en"]
    cards = {card["id"]: card["lang"] for card in tiny.page("ja", "products/").header["view"]["cards"]}
    assert cards == {"product/muoi-mau": "vi"}
    assert [one["locale"] for one in frame(tiny.site, "ja")["languages"]] == ["vi", "en", "ja"]
    whole, problems = generate(tiny.site)
    assert [page.address for page in whole.pages if page.lang == "ja"] == [
        page.address for page in tiny.outputs.pages if page.lang == "ja"
    ]
    assert problems == []


def test_looking_again_later_changes_only_what_the_day_decides(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/vi/news/mai.md": news(published="2026-11-23", publish_on="2026-11-23")})
    later = look(tmp_path, datetime(2026, 11, 23, tzinfo=VIETNAM))
    assert set(later.pages) - set(tiny.pages) == {("vi", "news/mai/")}
    assert (tiny.told, later.told) == ([], [])


def test_each_page_leads_to_the_file_behind_it(tmp_path: Path) -> None:
    plain = glance(tmp_path / "plain")
    assert plain.page("en", "news/tin-mau/").header["edit"] is None
    named = CONFIG.replace("    page_size: 5", "    page_size: 5\n    repository: mau/trang-mau")
    with_host = glance(tmp_path / "named", {"mkdocs.yml": named})
    edit = "https://github.com/mau/trang-mau/edit/main/"
    assert with_host.page("en", "news/tin-mau/").header["edit"] == f"{edit}content/en/news/tin-mau.md"
    assert with_host.page("vi", "about/").header["edit"] == f"{edit}docs/vi/about.md"
    assert with_host.page("vi", "news/").header["edit"] is None
    made_of = {"plan/2023-2025/t1/": "plan-2023-2025", "plan/2023-2025/units/centre/": "units", "places/": "places"}
    found = {address: with_host.page("en", address).header["edit"] for address in made_of}
    assert found == {address: f"{edit}content/data/{name}.yml" for address, name in made_of.items()}


def test_without_a_plan_the_home_page_says_whose_site_it_is(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/data/plan-2023-2025.yml": None})
    said = [tiny.page(lang, "").whole().header["view"]["message"] for lang in ("vi", "en")]
    assert said == [["Tỉnh Mẫu"], ["Sample Province"]]
