"""Search as visitors use it: what is typed, with marks or without, old names or new, and what must come first."""

import json
import re
from collections.abc import Iterator
from typing import Any
from unicodedata import combining, normalize

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import Noise, opened

ASK = """async ([base, lang, queries]) => {
  const { SearchIndex, ranked } = await import(`${base}assets/javascripts/search-index.js`);
  const index = new SearchIndex(new URL(base).pathname, lang);
  const found = {};
  for (const query of queries) {
    const { rows, cut, partial, found: words } = await index.find(query);
    const order = await ranked(rows, query, words);
    const data = await Promise.all(order.rows.slice(0, 12).map((row) => row.data()));
    const { apart, together } = order;
    found[query] = { total: rows.length, cut, partial, apart, together, first: data.map((one) => one.url.slice(1)) };
  }
  return found;
}"""

SALT = "products/muoi-ba-ria/"
SALT_NEWS = "news/chi-dan-dia-ly-muoi-ba-ria/"
PEPPER = "products/hat-tieu-den-ba-ria-vung-tau/"
PEPPER_NEWS = "news/chi-dan-dia-ly-ho-tieu/"
LONGAN = "products/nhan-xuong-com-vang/"
APPLE = "products/mang-cau-ta/"
POMELO = "products/buoi-da-xanh-song-xoai/"
COCOA = "products/ca-cao-chau-duc/"
TARO = "products/khoai-mon-lang-dai/"
MELON = "products/dua-luoi-long-tan/"
MACKEREL = "products/ca-thu-mot-nang-con-dao/"
SQUID = "products/muc-mot-nang-con-dao/"
COOKIES = "products/banh-quy-hat-bang-con-dao/"
NONI = "products/nuoc-cot-nhau-phong-thao/"
FRUIT = (APPLE, LONGAN, MELON, POMELO)
ISLAND = (SQUID, MACKEREL, COOKIES)
HUB = ("press/trung-tam-khcn-bien-vns-2025/", "news/trung-tam-khoa-hoc-cong-nghe-bien/")
STARTUP_DAY = "events/ngay-hoi-khoi-nghiep-2022/"
STARTUPS = (STARTUP_DAY, "press/cuoc-thi-khoi-nghiep-2019/", "events/hoi-nghi-khoi-dong-khoi-nghiep-2017/")
RESOLUTION = "news/nghi-quyet-24-nq-tw/"
PLAN = "plan/2023-2025/"
CENTRE = f"{PLAN}units/centre/"
DIVISION = f"{PLAN}units/st-management/"
HCMC = "events/ket-noi-ocop-2025/"
OCOP = "news/234-san-pham-ocop/"
OCOP_LEVELS = "news/ocop-tu-ba-cap-con-hai-cap/"
INVESTORS = "for/investors/"
IMPORTERS = "for/trade/"
FIGURES = "figures/"
PLACES = "places/"
DATA = "data/"
REPORT = f"{PLAN}report/2024/"

First = str | tuple[str, ...]
"""The page that must come first, or several of which one must."""

