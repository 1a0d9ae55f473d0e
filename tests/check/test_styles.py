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
        (r"a{b:\75rl(x)}", [("x", 1, 5)]),
        (r"a{b:\000055\R\6c (x)}", [("x", 1, 5)]),
        (r"a{b:url(\68ttp\73:\2f\2fx.test)}", [("https://x.test", 1, 5)]),
        ('a{b:url("ht\\\ntp:\\2f /x.test")}', [("http://x.test", 1, 5)]),
        (r"a{b:url(\110000)}", [("\ufffd", 1, 5)]),
        (r'@\69mport "x"', [("x", 1, 1)]),
        ("@import/**/ /**/'x'", [("x", 1, 1)]),
        ("@import\n'x' layer('y')", [("x", 1, 1)]),
        ("@media print{a{content:'x'}}", []),
        ("a{b:src( 'x' )}", [("x", 1, 5)]),
        ("a{b:url(/**/'x')}", [("/**/", 1, 5)]),
        ("a{b:image-set('x' 1x, url(y) 2x type('z'))} c{content:'u'}", [("x", 1, 5), ("y", 1, 23)]),
        (r"a{b:-webkit-image\2dset(/**/'x')}", [("x", 1, 5)]),
        ("a{b:foo(image-set(((1)) 'x'))}", [("x", 1, 9)]),
        (r".a\"{b:url(x)}", [("x", 1, 8)]),
        (r"a{b:'\\'; c:url(x)}", [("x", 1, 13)]),
        ('a{b:"\f} c{d:url(x)}', [("x", 1, 13)]),
        ('a{b:"\\\r\nurl(x)"} c{d:url(y)}', [("y", 2, 14)]),
        ('a{b:url(x"y)} c{d:url(z)} e{f:"', [("x", 1, 5), ("z", 1, 19)]),
        ('a{b:url(x y"\\)"} c{d:url(z)', [("x", 1, 5)]),
        ('a{b:url("x\n);c:url(y)}', [("x", 1, 5), ("y", 2, 5)]),
        ("@namespace x{} a{b:url(y)};", [("y", 1, 20)]),
        ("@namespace 'x; ' 'y'; a{b:url(z)}", [("z", 1, 27)]),
        ("@namespace a/*;*/ url(x); b{c:url(y)}", [("y", 1, 31)]),
        (r"a{list-style:\@namespace url(x)}", [("x", 1, 26)]),
        (r"a{b:\@import 'x'}", []),
        ("@import 'data:text/css,x'; a{b:url(data:x)}", [("data:text/css,x", 1, 1)]),
        ("@import/**/URL(data:text/css,x);", [("data:text/css,x", 1, 12)]),
        ("@import url( 'DATA:text/css,x' );", [("DATA:text/css,x", 1, 9)]),
        ("@import url(x) supports(y: url(data:z))", [("x", 1, 9)]),
        ("@font-face{src:url(x)}", [("x", 1, 16)]),
        (".src{} .url{} a:not(.b){}", []),
    ],
)
def test_style_addresses(rules: str, expected: list[tuple[str, int, int]]) -> None:
    assert list(style_addresses(rules)) == [StyleAddress(*one) for one in expected]
