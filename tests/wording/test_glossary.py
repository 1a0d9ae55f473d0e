"""The glossary's gate, and the names of units and places across a pair."""

import pytest

from promosite.wording.answers import check_answers
from promosite.wording.glossary import check_terms, forms
from tests.wording.tiny import in_text, marked, real_house, writing

REFUSED = [
    ("Đẩy mạnh tuyên truyền.", "Step up ⟦propaganda⟧.", "Tuyên truyền"),
    ("Nhãn xuồng cơm vàng ngon.", "The yellow ⟦rice⟧ boat ⟦label⟧ is good.", "Nhãn xuồng cơm vàng"),
    ("Có nhãn xuồng cơm vàng.", "There are longan ⟦labels⟧.", "Nhãn xuồng cơm vàng"),
    ("Mãng cầu ta ở Đất Đỏ.", "⟦Soursop⟧ of Dat Do.", "Mãng cầu ta (na)"),
    (
        "Trung tâm Thông tin và Ứng dụng KH&CN",
        "the ⟦Center⟧ for Science",
        "Trung tâm Thông tin và Ứng dụng KH&CN (TT&UD KH&CN)",
    ),
    ("Chỉ dẫn địa lý số 00064", "⟦Geographical instruction⟧ No. 00064", "Chỉ dẫn địa lý (CDĐL)"),
    ("Chỉ dẫn địa lý số 00064", "⟦Geographic indication⟧ No. 00064", "Chỉ dẫn địa lý (CDĐL)"),
    ("Sở KH&CN", "the ⟦Science and Technology Department⟧", "Sở Khoa học và Công nghệ (Sở KH&CN)"),
    ("UBND tỉnh", "the Provincial ⟦Peoples’ Committee⟧", "Ủy ban nhân dân (UBND) tỉnh"),
    ("UBND tỉnh", "the Provincial ⟦Peoples' Committee⟧", "Ủy ban nhân dân (UBND) tỉnh"),
    ("Nhãn xuồng cơm vàng", "The ⟦yellow-rice⟧ longan", "Nhãn xuồng cơm vàng"),
    ("Đơn vị sự nghiệp công lập", "Public ⟦career⟧ units", "Đơn vị sự nghiệp công lập"),
    ("Chương trình OCOP của tỉnh", "The OCOP ⟦program⟧ of the province", "Chương trình mỗi xã một sản phẩm (OCOP)"),
    ("Mực một nắng", "⟦One sunshine⟧ squid", "Một nắng"),
    ("Bưởi da xanh", "⟦Blue skin⟧ ⟦grapefruit⟧", "Bưởi da xanh"),
    ("Khoai môn Láng Dài", "Lang Dai ⟦potato⟧", "Khoai môn / dưa lưới"),
    ("Thanh long", "⟦Green dragon⟧ fruit", "Thanh long / quýt đường"),
    ("Đặc khu Côn Đảo", "Con Dao ⟦Special Economic Zone⟧", "Đặc khu Côn Đảo"),
    ("Nhãn hiệu tập thể", "a ⟦collective brand⟧", "Nhãn hiệu tập thể"),
    ("Công chức, viên chức", "the ⟦cadres⟧", "Công chức, viên chức (CCVC)"),
    ("Nơi đáng đến", "a place ⟦worth coming⟧ to", "Nơi đáng đến"),
    ("Sản phẩm đặc trưng", "⟦featured products⟧", "Sản phẩm đặc trưng"),
    ("Câu một.\n\nTờ trình của Sở.", "One sentence.\n\nThe ⟦statement⟧ of the Department.", "Tờ trình"),
]

