"""The whole stage: a tiny site without a fault, and one break at a time."""

from pathlib import Path

import pytest

from promosite.check import LargestPage, SiteReport, check_site
from promosite.check.identity import address_from
from promosite.findings import Source, finding
from promosite.messages import load_messages
from promosite.reporting import as_text
from tests.check.tiny import LANGUAGES, POLICY, URL, Change, Files, all_of, drop, head, lay, put, say, swap, tiny_site
from tests.check.tiny import entry as sitemap_entry
from tests.depths import deep_folders

ABOUT = "about/index.html"
HOME = "index.html"
EN = "en/index.html"
NEWS = "news/a/index.html"
EN_NEWS = "en/news/a/index.html"
OLD = "old/index.html"
MAP = "sitemap.xml"
FEED = "feed.xml"
JSON_FEED = "en/feed.json"
CALENDAR = "news.ics"
CSS = "assets/site.css"
EN_HREFLANG = f'<link rel="alternate " hreflang="en" href="{URL}en/">'
DEFAULT = f'<link rel="alternate " hreflang="x-default" href="{URL}">'
BOMB = '<!DOCTYPE urlset [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n'
SHEET = '<?xml-stylesheet href="https://f.test/x.xsl"?>\n'
ACTING = (
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>x()</x:script>",
    "<x:link xmlns:x='http://www.w3.org/1999/xhtml' rel='alternate stylesheet' href='https://f.test/x'/>",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'>x()</x:script>",
)
"""Markup of pages and drawings: in any XML that somebody opens, browsers heed it."""
SITEMAP_ABOUT = sitemap_entry("about/", "")
SITEMAP_HEAD = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

Expected = list[tuple[str, str]]


def codes(folder: Path, languages: tuple[str, ...] = LANGUAGES) -> Expected:
    _, findings = check_site(folder, URL, languages)
    return [(one.code, one.source.path) for one in findings]


def row(name: str, change: Change, *expected: tuple[str, str]) -> object:
    return pytest.param(change, list(expected), id=name)


NO_POLICY = "site-policy-missing"


def moved_down(path: str, text: str) -> Change:
    """Put a text of the head behind everything else in it."""

    def change(files: Files) -> None:
        swap(path, text, "")(files)
        swap(path, "</head>", f"{text}</head>")(files)

    return change


def about(name: str, html: str, *found: str) -> object:
    """A row that adds markup to one page and expects findings there."""
    return row(name, say(html), *[(code, ABOUT) for code in found])


LINKS = [
    about("link to nothing", '<a href="../nowhere/">x</a>', "site-link-broken"),
    about("link to a missing file", '<a href="../data/a.pdf">x</a>', "site-link-broken"),
    about("full link to nothing", f'<a href="{URL}nowhere/">x</a>', "site-link-broken"),
    about("calendar to nothing", f'<a href="webcal{URL[5:]}x.ics">x</a>', "site-link-broken"),
    about("calendar", f'<a href="webcal{URL[5:]}news.ics">x</a><a href="webcal://a.test/x.ics">x</a>'),
    about("case counts", '<a href="../News/a/">x</a>', "site-link-broken"),
    about("folder without a page", '<a href="../assets/">x</a>', "site-link-broken"),
    about("area", '<map><area href="../nowhere/" alt="x"></map>', "site-link-broken"),
    about("drawn link", '<svg><a xlink:href="../nowhere/"></a></svg>', "site-link-broken"),
    about("missing feed", '<link rel="alternate" type="application/rss+xml" href="../x.xml">', "site-link-broken"),
    about("missing neighbour", '<link rel="next" href="../x/">', "site-link-broken"),
    about("form to nothing", '<form action="../nowhere/"></form>', "site-link-broken"),
    about("anchor here", '<a href="#nowhere">x</a>', "site-anchor-broken"),
    about("anchor there", '<a href="../news/a/#nowhere">x</a>', "site-anchor-broken"),
    about("outside from the root", '<a href="/news/a/">x</a>', "site-link-outside"),
    about("outside by climbing", '<a href="../../other/">x</a>', "site-link-outside"),
    about("nearly the same folder", '<a href="/base2/">x</a>', "site-link-outside"),
    about("ftp", '<a href="ftp://example.com/">x</a>', "site-link-scheme"),
    about("data link", '<a href="data:text/html,x">x</a>', "site-link-scheme"),
    about("file", '<a href="file:///etc/passwd">x</a>', "site-link-scheme"),
    about("empty link", '<a href="">x</a>', "site-link-malformed"),
    about("space in a link", '<a href="https://exa mple.com/">x</a>', "site-link-malformed"),
    about("no host", '<a href="https:///x">x</a>', "site-link-malformed"),
    about("bad port", '<a href="https://example.com:port/">x</a>', "site-link-malformed"),
    about("bad brackets", '<a href="https://[::1/">x</a>', "site-link-malformed"),
    about("backslashes", r'<a href="\\example.com\x">x</a>', "site-link-malformed"),
    about("mail to nobody", '<a href="mailto:">x</a>', "site-link-malformed"),
    about("call to nobody", '<a href="tel:">x</a>', "site-link-malformed"),
    row("vi to en", say('<a href="../en/">x</a>'), ("site-link-language", ABOUT)),
    row("en to vi", say('<a href="../news/a/">x</a>', EN), ("site-link-language", EN)),
    row("promise of the wrong language", say('<a hreflang="vi" href="../en/">x</a>'), ("site-link-language", ABOUT)),
    row("promise not kept", say('<a hreflang="en" href="../news/a/">x</a>'), ("site-link-language", ABOUT)),
]

