"""Names that have ended are not written about as if they still were."""

from datetime import date

import pytest

from promosite.wording.tense import Setting, check_tense
from tests.wording.tiny import body, in_text, marked, real_house

AFTER = Setting(date(2025, 11, 28), date(2026, 11, 22))
"""A text about a time after the province ended."""
BEFORE = Setting(date(2022, 11, 1), date(2026, 11, 22))
"""A text about a time before, published after."""
PAGE = Setting()
"""A hand-written page, without date."""
OF_ITS_TIME = Setting(date(2024, 5, 21), date(2024, 5, 22))
"""Published while the province was there."""

WRONG = [
    # Facts after the end: every unmarked use.
    (AFTER, "vi", "Sự kiện diễn ra tại ⟦huyện Châu Đức⟧ ngày 28/11/2025."),
    (AFTER, "vi", "⟦Tỉnh Bà Rịa - Vũng Tàu⟧ tổ chức hội chợ."),
    (AFTER, "vi", "Trước đây có lễ. Nay ⟦thành phố Vũng Tàu⟧ mở hội."),
    (AFTER, "vi", "Hai câu.\n\nKhách đến ⟦huyện Long Đất⟧ và ⟦huyện Xuyên Mộc⟧."),
    (AFTER, "en", "The fair was held in ⟦Chau Duc District⟧ on 28 November 2025."),
    (AFTER, "en", "Visitors of ⟦Ba Ria - Vung Tau Province⟧ came."),
    (AFTER, "en", "Booths from ⟦Vung Tau City⟧ and ⟦Con Dao District⟧."),
    (AFTER, "en", "It took place in the ⟦province of Ba Ria - Vung Tau⟧."),
    (AFTER, "vi", "- điểm bán: ⟦thành phố Bà Rịa⟧;\n- điểm bán: ⟦xã Sông Xoài⟧."),
    (AFTER, "vi", "tháng 12/2025, ⟦huyện Đất Đỏ⟧ có 30 gian hàng"),
    # Facts before the end: only where a word beside the name says today.
    (BEFORE, "vi", "Hiện nay, ⟦tỉnh Bà Rịa - Vũng Tàu⟧ có 1.163 ha bưởi."),
    (BEFORE, "vi", "⟦Tỉnh Bà Rịa - Vũng Tàu⟧ hiện có nhiều vườn."),
    (BEFORE, "vi", "⟦Huyện Châu Đức⟧ hiện đang trồng ca cao."),
    (BEFORE, "en", "Currently ⟦Ba Ria - Vung Tau Province⟧ has over 600 ha."),
    (BEFORE, "en", "⟦Chau Duc District⟧ currently has 500 ha."),
    (BEFORE, "en", "Today, ⟦Xuyen Moc District⟧ is known for pepper."),
    # A page without date.
    (PAGE, "vi", "Khám phá ⟦tỉnh Bà Rịa - Vũng Tàu⟧ cùng chúng tôi."),
    (PAGE, "vi", "⟦Huyện Côn Đảo⟧ có ba sản phẩm OCOP."),
    (PAGE, "en", "Discover ⟦Ba Ria - Vung Tau Province⟧ and its sea."),
    (PAGE, "en", "⟦Long Dien District⟧ is a land of salt."),
    (PAGE, "vi", "Ủy ban nhân dân ⟦tỉnh Bà Rịa - Vũng Tàu⟧ hiện đang phụ trách."),
]

