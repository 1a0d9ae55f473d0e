"""Pictures of every template in both languages, for a person to look at: `scripts/test.py` keeps them in
`build/screenshots/`; run by itself, the test throws them away.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.templates import LOOKS, REAL, SAMPLE, opened
from tests.browser.visits import until

PAGES = [("real", name, address) for name, address in REAL.items()]
PAGES += [("sample", name, address) for name, address in SAMPLE.items()]


@pytest.mark.parametrize(("site", "name", "address"), PAGES)
def test_a_picture_for_people(
    browser: Browser, request: pytest.FixtureRequest, tmp_path: Path, site: str, name: str, address: str
) -> None:
    folder = Path(os.environ.get("PROMOSITE_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    url = request.getfixturevalue(f"{site}_url")
    for lang, prefix in (("vi", ""), ("en", "en/")):
        with opened(browser, f"{url}{prefix}{address}", 360) as (page, _):
            page.evaluate("for (const one of document.querySelectorAll('[loading=lazy]')) one.loading = 'eager'")
            for width, scheme in LOOKS:
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                until(page, "[...document.images].every((one) => one.complete)")
                path = folder / f"{site}-{name.replace(' ', '-')}-{lang}-{width}-{scheme}.png"
                page.screenshot(path=str(path), full_page=True)
                assert path.stat().st_size > 10_000