LANGUAGE = [
    row("no lang", swap(ABOUT, ' lang="vi"', ""), ("site-lang-missing", ABOUT)),
    row("empty lang", swap(ABOUT, ' lang="vi"', ' lang=""'), ("site-lang-missing", ABOUT)),
    row("wrong lang", swap(EN, 'html lang="en"', 'html lang="vi"'), ("site-lang-wrong", EN)),
    row("lang that only begins alike", swap(EN, 'html lang="en"', 'html lang="enx"'), ("site-lang-wrong", EN)),
    row("lang of a 404 page", swap("en/404.html", 'html lang="en"', "html"), ("site-lang-missing", "en/404.html")),
    row(
        "no canonical",
        swap(ABOUT, f'<link rel="canonical" href="{URL}about/">', ""),
        ("site-canonical-missing", ABOUT),
    ),
    row("relative canonical", swap(ABOUT, f'href="{URL}about/"', 'href="./"'), ("site-canonical-relative", ABOUT)),
    row(
        "rooted canonical",
        swap(ABOUT, f'href="{URL}about/"', 'href="/base/about/"'),
        ("site-canonical-relative", ABOUT),
    ),
    row("canonical of another", swap(ABOUT, f'href="{URL}about/"', f'href="{URL}"'), ("site-canonical-wrong", ABOUT)),
    row(
        "canonical of http",
        swap(ABOUT, f'href="{URL}about/"', 'href="http://example.org/base/about/"'),
        ("site-canonical-wrong", ABOUT),
    ),
    row("canonical with index.html", swap(ABOUT, 'about/">', 'about/index.html">'), ("site-canonical-wrong", ABOUT)),
    row(
        "second canonical",
        head(f'<link rel="canonical" href="{URL}">'),
        ("site-canonical-wrong", ABOUT),
    ),
    row("relative hreflang", swap(HOME, f'"en" href="{URL}en/"', '"en" href="en/"'), ("site-hreflang-relative", HOME)),
    row(
        "hreflang without itself",
        all_of(
            [
                swap(HOME, f'\n<link rel="alternate " hreflang="vi" href="{URL}">', ""),
                swap(MAP, f'\n<xhtml:link rel="alternate " hreflang="vi" href="{URL}"/>', ""),
            ]
        ),
        ("site-hreflang-self-missing", HOME),
    ),
    row(
        "hreflang not returned",
        swap(EN, f'\n<link rel="alternate " hreflang="vi" href="{URL}">', ""),
        ("site-hreflang-one-way", HOME),
        ("site-sitemap-alternates", MAP),
    ),
    row(
        "hreflang to nothing",
        swap(HOME, EN_HREFLANG, EN_HREFLANG.replace("en/", "fr/")),
        ("site-hreflang-one-way", EN),
        ("site-hreflang-broken", HOME),
        ("site-sitemap-alternates", MAP),
    ),
    row(
        "hreflang to another site",
        head('<link rel="alternate" hreflang="fr" href="https://example.com/">', HOME),
        ("site-hreflang-broken", HOME),
        ("site-sitemap-alternates", MAP),
    ),
    row(
        "hreflang of the wrong language",
        head(f'<link rel="alternate" hreflang="fr" href="{URL}en/">', HOME),
        ("site-hreflang-language", HOME),
        ("site-sitemap-alternates", MAP),
    ),
    row(
        "no x-default",
        swap(HOME, DEFAULT, ""),
        ("site-hreflang-default-missing", HOME),
        ("site-sitemap-alternates", MAP),
    ),
    row(
        "x-default to nothing",
        swap(HOME, DEFAULT, DEFAULT.replace(f'{URL}"', f'{URL}nowhere/"')),
        ("site-hreflang-broken", HOME),
        ("site-sitemap-alternates", MAP),
    ),
    row(
        "hreflang on a 404 page",
        head(EN_HREFLANG, "404.html"),
        ("site-hreflang-on-404", "404.html"),
    ),
]

SITEMAP = [
    row("no sitemap", drop(MAP), ("site-sitemap-missing", MAP)),
    row("empty sitemap", put(MAP, ""), ("site-file-empty", MAP)),
    row("sitemap cut short", swap(MAP, "</urlset>", ""), ("site-sitemap-unreadable", MAP)),
    row("sitemap with a doctype", swap(MAP, "<urlset", f"{BOMB}<urlset"), ("site-sitemap-unreadable", MAP)),
    *(
        row(
            f"sitemap that browsers would do something with {number}",
            swap(MAP, "<url>", f"{inside}<url>"),
            ("site-sitemap-unreadable", MAP),
        )
        for number, inside in enumerate(ACTING)
    ),
    row("sitemap in a style of its own", swap(MAP, "<urlset", f"{SHEET}<urlset"), ("site-sitemap-unreadable", MAP)),
    row("sitemap not in UTF-8", put(MAP, "<urlset/>".encode("utf-16")), ("site-sitemap-unreadable", MAP)),
    row("sitemap of another kind", put(MAP, "<html/>"), ("site-sitemap-unreadable", MAP)),
    row("page not listed", swap(MAP, SITEMAP_ABOUT, ""), ("site-sitemap-page-missing", ABOUT)),
    row("page listed twice", swap(MAP, SITEMAP_ABOUT, SITEMAP_ABOUT * 2), ("site-sitemap-twice", MAP)),
    row(
        "absent page listed",
        swap(MAP, SITEMAP_ABOUT, SITEMAP_ABOUT + sitemap_entry("x/", "")),
        ("site-sitemap-absent", MAP),
    ),
    row(
        "page listed by its file name",
        swap(MAP, "about/<", "about/index.html<"),
        ("site-sitemap-page-missing", ABOUT),
        ("site-sitemap-absent", MAP),
    ),
    row(
        "hidden page listed",
        swap(MAP, SITEMAP_ABOUT, SITEMAP_ABOUT + sitemap_entry("search/", "")),
        ("site-sitemap-unwanted", MAP),
    ),
    row(
        "redirect listed",
        swap(MAP, SITEMAP_ABOUT, SITEMAP_ABOUT + sitemap_entry("old/", "")),
        ("site-sitemap-unwanted", MAP),
    ),
    row(
        "404 page listed",
        swap(MAP, SITEMAP_ABOUT, SITEMAP_ABOUT + sitemap_entry("404.html", "")),
        ("site-sitemap-unwanted", MAP),
    ),
    row("no lastmod", swap(MAP, "<lastmod>2024-11-15</lastmod>", ""), ("site-sitemap-lastmod", MAP)),
    row("lastmod in words", swap(MAP, "2024-11-15", "15/11/2024"), ("site-sitemap-lastmod", MAP)),
    row("lastmod that never was", swap(MAP, "2024-11-15", "2024-11-31"), ("site-sitemap-lastmod", MAP)),
    row(
        "alternates differ",
        swap(MAP, f'\n<xhtml:link rel="alternate " hreflang="en" href="{URL}en/"/>', ""),
        ("site-sitemap-alternates", MAP),
    ),
]

INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'
PART = "sitemap-1.xml"


def indexed(*more: str) -> Change:
    """Move the sitemap into a part that an index names, which names `more` besides."""

    def change(files: Files) -> None:
        files[PART] = files[MAP]
        files[MAP] = INDEX.format(
            "".join(f"<sitemap><loc>{URL}{one}</loc></sitemap>" for one in (PART, *more))
        ).encode()

    return change


