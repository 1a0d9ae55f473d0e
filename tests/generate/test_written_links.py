"""Links of hand-written pages: to pages that are there."""

from pathlib import Path

import pytest

from tests.worlds import glance, news

PAGE = '---\ntitle: "Trang"\nsummary: "Trang mẫu."\n---\n{}\n'
NEWS = "content/vi/news/tin-mau.md"


def told(tmp_path: Path, body: str, path: str = "docs/vi/trang.md", **more: str | None) -> list[tuple[str, str, str]]:
    found = glance(tmp_path, {path: PAGE.format(body), **more}).told
    return [(code, params["found"], params.get("expected", "")) for code, _, params in found if "link" in code]


@pytest.mark.parametrize(
    "target",
    [
        "contact.md",
        "./contact.md#dia-chi",
        "index.md",
        "news/tin-mau.md",
        "news/index.md",
        "products/muoi-mau/sheet.md",
        "search/index.md",
        "#tren-trang",
        "https://mau.vn/a.md",
        "mailto:a@mau.vn",
        "data/products.json",
        "../en/",
    ],
)
def test_what_leads_somewhere_or_is_no_page(target: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"Xem [trang]({target}).") == []


@pytest.mark.parametrize(
    ("body", "found", "nearest"),
    [
        ("[a](contat.md)", "contat.md", "contact.md"),
        ("[a](news/tin-mau-2.md#dau)", "news/tin-mau-2.md#dau", "news/tin-mau.md"),
        ("[a](news.md)", "news.md", "news/index.md"),
        ("[a](../products/muoi-mau.md)", "../products/muoi-mau.md", "products/muoi-mau.md"),
        ("[a](/about/)", "/about/", "about.md"),
        ("[a](www.mau.vn)", "www.mau.vn", ""),
        ('[a][b]\n\n[b]: contat.md "B"', "contat.md", "contact.md"),
    ],
)
def test_what_leads_nowhere(body: str, found: str, nearest: str, tmp_path: Path) -> None:
    (one,) = told(tmp_path, f"Xem {body}.")
    assert one[:2] == ("link-page", found) and one[2].split(", ")[0] == nearest


@pytest.mark.parametrize("path", ["docs/vi/tap/trang.md", "docs/vi/tap/index.md"])
def test_paths_begin_at_the_folder_of_the_file(path: str, tmp_path: Path) -> None:
    assert told(tmp_path, "[a](../contact.md) [b](contact.md)", path) == [("link-page", "contact.md", "../contact.md")]


def test_a_page_that_a_language_lacks_is_that_of_the_source(tmp_path: Path) -> None:
    english = PAGE.format("Xem [a](chi-tieng-viet.md).")
    assert told(tmp_path, "Trang.", "docs/vi/chi-tieng-viet.md", **{"docs/en/trang.md": english}) == []


def test_the_place_is_that_of_the_link(tmp_path: Path) -> None:
    world = glance(tmp_path, {"docs/vi/trang.md": PAGE.format("Một.\n\nXem [a](contat.md).")})
    assert world.places == [("link-page", "docs/vi/trang.md", 7)]


def test_a_page_with_a_fault_is_not_called_lost(tmp_path: Path) -> None:
    broken = {NEWS: "---\ntitle: Tin\n---\n", "docs/vi/contact.md": "---\ntitle: Trang\n---\n"}
    assert told(tmp_path, "[a](news/tin-mau.md) [b](contact.md)", **broken) == []


def test_a_warning_about_a_file_hides_no_lost_link(tmp_path: Path) -> None:
    warned = {"content/vi/news/tin-nhap.md": news("Xem https://mau.vn/.", draft="true")}
    expected = [("link-page", "news/tin-nhap.md", "news/tin-mau.md")]
    assert [
        (code, found, near.split(", ")[0]) for code, found, near in told(tmp_path, "[a](news/tin-nhap.md)", **warned)
    ] == expected


def test_links_in_code_and_pictures_are_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, "Viết `[a](contat.md)`.") == []
