"""The one-page sheet on paper: one A4 page for every product, nothing cut off, with its notes and its code."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from promosite.local_server import serve_site
from tests.browser.long_product import add_long_product
from tests.browser.visits import visited
from tests.projects import EPOCH, ROOT, lay_sample_year, mkdocs

SLUGS = sorted(path.stem for path in (ROOT / "content" / "vi" / "products").glob("*.md"))


@pytest.fixture(scope="module")
def long_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample year at its own address, about an area that has changed, with the longest product there can be."""
    project = lay_sample_year(tmp_path_factory.mktemp("long") / "project")
    add_long_product(project)
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    real = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["promosite"]
    config["site_url"] = "https://trang.mau.vn/"
    config["extra"]["promosite"] |= {"publisher": None, "area": real["area"]}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    result = mkdocs(project, "build", "--strict", "--quiet", epoch=EPOCH)
    assert result.returncode == 0, result.stderr
    with serve_site(project / "site") as url:
        yield url


def pages_on_paper(page: Page) -> int:
    data = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", data))


OVERFLOWING = """(names) => names.filter((name) => {
  const box = document.querySelector(name), edge = document.querySelector(".ps-a4").getBoundingClientRect();
  return box.scrollWidth > box.clientWidth + 1 || box.getBoundingClientRect().bottom > edge.bottom + 1;
})"""


def overflowing(page: Page) -> list[str]:
    """Return the parts of the sheet that reach beyond it or hold what is wider than they are."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 673, "height": 1000})  # 178 mm at 96 px to the inch: A4 without its margins
    found: list[str] = page.evaluate(
        OVERFLOWING, [".ps-a4__foot", ".ps-a4__columns", ".ps-a4__head", ".ps-a4__picture"]
    )
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_every_real_product_is_one_page(browser: Browser, real_url: str, slug: str) -> None:
    for prefix in ("", "en/"):
        with visited(browser, f"{real_url}{prefix}products/{slug}/sheet/") as (page, noise):
            assert pages_on_paper(page) == 1
            assert overflowing(page) == []
            assert noise == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_longest_product_there_can_be_is_one_page(browser: Browser, long_url: str, prefix: str) -> None:
    with visited(browser, f"{long_url}{prefix}products/dai-nhat/sheet/") as (page, _):
        assert pages_on_paper(page) == 1
        assert overflowing(page) == []


@pytest.mark.parametrize(
    ("prefix", "notes"),
    [
        (
            "",
            (
                "Trang chạy thử, chưa phải trang thông tin chính thức",
                "nay thuộc Thành phố Hồ Chí Minh",
                "Hình minh họa",
            ),
        ),
        ("en/", ("Demonstration site, not an official website", "now part of Ho Chi Minh City", "Illustration")),
    ],
)
def test_notes_and_label_are_on_the_paper(browser: Browser, real_url: str, prefix: str, notes: tuple[str, ...]) -> None:
    with visited(browser, f"{real_url}{prefix}products/muoi-ba-ria/sheet/") as (page, _):
        page.emulate_media(media="print")
        words = page.locator(".ps-a4").inner_text()
        assert [note for note in notes if note not in words] == []
        assert page.locator(".md-banner").count() == 0
        assert not page.locator(".ps-header, .ps-footer, .ps-a4__actions, .ps-trail").locator("visible=true").count()


def test_the_code_is_large_enough_and_named(browser: Browser, long_url: str) -> None:
    with visited(browser, f"{long_url}en/products/dai-nhat/sheet/") as (page, _):
        code = page.get_by_role("img", name="QR code that opens https://trang.mau.vn/en/products/dai-nhat/")
        box = code.bounding_box()
        assert box and box["width"] == pytest.approx(31 * 96 / 25.4, abs=1)
        assert page.locator(".ps-a4__address a").inner_text() == "https://trang.mau.vn/en/products/dai-nhat/"
        page.locator(".ps-a4__address a").click()
        page.wait_for_url(f"{long_url}en/products/dai-nhat/")


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "Địa chỉ chính thức sẽ có khi trang được công bố."), ("en/", "The address will be fixed when the site is")],
)
def test_an_address_that_is_a_placeholder_is_neither_shown_nor_called_permanent(
    browser: Browser, real_url: str, prefix: str, words: str
) -> None:
    with visited(browser, f"{real_url}{prefix}products/muoi-ba-ria/") as (page, _):
        said = page.locator(".ps-archive").inner_text()
        assert words in said and "example.org" not in said and "permanent" not in said
        page.goto(f"{real_url}{prefix}products/muoi-ba-ria/sheet/")
        assert words in page.locator(".ps-a4__address").inner_text()
        assert page.locator(".ps-qr").count() == 0
        assert "example.org" not in page.locator(".ps-a4").inner_text()


def test_the_product_leads_to_its_sheet_and_the_switch_to_the_other(browser: Browser, real_url: str) -> None:
    with visited(browser, f"{real_url}products/muoi-ba-ria/") as (page, _):
        page.get_by_role("link", name="Tờ giới thiệu một trang").click()
        page.wait_for_url(f"{real_url}products/muoi-ba-ria/sheet/")
        page.locator(".ps-languages a").click()
        page.wait_for_url(f"{real_url}en/products/muoi-ba-ria/sheet/")


def test_search_engines_are_sent_to_the_page(real_project: Path) -> None:
    site = real_project / "site"
    text = (site / "en" / "products" / "muoi-ba-ria" / "sheet" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in text
    assert '<link rel="canonical" href="https://example.org/brvt/en/products/muoi-ba-ria/">' in text
    assert 'rel="alternate' not in text
    assert "/sheet/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


CUT = """() => [...document.querySelectorAll(".ps-a4 *")]
  .filter((one) => one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY === "hidden")
  .map((one) => one.textContent)"""


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_telephone_shows_all_of_the_sheet(browser: Browser, long_url: str, prefix: str) -> None:
    with visited(browser, f"{long_url}{prefix}products/dai-nhat/sheet/", 360) as (page, _):
        assert page.evaluate(CUT) == []
    with visited(browser, f"{long_url}{prefix}products/dai-nhat/sheet/", 1280) as (page, _):
        assert len(page.evaluate(CUT)) > 0