RIGHT = [
    (AFTER, "vi", "Sự kiện diễn ra tại huyện Châu Đức trước đây."),
    (AFTER, "vi", "Ngành nông nghiệp của tỉnh Bà Rịa - Vũng Tàu khi đó có 234 sản phẩm."),
    (AFTER, "vi", "Theo Quyết định ngày 16/9/2019, huyện Long Điền có nghề muối."),
    (AFTER, "vi", "Bài báo ghi tên huyện Côn Đảo, nay là đặc khu Côn Đảo thuộc Thành phố Hồ Chí Minh."),
    (AFTER, "vi", "Từ ngày 01/07/2025, tỉnh Bà Rịa - Vũng Tàu sáp nhập vào Thành phố Hồ Chí Minh."),
    (AFTER, "vi", "Khu vực Bà Rịa - Vũng Tàu, phường Vũng Tàu, xã Châu Pha, Thành phố Hồ Chí Minh"),
    (AFTER, "vi", "Bài “Tỉnh Bà Rịa - Vũng Tàu mở hội” (huyện Châu Đức)"),
    (AFTER, "en", "The former Chau Duc District; what was then Ba Ria - Vung Tau Province."),
    (AFTER, "en", "The article names Con Dao District, today Con Dao Special Zone, part of Ho Chi Minh City."),
    (AFTER, "en", "In 2022 Xuyen Moc District had 7 communes."),
    (AFTER, "en", "On 1 July 2025 Ba Ria - Vung Tau Province merged with Ho Chi Minh City."),
    (AFTER, "vi", "Tên theo lúc đăng ký:\n\n- huyện Tân Thành: xã Tóc Tiên, Châu Pha;\n- huyện Đất Đỏ: xã Lộc An."),
    (AFTER, "en", "The area, by the names used at registration:[^a]\n\n- Tan Thanh District;\n- Vung Tau City."),
    (BEFORE, "vi", "Tháng 11/2022, tỉnh Bà Rịa - Vũng Tàu có 1.163 ha bưởi."),
    (BEFORE, "vi", "Lộc An thuộc huyện Đất Đỏ."),
    (BEFORE, "vi", "Hiện nay chưa có dữ liệu. Tỉnh Bà Rịa - Vũng Tàu công bố dự định."),
    (BEFORE, "en", "The managing body is the People's Committee of Ba Ria - Vung Tau Province."),
    (OF_ITS_TIME, "vi", "Hiện nay, tỉnh Bà Rịa - Vũng Tàu có 145 sản phẩm."),
    (OF_ITS_TIME, "en", "Chau Duc District is known for cocoa."),
    (PAGE, "vi", "Sở Khoa học và Công nghệ tỉnh Bà Rịa - Vũng Tàu là cơ quan lập kế hoạch."),
    (PAGE, "vi", "Tỉnh Bà Rịa - Vũng Tàu kết thúc hoạt động từ ngày 01/7/2025."),
    (PAGE, "vi", "Kế hoạch truyền thông quảng bá hình ảnh tỉnh Bà Rịa - Vũng Tàu ra nước ngoài theo cách làm mới"),
    (PAGE, "en", "communicating and promoting the image of Ba Ria - Vung Tau Province abroad through new approaches"),
    (PAGE, "en", "The Department of Science and Technology of Ba Ria - Vung Tau Province drew up the plan."),
    (PAGE, "vi", "Tỉnh Bình Dương, huyện Củ Chi và thành phố Thủ Đức"),
]


@pytest.mark.parametrize(("setting", "lang", "text"), WRONG)
def test_an_ended_name_of_today_is_found(setting: Setting, lang: str, text: str) -> None:
    clean, wrong = marked(text)
    assert in_text(check_tense(body(lang, clean), real_house().ended[lang], setting)) == wrong


@pytest.mark.parametrize(("setting", "lang", "text"), RIGHT)
def test_an_ended_name_of_its_time_is_left(setting: Setting, lang: str, text: str) -> None:
    assert in_text(check_tense(body(lang, text), real_house().ended[lang], setting)) == []


def test_the_finding_tells_the_last_day_of_the_record() -> None:
    text = body("vi", "Hội chợ ở huyện Long Điền và huyện Tân Thành.")
    found = check_tense(text, real_house().ended["vi"], AFTER)
    assert [one.params["until"] for one in found] == ["2024-12-31", "2018-04-30"]


def test_names_that_go_on_have_not_ended() -> None:
    names = real_house().ended["vi"].names
    assert "huyện châu đức" in names
    assert "xã châu pha" not in names
    assert "thành phố hồ chí minh" not in names