VIETNAMESE: dict[str, First] = {
    # with marks and without
    "muối": SALT,
    "muoi": SALT,
    "Muối Bà Rịa": SALT,
    "muoi ba ria": SALT,
    "MUỐI BÀ RỊA": SALT,
    "hạt tiêu đen": PEPPER,
    "hat tieu den": PEPPER,
    "hồ tiêu": (PEPPER, PEPPER_NEWS),
    "ho tieu": (PEPPER, PEPPER_NEWS),
    "nhãn xuồng cơm vàng": LONGAN,
    "nhan xuong com vang": LONGAN,
    "mãng cầu": APPLE,
    "mang cau": APPLE,
    "bưởi da xanh": POMELO,
    "buoi da xanh": POMELO,
    "khoai môn": TARO,
    "khoai mon lang dai": TARO,
    "dưa lưới": MELON,
    "dua luoi": MELON,
    "cá thu một nắng": MACKEREL,
    "ca thu": MACKEREL,
    "mực một nắng": SQUID,
    "muc mot nang": SQUID,
    "bánh quy hạt bàng": COOKIES,
    "banh quy hat bang": COOKIES,
    "nước cốt nhàu": NONI,
    "nuoc cot nhau": NONI,
    "đổi mới sáng tạo": STARTUP_DAY,
    "doi moi sang tao": STARTUP_DAY,
    "khởi nghiệp": STARTUPS,
    "khoi nghiep": STARTUPS,
    "quy hoạch": "events/hoi-nghi-cong-bo-quy-hoach-2024/",
    "mã số vùng trồng": "news/bon-vung-trong-buoi-cap-ma-so/",
    "khoa học biển": HUB,
    "khoa hoc bien": HUB,
    "liên hệ": "contact/",
    "lien he": "contact/",
    "quyền riêng tư": "privacy/",
    "khả năng tiếp cận": "accessibility/",
    # đ
    "Côn Đảo": ISLAND,
    "con dao": ISLAND,
    "đặc khu Côn Đảo": ISLAND,
    "dac khu con dao": ISLAND,
    # words side by side before words apart
    "đặc sản": (APPLE, IMPORTERS),
    "dac san": (APPLE, IMPORTERS),
    "đac san": (APPLE, IMPORTERS),
    "nước mắm": (SALT, SALT_NEWS, "press/muoi-ba-ria-khpt-2017/"),
    # cells of tables and lists of facts
    "cơ quan chủ trì": tuple(f"{PLAN}t{row}/" for row in range(1, 7)),
    # pages for readers, figures and places
    "nhà đầu tư": INVESTORS,
    "nha dau tu": INVESTORS,
    "nhà nhập khẩu": IMPORTERS,
    "đối tác": "for/st-partners/",
    "số liệu chính": FIGURES,
    "địa danh": PLACES,
    # as one types
    "con đ": ISLAND,
    "hạt tiêu đ": PEPPER,
    # places, then and now
    "huyện Châu Đức": COCOA,
    "chau duc": COCOA,
    "Long Điền": (SALT, SALT_NEWS),
    "xã Sông Xoài": POMELO,
    # other names, abbreviations, ways of writing
    "quả na": APPLE,
    "na": APPLE,
    "cacao": COCOA,
    "cocoa": COCOA,
    "pepper": PEPPER,
    "KH&CN": (CENTRE, f"{PLAN}t2/", f"{PLAN}t3/", f"{PLAN}t4/", f"{PLAN}t5/", f"{PLAN}t6/"),
    "KHCN": (CENTRE, f"{PLAN}t2/", f"{PLAN}t3/", f"{PLAN}t4/", f"{PLAN}t5/", f"{PLAN}t6/"),
    "TT&UD KH&CN": CENTRE,
    "trung tâm thông tin và ứng dụng": CENTRE,
    "phong QLKHCN": DIVISION,
    "ĐMST": STARTUP_DAY,
    "DMST": STARTUP_DAY,
    "HTX": (POMELO, MELON),
    "hợp tác xã": (POMELO, MELON),
    "TP.HCM": HCMC,
    "tphcm": HCMC,
    "Sài Gòn": HCMC,
    # documents and numbers
    "nghị quyết 24": RESOLUTION,
    "24-NQ/TW": RESOLUTION,
    "4570/QĐ-SHTT": (SALT, SALT_NEWS),
    "00076": (SALT, SALT_NEWS),
    "ocop 3 sao": (MELON, *ISLAND),
    "4 sao": NONI,
    "06/7/2025": OCOP_LEVELS,
    "1.026": OCOP,
    "1026": OCOP,
    "T3": f"{PLAN}t3/",
    "Izumiotsu": "news/doan-izumiotsu-2024/",
    "techconnect": "events/techconnect-2020/",
    "kế hoạch truyền thông": PLAN,
    # general words, by the group on record
    "hải sản": (SQUID, MACKEREL),
    "hai san": (SQUID, MACKEREL),
    "thủy sản": (SQUID, MACKEREL),
    "trái cây": FRUIT,
    "trai cay": FRUIT,
    "gia vị": (SALT, PEPPER),
    "rau củ": TARO,
    # what is asked for together, and stands on no page together
    "nhãn xuồng xuất khẩu Nhật Bản": LONGAN,
    # reports and data
    "báo cáo năm 2024": REPORT,
    "bao cao nam 2024": REPORT,
    "báo cáo hằng năm": (REPORT, f"{PLAN}report/2025/"),
    "dữ liệu mở": DATA,
    "báo SGGP": "press/ca-cao-cong-nghe-cao-2020/",
}

ENGLISH: dict[str, First] = {
    "salt": SALT,
    "sea salt": (SALT, SALT_NEWS),
    "salts": (SALT, SALT_NEWS),
    "muoi": SALT,
    "muối": (SALT, SALT_NEWS),
    "pepper": PEPPER,
    "black pepper": PEPPER,
    "hồ tiêu": PEPPER,
    "longan": LONGAN,
    "nhan xuong": (LONGAN, "news/chi-dan-dia-ly-nhan-xuong/"),
    "custard apple": APPLE,
    "sugar apple": APPLE,
    "pomelo": POMELO,
    "bưởi": POMELO,
    "cocoa": COCOA,
    "taro": TARO,
    "melon": MELON,
    "mackerel": MACKEREL,
    "squid": SQUID,
    "cookies": COOKIES,
    "noni": NONI,
    "Con Dao": ISLAND,
    "Côn Đảo": ISLAND,
    "condao": ISLAND,
    "Con Dao Special Zone": ISLAND,
    "Châu Đức": COCOA,
    "Long Dien": (SALT, SALT_NEWS),
    "Vietnam": (HUB[0], "events/dien-dan-logistics-2024/"),
    "HCMC": HCMC,
    "Saigon": HCMC,
    "science and technology": ("for/st-partners/", CENTRE, DIVISION, f"{PLAN}t5/", *HUB),
    "KHCN": (CENTRE, DIVISION),
    "center": CENTRE,
    "management division": DIVISION,
    "start-up": STARTUPS,
    "innovation": STARTUPS,
    "Japan": "news/doan-izumiotsu-2024/",
    "resolution 24": RESOLUTION,
    "communication plan": PLAN,
    "OCOP": OCOP,
    "one commune one product": (OCOP, OCOP_LEVELS),
    "3-star": (MELON, *ISLAND),
    "4-star": NONI,
    "4 star": NONI,
    "4star": NONI,
    "OCOP 4-star": NONI,
    '"4-star OCOP product"': NONI,
    "5-star": OCOP,
    "1,026": OCOP,
    "planting area codes": ("news/bon-vung-trong-buoi-cap-ma-so/", POMELO),
    "marine science": HUB,
    "contact": "contact/",
    "privacy": "privacy/",
    "speciality": APPLE,
    "specialities": (APPLE, IMPORTERS),
    "investor": INVESTORS,
    "investors": INVESTORS,
    "importer": IMPORTERS,
    "partners": "for/st-partners/",
    "key figures": FIGURES,
    "figure": FIGURES,
    "places": PLACES,
    "seafood": (SQUID, MACKEREL),
    "fruit": FRUIT,
    "fruits": FRUIT,
    "spices": (SALT, PEPPER),
    "vegetables": TARO,
    "longan export Japan": LONGAN,
    "buy pepper price": PEPPER,
    "annual report 2024": REPORT,
    "report for 2025": f"{PLAN}report/2025/",
    "open data": DATA,
}

