"""Reading quickly gives what Python's parser gives, whatever the markup."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.check.markup import read_page
from promosite.check.page import Page
from promosite.check.plain_markup import PASSED, MarkupReader, Tag, plain_tag

PLAIN_MARKUP = """\
<!doctype html>
<html lang="vi"><head><title>Một &amp; hai</title><link rel="canonical" href="https://a.test/"></head>
<body><!--search--><p id="a">Chữ: <a href="b/?c=1&amp;d=2" target="_blank">e</a>,
<svg viewBox="0 0 1 1"><path d="M0"/></svg> {{ x }}</p><!--/search--> <br/>
<script type="application/ld+json">{"a": "<p id='no'>"}</script><p id="f">title: g</p>"""
PIECES = (
    "<p>", "</p>", "<p id=a>", '<p id="b" class="c">', "<P ID='D'>", '<a href="e?f&amp;g=1">', '<a href="e?f&copy=1">',
    "</a>", '<a href="h" target="_blank">', '<br id="i"/>', "<br / id=j>", '<img src="k" alt="<l>">', "<title>",
    "</title>", "<TITLE>", "<script>", "</script>", '<script type="application/ld+json">', "<style>", "</style>",
    "<textarea>", "</textarea>", "<svg>", "</svg>", "<plaintext>", "<!--search-->", "<!-- <p id=m> -->", "<!--", "-->",
    "<![CDATA[", "]]>", "<!doctype html>", "<?php ?>", "</", "<", ">", "<1>", '"', "'", "=", "&", "&amp;", "&amp",
    "&#x110;", "{{", "{%", "title: n", "--- ", " ", "\n", "chữ", "onload", '<i onclick="o">', '<i style="url(p)">',
    '<i  q="r"\ts>',
    "<title>q &amp;</title>", '<script id="x" src="y">&amp;</script>', '<title id="x" id="y">\n{{ z</title >',
    '<script type="application/ld+json">{&lt;</script>', '<a href="t" href="u">',
    "<a\n href='v'>", "<x-y>", "<p/>", "</p id=w>", "<p\x0bid=z>", "\u2028", "<a href=\"ă\">",
)  # fmt: skip


def read_by_parser_alone(self: MarkupReader, markup: str) -> None:
    self.feed(markup)
    self.close()


def without_texts(page: Page) -> Page:
    """Leave out what depends on where a text is cut: how much there is, and its openings."""
    return replace(page, prose=0, paragraphs=(), templates=())


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30))
def test_any_markup_says_the_same(pieces: list[str]) -> None:
    data = ("".join([*pieces, "\n"]) * 3).encode("utf-8", errors="replace")  # lines that come again are known
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MarkupReader, "read", read_by_parser_alone)
        expected = read_page("x.html", data)
    assert without_texts(read_page("x.html", data)) == without_texts(expected)


@pytest.mark.parametrize(
    "markup",
    [
        '<a title="b>\nc" href="d">x</a>\n',
        "<a title='b>\nc' href=d>x</a>\n",
        '<a href="b>\n<p id="x">y</p>\n">z</a>\n',
        "<p id=a>\n<!-- x>\n<b id=y>\n-->\n",
        '<i title="\n<p id=q>\n">\n',
        '<a b="c>\n<script>\n">x\n',
        '</a "x>\n<p id=m>\n">\n',
    ],
)
def test_a_line_that_only_seems_to_end_is_not_taken_for_itself(markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (markup * 4).encode()
    found = read_page("x.html", data)
    monkeypatch.setattr(MarkupReader, "read", read_by_parser_alone)
    assert found == read_page("x.html", data)


def test_plain_markup_says_the_same_to_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read_page("x.html", PLAIN_MARKUP.encode())
    monkeypatch.setattr(MarkupReader, "read", read_by_parser_alone)
    assert found == read_page("x.html", PLAIN_MARKUP.encode())


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("</p>", Tag("p", {}, is_end=True, is_notable=False)),
        ('<path viewBox="0 0"/>', Tag("path", {"viewbox": "0 0"}, is_closed=True, is_notable=False)),
        ('<a b="1" b="2" c>', Tag("a", {"b": "1", "c": ""}, is_notable=False)),
        ('<a onclick="x">', Tag("a", {"onclick": "x"})),
        ('<a href="b&amp;c">', Tag("a", {"href": "b&c"}, is_notable=False)),
        ("<!--search-->", PASSED),
        *((text, None) for text in ('<a href="b&copy">', "<script>", "<A>", "<a b=c>", "<a b='c'>", "</p x>", "<!a>")),
    ],
)
def test_tags_that_are_plain(text: str, tag: Tag | None) -> None:
    assert plain_tag(text) == tag


def test_an_open_end_is_read_in_growing_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    fed: list[int] = []
    feed = MarkupReader.feed

    def count(self: MarkupReader, data: str) -> None:
        fed.append(len(data))
        feed(self, data)

    monkeypatch.setattr(MarkupReader, "feed", count)
    read_page("x.html", ("<script>" + "<i>" * 100_000).encode())
    assert (len(fed), sum(fed)) == (12, 300_008)
