"""The plan's message, exactly."""

import pytest

from promosite.wording.key_message import check_message
from tests.wording.tiny import body, in_text, marked, real_house

VI = "Bà Rịa - Vũng Tàu khẳng định tiềm năng, nâng tầm hội nhập"
EN = "Ba Ria-Vung Tau: Unleashing Potential, Deepening Integration"

WRONG = [
    # English, one thing changed.
    ("en", "The message is “⟦Ba Ria - Vung Tau: Unleashing Potential, Deepening Integration⟧”.", EN),
    ("en", "⟦Ba Ria-Vung Tau: Unleash Potential, Deepen Integration⟧", EN),
    ("en", "⟦Ba Ria-Vung Tau: Unlocking Potential, Deepening Integration⟧", EN),
    ("en", "⟦Ba Ria-Vung Tau: Unleashing Potentials, Deepening Integration⟧", EN),
    ("en", "⟦Ba Ria-Vung Tau: unleashing potential, deepening integration⟧", EN),
    ("en", "⟦Ba Ria-Vung Tau Unleashing Potential, Deepening Integration⟧", EN),
    ("en", "⟦Ba Ria-Vung Tau: Unleashing Potential – Deepening Integration⟧", EN),
    ("en", "⟦Bà Rịa - Vũng Tàu: Unleashing Potential, Deepening Integration⟧", EN),
    ("en", "⟦Ba Ria-Vung Tau: Unleashing the Potential, Deepening the Integration⟧", EN),
    ("en", "First line.\n\nThe slogan “⟦Unleashing Potential, Deepening Integration⟧”", EN),
    ("en", "⟦Ba Ria-Vung Tau: Affirming Potential, Deepening Integration⟧", EN),
    # Vietnamese, one thing changed.
    ("vi", "Thông điệp “⟦Bà Rịa – Vũng Tàu khẳng định tiềm năng, nâng tầm hội nhập⟧”.", VI),
    ("vi", "⟦Bà Rịa-Vũng Tàu khẳng định tiềm năng, nâng tầm hội nhập⟧", VI),
    ("vi", "⟦Bà Rịa - Vũng Tàu khẳng định tiềm năng và nâng tầm hội nhập⟧", VI),
    ("vi", "⟦Bà Rịa - Vũng Tàu: Khẳng định tiềm năng, nâng tầm hội nhập⟧", VI),
    ("vi", "⟦Bà Rịa - Vũng Tàu khẳng định tiềm năng nâng tầm hội nhập⟧", VI),
    ("vi", "⟦BÀ RỊA - VŨNG TÀU KHẲNG ĐỊNH TIỀM NĂNG, NÂNG TẦM HỘI NHẬP⟧", VI),
    ("vi", "⟦Bà Rịa - Vũng Tàu khẳng định tiềm năng, nâng cao hội nhập⟧", VI),
    ("vi", "⟦Ba Ria - Vung Tau khang dinh tiem nang, nang tam hoi nhap⟧", VI),
    ("vi", "Với tinh thần ⟦khẳng định tiềm năng, nâng tầm hội nhập⟧, Sở làm việc.", VI),
    ("en", "In Vietnamese: ⟦Bà Rịa - Vũng Tàu khẳng định tiềm năng, nâng tầm hội nhâp⟧.", VI),
]

RIGHT = [
    ("en", f"The message is “{EN}”."),
    ("en", f"The message is “{VI}”, in English “{EN}”."),
    ("vi", f"Thông điệp: “{VI}”."),
    ("vi", f"Tên tiếng Anh là: “{EN}”."),
    ("vi", "Bà Rịa - Vũng Tàu khẳng định\ntiềm năng, nâng tầm hội nhập"),
    ("en", "Ba Ria-Vung Tau: Unleashing Potential,\nDeepening Integration is the message."),
    ("vi", "Tiềm năng của khu vực Bà Rịa - Vũng Tàu và hội nhập quốc tế là chủ đề của hội thảo."),
    ("vi", "Khẳng định tiềm năng, nâng tầm thương hiệu muối"),
    ("vi", "Nâng tầm sản phẩm OCOP, khẳng định vị thế trong hội nhập quốc tế"),
    ("vi", "Hội nhập quốc tế là việc lâu dài; tiềm năng của vùng lớn."),
    ("vi", "Bà Rịa - Vũng Tàu khẳng định vị thế trung tâm năng lượng"),
    ("en", "The plan aims at international integration and at the potential of enterprises."),
    ("en", "deepening international economic integration through trade"),
    ("en", "The workshop was about the potential of startups and their integration into value chains."),
    ("en", "Unleashing the creativity of young people, deepening their knowledge"),
    ("en", "Ba Ria - Vung Tau has potential in logistics."),
    ("vi", "[xem thông điệp](../khang-dinh-tiem-nang-nang-tam-hoi-nhap.md)"),
    ("vi", ""),
]


@pytest.mark.parametrize(("lang", "text", "expected"), WRONG)
def test_what_is_nearly_the_message_must_be_the_message(lang: str, text: str, expected: str) -> None:
    clean, wrong = marked(text)
    findings = list(check_message(body(lang, clean), real_house().messages))
    assert in_text(findings) == wrong
    assert {one.params["expected"] for one in findings} == {expected}


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_the_message_itself_and_other_words_are_left(lang: str, text: str) -> None:
    assert list(check_message(body(lang, text), real_house().messages)) == []