NOTHING = {
    "vi": ("robusta", "coffee", "cà phê", "tôm", "speciality", "sầu riêng", "bán đảo", "mưởi", "xyzzy"),
    "en": ("robusta", "coffee", "cà phê", "tôm", "shrimp", "durian", "coffee bean", "specialist", "xyzzy"),
}
"""What no page has, though many have a shorter word, or one with other marks."""
APART = {"vi": ("thanh long", "ca phe", "hòa bình"), "en": ("thanh long",)}
"""Words that pages have, but nowhere side by side."""


@pytest.fixture(scope="module")
def asked(browser: Browser, real_url: str) -> Iterator[Any]:
    """A page that answers lists of queries in a language."""
    with opened(browser, f"{real_url}search/", 1280) as (page, _):
        yield lambda lang, queries: page.evaluate(ASK, [real_url, lang, list(queries)])


def misses(found: dict[str, dict[str, Any]], wanted: dict[str, First], prefix: str) -> dict[str, list[str]]:
    wrong = {}
    for query, first in wanted.items():
        allowed = {f"{prefix}{one}" for one in ((first,) if isinstance(first, str) else first)}
        if not found[query]["first"] or found[query]["first"][0] not in allowed:
            wrong[query] = found[query]["first"][:3]
    return wrong


def test_what_is_typed_in_vietnamese_finds_what_was_meant(asked: Any) -> None:
    assert misses(asked("vi", VIETNAMESE), VIETNAMESE, "") == {}


def test_what_is_typed_in_english_finds_what_was_meant(asked: Any) -> None:
    assert misses(asked("en", ENGLISH), ENGLISH, "en/") == {}


@pytest.mark.parametrize(
    ("lang", "query", "products"),
    [
        ("vi", "hải sản", {SQUID, MACKEREL}),
        ("en", "seafood", {SQUID, MACKEREL}),
        ("vi", "trái cây", set(FRUIT)),
        ("en", "fruit", set(FRUIT)),
    ],
)
def test_general_words_lead_to_their_products_first(asked: Any, lang: str, query: str, products: set[str]) -> None:
    first = asked(lang, [query])[query]["first"][: len(products)]
    assert {address.removeprefix("en/") for address in first} == products


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_no_page_has_finds_nothing(asked: Any, lang: str) -> None:
    assert {query: one["first"] for query, one in asked(lang, NOTHING[lang]).items() if one["total"]} == {}


def test_words_that_nowhere_stand_side_by_side_are_told_apart(asked: Any) -> None:
    for lang, queries in APART.items():
        found = asked(lang, queries)
        assert [query for query, one in found.items() if not one["apart"] or not one["total"]] == []
    beside = ("đặc sản", "Bà Rịa Vũng Tàu", "hạt tiêu đ", "Châu Đức", "muối")
    assert [query for query, one in asked("vi", beside).items() if one["apart"]] == []


def test_words_side_by_side_are_parted_from_words_apart(asked: Any) -> None:
    queries = ("đặc sản", "dac san", "muối", "thu nấng côn đảo biển", "xuất khẩu ca cao")
    found = asked("vi", queries)
    assert {query: 0 < one["together"] < one["total"] for query, one in found.items()} == {
        "đặc sản": True,
        "dac san": True,
        "muối": False,
        "thu nấng côn đảo biển": False,
        "xuất khẩu ca cao": False,
    }
    assert found["đặc sản"]["together"] == found["dac san"]["together"]


def test_the_tables_are_long_enough() -> None:
    assert len(VIETNAMESE) >= 60
    assert len(ENGLISH) >= 40


@pytest.mark.parametrize(
    ("same", "lang"),
    [
        (["đặc sản", "dac san", "ĐẶC SẢN", "đa\u0323\u0306c sa\u0309n"], "vi"),
        (["đăc sản", "đặc sản", "đặc s\u1ea3n"], "vi"),
        (["speciality", "specialities"], "en"),
        (["salt", "salts"], "en"),
        (["pomelo", "pomeloes"], "en"),
        (["BRVT", "brvt"], "vi"),
        (["Bà Rịa-Vũng Tàu", "bà rịa vũng tàu", "Ba Ria – Vung Tau"], "vi"),
        (["hoà bình", "hòa bình"], "vi"),
        (["chỉ dẫn địa lý", "chỉ dẫn địa lí"], "vi"),
        (["địa lý", "địa lí", "dia ly", "dia li"], "vi"),
        (["kỹ thuật", "kĩ thuật", "ky thuat", "ki thuat"], "vi"),
        (["công ty", "công ti"], "vi"),
        (["cddl", "CDĐL"], "vi"),
        (["TP.HCM", "tphcm", "TP HCM"], "vi"),
        (["Con Dao", "Côn Đảo"], "en"),
    ],
)
def test_ways_of_typing_find_the_same_pages(asked: Any, same: list[str], lang: str) -> None:
    totals = {query: one["total"] for query, one in asked(lang, same).items()}
    assert len(set(totals.values())) == 1, totals
    assert min(totals.values()) > 0


