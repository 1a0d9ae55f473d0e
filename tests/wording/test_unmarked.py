"""Vietnamese that was typed without its marks."""

import pytest

from promosite.wording.unmarked import check_unmarked
from tests.wording.tiny import body, in_text, marked

UNMARKED = [
    "⟦Hoi nghi duoc to chuc tai tinh⟧.",
    "Ngày 5/6, ⟦nguoi dan trong tinh duoc xem muoi⟧, rồi về.",
    "- ⟦Phat trien san pham dac trung⟧;\n- muối",
    "Câu đầu đủ dấu.\n\n⟦Cac san pham nay duoc ban\ntai cho⟧.",
]
LEFT = [
    "Hội nghị được tổ chức tại tỉnh, do trung tâm lo.",
    "Theo “Hoi nghi duoc to chuc tai tinh”, là chữ trong nguồn.",
    "Tin trên https://mau.vn/hoi-nghi-duoc-to-chuc-tai-tinh và hoi-nghi-duoc-to-chuc.",
    "Tên không dấu (Hoi nghi duoc to chuc tai tinh) để tra cứu.",
    "Công ty Can Dat Phat Tan Thanh Loc An ra mắt.",
    "Cho em ba con cua to; ai ra thi ghi tin, xem ti vi.",
    "Phần mềm Microsoft Office, mạng internet, startup, chatbot.",
    "Bài The best hot pan in that hat is not on top.",
    "Bản tin Ba Ria - Vung Tau Investment Promotion.",
]


@pytest.mark.parametrize("text", UNMARKED)
def test_what_has_lost_its_marks_is_found(text: str) -> None:
    clean, wrong = marked(text)
    found = list(check_unmarked(body("vi", clean)))
    assert (in_text(found), {one.severity for one in found}) == (wrong, {"warning"})


@pytest.mark.parametrize("text", LEFT)
def test_what_has_them_or_is_no_vietnamese_is_left(text: str) -> None:
    assert in_text(check_unmarked(body("vi", text))) == []
