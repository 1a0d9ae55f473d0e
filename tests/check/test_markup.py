"""One page: the whole record."""

from html.parser import HTMLParser

import pytest

from promosite.check.markup import read_page
from promosite.check.page import Alternate, Link, Load, Page, Picture, Piece
from promosite.check.page_reader import srcset_addresses

HTML = """\
<!doctype html>
<html lang="vi"><head><base href="/b/"><base href="/c/">
<title>Một
 hai</title><meta name="Robots" content="NoIndex,follow">
<link rel="CANONICAL" href="https://a.test/">
<link rel="alternate " hreflang="EN" href="https://a.test/en/">
<meta http-equiv="refresh" content="3;URL='x/'"><meta http-equiv="content-security-policy" content="a b">
<link rel="apple-touch-icon" href="i.png"><link rel="prev" href="p/"></head>
<body onload="x()"><p id="p">Chữ: <a name="n" hreflang="en" href="e/" target="_blank">e</a>
{{ x }}</p>
<style>@import "s.css";</style><i style="background:url(b.png)"></i>
<img src="i.png" srcset="j.png 2x" alt width="1" height="2"><iframe></iframe>
<form action="f/"></form>
"""


def test_record_is_whole() -> None:
    assert read_page("x/index.html", HTML.encode()) == Page(
        path="x/index.html",
        size=len(HTML.encode()),
        lang=Piece("vi", 2, 1),
        title="Một hai",
        base="/b/",
        robots=frozenset({"noindex", "follow"}),
        canonicals=(Piece("https://a.test/", 5, 1),),
        alternates=(Alternate("en", "https://a.test/en/", 6, 1),),
        refreshes=(Piece("x/", 7, 1),),
        links=(Link("link", "p/", 8, 43), Link("a", "e/", 9, 35, "en")),
        loads=(
            Load("icon", "i.png", 8, 1),
            Load("picture", "i.png", 12, 1),
            Load("picture", "j.png", 12, 1),
            Load("iframe", "", 12, 61),
        ),
        pictures=(Picture("i.png", 12, 1, has_alt=True, has_size=True),),
        forms=(Piece("f/", 13, 1),),
        styles=(Piece('@import "s.css";', 11, 8), Piece("background:url(b.png)", 11, 32)),
        ids=(Piece("p", 9, 20),),
        names=frozenset({"n"}),
        handlers=(Piece("onload", 9, 1),),
        inline=(Piece("<style>", 11, 1), Piece("style=", 11, 32)),
        policies=(Piece("a b", 7, 49),),
        openers=(Piece("e/", 9, 35),),
        paragraphs=(Piece("Chữ: e\n{{ x }}", 9, 20),),
        templates=(Piece("{{ x }}", 10, 1),),
        prose=len("Chữ:") + len("{{ x }}"),
    )


def test_markup_that_stops_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(self: HTMLParser, data: str) -> None:
        raise AssertionError("unknown status keyword")

    monkeypatch.setattr(HTMLParser, "feed", give_up)
    assert read_page("x.html", b"<P>") == Page(path="x.html", size=3, is_whole=False)


def test_byte_order_mark_is_no_text() -> None:
    assert read_page("x.html", b"\xef\xbb\xbf<html lang=en>").lang == Piece("en", 1, 1)


@pytest.mark.parametrize(
    ("srcset", "addresses"),
    [
        ("", []),
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        (" a.png 400w,\n b.png 800w ,", ["a.png", "b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        ("a,b.png 1x", ["a,b.png"]),
        ("data:image/png;base64,AA== 1x, b.png 2x", ["data:image/png;base64,AA==", "b.png"]),
    ],
)
def test_srcset(srcset: str, addresses: list[str]) -> None:
    assert srcset_addresses(srcset) == addresses
