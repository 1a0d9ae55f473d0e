"""Marks of other dialects of Markdown are told, and only those that the engine would show as they were typed."""

import re
from dataclasses import replace

import markdown
import pytest

from promosite.load.files import SourceFile
from promosite.load.nodes import Node
from promosite.validate.code import without_code
from promosite.validate.dialects import check_dialects
from promosite.validate.slips import check_slips

EMPTY = SourceFile("a.md", "vi", "news", "a", Node({}, 1, 1), "", 1, "")
EXTENSIONS = ["tables", "sane_lists", "abbr", "def_list", "toc", "fenced_code"]
"""What the site’s own settings name, and what the engine adds."""
HEAD = "| a | b |\n|---|---|\n"

Told = tuple[str, int | None, int | None, str]


def told(body: str) -> list[Told]:
    file = replace(EMPTY, body=body)
    found = [*check_dialects(file), *check_slips(file)]
    return [(one.code, one.source.line, one.source.column, one.params["found"]) for one in found]


def shown(body: str) -> str:
    return markdown.markdown(body, extensions=EXTENSIONS).replace("\n", " ")


RAW: list[tuple[str, list[Told], str]] = [
    ("Hồ sơ gồm:\n- đơn", [("body-list-start", 2, 1, "-")], "<p>Hồ sơ gồm: - đơn</p>"),
    ("Hồ sơ\n* đơn\n* ảnh", [("body-list-start", 2, 1, "*")], "<p>Hồ sơ * đơn * ảnh</p>"),
    ("**Hồ sơ:**\n1. đơn\n2. ảnh", [("body-list-start", 2, 1, "1.")], "</strong> 1. đơn 2. ảnh</p>"),
    ("## Hai\n\n> Gồm:\n> - đơn\n> - ảnh", [("body-list-start", 4, 1, "-")], "<p>Gồm: - đơn - ảnh</p>"),
    (f"Bảng:\n{HEAD}| 1 | 2 |", [("body-table-start", 2, 1, "|")], "<p>Bảng: | a | b | |---|---| | 1 | 2 |</p>"),
    (f"- a\n- b\n{HEAD}", [("body-table-start", 3, 1, "|")], "<li>b | a | b | |---|---|</li>"),
    ("- a\n  - b\n  - c", [("body-list-nested", 2, 1, "-")], "<li>a</li> <li>b</li> <li>c</li>"),
    ("1. a\n   - b\n2. c", [("body-list-nested", 2, 1, "-")], "<li>a    - b</li>"),
    ("- a\n\n  - b", [("body-list-nested", 3, 1, "-")], "<li> <p>b</p> </li>"),
    ("- a\n    - b\n      - c", [("body-list-nested", 3, 1, "-")], "<li>b</li> <li>c</li>"),
    (f"{HEAD}| 1 | 2 | 3 |", [("body-table-cells", 3, 1, "3")], "<td>2</td> </tr>"),
    ("a | b\n--|--\n1 | 2 | 3", [("body-table-cells", 3, 1, "3")], "<td>2</td> </tr>"),
    ("```\n# a", [("body-fence", 1, 1, "```")], "<h1"),
    ("``` a b\n# a\n```", [("body-fence", 1, 1, "```")], "<h1"),
    (" ~~~\na\n ~~~", [("body-fence", 1, 1, "~~~")], "<p>~~~ a  ~~~</p>"),
    ("Một ~~hai~~ ba", [("body-sign", 1, 5, "~~hai~~")], "~~hai~~"),
    ("- [ ] a\n- [x] b", [("body-sign", 1, 3, "[ ]"), ("body-sign", 2, 3, "[x]")], "<li>[ ] a</li>"),
    ("[TOC]\n\n## Hai", [("body-sign", 1, 1, "[TOC]")], '<div class="toc">'),
    ("Xem https://bao.vn/a, rồi về.", [("body-address", 1, 5, "https://bao.vn/a")], "<p>Xem https://bao.vn/a,"),
    ("1) đơn\n2) ảnh", [("body-bullet", 1, 1, "1)")], "<p>1) đơn 2) ảnh</p>"),
    ("Gồm:\na) đơn;\nb) ảnh;\nđ) khác.", [("body-bullet", 2, 1, "a)")], "<p>Gồm: a) đơn; b) ảnh;"),
]


