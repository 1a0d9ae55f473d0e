"""Lines of titles: inside their box, apart from each other, evenly filled, every letter kept."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from promosite.render.card_words import BOTTOM, LARGE, SMALL, TOP, WIDTH
from promosite.render.lettering import face
from promosite.render.typesetting import LEAST_LEADING, Setting, fitting, set_text

BOLD = face("Bold")
HEIGHT = BOTTOM - TOP - 150
"""What is left for a title beside the largest kicker and the largest evidence, in px."""
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậêềểễếệôồổỗốộơờởỡớợưừửữứựđĐẾẬỖỨỲgjpqyWMi0189.,:“”-–()/ "
TITLE = st.text(LETTERS, min_size=1, max_size=300).map(lambda text: " ".join(text.split(" ")).strip() or "Ậ")

NASTY = [
    "Ậ",
    "Ế Ậ Ỗ Ứ",
    "ẾẬỖỨ " * 59 + "ẾẬỖỨ",
    "Ỗ" * 300,
    "W" * 300,
    "g" * 300,
    "a " * 149 + "b",
    "Ngày hội Khởi nghiệp đổi mới sáng tạo tỉnh Bà Rịa - Vũng Tàu lần đầu, ngày 16/12/2022 " * 3,
    "https://www.example.org/mot-dia-chi-rat-dai/khong-co-dau-cach/nao-ca/trong-suot-ba-tram-ky-tu/" * 3,
]


def title(text: str) -> Setting:
    return fitting(BOLD, text, WIDTH, HEIGHT, LARGE) or set_text(BOLD, text, WIDTH, HEIGHT, SMALL)


def ink(setting: Setting, number: int) -> tuple[int, int]:
    """Return first and last row of px that a line's ink covers, drawn for real."""
    image = Image.new("L", (WIDTH + 200, setting.height + 400))
    BOLD.draw(image, 100, 200 + setting.above + number * setting.leading, setting.lines[number], setting.size)
    box = image.getbbox()
    assert box is not None
    assert box[0] >= 100 - setting.size // 8
    assert box[2] <= 100 + WIDTH + setting.size // 8
    return box[1] - 200, box[3] - 1 - 200


@pytest.mark.parametrize("text", NASTY, ids=lambda text: text[:20])
def test_drawn_lines_stay_in_the_box_and_apart(text: str) -> None:
    setting = title(text)
    rows = [ink(setting, number) for number in range(len(setting.lines))]
    assert all(upper[1] < lower[0] for upper, lower in pairwise(rows))
    assert rows[0][0] >= -1
    assert rows[-1][1] <= HEIGHT
    assert setting.leading >= LEAST_LEADING * setting.size


@given(TITLE)
def test_any_title_fits_whole(text: str) -> None:
    setting = title(text)
    assert "".join(setting.lines).replace(" ", "") == text.replace(" ", "")
    assert max(BOLD.width(line) for line in setting.lines) * setting.size <= WIDTH + 1
    assert setting.height <= HEIGHT
    for upper, lower in pairwise(setting.lines):
        assert (BOLD.reach(upper)[1] + BOLD.reach(lower)[0]) * setting.size <= setting.leading


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Hạt tiêu đen Bà Rịa - Vũng Tàu", ("Hạt tiêu đen", "Bà Rịa - Vũng Tàu")),
        (
            "Bà Rịa - Vũng Tàu khẳng định tiềm năng, nâng tầm hội nhập",
            ("Bà Rịa - Vũng Tàu", "khẳng định tiềm năng,", "nâng tầm hội nhập"),
        ),
        ("Tin A", ("Tin A",)),
        (
            "Sample Bulletin No. 1 explains the aims of the Sample Programme",
            ("Sample Bulletin No. 1", "explains the aims of", "the Sample Programme"),
        ),
        ("A\u00a0B " * 12, None),
    ],
)
def test_lines_break_where_they_read_well(text: str, lines: tuple[str, ...] | None) -> None:
    setting = title(text.strip())
    assert setting.lines == lines if lines else all("A\u00a0B" in line for line in setting.lines)


@pytest.mark.parametrize(
    ("text", "ems"),
    [("Tiêu đen Bà Rịa - Vũng Tàu được bảo hộ", 20.043), ("VAT Tàu Tây Thủy, Yên Tử: “AV. To We”", 19.267)],
)
def test_letters_are_kerned(text: str, ems: float) -> None:
    """The widths that HarfBuzz finds for the same face."""
    assert BOLD.width(text) == pytest.approx(ems, abs=0.002)
    assert BOLD.width("AV") < BOLD.width("A") + BOLD.width("V")


def test_what_never_fits_is_cut_off_visibly() -> None:
    setting = set_text(BOLD, "rất dài " * 200, WIDTH, 100, SMALL)
    assert setting.height <= 100
    assert setting.lines[-1].endswith("…")
    assert BOLD.width(setting.lines[-1]) * setting.size <= WIDTH


def test_a_word_is_broken_only_where_no_size_takes_it_whole() -> None:
    assert title("Trang khoahocphattrien.vn viết về muối").lines == ("Trang", "khoahocphattrien.vn", "viết về muối")
