"""The one-page sheet: where it stands, what its code says, what it shows and what it leaves to the page."""

import re
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from promosite.generate.qr import QUIET, qr_code
from tests.worlds import World, glance, product

ADDRESS = "products/muoi-mau/sheet/"


def drawn(view: dict[str, Any]) -> list[list[int]]:
    """Return the modules that a path of rectangles makes dark, row by row."""
    rows = [[0] * view["size"] for _ in range(view["size"])]
    pieces = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", view["path"])
    assert "".join("M{} {}h{}v1h-{}z".format(*piece) for piece in pieces) == view["path"]
    for x, y, width, back in (map(int, piece) for piece in pieces):
        assert width == back
        for place in range(x, x + width):
            assert rows[y][place] == 0
            rows[y][place] = 1
    return rows


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "https://example.org/brvt/en/products/hat-tieu-den-ba-ria-vung-tau/",
        f"https://example.org/{'a' * 400}/",
    ],
)
def test_the_drawing_is_the_code(url: str) -> None:
    view = qr_code(url)
    rows = drawn(view)
    image = Image.new("L", (view["size"], view["size"]))
    image.putdata([0 if module else 255 for row in rows for module in row])
    (code,) = zxingcpp.read_barcodes(image.resize((view["size"] * 4, view["size"] * 4), Image.Resampling.NEAREST))
    assert (code.text, code.ec_level, view["url"]) == (url, "M", url)
    assert code.format == zxingcpp.BarcodeFormat.QRCode


def test_the_code_has_its_quiet_zone_and_no_more() -> None:
    view = qr_code("https://example.org/")
    rows = drawn(view)
    dark = [place for place, row in enumerate(rows) if any(row)]
    assert (dark[0], dark[-1]) == (QUIET, view["size"] - QUIET - 1)
    assert {row[QUIET - 1] for row in rows} == {row[-QUIET] for row in rows} == {0}
    assert rows[QUIET][QUIET : QUIET + 7] == [1] * 7  # the edge of a finder pattern


def sheet(tiny: World, lang: str = "vi") -> dict[str, Any]:
    view: dict[str, Any] = tiny.page(lang, ADDRESS).header["view"]
    return view


def test_the_code_leads_to_the_page_in_that_language(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    for lang, url in (
        ("vi", "https://example.org/mau/products/muoi-mau/"),
        ("en", "https://example.org/mau/en/products/muoi-mau/"),
    ):
        assert sheet(tiny, lang)["url"] == url
        assert url.endswith(sheet(tiny, lang)["page"])


def test_a_sheet_is_another_form_of_its_page(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    header = tiny.page("en", ADDRESS).header
    keys = ("title", "template", "canonical", "address", "alternates", "trail", "description")
    assert {key: header[key] for key in keys} == {
        "title": "One-page sheet: Sample",
        "template": "sheet.html",
        "canonical": "en/products/muoi-mau/",
        "address": "en/products/muoi-mau/sheet/",
        "alternates": {"vi": "products/muoi-mau/sheet/", "en": "en/products/muoi-mau/sheet/"},
        "trail": [
            {"title": "Products", "address": "en/products/"},
            {"title": "Sample", "address": "en/products/muoi-mau/"},
        ],
        "description": "A sample.",
    }
    assert tiny.page("en", "products/muoi-mau/").header["canonical"] is None
    assert tiny.page("en", "products/muoi-mau/").header["view"]["sheet"] == "en/products/muoi-mau/sheet/"
    sitemap = next(file for file in tiny.files if file.uri == "sitemap.xml").content.decode()
    assert "/products/muoi-mau/" in sitemap
    assert "sheet" not in sitemap


def test_a_sheet_exists_where_the_product_was_written(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/en/products/muoi-mau.md": None})
    assert [lang for lang, address in tiny.pages if address.endswith("/sheet/")] == ["vi"]
    assert tiny.page("vi", ADDRESS).header["alternates"] == {"vi": ADDRESS}


FACT = "{{label: Cỡ {0}, value: '{0}', source: {1}}}"
RIGHT = "{{type: {0}, name: Mẫu, source: {1}}}"
SOURCE = '{{id: {0}, publisher: "Báo {0}", about: "Bài mẫu", site: mau.vn}}'


def test_long_lists_are_cut_and_say_so(tmp_path: Path) -> None:
    own = product(
        "".join(f"[^{one}]" for one in "abcdefgh"),
        facts="[" + ", ".join(FACT.format(one, source) for one, source in enumerate("abcde")) + "]",
        protection="[" + ", ".join(RIGHT.format(kind, "f") for kind in ("gi", "trademark", "collective-mark")) + "]",
        trade="{season: {vi: Tháng 3, source: g}}",
        sources="[" + ", ".join(SOURCE.format(one) for one in "abcdefgh") + "]",
    )
    files = {"content/vi/products/muoi-mau.md": own, "content/en/products/muoi-mau.md": None}
    view = sheet(glance(tmp_path, files))
    assert [row["value"]["text"] for row in view["facts"]["rows"]] == ["0", "1", "2"]
    assert [row["type"] for row in view["rights"]["rows"]] == ["Chỉ dẫn địa lý", "Nhãn hiệu"]
    assert {key: view[key]["more"] for key in ("facts", "rights", "places", "sources")} == {
        "facts": 2,
        "rights": 1,
        "places": 0,
        "sources": 0,
    }
    # Only what the sheet shows needs its source there: d and e are cut, h stands behind the body alone.
    assert [one["id"] for one in view["sources"]["rows"]] == ["a", "b", "c", "f", "g"]
    assert [one["number"] for one in view["sources"]["rows"]] == [1, 2, 3, 6, 7]


@pytest.mark.parametrize(("answers", "dense"), [(3, False), (4, True)])
def test_many_answers_have_one_line_each(tmp_path: Path, answers: int, dense: bool) -> None:
    names = ("pack", "storage", "season", "markets")[:answers]
    own = product(
        facts="[" + ", ".join(FACT.format(one, "bao-mau") for one in range(5)) + "]",
        trade="{" + ", ".join(f"{name}: {{vi: Mẫu, source: bao-mau}}" for name in names) + "}",
    )
    assert sheet(glance(tmp_path, {"content/vi/products/muoi-mau.md": own}))["dense"] is dense