SITEMAP += [
    row("index names a part that is not there", indexed("sitemap-2.xml"), ("site-sitemap-absent", MAP)),
    row(
        "part of an index cut short",
        all_of([indexed(), swap(PART, "</urlset>", "")]),
        ("site-sitemap-unreadable", PART),
    ),
    row(
        "page not listed in any part",
        all_of([indexed(), swap(PART, SITEMAP_ABOUT, "")]),
        ("site-sitemap-page-missing", ABOUT),
    ),
    row(
        "page listed in two parts",
        all_of(
            [
                indexed("sitemap-2.xml"),
                put(
                    "sitemap-2.xml",
                    SITEMAP_HEAD + " xmlns:xhtml='http://www.w3.org/1999/xhtml'>" + SITEMAP_ABOUT + "</urlset>",
                ),
            ]
        ),
        ("site-sitemap-twice", "sitemap-2.xml"),
    ),
]

UNREADABLE = "site-feed-unreadable"
FEEDS = [
    row("feed cut short", swap(FEED, "</feed>", ""), (UNREADABLE, FEED)),
    row("feed of another kind", swap(FEED, "2005/Atom", "2005/Else"), (UNREADABLE, FEED)),
    row("feed with a doctype", swap(FEED, "<feed", f"{BOMB}<feed"), (UNREADABLE, FEED)),
    *(
        row(f"feed that browsers would do something with {number}", swap(FEED, "<entry>", f"{inside}<entry>"), told)
        for number, inside in enumerate(ACTING)
        for told in [(UNREADABLE, FEED)]
    ),
    row("feed in a style of its own", swap(FEED, "<feed", f"{SHEET}<feed"), (UNREADABLE, FEED)),
    row("feed not in UTF-8", put(FEED, "<feed/>".encode("utf-16")), (UNREADABLE, FEED)),
    row("feed names what is not there", swap(FEED, "news/a/", "news/b/"), ("site-feed-broken", FEED)),
    row("feed names its own address wrongly", swap(FEED, "base/feed.xml", "base/f.xml"), ("site-feed-broken", FEED)),
    row("feed leads to the other language", swap(FEED, "news/a/", "en/news/a/"), ("site-feed-language", FEED)),
    row("JSON cut short", swap(JSON_FEED, "}", ""), (UNREADABLE, JSON_FEED)),
    row("JSON of another version", swap(JSON_FEED, "version/1.1", "version/2"), (UNREADABLE, JSON_FEED)),
    row("JSON without items", swap(JSON_FEED, '"items"', '"entries"'), (UNREADABLE, JSON_FEED)),
    row("JSON with odd items", swap(JSON_FEED, '{"id": "2"}', "2"), (UNREADABLE, JSON_FEED)),
    row("JSON that is a list", put(JSON_FEED, "[]"), (UNREADABLE, JSON_FEED)),
    row("JSON names what is not there", swap(JSON_FEED, "news/a/", "news/b/"), ("site-feed-broken", JSON_FEED)),
    row("JSON leads to the other language", swap(JSON_FEED, "en/news", "news"), ("site-feed-language", JSON_FEED)),
    row("calendar cut short", swap(CALENDAR, "END:VCALENDAR\r\n", ""), (UNREADABLE, CALENDAR)),
    row("calendar with plain line ends", swap(CALENDAR, "\r\nEND:VEVENT", "\nEND:VEVENT"), (UNREADABLE, CALENDAR)),
    row("calendar with a long line", swap(CALENDAR, "DESCRIPTION:", f"DESCRIPTION:{'đ' * 20}"), (UNREADABLE, CALENDAR)),
    row(
        "calendar not in UTF-8", put(CALENDAR, b"BEGIN:VCALENDAR\r\n\xff\r\nEND:VCALENDAR\r\n"), (UNREADABLE, CALENDAR)
    ),
    row("calendar names what is not there", swap(CALENDAR, "news/a/", "news/b/"), ("site-feed-broken", CALENDAR)),
    row(
        "calendar leads to the other language", swap(CALENDAR, " news/", " en/news/"), ("site-feed-language", CALENDAR)
    ),
]

PICTURES = [
    about("no alt", '<img src="../assets/logo.png" width="1" height="1">', "site-picture-alt"),
    about("no width", '<img src="../assets/logo.png" alt="" height="1">', "site-picture-size"),
    about("empty height", '<img src="../assets/logo.png" alt="" width="1" height="">', "site-picture-size"),
    about("no such picture", '<img src="../x.png" alt="" width="1" height="1">', "site-picture-missing"),
    about("no src", '<img alt="" width="1" height="1">', "site-picture-missing"),
    about("a page as picture", '<img src="./" alt="" width="1" height="1">', "site-picture-missing"),
    about(
        "second of a srcset missing",
        '<img src="../assets/logo.png" srcset="../assets/logo.png, ../x.png 2x" alt="" width="1" height="1">',
        "site-picture-missing",
    ),
    about("source missing", '<picture><source srcset="../x.webp 400w"></picture>', "site-picture-missing"),
    about("poster missing", '<video poster="../x.png"></video>', "site-picture-missing"),
]

