"""Finished pages tell networks about themselves, and the card that they name is there, in the size that they say."""

import re
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from promosite.render.plates import MOST_BYTES

SITE = "https://example.org/brvt/"
LOCALES = {"vi": "vi_VN", "en": "en_GB"}


def tags(html: str) -> dict[str, list[str]]:
    """Return the values of a page's meta tags by name."""
    found: dict[str, list[str]] = {}
    for name, content in re.findall(r'<meta (?:property|name)="([a-z:_-]+)" content="([^"]*)">', html):
        found.setdefault(name, []).append(unescape(content))
    return found


def check(path: Path, site: Path) -> None:
    html = path.read_text(encoding="utf-8")
    told = tags(html)
    own = SITE + path.relative_to(site).as_posix().removesuffix("index.html")
    languages = re.findall(r'rel="alternate" hreflang="([a-z]{2})"', html)
    here = re.findall(r'<html lang="([a-z]{2})"', html)[0]
    assert told["og:url"] == [own]
    assert told["og:locale"] == [LOCALES[here]]
    assert told.get("og:locale:alternate", []) == [LOCALES[one] for one in languages if one != here]
    assert told["og:description"] == told["description"]
    assert told["twitter:card"] == ["summary_large_image"]
    assert told["og:type"] == ["article" if re.search(r"/news/(?!page/|\d{4}/)[^/]+/$", own) else "website"]
    for name in ("og:title", "og:site_name", "og:image:alt"):
        assert told[name][0].strip()
    (address,) = told["og:image"]
    card = site / address.removeprefix(SITE)
    with Image.open(card) as image:
        assert [str(one) for one in image.size] == told["og:image:width"] + told["og:image:height"]
    assert card.stat().st_size <= MOST_BYTES


APART = ('name="promosite-withdrawn"', 'http-equiv="refresh"')
"""Pages that say nothing but that an item was withdrawn or has moved are not to be shared."""


@pytest.mark.parametrize("project", ["real_project", "sample_project"])
def test_every_page_has_its_tags_and_its_card(project: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(project) / "site"
    found = [path for path in site.rglob("index.html") if not {"admin", "sheet"} & set(path.parts)]
    pages = [path for path in found if not any(sign in path.read_text(encoding="utf-8") for sign in APART)]
    assert len(pages) > 100
    for path in pages:
        check(path, site)
    cards = {path for path in (site / "assets" / "cards").rglob("*") if path.is_file()}
    assert len(cards) == len(pages)
