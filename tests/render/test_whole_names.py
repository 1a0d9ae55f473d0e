"""Names of the area, spans and short compounds stay whole; everything else is as it was written."""

import pytest

from promosite.config import Language
from promosite.messages import load_messages
from promosite.render.whole_names import as_written, keeping_whole

MESSAGES = [load_messages(lang) for lang in ("vi", "en")]


def named(site_name: str) -> Language:
    return Language(locale="vi", name="Tiếng Việt", site_name=site_name, site_description="Một trang mẫu.")


NAMES = (named("Bà Rịa - Vũng Tàu"), named("Ba Ria - Vung Tau"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Hạt tiêu đen Bà Rịa - Vũng Tàu", "Hạt tiêu đen Bà~Rịa~^-^~Vũng~Tàu"),
        ("Ba Ria-Vung Tau: Unleashing Potential", "Ba~Ria^-^Vung~Tau: Unleashing Potential"),
        ("Muối Bà Rịa", "Muối Bà~Rịa"),
        ("Bà con ở Tàu", "Bà con ở Tàu"),
        ("Event, 27-29 December 2024", "Event, 27^-^29~December 2024"),
        ("in 2024 December came", "in 2024~December came"),
        ("16 Marchers, No. 00076", "16 Marchers, No.~00076"),
        ("Decision No. 4570/QĐ-SHTT", "Decision No.~4570/QĐ^-^SHTT"),
        ("ngày 16 tháng 9 năm 2019, quý IV, Quý 4", "ngày~16 tháng~9 năm~2019, quý IV, Quý~4"),
        ("hơn 100 năm nay, số liệu, hàng năm 5 vụ", "hơn 100 năm nay, số liệu, hàng năm~5 vụ"),
        ("giai đoạn 2023 - 2025", "giai đoạn 2023~^-^~2025"),
        ("2018–2019 - a contest", "2018^–^2019 - a contest"),
        ("One-sun-dried squid, 3-star", "One^-^sun^-^dried squid, 3^-^star"),
        ("Trung-tam-khoa-hoc-cong-nghe", "Trung-tam-khoa-hoc-cong-nghe"),
        ("", ""),
    ],
)
def test_a_line_never_ends_inside_a_name_a_span_or_a_short_compound(text: str, whole: str) -> None:
    """`~` stands for a space that is not broken, `^` for the joiner beside a hyphen."""
    kept = keeping_whole(NAMES, MESSAGES)(text)
    assert kept.replace("\N{NO-BREAK SPACE}", "~").replace("\N{WORD JOINER}", "^") == whole
    assert as_written(kept) == text


def test_a_name_of_one_word_has_nothing_to_break() -> None:
    assert keeping_whole([named("Huế")])("Huế mộng mơ") == "Huế mộng mơ"