def test_old_and_new_names_of_a_place_find_its_pages(asked: Any) -> None:
    queries = ["huyện Long Điền", "huyện Long Đất", "huyện Tân Thành", "phường Tân Thành", "thị xã Phú Mỹ"]
    found = asked("vi", queries)
    assert SALT in found["huyện Long Điền"]["first"]
    assert SALT in found["huyện Long Đất"]["first"]
    assert POMELO in found["thị xã Phú Mỹ"]["first"]
    assert POMELO in found["phường Tân Thành"]["first"]
    assert set(found["huyện Tân Thành"]["first"]) & {PEPPER, LONGAN}


def test_phrases_hold_with_marks_and_without(asked: Any) -> None:
    quoted = ['"truyền thống"', '"chỉ dẫn địa lý"', '"hat tieu den"', "“muối Bà Rịa”", '"truyền thống" muối', '"xưa"']
    found = asked("vi", [*quoted, '"dẫn chỉ địa lý"', "truyền thống", "truyen thong"])
    assert SALT in found['"truyền thống"']["first"]
    assert f"{PLAN}t6/" not in found['"truyền thống"']["first"]  # it says truyền thông
    assert found['"truyền thống"']["total"] <= found["truyền thống"]["total"] < found["truyen thong"]["total"]
    assert found['"chỉ dẫn địa lý"']["total"] >= 3
    assert found['"hat tieu den"']["first"][:2] == [PEPPER, PEPPER_NEWS]
    assert found["“muối Bà Rịa”"]["first"][0] == SALT
    assert set(found['"truyền thống" muối']["first"]) <= set(found['"truyền thống"']["first"])
    assert found['"dẫn chỉ địa lý"']["total"] == 0


def test_a_phrase_in_english(asked: Any) -> None:
    found = asked("en", ['"geographical indication"', '"indication geographical"', '"con dao"', '"Côn Đảo"'])
    assert found['"geographical indication"']["total"] >= 3
    assert found['"indication geographical"']["total"] == 0
    assert found['"con dao"']["total"] >= 3


def test_words_that_no_page_has_are_told_apart(asked: Any) -> None:
    found = asked("vi", ["muối giá bao nhiêu tiền", "muối xyzzy", "xyzzy", "muối"])
    assert found["muối xyzzy"]["partial"]
    assert found["muối giá bao nhiêu tiền"]["total"] > 0
    assert found["xyzzy"]["total"] == 0
    assert not found["muối"]["partial"]


LETTERS = """async (base) => {
  const load = (name) => import(`${base}assets/javascripts/search-${name}.js`);
  const { excerpt, fold, holds, parse, sideBySide, toEye, toIndex } = await load("text");
  const { endings, spellings } = await load("words");
  const is = (...words) => words.map((word) => (one) => fold(one) === word);
  const long = [...Array(40).fill("một"), "Ruộng", "muối,", "nước", ...Array(40).fill("hai")].join(" ");
  return {
    mapped: toIndex("Đặc sản ở đâu"),
    back: toEye(toIndex("Đặc sản ở đâu")),
    composed: toIndex("da\\u0323\\u0306c"),
    folded: fold("Đường đến Côn Đảo"),
    words: parse("KH&CN, S&T 148/QĐ-TTg").words,
    phrases: parse("“Ruộng Muối” xưa «da rong»").phrases,
    none: parse(' "" ...').words,
    holds: [
      holds("nghề truyền thống, lâu đời", "truyền thống"),
      holds("nghề truyền thông", "truyền thống"),
      holds("nghề truyền thông", "truyen thong"),
      holds("ruộng-muối", "ruộng muối"),
      holds("ruộng muối", "uộng muối"),
    ],
    beside: [
      sideBySide("Phường Tân Thành, Long Điền", is("thanh", "long")),
      sideBySide("quả thanh long chín", is("thanh", "long")),
      sideBySide("Bà Rịa - Vũng Tàu", is("ba", "ria", "vung", "tau")),
      sideBySide("S&T news", is("st", "news")),
      sideBySide("muối", is("tieu")),
    ],
    spellings: ["hoà", "thủy", "muối", "lý", "kĩ", "quý", "chi", "tai"].map(spellings),
    endings: ["cookies", "speciality", "planted"].map(endings),
    short: excerpt("a <b> (Đặc sản), KH&CN", is("dac", "san", "khcn")),
    long: excerpt(long, is("ruong", "nuoc")).map((one) => [one.found, one.text.split(" ").filter(Boolean).length]),
    nowhere: excerpt("một hai", is("ba")),
  };
}"""


def test_letters_words_and_phrases(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}about/", 1280) as (page, _):
        assert page.evaluate(LETTERS, real_url) == {
            "mapped": "Ḏặc sản ở ḏâu",
            "back": "Đặc sản ở đâu",
            "composed": "dặc",
            "folded": "duong den con dao",
            "words": ["KH", "CN", "ST", "148", "QḎ", "TTg"],
            "phrases": ["ruộng muối", "da rong"],
            "none": [],
            "holds": [True, False, True, True, False],
            "beside": [1, 2, 4, 2, 0],
            "spellings": [
                ["hòa", "hoà"],
                ["thủy", "thuỷ"],
                ["muối"],
                ["lí", "lý"],
                ["kĩ", "kỹ"],
                ["quí", "quý"],
                ["chi"],
                ["tai"],
            ],
            "endings": [
                ["cookiess", "cooky", "cooki", "cookie"],
                ["specialitys", "specialities"],
                ["planteds", "plant", "plante"],
            ],
            "short": [
                {"found": False, "text": "a <b> ("},
                {"found": True, "text": "Đặc sản"},
                {"found": False, "text": "), "},
                {"found": True, "text": "KH&CN"},
                {"found": False, "text": " "},
            ],
            "long": [[False, 5], [True, 1], [False, 1], [True, 1], [False, 24]],
            "nowhere": [{"found": False, "text": "một hai "}],
        }


