"""The security policy of the pages: planted attacks stay without effect, and what the site itself does is allowed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from promosite.local_server import serve_site
from tests.browser.templates import REAL
from tests.browser.visits import leave

LISTEN = (
    "window.told = []; document.addEventListener('securitypolicyviolation', one => told.push(one.violatedDirective));"
)
ATTACKS = {
    "script": ("<script>window.ran = 'script'</script>", "script-src-elem"),
    "module": ("<script type='module'>window.ran = 'module'</script>", "script-src-elem"),
    "handler": ("<img src='x.png' alt='' onerror=\"window.ran = 'handler'\">", "script-src-attr"),
    "script from elsewhere": ("<script src='http://other.test/a.js'></script>", "script-src-elem"),
    "script as data": ("<script src=\"data:text/javascript,window.ran='data'\"></script>", "script-src-elem"),
    "picture from elsewhere": ("<img src='http://other.test/a.png' alt=''>", "img-src"),
    "picture as data": ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=''>", "img-src"),
    "style": ("<style>body { color: rgb(1, 2, 3) }</style>", "style-src-elem"),
    "style of an element": ("<p style='position: fixed'>x</p>", "style-src-attr"),
    "sheet from elsewhere": ("<link rel='stylesheet' href='http://other.test/a.css'>", "style-src-elem"),
    "frame": ("<iframe src='http://other.test/'></iframe>", "frame-src"),
    "own frame": ("<iframe src='./'></iframe>", "frame-src"),
    "frame with a page in it": ("<iframe srcdoc=\"<script>parent.ran = 'srcdoc'</script>\"></iframe>", ""),
    "object": ("<object data='http://other.test/a.pdf'></object>", "object-src"),
    "base": ("<base href='http://other.test/'>", "base-uri"),
    "film": ("<video src='http://other.test/a.mp4' autoplay></video>", "media-src"),
}
"""What stands in the page, and which part of the policy stops it."""


@contextmanager
def watched(browser: Browser, url: str) -> Iterator[tuple[Page, list[str]]]:
    """Open a page in a window of its own; the list holds every request to another host that was let through."""
    home = url.split("/brvt/")[0]
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page, elsewhere = context.new_page(), list[str]()
    page.route("http://other.test/**", lambda route: elsewhere.append(route.request.url) or route.abort())
    page.on(
        "request",
        lambda one: None if one.url.startswith((home, "http://other.test", "data:")) else elsewhere.append(one.url),
    )
    page.add_init_script(LISTEN)
    page.goto(url, wait_until="load")
    yield page, elsewhere
    leave(page)


def told(page: Page) -> list[str]:
    page.wait_for_timeout(50)
    found: list[str] = page.evaluate("told")
    return found


@pytest.fixture(scope="module")
def attacked(real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A copy of the finished site into whose pages anything can be planted, and the address of a page."""
    site = tmp_path_factory.mktemp("attacked") / "site"
    shutil.copytree(real_project / "site", site)
    page = site / "about" / "index.html"
    whole = page.read_text(encoding="utf-8")

    def plant(html: str) -> None:
        page.write_text(whole.replace("</h1>", f"</h1>{html}", 1), encoding="utf-8")

    with serve_site(site) as url:
        yield plant, f"{url}about/"


@pytest.mark.parametrize(("html", "directive"), ATTACKS.values(), ids=ATTACKS)
def test_a_planted_attack_has_no_effect(browser: Browser, attacked: Any, html: str, directive: str) -> None:
    plant, url = attacked
    plant(html)
    with watched(browser, url) as (page, elsewhere):
        assert directive in [*told(page), ""]
        assert page.evaluate("window.ran") is None
        assert page.evaluate("getComputedStyle(document.body).color") != "rgb(1, 2, 3)"
        assert page.locator("h1 + p").evaluate_all("all => all.map(one => getComputedStyle(one).position)") in (
            [],
            ["static"],
        )
        assert elsewhere == []


def test_a_planted_form_sends_nothing_elsewhere(browser: Browser, attacked: Any) -> None:
    plant, url = attacked
    plant("<form action='http://other.test/' id='planted'><input name='a' value='b'><button>x</button></form>")
    with watched(browser, url) as (page, elsewhere):
        page.evaluate("document.querySelector('#planted').requestSubmit()")
        assert told(page) == ["form-action"]
        assert page.url == url
        assert elsewhere == []


def test_a_link_that_is_a_script_does_nothing(browser: Browser, attacked: Any) -> None:
    plant, url = attacked
    plant("<p><a id='planted' href=\"javascript:void(window.ran = 'link')\">x</a></p>")
    with watched(browser, url) as (page, _):
        page.locator("#planted").click()
        assert told(page) == ["script-src-elem"]
        assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("address", [f"{lang}{one}" for one in [*REAL.values(), "404.html"] for lang in ("", "en/")])
def test_a_page_of_the_site_needs_no_exception(browser: Browser, real_url: str, address: str) -> None:
    with watched(browser, f"{real_url}{address}") as (page, elsewhere):
        assert told(page) == []
        assert elsewhere == []


def test_search_filters_and_colours_work_under_the_policy(browser: Browser, real_url: str) -> None:
    with watched(browser, f"{real_url}search/?q=muối") as (page, elsewhere):
        expect(page.locator(".ps-found h3").first).to_have_text("Muối Bà Rịa")
        page.locator(".ps-facets input").first.check()
        expect(page.locator(".ps-found h3").first).to_be_visible()
        assert (told(page), elsewhere) == ([], [])
        page.goto(f"{real_url}products/?stars=3")
        expect(page.locator("html:not(.no-js)")).to_have_count(1)
        page.emulate_media(color_scheme="dark", media="print")
        assert (told(page), elsewhere) == ([], [])


def test_the_sheet_prints_under_the_policy(browser: Browser, real_url: str) -> None:
    with watched(browser, f"{real_url}{REAL['sheet']}") as (page, _):
        assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
        assert told(page) == []


def test_a_redirect_page_still_leads_on(browser: Browser, attacked: Any) -> None:
    """A redirect under the same policy: the policy says what a page loads, not where it leads."""
    plant, url = attacked
    plant("<meta http-equiv='refresh' content='0; url=../news/'>")
    with watched(browser, url) as (page, _):
        page.wait_for_url("**/news/")


def test_no_page_tells_other_hosts_where_its_reader_was(browser: Browser, real_url: str) -> None:
    with watched(browser, f"{real_url}about/") as (page, _):
        assert (
            page.evaluate("document.querySelector('meta[name=referrer]').content") == "strict-origin-when-cross-origin"
        )
        assert page.locator("[target=_blank]").count() == 0
