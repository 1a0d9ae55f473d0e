"""Pages as they were built: what is asked with and without a contact, and scripts only where products need them."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote


def text_of(project: Path, address: str) -> str:
    return (project / "site" / address / "index.html").read_text(encoding="utf-8")


def letter(page: str) -> str:
    match = re.search(r'href="(mailto:[^"]*)"', page)
    assert match
    return unquote(unescape(match[1]))


def test_without_a_contact_there_is_a_letter_to_copy_and_nothing_leads_to_it(real_project: Path) -> None:
    page = text_of(real_project, "en/products/muoi-ba-ria")
    assert "mailto:" not in page
    assert 'href="#enquiry"' not in page
    assert "This site has no address for enquiries yet." in page
    assert "<p><b>Product enquiry / " in page


def test_with_a_contact_the_letter_goes_there(sample_project: Path) -> None:
    page = text_of(sample_project, "products/hat-tieu-mau")
    assert 'href="#enquiry"' in page
    assert letter(page).startswith("mailto:mau@example.org?subject=Hỏi về sản phẩm / Product enquiry: Hạt tiêu Mẫu")
    assert (
        "Thư gửi tới mau@example.org, đầu mối liên hệ của trang thông tin này, không phải của chủ thể sản phẩm." in page
    )


def test_corrections_are_asked_for_where_somebody_can_be_reached(real_project: Path, sample_project: Path) -> None:
    for address, words in (("contact", "Báo lỗi"), ("en/contact", "Corrections")):
        heading = f'<h2 id="corrections">{words}</h2>'
        assert heading not in text_of(real_project, address)
        assert heading in text_of(sample_project, address)


def scripts(project: Path) -> dict[str, set[str]]:
    """Return the pages that load each of the scripts for products."""
    site = project / "site"
    pages = {
        path.relative_to(site).parent.as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }
    return {
        name: {address for address, text in pages.items() if f"javascripts/{name}.js" in text}
        for name in ("catalogue", "certificate")
    }


def test_scripts_are_loaded_only_where_they_are_needed(real_project: Path) -> None:
    found = scripts(real_project)
    assert found["catalogue"] == {"products", "en/products"}
    kinds = {re.sub(r"^(en/)?products/[a-z0-9-]+", "", address) for address in found["certificate"]}
    assert kinds == {"", "/sheet"}


def test_nothing_of_a_product_page_is_written_into_it(real_project: Path) -> None:
    for address in ("products", "products/muoi-ba-ria", "products/muoi-ba-ria/sheet"):
        text = text_of(real_project, address)
        assert re.findall(r"<[^>]+\s(?:style|on[a-z]+)=", text) == []
