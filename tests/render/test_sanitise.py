"""Bodies hold harmless markup only: what is legitimate passes untouched, everything else is named with its place."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from promosite.generate.bodies import cited_body, mark_names
from promosite.model.items import Citation
from promosite.render.body import anchor_of, rendered
from promosite.render.sanitise import FRAME_IDS, FRAME_PREFIXES, SHOWN, Written, is_of_frame, sanitise
from promosite.render.tables import framed_tables
from tests.projects import ROOT

THEME = ROOT / "src" / "promosite" / "theme"
EXTENSIONS = ("tables", "sane_lists", "abbr", "def_list", "toc")
"""Those of `mkdocs.yml`."""
TEXTS = sorted(
    path
    for folder in ("content", "docs/vi", "docs/en", "tests/sites/sample-year")
    for path in (ROOT / folder).rglob("*.md")
    if path.name != "EXPECTED.md"
)


def refused(markdown: str, line: int = 10) -> list[tuple[str, str]]:
    """Return what is refused in a Markdown text and where, as `line:column`."""
    found = sanitise(rendered(markdown, EXTENSIONS), Written("a.md", markdown, line))[1]
    assert {one.code for one in found} <= {"markup-removed"}
    return [(str(one.source).removeprefix("a.md:"), one.params["found"]) for one in found]


@pytest.mark.parametrize(
    ("markdown", "place"),
    [
        ("a\n\n<h1>b</h1>", "12:1"),
        ("a <h1>b</h1>", "10:3"),
        ("`<h1>`\n\n<h1>b</h1>", "12:1"),
        ("<sub>a</sub>\n\n# b", "12:1"),
        ("<sub>a</sub>\n\n- a\n\n    # b", "14:1"),
        ("<sub>a</sub>\n\n> b\n> ==", "13:1"),
    ],
)
def test_a_second_title_is_told_where_it_stands(markdown: str, place: str) -> None:
    html, found = sanitise(rendered(markdown, EXTENSIONS), Written("a.md", markdown, 10))
    assert [(one.code, str(one.source)) for one in found] == [("heading-level", f"a.md:{place}")]
    assert "<h1" not in html


# ---- What passes ----

LEGITIMATE = {
    "marks": "Một **hai** *ba* `bốn` ~năm~ “sáu” 'bảy' \"tám\" & chín < mười > mười một\\*",
    "heading": "## Nguồn gốc\n\n### Đất và nước\n\n## Nguồn gốc",
    "lists": "- a\n- b\n    - c\n\n3. d\n4. e",
    "quotation": "> Một\n>\n> > Hai",
    "rule": "a\n\n---\n\nb  \nc",
    "table": "a | b | c | d\n:-|:-:|-:|-\n1 | **2** | 3 |",
    "definitions": "Muối\n:   Kết tinh từ nước biển.\n\n:   Hạt to.",
    "abbreviation": "OCOP là chương trình.\n\n*[OCOP]: Mỗi xã một sản phẩm & hơn thế",
    "code": '```python\nif a < b and "c":\n    <script>\n```\n\n    thụt <b>\n\n`<script>`',
    "links": '[a](../products/muoi-mau.md#nguon "Tên <b>") [b](https://mau.vn/?a=1&b=2) [c](mailto:a@mau.vn)'
    " [d](tel:+842543) [e]\n\n[e]: http://mau.vn/é",
    "address as link": "<https://mau.vn/a?b=1>",
    "picture": '![Muối & "hạt"](../../media/drawings/salt.svg "Tên")',
    "hard blank": "10\xa0kg, Bà\u2009Rịa…",
    "plain elements": 'H<sub>2</sub>O, m<sup>2</sup>, <kbd>Ctrl</kbd>, <span lang="en-GB">salt</span>, <br>, '
    "<ins>a</ins>",
    "link with language": 'Xem <a href="../en/" hreflang="en">English</a>.',
    "own picture": '<picture><source type="image/webp" srcset="../a-480.webp 480w, ../a-960.webp 960w" sizes="100vw">'
    '<img src="../a.jpg" srcset="../a-480.jpg 480w" sizes="100vw" alt="&lt;A&gt; &amp; &quot;B&quot;" width="960" '
    'height="640" loading="lazy"></picture>',
}


@pytest.mark.parametrize("text", LEGITIMATE.values(), ids=LEGITIMATE)
def test_what_markdown_makes_passes_untouched(text: str) -> None:
    html = rendered(text, EXTENSIONS)
    assert sanitise(html, Written("a.md", text)) == (html, [])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_all_our_texts_pass_untouched(path: Path) -> None:
    text = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
    html = rendered(text, EXTENSIONS)
    assert sanitise(html, Written("a.md", text)) == (html, [])


def test_what_the_generator_puts_into_a_body_passes_untouched() -> None:
    source = Citation.model_validate({"id": "bao-mau", "publisher": "Báo Mẫu", "title": "Bài"})
    body = cited_body(mark_names("Salt (“muối ớt”) sells.[^bao-mau]", "vi"), [source], "Nguồn")
    assert "ps-cite" in body and '<span lang="vi">' in body
    html = rendered(body, EXTENSIONS)
    assert sanitise(html, Written("a.md", body)) == (html, [])


def test_a_column_is_aligned_by_a_class_not_by_a_style() -> None:
    html = rendered("a | b | c | d\n:-|:-:|-:|-\n1 | 2 | 3 | 4", EXTENSIONS)
    framed = framed_tables(sanitise(html, Written("a.md", ""))[0], "Bảng")
    assert re.findall(r"<t[hd]\b[^>]*>", framed) == [
        *['<th class="ps-left">', '<th class="ps-center">', '<th class="ps-right">', "<th>"],
        *['<td class="ps-left">', '<td class="ps-center">', '<td class="ps-right">', "<td>"],
    ]
    assert "style=" not in framed


# ---- What is refused, and where ----

REFUSED = {
    "script": ("a\n\n<script>alert(1)</script>", [("12:1", "<script>")]),
    "script in a line": ("a <script>alert(1)</script> b", [("10:3", "<script>")]),
    "frame": ('<iframe src="https://a.test/"></iframe>', [("10:1", "<iframe>")]),
    "srcdoc": ('<iframe srcdoc="<script>a</script>"></iframe>', [("10:1", "<iframe>")]),
    "handler": ('a <b onclick="a()">b</b>', [("10:6", 'onclick="a()"')]),
    "handler of a picture": ('<img src="x.png" alt="" onerror=a()>', [("10:25", 'onerror="a()"')]),
    "drawing": ("<svg onload=a()></svg>", [("10:1", "<svg>")]),
    "mathematics": (
        "<math></p><textarea><style><img src=x onerror=a()></style></textarea>",
        [("10:1", "<math>"), ("10:7", "</p>"), ("10:11", "<textarea>"), ("10:21", "<style>")],
    ),
    "end of the page": ("a</article>\n\nb</main>", [("10:2", "</article>"), ("12:2", "</main>")]),
    "end of nothing": ("<b>a</b></b> `</b>` b</b>", [("10:9", "</b>"), ("10:22", "</b>")]),
    "user of an address": ("[a](https://mau.vn@b.vn/)", [("10:5", 'href="https://mau.vn@b.vn/"')]),
    "base": ("<base href=//a.test/>", [("10:1", "<base>")]),
    "refresh": ("<meta http-equiv=refresh content=0>", [("10:1", "<meta>")]),
    "form": ("<form action=//a.test><input type=password></form>", [("10:1", "<form>"), ("10:23", "<input>")]),
    "style": ("<style>*{display:none}</style>", [("10:1", "<style>")]),
    "style of an element": ('<p style="position:fixed">a</p>', [("10:4", 'style="position:fixed"')]),
    "style of a cell": (
        '<table><tr><td style="text-align: left;x">a</td></tr></table>',
        [("10:16", 'style="text-align: left;x"')],
    ),
    "sheet": ("<link rel=stylesheet href=//a.test/>", [("10:1", "<link>")]),
    "object": ("<object data=a></object><embed src=a>", [("10:1", "<object>"), ("10:25", "<embed>")]),
    "film": ("<video src=a></video><audio src=b></audio>", [("10:1", "<video>"), ("10:22", "<audio>")]),
    "template": ("<template><script>a</script></template>", [("10:1", "<template>"), ("10:11", "<script>")]),
    "custom element": ("<x-a onfocus=a() tabindex=0></x-a>", [("10:1", "<x-a>")]),
    "details": ("<details open ontoggle=a()>b</details>", [("10:1", "<details>")]),
    "noscript": (
        '<noscript><p title="</noscript><img src=x onerror=a()>">',
        [("10:1", "<noscript>"), ("10:11", "<p>")],
    ),
    "div": ("<div>a</div>", [("10:1", "<div>")]),
    "unclosed": ("<iframe src=x", []),
    "in upper case": ("<ScRiPt>a</sCrIpT>", [("10:1", "<script>")]),
    "target": ('<a href="https://a.test/" target="_blank">a</a>', [("10:27", 'target="_blank"')]),
    "ping": ('<a href="https://a.test/" ping="//b.test">a</a>', [("10:27", 'ping="//b.test"')]),
    "class": ('<span class="md-banner">a</span>', [("10:7", 'class="md-banner"')]),
    "id of the frame": ('<h2 id="content">a</h2>', [("10:5", 'id="content"')]),
    "id of a source": ('<h2 id="source-bao-mau">a</h2>', [("10:5", 'id="source-bao-mau"')]),
    "id of a theme": ('<h2 id="__config">{}</h2>', [("10:5", 'id="__config"')]),
    "id of a paragraph": ('<p id="a">a</p>', [("10:4", 'id="a"')]),
    "language": ('<span lang="vi\'>">a</span>', [("10:7", 'lang="vi\'>"')]),
    "instruction": ("<?php a ?>", [("10:1", "<?php a ?>")]),
    "declaration": ("<!DOCTYPE a>", [("10:1", "<!DOCTYPE a>")]),
    "script address": ("[a](javascript:b)", [("10:5", 'href="javascript:b"')]),
    "mixed case": ("[a](JaVaScRiPt:b)", [("10:5", 'href="JaVaScRiPt:b"')]),
    "by number": ("[a](java&#115;cript:b)", [("10:5", 'href="javascript:b"')]),
    "by name": ("[a](javascript&colon;b)", [("10:5", 'href="javascript:b"')]),
    "in angle brackets": ("a\n[b](<javascript:c>)", [("11:6", 'href="javascript:c"')]),
    "with a blank": ("[a]( javascript:b )", [("10:6", 'href="javascript:b"')]),
    "by reference": ("[a][b]\n\n[b]: javascript:c", [("12:6", 'href="javascript:c"')]),
    "as an element": ("<a href=javascript:b>a</a>", [("10:4", 'href="javascript:b"')]),
    "visual basic": ("[a](vbscript:b)", [("10:5", 'href="vbscript:b"')]),
    "data": ("[a](data:text/html,b)", [("10:5", 'href="data:text/html,b"')]),
    "file": ("[a](file:///etc/passwd)", [("10:5", 'href="file:///etc/passwd"')]),
    "transfer": ("[a](ftp://a.test/b)", [("10:5", 'href="ftp://a.test/b"')]),
    "picture elsewhere": ("![a](https://a.test/b.png)", [("10:6", 'src="https://a.test/b.png"')]),
    "picture of no scheme": ("![a](//a.test/b.png)", [("10:6", 'src="//a.test/b.png"')]),
    "picture as data": ("![a](data:image/svg+xml,b)", [("10:6", 'src="data:image/svg+xml,b"')]),
    "width elsewhere": (
        '<img src="a.png" alt="" srcset="b.png 1x, https://a.test/b.png 2x">',
        [("10:25", 'srcset="b.png 1x, https://a.test/b.png 2x"')],
    ),
    "twice": ("<u onclick=a>a</u>\n\nb <u onclick=a>b</u>", [("10:4", 'onclick="a"'), ("12:6", 'onclick="a"')]),
    "beside code": ("`<iframe>` and\n\n```\n<iframe>\n```\n\n<iframe>", [("16:1", "<iframe>")]),
    "long": (f"[a](data:{'b' * 100})", [("10:5", f'href="data:{"b" * 54}…"')]),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_named_where_it_stands(text: str, expected: list[tuple[str, str]]) -> None:
    assert refused(text) == expected


def test_a_comment_goes_without_a_word() -> None:
    html = rendered("a <!-- <script>alert(1)</script> --> b", EXTENSIONS)
    assert sanitise(html, Written("a.md", "")) == ("<p>a  b</p>", [])


def test_a_thousand_times_the_same_is_not_a_thousand_findings() -> None:
    assert len(refused("<iframe></iframe>\n\n" * 1000)) == SHOWN


# ---- Anchors ----


def literal_ids() -> set[str]:
    found = {one for path in THEME.rglob("*.html") for one in re.findall(r' id="([^"{]+)"', path.read_text("utf-8"))}
    return {one for one in found if not one.startswith(FRAME_PREFIXES)}


def test_every_anchor_of_a_template_is_known() -> None:
    assert literal_ids() == FRAME_IDS


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Gian hàng muối", "gian-hang-muoi"),
        ("Content", "text-content"),
        ("Sources", "text-sources"),
        ("Source 1", "text-source-1"),
    ],
)
def test_a_heading_never_takes_an_anchor_of_the_frame(heading: str, anchor: str) -> None:
    assert anchor_of(heading) == anchor
    assert refused(f"## {heading}") == []


@given(st.text(max_size=30))
def test_no_heading_takes_an_anchor_of_the_frame(heading: str) -> None:
    assert not is_of_frame(anchor_of(heading))


# ---- Whatever stands there ----

PIECES = [
    *("<script>", "</script>", "<style>", "<img src=x onerror=a()>", "<svg><style>", "<math><mtext>", "<table>", "<p>"),
    *(
        "</p>",
        "<noscript>",
        "<textarea>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<a href='javascript:a'>",
        '<a href="',
        '"',
    ),
    *(
        "<b",
        ">",
        "<",
        "/>",
        "onclick=a",
        " style='x'",
        "&lt;",
        "&#60;",
        "&amp;",
        "<iframe srcdoc='",
        "<form>",
        "a",
        "\n",
    ),
    *(
        "<template>",
        "<xmp>",
        "<plaintext>",
        "<select>",
        "<option>",
        "<h2 id=content>",
        "<base href=//a>",
        "\x00",
        "<?a?>",
    ),
]
HARMLESS = re.compile(r"(?:(?:https?|mailto|tel):|(?![a-z][a-z0-9+.-]*:))", re.IGNORECASE)


class Active(HTMLParser):
    """An independent judge: everything in a text that acts, by another parser and another list."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "meta",
            "link",
            "svg",
            "math",
            "template",
        }:
            self.found.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "")
            if name.startswith("on") or (name in {"href", "src", "action", "data"} and not HARMLESS.match(address)):
                self.found.append(f"{tag} {name}")


def active(html: str) -> list[str]:
    judge = Active()
    judge.feed(html)
    judge.close()
    return judge.found


def test_the_judge_sees_what_acts() -> None:
    assert active("<script>a</script><a href=' java\nscript:x' onclick=a>b</a>") == ["script", "a href", "a onclick"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=60))
@example("<math></p><textarea><style><img src=x onerror=a()>")
@example('<svg></p><style><a id="</style><img src=1 onerror=a()>">')
@example("<a href=\"<a href=\"<script><table><a href='javascript:a'>")
def test_nothing_active_is_left_and_a_second_time_changes_nothing(html: str) -> None:
    clean, _ = sanitise(html, Written("a.md", html))
    assert active(clean) == []
    assert sanitise(clean, Written("a.md", html)) == (clean, [])


@given(st.lists(st.sampled_from([*PIECES, "[a](", ")", "`", "* ", "> ", "    ", "]: "]), max_size=12).map("".join))
def test_a_place_is_always_one_of_the_text(text: str) -> None:
    html = text  # what the engine's own parser gives up on is refused before; here only places count
    for one in sanitise(html, Written("a.md", text, 10))[1]:
        assert one.source.line is not None
        assert 10 <= one.source.line < 10 + len(text.split("\n"))
