"""Names of places and of the country."""

import pytest

from promosite.findings import Finding
from promosite.wording.names import bare_en, bare_vi, check_names, named_places
from tests.wording.tiny import body, in_text, marked, real_house

WRONG = [
    # Marks in running English.
    ("en", "⟦Bà Rịa-Vũng Tàu⟧ Province had 234 products", ["Ba Ria - Vung Tau"]),
    ("en", "in ⟦Bà Rịa - Vũng Tàu⟧ area", ["Ba Ria - Vung Tau"]),
    ("en", "the former ⟦Châu Đức⟧ District", ["Chau Duc"]),
    ("en", "⟦Côn Đảo⟧ is an island", ["Con Dao"]),
    ("en", "line one\nand ⟦Xuyên Mộc⟧", ["Xuyen Moc"]),
    ("en", "[⟦Long Điền⟧ salt](../products/muoi-ba-ria.md)", ["Long Dien"]),
    ("en", "in ⟦Đất Đỏ⟧ and ⟦Long Tân⟧", ["Dat Do", "Long Tan"]),
    # Spacing of the joint name.
    ("en", "⟦Ba Ria-Vung Tau⟧ Province", ["Ba Ria - Vung Tau"]),
    ("en", "the ⟦Ba Ria–Vung Tau⟧ area", ["Ba Ria - Vung Tau"]),
    ("en", "the ⟦Ba Ria – Vung Tau⟧ area", ["Ba Ria - Vung Tau"]),
    ("en", "the ⟦Ba Ria Vung Tau⟧ area", ["Ba Ria - Vung Tau"]),
    ("en", "Partners (⟦Ba Ria-Vung Tau⟧) came", ["Ba Ria - Vung Tau"]),
    ("en", "⟦Baria-Vungtau⟧ Province", ["Ba Ria - Vung Tau"]),
    ("vi", "tỉnh ⟦Bà Rịa-Vũng Tàu⟧", ["Bà Rịa - Vũng Tàu"]),
    ("vi", "khu vực ⟦Bà Rịa – Vũng Tàu⟧", ["Bà Rịa - Vũng Tàu"]),
    ("vi", "huyện ⟦Châu-Đức⟧", ["Châu Đức"]),
    # Names written in one or with hyphens.
    ("en", "the city of ⟦Vungtau⟧", ["Vung Tau"]),
    ("en", "⟦Hochiminh⟧ City", ["Ho Chi Minh"]),
    ("en", "⟦Ho-Chi-Minh⟧ City", ["Ho Chi Minh"]),
    ("en", "⟦ConDao⟧ squid", ["Con Dao"]),
    # The country.
    ("en", "exports of ⟦Vietnam⟧ grew", ["Viet Nam"]),
    ("en", "In ⟦Vietnam⟧, pepper is grown", ["Viet Nam"]),
    ("en", "⟦Vietnam⟧'s Ministry of Health", ["Viet Nam"]),
    ("en", "⟦VietNam⟧ and ⟦Viet nam⟧", ["Viet Nam", "Viet Nam"]),
    ("en", "the Socialist Republic of ⟦Vietnam⟧", ["Viet Nam"]),
]

RIGHT = [
    ("en", "Ba Ria - Vung Tau Province and Ba Ria - Vung Tau's salt"),
    ("en", "the Ba Ria -\nVung Tau area"),
    ("en", "BA RIA - VUNG TAU PROVINCE"),
    ("en", "“Select Ba Ria-Vung Tau” was the theme"),
    ("en", "Chau Duc District (huyện Châu Đức), Con Dao (Côn Đảo)"),
    ("en", "the trademark “Muối Bà Rịa” (Ba Ria salt)"),
    ("en", "Ba Ria-Vung Tau: Unleashing Potential, Deepening Integration"),
    ("en", "https://sokhcn.baria-vungtau.gov.vn and baria-vungtau.gov.vn"),
    ("en", "[^bao-ba-ria-vung-tau] cited"),
    ("en", "Viet Nam and Viet Nam News"),
    ("en", "Vietnam News Agency, VietnamPlus, Vietnam Logistics Forum, Vietnam Investment Review"),
    ("en", "Techfest Vietnam 2024, Voice of Vietnam, Vietnam Expo 2025"),
    ("en", "the Vietnamese text, VietNamNet, Vietnamnet"),
    ("en", "“Made in Vietnam” on the label"),
    ("en", "Ba Ria and Vung Tau; Vung Tau Ward; Ho Chi Minh City"),
    ("en", "- Ba Ria\n- Vung Tau"),
    ("en", "Mr Loc an engineer; Dat does his work; the longan"),
    ("vi", "Bà Rịa - Vũng Tàu, bà rịa - vũng tàu, BÀ RỊA - VŨNG TÀU"),
    ("vi", "Ba Ria - Vung Tau Techconnect 2020 và Ba Ria-Vung Tau"),
    ("vi", "“Bà Rịa-Vũng Tàu được phép xuất khẩu đi Mỹ”"),
    ("vi", "Con dao này sắc. Tan thành mây khói. Đất đỏ bazan. Ông Tấn Thanh."),
    ("vi", "Vietnam Airlines, Vietnam"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), WRONG)
def test_a_name_is_written_as_on_record(lang: str, text: str, expected: list[str]) -> None:
    clean, wrong = marked(text)
    assert (in_text(found := _names(lang, clean)), [one.params["expected"] for one in found]) == (wrong, expected)


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_names_on_record_and_names_of_others_are_left(lang: str, text: str) -> None:
    assert _names(lang, text) == []


def _names(lang: str, text: str) -> list[Finding]:
    house, passage = real_house(), body(lang, text)
    decreed = [match.span() for one in house.messages for match in one.exact.finditer(passage.prose)]
    found = check_names(passage, house.names, named_places(passage, house.names), decreed)
    return sorted(found, key=lambda one: one.source)


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("huyện Châu Đức", "Châu Đức"),
        ("Đặc khu Côn Đảo", "Côn Đảo"),
        ("thị xã Phú Mỹ", "Phú Mỹ"),
        ("Vùng Mẫu Z", "Vùng Mẫu Z"),
    ],
)
def test_a_vietnamese_name_without_its_kind(full: str, bare: str) -> None:
    assert bare_vi(full) == bare


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("Chau Duc District", "Chau Duc"),
        ("Con Dao Special Zone", "Con Dao"),
        ("Sample District 1", "Sample District 1"),
    ],
)
def test_an_english_name_without_its_kind(full: str, bare: str) -> None:
    assert bare_en(full) == bare