# ---- The page ----


def results(page: Page) -> list[str]:
    return page.locator(".ps-search__found > section .ps-found h3").all_inner_texts()


def status(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def test_typing_answers_and_the_address_can_be_shared(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}search/", 1280) as (page, noise):
        page.get_by_role("searchbox").fill("muoi")
        expect(page.get_by_role("status")).to_contain_text("kết quả cho “muoi”")
        shown = results(page)
        assert shown[0] == "Muối Bà Rịa"
        assert page.url == f"{real_url}search/?q=muoi"
        page.goto(page.url)
        expect(page.locator(".ps-found h3").first).to_have_text("Muối Bà Rịa")
        assert results(page) == shown
        assert noise == Noise()


def test_the_field_of_the_header_leads_to_the_results_and_back_works(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/about/", 1280) as (page, noise):
        page.get_by_role("searchbox").fill("Con Dao")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("results for “Con Dao”")
        page.wait_for_url(f"{real_url}en/search/?q=Con+Dao")
        before = results(page)
        page.locator(".ps-found a").first.click()
        page.wait_for_url("**/en/products/**")
        page.go_back()
        expect(page.locator(".ps-found h3")).to_have_count(len(before))
        assert page.get_by_role("searchbox").input_value() == "Con Dao"
        assert results(page) == before
        assert noise == Noise()


def test_a_result_says_what_it_is_and_shows_no_other_names(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/search/?q=condao&kind=product", 1280) as (page, _):
        first = page.locator(".ps-found li").first
        expect(first).to_contain_text("Product")
        expect(first).to_contain_text("3-star, as reported in 2025")
        assert "condao" not in first.inner_text().lower()
        assert "ḏ" not in page.locator("#content").inner_text()


def test_found_words_are_marked_in_vietnamese_letters(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}search/?q=dac+san", 1280) as (page, _):
        expect(page.locator(".ps-found mark").first).to_be_visible()
        marked = " ".join(page.locator(".ps-found mark").all_inner_texts()).lower()
        assert "đặc" in marked and "sản" in marked
        assert not re.search("[ḏḎ]", page.content())


def test_a_compound_is_shown_and_marked_as_it_was_written(browser: Browser, real_url: str) -> None:
    for query in ("4-star", "4star"):
        with opened(browser, f"{real_url}en/search/?q={query}&kind=product", 1280) as (page, _):
            first = page.locator(".ps-found li").first
            expect(first.locator("mark").first).to_have_text("4-star")
            assert first.locator(".ps-mark").inner_text() == "4-star, as reported in 2025"
            assert "\N{INVISIBLE SEPARATOR}" not in page.content()


def folded(word: str) -> str:
    return "".join(sign for sign in normalize("NFD", word.replace("đ", "d")) if not combining(sign))


@pytest.mark.parametrize(
    ("lang", "query", "beginnings"),
    [
        ("", "cá thu", {"cá", "thu"}),
        ("", "dac s", {"dac", "s"}),
        ("", "muoi", {"muoi"}),
        ("en/", "speciality", {"specialit"}),
        ("en/", "marine science", {"marine", "science"}),
    ],
)
def test_only_words_that_begin_with_what_was_typed_are_marked(
    browser: Browser, real_url: str, lang: str, query: str, beginnings: set[str]
) -> None:
    with opened(browser, f"{real_url}{lang}search/?q={query}", 1280) as (page, _):
        expect(page.locator(".ps-found mark").first).to_be_visible()
        marked = {word.lower() for text in page.locator(".ps-found mark").all_inner_texts() for word in text.split()}
        parts = {word: [*re.split(r"\W+", word), *re.split(r"\W+", folded(word))] for word in marked}
        assert [word for word in marked if not any(one.startswith(tuple(beginnings)) for one in parts[word])] == []


@pytest.mark.parametrize(("lang", "said"), [("", "Không có kết quả nào cho “{}”."), ("en/", "No results for “{}”.")])
def test_nothing_is_said_to_be_nothing_and_the_other_language_is_as_honest(
    browser: Browser, real_url: str, lang: str, said: str
) -> None:
    with opened(browser, f"{real_url}about/", 1280) as (page, _):
        read: list[str] = []
        page.on("request", lambda request: read.append(request.url) if "/fragment/" in request.url else None)
        for query in ("robusta", "coffee", "cà phê", "tôm"):
            page.goto(f"{real_url}{lang}search/?q={query}")
            page.wait_for_load_state("networkidle")
            expect(page.get_by_role("status")).to_have_text(said.format(query))
            assert page.locator(".ps-also").count() == 0
        assert len(read) <= 8


def test_words_that_stand_apart_are_said_to(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}search/?q=thanh long", 1280) as (page, _):
        said = re.compile("^[0-9]+ trang có đủ các từ của “thanh long”, nhưng không ở đâu đứng liền nhau.$")
        expect(page.get_by_role("status")).to_have_text(said)


def test_what_has_the_words_apart_comes_below_a_sentence(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}search/?q=dac+san", 1280) as (page, noise):
        rest = page.locator(".ps-found > .ps-found__rest")
        expect(rest).to_have_text(
            re.compile(r"^\d+ trang nữa có đủ các từ của “dac san”, nhưng không đứng liền nhau:$")
        )
        above = page.locator(".ps-found > li:has(~ .ps-found__rest)")
        assert all("dac san" in folded(one.inner_text()) for one in above.all())
        assert above.count() > 0
        assert noise == Noise()


def facet(page: Page, name: str) -> dict[str, int]:
    rows = page.locator(f".ps-facets input[name={name}]").locator("xpath=ancestor::li").locator("visible=true")
    texts = [re.fullmatch(r"(.+?)\s*\((\d+)\)", one.strip(), re.S) for one in rows.all_inner_texts()]
    return {match[1]: int(match[2]) for match in texts if match}


def test_filters_count_narrow_and_stay_in_the_address(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}search/?q=ocop", 1280) as (page, noise):
        expect(page.get_by_role("status")).to_contain_text("kết quả")
        total = int(status(page).split()[0])
        kinds = facet(page, "kind")
        assert sum(kinds.values()) == total
        page.get_by_role("checkbox", name=re.compile(r"^Sản phẩm \(")).check()
        expect(page.get_by_role("status")).to_contain_text(f"{kinds['Sản phẩm']} kết quả")
        assert facet(page, "kind") == kinds  # a group's own counts do not depend on what is chosen in it
        page.get_by_label("3 sao").check()
        expect(page).to_have_url(re.compile(r"kind=product.*&stars=3"))
        expect(page.get_by_role("status")).to_contain_text(f"{facet(page, 'stars')['3 sao']} kết quả")
        assert all("sao" in one for one in page.locator(".ps-found .ps-mark").all_inner_texts())
        shared = page.url
        page.goto(shared)
        expect(page.get_by_label("3 sao")).to_be_checked()
        page.get_by_role("button", name="Bỏ mọi bộ lọc").click()
        expect(page.get_by_role("status")).to_contain_text(f"{total} kết quả")
        page.wait_for_url(f"{real_url}search/?q=ocop")
        assert noise == Noise()


@pytest.mark.parametrize("name", ["kind", "stars", "place", "year", "row"])
def test_each_filter_works_without_words(browser: Browser, real_url: str, name: str) -> None:
    with opened(browser, f"{real_url}en/search/", 1280) as (page, _):
        expect(page.locator(".ps-facets")).to_be_visible()
        label, count = next(iter(facet(page, name).items()))
        page.locator(f".ps-facets input[name={name}]").locator("visible=true").first.check()
        noun = "page" if count == 1 else "pages"
        expect(page.get_by_role("status")).to_contain_text(f"{count} {noun}")
        assert f"{name}=" in page.url, label


def test_more_results_come_at_a_button_and_take_the_focus(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/search/?q=BRVT", 1280) as (page, _):
        expect(page.locator(".ps-search__found > section .ps-found > li")).to_have_count(10)
        page.get_by_role("button", name="Show 10 more results").click()
        expect(page.locator(".ps-search__found > section .ps-found > li")).to_have_count(20)
        expect(page.locator(".ps-found > li").nth(10).locator("a")).to_be_focused()


def test_another_language_is_offered_below_and_marked(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/search/?q=truyền thống", 1280) as (page, noise):
        page.locator("[data-ps-others]").scroll_into_view_if_needed()
        summary = page.locator(".ps-also summary")
        expect(summary).to_contain_text("Also in Vietnamese (")
        if page.locator(".ps-also[open]").count() == 0:
            summary.click()
        link = page.locator(".ps-also a").first
        expect(link).to_have_attribute("lang", "vi")
        expect(link).to_have_attribute("hreflang", "vi")
        link.click()
        page.wait_for_url(lambda url: "/en/" not in url)
        assert noise == Noise()


def test_the_other_index_is_not_loaded_before_its_place_is_seen(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/about/", 1280) as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.set_viewport_size({"width": 1280, "height": 400})
        page.goto(f"{real_url}en/search/?q=BRVT")
        expect(page.locator(".ps-found > li")).to_have_count(10)
        page.wait_for_timeout(300)
        assert [url for url in asked if "/pagefind/vi/" in url] == []
        page.locator("[data-ps-others]").scroll_into_view_if_needed()
        expect(page.locator(".ps-also")).to_be_visible()
        assert [url for url in asked if "/pagefind/vi/" in url]


def test_nothing_found_offers_other_ways_and_the_other_language(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/search/?q=ruộng muối", 1280) as (page, _):
        expect(page.locator(".ps-also")).to_be_visible()
        assert page.locator(".ps-also[open]").count() == 1
        expect(page.get_by_role("status")).to_contain_text("Also in Vietnamese")
    with opened(browser, f"{real_url}search/?q=xyzzy", 360) as (page, _):
        expect(page.get_by_role("status")).to_have_text("Không có kết quả nào cho “xyzzy”.")
        expect(page.get_by_role("heading", name="Mẹo tìm kiếm")).to_be_visible()


# ---- Keyboard, screen reader, narrow screens, no script ----


def test_all_of_it_goes_by_keyboard(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}search/", 1280) as (page, _):
        field = page.get_by_role("searchbox")
        expect(field).to_be_focused()
        page.keyboard.type("muối")
        expect(page.locator(".ps-found > li")).not_to_have_count(0)
        page.keyboard.press("ArrowDown")
        expect(page.locator(".ps-found a").nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.locator(".ps-found a").nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        assert field.input_value() == ""
        expect(page.locator(".ps-found > li")).to_have_count(0)
        page.keyboard.type("nhãn xuồng")
        expect(page.get_by_role("status")).to_contain_text("kết quả")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{real_url}{LONGAN}")


def test_names_and_regions_that_a_screen_reader_meets(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/search/?q=salt", 1280) as (page, _):
        expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results? for “salt”\.$"))
        expect(page.get_by_role("search")).to_have_count(1)
        expect(page.get_by_role("searchbox", name="Words to look for")).to_be_visible()
        expect(page.get_by_role("region", name="Results")).to_be_visible()
        expect(page.get_by_role("group", name="Kind of page")).to_be_visible()
        assert page.locator("#content h1").count() == 1
        unnamed = page.evaluate(
            "[...document.querySelectorAll('#content input, #content button')].filter((one) => one.checkVisibility()"
            " && !(one.labels?.length || one.textContent.trim())).length"
        )
        assert unnamed == 0


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_telephone_has_a_link_and_room_for_everything(browser: Browser, real_url: str, lang: str) -> None:
    with opened(browser, f"{real_url}{lang}products/", 360) as (page, noise):
        link = page.locator("[data-ps-find]")
        box = link.bounding_box()
        assert box and box["width"] >= 24 and box["height"] >= 24
        assert not page.locator("#ps-find").is_visible()
        link.click()
        page.get_by_role("searchbox").fill("con dao")
        expect(page.locator(".ps-found > li")).not_to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert not page.locator(".ps-facets fieldset").first.is_visible()
        page.locator(".ps-facets summary").click()
        expect(page.locator(".ps-facets fieldset").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert noise == Noise()


def test_the_other_language_answers_the_same_query(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}search/?q=muoi", 1280) as (page, _):
        expect(page.locator(".ps-found > li")).not_to_have_count(0)
        page.get_by_role("searchbox").fill("con dao")
        expect(page).to_have_url(f"{real_url}search/?q=con+dao")
        page.locator(".ps-languages a").click()
        page.wait_for_url(f"{real_url}en/search/?q=con+dao")
        expect(page.get_by_role("searchbox")).to_have_value("con dao")
        page.locator(".ps-languages a").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{real_url}search/?q=con+dao")


def test_the_menu_does_not_move_on_the_search_page(browser: Browser, real_url: str) -> None:
    for width in (1000, 1280):
        places = []
        for address in ("about/", "search/"):
            with opened(browser, real_url + address, width) as (page, _):
                page.evaluate("document.fonts.ready.then(() => true)")
                boxes = [page.locator(one).bounding_box() for one in (".ps-nav", ".ps-languages")]
                places.append([round(box["x"]) for box in boxes if box])
        assert places[0] == places[1]
        assert len(places[0]) == 2


def test_without_a_script_the_field_leads_to_a_page_that_says_where_to_look(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/about/", 1280, script=False) as (page, noise):
        page.get_by_role("searchbox").fill("salt")
        page.get_by_role("button", name="Search").click()
        page.wait_for_url(f"{real_url}en/search/?q=salt")
        note = page.locator(".ps-notice", has_text="Searching needs JavaScript")
        expect(note).to_be_visible()
        note.get_by_role("link", name="Products").click()
        page.wait_for_url(f"{real_url}en/products/")
        assert noise == Noise()


# ---- Weight, policy, faults ----


def test_other_pages_load_nothing_of_search_and_search_loads_nothing_foreign(browser: Browser, real_url: str) -> None:
    for address, wanted in (("", False), (SALT, False), ("search/?q=muối", True)):
        with opened(browser, f"{real_url}about/", 1280) as (page, noise):
            asked: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(real_url + address)
            page.wait_for_load_state("networkidle")
            assert bool([url for url in asked if "pagefind" in url or "/search" in url.split("?")[0][:-1]]) is wanted
            assert [url for url in asked if "lunr" in url or "search_index" in url or "worker" in url] == [
                url for url in asked if url.endswith("/pagefind-worker.js")
            ]
            assert noise == Noise()


POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'"
)


def test_search_works_under_a_strict_policy(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}about/", 1280) as (page, _):
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))

        def answer(route: Any) -> None:
            given = route.fetch()
            route.fulfill(response=given, headers={**given.headers, "content-security-policy": POLICY})

        page.route("**/search/**", answer)
        page.route("**/pagefind/**", answer)
        page.goto(f"{real_url}search/?q=muối")
        expect(page.locator(".ps-found h3").first).to_have_text("Muối Bà Rịa")
        own = [text for text in told if re.search(r"search|pagefind|wasm|worker|style", text) and "Refused" in text]
        assert own == []


def test_a_missing_index_is_told_and_the_lists_are_offered(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}about/", 1280) as (page, _):
        page.route("**/pagefind/**", lambda route: route.abort())
        page.goto(f"{real_url}en/search/?q=salt")
        expect(page.get_by_role("status")).to_contain_text("could not be loaded")
        expect(page.locator(".ps-search__hints").get_by_role("link", name="Products")).to_be_visible()


# ---- The 404 page ----


@pytest.mark.parametrize(
    ("address", "first", "typed"),
    [
        ("products/muoi-baria/", "Muối Bà Rịa", "muoi baria"),
        ("products/muối-bà-rịa/", "Muối Bà Rịa", "muoi ba ria"),
        ("product/hat-tieu-den/", "Hạt tiêu đen Bà Rịa - Vũng Tàu", "hat tieu den"),
        ("nhan-xuong-com-van.html", "Nhãn xuồng cơm vàng", "nhan xuong com van"),
        ("en/products/ba-ria-peper/", "Ba Ria - Vung Tau black pepper", "ba ria peper"),
        ("en/news/custard-aple", "Custard apple", "custard aple"),
        ("product/", "Sản phẩm", "product"),
        ("en/san-pham/", "Products", "san pham"),
        ("san-pham/ho-tieu/", "Hạt tiêu đen Bà Rịa - Vũng Tàu", "ho tieu"),
        ("products/pepper/", "Hạt tiêu đen Bà Rịa - Vũng Tàu", "pepper"),
        ("products/muoi-ba-ria/xyz/", "Muối Bà Rịa", "xyz"),
        ("tin-tuc/bao-cao-2024/", "Báo cáo năm 2024 (bản nháp từ dữ liệu)", "bao cao 2024"),
        ("du-lieu-mo.html", "Dữ liệu mở", "du lieu mo"),
    ],
)
def test_a_wrong_address_is_answered_with_pages_near_it(
    browser: Browser, real_url: str, address: str, first: str, typed: str
) -> None:
    with opened(browser, real_url + address, 360) as (page, noise):
        lang = "en" if address.startswith("en/") else "vi"
        block = page.locator(f"[data-ps-near={lang}]")
        expect(block.locator("li a").first).to_have_text(first)
        assert 1 <= block.locator("li").count() <= 5
        assert block.get_by_role("searchbox").input_value() == typed
        assert noise.foreign == []
        block.locator("li a").first.click()
        page.wait_for_url(lambda url: url != real_url + address)
        assert page.locator("h1").inner_text() != "Không tìm thấy trang"


def test_a_report_of_another_year_is_answered_with_those_that_exist(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/plan/2023-2025/report/2023/", 1280) as (page, _):
        offered = page.locator("[data-ps-near=en] li a")
        expect(offered.first).to_be_visible()
        reports = {f"Report for {year} (draft from the data)" for year in (2024, 2025)}
        assert reports <= set(offered.all_inner_texts())


def test_the_field_of_the_404_page_searches_in_the_language_that_was_asked_for(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/prodcts/con-dao-cookis/", 1280) as (page, _):
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        page.locator("[data-ps-near=en]").get_by_role("searchbox").fill("cookies")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{real_url}en/search/?q=cookies")
        expect(page.locator(".ps-found h3").first).to_have_text("Con Dao sea-almond cookies")


def test_a_host_with_one_404_page_shows_that_of_the_language_that_was_asked_for(
    browser: Browser, real_url: str
) -> None:
    with opened(browser, f"{real_url}en/products/no-such-salt/", 1280) as (page, noise):
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.title().startswith("Page not found")
        expect(page.get_by_role("navigation", name="Sections").get_by_role("link")).to_have_count(6)
        assert page.locator("[lang=vi]:visible").all_inner_texts() == ["VI\nTiếng Việt"]
        expect(page.get_by_role("button", name="Switch to dark colours")).to_be_visible()
        page.get_by_role("button", name="Switch to dark colours").click()
        expect(page.get_by_role("button", name="Switch to light colours")).to_be_visible()
        assert noise.foreign == []
    with opened(browser, f"{real_url}english/no-such-salt/", 1280) as (page, _):
        expect(page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang")
        assert page.evaluate("document.documentElement.lang") == "vi"


@pytest.mark.parametrize("address", ["404.html", "en/404.html"])
def test_the_404_page_at_its_own_address_asks_for_nothing(browser: Browser, real_url: str, address: str) -> None:
    with opened(browser, real_url + address, 360) as (page, noise):
        page.wait_for_load_state("networkidle")
        assert {one.input_value() for one in page.locator("[data-ps-near] input").all()} == {""}
        assert page.locator("[data-ps-near] li").count() == 0
        assert noise == Noise()


def test_where_that_page_cannot_be_had_its_part_goes_first(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}about/", 1280) as (page, _):
        page.route("**/en/404.html", lambda route: route.abort())
        page.goto(f"{real_url}en/products/ba-ria-peper/")
        first = page.locator(".ps-notfound > :first-child")
        expect(first).to_have_attribute("lang", "en")
        expect(first.locator("[data-ps-near=en] li a").first).to_have_text("Ba Ria - Vung Tau black pepper")
        assert first.get_by_role("link", name="Products", exact=True).get_attribute("href") == "/brvt/en/products/"


def test_a_page_in_the_other_language_only_is_offered_with_its_language(browser: Browser, sample_url: str) -> None:
    import urllib.request

    with urllib.request.urlopen(f"{sample_url}assets/near/vi.json") as answer:
        vietnamese = {page[0] for page in json.load(answer)["pages"]}
    with urllib.request.urlopen(f"{sample_url}assets/near/en.json") as answer:
        english = {page[0].removeprefix("en/") for page in json.load(answer)["pages"]}
    only = sorted(page for page in vietnamese - english if page.startswith("news/"))[0]
    with opened(browser, f"{sample_url}en/{only}", 1280) as (page, _):
        link = page.locator("[data-ps-near=en] li a").first
        expect(link).to_have_attribute("lang", "vi")
        assert link.get_attribute("href") == f"/brvt/{only}"


def test_without_a_script_the_404_page_still_has_a_field(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}nicht/da/", 360, script=False) as (page, _):
        page.locator("[data-ps-near=vi]").get_by_role("searchbox").fill("muối")
        assert page.locator("section[lang=en]").get_by_role("link").all_inner_texts() == [
            "Home",
            "News",
            "Products",
            "Events",
            "Press",
            "The plan",
            "About",
        ]
        page.locator("[data-ps-near=vi]").get_by_role("button", name="Tìm").click()
        page.wait_for_url("**/search/?q=*")
