"""Narrow screens, wide spacing, paper: nothing reaches out of the page, no word is broken, no sheet is blank."""

import subprocess

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.templates import REAL, SAMPLE, addresses, opened
from tests.browser.test_plan_office import SHEET

SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
SPACING += "p { margin-bottom: 2em !important }"
"""What WCAG 1.4.12 lets a reader ask for."""
SPACED = """(rules) => {
  const sheet = new CSSStyleSheet(); sheet.replaceSync(rules); document.adoptedStyleSheets = [sheet];
}"""

REACHING = """() => {
  const scrolled = (one) => one && one !== document.body && one !== document.documentElement
    && (getComputedStyle(one).overflowX !== "visible" || scrolled(one.parentElement));
  const edge = document.documentElement.clientWidth, inner = document.querySelector(".md-content__inner");
  const content = inner ? inner.getBoundingClientRect().right : edge;
  return [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect(), most = inner?.contains(one) ? content : edge;
    return box.width > 1 && box.height > 1 && (box.right > most + 1 || box.left < -1) && !scrolled(one.parentElement);
  }).map((one) => `${one.tagName}.${one.className}`);
}"""
"""What stands beyond the screen or the column of the page, and not in a part that scrolls by itself."""

BROKEN = """() => [...document.querySelectorAll("td, th")].flatMap((cell) => {
  const found = [], walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());)
    for (const word of node.data.matchAll(/\\S+/gu)) {
      if (word[0].includes("://")) continue;
      for (const part of word[0].matchAll(/[\\p{L}\\p{M}\\p{N}&]+[.,;:)]*/gu)) {
        const range = document.createRange(), start = word.index + part.index;
        range.setStart(node, start); range.setEnd(node, start + part[0].length);
        if (new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1) found.push(part[0]);
      }
    }
  return found;
})"""
"""Words in cells of tables that stand on two lines; addresses may."""


def seen(page: Page) -> dict[str, object]:
    return {
        "wider": page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        "reaching": page.evaluate(REACHING),
        "broken": page.evaluate(BROKEN),
        "menu": page.locator(".ps-menu summary").bounding_box() is not None,
    }


def narrow(browser: Browser, url: str) -> list[dict[str, object]]:
    """Return how a page stands on the narrowest screens, and on a telephone with wide spacing."""
    with opened(browser, url, 320) as (page, _):
        page.evaluate("document.fonts.ready.then(() => true)")
        found = [seen(page)]
        page.set_viewport_size({"width": 360, "height": 800})
        found.append(seen(page))
        page.evaluate(SPACED, SPACING)
        return [*found, seen(page) | {"broken": []}]


SOUND = {"wider": 0, "reaching": [], "broken": [], "menu": True}


@pytest.mark.parametrize("address", [*addresses(REAL), "404.html", "en/404.html"])
def test_the_real_site_fits_narrow_screens(browser: Browser, real_url: str, address: str) -> None:
    assert narrow(browser, real_url + address) == [SOUND] * 3


@pytest.mark.parametrize("address", addresses(SAMPLE))
def test_the_sample_year_fits_narrow_screens(browser: Browser, sample_url: str, address: str) -> None:
    assert narrow(browser, sample_url + address) == [SOUND] * 3


def sheets(page: Page) -> list[str]:
    """Return the words on each sheet of a printed page."""
    paper = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    text = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def printed(browser: Browser, url: str) -> dict[str, object]:
    with opened(browser, url, 1280) as (page, _):
        pages = sheets(page)
        page.emulate_media(media="print")
        page.set_viewport_size(SHEET)
        name = page.locator(".ps-brand strong").text_content() or ""
        return {
            "blank": [number for number, words in enumerate(pages, start=1) if not words.strip()],
            "foot alone": len(pages) > 1 and pages[-1].replace("\N{NO-BREAK SPACE}", " ").strip().startswith(name),
            "broken": page.evaluate(BROKEN),
        }


PRINTED = [*REAL.values(), *(f"en/{REAL[name]}" for name in ("product", "plan", "report"))]
WHOLE = {"blank": [], "foot alone": False, "broken": []}


@pytest.mark.parametrize("address", PRINTED)
def test_no_sheet_of_the_real_site_is_blank(browser: Browser, real_url: str, address: str) -> None:
    assert printed(browser, real_url + address) == WHOLE


@pytest.mark.parametrize("name", ["product", "row", "report", "unit"])
def test_no_sheet_of_the_sample_year_is_blank(browser: Browser, sample_url: str, name: str) -> None:
    assert printed(browser, f"{sample_url}en/{SAMPLE[name]}") == WHOLE


def test_the_plan_prints_its_signature_with_its_end_and_all_corrections(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/{REAL['plan']}", 1280) as (page, _):
        pages = [" ".join(one.split()) for one in sheets(page)]
        assert "T6 S&T results" in pages[0]
        (signed,) = [one for one in pages if "For the Director Deputy Director Tran Duy Tam Thanh" in one]
        assert "Filed: records office" in signed
        assert "The number 3 is used twice" in " ".join(pages)


def test_no_heading_prints_without_what_it_heads(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}en/{REAL['product']}", 1280) as (page, _):
        assert "Address of this page" not in " ".join(sheets(page))


def test_annexes_of_a_report_lie_across_the_sheet(browser: Browser, real_url: str) -> None:
    with opened(browser, f"{real_url}{REAL['report']}", 1280) as (page, _):
        paper = page.pdf(prefer_css_page_size=True)
        told = subprocess.run(
            ["pdfinfo", "-l", "99", "-"], input=paper, capture_output=True, check=True
        ).stdout.decode()
        sizes = [line.split()[3:6:2] for line in told.splitlines() if line.startswith("Page ") and " size:" in line]
        across = [float(width) > float(height) for width, height in sizes]
        assert across == sorted(across)
        assert set(across) == {False, True}
