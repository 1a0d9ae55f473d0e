"""Events and feeds in a browser: with an old build, without a script, and quiet."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Browser

from promosite.clock import VIETNAM
from tests.browser.test_pages import Noise, opened


@pytest.mark.parametrize(
    ("now", "over"),
    [
        (datetime(2025, 4, 24, 23, 59, tzinfo=VIETNAM), []),
        (datetime(2025, 4, 25, 0, 1, tzinfo=VIETNAM), ["Past"]),
        (datetime(2025, 5, 17, 0, 1, tzinfo=VIETNAM), ["Past", "Past"]),
    ],
)
@pytest.mark.parametrize("address", ["en/events/", "en/"])
def test_an_old_page_marks_what_has_ended_since(
    browser: Browser, sample_url: str, address: str, now: datetime, over: list[str]
) -> None:
    """The visitor sits elsewhere: the day in Viet Nam counts."""
    context = browser.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(sample_url + address, wait_until="load")
    marks = page.locator("[data-ps-last-day]").locator("visible=true").all_inner_texts()
    context.close()
    assert marks == over


def test_without_a_script_the_day_of_the_build_is_told(browser: Browser, sample_url: str) -> None:
    with opened(browser, f"{sample_url}en/events/", 360, script=False) as (page, noise):
        assert "Upcoming and past events as of 31 March 2025" in page.locator(".ps-count").inner_text()
        assert page.locator("[data-ps-last-day]").locator("visible=true").count() == 0
        page.get_by_role("link", name="2024 (9)").click()
        page.wait_for_url("**/en/events/2024/")
        july = page.get_by_role("table", name="July 2024")
        heads = [one.get_attribute("title") for one in july.locator("th abbr").all()]
        assert (heads[0], heads[-1], len(heads)) == ("Monday", "Sunday", 7)
        july.get_by_role("link", name=re.compile("^13 ?: Sample Crafts Fair in Sample City$")).click()
        page.wait_for_url(f"{sample_url}en/events/hoi-cho-thu-cong-mau-tai-thanh-pho-mau/")
        assert page.locator("h1").inner_text() == "Sample Crafts Fair in Sample City"
        assert noise == Noise()


def test_a_calendar_file_is_offered(browser: Browser, sample_url: str) -> None:
    with opened(browser, f"{sample_url}en/events/ngay-hoi-khoi-nghiep-mau-2025/", 360) as (page, _):
        address = page.get_by_role("link", name="Add to a calendar (.ics)").get_attribute("href")
        answer = page.request.get(page.url.rstrip("/") + "/" + str(address))
        assert answer.text().startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("address", ["", "en/news/", "en/events/", "plan/2023-2025/t3/"])
def test_feeds_are_found_and_ask_for_no_sitemap(browser: Browser, real_url: str, address: str) -> None:
    """Feed readers look for exactly `rel="alternate"`; nothing on the page may fetch what lies beside it."""
    asked: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(real_url + address, wait_until="load")
    page.wait_for_load_state("networkidle")
    links = page.evaluate(
        """[...document.querySelectorAll('link[rel="alternate"][type]')].map((one) => [one.type, one.href])"""
    )
    found = [str(url) for url in asked if "sitemap" in url]
    text = answer.text() if answer else ""
    statuses = [context.request.get(url).status for _, url in links]
    context.close()
    assert links == [
        ["application/atom+xml", f"{real_url}{address}feed.xml"],
        ["application/feed+json", f"{real_url}{address}feed.json"],
    ]
    assert text.count('<link rel="alternate" type="application/') == 2
    assert (found, statuses) == ([], [200, 200])
