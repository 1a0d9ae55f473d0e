"""The pages that stand for all templates, the sizes and colours they are seen in, and how one is opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from tests.browser.visits import leave

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
    "sheet": "products/hat-tieu-den-ba-ria-vung-tau/sheet/",
    "events": "events/",
    "year of events": "events/2024/",
    "event": "events/su-kien-ocop-lang-nghe-2024/",
    "press": "press/",
    "press item": "press/trung-tam-khcn-bien-vns-2025/",
    "search": "search/?q=muoi",
    "plan": "plan/2023-2025/",
    "row": "plan/2023-2025/t3/",
    "empty row": "plan/2023-2025/t4/",
    "unit": "plan/2023-2025/units/centre/",
    "report": "plan/2023-2025/report/2025/",
    "for readers": "for/trade/",
    "figures": "figures/",
    "places": "places/",
    "open data": "data/",
}
SAMPLE = {
    "home": "",
    "news": "news/",
    "second page": "news/page/2/",
    "events": "events/",
    "year of events": "events/2024/",
    "event with coverage": "events/ngay-hoi-san-pham-mau-2024/",
    "product": "products/muoi-hat-mau/",
    "plan": "plan/2024-2026/",
    "row": "plan/2024-2026/t1/",
    "report": "plan/2024-2026/report/2024/",
    "for readers": "for/trade/",
    "row with gaps": "plan/2024-2026/t3/",
    "unit": "plan/2024-2026/units/centre/",
    "withdrawn": "news/moi-dang-ky-gian-hang-tai-ngay-hoi-san-pham-mau-2024/",
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
    """A page in a context of its own, and what it said and fetched.

    Who follows a link waits for its address (`page.wait_for_url`) before anything is asked: asked earlier, the
    browser lays out a page that has half of its styles.
    """
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
    leave(page)


def addresses(pages: dict[str, str]) -> list[str]:
    return [f"{prefix}{address}" for address in pages.values() for prefix in ("", "en/")]
