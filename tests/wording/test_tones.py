"""Where the tone stands."""

import pytest

from promosite.lang import TONES
from promosite.wording.syllables import RIMES, TONED, WITH_TONE, syllable_of, tone_place
from promosite.wording.tones import check_tones
from tests.wording.tiny import body, in_text, marked

WRONG = [
    ("⟦hoà⟧ bình", ["hòa"]),
    ("xã ⟦Hoà⟧ Hiệp", ["Hòa"]),
    ("CỘNG ⟦HOÀ⟧ XÃ HỘI", ["HÒA"]),
    ("⟦Thuỷ⟧ sản và ⟦thuỷ⟧ lợi", ["Thủy", "thủy"]),
    ("sức ⟦khoẻ⟧", ["khỏe"]),
    ("⟦hoá⟧ đơn, văn ⟦hoá⟧", ["hóa", "hóa"]),
    ("⟦toà⟧ soạn", ["tòa"]),
    ("⟦xoá⟧ đi, ⟦doạ⟧ nạt", ["xóa", "dọa"]),
    ("⟦uỷ⟧ ban, ⟦Uỷ⟧ viên", ["ủy", "Ủy"]),
    ("⟦tuỳ⟧ theo", ["tùy"]),
    ("⟦huỷ⟧ bỏ", ["hủy"]),
    ("⟦loè⟧ loẹt", ["lòe"]),
    ("⟦luỹ⟧ kế, ⟦truỵ⟧ tim", ["lũy", "trụy"]),
    # Neither way of writing.
    ("dòng đầu\nhàng ⟦hóan⟧ đổi", ["hoán"]),
    ("⟦đựơc⟧ cấp", ["được"]),
    ("⟦qúy⟧ khách, kết ⟦qủa⟧", ["quý", "quả"]),
    ("⟦gìa⟧ và trẻ", ["già"]),
    ("⟦cuả⟧ tỉnh", ["của"]),
    ("⟦ngừơi⟧ dân", ["người"]),
    ("⟦tòan⟧ văn, ⟦ngòai⟧ nước", ["toàn", "ngoài"]),
    ("mùa vụ cũ, ⟦muà⟧ mới", ["mùa"]),
    ("[⟦thoả⟧ thuận](../news/thoa-thuan.md)", ["thỏa"]),
    ("| ⟦Hoà⟧ Long |", ["Hòa"]),
]

RIGHT = [
    "hòa, hóa, hỏa, hõa, họa; thủy, thùy, thúy, thũy, thụy; khỏe, lòe, xòe",
    "quý, quỳ, quỷ, quỹ, quỵ, quả, quà, quá, quên, quốc, quyết, quỳnh, Quý I/2024",
    "già, giá, giả, giữ, giúp, giờ, gì, gìn giữ, giếng, giết, giặt",
    "toán, hoàn, ngoài, xoài, loét, hoằng, ngoằn ngoèo, khoét, loạt",
    "tuyết, tuyển, khuỷu, huỳnh, suýt, huýt, quỵt, khuynh",
    "thuở, huệ, thuế, thuộc, thuốc, chuối, tuổi, uống, muỗi",
    "được, người, nước, ruộng, mướp, lượng, hướng, ươm",
    "mía, mùa, của, cứu, hữu, địu, kéo, báo, núi, tối, gửi",
    "kỹ thuật, kĩ thuật, lý do, lí do, mỹ thuật, mĩ thuật, quì gối",
    "“Hoà Bình” là tên doanh nghiệp tự viết",
    "Công ty «Thuỷ Tạ»",
    "Bogotá, Noël, déjà vu, Málaga, Müller",
    "[bài](../news/hoà.md) và `thuỷ`",
    "https://example.vn/hoà",
    "oán, oản, ùa, ủa, ế, ốm, ở, ức",
    "YÊU CẦU, ỦY BAN, HÒA LONG, THÚY",
    "cái cò, cái kéo, lèo, khoèo, xoong, goòng",
    "O'Hoà và d’Hoà",
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_a_tone_on_the_wrong_letter_is_shown_right(text: str, expected: list[str]) -> None:
    clean, wrong = marked(text)
    findings = list(check_tones(body("vi", clean)))
    assert in_text(findings) == sorted(wrong)
    assert [one.params["expected"] for one in findings] == expected


@pytest.mark.parametrize("text", RIGHT)
def test_tones_in_their_place_are_left(text: str) -> None:
    assert list(check_tones(body("vi", text))) == []


def test_every_rime_with_its_tone_in_place_is_right() -> None:
    for rime in RIMES:
        place = tone_place(rime)
        for tone in TONES:
            toned = rime[:place] + WITH_TONE[rime[place], tone] + rime[place + 1 :]
            syllable = syllable_of(f"t{toned}")
            assert syllable is not None
            assert syllable.place == syllable.right_place, toned


def test_there_are_sixty_letters_with_a_tone() -> None:
    assert len(TONED) == 60


@pytest.mark.parametrize("word", ["program", "café", "strasse", "ngh", "zoà", "hoàà", "hòá", "plus", "nhấttt"])
def test_what_is_no_syllable_is_not_judged(word: str) -> None:
    assert syllable_of(word) is None