LET_THROUGH = [
    ("Đẩy mạnh tuyên truyền.", "Step up publicity."),
    ("Kế hoạch.", "The word propaganda without its term."),
    ("Tuyên truyền.", "Publicity, never “propaganda”."),
    ("Tuyên truyền (không dịch là propaganda).", "Publicity; propaganda is a wrong word for it."),
    ("Mãng cầu ta. Một bản tin dùng từ soursop, là mãng cầu xiêm.", "Custard apple. One report printed soursop."),
    ("Mãng cầu ta.", "Custard apple, not soursop."),
    ("Nhãn xuồng cơm vàng và bánh tráng.", "Xuong longan and rice paper."),
    ("Nhãn xuồng cơm vàng, có dán nhãn phụ.", "Xuong longan with an extra label."),
    ("Nhãn xuồng cơm vàng và gạo.", "Xuong longan and rice."),
    ("Nhãn xuồng cơm vàng.\n\nCâu khác.", "Xuong longan.\n\nA canoe trip is another thing."),
    ("Chủ thể OCOP", "The OCOP entity is subject to a check."),
    ("Chương trình OCOP và phần mềm máy tính", "The OCOP programme and a computer program"),
    ("Sản phẩm OCOP tiêu biểu; kết quả nổi bật", "Typical OCOP products; outstanding results"),
    ("Trung tâm Thông tin và Ứng dụng KH&CN", "the Centre for Science; the “Center for Applying Science”"),
    ("Khoai môn và khoai lang", "Taro and sweet potato"),
    ("Tờ trình và phát biểu", "The submission and a statement"),
    (
        "Phòng Quản lý Khoa học và Công nghệ, phòng họp",
        "The Science and Technology Management Division, a meeting room",
    ),
    ("Tuyên truyền [ở đây](../x.md)", "Publicity [here](../propaganda.md) `propaganda`"),
]


@pytest.mark.parametrize(("vi", "en", "term"), REFUSED)
def test_a_refused_word_is_found_where_the_term_is_said(vi: str, en: str, term: str) -> None:
    clean, wrong = marked(en)
    findings = list(check_terms(writing("vi", vi), writing("en", clean), real_house().terms))
    assert {one.code for one in findings} == {"word-avoided"}
    assert sorted(set(in_text(findings))) == wrong
    assert term in {one.params["term"] for one in findings}


@pytest.mark.parametrize(("vi", "en"), LET_THROUGH)
def test_right_words_and_words_of_others_are_let_through(vi: str, en: str) -> None:
    assert in_text(check_terms(writing("vi", vi), writing("en", en), real_house().terms)) == []


def test_the_subject_of_a_text_reaches_every_paragraph() -> None:
    vi = writing("vi", "Quả ngọt.\n\nVỏ mỏng.", title="Nhãn xuồng cơm vàng")
    en = writing("en", "Sweet fruit.\n\nThe rice is thick.", title="Xuong longan")
    assert in_text(check_terms(vi, en, real_house().terms)) == [(3, 5, "rice")]


def test_bodies_of_different_length_answer_each_other_as_wholes() -> None:
    vi, en = writing("vi", "Một.\n\nTuyên truyền."), writing("en", "The propaganda.\n\nTwo.\n\nThree.")
    assert in_text(check_terms(vi, en, real_house().terms)) == [(1, 5, "propaganda")]


@pytest.mark.parametrize(
    ("vi", "expected"),
    [
        ("Sở Khoa học và Công nghệ (Sở KH&CN)", ("sở khoa học và công nghệ", "sở kh&cn")),
        ("Hồ tiêu / hạt tiêu đen", ("hồ tiêu", "hạt tiêu đen")),
        ("Mãng cầu ta (na)", ("mãng cầu ta",)),
        ("Tuyên truyền", ("tuyên truyền",)),
    ],
)
def test_the_forms_of_a_term(vi: str, expected: tuple[str, ...]) -> None:
    assert forms(vi) == expected


# ---- Names of units and places ----

UNANSWERED = [
    (
        "Trung tâm Thông tin và Ứng dụng KH&CN mời dự.",
        "The Information Hub invites you.",
        "Trung tâm Thông tin và Ứng dụng KH&CN",
    ),
    (
        "Trung tâm Thông tin và Ứng dụng Khoa học và Công nghệ mời.",
        "The Hub invites.",
        "Trung tâm Thông tin và Ứng dụng KH&CN",
    ),
    ("Phòng Quản lý Khoa học và Công nghệ trả lời.", "The office answers.", "Phòng Quản lý Khoa học và Công nghệ"),
    ("Ở huyện Châu Đức có ca cao.", "There is cocoa in the district.", "huyện Châu Đức"),
    ("Ở Huyện Xuyên Mộc.", "In the district.", "huyện Xuyên Mộc"),
    ("Tỉnh Bà Rịa - Vũng Tàu khi đó.", "The then province.", "tỉnh Bà Rịa - Vũng Tàu"),
    ("Thành phố Hồ Chí Minh.", "The City.", "Thành phố Hồ Chí Minh"),
    ("Tại huyện Côn Đảo.", "On Poulo Condor.", "huyện Côn Đảo"),
]

