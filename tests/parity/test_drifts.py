"""Pairs that do not say the same: every difference is found, and nothing else."""

import pytest

from tests.parity.texts import compared, told

MISSING, ADDED, CHANGED = "parity-fact-missing", "parity-fact-added", "parity-fact-changed"
BUILD = "parity-structure"


def changed(expected: str, found: str) -> list[tuple[str, str, str]]:
    return [(CHANGED, expected, found)]


def missing(expected: str) -> list[tuple[str, str, str]]:
    return [(MISSING, expected, "")]


def added(found: str) -> list[tuple[str, str, str]]:
    return [(ADDED, "", found)]


def build(expected: str, found: str) -> list[tuple[str, str, str]]:
    return [(BUILD, expected, found)]


DRIFTS = [
    # ---- Numbers ----
    ("Có 234 sản phẩm.", "There are 243 products.", changed("234", "243")),
    ("Có 4.500 hộ.", "There are 4.500 households.", changed("4.500", "4.500")),
    ("Có 1.026 sản phẩm.", "There are 1,062 products.", changed("1.026", "1,062")),
    ("Dài 10,23 km.", "It is 10,23 km long.", changed("10,23 km", "10,23 km")),
    ("Có 1.234.567 người.", "There are 1.234.567 people.", changed("1.234.567", "1.234.567")),
    ("Có 100 gian hàng.", "There are booths.", missing("100")),
    ("Có gian hàng.", "There are 100 booths.", added("100")),
    ("Có 5 xã, 5 huyện.", "There are 5 communes and districts.", missing("5")),
    ("Tăng 12,3%.", "A rise of 12.3.", changed("12,3%", "12.3")),
    ("Tăng 12,3%.", "A rise of 13.2%.", changed("12,3%", "13.2%")),
    ("Tăng 2 điểm phần trăm.", "A rise of 2%.", changed("2 điểm phần trăm", "2%")),
    ("Từ 3 đến 4 huyện.", "From 3 to 5 districts.", changed("4", "5")),
    ("Nhiệt độ -5 °C.", "A temperature of 5 °C.", changed("-5 °C", "5 °C")),
    ("Hai phần ba số hộ.", "Three quarters of the households.", changed("Hai phần ba", "Three quarters of")),
    ("Có 2,5 triệu lượt khách.", "There were 2.5 thousand visits.", changed("2,5 triệu", "2.5 thousand")),
    # ---- Words for numbers ----
    ("Bốn vùng trồng.", "Five growing areas.", changed("Bốn", "Five")),
    ("Hai bên cùng ký.", "Three sides signed.", changed("Hai", "Three")),
    ("Mười hai nhãn hiệu.", "Ten marks.", changed("Mười hai", "Ten")),
    ("Hai mươi lăm hộ.", "Twenty-four households.", changed("Hai mươi lăm", "Twenty-four")),
    ("Một sản phẩm.", "Two products.", added("Two")),
    ("Ba sản phẩm.", "One product.", missing("Ba")),
    ("Lần đầu tiên.", "For the second time.", added("second")),
    ("Lần thứ ba.", "For the fourth time.", changed("Lần thứ ba", "fourth")),
    ("Cả hai bên.", "All three sides.", changed("hai", "three")),
    ("Năm 2024 có sáu nhiệm vụ.", "In 2024 there are seven tasks.", changed("sáu", "seven")),
    ("Một trăm hộ.", "Two hundred households.", changed("Một trăm", "Two hundred")),
    # ---- Money ----
    ("Giá trị 279 triệu đồng.", "Worth VND 297 million.", changed("279 triệu đồng", "VND 297 million")),
    ("Kinh phí 390 tỷ đồng.", "A budget of VND 390 million.", changed("390 tỷ đồng", "VND 390 million")),
    ("Kinh phí 390 tỷ đồng.", "A budget of USD 390 billion.", changed("390 tỷ đồng", "USD 390 billion")),
    ("Khoảng 3,1 tỷ USD.", "About USD 31 billion.", changed("3,1 tỷ USD", "USD 31 billion")),
    ("Khoảng 3,1 tỷ USD.", "About USD 3,1 billion.", changed("3,1 tỷ USD", "USD 3,1 billion")),
    ("Kinh phí 390 tỷ đồng.", "A budget of 390 billion.", changed("390 tỷ đồng", "390 billion")),
    ("Giá 50.000 đồng/kg.", "VND 50,000 per tonne.", changed("50.000 đồng/kg", "VND 50,000 per tonne")),
    # ---- Dates ----
    ("Ngày 15/11/2024.", "On 16 November 2024.", changed("Ngày 15/11/2024", "16 November 2024")),
    ("Ngày 15/11/2024.", "On 15 December 2024.", changed("Ngày 15/11/2024", "15 December 2024")),
    ("Ngày 15/11/2024.", "On 15 November 2023.", changed("Ngày 15/11/2024", "15 November 2023")),
    ("Ngày 05/02/2024.", "On 2 May 2024.", changed("Ngày 05/02/2024", "2 May 2024")),
    ("Ngày 15/11/2024.", "In November 2024.", changed("Ngày 15/11/2024", "November 2024")),
    ("Ngày 15/11/2024.", "On 15 November.", changed("Ngày 15/11/2024", "15 November")),
    ("Trước ngày 15/11.", "Before 14 November.", changed("ngày 15/11", "14 November")),
    (
        "Từ ngày 27 đến ngày 29/12/2024.",
        "27-30 December 2024.",
        changed("ngày 27 đến ngày 29/12/2024", "27-30 December 2024"),
    ),
    (
        "Từ ngày 28/12/2024 đến ngày 02/01/2025.",
        "28 December 2024 to 2 January 2024.",
        changed("ngày 02/01/2025", "2 January 2024"),
    ),
    ("Tháng 5/2025.", "March 2025.", changed("Tháng 5/2025", "March 2025")),
    ("Tháng 9/2025.", "In 2025.", [(ADDED, "", "2025"), (MISSING, "Tháng 9/2025", "")]),
    ("Đến tháng 3 âm lịch.", "The season runs to March.", [(ADDED, "", "March"), (MISSING, "tháng 3 âm lịch", "")]),
    ("Năm 2024.", "In 2025.", changed("Năm 2024", "2025")),
    ("Giai đoạn 2023-2025.", "The period 2023-2026.", changed("2025", "2026")),
    ("Từ những năm 1990.", "Since 1990.", [(ADDED, "", "1990"), (MISSING, "những năm 1990", "")]),
    ("Từ những năm 1990.", "Since the 1980s.", changed("những năm 1990", "1980s")),
    ("Quý I/2024.", "Q2 2024.", changed("Quý I/2024", "Q2 2024")),
    ("Quý I/2024.", "Q1 2025.", changed("Quý I/2024", "Q1 2025")),
    ("Quý 3/2024.", "Q2 2024.", changed("Quý 3/2024", "Q2 2024")),
    ("Quý 3/2024.", "March 2024.", [(ADDED, "", "March 2024"), (MISSING, "Quý 3/2024", "")]),
    ("Sáng thứ Năm.", "Friday morning.", changed("Sáng thứ Năm", "Friday")),
    # ---- Time of day and spans ----
    ("Lúc 8 giờ 30.", "At 9.30 a.m.", changed("8 giờ 30", "9.30 a.m.")),
    ("Lúc 2 giờ chiều.", "At 2 a.m.", changed("2 giờ chiều", "2 a.m.")),
    ("Trong 3 năm.", "For 3 months.", changed("3 năm", "3 months")),
    ("Trong hai tuần.", "For two months.", changed("hai tuần", "two months")),
    ("Trong 20 ngày làm việc.", "Within 30 working days.", changed("20 ngày", "30 working days")),
    # ---- Units ----
    ("Diện tích 600 ha.", "An area of 600 km².", changed("600 ha", "600 km²")),
    ("Diện tích 600 ha.", "An area of 600 acres.", changed("600 ha", "600 acres")),
    ("Sản lượng 300 tấn.", "An output of 300 kg.", changed("300 tấn", "300 kg")),
    ("Sản lượng 50 tạ.", "An output of 50 tonnes.", changed("50 tạ", "50 tonnes")),
    ("Dày 92,7-157,7 µm.", "92.7-157.7 mm thick.", [(CHANGED, "92,7", "92.7"), (CHANGED, "157,7 µm", "157.7 mm")]),
    ("Rộng 54 m².", "54 m long.", changed("54 m²", "54 m")),
    ("Loại 5 năm 2024 và 10 kg.", "Grade 5 kg in 2024 and 10 kg.", changed("5", "5 kg")),
    ("Công suất 5 MW.", "A capacity of 5 kilowatts.", changed("5 MW", "5 kilowatts")),
    # ---- Words that turn a number into something else ----
    ("6 tháng đầu năm 2024.", "The last six months of 2024.", changed("đầu năm", "last six months")),
    ("Nửa đầu năm 2024.", "The second half of 2024.", changed("đầu năm", "second half")),
    ("Sản lượng tăng gấp đôi.", "Output tripled.", changed("gấp đôi", "tripled")),
    ("Sản lượng tăng 5%.", "Output fell 5%.", changed("tăng 5%", "fell 5%")),
    ("Giảm khoảng 2,5 triệu.", "Up by 2.5 million.", changed("Giảm khoảng 2,5", "Up by 2.5")),
    ("Khoản 2 Điều 5.", "Clause 5, Article 2.", changed("Khoản 2 Điều 5", "Clause 5, Article 2")),
    ("Năng suất 3 tấn/ha.", "A yield of 3 tonnes.", missing("tấn/ha")),
    ("Năng suất 3 tấn.", "A yield of 3 tonnes per hectare.", added("tonnes per hectare")),
    # ---- Stars, certificates, documents, addresses ----
    ("Sản phẩm 4 sao.", "A 5-star product.", changed("4 sao", "5-star")),
    ("Sản phẩm 4 sao.", "A product rated 4.", changed("4 sao", "4")),
    ("131 sản phẩm 3 sao.", "131 4-star products.", changed("3 sao", "4-star")),
    ("Chỉ dẫn địa lý số 00064.", "Geographical indication No. 00046.", changed("00064", "00046")),
    ("Chỉ dẫn địa lý số 00064.", "Geographical indication No. 64.", changed("00064", "64")),
    ("Quyết định số 1489/QĐ-TTg.", "Decision 1498/QĐ-TTg.", changed("1489/QĐ-TTg", "1498/QĐ-TTg")),
    ("Nghị quyết số 24-NQ/TW.", "Resolution 24-NQ/TU.", changed("24-NQ/TW", "24-NQ/TU")),
    ("Luật số 91/2025/QH15.", "Law 91/2024/QH15.", changed("91/2025/QH15", "91/2024/QH15")),
    ("Theo TCVN 6909:2001.", "Under TCVN 6909:2011.", changed("TCVN 6909:2001", "TCVN 6909:2011")),
    ("Điện thoại 0254 3852 526.", "Telephone +84 254 3852 562.", changed("0254 3852 526", "84 254 3852 562")),
    ("Viết về so@example.vn.", "Write to sở@example.com.", changed("so@example.vn", "sở@example.com")),
    ("Viết về so@example.travel.", "Write to us.", missing("so@example.travel")),
    ("Trang example.vn.", "The website example.com.", changed("example.vn", "example.com")),
    ("Mạng 5G.", "A 4G network.", changed("5G", "4G")),
    ("Phụ lục II.", "Annex III.", changed("II", "III")),
    # ---- Build ----
    ("## A\n\nLời.\n\n### B\n\nLời.", "## A\n\nWords.\n\n## B\n\nWords.", build("“B” (###)", "“B” (##)")),
    ("## A\n\nLời.", "Words.", build("“A” (##)", "–")),
    ("- a\n- b", "- a\n- b\n- c", build("- × 2", "- × 3")),
    ("1. a\n2. b", "- a\n- b", build("1. × 2", "- × 2")),
    ("- a\n    - b", "- a\n- b", build("- × 1", "- × 2")),
    ("|a|b|\n|-|-|\n|x|y|", "|a|b|\n|-|-|\n|x|y|\n|x|z|", build("2 × 2", "3 × 2")),
    ("|a|b|\n|-|-|\n|x|y|", "|a|\n|-|\n|x|", build("2 × 2", "2 × 1")),
    ("|a|b|\n|-|-|\n|x|y|", "a, b", build("2 × 2", "–")),
    ("Xem [tin](../news/a.md).", "See [item](../news/b.md).", build("../news/a.md", "../news/b.md")),
    ("Xem [tin](a.md).", "See item.", build("a.md", "–")),
    ("Tin.", "[Item](a.md).", build("–", "a.md")),
    ("Xem [a](a.md).\n\nXem [b](b.md).", "See [b](b.md).\n\nSee [a](a.md).", build("a.md", "b.md")),
    ("![Ảnh](a.jpg)", "![Picture](b.jpg)", build("a.jpg", "b.jpg")),
    ("![Ảnh](a.jpg)", "Picture", build("a.jpg", "–")),
    ("Lời.[^a][^b]", "Words.[^a]", build("b", "–")),
    ("Lời.[^a]", "Words.[^a][^a]", build("–", "a")),
    ("Lời.[^a]", "Words.[^b]", build("a", "b")),
]  # fmt: skip


@pytest.mark.parametrize(("vi", "en", "findings"), DRIFTS)
def test_found_exactly(vi: str, en: str, findings: list[tuple[str, str, str]]) -> None:
    assert told(compared(vi, en)) == findings


def test_the_table_is_long_enough() -> None:
    assert len(DRIFTS) >= 60
