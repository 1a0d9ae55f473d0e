"""A walk with the Tab key: everything that can be used is reached, in order, seen, and left again."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.templates import REAL, addresses, opened

NAMES = ("home", "news", "products", "product", "event", "plan", "row", "for readers", "contact")
WALKED = [*(REAL[name] for name in NAMES), "search/"]
MOST_STEPS = 400

HERE = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  // WCAG 2.4.11: a part of it is seen. A link on two lines has a hole in the middle of its box.
  const lines = [...one.getClientRects()].map((line) => document.elementFromPoint(
    line.x + line.width / 2, (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2));
  return {
    index: [...document.querySelectorAll("*")].indexOf(one),
    name: [one.getAttribute("aria-label"), one.labels?.[0]?.textContent, one.textContent, one.value]
      .map((name) => (name || "").trim()).find(Boolean)?.slice(0, 60),
    seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    covered: !lines.some((at) => at && (one.contains(at) || (lines.length === 1 && at.contains(one)))),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
  };
}"""


RING = """() => {
  const one = document.activeElement, ring = getComputedStyle(one);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], under) => [r, g, b].map((value, index) => value * a + under[index] * (1 - a));
  const fill = (at) => parts(getComputedStyle(at).backgroundColor);
  const ground = (at) => at ? over(fill(at), ground(at.parentElement)) : [255, 255, 255];
  const light = (colour) => colour.map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const below = ground(parseFloat(ring.outlineOffset) < 0 ? one : one.parentElement);
  const [low, high] = [light(over(parts(ring.outlineColor), below)), light(below)].sort((a, b) => a - b);
  return [one.textContent.trim().slice(0, 40), (high + 0.05) / (low + 0.05), parseFloat(ring.outlineWidth)];
}"""
"""Name, contrast with what it lies on, and width of the ring around what has the focus."""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab until the page is left, and say of each stop what a person sees there."""
    page.wait_for_load_state("networkidle")  # what a script adds later moves what stands below it
    stops = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(HERE)
        if stop is None or (stops and stop["index"] == stops[0]["index"]):
            return stops
        stops.append(stop)
    raise AssertionError(f"more than {MOST_STEPS} stops: is there a trap?")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", addresses({one: one for one in WALKED}))
def test_everything_is_reached_in_order_and_seen(browser: Browser, real_url: str, address: str, width: int) -> None:
    with opened(browser, real_url + address, width) as (page, _):
        stops = walk(page)
        indexes = [stop["index"] for stop in stops]
        assert indexes == sorted(indexes)
        assert [stop for stop in stops if not (stop["name"] and stop["seen"] and stop["ringed"])] == []
        assert [stop["name"] for stop in stops if stop["covered"]] == []
        # Not stops: what a drawing links to, since the table beside it does as well, and what is folded away.
        reached = "main a[href]:not([tabindex='-1'], details:not([open]) *)"
        assert page.locator(reached).count() <= len(stops)


def test_the_first_stop_leads_past_the_menu(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/products/muoi-ba-ria/", 1280) as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["home", "product", "search"])
def test_the_ring_is_seen_on_what_it_lies_on(browser: Browser, real_url: str, name: str, scheme: str) -> None:
    with opened(browser, f"{real_url}en/{REAL[name]}", 1280) as (page, _):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_load_state("networkidle")
        rings = []
        while len(rings) < MOST_STEPS:
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body || document.activeElement === window.first"):
                break
            page.evaluate("window.first ??= document.activeElement")
            rings.append(page.evaluate(RING))
        assert rings[0][0] == "Skip to the content"
        assert "Privacy" in [words for words, _, _ in rings]
        assert [one for one in rings if one[1] < 3 or one[2] < 2] == []