@pytest.mark.parametrize(("body", "expected", "page"), RAW, ids=[one[0] for one in RAW])
def test_what_the_page_would_show_as_typed_is_told(body: str, expected: list[Told], page: str) -> None:
    assert page in shown(body)
    assert told(body) == expected


SOUND: list[tuple[str, str]] = [
    ("Hồ sơ gồm:\n\n- đơn\n- ảnh", "<li>đơn</li>"),
    ("## Hồ sơ\n- đơn\n- ảnh", "<li>đơn</li>"),
    ("---\n- đơn\n- ảnh", "<li>đơn</li>"),
    ("- đơn\n  dài\nhơn\n- ảnh", "<li>ảnh</li>"),
    ("Bà Rịa\n- Vũng Tàu", "<p>Bà Rịa - Vũng Tàu</p>"),
    ("Năm\n2024. Năm\n2025. Hết", "<p>Năm 2024."),
    (f"## Bảng\n{HEAD}| 1 | 2 |", "<td>1</td>"),
    (f"> {HEAD.replace(chr(10), chr(10) + '> ')}| 1 | 2 |", "<td>1</td>"),
    (f"{HEAD}| `x|y` | 2 |\n| x\\|y | 2 |\n| 1 |", "<td>x|y</td>"),
    ("- a\n    - b\n        - c\n- d", "<ul> <li>c</li> </ul>"),
    ("  - a\n  - b", "<li>a</li> <li>b</li>"),
    ("- a\n\nHai\n\n    - c", "<code>- c"),
    ("```\n- [ ] ~~a~~ https://bao.vn\n```", "<code>- [ ] ~~a~~ https://bao.vn"),
    ("`https://bao.vn` <https://bao.vn> [https://bao.vn](https://bao.vn)", '<a href="https://bao.vn">'),
    ("[a]\n\n[a]: https://bao.vn", '<a href="https://bao.vn">a</a>'),
    ("Nói “https://bao.vn” và a~~b ~ c.", "<p>Nói"),
    ("1) đơn\n\n2) ảnh", "<p>1) đơn</p> <p>2) ảnh</p>"),
    ("- - -\na - b - c", "<hr />"),
]


@pytest.mark.parametrize(("body", "page"), SOUND, ids=[one[0] for one in SOUND])
def test_what_the_page_lays_out_is_not_told(body: str, page: str) -> None:
    assert page in shown(body)
    assert told(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "```\nX\n```",
        "```` python\n```\nX\n````",
        '~~~ {.a b="c"}\nX\n~~~ ',
        "Một\n\n    X\n    X\n\n    X",
        "\tX",
        "`X` và ``X ` X``",
        "Một <!-- X -->\n\n<!--\nX\n-->",
    ],
)
def test_code_and_remarks_are_no_markdown(body: str) -> None:
    assert "X" not in without_code(body)
    assert len(without_code(body)) == len(body)
    assert "X" not in re.sub(r"<code.*?</code>|<!--.*?-->", "", shown(body))


@pytest.mark.parametrize(
    "body",
    [
        "```\nX",
        "~~~ a b\nX\n~~~",
        " ```\nX\n ```",
        "```\nX\n````",
        "\\`X`",
        "- a\n\n    X",
        "1. a\nb\n\n    X",
        "a\n:   b\n\n    X",
        "a\n    X",
        "<!-- X",
    ],
)
def test_in_doubt_it_is_no_code(body: str) -> None:
    assert "X" in without_code(body)
