"""Vietnamese on a page in another language is marked once, and nothing else is."""

import pytest

from promosite.render.foreign_words import marked_vietnamese

VI = '<span lang="vi">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Salt</p>", "<p>Salt</p>"),
        ("<p>in Bà Rịa - Vũng Tàu since</p>", f"<p>in {VI}Bà Rịa - Vũng Tàu</span> since</p>"),
        ("<p>“Long Điền xanh tươi, biển” is</p>", f"<p>“{VI}Long Điền xanh tươi, biển</span>” is</p>"),
        ("<p>plum (mơ) and café</p>", f"<p>plum ({VI}mơ</span>) and café</p>"),
        ('<p lang="vi">Muối</p>', '<p lang="vi">Muối</p>'),
        ('<p lang="vi">Muối <b>biển</b></p><p>Đất</p>', f'<p lang="vi">Muối <b>biển</b></p><p>{VI}Đất</span></p>'),
        ("<title>Đất</title><script>x='Đ'</script>", "<title>Đất</title><script>x='Đ'</script>"),
        ('<img alt="Đất"><br>Đất', f'<img alt="Đất"><br>{VI}Đất</span>'),
        ("<p>Decision 148/QĐ-TTg, 10/CTr-MẪU</p>", "<p>Decision 148/QĐ-TTg, 10/CTr-MẪU</p>"),
        ("<!-- Đất --><p>a", "<!-- Đất --><p>a"),
    ],
)
def test_vietnamese_is_marked(html: str, expected: str) -> None:
    assert marked_vietnamese(html, "en") == expected


def test_a_second_time_changes_nothing() -> None:
    once = marked_vietnamese("<p>“Đất và nước” of Bà Rịa</p>", "en")
    assert marked_vietnamese(once, "en") == once


def test_a_page_in_vietnamese_stays() -> None:
    assert marked_vietnamese("<p>Đất</p>", "vi") == "<p>Đất</p>"
