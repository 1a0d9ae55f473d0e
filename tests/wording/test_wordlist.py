"""What is looked for at once is found as it would be one by one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.wording.phrases import HEALTH, HINTS, SITE, SUPERLATIVE
from promosite.wording.wordlist import LETTERS, Pieces, by_first_letter, small_letters
from tests.wording.tiny import real_house

PIECES = ("nhất", "số một", "s most", "hàng đầu", "số 1", "1", "- ", "immun")
TEXTS = [
    ("", set()),
    ("đẹp nhất", {"nhất"}),
    ("thốngnhất5", {"nhất"}),
    ("số một", {"số một"}),
    ("số một trăm; số  một", {"số một"}),
    ("một số", set()),
    ("the world's most famous", {"s most"}),
    ("most s", set()),
    ("autoimmune", {"immun"}),
    ("số 12", {"số 1", "1"}),
    ("- a", {"- "}),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_pieces(text: str, expected: set[str]) -> None:
    assert Pieces(PIECES).standing_in(text, LETTERS.findall(text)) == expected


alphabet = st.sampled_from(["nhất", "số", "một", "s", "most", "immun", "hàng", "đầu", "1", "-", ",", "\n", "İ"])


@given(st.lists(alphabet, max_size=12).map(" ".join) | st.lists(alphabet, max_size=12).map("".join))
def test_pieces_are_those_that_a_plain_search_finds(text: str) -> None:
    pieces = Pieces(PIECES)
    for small in (text, text[::-1]):
        assert pieces.standing_in(small, LETTERS.findall(small)) == {one for one in PIECES if one in small}


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promosite.wording.wordlist.MAX_REMEMBERED", 2)
    pieces = Pieces(PIECES)
    for text, expected in TEXTS * 2:
        assert pieces.standing_in(text, LETTERS.findall(text)) == expected


def test_every_hint_and_every_message_is_recognised() -> None:
    for lang, pieces in HINTS.items():
        for hint in (one for table in (SUPERLATIVE, HEALTH, SITE) for one in table[lang].hints):
            assert hint in pieces.standing_in(hint, LETTERS.findall(hint))
    messages = real_house().messages
    for message in messages:
        words = LETTERS.findall(message.text.lower())
        assert message.may_stand_in(messages.pieces.standing_in(" ".join(words), words))


def test_groups_by_letter_find_the_same() -> None:
    names = ["tỉnh bà rịa", "bà rịa", "tân hải", "tân", "bà", r"\(mới\)", "12"]
    plain, grouped = re.compile("|".join(names)), re.compile(by_first_letter(names))
    for text in ("tỉnh bà rịa, bà rịabà tân hảitân", "bà tỉnh bà", "xyz", "tân hả tân hải", "(mới) 12 mới"):
        assert [match.span() for match in grouped.finditer(text)] == [match.span() for match in plain.finditer(text)]


def test_offsets_stay_where_a_letter_grows() -> None:
    assert small_letters("İA") == "İa"
