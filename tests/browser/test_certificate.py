"""A certificate as it stands on the day of reading, not of the build; told by a script that has no words of its own."""

from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import BUILT, visited

PEPPER = "products/hat-tieu-mau/"
"""Certified on 2 May 2024: ends with 2 May 2027, and soon from 1 February 2027 on."""

BUILD_DAY = "Tình trạng vào ngày 31 tháng 3 năm 2025, ngày cập nhật trang."
TODAY = "Tình trạng vào ngày mở trang này."


def clock(page: Page) -> tuple[str | None, str, str, str | None]:
    """Return state, its words, as of when, and how far the bar is filled."""
    one = page.locator("[data-ps-clock]")
    return (
        one.get_attribute("data-state"),
        one.locator("[data-ps-state]").inner_text(),
        one.locator("[data-ps-as-of]").inner_text(),
        one.locator("[data-ps-past]").get_attribute("width"),
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2025-03-31T12:00+07:00", ("valid", "Còn hạn", BUILD_DAY, "109")),
        ("2026-11-22T12:00+07:00", ("valid", "Còn hạn", TODAY, "307")),
        ("2027-01-31T23:59+07:00", ("valid", "Còn hạn", TODAY, "330")),
        ("2027-02-01T00:00+07:00", ("ending", "Sắp hết hạn (trong 90 ngày)", TODAY, "330")),
        ("2027-05-02T23:59+07:00", ("ending", "Sắp hết hạn (trong 90 ngày)", TODAY, "360")),
        ("2027-05-03T00:00+07:00", ("ended", "Hết hạn", TODAY, "360")),
        ("2040-01-01T00:00+07:00", ("ended", "Hết hạn", TODAY, "360")),
        # A clock that runs behind the build is wrong; then what the build said stands.
        ("2020-01-01T00:00+07:00", ("valid", "Còn hạn", BUILD_DAY, "109")),
    ],
)
@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Auckland"])
def test_the_day_is_that_of_viet_nam(
    browser: Browser, sample_url: str, now: str, expected: tuple[str, ...], zone: str
) -> None:
    with visited(browser, sample_url + PEPPER, now=datetime.fromisoformat(now), zone=zone) as (page, noise):
        assert clock(page) == expected
        assert noise == []


def test_the_words_are_those_of_the_page(browser: Browser, sample_url: str) -> None:
    with visited(browser, f"{sample_url}en/{PEPPER}", now=datetime.fromisoformat("2027-05-03T00:00+07:00")) as (
        page,
        _,
    ):
        assert clock(page)[1:3] == ("Expired", "As of the day this page was opened.")
        assert page.locator(".ps-clock__ends time").evaluate_all("(all) => all.map((one) => one.dateTime)") == [
            "2024-05-02",
            "2027-05-02",
        ]


def test_without_a_script_the_page_says_of_when_it_speaks(browser: Browser, sample_url: str) -> None:
    later = datetime.fromisoformat("2027-05-03T00:00+07:00")
    with visited(browser, sample_url + PEPPER, script=False, now=later) as (page, _):
        assert clock(page) == ("valid", "Còn hạn", BUILD_DAY, "109")


@pytest.mark.parametrize(("prefix", "word"), [("", "còn hạn"), ("en/", "valid ")])
def test_stars_that_are_only_reported_have_no_clock_and_no_badge(
    browser: Browser, real_url: str, prefix: str, word: str
) -> None:
    with visited(browser, f"{real_url}{prefix}products/dua-luoi-long-tan/") as (page, _):
        assert page.locator("[data-ps-clock], .ps-stars").count() == 0
        panel = page.locator(".ps-passport").inner_text().lower()
        assert word not in panel
        assert "theo báo chí" in panel or "as reported" in panel


def test_marks_on_cards_grow_grey_with_the_day(browser: Browser, sample_url: str) -> None:
    mark = ".ps-card", "Nước mắm Mẫu"
    words = "OCOP 3 sao, đến 10/8/2026"
    for now, state in ((BUILT, "valid"), (datetime.fromisoformat("2026-08-11T00:00+07:00"), "ended")):
        with visited(browser, f"{sample_url}products/", now=now) as (page, _):
            found = page.locator(mark[0], has_text=mark[1]).locator("[data-ps-until]")
            assert (found.inner_text(), found.get_attribute("data-state")) == (words, state)
            assert found.locator(".ps-stars").is_visible() is (state == "valid")


def test_the_sheet_says_only_that_a_certificate_has_ended(browser: Browser, sample_url: str) -> None:
    for now, words in ((BUILT, ""), (datetime.fromisoformat("2027-05-03T00:00+07:00"), "Hết hạn")):
        with visited(browser, f"{sample_url}{PEPPER}sheet/", now=now) as (page, noise):
            assert page.locator("[data-ps-state]").inner_text() == words
            assert noise == []
