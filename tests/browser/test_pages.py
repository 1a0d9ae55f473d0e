"""Every template, in both languages, on a telephone and a desk, in light and dark: quiet, whole, and on its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

REAL = {
    "home": "",
    "about": "about/",
    "contact": "contact/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "news": "news/",
    "year": "news/2025/",
    "news item": "news/ocop-tu-ba-cap-con-hai-cap/",
    "products": "products/",
    "product": "products/hat-tieu-den-ba-ria-vung-tau/",
    "events": "events/",
    "event": "events/su-kien-ocop-lang-nghe-2024/",
    "press": "press/",
    "press item": "press/trung-tam-khcn-bien-vns-2025/",
    "plan": "plan/2023-2025/",
    "row": "plan/2023-2025/t3/",
    "empty row": "plan/2023-2025/t4/",
    "unit": "plan/2023-2025/units/centre/",
    "search": "search/?q=con+dao",
}
SAMPLE = {
    "home": "",
    "news": "news/",
    "second page": "news/page/2/",
    "plan": "plan/2024-2026/",
    "row": "plan/2024-2026/t1/",
}
LOOKS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]


@dataclass
class Noise:
    """What a page said or fetched that it should not have."""

    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@contextmanager
def opened(browser: Browser, url: str, width: int, *, script: bool = True) -> Iterator[tuple[Page, Noise]]:
    noise, home = Noise(), url.split("/brvt/")[0]
    size = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme="light", java_script_enabled=script)
    page = context.new_page()
    page.on(
        "console", lambda message: noise.console.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: noise.console.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(home) else noise.foreign.append(request.url))
    page.on("response", lambda answer: noise.failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(url, wait_until="load")
    yield page, noise
    context.close()


def addresses(pages: dict[str, str]) -> list[str]:
    return [f"{prefix}{address}" for address in pages.values() for prefix in ("", "en/")]


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
        assert page.url == f"{real_url}products/"
    with opened(browser, f"{real_url}en/404.html", 360) as (page, noise):
        assert page.locator("h1").inner_text() == "Page not found"
        assert noise == Noise()


def test_without_javascript_one_can_read_and_go_everywhere(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/", 360, script=False) as (page, noise):
        page.locator(".ps-menu summary").click()
        page.locator(".ps-menu").get_by_role("link", name="The plan").click()
        assert page.locator("h1").inner_text().startswith("Plan for communicating")
        page.locator(".ps-languages a").click()
        assert page.url == f"{real_url}plan/2023-2025/"
        assert noise == Noise()


def test_the_switch_says_what_is_not_translated(browser: Browser, sample_url: str) -> None:
    with opened(browser, f"{sample_url}en/news/", 1280) as (page, _):
        page.locator("a[hreflang=vi]").locator("visible=true").nth(1).click()
        assert "/en/" not in page.url
        switch = page.locator(".ps-languages a")
        assert "chưa dịch" in switch.inner_text() or "chưa dịch" in (switch.text_content() or "")
        assert switch.get_attribute("hreflang") == "en"


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


def test_nothing_is_stored_but_the_colours(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/", 1280) as (page, _):
        page.locator(".ps-palette label").locator("visible=true").click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        kept = page.evaluate("Object.keys(localStorage).map((key) => key.split('.').pop())")
        assert kept == ["__palette"]
        assert page.context.cookies() == []
