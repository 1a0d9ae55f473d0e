"""Style rules: what they fetch, and where it is written."""

import pytest

from promosite.check.styles import StyleAddress, style_addresses


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("a{b:url(x.png)}", [("x.png", 1, 5)]),
        ("a{b:URL( 'x.png' )}", [("x.png", 1, 5)]),
        ('a{\n b:url("x).png")}', [("x).png", 2, 4)]),
        ('@import "a.css";@import url(b.css);', [("a.css", 1, 1), ("b.css", 1, 25)]),
        ("a{b:url(x.png),url(y.png)}", [("x.png", 1, 5), ("y.png", 1, 16)]),
        ("/* url(x) */ a{b:url(y)}", [("y", 1, 18)]),
        ('a{content:"/*"} b{c:url(x)} /**/', [("x", 1, 21)]),
        ('a{content:"url(x)"}', []),
        ("@namespace url(http://www.w3.org/1999/xhtml);", []),
        ("a{b:url(data:image/png;base64,AA==)}", []),
        ("a{b:url(#x)}", []),
        ("a{b:url()}", []),
    ],
)
def test_style_addresses(rules: str, expected: list[tuple[str, int, int]]) -> None:
    assert list(style_addresses(rules)) == [StyleAddress(*one) for one in expected]