RESOURCES = [
    about("foreign script", '<script src="https://cdn.test/x.js"></script>', "site-resource-foreign"),
    about("script without scheme", '<script src="//cdn.test/x.js"></script>', "site-resource-foreign"),
    about("foreign frame", '<iframe src="https://video.test/1"></iframe>', "site-resource-foreign"),
    about("foreign picture", '<img src="https://cdn.test/x.png" alt="" width="1" height="1">', "site-resource-foreign"),
    about("foreign srcset", '<source srcset="https://cdn.test/x.webp 2x">', "site-resource-foreign"),
    about("foreign object", '<object data="https://cdn.test/x.pdf"></object>', "site-resource-foreign"),
    about("foreign embed", '<embed src="https://cdn.test/x.swf">', "site-resource-foreign"),
    about("foreign audio", '<audio src="https://cdn.test/x.mp3"></audio>', "site-resource-foreign"),
    about("picture by another name", '<image src="https://cdn.test/x.png">', "site-resource-foreign"),
    about("pictures by another name", '<image srcset="https://cdn.test/x.png 2x">', "site-resource-foreign"),
    about("foreign drawing", '<svg><use href="https://cdn.test/x.svg#a"/></svg>', "site-resource-foreign"),
    about(
        "foreign style",
        "<style>@import 'https://cdn.test/x.css';</style>",
        *("site-inline", "site-resource-foreign"),
    ),
    about(
        "foreign style attribute",
        '<p style="background:url(//cdn.test/x.png)">x</p>',
        *("site-inline", "site-resource-foreign"),
    ),
    row("foreign sheet", head('<link rel="stylesheet" href="https://f.test/x">'), ("site-resource-foreign", ABOUT)),
    row("foreign icon", head('<link rel="shortcut icon" href="https://f.test/x">'), ("site-resource-foreign", ABOUT)),
    row("foreign preload", head('<link rel="preload" href="https://f.test/x">'), ("site-resource-foreign", ABOUT)),
    row("foreign manifest", head('<link rel="manifest" href="https://f.test/x">'), ("site-resource-foreign", ABOUT)),
    row("preconnect", head('<link rel="preconnect" href="https://f.test">'), ("site-resource-foreign", ABOUT)),
    row(
        "foreign base",
        head('<base href="https://f.test/">', "search/index.html"),
        *[("site-resource-foreign", "search/index.html")] * 4,
        ("site-form-elsewhere", "search/index.html"),
    ),
    row("foreign url in a sheet", swap(CSS, '"logo.png"', "https://f.test/x.png"), ("site-resource-foreign", CSS)),
    row(
        "foreign import in a sheet",
        swap(CSS, "body", '@import "//f.test/x.css";\nbody'),
        ("site-resource-foreign", CSS),
    ),
    row("missing file of a sheet", swap(CSS, '"logo.png"', "'x.woff2'"), ("site-resource-missing", CSS)),
    row("sheet outside", swap(CSS, '"logo.png"', "/x.png"), ("site-link-outside", CSS)),
    *(
        row(
            f"sheet that fetches {number}",
            swap(CSS, "body", f"{rule}\nbody"),
            ("site-resource-foreign", CSS),
        )
        for number, rule in enumerate(
            (
                "a{b:\\75rl(//f.test/x)}",
                "@import/**/'//f.test/x';",
                "a{b:image-set('//f.test/x' 1x)}",
                ".a\\'{b:url(//f.test/x)}",
                "a{b:'\f} c{d:url(//f.test/x)}",
            )
        )
    ),
    *(
        about(f"style that fetches {number}", f"<style>{rule}</style>", "site-inline", "site-resource-foreign")
        for number, rule in enumerate(("a{b:u\\72l(//f.test/x)}", "a{b:image-set('//f.test/x' 1x)}"))
    ),
    *(
        about(f"drawing in a page that fetches {number}", f"<svg>{inside}</svg>", "site-resource-foreign")
        for number, inside in enumerate(
            (
                '<rect mask="url(//f.test/x#a)"/>',
                "<rect CURSOR='\\75rl(//f.test/x),auto'/>",
                '<pattern href="//f.test/x#a"/>',
                '<linearGradient xlink:href="//f.test/x#a"/>',
                '<textPath href="//f.test/x#a"/>',
                '<set attributeName="mask" to="url(//f.test/x#a)"/>',
            )
        )
    ),
    about("drawing that paints with its own", '<svg><rect fill="url(#a)"/><pattern id="a" href="#b"/></svg>'),
    *(
        row(f"foreign {rel}", head(f'<link rel="{rel}" href="https://f.test/x">'), ("site-resource-foreign", ABOUT))
        for rel in (
            "apple-touch-icon-precomposed",
            "apple-touch-startup-image",
            "prerender",
            "search",
            "compression-dictionary",
        )
    ),
    row("sheet as data", head('<link rel="stylesheet" href="data:text/css,p{}">'), ("site-link-scheme", ABOUT)),
    row("manifest as data", head('<link rel="manifest" href="data:,{}">'), ("site-link-scheme", ABOUT)),
    row(
        "sheet that takes in data",
        swap(CSS, "body", "@import 'data:text/css,p{}';body"),
        ("site-resource-foreign", CSS),
    ),
    about("link that is counted", '<a href="../" attributionsrc="https://f.test/x">x</a>', "site-resource-foreign"),
    about("missing script", '<script src="../x.js"></script>', "site-resource-missing"),
    about("script outside", '<script src="/x.js"></script>', "site-link-outside"),
    about("script as data", '<script src="data:text/javascript,1"></script>', "site-link-scheme"),
]

