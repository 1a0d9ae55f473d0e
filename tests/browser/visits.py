"""A visit to a page at a given moment, in a given time zone, with or without scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from playwright.sync_api import Browser, Page

from promosite.clock import VIETNAM

BUILT = datetime(2025, 3, 31, 13, tzinfo=VIETNAM)
"""The moment at which the sample year is built."""


@contextmanager
def visited(
    browser: Browser,
    url: str,
    width: int = 1280,
    *,
    script: bool = True,
    now: datetime = BUILT,
    zone: str = "Asia/Ho_Chi_Minh",
    without: str = "",
) -> Iterator[tuple[Page, list[str]]]:
    """Open a page, without what lies at an address; whatever the page complains of is in the list."""
    size = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, java_script_enabled=script, timezone_id=zone)  # type: ignore[arg-type]
    page, noise = context.new_page(), list[str]()
    page.on("console", lambda one: noise.append(one.text) if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda one: noise.append(str(one)))
    page.clock.set_fixed_time(now)
    if without:
        page.route(without, lambda route: route.abort())
    page.goto(url, wait_until="load")
    yield page, noise
    leave(page)


def leave(page: Page) -> None:
    """Close a page with its context. A request that a test answers may still be under way: it is nobody's error,
    and must not become one of whatever test runs next."""
    page.unroute_all(behavior="ignoreErrors")
    page.context.close()


def until(page: Page, expression: str, seconds: int = 30) -> None:
    """Wait until a JavaScript expression is true. Playwright's own waiting calls `eval`, which our pages forbid."""
    for _ in range(seconds * 20):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not true after {seconds} s: {expression}")
