"""What is blanked keeps its length; what is left are running words."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.wording.markup import GAP, prose, running, unquoted
from tests.wording.tiny import body

LEFT = [
    (prose, "a `b c` d", "a d"),
    (prose, "a [b](c.md) d", "a [b d"),
    (prose, 'a [b](c_(d).md "e f") g', "a [b g"),
    (prose, "a.[^b-c] D", "a. D"),
    (prose, 'a <b c="d">e</b> f', "a e f"),
    (prose, "a <!-- b\nc --> d", "a d"),
    (prose, "a https://b.vn/c?d=e f", "a f"),
    (prose, "a b.vn/c d", "a d"),
    (prose, "a b@c.vn d", "a d"),
    (prose, "số 462/QĐ-SHTT ngày", "số ngày"),
    (prose, "24-NQ/TW và 26/2020/TT-BTTTT, QĐ-TTg", "và ,"),
    (prose, "số: /QĐ-UBND và 91/2025/QH15", "số: và"),
    (prose, "Ba Ria-Vung Tau, 3-4, T&UD-X", "Ba Ria-Vung Tau, 3-4, T&UD-X"),
    (prose, "ngày 24/02/2023 - 05/07/2025", "ngày 24/02/2023 - 05/07/2025"),
    (prose, "a\n```\nb\n```\nc", "a c"),
    (prose, 'a <span lang="vi">b</span> c', "a c"),
    (prose, "[a]: https://b.vn\nc", "c"),
    (unquoted, "a “b c” d", "a d"),
    (unquoted, 'a "b" d', "a d"),
    (unquoted, "province’s and ‘b’ c", "province’s and c"),
    (unquoted, "a “b\nc” d", "a d"),
    (unquoted, "a “b\n\nc d", "a “b c d"),
    (running, "a (b (c) d) e", "a e"),
    (running, "a (b e", "a (b e"),
]


@pytest.mark.parametrize(("function", "text", "left"), LEFT)
def test_what_is_no_running_word_is_blanked(function: Callable[[str], str], text: str, left: str) -> None:
    assert function(text).replace(GAP, " ").split() == left.split()


@given(st.text(alphabet="ab đÂ.,;:!?()[]{}<>“”‘’\"'`*_#|/\\-–\n^1290@"))
def test_every_length_stays(text: str) -> None:
    for function in (prose, unquoted, running):
        assert len(function(text)) == len(text)
        assert function(text).count("\n") == text.count("\n")


SENTENCES = [
    ("Một. Hai! Ba?", ["Một.", "Hai!", "Ba?"]),
    ("Số 1.234 tấn. Sau", ["Số 1.234 tấn.", "Sau"]),
    ("Plan No. 250 is here. It", ["Plan No. 250 is here.", "It"]),
    ("TP. Hồ Chí Minh đẹp. Và", ["TP. Hồ Chí Minh đẹp.", "Và"]),
    ("Câu.[^a][^b] Câu khác", ["Câu.[^a][^b]", "Câu khác"]),
    ("# Đề mục\nCâu", ["# Đề mục\nCâu"]),
    ("Đoạn\n\nĐoạn khác", ["Đoạn", "Đoạn khác"]),
    ("- một;\n- hai", ["- một;", "- hai"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    passage = body("vi", text)
    assert [text[one.start : one.end].strip() for one in passage.sentences] == expected


def test_an_entry_leans_on_the_line_that_introduces_its_list() -> None:
    passage = body("vi", "Tên khi đó:[^a]\n\n- một;\n- hai.\n\nCâu khác.\n\n- ba")
    contexts = [one.context for one in passage.sentences]
    assert ["khi đó" in one for one in contexts] == [True, True, True, False, False]
