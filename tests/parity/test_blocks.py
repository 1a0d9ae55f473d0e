"""How a body is cut into blocks, and what of its markup is no words."""

import pytest

from promosite.parity.blocks import read_body, words_of


def build(body: str) -> dict[str, list[tuple[str, int]]]:
    read = read_body(body, 1)
    parts = {"headings": read.headings, "lists": read.lists, "tables": read.tables}
    return {name: [(one.label, one.line) for one in found] for name, found in parts.items() if found}


WORDS = [
    ("**1.163** ha", "1.163 ha"),
    ("_5_ ha, `6` ha, ~~7~~ ha", "5 ha, 6 ha, 7 ha"),
    ("muc_mot_nang", "muc_mot_nang"),
    ("xem [tin 5](../news/a.md 'Tên 6')", "xem tin 5"),
    ("![ảnh 5](a6.jpg)", " ảnh 5 "),
    ("[![ảnh 5](a6.jpg)](b7.md)", " ảnh 5 "),
    ("năm 2025.[^b-2025][^c-2024]", "năm 2025."),
    ("<https://a.vn/5> <b class='x5'>6</b>", "https://a.vn/5  6 ".replace("  ", " ")),
    ("5&nbsp;ha &ndash; 6\u00a0ha", "5 ha - 6 ha"),
    ("27–29 — 3‑4", "27-29 ; 3-4"),
    ("a {.note #x5}", "a "),
    (r"2015\. \*5", "2015. *5"),
    ("157 \u03bcm", "157 \u00b5m"),
]


@pytest.mark.parametrize(("raw", "words"), WORDS)
def test_words(raw: str, words: str) -> None:
    assert words_of(raw) == words


BUILDS = [
    ("# A\n## B ##\n###### C", {"headings": [("#", 1), ("##", 2), ("######", 3)]}),
    ("A\n===\n\nB\n---", {"headings": [("#", 1), ("##", 4)]}),
    ("---\n\n***", {}),
    ("#a", {}),
    ("```\n# a\n- b\n```\n# c", {"headings": [("#", 5)]}),
    ("~~~\n# a", {}),
    ("<!--\n# a\n-->\n# b", {"headings": [("#", 4)]}),
    ("- a\n\n- b\n  lời\n- c", {"lists": [("- × 3", 1)]}),
    ("- a\n    1. b\n    2. c\n- d", {"lists": [("- × 2", 1), ("1. × 2", 2)]}),
    ("- a\n\nLời.\n\n- b", {"lists": [("- × 1", 1), ("- × 1", 5)]}),
    ("- a\n\n    Lời.\n\n- b", {"lists": [("- × 2", 1)]}),
    ("- a\n1. b", {"lists": [("- × 1", 1), ("1. × 1", 2)]}),
    ("Lời\n- không phải danh sách", {}),
    ("Lời\n2015. không phải danh sách", {}),
    ("> - a\n> - b", {"lists": [("- × 2", 1)]}),
    ("|a|b|c|\n|:-|-:|:-:|\n|1|2|3|\n\nLời.", {"tables": [("2 × 3", 1)]}),
    ("a | b\n--- | ---\n1 | 2", {"tables": [("2 × 2", 1)]}),
    ("a | b", {}),
]


@pytest.mark.parametrize(("body", "expected"), BUILDS)
def test_build(body: str, expected: dict[str, list[tuple[str, int]]]) -> None:
    assert build(body) == expected


def test_blocks_know_their_lines() -> None:
    body = read_body("Một\nhai.\n\n## Ba\n- bốn\n- năm\n\n|a|\n|-|\n|b|", 7)
    assert [(one.kind, one.line) for one in body.blocks] == [
        ("paragraph", 7), ("heading", 10), ("item", 11), ("item", 12), ("row", 14), ("row", 16),
    ]  # fmt: skip


def test_hostile_texts_take_no_time() -> None:
    for piece in ("[", "[x](", "![", "[^", "<a ", "*", "_", "1,", "1.", "1-", "a@", "(", "1 ", "ngày 1, ", "\\", "| "):
        body = read_body(piece * (40_000 // len(piece)), 1)
        assert body.blocks is not None
