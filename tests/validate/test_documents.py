"""Headers of hand-written pages, and where the pages stand."""

from pathlib import Path

import pytest

from promosite.findings import Source, finding
from tests.worlds import FILES, glance

Told = tuple[str, str, dict[str, str]]
HEADER = '---\ntitle: "Trang"\nsummary: "Trang mẫu."\n---\nBài.\n'


def field(code: str, place: str, field: str, found: str = "", expected: str = "", limit: str = "", **more: str) -> Told:
    return (code, place, {"field": field, "found": found, "expected": expected, "limit": limit, **more})


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("docs/vi/a.md", HEADER, []),
        ("docs/vi/a/b.md", HEADER, []),
        ("docs/vi/a/index.md", HEADER, []),
        (
            "docs/vi/a.md",
            HEADER.replace("summary", "sumary"),
            [
                field("field-missing", "docs/vi/a.md:2:1", "summary"),
                field("field-unknown", "docs/vi/a.md:3:1", "sumary", "Trang mẫu.", "summary"),
            ],
        ),
        (
            "docs/vi/a.md",
            HEADER.replace("---\nBài", "view: news\n---\nBài"),
            [
                field("value-unknown", "docs/vi/a.md:4:7", "view", "news", "home, contact, accessibility, plain"),
            ],
        ),
        ("docs/vi/a.md", "Bài\n", [("header-missing", "docs/vi/a.md:1:1", {})]),
        ("docs/vi/a.md", HEADER + "Một <![if gte mso 9]>", [("markup-broken", "docs/vi/a.md:6:5", {})]),
        (
            "docs/vi/a.md",
            HEADER.replace('"Trang"', '"<b>"'),
            [field("text-markup", "docs/vi/a.md:2:8", "title", "<b>")],
        ),
        (
            "docs/vi/news/index.md",
            HEADER,
            [
                ("address-twice", "docs/vi/news/index.md:2:8", {"found": "/news/", "by": "“Tin tức”"}),
            ],
        ),
        (
            "docs/vi/news/tin-mau.md",
            HEADER,
            [
                (
                    "address-twice",
                    "content/vi/news/tin-mau.md:2:8",
                    {"found": "/news/tin-mau/", "by": "docs/vi/news/tin-mau.md"},
                ),
            ],
        ),
    ],
)
def test_hand_written_pages(tmp_path: Path, path: str, text: str, expected: list[Told]) -> None:
    assert glance(tmp_path, {path: text}).told == expected


@pytest.mark.parametrize(
    ("path", "address"),
    [("docs/vi/a.md", "a/"), ("docs/vi/a/b.md", "a/b/"), ("docs/vi/a/index.md", "a/"), ("docs/vi/index.md", "")],
)
def test_addresses_of_hand_written_pages(tmp_path: Path, path: str, address: str) -> None:
    found = glance(tmp_path, {path: HEADER}).page("vi", address)
    assert (found.header["title"], found.origin, found.body.strip()) == ("Trang", path, "Bài.")


@pytest.mark.parametrize(
    "path",
    [
        "docs/vi/index.md",
        "docs/en/index.md",
        "docs/vi/about.md",
        "docs/en/about.md",
        "docs/vi/contact.md",
        "docs/en/contact.md",
    ],
)
def test_pages_that_the_law_asks_for(tmp_path: Path, path: str) -> None:
    assert path in FILES
    assert glance(tmp_path, {path: None}).told == [("page-missing", path, {})]


@pytest.mark.parametrize("path", ["docs/vi/about.md", "docs/en/contact.md"])
def test_a_page_with_a_fault_is_not_called_missing(path: str, tmp_path: Path) -> None:
    assert glance(tmp_path, {path: "---\ntitle: Trang\n---\n"}).places == [("field-missing", path, 2)]


def test_two_pages_are_told_apart_from_one_finding() -> None:
    assert finding("page-missing", Source("a")) != finding("page-missing", Source("b"))
