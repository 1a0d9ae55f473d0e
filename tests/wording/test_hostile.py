"""No text breaks the checks, and none takes more than time in its own length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.wording import check_words
from promosite.wording.answers import check_answers
from promosite.wording.checks import check_terms
from promosite.wording.tense import Setting
from promosite.wording.wordlist import listed
from tests.wording.tiny import real_house, writing

WORDS = listed("""
    Bà Rịa - Vũng Tàu; Ba Ria-Vung Tau; tỉnh Bà Rịa - Vũng Tàu; huyện Châu Đức; Chau Duc District; khẳng định tiềm năng;
    nâng tầm hội nhập; Unleashing Potential; Deepening Integration; hoà; ngon nhất; the best; cures; official site;
    trang chính thức; ðã; İ; ﬀ; ß; Vietnam; [; ](; ); [^; ]; (; “; ”; `; ```; <; >; <!--; -->; :; @; .vn; https://;
    462/QĐ-SHTT; 01/07/2025; khi đó; former; rice; nhãn xuồng cơm vàng; program
""")
PIECES = st.sampled_from([*WORDS, "\u0301", "\u200b", "\n", "\n\n", "\n- ", "| ", ". "])


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30), st.sampled_from(["vi", "en", "fr"]))
def test_every_text_gets_an_answer_at_places_that_it_has(pieces: list[str], lang: str) -> None:
    text = "".join(pieces)
    lines = text.split("\n")
    words = writing(lang, text, title=text)
    for one in check_words(words, real_house(), Setting(), product=True):
        if one.source.line != 2 or one.source.column != 8:
            assert 1 <= (one.source.line or 0) <= len(lines)
            assert 1 <= (one.source.column or 0) <= len(lines[(one.source.line or 1) - 1]) + 1
    other = writing("en", text)
    list(check_terms(words, other, real_house().terms))
    list(check_answers(words, other, real_house().answers))


LENGTH = 200_000
HOSTILE = [
    *("a", "a ", "a-", "a.", "1", "1/", "(", "“", '"', "‘", "[", "[^", "](", "<", "<!--", "<span ", "`", "```\n"),
    *("@", "a@", "\n", "\n- ", ". ", "| ", "ă", "ă ", "hoà ", "ngon nhất ", "Châu Đức ", "ba ", "Ba Ria - ", "a.vn "),
    *("tỉnh Bà Rịa - Vũng Tàu ", "Vietnam ", "rice ", "chữa bệnh ", "trang chính thức ", "the of ", "program ", "ð"),
    *("khẳng định tiềm năng ", "Bà Rịa - Vũng Tàu khẳng định tiềm năng, nâng tầm hội nhập "),
    "Ba Ria-Vung Tau: Unleash Potential, Deepen Integration ",
]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_no_repetition_hangs(piece: str, lang: str) -> None:
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    house = real_house()
    check_words(writing(lang, f"{text}\n.vn x@y “"), house, Setting(), product=True)
    if lang == "en":
        list(check_terms(writing("vi", text), writing("en", text), house.terms))
        list(check_answers(writing("vi", text), writing("en", text), house.answers))