SAFETY = [
    about("handler", '<b onclick="x()">x</b>', "site-event-handler"),
    about("link that is pinged", '<a href="../" ping="https://elsewhere.test/">x</a>', "site-resource-foreign"),
    about(
        "table with a picture behind",
        '<table background="https://elsewhere.test/a.png"></table>',
        "site-resource-foreign",
    ),
    about(
        "link with two addresses", '<svg><a href="../" xlink:href="javascript:x()"></a></svg>', "site-script-address"
    ),
    about(
        "link that becomes another",
        '<svg><a href="../"><set attributeName="href" to="x"/></a></svg>',
        "site-event-handler",
    ),
    about("handler of a drawing", "<svg onload=x()></svg>", "site-event-handler"),
    about("script link", '<a href="javascript:x()">x</a>', "site-script-address"),
    about("script link in disguise", '<a href=" java&#10;Script:x()">x</a>', "site-script-address"),
    about("first of two addresses", '<a href="javascript:x()" href="#main">x</a>', "site-script-address"),
    about("script form", '<form action="javascript:x()"></form>', "site-script-address"),
    about("script frame", '<iframe src="javascript:x()"></iframe>', "site-script-address"),
    about("own frame", '<iframe src="../news/a/"></iframe>', "site-frame"),
    about("frame with a page in it", '<iframe srcdoc="x"></iframe>', "site-frame"),
    about("own object", '<object data="../assets/logo.png"></object>', "site-frame"),
    about("form elsewhere", '<form action="https://a.test/"></form>', "site-form-elsewhere"),
    about("button elsewhere", '<button formaction="https://a.test/">x</button>', "site-form-elsewhere"),
    about("opener", '<a target="_blank" href="https://a.test/">x</a>', "site-link-opener"),
    about("opener of a named window", '<a target="win" href="https://a.test/">x</a>', "site-link-opener"),
    about("opener of a button", '<button formtarget="win" formaction="../">x</button>', "site-link-opener"),
    about("formula that is a link", '<math><mi href="javascript:x()">x</mi></math>', "site-script-address"),
    about("second address of a formula", '<math><b xlink:href="javascript:x()"></b></math>', "site-script-address"),
    about("formula that leads to nothing", '<math><mrow href="../nowhere/">x</mrow></math>', "site-link-broken"),
    about("formula that leads somewhere", '<math><mrow href="../news/a/">x</mrow></math>'),
    about("window of its own", '<a target="_self" href="https://a.test/">x</a>'),
    about("script in the page", "<script>x()</script>", "site-inline"),
    about("module in the page", '<script type="module">x()</script>', "site-inline"),
    about("import map", '<script type="importmap">{}</script>', "site-inline"),
    about("data in the page is fine", '<script type="application/json">{}</script>'),
    about("style in the page", "<style>p{}</style>", "site-inline"),
    about("style of an element", '<p style="color:red">x</p>', "site-inline"),
    row("no policy", swap(ABOUT, POLICY, ""), ("site-policy-missing", ABOUT)),
    row("no policy on the 404 page", swap("404.html", POLICY, ""), ("site-policy-missing", "404.html")),
    row("a plain redirect needs none", swap(OLD, POLICY, "")),
    row("policy too late", moved_down(ABOUT, POLICY), ("site-policy-missing", ABOUT)),
    row("policy by another name", swap(ABOUT, POLICY, POLICY.replace("Security", "Safety")), (NO_POLICY, ABOUT)),
    *[
        row(f"policy with {hole or 'nothing'} for {good}", swap(ABOUT, good, hole), ("site-policy-weak", ABOUT))
        for good, hole in (
            ("default-src 'none'", "default-src 'self'"),
            ("default-src 'none'; ", ""),
            ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
            ("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
            ("script-src 'self'", "script-src https:"),
            ("script-src 'self'", "script-src *"),
            ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
            ("img-src 'self'", "img-src 'self' https://a.test"),
            ("img-src 'self'", "img-src 'self' data:"),
            ("base-uri 'none'", "base-uri 'self'"),
            ("; base-uri 'none'", ""),
            ("form-action 'self'; ", ""),
            ("form-action 'self'", "form-action *"),
            ("; object-src 'none'", ""),
        )
    ],
    row("policy that lets WebAssembly in", swap(ABOUT, "script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")),
    row("refresh", head('<meta http-equiv="Refresh" content="5">'), ("site-refresh", ABOUT)),
    row(
        "refresh of a full page",
        head('<meta http-equiv="refresh" content="0;url=../news/a/">'),
        ("site-refresh", ABOUT),
    ),
    row(
        "redirect to another site",
        swap(OLD, "url=../news/a/", "url=https://a.test/"),
        ("site-sitemap-page-missing", OLD),
        ("site-canonical-wrong", OLD),
        ("site-refresh", OLD),
    ),
    row(
        "redirect without canonical",
        swap(OLD, f'<link rel="canonical" href="{URL}news/a/">', ""),
        ("site-canonical-missing", OLD),
        ("site-sitemap-page-missing", OLD),
        ("site-refresh", OLD),
    ),
    row(
        "redirect that says more",
        swap(OLD, "<p>", f"<p>{'Nhiều chữ hơn. ' * 20}"),
        ("site-sitemap-page-missing", OLD),
        ("site-canonical-wrong", OLD),
        ("site-refresh", OLD),
    ),
    row(
        "redirect to nothing",
        swap(OLD, 'content="0; url=../news/a/"', 'content="0; url=../x/"'),
        ("site-sitemap-page-missing", OLD),
        ("site-canonical-wrong", OLD),
        ("site-link-broken", OLD),
        ("site-refresh", OLD),
    ),
    row("canonical of a redirect", swap(OLD, f"{URL}news/a/", URL), ("site-canonical-wrong", OLD)),
]

CONTENT = [
    about("id twice", '<b id="main">x</b><b id="main">x</b>', "site-id-twice", "site-id-twice"),
    row("empty title", swap(ABOUT, "<title>Giới thiệu</title>", "<title> </title>"), ("site-title-empty", ABOUT)),
    row(
        "no title but a drawing's",
        swap(ABOUT, "<title>Giới thiệu</title>", "<svg><title>x</title></svg>"),
        ("site-title-empty", ABOUT),
    ),
    about("two first headings", "<h1>x</h1>", "site-heading-count"),
    about("three first headings are told once", "<h1>x</h1>\n<h1>y</h1>", "site-heading-count"),
    about("headings of other levels", "<h2>x</h2><h6>y</h6>"),
    row("no first heading", swap(ABOUT, "<h1 id", "<h2 id"), ("site-heading-count", ABOUT)),
    about("dashes", "<p>--- title: x</p>", "site-header-leaked"),
    about("header as heading", "<hr><h2>layout: x\ntitle: y\npublished: z</h2>", "site-header-leaked"),
    about("header of one field", "<p>published: 2024-11-15</p>", "site-header-leaked"),
    about("header in pieces is told once", "<p>title: x</p><p>draft: true</p>", "site-header-leaked"),
    about("expression", "<p>Chào {{ name }}</p>", "site-template-leaked"),
    about("statement", "<div>{% if x %}</div>", "site-template-leaked"),
    row("expression in a title", swap(ABOUT, "<title>", "<title>{{ x }}"), ("site-template-leaked", ABOUT)),
    about("heavy page", f"<p>{'chữ ' * 40_000}</p>", "site-page-heavy"),
    row(
        "not UTF-8",
        put(
            "search/index.html",
            '<html lang="vi"><title>Tìm'.encode("utf-16-le").replace(b"\0", b"")
            + b'</title><meta name="robots" content="noindex"><h1>x</h1>',
        ),
        ("site-page-encoding", "search/index.html"),
        ("site-policy-missing", "search/index.html"),
    ),
]


def data(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def node(fields: str) -> str:
    return data(f'{{"@context":"https://schema.org","@type":"Product",{fields}}}')


STRUCTURED = [
    about("no JSON", data("{'a': 1}"), "site-structured-broken"),
    about("empty", data(""), "site-structured-broken"),
    about("never closed", '<script type="application/ld+json">{"@type"', "site-structured-broken"),
    about("deep", data('{"a":' * 20_000 + "1" + "}" * 20_000), "site-structured-broken"),
    about("type in capitals", '<script type="Application/LD+JSON">x</script>', "site-structured-broken"),
    about("no context", data('{"@type":"Product"}'), "site-structured-context"),
    about("foreign context", data('{"@context":"https://a.test","@type":"Product"}'), "site-structured-context"),
    about("context of its own", data('{"@context":{},"@type":"Product"}'), "site-structured-context"),
    about("a number", data("1"), "site-structured-context"),
    about("no type", data('{"@context":"https://schema.org","name":"x"}'), "site-structured-untyped"),
    about(
        "no type in a graph",
        data('{"@context":"https://schema.org","@graph":[{"@type":"Event"},{"name":"x"}]}'),
        "site-structured-untyped",
    ),
    about("no type inside", node('"brand":{"name":"x"}'), "site-structured-untyped"),
    about("offers", node('"offers":{"@type":"Offer"}'), "site-structured-claim"),
    about("stars as a rating", node('"aggregateRating":{"@type":"AggregateRating"}'), "site-structured-claim"),
    about("review in a list", node('"image":[[{"@type":"Thing","review":[]}]]'), "site-structured-claim"),
    row(
        "missing picture for networks",
        head('<meta property="og:image" content="https://example.org/base/x.png">'),
        ("site-picture-missing", ABOUT),
    ),
    row(
        "foreign picture for networks",
        head('<meta name="twitter:image" content="https://cdn.test/x.png">'),
        ("site-resource-foreign", ABOUT),
    ),
]

DRAWING = "assets/x.svg"


def drawn(name: str, inside: str, *codes: str, around: str = "") -> object:
    """A row about one drawing: what stands inside `svg`, and in its tag."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    text = f"<svg {names} {around}>{inside}</svg>"
    return row(name, put(DRAWING, text), *((code, DRAWING) for code in codes))


IMPORT = ("site-drawing-active", "site-resource-foreign")

DRAWINGS = [
    drawn("drawing with a script", "<script>x</script>", "site-drawing-active"),
    drawn("script with a prefix", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "site-drawing-active"),
    drawn("handler of the whole drawing", "", "site-drawing-active", around='onload="x"'),
    drawn("handler in capitals", "<g ONCLICK='x'/>", "site-drawing-active"),
    drawn("page in a drawing", "<foreignObject><p/></foreignObject>", "site-drawing-active"),
    drawn("link that runs", "<a href='java&#10;script:x'/>", "site-drawing-active"),
    drawn("second link that runs", "<a xlink:href='javascript:x' href='#a'/>", "site-drawing-active"),
    drawn("drawing in a drawing", "<use href='data:image/svg+xml,x'/>", "site-drawing-active"),
    drawn(
        "link that comes to run", "<a><set attributeName='xlink:href' to='javascript:x'/></a>", "site-drawing-active"
    ),
    drawn("handler that comes", "<animate attributeName='onclick' to='x'/>", "site-drawing-active"),
    drawn("foreign picture in a drawing", "<image href='https://cdn.test/x.png'/>", "site-resource-foreign"),
    drawn("foreign use", "<use xlink:href='//cdn.test/x.svg#a'/>", "site-resource-foreign"),
    drawn("foreign style in a drawing", "<style>@import 'https://cdn.test/x.css';</style>", *IMPORT),
    drawn("foreign style behind an element", "<style><b/>@import 'https://cdn.test/x';</style>", *IMPORT),
    drawn("escape in a style", "<g style='fill: u\\72l(https://cdn.test/x)'/>", *IMPORT),
    drawn("set of pictures", "<style>g { x: image-set('https://cdn.test/x' 1x) }</style>", *IMPORT),
    drawn("form in a drawing", "<f xmlns='http://www.w3.org/1999/xhtml'/>", "site-drawing-active"),
    drawn("ping of a drawing", "<a ping='https://cdn.test/'/>", "site-drawing-active"),
    drawn("prefix that nobody explains", "<h:a/>", "site-drawing-broken"),
    drawn("foreign fill", "<g fill='URL(https://cdn.test/x.svg#f)'/>", "site-resource-foreign"),
    drawn("foreign base of a drawing", "<g xml:base='https://cdn.test/'/>", "site-resource-foreign"),
    drawn("foreign filter", "<g style='filter: url(https://cdn.test/x.svg#f)'/>", "site-resource-foreign"),
    row(
        "entities of a drawing",
        put(DRAWING, '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'),
        ("site-drawing-active", DRAWING),
    ),
    *(
        row(
            f"drawing that fetches {number}",
            put(DRAWING, f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>"),
            *found,
        )
        for number, (inside, *found) in enumerate(
            (
                ("<style>rect{mask:url(https://elsewhere.test/a</style>", ("site-resource-foreign", DRAWING)),
                (
                    '<style>svg{background-image:url("https://elsewhere.test/a</style>',
                    ("site-resource-foreign", DRAWING),
                ),
                ('<g mask="url(https://elsewhere.test/a"/>', ("site-resource-foreign", DRAWING)),
                ('<g mask="\\75rl(https://elsewhere.test/a)"/>', *((code, DRAWING) for code in IMPORT)),
                ('<g cursor="u\\72l(https://elsewhere.test/a),auto"/>', *((code, DRAWING) for code in IMPORT)),
                (
                    '<set attributeName="mask" to="\\75rl(https://elsewhere.test/a)"/>',
                    *((code, DRAWING) for code in IMPORT),
                ),
                ('<image href="https:\\\\elsewhere.test\\x.png"/>', ("site-drawing-active", DRAWING)),
                ('<image href="/\\elsewhere.test/x.png"/>', ("site-drawing-active", DRAWING)),
            )
        )
    ),
    row("style sheet of XML", put(DRAWING, '<?xml-stylesheet href="x"?><svg/>'), ("site-drawing-active", DRAWING)),
    drawn("tag without an end", "<g>", "site-drawing-broken"),
    row("no drawing", put("assets/x.SVG", "PNG"), ("site-drawing-broken", "assets/x.SVG")),
    row(
        "unknown encoding of a drawing",
        put(DRAWING, '<?xml version="1.0" encoding="x"?><svg/>'),
        ("site-drawing-broken", DRAWING),
    ),
]

FOREIGN = '<script src="https://f.test/x.js"></script>'
FILES = [
    row("no 404", drop("404.html"), ("site-404-missing", "404.html")),
    row("no English 404", drop("en/404.html"), ("site-404-missing", "en/404.html")),
    row(
        "address that ends with the sheet",
        put("assets/y.css", "a{background:url(https://elsewhere.test/c"),
        ("site-resource-foreign", "assets/y.css"),
    ),
    *(
        row(
            f"page named x.{ending}",
            put(f"assets/x.{ending}", f"<!doctype html><html lang='vi'>{POLICY}<title>x</title><h1>x</h1>{FOREIGN}"),
            ("site-canonical-missing", f"assets/x.{ending}"),
            ("site-sitemap-page-missing", f"assets/x.{ending}"),
            ("site-resource-foreign", f"assets/x.{ending}"),
        )
        for ending in ("htm", "shtml", "xhtml", "XHT")
    ),
    row("marks in a name", put("assets/ảnh.png", "PNG"), ("site-file-name", "assets/ảnh.png")),
    row("space in a folder", put("my files/a.txt", "x"), ("site-file-name", "my files")),
    row("folders without end", put(f"{'a/' * 41}b.txt", "x"), ("site-folder-deep", "/".join("a" * 41))),
    row("empty file", put("assets/empty.txt", ""), ("site-file-empty", "assets/empty.txt")),
    row(
        "empty page",
        put("search/index.html", ""),
        *((code, "search/index.html") for code in ("site-file-empty", "site-policy-missing")),
    ),
]

BREAKS = [*LINKS, *LANGUAGE, *SITEMAP, *FEEDS, *PICTURES, *RESOURCES, *SAFETY, *CONTENT, *STRUCTURED, *DRAWINGS, *FILES]


def test_there_are_enough_breaks_and_every_code_has_one() -> None:
    """The codes left out need more than a change of bytes, or the change is no fault of a page: tested below."""
    names = [case.id for case in BREAKS]
    assert len(names) == len(set(names)) >= 180
    broken = {code for case in BREAKS for code, _ in case.values[1]}
    said = {key.removeprefix("finding.") for key in load_messages("en").table if key.startswith("finding.site-")}
    assert said - broken == {
        "site-folder-missing",
        "site-page-broken",
        "site-search-broken",
        "site-symlink",
        "site-without-pages",
    }


@pytest.mark.parametrize(("change", "expected"), BREAKS)
def test_break(tmp_path: Path, change: Change, expected: Expected) -> None:
    files = tiny_site()
    change(files)
    assert codes(lay(tmp_path, files)) == expected


ALLOWED = [
    about("link to a folder without its slash", '<a href="../news/a">x</a>'),
    about("link to a page by its file", '<a href="../news/a/index.html">x</a>'),
    about("link to the site's root without a slash", '<a href="/base">x</a>'),
    about("full link to this site", f'<a href="{URL}news/a/">x</a>'),
    about("full link beside this site", '<a href="https://example.org/">x</a>'),
    about("query", '<a href="../search/?q=%C4%91">x</a>'),
    about("anchor of a file", '<a href="../assets/logo.png#page=2">x</a>'),
    about("top", '<a href="#top">x</a> <a href="#">x</a>'),
    about("old anchor", '<a name="cũ"></a><a href="#c%C5%A9">x</a>'),
    about("text fragment", '<a href="../news/a/#:~:text=Tin">x</a>'),
    about("place without address", "<a>x</a>"),
    about("language said", '<a href="../en/" hreflang="en-GB">x</a>'),
    about("opener held", '<a target="_blank" rel="external noopener" href="https://a.test/">x</a>'),
    about("opener held by noreferrer", '<a target="_blank" rel="noreferrer" href="https://a.test/">x</a>'),
    about("picture as data", '<img src="data:image/png;base64,AA==" alt="" width="1" height="1">'),
    row("icon as data", head('<link rel="shortcut icon" href="data:image/png;base64,AA==">')),
    about("drawing of this page", '<svg><use href="#main"/></svg>'),
    about("capital header words are prose", "<p>Date: 15 November<br>Title: x</p><p>email: a@b.vn</p>"),
    about("template shown as code", "<pre>{% if %}</pre><script type='application/json'>'{{'</script>"),
    about("empty form posts to itself", "<form></form>"),
    about("same title twice", "<svg><title>Trang chủ</title></svg>"),
    about(
        "sound structured data",
        data('[{"@context":"https://schema.org/","@graph":[{"@id":"#a","@type":"Event","about":{"@id":"#b"}}]}]'),
    ),
    about("script that is no data", '<script type="application/json">x</script>'),
    row("regional lang", swap(ABOUT, 'html lang="vi"', 'html lang="vi-VN"')),
    row("marker of the host", put(".nojekyll", "")),
    row("lastmod with a time", swap(MAP, "2024-11-15", "2024-11-15T08:00:00+07:00")),
    row("feed that leads elsewhere", swap(FEED, f"{URL}news/a/", "https://example.com/")),
    row("feed without entries", put(FEED, '<feed xmlns="http://www.w3.org/2005/Atom"/>')),
    row("another file in the sitemap", swap(MAP, SITEMAP_ABOUT, SITEMAP_ABOUT + sitemap_entry("feed.xml", ""))),
    row("sitemap in parts", indexed()),
    row("base", swap("search/index.html", "<head>", '<head><base href="./">')),
]


@pytest.mark.parametrize(("change", "expected"), ALLOWED)
def test_allowed(tmp_path: Path, change: Change, expected: Expected) -> None:
    files = tiny_site()
    change(files)
    assert codes(lay(tmp_path, files)) == expected == []


def test_tiny_site_is_clean_and_measured(tmp_path: Path) -> None:
    files = tiny_site()
    sizes = {path: len(data) for path, data in files.items()}
    pages = {path: size for path, size in sizes.items() if path.endswith(".html")}
    largest = LargestPage(*max(sorted(pages.items()), key=lambda one: one[1]))
    report = SiteReport(len(pages), len(files), sum(sizes.values()), largest)
    assert check_site(lay(tmp_path, files), URL, LANGUAGES) == (report, [])
    assert check_site(tmp_path, URL.rstrip("/"), list(LANGUAGES)) == (report, [])


def test_findings_name_place_and_values(tmp_path: Path) -> None:
    files = tiny_site()
    say('\n  <a href="../x/">x</a>\n<p>một\n hai {{ ba }}</p>')(files)
    swap(CSS, '"logo.png"', "x.png")(files)
    swap(MAP, SITEMAP_ABOUT, SITEMAP_ABOUT.replace("<lastmod>2024-11-15", "<lastmod>x"))(files)
    line = files[ABOUT].decode()[: files[ABOUT].decode().index('<a href="../x/"')].count("\n") + 1
    entry_line = files[MAP].decode()[: files[MAP].decode().index("<lastmod>x")].count("\n") + 1
    assert check_site(lay(tmp_path, files), URL, LANGUAGES)[1] == [
        finding("site-link-broken", Source(ABOUT, line, 3), target="../x/", path="x/index.html"),
        finding("site-template-leaked", Source(ABOUT, line + 2, 6), text="{{ ba }}"),
        finding("site-resource-missing", Source(CSS, 2, 20), target="x.png", path="assets/x.png"),
        finding("site-sitemap-lastmod", Source(MAP, entry_line), target=f"{URL}about/", found="x"),
    ]


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    folder = lay(tmp_path / "site", tiny_site())
    (tmp_path / "secret.txt").write_text("x")
    (folder / "secret.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert codes(folder) == [("site-symlink", "loop"), ("site-symlink", "secret.txt")]


def test_folders_deeper_than_python_goes_are_one_finding(tmp_path: Path) -> None:
    with deep_folders(lay(tmp_path, tiny_site())):
        assert codes(tmp_path) == [("site-folder-deep", "/".join("a" * 41))]
        assert address_from(tmp_path) == URL


def test_missing_folder_is_one_finding(tmp_path: Path) -> None:
    assert check_site(tmp_path / "site", URL, LANGUAGES) == (
        SiteReport(0, 0, 0, None),
        [finding("site-folder-missing", Source("site"), path=tmp_path / "site")],
    )


def test_empty_folder(tmp_path: Path) -> None:
    assert codes(tmp_path) == [
        ("site-404-missing", "404.html"),
        ("site-404-missing", "en/404.html"),
        ("site-without-pages", "index.html"),
        ("site-sitemap-missing", "sitemap.xml"),
    ]


def test_third_language_needs_no_code(tmp_path: Path) -> None:
    files = tiny_site()
    ja = files["en/404.html"].replace(b'html lang="en"', b'html lang="ja"').replace(b"/base/en/", b"/base/ja/")
    files["ja/404.html"] = ja.replace(b"<nav>", b'<nav><a hreflang="en" href="/base/en/">en</a>')
    files["ja/index.html"] = files[ABOUT].replace(b"about/", b"ja/").replace(b'lang="vi"', b'lang="ja"')
    swap(MAP, SITEMAP_ABOUT, SITEMAP_ABOUT + sitemap_entry("ja/", ""))(files)
    say('<a href="../en/">en</a>', "ja/index.html")(files)
    files["ja/index.html"] = files["ja/index.html"].replace(b'<a href="../">', b'<a href="./">')
    assert codes(lay(tmp_path, files), ("vi", "en", "ja")) == [("site-link-language", "ja/index.html")]


def test_site_at_the_root_of_its_host(tmp_path: Path) -> None:
    files = {path: data.replace(b"/base/", b"/") for path, data in tiny_site().items()}
    assert check_site(lay(tmp_path, files), "https://example.org/", LANGUAGES)[1] == []


def test_a_folder_of_programs_is_passed_by_and_only_that(tmp_path: Path) -> None:
    page = b"<!doctype html><title>x</title><iframe src='https://example.com/'></iframe>"
    inside = lay(tmp_path / "inside", tiny_site() | {"admin/index.html": page})
    assert check_site(inside, URL, LANGUAGES)[1] != []
    assert check_site(inside, URL, LANGUAGES, ("admin/",))[1] == []
    beside = lay(tmp_path / "beside", tiny_site() | {"administration/index.html": page})
    found = check_site(beside, URL, LANGUAGES, ("admin/",))[1]
    assert {one.source.path for one in found} == {"administration/index.html"}


HIDDEN = '<meta http-equiv="refresh" content="0;url=https://elsewhere.test/">'


@pytest.mark.parametrize(
    "markup",
    [
        f"<!-->{HIDDEN}<p>-->",
        f"<!--->{HIDDEN}<p>-->",
        f"<!-- x --!>{HIDDEN}<p>-->",
        f"<![CDATA[>{HIDDEN}]]>",
        f'<noscript><p title="</noscript>{HIDDEN}">x</p></noscript>',
        f'<NOSCRIPT><p title="</NOSCRIPT>{HIDDEN}">x</p></NOSCRIPT>',
        f"<textarea><!-- </textarea>{HIDDEN}<!-- -->",
        f'<textarea><b title="</textarea>{HIDDEN}"></textarea>',
        f'<TITLE lang="vi"><b title="</TITLE>{HIDDEN}"></title>',
        f"<svg><title><!-- </title></svg>{HIDDEN}<!-- -->",
        f"<xmp><!-- </xmp>{HIDDEN}<!-- -->",
        f"<noframes><!-- </noframes>{HIDDEN}<!-- -->",
        f"<NoEmbed><!-- </noembed>{HIDDEN}<!-- -->",
        f"<plaintext><!-- {HIDDEN}",
        f'<script type="application/json">1</script x>{HIDDEN}<script type="application/json">1</script>',
        f'<script type="application/json">1</SCRIPT/>{HIDDEN}<script type="application/json">1</script>',
        f'<script src="../assets/x.js"></script a=">">{HIDDEN}<p></script>',
        f"<style></style x>{HIDDEN}<p></style>",
        f"a &#{'1' * 5000}; b",
        f'<p title="&#{"1" * 5000};">b</p>',
    ],
)
def test_a_page_that_browsers_may_read_otherwise_is_refused(tmp_path: Path, markup: str) -> None:
    files = tiny_site()
    say(markup)(files)
    assert ("site-page-broken", ABOUT) in codes(lay(tmp_path, files))


@pytest.mark.parametrize(
    "markup",
    [
        "<!-- a -- b -->",
        "<!---->",
        "<noscript><p>Bật JavaScript.</p></noscript>",
        '<textarea rows="2">a &lt;b> </textarea >',
        "<svg><title>Muối\n</title\n></svg>",
        "<titled></titled><plaintexts></plaintexts>",
        '<script type="application/json">1</script\t>',
    ],
)
def test_a_comment_and_words_for_those_without_scripts_are_sound(tmp_path: Path, markup: str) -> None:
    files = tiny_site()
    say(markup)(files)
    assert codes(lay(tmp_path, files)) == []


@pytest.mark.parametrize("markup", ['<a href="x{}"></a>', '<p id="a"></p>', "<div></div>", "<!--x--!>"])
def test_a_page_of_twenty_thousand_faults_or_tags_in_one_line_is_read_and_told_of(tmp_path: Path, markup: str) -> None:
    """It took minutes once: each finding read its file anew, and each tag the rest of its line."""
    files = tiny_site()
    say("".join(markup.format(number) for number in range(20_000)))(files)
    findings = check_site(lay(tmp_path, files), URL, LANGUAGES)[1]
    as_text(findings, [load_messages("vi")], tmp_path)
    assert len(findings) < 200
