"""WCAG 2.2 AA as far as a machine can judge: axe finds nothing on any template, in any language, size or colours."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.templates import LOOKS, REAL, SAMPLE, Noise, addresses, opened
from tests.judges import axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, part: str = "html") -> list[tuple[str, str]]:
    """Return rule and place of everything that axe finds in a part of the page as it stands now."""
    found = page.evaluate(
        "([part, tags]) => axe.run(part, {runOnly: tags, resultTypes: ['violations']})", [part, RULES]
    )
    return [(one["id"], str(node["target"])) for one in found["violations"] for node in one["nodes"]]


@pytest.fixture(scope="module")
def record() -> Iterator[dict[str, int]]:
    """Count what is looked at and found; written down for `scripts/audit.py --record` where it asks for it."""
    counted = {"templates": 0, "views": 0, "axe_faults": 0}
    yield counted
    if target := os.environ.get("PROMOSITE_AXE_RECORD"):
        Path(target).write_text(json.dumps(counted), encoding="utf-8")


def noted(record: dict[str, int], found: list[tuple[int, str, list[tuple[str, str]]]]) -> list[tuple[int, str, object]]:
    """Count the views of one page and return those with faults."""
    record["templates"] += 1
    record["views"] += len(found)
    record["axe_faults"] += sum(len(faults) for _, _, faults in found)
    return [one for one in found if one[2]]


def judged(browser: Browser, url: str) -> list[tuple[int, str, list[tuple[str, str]]]]:
    """Return what axe finds at each width and in each scheme, with the menu closed and open."""
    with opened(browser, url, 360) as (page, _):
        page.evaluate(axe())
        found = []
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found.append((width, scheme, violations(page)))
            if width == 360:
                page.locator(".ps-menu summary").click()
                found.append((width, scheme, violations(page, "header")))
                page.locator(".ps-menu summary").click()
        return found


@pytest.mark.parametrize("address", [*addresses(REAL), "404.html", "en/404.html"])
def test_nothing_stands_in_the_way_on_the_real_site(
    browser: Browser, real_url: str, record: dict[str, int], address: str
) -> None:
    assert noted(record, judged(browser, real_url + address)) == []


@pytest.mark.parametrize("address", addresses(SAMPLE))
def test_nothing_stands_in_the_way_in_the_sample_year(
    browser: Browser, sample_url: str, record: dict[str, int], address: str
) -> None:
    assert noted(record, judged(browser, sample_url + address)) == []


def test_the_judge_sees_a_fault(browser: Browser, real_url: str) -> None:
    with opened(browser, real_url, 1280) as (page, noise):
        page.evaluate(axe())
        page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"assets/drawings/hero.svg\">'")
        assert "image-alt" in {rule for rule, _ in violations(page)}
        assert noise == Noise()


def test_marks_that_are_colours_have_lines_where_colours_are_forced(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/places/", 1280) as (page, _):
        page.emulate_media(forced_colors="active")
        edge = "one => getComputedStyle(one).borderBottomStyle"
        assert page.locator(".ps-badge").first.evaluate(edge) == "solid"
        page.goto(f"{real_url}en/news/")
        assert page.locator(".ps-nav [aria-current]").evaluate(edge) == "solid"
        page.goto(f"{real_url}en/")
        assert page.locator(".ps-for li a").first.evaluate(edge) == "solid"
