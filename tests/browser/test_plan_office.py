"""The plan's pages in use: every number leads to its items without a script, the map fits any screen and paper."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.templates import Noise, opened

PLAN = "plan/2024-2026/"
SHEET = {"width": 673, "height": 987}
"""An A4 sheet less its margins, in px."""


def test_a_box_leads_to_its_items(browser: Browser, sample_url: str) -> None:
    with opened(browser, f"{sample_url}en/{PLAN}", 1280, script=False) as (page, noise):
        box = page.locator(".ps-line").nth(2).locator("svg.ps-year").first.locator("a").nth(1)
        assert box.locator("title").text_content() == "T3, Q2 2024: 8 results, translated in full"
        box.click()
        page.wait_for_url(f"{sample_url}en/{PLAN}t3/#quarter-2024-q2")
        assert page.locator("#quarter-2024-q2 .ps-card").count() == 8
        expect(page.locator("#quarter-2024-q2")).to_be_in_viewport()
        assert noise == Noise()


def test_a_gap_leads_to_what_is_missing(browser: Browser, sample_url: str) -> None:
    with opened(browser, f"{sample_url}en/{PLAN}", 1280, script=False) as (page, _):
        page.get_by_role("link", name="T3, Q1 2024: 0 results").click()
        page.wait_for_url(f"{sample_url}en/{PLAN}t3/#quarter-2024-q1")
        assert "no result is on record: 0" in page.locator("#quarter-2024-q1").inner_text()


@pytest.mark.parametrize(
    ("name", "anchor", "number"),
    [("T3, Websites: 7 results", "form-websites", 7), ("T3, Nationwide: 10 results", "audience-nationwide", 10)],
)
def test_a_count_opens_the_list_behind_it(
    browser: Browser, sample_url: str, name: str, anchor: str, number: int
) -> None:
    with opened(browser, f"{sample_url}en/{PLAN}", 360, script=False) as (page, _):
        page.get_by_role("link", name=name).click()
        page.wait_for_url(f"{sample_url}en/{PLAN}t3/#{anchor}")
        links = page.locator(f"#{anchor} details a")
        links.first.wait_for(state="visible")
        assert links.count() == number


def test_a_list_opens_and_closes_without_a_script(browser: Browser, sample_url: str) -> None:
    with opened(browser, f"{sample_url}{PLAN}t1/", 360, script=False) as (page, _):
        group = page.locator("#language-en-summary")
        assert not group.locator("a").first.is_visible()
        group.locator("summary").click()
        assert group.locator("a").first.is_visible()


@pytest.mark.parametrize(("width", "lines"), [(360, 3), (1280, 1)])
def test_the_years_stand_in_a_line_or_below_each_other(
    browser: Browser, sample_url: str, width: int, lines: int
) -> None:
    with opened(browser, f"{sample_url}{PLAN}", width) as (page, _):
        places = page.evaluate(
            """() => [...document.querySelectorAll('.ps-line')].map((line) =>
                 [...line.querySelectorAll('.ps-year')].map((one) => {
                   const box = one.getBoundingClientRect();
                   return [Math.round(box.left), Math.round(box.top - line.getBoundingClientRect().top), box.right];
                 }))"""
        )
        assert len(places) == 6
        assert {len({top for _, top, _ in line}) for line in places} == {lines}
        assert len({tuple(left for left, _, _ in line) for line in places}) == 1
        assert max(right for line in places for _, _, right in line) <= width


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_map_stands_on_the_first_sheet(browser: Browser, sample_url: str, colours: str) -> None:
    with opened(browser, f"{sample_url}{PLAN}", SHEET["width"]) as (page, _):
        page.emulate_media(media="print", color_scheme=colours)  # type: ignore[arg-type]
        page.set_viewport_size(SHEET)
        bottom = page.locator(".ps-lines").evaluate("one => one.getBoundingClientRect().bottom + scrollY")
        assert bottom <= SHEET["height"]
        assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]
        paper = page.locator(".ps-lines").evaluate("one => getComputedStyle(one).getPropertyValue('--ps-evidence')")
        assert paper == "#15626b"


def test_the_calendar_is_there(browser: Browser, sample_url: str) -> None:
    with opened(browser, f"{sample_url}en/{PLAN}units/centre/", 1280) as (page, _):
        link = page.get_by_role("link", name="Calendar file (.ics)")
        answer = page.request.get(link.evaluate("one => one.href"))
        assert (answer.status, answer.url) == (200, f"{sample_url}en/{PLAN}units/centre/deadlines.ics")
        assert answer.text().startswith("BEGIN:VCALENDAR\r\n")
