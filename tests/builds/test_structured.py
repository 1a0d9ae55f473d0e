"""Every value of the structured data stands on its page: in the text, in a picture, or in a link."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from promosite.lang import date_range, long_date, short_date
from promosite.messages import load_messages
from promosite.model.dates import PartialDate
from promosite.render.whole_names import as_written

SITE = "https://example.org/brvt/"
OPAQUE = {"script", "style", "svg", "template"}
ENUMERATIONS = {"https://schema.org/EventScheduled", "https://schema.org/CertificationActive"}
NOT_SHOWN = {"@type", "@context", "query-input", "urlTemplate", "position", "isAccessibleForFree"}
"""Types, counting, and the form of an address: nothing that a reader could look for."""
DAYS = {"datePublished", "dateModified", "temporalCoverage", "startDate", "endDate", "validFrom", "expires"}


class Shown(HTMLParser):
    """What one page shows: its text, and what its pictures and links say."""

    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.url, self.lang = url, ""
        self.words: list[str] = []
        self.said: set[str] = set()
        self.addresses: set[str] = {url}
        self.languages: set[str] = set()
        self.sizes: dict[str, tuple[str, str]] = {}
        self.data: list[str] = []
        self._hidden = 0
        self._data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.lang = values.get("lang", "") if tag == "html" else self.lang
        self._hidden += tag in OPAQUE
        self._data = tag == "script" and values.get("type") == "application/ld+json"
        self.said |= {values[name] for name in ("alt", "title") if name in values}
        self.languages |= {values[name] for name in ("lang", "hreflang") if name in values}
        for name in ("href", "src"):
            if name in values:
                self.addresses.add(urljoin(self.url, values[name]))
        for one in values.get("srcset", "").split(","):
            if one.strip():
                self.addresses.add(urljoin(self.url, one.split()[0]))
        if tag == "img":
            self.sizes[urljoin(self.url, values["src"])] = (values["width"], values["height"])

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in OPAQUE
        self._data = False

    def handle_data(self, data: str) -> None:
        if self._data:
            self.data.append(data)
        elif not self._hidden:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(as_written("".join(self.words)).split())


APART = ('name="promosite-withdrawn"', 'http-equiv="refresh"')
"""Pages that describe nothing: of what was withdrawn, or has moved."""


def pages(site: Path) -> Iterator[Shown]:
    for path in sorted(site.rglob("index.html")):
        where = path.relative_to(site).as_posix()
        if not where.startswith("admin/") and not where.endswith("/sheet/index.html"):
            html = path.read_text(encoding="utf-8")
            page = Shown(SITE + where.removesuffix("index.html"))
            page.feed(html)
            if not any(sign in html for sign in APART):
                yield page


def values(node: Any, key: str = "") -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Yield every plain value with its property and the node that it stands in."""
    if isinstance(node, dict):
        for name, value in node.items():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict):
                    yield from values(one, name)
                else:
                    yield name, one, node


def written(day: str, lang: str) -> set[str]:
    """Return the forms in which a page may write a day."""
    when, messages = PartialDate.parse(day), load_messages(lang)
    return {long_date(when, messages), short_date(when, messages)}


def shows_day(page: Shown, day: str, node: dict[str, Any]) -> bool:
    forms = written(day, page.lang)
    if "endDate" in node:
        start, end = (date.fromisoformat(node[key]) for key in ("startDate", "endDate"))
        forms = {date_range(start, end, load_messages(page.lang))}
    return any(form in page.text for form in forms)


def shows(page: Shown, key: str, value: Any, node: dict[str, Any], ids: set[str]) -> bool:
    text = str(value)
    if key in NOT_SHOWN or text in ENUMERATIONS:
        return True
    if key == "@id":
        return text.partition("#")[0] in page.addresses or text in ids
    if key in DAYS:
        return shows_day(page, text, node)
    if key == "inLanguage":
        return text in page.languages or load_messages(page.lang).text(f"language.{text}") in page.text
    if key in ("width", "height"):
        return int(page.sizes[node["url"]][key == "height"]) == value
    if re.match(r"https?://", text):
        return text in page.addresses or text in page.text
    return " ".join(text.split()) in page.text or text in page.said


def false_claims(site: Path) -> list[str]:
    found = []
    for page in pages(site):
        (text,) = page.data
        graph = json.loads(text)["@graph"]
        ids = {node["@id"] for node in graph if "@id" in node}
        told = [one for node in graph for one in values(node)]
        found += [f"{page.url} {key}: {value}" for key, value, node in told if not shows(page, key, value, node, ids)]
    return found


def types(site: Path) -> set[str]:
    return {
        str(value)
        for page in pages(site)
        for node in json.loads(page.data[0])["@graph"]
        for key, value, _ in values(node)
        if key == "@type"
    }


COMMON = {
    "AboutPage", "Article", "BreadcrumbList", "CategoryCode", "CollectionPage", "ContactPage", "CreativeWork",
    "DataDownload", "Dataset",
    "EntryPoint", "Event", "ImageObject", "ItemList", "ListItem", "NewsArticle", "Organization", "Place", "Product",
    "PropertyValue", "SearchAction", "WebPage", "WebSite",
}  # fmt: skip


def test_real_pages_claim_only_what_they_show(real_project: Path) -> None:
    assert false_claims(real_project / "site") == []


def test_sample_pages_claim_only_what_they_show(sample_project: Path) -> None:
    assert false_claims(sample_project / "site") == []


def test_without_a_publisher_nobody_is_named_as_one(real_project: Path) -> None:
    assert types(real_project / "site") == COMMON
    text = "".join(page.data[0] for page in pages(real_project / "site"))
    assert re.findall(r'"(?:publisher|author|creator|offers|aggregateRating|review|copyrightHolder)"', text) == []


def test_with_a_publisher_every_page_names_it(sample_project: Path) -> None:
    assert types(sample_project / "site") == COMMON | {"GovernmentOrganization", "Certification"}
    for page in pages(sample_project / "site"):
        named = [node for node in json.loads(page.data[0])["@graph"] if node["@type"] == "GovernmentOrganization"]
        assert [node["name"] for node in named] == ["Sở Mẫu" if page.lang == "vi" else "Sample Department"]


@pytest.mark.parametrize("address", ["404.html", "en/404.html"])
def test_a_wrong_address_is_not_described(real_project: Path, address: str) -> None:
    html = (real_project / "site" / address).read_text(encoding="utf-8")
    assert "ld+json" not in html
    assert "og:" not in html
