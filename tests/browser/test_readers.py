"""Pages for readers in Chromium: the map on a telephone, names then and now, and one briefing on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import Noise, opened

BRIEFINGS = ["for/investors/", "en/for/trade/", "en/for/st-partners/"]


def size(page: Page, selector: str) -> float:
    """Return the height in px at which a text of a drawing is seen."""
    return float(
        page.evaluate(
            """(selector) => {
              const text = document.querySelector(selector), drawing = text.ownerSVGElement
              const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width
              return parseFloat(getComputedStyle(text).fontSize) * scale
            }""",
            selector,
        )
    )


@pytest.mark.parametrize("address", BRIEFINGS)
def test_a_page_prints_as_one_briefing(browser: Browser, real_url: str, address: str) -> None:
    with opened(browser, real_url + address, 1280) as (page, noise):
        assert page.locator("[data-ps-print]").is_visible()
        assert not page.locator(".ps-cover").is_visible()
        page.emulate_media(media="print")
        hidden = [".ps-header", ".ps-footer", ".md-banner", ".ps-others", ".ps-map__switch", "h1", ".ps-card__picture"]
        assert [one for one in hidden if page.locator(one).first.is_visible()] == []
        cover = page.locator(".ps-cover").inner_text()
        words = {
            True: ("22 November 2026", "Demonstration site", "before 1 July 2025"),
            False: ("22 tháng 11 năm 2026",),
        }
        assert [one for one in words[address.startswith("en/")] if one not in cover] == []
        assert f"https://example.org/brvt/{address}" in cover
        paper = page.pdf(format="A4", prefer_css_page_size=True)
        sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
        assert 3 <= sheets <= 7
        links = page.eval_on_selector_all("#sources ~ ol a", "all => all.map((one) => one.href)")
        assert len(links) >= 5
        assert [one for one in links if one.split("/")[2].encode() not in paper] == []
        assert noise == Noise()


def test_names_then_and_now_are_one_choice(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/places/", 1280) as (page, noise):
        then, now = (page.locator(f".ps-map__names--{layer}") for layer in ("then", "now"))
        assert (then.is_visible(), now.is_visible()) == (True, False)
        assert "Vung Tau City" in (then.text_content() or "")
        page.get_by_label("Name today").check()
        assert (then.is_visible(), now.is_visible()) == (False, True)
        assert "Con Dao Special Zone" in " ".join((now.text_content() or "").split())
        assert page.get_by_role("img", name="The Ba Ria - Vung Tau area").is_visible()
        assert noise == Noise()


@pytest.mark.parametrize("address", ["places/", "for/trade/"])
def test_on_a_telephone_numbers_stand_for_names(browser: Browser, real_url: str, address: str) -> None:
    with opened(browser, real_url + address, 360) as (page, _):
        assert not page.locator(".ps-map__names--then").is_visible()
        assert not page.locator(".ps-map__switch").is_visible()
        assert size(page, ".ps-map__number") >= 10
        numbers = page.locator(".ps-map__number").all_text_contents()
        badges = [one.strip() for one in page.locator(".ps-table .ps-badge").all_text_contents()]
        assert badges == numbers == [str(number) for number in range(1, 9)]


def test_on_a_desk_the_names_can_be_read(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/for/trade/", 1280) as (page, _):
        assert size(page, ".ps-map__names--then text") >= 12


def test_an_item_leads_to_its_place_in_the_table(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/products/muoi-ba-ria/", 1280) as (page, noise):
        page.locator(".ps-places a", has_text="Long Dien District").click()
        page.wait_for_url(f"{real_url}en/places/#place-long-dien")
        assert "31 December 2024" in page.locator("tr:target").inner_text()
        assert noise == Noise()


def test_a_note_leads_to_its_source(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/for/trade/", 1280) as (page, _):
        note = page.locator(".ps-card__notes a").first
        number = note.inner_text()
        note.click()
        page.wait_for_url(f"**/for/trade/#source-{number}")


def test_without_javascript_the_names_still_change(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}places/", 1280, script=False) as (page, _):
        page.get_by_label("Tên hiện nay").check()
        assert page.locator(".ps-map__names--now").is_visible()


OVERLAPPING = """(layer) => {
  const all = [...document.querySelectorAll(`.ps-map__names--${layer} text, .ps-map__point`)];
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  // The box of a text has room for marks above and below, which may lie on its neighbour's.
  const box = (one) => {
    const { x, y, width, height } = one.getBBox();
    return { x, y: y + 4, width, height: height - 6 };
  };
  return all.flatMap((one, index) => all.slice(index + 1).filter((other) => meet(box(one), box(other)))
    .map((other) => [one.textContent, other.textContent]));
}"""


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_name_lies_on_another_or_on_a_point(browser: Browser, real_url: str, prefix: str) -> None:
    with opened(browser, f"{real_url}{prefix}places/", 1280) as (page, _):
        page.evaluate("document.fonts.ready.then(() => true)")
        found = [page.evaluate(OVERLAPPING, "then")]
        page.locator("[name=map-names][value=now]").check()
        assert [*found, page.evaluate(OVERLAPPING, "now")] == [[], []]
