"""Slips of typing that a page would show: each is found where it stands, and nothing is taken for one."""

from dataclasses import replace
from pathlib import Path

import pytest

from promosite.load.files import SourceFile
from promosite.load.nodes import Node
from promosite.validate.slips import check_slips, readable
from tests.worlds import CITED, glance, news

EMPTY = SourceFile("a.md", "vi", "news", "a", Node({}, 1, 1), "", 5, "")
Told = tuple[str, int | None, int | None, str]


def told(body: str) -> list[Told]:
    found = check_slips(replace(EMPTY, body=body))
    return [(one.code, one.source.line, one.source.column, one.params["found"]) for one in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Một\n\n##Hai\n\n####Bốn", [("heading-blank", 7, 1, "##"), ("heading-blank", 9, 1, "####")]),
        ("[muối] (../products/muoi.md)", [("body-link-gap", 5, 7, "[muối] (../products/muoi.md)")]),
        ("Xem [báo  nói]\t(https://bao.vn/a).", [("body-link-gap", 5, 15, "[báo nói] (https://bao.vn/a)")]),
        ("[a] (muoi.md#x) và\n[b] (www.bao.vn)", [
            ("body-link-gap", 5, 4, "[a] (muoi.md#x)"),
            ("body-link-gap", 6, 4, "[b] (www.bao.vn)"),
        ]),
        ("Có:\n• Muối\n• Tiêu\n• Cá", [("body-bullet", 6, 1, "•")]),
        ("• Muối\n\n• Tiêu", [("body-bullet", 5, 1, "•")]),
        ("– Muối\n– Tiêu\n\nHết.\n\n▪ Một\n▪ Hai", [("body-bullet", 5, 1, "–"), ("body-bullet", 10, 1, "▪")]),
        ("\uf0b7\tMuối\n\uf0b7\tTiêu", [("body-bullet", 5, 1, "\uf0b7")]),
        ("• Muối\n  phơi nắng\n• Tiêu", [("body-bullet", 5, 1, "•")]),
    ],
)  # fmt: skip
def test_slips(body: str, expected: list[Told]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "## Hai\n\n### Ba\n\n#### Bốn ##",
        "Màu ##123 và C##.",
        "```\n##Hai\n[a] (../b.md)\n• a\n• b\n```",
        "Viết `[a] (../b.md)` là sai.",
        "Ông nói: “[a] (../b.md)”.",
        "> [a] (../b.md)\n> • a\n> • b",
        "Một\n\n    [a] (../b.md)\n",
        "[a](../b.md) (xem thêm)",
        "[a] (xem trang 2)",
        "Ảnh ![a](../../media/a.jpg) (Ảnh: B)",
        "Có 20 gian hàng.[^bao] (https://bao.vn/a)",
        "- Muối\n- Tiêu",
        "• Chỉ một dòng.",
        "– Chào anh!\n\n– Chào chị!",
        "• Một\nHai\n• Ba",
        "–5 độ\n–6 độ",
        "<!--\n• a\n• b\n-->",
        "",
    ],
)
def test_nothing_else_is_one(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("một `hai` ba", "một       ba"),
        ("một “hai” ba", "một       ba"),
        ("một\n~~~\nhai\n~~~\nba", "một\n   \n   \n   \nba"),
        ("``một ` hai`` ba", "              ba"),
        ("> một\nhai", "     \nhai"),
    ],
)
def test_code_and_quotations_are_not_the_writers_own(body: str, left: str) -> None:
    assert readable(body) == left


@pytest.mark.parametrize("sign", ["[a] (", "[", "“", "`", "<!--", "•\n", "[a]\t\t", "(^", '"', "–\n"])
def test_no_body_takes_long(sign: str) -> None:
    told(sign * (400_000 // len(sign)))


def test_an_item_with_a_slip_is_left_out(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/vi/news/a.md": news(CITED + "\n\n##Hai")})
    assert tiny.places == [("heading-blank", "content/vi/news/a.md", 12)]
    assert "news/a" not in tiny.site.catalogue.items
