"""Vietnamese left in English, English left in Vietnamese."""

import pytest

from promosite.findings import Finding
from promosite.wording.leftovers import check_left_english, check_left_vietnamese
from promosite.wording.names import named_places
from tests.wording.tiny import body, in_text, marked, real_house

VIETNAMESE = [
    "The ⟦nước mắm⟧ is made here",
    "the ⟦hợp tác xã⟧ of growers",
    "A ⟦sản phẩm⟧ of the commune and its ⟦thương hiệu⟧",
    "- ⟦bánh tráng⟧;\n- ⟦muối⟧",
    "## ⟦Bảo hộ⟧",
    "[⟦mực một nắng⟧](../products/muc-mot-nang-con-dao.md)",
    "the term for ⟦hạt bàng⟧.",
    "Ward ⟦Thắng Nhì⟧ in town",
    "the ⟦công⟧ ty said",
    "a ⟦bánh⟧ of rice",
    "| ⟦Địa điểm⟧ | Place |",
    "made by ⟦Nguyễn Văn⟧ A",
    "about ⟦tỷ đồng⟧ 3",
    "it is ⟦đặc sản⟧\nof the area",
    "the thu mua ⟦nông sản⟧ scheme",
    "the ⟦kế hoạch hành động⟧ of 2023",
    "**⟦Đây⟧** is bold",
]

ENGLISH_ALONE = [
    "The cookies (bánh quy hạt bàng) are made on Con Dao",
    "the trademark “Muối Bà Rịa” dates from 2013",
    'the word "xuồng" means small boat',
    "under Decision 462/QĐ-SHTT, Decree 42/2022/NĐ-CP, 24-NQ/TW and QĐ-TTg",
    "Circular 26/2020/TT-BTTTT and Plan 250/KH-UBND",
    "[a page](../news/chỉ-dẫn.md) and `mã số` in code",
    "https://example.vn/sản-phẩm is an address",
    'a <span lang="vi">nước mắm</span> maker',
    "Xuồng longan is the glossary's own name",
    "Châu Đức and Bà Rịa are judged as names",
    "a café, a résumé, déjà vu, à la carte, vis-à-vis",
    "São Paulo, Bogotá, Málaga, Zürich, Győr, Kraków, Citroën",
    "10 °C, ½, 25 µm, £5, 3 × 4",
    "“Kế hoạch truyền thông quảng bá hình ảnh tỉnh”, in English the plan",
    "the Japanese (日本) partner",
    "no letters with marks at all",
    "```\nmã nguồn đây\n```",
]


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese_in_running_english_is_found(text: str) -> None:
    clean, wrong = marked(text)
    assert in_text(_left_vietnamese(clean)) == wrong


@pytest.mark.parametrize("text", ENGLISH_ALONE)
def test_vietnamese_that_is_marked_as_such_is_left(text: str) -> None:
    assert in_text(_left_vietnamese(text)) == []


def _left_vietnamese(text: str) -> list[Finding]:
    house, passage = real_house(), body("en", text)
    return list(check_left_vietnamese(passage, house.english_words, named_places(passage, house.names)))


ENGLISH = [
    "⟦The product is made by a cooperative in the commune⟧.",
    "Sản phẩm có tiếng. ⟦This page is compiled from public sources and it will be updated⟧.",
    "- ⟦the number of booths at the fair was not recorded⟧",
    "Dòng một\n⟦It was held in the city and it has been held each year⟧",
    "⟦The salt crystallises on a mat of dried algae that is laid over the floor⟧; vụ muối dài.",
    "Kết quả: ⟦not on record because the source does not say how many were there⟧.",
    "⟦There are no data on the decision of the council or of the office⟧",
    "## ⟦What the plan is about and who it is for⟧",
    "Theo nguồn, ⟦this is the first time that the event was held here⟧, tại Vũng Tàu.",
    "⟦We are not able to say whether the rating still stands⟧.",
    "| ⟦The figures are for the whole province and not for the commune⟧ | 4 |",
    "⟦Since 1 July 2025 the area has been a part of the city⟧.",
    "Ghi chú ⟦see the page on the plan for more about this⟧",
    "⟦For the product itself, see the page on cocoa and the page on pepper⟧",
    "⟦Makers of fish sauce buy this salt from the farmers of the district⟧.",
]

VIETNAMESE_ALONE = [
    "Sở Khoa học và Công nghệ (Department of Science and Technology) lập kế hoạch.",
    "Theo Viet Nam News và Vietnam Investment Review, tỉnh công bố dự định.",
    "“Conference on the transfer of technology in the region and the world” là tên bài.",
    "Hội nghị Conference on local technology application and transfer activities in 2020",
    "Chương trình One Commune One Product và Innovation Startup Day",
    "Bà Rịa - Vũng Tàu Techconnect 2020 và World Intellectual Property Organization",
    "Tiếng Anh là “Ba Ria-Vung Tau: Unleashing Potential, Deepening Integration”.",
    "anh em ta cho con cá to hay con cua to hay con tôm to",
    "ban cho dân theo dõi, do ban in ra",
    "Trang dùng HTML, CSS và JavaScript; không dùng cookie.",
    "Xem Food and Agriculture Organization of the United Nations tại đây",
    "`the code is of the kind that is for the build` là mã",
    "Bản tiếng Anh gọi hạt bàng là sea-almond kernel; không hiểu là almond.",
    "International Standard for the Quality of Pepper (tên tiếng Anh)",
    "https://example.org/the-history-of-the-world-and-of-the-people-in-it",
    "",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_sentences_in_vietnamese_are_found(text: str) -> None:
    clean, wrong = marked(text)
    assert in_text(check_left_english(body("vi", clean))) == wrong


@pytest.mark.parametrize("text", VIETNAMESE_ALONE)
def test_names_titles_and_vietnamese_are_left(text: str) -> None:
    assert in_text(check_left_english(body("vi", text))) == []
