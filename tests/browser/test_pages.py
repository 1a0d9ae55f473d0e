"""Every template, in both languages, on a telephone and a desk, in light and dark: quiet, whole, and on its own."""

import pytest
from playwright.sync_api import Browser, Page

from promosite.render.whole_names import as_written
from tests.browser.templates import LOOKS, REAL, SAMPLE, Noise, addresses, opened


def look(page: Page) -> dict[str, object]:
    """What a person would notice at once: a page wider than the screen, letters cut off, no heading or many."""
    return page.evaluate(
        """() => ({
          wider: document.documentElement.scrollWidth > innerWidth,
          headings: document.querySelectorAll('h1').length,
          cut: [...document.querySelectorAll('h1, h2, h3, .ps-nav a, .ps-brand strong')].filter(
            (one) => one.clientHeight && parseFloat(getComputedStyle(one).lineHeight)
              < 1.25 * parseFloat(getComputedStyle(one).fontSize)).map((one) => one.textContent),
          pictures: [...document.images].filter((one) => one.complete && !one.naturalWidth).map((one) => one.src),
          face: document.fonts.check('16px "Be Vietnam Pro"'),
        })"""
    )


def looks(browser: Browser, url: str) -> list[tuple[dict[str, object], Noise]]:
    """Load a page once, then see it at each width and in each scheme."""
    with opened(browser, url, 360) as (page, noise):
        page.evaluate("document.fonts.ready.then(() => true)")
        seen = []
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            seen.append((look(page), noise))
        return seen


SOUND = {"wider": False, "headings": 1, "cut": [], "pictures": [], "face": True}


@pytest.mark.parametrize("address", addresses(REAL))
def test_page_of_the_real_site(browser: Browser, real_url: str, address: str) -> None:
    assert looks(browser, real_url + address) == [(SOUND, Noise())] * len(LOOKS)


@pytest.mark.parametrize("address", addresses(SAMPLE))
def test_page_of_the_sample_year(browser: Browser, sample_url: str, address: str) -> None:
    assert looks(browser, sample_url + address) == [(SOUND, Noise())] * len(LOOKS)


def test_a_lost_visitor_finds_words_in_both_languages(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}not/there/", 360) as (page, noise):
        assert page.locator("h1").inner_text() == "Không tìm thấy trang"
        assert page.locator("section[lang=en] h2").inner_text() == "Page not found"
        assert noise == Noise(failed=[f"{real_url}not/there/"], console=noise.console)
        page.get_by_role("link", name="Sản phẩm").last.click()
        page.wait_for_url(f"{real_url}products/")
    with opened(browser, f"{real_url}en/404.html", 360) as (page, noise):
        assert page.locator("h1").inner_text() == "Page not found"
        assert noise == Noise()


def test_without_javascript_one_can_read_and_go_everywhere(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/", 360, script=False) as (page, noise):
        page.locator(".ps-menu summary").click()
        page.locator(".ps-menu").get_by_role("link", name="The plan").click()
        page.wait_for_url("**/en/plan/2023-2025/")
        assert page.locator("h1").inner_text().startswith("Plan for communicating")
        page.locator(".ps-languages a").click()
        page.wait_for_url(f"{real_url}plan/2023-2025/")
        assert noise == Noise()


def test_the_switch_says_what_is_not_translated(browser: Browser, sample_url: str) -> None:
    with opened(browser, f"{sample_url}en/news/", 1280) as (page, _):
        page.locator("a[hreflang=vi]").locator("visible=true").nth(1).click()
        page.wait_for_url(lambda url: "/en/" not in url)
        switch = page.locator(".ps-languages a")
        assert "chưa dịch" in switch.inner_text() or "chưa dịch" in (switch.text_content() or "")
        assert switch.get_attribute("hreflang") == "en"


def test_the_switch_keeps_the_part_that_one_reads(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}plan/2023-2025/#units", 1280) as (page, _):
        page.locator(".ps-languages a").click()
        page.wait_for_url(f"{real_url}en/plan/2023-2025/#units")


def test_the_message_is_one_sentence_whose_clauses_stand_whole(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/", 360) as (page, _):
        page.evaluate("document.fonts.ready.then(() => true)")
        said = page.locator("h1").inner_text()
        assert as_written(said) == "Ba Ria-Vung Tau: Unleashing Potential, Deepening Integration"
        lines = page.locator(".ps-hero__clause").evaluate_all(
            "all => all.map((one) => Math.round(one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)))"
        )
        assert lines == [1, 1, 1]


def test_the_menu_answers_to_the_keyboard(browser: Browser, real_url: str) -> None:
    with opened(browser, real_url, 360) as (page, _):
        menu = page.locator(".ps-menu")
        menu.locator("summary").focus()
        page.keyboard.press("Enter")
        assert menu.get_attribute("open") is not None
        page.keyboard.press("Escape")
        assert menu.get_attribute("open") is None
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_an_item_prints_without_menus_and_with_its_sources(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}products/hat-tieu-den-ba-ria-vung-tau/", 1280) as (page, _):
        assert page.locator("[data-ps-print]").is_visible()
        page.emulate_media(media="print")
        assert not page.locator(".ps-header").is_visible()
        assert page.locator("#sources").is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("address", addresses(REAL))
def test_a_page_keeps_nothing_on_the_visitors_device(browser: Browser, real_url: str, address: str) -> None:
    with opened(browser, real_url + address, 1280) as (page, noise):
        kept = page.evaluate("""async () => ({
          local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
          databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
          workers: (await navigator.serviceWorker.getRegistrations()).length})""")
        assert kept == {"local": [], "session": [], "cookies": "", "databases": 0, "caches": 0, "workers": 0}
        assert page.context.cookies() == []
        assert noise.foreign == []


def test_nothing_is_stored_but_the_colours(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/", 1280) as (page, _):
        page.get_by_role("button", name="Switch to dark colours").click()
        assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"
        page.reload()
        assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"
        assert page.get_by_role("button", name="Switch to light colours").is_visible()
        kept = page.evaluate("Object.keys(localStorage).map((key) => key.split('.').pop())")
        assert kept == ["scheme"]
        assert page.context.cookies() == []