ANSWERED = [
    ("Trung tâm Thông tin và Ứng dụng KH&CN.", "The Centre for Science and Technology Information and Application."),
    ("Trung tâm Thông tin và Ứng dụng Khoa học và Công nghệ.", "The Centre for S&T Information and Application."),
    ("Phòng Quản lý Khoa học và Công nghệ.", "The S&T Management Division."),
    ("Các phòng, đơn vị họp.", "All offices met."),
    ("huyện Châu Đức; huyện Đất Đỏ", "Chau Duc and Dat Do Districts"),
    ("xã Tóc Tiên, Châu Pha", "Toc Tien and Chau Pha communes"),
    ("thành phố Vũng Tàu: phường 11", "Vung Tau City: Ward 11"),
    ("huyện Châu Đức", "Chau Duc\nDistrict (huyện Châu Đức)"),
    ("ở Châu Đức", "in the district"),
    ("phường Vũng Tàu, xã Châu Pha", "Vung Tau Ward, Chau Pha Commune"),
]


@pytest.mark.parametrize(("vi", "en", "name"), UNANSWERED)
def test_a_full_name_without_an_answer_is_found(vi: str, en: str, name: str) -> None:
    findings = list(check_answers(writing("vi", vi), writing("en", en), real_house().answers))
    assert [(one.code, one.params["name"], one.source.line, one.source.column) for one in findings] == [
        ("word-name-missing", name, 1, 1)
    ]


@pytest.mark.parametrize(("vi", "en"), ANSWERED)
def test_an_answered_name_is_left(vi: str, en: str) -> None:
    assert list(check_answers(writing("vi", vi), writing("en", en), real_house().answers)) == []


def test_a_summary_may_leave_names_out() -> None:
    vi = writing("vi", "Ở huyện Châu Đức.", summary="Ở huyện Châu Đức.")
    assert list(check_answers(vi, writing("en", "", summary="In the area."), real_house().answers)) == []


KINDS = [
    ("thị xã Phú Mỹ", "⟦Phu My City⟧", "Phu My Town"),
    ("thành phố Bà Rịa", "⟦Ba Ria Town⟧", "Ba Ria City"),
    ("xã Sông Xoài", "in ⟦Song Xoai Ward⟧", "Song Xoai Commune"),
    ("huyện Châu Đức", "a\nb ⟦Chau Duc Commune⟧", "Chau Duc District"),
    ("đặc khu Côn Đảo", "⟦Con Dao District⟧", "Con Dao Special Zone"),
]
SAME_KIND = [
    ("thị xã Phú Mỹ, nay là thành phố Phú Mỹ", "Phu My Town, then Phu My City"),
    ("Bà Rịa: Long Phước; tỉnh Bà Rịa - Vũng Tàu", "Ba Ria City: Long Phuoc; Ba Ria - Vung Tau Province"),
    ("Phú Mỹ và thị xã Phú Mỹ", "Phu My City"),
    ("TP. Vũng Tàu", "Vung Tau City"),
    ("huyện Châu Đức", "“Chau Duc Commune” as the source says; Chau Duc District"),
]


@pytest.mark.parametrize(("vi", "en", "expected"), KINDS)
def test_another_kind_of_place_is_found(vi: str, en: str, expected: str) -> None:
    clean, wrong = marked(en)
    findings = list(check_answers(writing("vi", vi), writing("en", clean), real_house().answers))
    assert [one.code for one in findings] == ["word-name"]
    assert (in_text(findings), findings[0].params["expected"]) == (wrong, expected)


@pytest.mark.parametrize(("vi", "en"), SAME_KIND)
def test_the_same_kind_and_doubtful_ones_are_left(vi: str, en: str) -> None:
    assert list(check_answers(writing("vi", vi), writing("en", en), real_house().answers)) == []
