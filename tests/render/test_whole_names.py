"""Parts of the area's name stay whole in headings; everything else is as it was written."""

import pytest

from promosite.config import Language
from promosite.render.whole_names import keeping_whole


def named(site_name: str) -> Language:
    return Language(locale="vi", name="Tiếng Việt", site_name=site_name, site_description="Một trang mẫu.")


NAMES = (named("Bà Rịa - Vũng Tàu"), named("Ba Ria - Vung Tau"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Hạt tiêu đen Bà Rịa - Vũng Tàu", "Hạt tiêu đen Bà\N{NO-BREAK SPACE}Rịa - Vũng\N{NO-BREAK SPACE}Tàu"),
        (
            "Ba Ria-Vung Tau: Unleashing Potential",
            "Ba\N{NO-BREAK SPACE}Ria-Vung\N{NO-BREAK SPACE}Tau: Unleashing Potential",
        ),
        ("Muối Bà Rịa", "Muối Bà\N{NO-BREAK SPACE}Rịa"),
        ("Bà con ở Tàu", "Bà con ở Tàu"),
        ("", ""),
    ],
)
def test_a_line_never_ends_inside_a_part_of_the_name(text: str, whole: str) -> None:
    assert keeping_whole(NAMES)(text) == whole


def test_a_name_of_one_word_has_nothing_to_break() -> None:
    assert keeping_whole([named("Huế")])("Huế mộng mơ") == "Huế mộng mơ"
