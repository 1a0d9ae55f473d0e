"""The enquiry's e-mail: whom it names, what it asks, and that mail programs read it as it was written (RFC 6068)."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.check.address import flaw_of
from promosite.generate.enquiry import mailto
from promosite.model.items import Kind
from tests.worlds import CONFIG, World, glance, product

OPENED = CONFIG.replace("https://example.org/mau/", "https://tinh-mau.vn/mau/")
"""A site that stands at an address of its own."""

LONGEST = 2000
"""Characters of an address that every mail program takes; Windows stops at 2,083."""


def read_back(address: str) -> tuple[str, str, str]:
    """Return recipient, subject and body as a mail program reads them."""
    parts = urlsplit(address)
    fields = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


@given(st.sampled_from(["mau@example.org", "a+b&c?d=e#f@example.org"]), st.text(min_size=1), st.text(min_size=1))
def test_every_text_comes_back(to: str, subject: str, body: str) -> None:
    address = mailto(to, subject, body)
    assert read_back(address) == (to, subject, body)
    assert re.fullmatch(r"mailto:[A-Za-z0-9_.~@%-]*\?subject=[A-Za-z0-9_.~%-]+&body=[A-Za-z0-9_.~%-]+", address)
    assert flaw_of(address) is None


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("Đặc sản", "%C4%90%E1%BA%B7c%20s%E1%BA%A3n"),
        ("a\r\nb", "a%0D%0Ab"),
        ("1 + 1 & 2? #3 = 100%", "1%20%2B%201%20%26%202%3F%20%233%20%3D%20100%25"),
        ("“x”", "%E2%80%9Cx%E2%80%9D"),
    ],
)
def test_encoding(text: str, encoded: str) -> None:
    assert mailto("a@b.vn", text, text) == f"mailto:a@b.vn?subject={encoded}&body={encoded}"


def enquiry(tiny: World, lang: str = "en") -> dict[str, Any]:
    view: dict[str, Any] = tiny.page(lang, "products/muoi-mau/").header["view"]["enquiry"]
    return view


VIETNAMESE = """\
Kính gửi Quý vị,

Chúng tôi quan tâm đến sản phẩm: Muối mẫu
https://tinh-mau.vn/mau/products/muoi-mau/

Xin cho biết: giá và số lượng, hạn sử dụng, bảo quản, thành phần, sản lượng, tiêu chuẩn, thị trường.

Tên, đơn vị, nước:

Trân trọng"""
ENGLISH = """\
Dear Sir or Madam,

We are interested in this product: Sample
https://tinh-mau.vn/mau/en/products/muoi-mau/

Could you please tell us about: price and quantity, shelf life, storage, ingredients, capacity, standards, markets.

Name, organisation and country:

Kind regards"""
BETWEEN = "\n\n----------\n\n"


def test_the_letter_is_in_both_languages_and_asks_what_is_not_on_record(tmp_path: Path) -> None:
    trade = "{season: {vi: Tháng 3, source: bao-mau}, pack: {vi: Túi, source: bao-mau}}"
    tiny = glance(tmp_path, {"content/vi/products/muoi-mau.md": product(trade=trade), "mkdocs.yml": OPENED})
    vi, en = enquiry(tiny, "vi"), enquiry(tiny)
    assert vi["body"].replace("\r\n", "\n") == VIETNAMESE + BETWEEN + ENGLISH
    assert en["body"].replace("\r\n", "\n") == ENGLISH + BETWEEN + VIETNAMESE
    assert "\n" not in en["body"].replace("\r\n", "")
    assert vi["subject"] == "Hỏi về sản phẩm / Product enquiry: Muối mẫu / Sample"
    assert en["subject"] == "Product enquiry / Hỏi về sản phẩm: Sample / Muối mẫu"
    assert read_back(en["address"]) == ("mau@example.org", en["subject"], en["body"])


def test_a_product_without_translation_goes_by_its_own_page(tmp_path: Path) -> None:
    body = enquiry(glance(tmp_path, {"content/en/products/muoi-mau.md": None, "mkdocs.yml": OPENED}), "vi")
    assert body["subject"] == "Hỏi về sản phẩm / Product enquiry: Muối mẫu"
    assert body["body"].count("https://tinh-mau.vn/mau/products/muoi-mau/") == 2
    assert "/en/" not in body["body"]


@pytest.mark.parametrize("contact", ["null", "{phone: '0254'}"])
def test_without_an_address_nobody_is_named(tmp_path: Path, contact: str) -> None:
    own = CONFIG.replace("contact: {email: mau@example.org}", f"contact: {contact}")
    found = enquiry(glance(tmp_path, {"mkdocs.yml": own}))
    assert (found["to"], found["address"]) == (None, None)
    assert found["body"].startswith("Dear Sir or Madam,")


def test_while_the_site_has_no_address_of_its_own_the_letter_names_none(tmp_path: Path) -> None:
    body = enquiry(glance(tmp_path))["body"].replace("\r\n", "\n")
    assert "://" not in body
    assert "\n\n\n" not in body
    assert "We are interested in this product: Sample\n\nCould you please" in body


def test_letters_are_short_enough_for_every_mail_program(sample: World) -> None:
    for item in sample.site.catalogue.of_kind(Kind.PRODUCT):
        for lang in item.texts:
            address = sample.page(lang, f"products/{item.slug}/").header["view"]["enquiry"]["address"]
            assert len(address) < LONGEST
