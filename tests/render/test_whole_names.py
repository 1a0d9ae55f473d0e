"""Parts of the area's name stay whole in headings; everything else is as it was written."""

import pytest

from promosite.render.whole_names import keeping_whole

NAMES = ("Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau")


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
    assert keeping_whole(["Huế"])("Huế mộng mơ") == "Huế mộng mơ"
