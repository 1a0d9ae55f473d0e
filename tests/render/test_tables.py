"""Tables of a body can be scrolled on a small screen without a script."""

import pytest

from promosite.render.tables import framed_tables

FRAME = '<div class="ps-scroll" role="group" aria-label="Bảng &quot;A&quot;" tabindex="0"><table class="ps-table">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("<table><tr></tr></table>", f"{FRAME}<tr></tr></table></div>"),
        ("<table>1</table><p>x</p><table>2</table>", f"{FRAME}1</table></div><p>x</p>{FRAME}2</table></div>"),
        ('<table class="x">1</table>', '<table class="x">1</table>'),
    ],
)
def test_a_bare_table_gets_a_frame(html: str, expected: str) -> None:
    assert framed_tables(html, 'Bảng "A"') == expected
