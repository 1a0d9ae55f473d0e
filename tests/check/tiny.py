"""A tiny whole site without a fault, and ways to break it."""

from collections.abc import Callable, Iterable
from pathlib import Path

URL = "https://example.org/base/"
LANGUAGES = ("vi", "en")

Files = dict[str, bytes]
Change = Callable[[Files], None]

RULES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
POLICY = f'<meta http-equiv="Content-Security-Policy" content="{RULES}; object-src \'none\'">'

SOUND_DRAWING = """\
<?xml version="1.0"?><!DOCTYPE svg>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<title>on url(https://a.test/)</title><style>rect { fill: url(#g); }</style>
<a href="https://a.test/"><use xlink:href="#a" style="filter: url(#f)"/></a>
<image href="data:image/png;base64,iVBORw0KGgo="/><image href="logo.png"/>
<rect id="a"><animate attributeName="x" to="1"/></rect></svg>
"""

PAIRS = {"": ("Trang chủ", "Home"), "news/a/": ("Tin A", "News A")}
VI_ONLY = {"about/": "Giới thiệu"}


def tiny_site() -> Files:
    """Return a site in two languages: two pages in both, one in Vietnamese only, search, redirect, 404 pages."""
    files = {
        "404.html": page("404.html", "vi", "Không tìm thấy", head="", nav=switch("", "vi", "/base/")),
        "en/404.html": page("en/404.html", "en", "Not found", head="", nav=switch("", "en", "/base/")),
        "search/index.html": page("search/", "vi", "Tìm kiếm", head='<meta name="robots" content="noindex, follow">'),
        "old/index.html": redirect("news/a/"),
        "sitemap.xml": sitemap(),
        "feed.xml": atom_feed(),
        "en/feed.json": json_feed(),
        "news.ics": calendar(),
        "assets/site.css": '/* url(https://a.test/x.png) */\nbody { background: url("logo.png"); }\n',
        "assets/site.js": "document.title;\n",
        "assets/logo.png": "PNG",
        "assets/sound.svg": SOUND_DRAWING,
        "assets/logo-2x.png": "PNG",
    }
    for place, titles in PAIRS.items():
        for lang, title in zip(LANGUAGES, titles, strict=True):
            files[f"{prefix(lang)}{place}index.html"] = paired(place, lang, title)
    for place, title in VI_ONLY.items():
        files[f"{place}index.html"] = page(place, "vi", title, head=canonical(place))
    return {path: text.encode() for path, text in files.items()}


def prefix(lang: str) -> str:
    return "" if lang == LANGUAGES[0] else f"{lang}/"


def paired(place: str, lang: str, title: str) -> str:
    own = f"{prefix(lang)}{place}"
    return page(own, lang, title, head=canonical(own) + alternates(place), nav=switch(place, lang, up(own)))


def up(own: str) -> str:
    return "../" * own.count("/")


def canonical(own: str) -> str:
    return f'<link rel="canonical" href="{URL}{own}">'


def alternates(place: str) -> str:
    hreflangs = [("vi", place), ("en", f"en/{place}"), ("x-default", place)]
    return "".join(f'\n<link rel="alternate " hreflang="{lang}" href="{URL}{own}">' for lang, own in hreflangs)


def switch(place: str, lang: str, root: str) -> str:
    other = "en" if lang == "vi" else "vi"
    return f'<a hreflang="{other}" lang="{other}" href="{root or "./"}{prefix(other)}{place}">{other}</a>'


def page(own: str, lang: str, title: str, *, head: str, nav: str = "") -> str:
    root = "/base/" if own.endswith("404.html") else up(own) or "./"
    return f"""<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8">{POLICY}<title>{title}</title>
{head}
<link rel="stylesheet" href="{root}assets/site.css">
<link rel="alternate" type="application/atom+xml" href="{root}feed.xml">
<script src="{root}assets/site.js"></script>
</head>
<body>
<nav><a href="{root}{prefix(lang)}">{title}</a> {nav}</nav>
<main id="main">
<h1 id="top-of-page">{title}</h1>
<p>Một đoạn văn. <a href="#main">main</a> <a href="https://example.com/?a=1&amp;b=2">khác</a>
<a href="mailto:a@example.org">thư</a> <a href="tel:+84254000000">gọi</a> <code>{{{{ code }}}}</code></p>
<img src="{root}assets/logo.png" srcset="{root}assets/logo.png 1x, {root}assets/logo-2x.png 2x"
 alt="" width="10" height="10">
<form action="{root}search/"><input name="q"></form>
</main>
</body>
</html>
"""


def atom_feed() -> str:
    links = f'<link rel="self" href="{URL}feed.xml"/><entry><link rel="alternate" href="{URL}news/a/"/></entry>'
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">{links}</feed>\n'


def json_feed() -> str:
    items = f'[{{"id": "1", "url": "{URL}en/news/a/"}}, {{"id": "2"}}]'
    return f'{{"version": "https://jsonfeed.org/version/1.1", "feed_url": "{URL}en/feed.json", "items": {items}}}\n'


def calendar() -> str:
    event = f"BEGIN:VEVENT\r\nURL:{URL}\r\n news/a/\r\nDESCRIPTION:{URL}x/\r\nEND:VEVENT"
    return f"BEGIN:VCALENDAR\r\nSOURCE;VALUE=URI:{URL}news.ics\r\n{event}\r\nEND:VCALENDAR\r\n"


def redirect(place: str) -> str:
    return f"""<!doctype html>
<html lang="vi"><head>{POLICY}<title>Đã chuyển</title>{canonical(place)}
<meta http-equiv="refresh" content="0; url=../{place}"></head>
<body><p>Trang đã chuyển tới <a href="../{place}">địa chỉ mới</a>.</p></body></html>
"""


def sitemap() -> str:
    places = [(own, place) for place in PAIRS for own in (place, f"en/{place}")]
    paired_entries = [entry(own, alternates(place)) for own, place in places]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "\n".join([*paired_entries, *(entry(place, "") for place in VI_ONLY)])
        + "\n</urlset>\n"
    )


def entry(own: str, links: str) -> str:
    links = links.replace("<link ", "<xhtml:link ").replace('">', '"/>')
    return f"<url><loc>{URL}{own}</loc><lastmod>2024-11-15</lastmod>{links}</url>"


def lay(folder: Path, files: Files) -> Path:
    """Write a site into `folder`, which is returned."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def swap(path: str, old: str, new: str) -> Change:
    """Replace a text, which must be there, once."""

    def change(files: Files) -> None:
        assert old.encode() in files[path], old
        files[path] = files[path].replace(old.encode(), new.encode(), 1)

    return change


def say(html: str, path: str = "about/index.html") -> Change:
    """Add markup to the body of a page."""
    return swap(path, "</main>", f"{html}</main>")


def head(html: str, path: str = "about/index.html") -> Change:
    """Add markup to the head of a page."""
    return swap(path, "</head>", f"{html}</head>")


def put(path: str, text: str | bytes) -> Change:
    """Add or replace a file."""

    def change(files: Files) -> None:
        files[path] = text if isinstance(text, bytes) else text.encode()

    return change


def drop(*paths: str) -> Change:
    """Remove files."""

    def change(files: Files) -> None:
        for path in paths:
            del files[path]

    return change


def all_of(changes: Iterable[Change]) -> Change:
    """Make several changes."""

    def change(files: Files) -> None:
        for one in changes:
            one(files)

    return change
