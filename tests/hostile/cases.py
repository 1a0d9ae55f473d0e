"""Broken content as data: what is laid beside a valid world, and everything that must be said of it.

Each case has files of its own, named after it, so that all that are not marked `alone` can be laid at once.
"""

import re
import struct
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.worlds import (
    BRIEFINGS,
    CHANNELS,
    CITED,
    DRAWING,
    FILES,
    MAPS,
    MEDIA,
    PICTURE,
    PLACES,
    PLAN,
    UNITS,
    english,
    event,
    figure,
    news,
    press,
    product,
)

Told = tuple[str, str, int | None]
"""Code, path and line of a finding."""


@dataclass(frozen=True)
class Link:
    """A symbolic link in place of a file."""

    target: str


@dataclass(frozen=True)
class Case:
    """Files by path, and the complete list of findings. `alone`: it changes what other cases rely on."""

    id: str
    files: Mapping[str, str | bytes | Link]
    expected: tuple[Told, ...]
    alone: bool = False


FOLDERS = {news: "news", product: "products", event: "events", press: "press"}


ONE = "One.[^bao-mau]"


def told(slug: str, text: str | bytes, *found: tuple[str, int | None], folder: str = "news") -> Case:
    """Return a case of one Vietnamese file; findings are code and line in it."""
    path = f"content/vi/{folder}/{slug}.md"
    return Case(slug, {path: text}, tuple((code, path, line) for code, line in found))


def paired(slug: str, vi: str, en: str, *found: tuple[str, int | None], alone: bool = False) -> Case:
    """Return a case of a file and its translation; findings are code and line in the translation."""
    path = f"content/en/news/{slug}.md"
    files = {f"content/vi/news/{slug}.md": vi, path: en}
    return Case(slug, files, tuple((code, path, line) for code, line in found), alone)


def placed(slug: str, path: str, content: str | bytes | Link, *codes: str, line: int = 1) -> Case:
    """Return a case of one file anywhere; all findings stand on one line of it."""
    shown = path if path.isprintable() else path.encode("unicode_escape").decode()
    return Case(slug, {path: content}, tuple((code, shown, line) for code in codes))


def data(slug: str, name: str, text: str, *found: tuple[str, int | None], also: tuple[Told, ...] = ()) -> Case:
    """Return a case that changes a data file of the world; it stands alone."""
    path = f"content/data/{name}.yml"
    return Case(slug, {path: text}, (*((code, path, line) for code, line in found), *also), alone=True)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


# ---- Headers ----

HEADERS = [
    told("h-empty-file", "", ("header-missing", 1)),
    told("h-blank-file", "\n\n", ("header-missing", 1)),
    told("h-only-text", "Bài không có phần đầu.\n", ("header-missing", 1)),
    told("h-title-as-heading", "# Tiêu đề\n\nBài.\n", ("header-missing", 1)),
    told("h-no-opening", news().removeprefix("---\n"), ("header-missing", 1)),
    told("h-html", "<html><body>Bài</body></html>\n", ("header-missing", 1)),
    told("h-blank-first-line", "\n" + news(), ("header-not-first", 1)),
    told("h-blank-before", " " + news(), ("header-not-first", 1)),
    told("h-em-dash", news().replace("---", "—"), ("header-not-first", 1)),
    told("h-three-em-dashes", news().replace("---", "———"), ("header-not-first", 1)),
    told("h-en-dashes", news().replace("---", "–––"), ("header-not-first", 1)),
    told("h-toml", "+++\ntitle = 'a'\n+++\n", ("header-not-first", 1)),
    told("h-fence", "```yaml\n" + news() + "```\n", ("header-not-first", 1)),
    told("h-four-hyphens", "-" + news(), ("header-not-first", 1)),
    told("h-field-behind-hyphens", news().replace("---\n", "--- ", 1), ("header-not-first", 1)),
    told("h-hard-blank", news().replace("---\n", "---\xa0\n", 1), ("header-not-first", 1)),
    told("h-unclosed", news().replace("\n---\n", "\n"), ("header-unclosed", 1)),
    told("h-closed-by-dash", news().replace("\n---\n", "\n—\n"), ("header-unclosed", 1)),
    told("h-closed-by-two", news().replace("\n---\n", "\n--\n"), ("header-unclosed", 1)),
    told("h-closing-pushed-in", news().replace("\n---\n", "\n  ---\n"), ("header-unclosed", 1)),
    told("h-empty-header", "---\n---\nBài.\n", *[("field-missing", 1)] * 3),
    told("h-only-comment", "---\n# sau này\n---\nBài.\n", ("yaml-documents", 1)),
    told("h-list", "---\n- title: a\n---\nBài.\n", ("header-not-mapping", 2)),
    told("h-scalar", "---\nTiêu đề\n---\nBài.\n", ("header-not-mapping", 2)),
    told("h-number", "---\n\n2024\n---\nBài.\n", ("header-not-mapping", 3)),
    told("h-colon", news(title="Hội chợ: ngày 1"), ("yaml-syntax", 2)),
    told("h-open-quote", news(title='"Tin mẫu'), ("yaml-syntax", 2)),
    told("h-quote-inside", news(title='"Nói "vâng" đi"'), ("yaml-syntax", 2)),
    told("h-tab", news(title="a\n\tb: c"), ("yaml-syntax", 3)),
    told("h-hash-ends-text", news(title="# lời nhắn"), ("yaml-comment-after-value", 2)),
    told("h-hash-cuts-text", news(summary="Huyện #1 của tỉnh"), ("yaml-comment-after-value", 3)),
    told("h-curved-quotes", news(title="“Huyện mẫu”"), ("yaml-curved-quotes", 2)),
    told("h-bad-indent", news(title="a\n  b: c"), ("yaml-syntax", 3)),
    told("h-open-bracket", news(tasks="[t1"), ("yaml-syntax", 6)),
    told("h-at", news(title="@so"), ("yaml-syntax", 2)),
    told("h-percent", news(title="%a"), ("yaml-syntax", 2)),
    told("h-backquote", news(title="`a`"), ("yaml-syntax", 2)),
    told("h-bad-escape", news(title='"\\q"'), ("yaml-syntax", 2)),
    told("h-half-letter", news(title='"\\ud800"'), ("yaml-syntax", 2)),
    told("h-duplicate", news(title='"a"\ntitle: "b"'), ("yaml-duplicate-key", 3)),
    told("h-duplicate-draft", news(draft="true\ndraft: false"), ("yaml-duplicate-key", 10)),
    told("h-duplicate-quoted", news(draft='true\n"draft": false'), ("yaml-duplicate-key", 10)),
    told("h-duplicate-inside", news(sources="[{id: a, id: b}]"), ("yaml-duplicate-key", 7)),
    told("h-duplicate-after-blanks", news().replace("---\n", "---\n\n\ntasks: []\n", 1), ("yaml-duplicate-key", 9)),
    told("h-anchor", news(title="&a Tin"), ("yaml-anchor", 2)),
    told("h-alias", news(title="*a"), ("yaml-anchor", 2)),
    told("h-merge", news(title="Tin\n<<: {date: 2024}"), ("yaml-key", 3)),
    told("h-tag", news(title="!!python/object/apply:os.system [id]"), ("yaml-tag", 2)),
    told("h-own-tag", news(title="!secret a"), ("yaml-tag", 2)),
    told("h-bare-tag", news(title="! 12"), ("yaml-tag", 2)),
    told("h-number-key", news(title="a\n1: b"), ("yaml-key", 3)),
    told("h-empty-key", news(title="a\n~: b"), ("yaml-key", 3)),
    told("h-list-key", news(title="a\n? [b]\n: c"), ("yaml-key", 3)),
    told("h-two-documents", news(title="a\n...\n--- # hai\nb: c"), ("yaml-documents", 1)),
    told("h-bomb", news(title="&a [x]\nb: &b [*a,*a]\nc: [*b,*b]"), ("yaml-anchor", 2)),
    told("h-merge-bomb", news(title="a\nb: &b [x]\n<<: [*b,*b,*b,*b]"), ("yaml-anchor", 3)),
    told("h-content-field", news(content="x", handler="y"), ("field-unknown", 9), ("field-unknown", 10)),
    told("h-brackets", news(title="[" * 20_000), ("yaml-too-deep", 2)),
    told("h-braces", news(title="{a: " * 10_000), ("yaml-too-deep", 2)),
    told("h-too-long", news(title='"' + "a" * 70_000 + '"'), ("header-too-long", 1)),
    told("h-unknown-field", news(titel="a"), ("field-unknown", 9)),
    told(
        "h-engine-field",
        news(template="x.html", hide="5", search="{boost: 2}"),
        *[("field-unknown", n) for n in (9, 10, 11)],
    ),
    told("h-field-with-capital", news(Title="a"), ("field-unknown", 9)),
    told(
        "h-vietnamese-field",
        news(title=None).replace("---\n", '---\n"tiêu đề": a\n', 1),
        ("field-missing", 2),
        ("field-unknown", 2),
    ),
    told(
        "h-many-faults",
        news(title=None, date="x", published="y", tasks="z"),
        ("field-missing", 2),
        ("date-partial", 3),
        ("date-full", 4),
        ("type-list", 5),
    ),
]

# ---- Encodings ----

ENCODINGS = [
    told("e-utf16", news().encode("utf-16"), ("text-not-utf8", 1)),
    told("e-utf16-without-mark", "---\ntitle: a\n".encode("utf-16-le"), ("text-control", 1)),
    told("e-cp1258", news(title='"Hồ tiêu"').encode("cp1258", "replace"), ("text-not-utf8", 2)),
    told("e-latin", news().encode("utf-8").replace("ẫ".encode(), b"\xe2"), ("text-not-utf8", 2)),
    told("e-cut-letter", news(CITED + "Bà").encode()[:-3] + b"\xc3", ("text-not-utf8", 10)),
    told("e-overlong", news().encode() + b"\xc0\xaf", ("text-not-utf8", 11)),
    told("e-nul", news(CITED + "\x00"), ("text-control", 10)),
    told("e-escape", news(title='"\x1b[2J"'), ("text-control", 2)),
    told("e-bidi", news(title='"a\u202eb"'), ("text-control", 2)),
    told("e-bidi-isolate", news(CITED + "\u2066"), ("text-control", 10)),
    told("e-arabic-mark", news(CITED + "\u061c"), ("text-control", 10)),
    told("e-line-separator", news(CITED + "\u2028"), ("text-control", 10)),
    told("e-next-line", news(CITED + "\x85"), ("text-control", 10)),
    told("e-two-marks", "\ufeff\ufeff" + news(), ("text-control", 1)),
    told("e-mark-inside", news(CITED + "\ufeff"), ("text-control", 10)),
    told("e-form-feed", news(CITED + "\x0c"), ("text-control", 10)),
    told("e-control-by-escape", news(title='"a\\x07b"'), ("text-control", 2)),
    told("e-bidi-by-escape", news(summary='"a\\u202eb"'), ("text-control", 3)),
    told("e-nfd", nfd(news()), ("text-nfd", 2)),
    told("e-nfd-body", news("Nội dung." + nfd("Đất") + CITED), ("text-nfd", 10)),
    told("e-nfd-by-escape", news(title='"o\\u0301"'), ("text-nfd", 2)),
    told("e-too-large", news(CITED + "a" * 500_000), ("file-too-large", 1)),
    told("e-mark-is-fine", "\ufeff" + news()),
    told("e-windows-lines-are-fine", news().replace("\n", "\r\n")),
    told("e-old-mac-lines-are-fine", news().replace("\n", "\r")),
    told("e-fault-with-windows-lines", news(title="12").replace("\n", "\r\n"), ("type-text", 2)),
    told("e-whale-is-fine", news(summary='"Cá voi 🐋"')),
    told("e-whale-on-a-card", news(title='"Cá voi 🐋"'), ("card-letter", 2)),
]

# ---- Names and places of files ----

VALID = news()
ENTITY_BOMB = '<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;&b;&b;">]><svg>&d;&d;</svg>'
ENTITY_OUT = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>'
SIZELESS = '<svg xmlns="http://www.w3.org/2000/svg"/>'
PAGE = '---\ntitle: "Trang mẫu"\nsummary: "Trang mẫu."\n---\n'
NAMES = [
    placed("n-capital", "content/vi/news/N-Capital.md", VALID, "file-name"),
    placed("n-marks", "content/vi/news/n-đất.md", VALID, "file-name"),
    placed("n-marks-apart", f"content/vi/news/n-{nfd('ố')}.md", VALID, "file-name"),
    placed("n-blank", "content/vi/news/n blank.md", VALID, "file-name"),
    placed("n-question", "content/vi/news/n?.md", VALID, "file-name"),
    placed("n-hash", "content/vi/news/n#.md", VALID, "file-name"),
    placed("n-newline", "content/vi/news/n\nrefs.md", VALID, "file-name"),
    placed("n-override", "content/vi/news/n\u202emd.md", VALID, "file-name"),
    placed("n-quote", 'content/vi/news/n".md', VALID, "file-name"),
    placed("n-hidden", "content/vi/news/.n.md", VALID, "file-name"),
    placed("n-lock-file", "content/vi/news/~$n.md", VALID, "file-name"),
    Case(
        "n-too-deep",
        {f"content/media/{'a/' * 9}a.png": PICTURE},
        (("folder-too-deep", f"content/media{'/a' * 8}", 1),),
    ),
    Case(
        "n-assets-too-deep",
        {f"docs/assets/{'a/' * 9}a.svg": DRAWING},
        (("folder-too-deep", f"docs/assets{'/a' * 8}", 1),),
    ),
    placed("n-asset-page", "docs/assets/n-page.html", "<script>x</script>", "file-kind"),
    placed("n-asset-script", "docs/assets/n-script.js", "x", "file-kind"),
    placed("n-asset-paper", "docs/assets/n-paper.pdf", "%PDF-1.7 /OpenAction", "file-kind"),
    placed("n-asset-picture", "docs/assets/drawings/n-picture.png", PICTURE, "file-kind"),
    placed("n-asset-font", "docs/assets/fonts/be-vietnam-pro-400.woff2", "x", "file-kind"),
    placed("n-asset-not-a-drawing", "docs/assets/drawings/n-page.svg", "<html/>", "drawing-root"),
    placed("n-asset-name", "docs/assets/N Logo.svg", DRAWING, "file-name"),
    placed("n-two-hyphens", "content/vi/news/n--a.md", VALID, "file-name"),
    placed("n-hyphen-last", "content/vi/news/n-.md", VALID, "file-name"),
    placed("n-endless", f"content/vi/news/{'n' * 120}.md", VALID, "file-name"),
    Case("n-folder", {"content/vi/Tin Mới/n.md": VALID}, (("file-name", "content/vi/Tin Mới", 1),)),
    placed("n-long", f"content/vi/news/{'n' * 61}.md", VALID, "slug-refused"),
    placed("n-underscore", "content/vi/news/n_a.md", VALID, "slug-refused"),
    placed("n-dot", "content/vi/news/n.vi.md", VALID, "slug-refused"),
    placed("n-page", "content/vi/press/page.md", press(), "slug-refused"),
    placed("n-index", "content/vi/press/index.md", press(), "slug-refused"),
    placed("n-year", "content/vi/press/2024.md", press(), "slug-refused"),
    placed("n-html", "content/vi/news/n-html.html", "<p>", "file-kind"),
    placed("n-script", "content/vi/news/n-script.js", "alert(1)", "file-kind"),
    placed("n-drawing", "content/media/n-drawing.svg", "<svg onload='alert(1)'/>", "file-kind"),
    placed("n-entity-bomb", "content/media/n-entity-bomb.svg", ENTITY_BOMB, "file-kind"),
    placed("n-entity-out", "content/media/n-entity-out.svg", ENTITY_OUT, "file-kind"),
    placed("n-page-in-disguise", "content/vi/news/n-page.xhtml", "<html/>", "file-kind"),
    placed("n-photoshop", "content/media/n-photoshop.psd", b"8BPS", "file-kind"),
    placed("n-word-lock", "content/vi/news/~$n-word.docx", b"", "file-name"),
    placed("n-secret", "content/.env", "TOKEN=1", "file-name"),
    placed("n-backup", "content/vi/news/n-backup.md.bak", VALID, "file-kind"),
    placed("n-word", "content/vi/news/n-word.docx", b"PK", "file-kind"),
    placed("n-no-ending", "content/vi/news/n-no-ending", VALID, "file-kind"),
    placed("n-yaml", "content/data/n-yaml.yaml", "[]", "file-kind"),
    placed("n-text-among-data", "content/data/n-text.md", VALID, "file-kind"),
    placed("n-picture-among-texts", "content/vi/news/n-picture.png", PICTURE, "file-kind"),
    placed("n-top", "content/n-top.md", VALID, "file-misplaced", line=1),
    placed("n-no-kind", "content/vi/n-no-kind.md", VALID, "file-misplaced", line=1),
    placed("n-deep", "content/vi/news/2024/n-deep.md", VALID, "file-misplaced", line=1),
    placed("n-no-language", "content/news/n-no-language.md", VALID, "file-misplaced", line=1),
    placed("n-other-language", "content/ja/news/n-other-language.md", VALID, "file-misplaced", line=1),
    placed("n-folder-beside", "content/vi/news/tin-mau/index.md", VALID, "file-misplaced", line=1),
    placed("n-language-inside", "content/vi/en/n-language.md", VALID, "folder-unknown", line=2),
    placed("n-twin-of-other-case", "content/vi/news/Tin-mau.md", VALID, "file-name"),
    placed("n-data-deep", "content/data/old/units.yml", UNITS, "file-misplaced", line=1),
    placed("n-register-among-data", "content/data/media.yml", MEDIA, "file-misplaced", line=1),
    placed("n-unknown-kind", "content/vi/tin/n-unknown-kind.md", VALID, "folder-unknown", line=2),
    placed("n-singular-kind", "content/vi/product/n-singular-kind.md", VALID, "folder-unknown", line=2),
    placed("n-link", "content/vi/news/n-link.md", Link("tin-mau.md"), "file-not-plain"),
    placed("n-link-out", "content/vi/news/n-link-out.md", Link("/etc/hostname"), "file-not-plain"),
    placed("n-link-nowhere", "content/vi/news/n-link-nowhere.md", Link("nowhere.md"), "file-not-plain"),
    placed("n-link-loop", "content/vi/n-link-loop", Link("../vi"), "file-not-plain"),
    placed("n-link-picture", "content/media/n-link.png", Link("/etc/passwd"), "file-not-plain"),
    placed("n-page-link", "docs/vi/n-page-link.md", Link("/etc/hostname"), "file-not-plain"),
    placed("n-page-folder-link", "docs/vi/n-page-folder", Link("../../content"), "file-not-plain"),
    placed("n-page-name", "docs/vi/n page.md", PAGE, "file-name"),
    *(
        placed(f"n-page-at-{re.sub('[/._]', '-', path)}", f"docs/{path}.md", PAGE, "page-address")
        for path in (
            *("vi/feed.xml", "vi/robots.txt", "vi/404.html", "vi/sitemap.xml", "vi/index.html", "vi/data/plan.json"),
            *("vi/admin", "vi/admin/n", "vi/admin/config.json", "vi/pagefind", "vi/assets/n", "en/admin", "en/assets"),
            *("vi/en", "vi/vi", "vi/en/index", "vi/en/news/tin-mau", "en/en", "vi/index/index", "vi/n/index/n"),
            *("vi/n_page", "vi/n.page/n", "vi/n_page/index", f"vi/{'n' * 61}"),
        )
    ),
    placed("n-page-below-is-fine", "docs/vi/n-page/admin/assets.md", PAGE),
    placed("n-page-html", "docs/vi/n-page.html", "<p>", "file-kind"),
    placed("n-page-script", "docs/en/n-page.js", "alert(1)", "file-kind"),
    placed("n-known-litter-is-fine", "content/vi/news/.DS_Store", b"\xff"),
]

# ---- Dates ----

DATES = [
    told("d-never-was", news(published="2026-02-30"), ("date-full", 5)),
    told("d-no-leap-day", news(date="2023-02-29"), ("date-partial", 4)),
    told("d-month-13", news(as_of="2024-13"), ("date-partial", 8)),
    told("d-month-0", news(as_of="2024-00"), ("date-partial", 8)),
    told("d-day-0", news(date="2024-05-00"), ("date-partial", 4)),
    told("d-vietnamese", news(published="01/06/2024"), ("date-full", 5)),
    told("d-words", news(date='"tháng 5 năm 2024"'), ("date-partial", 4)),
    told("d-quarter", news(date="2024-Q2"), ("date-partial", 4)),
    told("d-time", news(published="2024-06-01T10:00:00Z"), ("date-full", 5)),
    told("d-short", news(published="2024-6-1"), ("date-full", 5)),
    told("d-two-digits", news(published="24-06-01"), ("date-full", 5)),
    told("d-number", news(published="20240601"), ("date-full", 5)),
    told("d-foreign-digits", news(date="２０２４"), ("date-partial", 4)),
    told("d-year-0", news(date="0000"), ("date-partial", 4)),
    told("d-range", news(date="2024-05-21/2024-05-22"), ("date-partial", 4)),
    told("d-published-a-month", news(published="2024-06"), ("date-full", 5)),
    told("d-published-nothing", news(published=""), ("text-empty", 5)),
    told("d-published-list", news(published="[2024-06-01]"), ("date-full", 5)),
    told("d-before-fact", news(date="2024-06-02"), ("published-before-fact", 5)),
    told("d-before-month", news(date="2024-07"), ("published-before-fact", 5)),
    told("d-before-year", news(date="2025"), ("published-before-fact", 5)),
    told("d-future", news(published="2026-11-23"), ("published-in-future", 5)),
    told("d-far-future", news(published="2100-12-31"), ("published-in-future", 5)),
    told("d-end-of-time", news(published="9999-12-31"), ("value-range", 5)),
    told("d-before-our-time", news(published="1899-12-31"), ("value-range", 5)),
    told("d-fact-at-the-end-of-time", news(date="2101"), ("value-range", 4)),
    told("d-fact-of-the-year-1", news(date="0001"), ("value-range", 4)),
    told("d-as-of-the-end-of-time", news(as_of="9999-12-31"), ("value-range", 8)),
    told("d-old-is-fine", news(date="1862-06-05")),
    told(
        "d-event-of-all-time",
        event(start="0001-01-01", end="9999-12-31"),
        ("value-range", 4),
        ("value-range", 5),
        folder="events",
    ),
    told("d-event-of-two-centuries-is-fine", event(start="1900-01-01", end="2100-12-31"), folder="events"),
    told("d-updated-before", news(updated="2024-05-31"), ("updated-before-published", 9)),
    told("d-gone-before", news(publish_on="2024-07-02", expires_on="2024-07-01"), ("expires-before-publish", 10)),
    told("d-gone-at-once", news(expires_on="2024-05-31"), ("expires-before-publish", 9)),
    told("d-event-backwards", event(end="2024-06-06"), ("event-ends-before-start", 5), folder="events"),
    told("d-event-month", event(start="2024-06"), ("date-full", 4), folder="events"),
    told("d-event-no-day", event(start=None), ("field-missing", 2), folder="events"),
    told(
        "d-two-at-once",
        news(published="2024-05-20", updated="2024-05-19"),
        ("published-before-fact", 5),
        ("updated-before-published", 9),
    ),
    told("d-updated-tomorrow", news(updated="2026-11-23"), ("updated-in-future", 9)),
    told("d-updated-far-ahead", news(updated="2100-12-31"), ("updated-in-future", 9)),
    told("d-updated-in-the-end", news(updated="9999-12-31"), ("value-range", 9)),
    told(
        "d-updated-after-its-day",
        news(publish_on="2026-11-30", updated="2026-12-01"),
        ("updated-in-future", 10),
    ),
    told(
        "d-updated-after-a-day-gone-by",
        news(publish_on="2024-11-30", updated="2026-12-01"),
        ("updated-in-future", 10),
    ),
    told("d-updated-today-is-fine", news(updated="2026-11-22")),
    told("d-updated-on-its-day-is-fine", news(publish_on="2026-11-30", updated="2026-11-30")),
    told("d-draft-updated-ahead-is-fine", news(draft="true", updated="2026-12-01", as_of="2026-12-01")),
    told("d-as-of-tomorrow", news(as_of="2026-11-23"), ("as-of-in-future", 8)),
    told("d-as-of-next-month", news(as_of="2026-12"), ("as-of-in-future", 8)),
    told("d-as-of-this-month-is-fine", news(as_of="2026-11")),
    told(
        "d-fact-as-of-tomorrow",
        news(facts="\n  - {label: a, value: b, source: bao-mau, as_of: 2027}"),
        ("as-of-in-future", 10),
    ),
    told(
        "d-answer-as-of-tomorrow",
        product(trade="\n  season: {vi: a, source: bao-mau, as_of: 2027}"),
        ("as-of-in-future", 9),
        folder="products",
    ),
    told(
        "d-source-of-tomorrow",
        news(sources="\n  - {id: bao-mau, publisher: Báo Mẫu, title: Tin mẫu, date: 2026-11-23}"),
        ("day-in-future", 8),
    ),
    told(
        "d-rights-of-tomorrow",
        product(
            protection="\n  - {type: gi, name: Mẫu, date: 2026-12, source: bao-mau}",
            certificate="{stars: 4, status: reported, year: 2027, source: bao-mau}",
        ),
        ("day-in-future", 9),
        ("day-in-future", 10),
        folder="products",
    ),
    told("d-draft-of-tomorrow-is-fine", news(published="2026-11-23", draft="true")),
    told("d-scheduled-is-fine", news(published="2026-11-23", publish_on="2026-11-24")),
]

# ---- References ----

REFERENCES = [
    told("r-task", news(tasks="[t9]"), ("reference-unknown", 6)),
    told("r-task-in-line", news(tasks="\n  - t1\n  - t9"), ("reference-unknown", 8)),
    told("r-task-form", news(tasks="[nhiệm vụ 1]"), ("value-form", 6)),
    told("r-task-number", news(tasks="[1]"), ("type-text", 6)),
    told("r-task-t0", news(tasks="[t0]"), ("value-form", 6)),
    told("r-task-text", news(tasks="t1"), ("type-list", 6)),
    told("r-plan", news(tasks="[2020-2022/t1]"), ("reference-unknown", 6)),
    told("r-unit", news(unit="center", channel="websites"), ("reference-unknown", 9)),
    told("r-unit-name", news(unit="Trung tâm", channel="websites"), ("value-form", 9)),
    told("r-channel", news(unit="centre", channel="tv"), ("reference-unknown", 10)),
    told("r-unit-alone", news(unit="centre"), ("channel-missing", 9)),
    told("r-channel-alone", news(channel="websites"), ("channel-without-unit", 9)),
    told("r-audience", news(audiences="[world]"), ("reference-unknown", 9)),
    told("r-places", news(places="[a, huyen-mau, b]"), ("reference-unknown", 9), ("reference-unknown", 9)),
    told("r-agency", news(agencies="[nobody]"), ("reference-unknown", 9)),
    told("r-related", news(related="[news/nothing]"), ("reference-unknown", 9)),
    told("r-related-form", news(related="[nothing]"), ("value-form", 9)),
    told("r-related-plan", news(related="[plan/t1]"), ("value-form", 9)),
    told("r-source", news("Bài.[^nowhere] " + CITED), ("source-unknown", 10)),
    told("r-source-form", news("Bài [bao-mau]."), ("body-citation-form", 10)),
    told("r-source-of-fact", news(facts="[{label: a, value: b, source: x}]"), ("source-unknown", 9)),
    told("r-source-unused", news("Bài."), ("source-not-cited", 7)),
    told(
        "r-source-twice",
        news(sources="\n  - {id: bao-mau, publisher: A, about: B}\n  - {id: bao-mau, publisher: A, about: B}"),
        ("source-twice", 9),
    ),
    told("r-source-untitled", news(sources="[{id: bao-mau, publisher: A}]"), ("source-without-title", 7)),
    told("r-source-no-publisher", news(sources="[{id: bao-mau, about: A}]"), ("field-missing", 7)),
    told("r-source-id", news(sources='[{id: "Báo Mẫu", publisher: A, about: B}]'), ("value-form", 7)),
    *(
        told(
            f"r-source-{name}",
            news(sources=f'[{{id: bao-mau, publisher: A, about: B, url: "{url}"}}]'),
            ("web-address" if name != "unseen" else "text-control", 7),
        )
        for name, url in {
            "user": "https://mau.vn@evil.test/",
            "port": "https://mau.vn:99999/",
            "no-host": "https://?x",
            "brackets": "https://[::1",
            "unseen": "https://mau.\\u200bvn/",
        }.items()
    ),
    told(
        "r-source-script",
        news(sources='[{id: bao-mau, publisher: A, about: B, url: "javascript:alert(1)"}]'),
        ("value-form", 7),
    ),
    told(
        "r-source-file",
        news(sources='[{id: bao-mau, publisher: A, about: B, url: "file:///etc/passwd"}]'),
        ("value-form", 7),
    ),
    told(
        "r-source-cut-address",
        news(sources='[{id: bao-mau, publisher: A, about: B, url: "mau.vn/…"}]'),
        ("value-form", 7),
    ),
    told(
        "r-source-host",
        news(sources='[{id: bao-mau, publisher: A, about: B, site: "https://mau.vn"}]'),
        ("value-form", 7),
    ),
    told(
        "r-source-language", news(sources="[{id: bao-mau, publisher: A, about: B, language: vie}]"), ("value-form", 7)
    ),
    told("r-no-as-of", news(as_of=None), ("as-of-missing", 7)),
    told("r-link", news("[a](../products/nothing.md) " + CITED), ("link-unknown", 10)),
    told("r-link-same-folder", news("[a](nothing.md) " + CITED), ("link-unknown", 10)),
    *(
        told(f"r-link-{slug}", news(f"[a]({target}) {CITED}"), ("link-form", 10))
        for slug, target in (
            ("from-the-root", "/products/muoi-mau/"),
            ("of-the-project", "content/vi/products/muoi-mau.md"),
            ("without-scheme", "www.mau.vn"),
            ("to-a-file", "cong-van.pdf"),
            ("with-spaces", "Bài viết.docx"),
            ("in-brackets", "<Bài viết.docx>"),
            ("to-a-query", "?a=b"),
            ("to-nothing", ""),
        )
    ),
    *(
        told(f"r-picture-{slug}", news(f"![a]({target}) {CITED}"), ("picture-place", 10))
        for slug, target in (("alone", "a.jpg"), ("with-spaces", "Ảnh 1.jpg"), ("elsewhere", "../anh/a.jpg"))
    ),
    told("r-link-of-another-name", news(f"[https://mau.vn/](https://evil.test/) {CITED}"), ("link-words", 10)),
    told("r-link-of-its-name-is-fine", news(f"[www.mau.vn](https://mau.vn/a) [trang mẫu](https://mau.vn) {CITED}")),
    told("r-link-of-no-name", news(f"[](https://evil.test/) {CITED}"), ("link-words", 10)),
    told("t-heading-skip", news(f"### Giá\n\n{CITED}\n\n##### Rẻ\n\nRẻ."), ("heading-skip", 10), ("heading-skip", 14)),
    told("r-link-defined", news(f"[a][b] {CITED}\n\n[b]: cong-van.pdf"), ("link-form", 12)),
    told(
        "r-link-to-a-place-is-fine",
        news(f'[a](#gia) [b](https://mau.vn/a.pdf "b") `[c](d.pdf)` {CITED}\n\n## Giá\n\nRẻ.'),
    ),
    placed("r-link-of-a-page", "docs/vi/r-link.md", PAGE + "\n[a](gioi-thieu.md)\n", "link-page", line=6),
    placed("r-link-of-a-page-from-the-root", "docs/vi/r-link-root.md", PAGE + "\n[a](/about/)\n", "link-page", line=6),
    placed("r-link-of-a-page-words", "docs/vi/r-link-words.md", PAGE + "\n[](https://mau.vn/)\n", "link-words", line=6),
    told("r-link-up", news("[a](../../../../etc/passwd.md) " + CITED), ("link-unknown", 10)),
    told("r-link-high", news("[a](../tin-mau.md) " + CITED), ("link-unknown", 10)),
    told("r-link-finished", news("[a](../products/muoi-mau/) " + CITED), ("link-unknown", 10)),
    told("r-link-case", news("[a](../products/Muoi-Mau.md) " + CITED), ("link-unknown", 10)),
    told("r-link-language", news("[a](../../en/news/tin-mau.md) " + CITED), ("link-unknown", 10)),
    told("r-link-marks", news("[a](../products/muối-mẫu.md) " + CITED), ("link-unknown", 10)),
    told("r-link-kind", news("[a](../product/muoi-mau.md) " + CITED), ("link-unknown", 10)),
    told("r-press-no-address", press(url=None), ("source-without-address", 5), folder="press"),
    told("r-press-script", press(url='"javascript:alert(1)"'), ("value-form", 6), folder="press"),
    told("r-press-data", press(url='"data:text/html,x"'), ("value-form", 6), folder="press"),
    told("r-role", event(role="guest"), ("value-unknown", 6), folder="events"),
    told("r-alias-form", news(aliases="[cu]"), ("value-form", 9)),
    told("r-alias-taken", news(aliases="[/news/tin-mau/]"), ("alias-taken", 9)),
    told("r-alias-taken-by-name", news(aliases="\n  - /vi-du/\n  - /news/tin-mau/"), ("alias-taken", 11)),
    told("r-alias-own", news(aliases="[/cu-roi/, /news/r-alias-own/]"), ("alias-taken", 9)),
    Case(
        "r-alias-taken-in-english",
        {
            "content/vi/news/r-alias-both.md": news(aliases="[/en/, /en/news/tin-mau/]"),
            "content/en/news/r-alias-both.md": english("One.[^bao-mau]"),
        },
        (
            ("alias-taken", "content/vi/news/r-alias-both.md", 9),
            ("address-twice", "content/vi/news/r-alias-both.md", 9),
        ),
    ),
    told("r-alias-long-name", news(aliases=f"[/{'a' * 300}/]"), ("text-long", 9)),
    told("r-alias-long-part", news(aliases=f"[/{'a' * 101}/]"), ("value-form", 9)),
    told("r-alias-long-way", news(aliases=f"[/{'a/' * 150}]"), ("text-long", 9)),
    told("r-alias-no-end", news(aliases=f"[{', '.join(f'/cu/{n}/' for n in range(6_000))}]"), ("list-long", 9)),
    told("r-alias-long-is-fine", news(aliases=f"[/{'a' * 100}/]")),
    told("r-alias-many-is-fine", news(aliases=f"[{', '.join(f'/cu/{n}/' for n in range(50))}]")),
    told("r-alias-without-english", news(aliases="[/en/news/cu-en/]"), ("alias-language", 9)),
    told("r-alias-home-of-a-language", news(aliases="[/en/]"), ("alias-language", 9)),
    told("r-alias-in-use-without-english", news(aliases="[/cu-vi/, /en/news/tin-mau/]"), ("alias-language", 9)),
    *(
        told(f"r-alias-{folder}", news(aliases=f"[/{folder}/, /{folder}/cu/]"), *[("alias-reserved", 9)] * 2)
        for folder in ("admin", "assets", "pagefind")
    ),
    told("r-alias-made", news(aliases="[/search/]"), ("address-twice", 9)),
    told("r-alias-written", news(aliases="\n  - /about/"), ("address-twice", 10)),
    told("r-alias-row", news(aliases="[/plan/2023-2025/t1/]"), ("address-twice", 9)),
    placed("r-page-made", "docs/vi/search.md", PAGE, "address-twice", line=2),
    Case(
        "r-page-of-an-item",
        {"docs/vi/products/muoi-mau/sheet.md": PAGE},
        (("address-twice", "content/vi/products/muoi-mau.md", 2),),
    ),
    told("r-to-oneself-is-fine", news(related="[news/r-to-oneself-is-fine]")),
    Case(
        "r-to-refused",
        {
            "content/vi/news/r-refused.md": news(title="12"),
            "content/vi/news/r-to-refused.md": news("[a](r-refused.md) " + CITED, related="[news/r-refused]"),
        },
        (("type-text", "content/vi/news/r-refused.md", 2),),
    ),
    Case(
        "r-alias-twice",
        {f"content/vi/news/r-alias-{n}.md": news(aliases="[/cu/]") for n in ("one", "two")},
        (("alias-taken", "content/vi/news/r-alias-two.md", 9),),
    ),
]

# ---- Texts ----

TEXTS = [
    told("t-no-title", news(title=None), ("field-missing", 2)),
    told("t-no-summary", news(summary=None), ("field-missing", 2)),
    told("t-empty-title", news(title='""'), ("text-empty", 2)),
    told("t-blank-title", news(title='" \\t "'), ("text-empty", 2)),
    told("t-no-value", news(title=""), ("text-empty", 2)),
    told("t-long-title", news(title="a" * 301), ("text-long", 2)),
    told("t-long-summary", news(summary="ắ" * 501), ("text-long", 3)),
    told("t-number", news(title="2026"), ("type-text", 2)),
    told("t-fraction", news(title="1.5"), ("type-text", 2)),
    told("t-truth", news(title="false"), ("type-text", 2)),
    told("t-null", news(title="null"), ("text-empty", 2)),
    told("t-list", news(title="[a, b]"), ("type-text", 2)),
    told("t-mapping", news(title="{vi: a}"), ("type-text", 2)),
    told("t-script", news(title='"<script>alert(1)</script>"'), ("text-markup", 2)),
    told("t-closes-meta", news(summary="'\"><img src=x onerror=alert(1)>'"), ("text-markup", 3)),
    told("t-arrow", news(title='"a -> b"'), ("text-markup", 2)),
    told("t-both-markup", news(title='"<b>"', summary='"<i>"'), ("text-markup", 2), ("text-markup", 3)),
    told("t-first-heading", news("# Tiêu đề\n\n" + CITED), ("heading-level", 10)),
    told("t-later-heading", news(CITED + "\n\n## Hai\n\n# Ba"), ("heading-level", 14)),
    told("t-heading-without-blank", news("#Một\n" + CITED), ("heading-level", 10)),
    told("t-later-heading-without-blank", news(CITED + "\n\n##Hai"), ("heading-blank", 12)),
    told("t-link-with-a-gap", news("Xem [tin] (tin-mau.md).\n" + CITED), ("body-link-gap", 10)),
    told("t-bullets-of-word", news(CITED + "\n\n• Một\n• Hai\n"), ("body-bullet", 12)),
    told("t-list-below-words", news(CITED + "\nGồm:\n- một"), ("body-list-start", 12)),
    told("t-table-below-words", news(CITED + "\n| a | b |\n|---|---|"), ("body-table-start", 11)),
    told(
        "t-table-with-a-cell-too-many",
        news("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\n" + CITED),
        ("body-table-cells", 12),
    ),
    told("t-entry-not-far-enough-in", news("- a\n  - b\n\n" + CITED), ("body-list-nested", 11)),
    told("t-fence-that-nothing-closes", news(CITED + "\n\n```\nmã"), ("body-fence", 12)),
    told("t-box-to-tick", news("- [x] a\n\n" + CITED), ("body-sign", 10)),
    told("t-bare-address", news("Xem https://mau.example.org/ ở đây. " + CITED), ("body-address", 10)),
    told("t-points-of-a-decree", news("a) một;\nb) hai.\n\n" + CITED), ("body-bullet", 10)),
    told("t-two-headings", news("# Một\n# Hai\n" + CITED), ("heading-level", 10), ("heading-level", 11)),
    told("t-heading-as-html", news("Bài.\n\n<h1>Hai</h1>\n\n" + CITED), ("heading-level", 12)),
    told("t-heading-as-html-in-a-line", news("Bài <H1 id='a'>Hai</H1> " + CITED), ("heading-level", 10)),
    told("t-heading-as-code-is-fine", news("`<h1>` " + CITED)),
    told(
        "t-heading-in-a-quotation",
        news("> # Hai\n\n> Ba\n> ===\n\n" + CITED),
        *[("heading-level", n) for n in (10, 13)],
    ),
    told("t-heading-in-a-list", news("- # Hai\n- > 1. #Ba\n\n" + CITED), *[("heading-level", n) for n in (10, 11)]),
    told("t-smaller-heading-in-a-quotation-is-fine", news("> ## Hai\n\n- ### Ba\n\n" + CITED)),
    placed("t-heading-of-a-page", "docs/vi/t-heading.md", PAGE + "# Hai\n", "heading-level", line=5),
    told("t-marked-section", news("<![if !supportLists]>1.<![endif]> Muối " + CITED), *[("markup-broken", 10)] * 2),
    told("t-marked-section-inside", news(CITED + "\n\nMuối <![mẫu"), ("markup-broken", 12)),
    told("t-marked-section-as-text-is-fine", news("Dấu &lt;![ và <!-- lời nhắn --> " + CITED)),
    told("t-words-number", news(facts="[{label: 1, value: b, source: bao-mau}]"), ("type-text", 9)),
    told("t-words-empty", news(facts='[{label: "", value: b, source: bao-mau}]'), ("text-empty", 9)),
    told("t-words-nothing", news(facts="[{label: {}, value: b, source: bao-mau}]"), ("text-empty", 9)),
    told(
        "t-words-language", news(facts="[{label: {vn: a, english: b}, value: b, source: bao-mau}]"), ("value-form", 9)
    ),
    told("t-words-markup", news(facts='[{label: a, value: "<5", source: bao-mau}]'), ("text-markup", 9)),
    told("t-fact-text", news(facts="[a]"), ("type-mapping", 9)),
    told("t-facts-mapping", news(facts="{a: b}"), ("type-list", 9)),
    told("t-outlet", press(outlet="[Báo]"), ("type-mapping", 5), folder="press"),
    told("t-venue", event(venue='{vi: "<b>"}'), ("text-markup", 9), folder="events"),
    told("t-organisers", event(organisers="Sở Mẫu"), ("type-list", 9), folder="events"),
    told("t-draft", news(draft="maybe"), ("type-yes-no", 9)),
    told("t-no-is-text", news(title="no")),
    told("t-day-is-text", news(title="2024-05-21")),
    told("t-ampersand-is-fine", news(title='"A & B: “C” # 1"')),
    told("t-template-signs-are-fine", news("{{ config }} {% raw %} " + CITED)),
]

# ---- Markup of bodies ----


def body(slug: str, text: str, *found: tuple[str, int | None], folder: str = "news") -> Case:
    """Return a case of a piece of news with a body of its own, which begins on line 10."""
    return told(slug, news(f"{text}\n\n{CITED}"), *found)


def refused(slug: str, text: str, *lines: int) -> Case:
    """Return a case of markup that no page takes: one finding for each line."""
    return body(f"k-{slug}", text, *[("markup-removed", line) for line in lines or (10,)])


MARKUP = [
    refused("script", "<script>alert(1)</script>"),
    refused("script-elsewhere", "Bài.\n\n<script src=//a.test/a.js></script>", 12),
    refused("frame", '<iframe src="https://a.test/"></iframe>'),
    refused("handler", '<b onclick="a()">b</b>'),
    refused("handler-of-a-picture", '<img src="x.png" alt="" onerror=a()>'),
    refused("drawing", "<svg onload=a()></svg>"),
    refused("base", "<base href=//a.test/>"),
    refused("refresh", "<meta http-equiv=refresh content=0>"),
    refused("form-with-password", "<form action=//a.test>\n<input type=password></form>", 10, 11),
    refused("script-address", "[a](javascript:b)"),
    refused("script-address-mixed", "[a](JaVaScRiPt:b)"),
    *(
        body(f"k-reference-{slug}", f"Giá {text} đồng", ("text-reference", 10))
        for slug, text in (
            ("override", "&#8238;000.01&#8236;"),
            ("override-in-hex", "&#x202E;gpj.exe"),
            ("zero-width", "&#x200b;"),
            ("soft-hyphen", "&shy;"),
            ("without-semicolon", "&shy x"),
            ("look-alike", "[a](https://vietc&#1086;mbank.com.vn/)"),
            ("letter", "Mu&#7889;i"),
            ("letter-by-name", "caf&eacute;"),
            ("without-end", f"&#{'1' * 5000};"),
            ("without-end-in-a-tag", f"<b>a</b> &#x{'1' * 5000};"),
            ("in-code", "`&#8238;`"),
        )
    ),
    body(
        "k-references-that-are-fine",
        "A&nbsp;&amp;&lt;b&gt; &copy; 2&times;3 &#8211; &hellip; R&D AT&T; <https://mau.vn/?a=1&micro=2&b=3>",
    ),
    body("k-script-address-by-number", "[a](java&#115;cript:b)", ("text-reference", 10)),
    refused("script-address-by-name", "[a](javascript&colon;b)"),
    refused("script-address-by-reference", "[a][b]\n\n[b]: javascript:c", 12),
    refused("script-address-in-brackets", "[a](<javascript:b>)"),
    refused("data-address", "[a](data:text/html,b)"),
    refused("file-address", "[a](file:///etc/passwd)"),
    refused("style", "<p style='position:fixed'>a</p>"),
    refused("style-rules", "<style>*{display:none}</style>"),
    refused("id-that-a-theme-reads", '<h2 id="__config">{}</h2>'),
    refused("id-of-the-frame", '<h2 id="content">a</h2>'),
    refused("mutation", "<math></p><textarea><a href='</textarea><img src=x onerror=a()>'>", 10, 10, 10, 10),
    refused("ends-the-page", "Bài.\n\nBài.</article></main>", 12, 12),
    refused("ends-nothing", "Bài.</b>\n\n<b>Bài</b></b> và </p>", 10, 12, 12),
    refused("user-of-an-address", "[ngân hàng](https://vietcombank.com.vn@evil.test/)"),
    refused("user-and-password", "[a](https://a:b@evil.test/)"),
    refused("user-of-a-reference", "[a][b]\n\n[b]: https://mau.vn@evil.test/", 12),
    refused("user-by-number", "[a](https://mau.vn&#64;evil.test/)"),
    refused("user-in-html", '<a href="https://mau.vn@evil.test/">a</a>'),
    refused("user-without-scheme", "[a](//mau.vn@evil.test/)"),
    refused("user-of-an-odd-address", "[a](https:/mau.vn@evil.test/)"),
    body("k-at-sign-later-is-fine", "[a](https://mau.vn/@a?b@c) <mailto:a@mau.vn> a@mau.vn"),
    refused("picture-elsewhere", "![a](https://a.test/b.png)"),
    refused("picture-as-data", "![a](data:image/svg+xml,b)"),
    refused("instruction", "<?php system('id') ?>"),
    refused("new-window", '<a href="https://a.test/" target="_blank">a</a>'),
    body(
        "k-attribute-list-is-text",
        "[x](https://mau.vn/){onclick=alert(1)}\n\n![x](../../media/drawings/salt.svg){onerror=a()}",
    ),
    body("k-snippet-is-text", '--8<-- "../../../.env"\n\n--8<-- "mkdocs.yml"'),
    body("k-macro-is-text", "{{ open('/etc/passwd').read() }} {% for a in range(10**9) %}a{% endfor %}"),
    body("k-comment-goes-unseen", "<!-- <script>alert(1)</script> -->"),
    body("k-entities-are-text", "&lt;script&gt;alert(1)&lt;/script&gt; `<script>`"),
    body("k-harmless-elements", 'H<sub>2</sub>O, <span lang="en">salt</span>, <kbd>Ctrl</kbd>'),
    paired("k-in-a-translation", VALID, english("One.[^bao-mau]\n\n<script>a</script>"), ("markup-removed", 7)),
    placed("k-page", "docs/vi/k-page.md", PAGE + "\n<script>a</script>\n", "markup-removed", line=6),
]


def endless(slug: str, text: str, line: int = 10, *, alone: bool = True) -> Case:
    """Return a case of a text that Markdown cannot be done with; the line is the one with the most marks.

    Most stand alone, only because each takes its second.
    """
    return replace(body(f"w-{slug}", text, ("markup-endless", line)), alone=alone)


ENDLESS = [
    endless("brackets", "[" * 20_000),
    endless("more-brackets", "[" * 400_000),
    endless("nested-brackets", "[" * 10_000 + "]" * 10_000),
    endless("pictures", "![" * 10_000),
    endless("citations", "[^" * 10_000),
    endless("references", "[a][" * 50_000),
    endless("tags", "<a " * 50_000),
    endless("elements", "<div>" * 50_000),
    endless("table", "a|" * 3_000 + "\n" + "-|" * 3_000 + "\n" + "a|\n" * 20_000, 11),
    endless("numbers-in-a-line", "1. " * 7_000, 12),
    endless("signs-in-a-line", "+ " * 10_000, alone=False),
    endless("definitions", "a\n: b\n" * 3_000, 6_012),
    endless("lists-in-lists", "\n".join(" " * 4 * depth + "- a" for depth in range(300)), 311),
    body("w-abbreviations-are-fine", "".join(f"*[A{number}]: x\n" for number in range(200)) + "A1 " * 2_000),
    body("w-quotations-are-fine", "> " * 10_000),
    body("w-titles-are-fine", '[a](b "' * 2_000),
    body("w-long-is-fine", "Muối mẫu trắng và khô. " * 15_000),
    body("w-many-rows-are-fine", "a | b\n-|-\n" + "1 | 2\n" * 500),
]
"""What takes Markdown minutes or more depth than there is, and what only looks so."""

# ---- What takes long ----

ENDLESS += [
    paired(
        "w-blanks-in-a-heading", news(f"## a{' ' * 100_000}b\n\n{CITED}"), english(f"## a{' ' * 100_000}b\n\n{ONE}")
    ),
    paired("w-blanks-in-a-quotation", news(f">{' ' * 100_000}x\n\n{CITED}"), english(f">{' ' * 100_000}x\n\n{ONE}")),
    body("w-blanks", f"a{' ' * 400_000}b"),
    body("w-wide-blanks", "a" + "\u3000" * 100_000 + "b"),
    *(
        body(f"w-blanks-behind-{name}", f"{sign}{' ' * 100_000}b")
        for name, sign in (("a-bar", "|"), ("a-number", "1."))
    ),
]
"""Each was read once for each of its blanks."""

# ---- Pictures ----


def png(width: int, height: int, body: bytes = b"") -> bytes:
    """Return a PNG that says it is so large, whatever stands in it."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def moving() -> bytes:
    """Return a WebP of two frames."""
    out = BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    return out.getvalue()


def broken_profile() -> bytes:
    """Return a JPEG as for print, whose colour profile is none."""
    out = BytesIO()
    Image.new("CMYK", (50, 50)).save(out, "JPEG", icc_profile=b"garbage" * 100)
    return out.getvalue()


def described(slug: str, alt: str, found: tuple[str, int | None]) -> Case:
    """Return a case of the register of pictures in which the one picture is described otherwise; it stands alone."""
    code, line = found
    text = MEDIA.replace("{vi: Hình muối, en: Salt}", alt)
    return Case(slug, {"content/media/media.yml": text}, ((code, "content/media/media.yml", line),), alone=True)


REGISTERED = MEDIA + MEDIA.replace("drawings/salt.svg", "p.png")
PICTURES = [
    told("p-missing", news(pictures="[drawings/nothing.svg]"), ("picture-missing", 9)),
    told("p-above", news(pictures="[../../../etc/passwd]"), ("picture-missing", 9)),
    told("p-abroad", news(pictures='["https://mau.vn/a.png"]'), ("picture-missing", 9)),
    told("p-text", news(pictures="drawings/salt.svg"), ("type-list", 9)),
    told("p-number", news(pictures="[1]"), ("type-text", 9)),
    told("p-markup", news(pictures='["<img>"]'), ("text-markup", 9)),
    Case(
        "p-unregistered",
        {
            "content/media/p-unregistered.png": PICTURE,
            "content/vi/news/p-unregistered.md": news(pictures="[p-unregistered.png]"),
        },
        (("picture-not-registered", "content/vi/news/p-unregistered.md", 9),),
    ),
    placed("p-text-inside", "content/media/p-text.jpg", "Đây không phải ảnh", "picture-format", line=1),
    placed("p-empty", "content/media/p-empty.png", b"", "picture-format", line=1),
    placed("p-other-format", "content/media/p-other.jpg", PICTURE, "picture-format", line=1),
    placed("p-page", "content/media/p-page.png", "<html><script>alert(1)</script>", "picture-format", line=1),
    placed("p-postscript", "content/media/p-postscript.png", "%!PS-Adobe-3.0 EPSF-3.0\n", "picture-format", line=1),
    placed("p-cut", "content/media/p-cut.png", PICTURE[:-30], "picture-unreadable", line=1),
    placed("p-hollow", "content/media/p-hollow.png", png(100, 100), "picture-unreadable", line=1),
    placed("p-huge", "content/media/p-huge.png", png(8000, 8000), "picture-too-many-pixels", line=1),
    placed("p-bomb", "content/media/p-bomb.png", png(60_000, 60_000), "picture-too-many-pixels", line=1),
    placed("p-tall", "content/media/p-tall.png", png(100, 60_000), "picture-too-long", line=1),
    placed("p-wide", "content/media/p-wide.png", png(40_000_000, 1), "picture-too-long", line=1),
    Case(
        "p-broken-profile-is-fine",
        {
            "content/media/media.yml": MEDIA + MEDIA.replace("drawings/salt.svg", "p.jpg"),
            "content/media/p.jpg": broken_profile(),
            "content/vi/news/p-broken-profile.md": news(pictures="[p.jpg]"),
        },
        (),
        alone=True,
    ),
    placed("p-drawing-without-size", "docs/assets/drawings/p-size.svg", SIZELESS, "drawing-size"),
    placed("p-drawing-not-utf8", "docs/assets/drawings/p-utf8.svg", b'<svg width="1" height="1">\xff', "text-not-utf8"),
    placed("p-drawing-link", "docs/assets/drawings/p-link.svg", Link("salt.svg"), "file-not-plain"),
    placed("p-drawing-name", "docs/assets/drawings/P Name.svg", "<svg/>", "file-name"),
    placed("p-moving", "content/media/p-moving.webp", moving(), "picture-animated", line=1),
    placed("p-phone", "content/media/p-phone.heic", b"\x00\x00\x00\x18ftypheic", "picture-heic"),
    placed("p-gif", "content/media/p-gif.gif", b"GIF89a", "file-kind"),
    placed("p-capital", "content/media/P-Capital.PNG", PICTURE, "file-name"),
    placed("p-unused-is-fine", "content/media/p-unused.png", PICTURE),
    described("p-described-for-all", "Muối mẫu", ("alt-for-all", 6)),
    described("p-described-by-its-name", "{vi: Muối mẫu, en: salt.jpg}", ("alt-file-name", 6)),
    described("p-described-as-a-picture", "{vi: Muối mẫu, en: A picture.}", ("alt-says-nothing", 6)),
    described("p-described-by-dots", "{vi: ..., en: Salt}", ("alt-says-nothing", 6)),
    described("p-described-in-one-language", "{vi: Muối mẫu}", ("alt-missing", 6)),
    Case(
        "p-licence-of-signs",
        {"content/media/media.yml": MEDIA.replace("CC0-1.0", '"?"')},
        (("licence-unnamed", "content/media/media.yml", 4),),
        alone=True,
    ),
    Case(
        "p-register-without-file",
        {"content/media/media.yml": REGISTERED},
        (("picture-missing", "content/media/media.yml", 7),),
        alone=True,
    ),
    Case(
        "p-register-twice",
        {"content/media/media.yml": MEDIA + MEDIA},
        (("id-twice", "content/media/media.yml", 7),),
        alone=True,
    ),
    Case(
        "p-register-without-author",
        {
            "content/media/media.yml": MEDIA + "- {file: p.png, licence: CC0-1.0, source: A, alt: B}\n",
            "content/media/p.png": PICTURE,
        },
        (("field-missing", "content/media/media.yml", 7),),
        alone=True,
    ),
    Case(
        "p-register-broken",
        {"content/media/media.yml": "- file: [", "content/vi/products/muoi-mau.md": product()},
        (("yaml-syntax", "content/media/media.yml", 1),),
        alone=True,
    ),
    Case(
        "p-register-unread",
        {"content/media/media.yml": "- file: drawings/salt.svg\n  author:“A”\n  alt: B\n"},
        (("yaml-syntax", "content/media/media.yml", 2),),
        alone=True,
    ),
    Case(
        "p-register-entry",
        {"content/media/media.yml": MEDIA.replace("  licence: CC0-1.0\n", "")},
        (("field-missing", "content/media/media.yml", 1),),
        alone=True,
    ),
    Case(
        "p-refused-and-shown",
        {
            "content/media/p-shown.jpg": "Đây không phải ảnh",
            "content/media/media.yml": MEDIA + MEDIA.replace("drawings/salt.svg", "p-shown.jpg"),
            "content/vi/news/p-shown.md": news(pictures="[p-shown.jpg]"),
        },
        (("picture-format", "content/media/p-shown.jpg", 1),),
        alone=True,
    ),
    Case(
        "p-without-english",
        {"content/media/media.yml": MEDIA.replace(", en: Salt", "")},
        (("alt-missing", "content/media/media.yml", 6),),
        alone=True,
    ),
]

# ---- Plan and reference data ----

PLAN_ROWS = (
    ("reference-unknown", "content/vi/events/hoi-cho-mau.md", 8),
    ("reference-unknown", "content/vi/news/tin-mau.md", 6),
    ("reference-unknown", "content/vi/press/bai-bao-mau.md", 9),
    ("reference-unknown", "content/vi/products/muoi-mau.md", 5),
)
"""What follows where a plan has no rows: those that items name are unknown."""

NOTICE = "- {{id: n{0}, from: 2027-02-0{0}, until: 2027-02-09, text: Mẫu.}}\n"
DATA = [
    data(
        "x-units-empty",
        "units",
        "",
        ("yaml-documents", 1),
    ),
    data(
        "x-units-mapping",
        "units",
        "centre: {}\n",
        ("type-list", 1),
    ),
    data(
        "x-unit-broken",
        "units",
        UNITS.replace("short: {vi: TT Mẫu, en: Centre}", "shrt: a"),
        ("field-missing", 1),
        ("field-unknown", 1),
    ),
    data("x-unit-list-as-id", "units", UNITS + "- {id: [a], name: A, short: A}\n", ("type-text", 3)),
    data("x-unit-mapping-as-id", "units", UNITS + "- {id: {a: b}, name: A, short: A}\n", ("type-text", 3)),
    data("x-unit-twice", "units", UNITS + UNITS.split("\n")[0], ("id-twice", 3)),
    data(
        "x-unit-duplicate-key",
        "units",
        UNITS + "- {id: a, id: b}\n",
        ("yaml-duplicate-key", 3),
    ),
    data(
        "x-unit-control",
        "units",
        UNITS + "- {id: a, name: \x07, short: b}\n",
        ("text-control", 3),
    ),
    data("x-place-kind", "places", PLACES + "- {id: a, kind_then: village, name_then: A}\n", ("value-unknown", 3)),
    data(
        "x-place-parent",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, parent: b}\n",
        ("reference-unknown", 3),
    ),
    data(
        "x-place-backwards",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, from: 2025-07, to: 2025-06}\n",
        ("span-backwards", 3),
    ),
    data("x-place-of-a-day", "places", PLACES + "- {id: a, kind_then: ward, name_then: A, from: 2025, to: 2025}\n"),
    data(
        "x-place-in-itself",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, parent: a}\n",
        ("place-ring", 3),
    ),
    data(
        "x-place-after-itself",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, successor: a}\n",
        ("place-ring", 3),
    ),
    data(
        "x-places-in-each-other",
        "places",
        PLACES
        + "- {id: a, kind_then: ward, name_then: A, parent: b}\n"
        + "- {id: b, kind_then: ward, name_then: B, parent: a}\n",
        ("place-ring", 3),
    ),
    data(
        "x-places-in-a-ring-beside-one-that-leads-there",
        "places",
        PLACES
        + "- {id: z, kind_then: ward, name_then: Z, parent: b}\n"
        + "".join(f"- {{id: {a}, kind_then: ward, name_then: A, parent: {b}}}\n" for a, b in ("ab", "bc", "cd", "da")),
        ("place-ring", 4),
    ),
    data(
        "x-places-after-each-other",
        "places",
        PLACES
        + "- {id: a, kind_then: ward, name_then: A, successor: b, parent: b}\n"
        + "- {id: b, kind_then: ward, name_then: B, successor: a}\n",
        ("place-ring", 3),
    ),
    data(
        "x-place-day",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, from: hôm qua}\n",
        ("date-partial", 3),
    ),
    data(
        "x-place-source",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, sources: [{id: B, publisher: C}]}\n",
        ("value-form", 3),
    ),
    data("x-channel-number", "channels", CHANNELS + "- {id: a, number: 0, name: A, text: B}\n", ("value-range", 2)),
    data("x-channel-half", "channels", CHANNELS + "- {id: a, number: 1.5, name: A, text: B}\n", ("type-number", 2)),
    data("x-audience-text", "audiences", "- nationwide\n", ("type-mapping", 1)),
    data(
        "x-agency-portal", "agencies", '- {id: noip, name_then: A, portal: "javascript:alert(1)"}\n', ("value-form", 1)
    ),
    data("x-term-origin", "glossary", "- {vi: a, en: b, origin: Z, group: ocop}\n", ("value-unknown", 1)),
    data("x-term-note", "glossary", "- {vi: a, en: b, origin: C, group: ocop, note: {vi: c}}\n", ("type-text", 1)),
    data("x-unknown-file", "partners", "[]\n", ("data-unknown", 1)),
    data("x-notice-backwards", "notices", NOTICE.format(1).replace("2027-02-09", "2027-01-31"), ("notice-dates", 1)),
    data(
        "x-notice-of-one-language", "notices", NOTICE.format(1).replace("Mẫu.", "{vi: A}"), ("notice-untranslated", 1)
    ),
    data("x-notices-many", "notices", "".join(map(NOTICE.format, range(1, 5))), ("notices-many", 4)),
    data("x-not-utf8", "glossary", "- {vi: a\udcff}".replace("\udcff", "\x00"), ("text-control", 1)),
    data("x-plan-list", "plan-2023-2025", "- a\n", ("type-mapping", 1)),
    data("x-plan-id", "plan-2023-2025", PLAN.replace('"2023-2025"', '"2024-2026"'), ("value-unknown", 1)),
    data(
        "x-plan-no-period",
        "plan-2023-2025",
        PLAN.replace("period: {from: 2023-01-01, to: 2025-12-31}\n", ""),
        ("field-missing", 1),
    ),
    data("x-plan-quarter", "plan-2023-2025", PLAN.replace("2023-Q4", "2023-Q0"), ("date-quarter", 5)),
    data("x-plan-due", "plan-2023-2025", PLAN.replace('"11-15"', '"15/11"'), ("value-form", 6)),
    data(
        "x-plan-schedule",
        "plan-2023-2025",
        PLAN.replace("schedule: ongoing", "schedule: soon"),
        ("type-mapping", 11),
        ("value-unknown", 11),
    ),
    data("x-plan-task-id", "plan-2023-2025", PLAN.replace("id: t2", "id: T2"), ("value-form", 15)),
    data(
        "x-plan-unit",
        "plan-2023-2025",
        PLAN.replace("[{unit: centre}]", "[{unit: nobody}]"),
        ("reference-unknown", 13),
    ),
    data(
        "x-plan-task-without-lead",
        "plan-2023-2025",
        PLAN.replace("    lead: [{unit: centre}]\n", ""),
        ("field-missing", 8),
    ),
    data(
        "x-plan-nobody-leads",
        "plan-2023-2025",
        PLAN.replace("lead: [{unit: centre}]", "lead: []"),
        ("text-empty", 13),
    ),
    data("x-plan-row-twice", "plan-2023-2025", PLAN.replace("id: t2", "id: t1"), ("id-twice", 15)),
    data(
        "x-plan-backwards",
        "plan-2023-2025",
        PLAN.replace("{from: 2023-01-01, to: 2025-12-31}", "{from: 2023-12-31, to: 2023-01-01}"),
        ("plan-years", 1),
        ("span-backwards", 4),
    ),
    data(
        "x-plan-quarters-backwards",
        "plan-2023-2025",
        PLAN.replace('{from: "2023-Q4", to: "2025-Q4"}', '{from: "2025-Q4", to: "2023-Q4"}'),
        ("span-backwards", 5),
    ),
    data(
        "x-plan-reports-backwards",
        "plan-2023-2025",
        PLAN.replace('{due: "11-15"}', '{due: "11-15", first: 2025, last: 2024}'),
        ("span-backwards", 6),
    ),
    data(
        "x-plan-quarters-before-and-after",
        "plan-2023-2025",
        PLAN.replace('{from: "2023-Q4", to: "2025-Q4"}', '{from: "2022-Q4", to: "2026-Q1"}'),
        *[("plan-quarter", 5)] * 2,
    ),
    data(
        "x-plan-quarter-of-a-row",
        "plan-2023-2025",
        PLAN.replace('{quarter: "2024-Q1"}', '{quarter: "2023-Q3"}'),
        ("plan-quarter", 18),
    ),
    data(
        "x-plan-quarters-of-all-time",
        "plan-2023-2025",
        PLAN.replace('{from: "2023-Q4", to: "2025-Q4"}', '{from: "0001-Q1", to: "9999-Q4"}'),
        *[("value-range", 5)] * 2,
    ),
    data(
        "x-plan-at-the-end-of-time",
        "plan-2023-2025",
        PLAN.replace('{from: "2023-Q4", to: "2025-Q4"}', '{from: "9998-Q4", to: "9999-Q4"}'),
        *[("value-range", 5)] * 2,
    ),
    data(
        "x-plan-of-two-centuries",
        "plan-2023-2025",
        PLAN.replace("{from: 2023-01-01, to: 2025-12-31}", "{from: 2000-01-01, to: 2100-12-31}").replace(
            '{from: "2023-Q4", to: "2025-Q4"}', '{from: "2000-Q1", to: "2100-Q4"}'
        ),
        ("plan-years", 1),
    ),
    Case(
        "x-plan-of-no-years",
        {"content/data/plan-9999-0000.yml": PLAN.replace('"2023-2025"', '"9999-0000"')},
        (("plan-years", "content/data/plan-9999-0000.yml", 1),),
        alone=True,
    ),
    data("x-plan-no-tasks", "plan-2023-2025", PLAN.split("tasks:")[0] + "tasks: []\n", also=PLAN_ROWS),
]

# ---- Figures, pages for readers, maps ----


def register(slug: str, text: str, *found: tuple[str, int | None], name: str = "figures") -> Case:
    """Return a case of a register beside sound pages for readers; it stands alone."""
    path = f"content/data/{name}.yml"
    files: dict[str, str | bytes | Link] = {"content/data/briefings.yml": BRIEFINGS, path: text}
    return Case(slug, files, tuple((code, path, line) for code, line in found), alone=True)


def half_written(text: str) -> str:
    return text.replace(", en: Sample goods.", "")


READERS = [
    register("f-fine", figure()),
    register("f-nothing", "[]\n"),
    register("f-empty", "", ("yaml-documents", 1)),
    register("f-mapping", "san-pham: 1\n", ("type-list", 1)),
    register("f-text", "- 234\n", ("type-mapping", 1)),
    register("f-twice", figure() + figure(label="Khác"), ("id-twice", 10)),
    register("f-same-figure", figure() + figure(id="khac"), ("figure-twice", 11)),
    register("f-other-date", figure() + figure(id="khac", as_of="2024-04")),
    register("f-no-source", figure(source=None), ("field-missing", 1)),
    register("f-source-text", figure(source="Báo Mẫu"), ("type-mapping", 9)),
    register("f-source-silent", figure(source="{id: a, publisher: A, site: mau.vn}"), ("source-without-title", 9)),
    register("f-source-nowhere", figure(source="{id: a, publisher: A, title: B}"), ("figure-source-address", 9)),
    register("f-no-date", figure(as_of=None), ("field-missing", 1)),
    register("f-date", figure(as_of="hôm qua"), ("date-partial", 5)),
    register("f-tomorrow", figure(as_of="2026-11-23"), ("figure-in-future", 5)),
    register("f-end-of-time", figure(as_of="2100", stale_after="600"), ("figure-in-future", 5)),
    register("f-after-the-end-of-time", figure(as_of="9999", stale_after="600"), ("value-range", 5)),
    register("f-today", figure(as_of="2026-11-22", source="{id: a, publisher: A, title: B, site: mau.vn}")),
    register("f-after-its-source", figure(as_of="2024-07"), ("figure-after-source", 5)),
    register("f-in-the-month-of-its-source", figure(as_of="2024-06-30")),
    register("f-fraction", figure(value="3.5"), ("type-number", 3)),
    register("f-negative", figure(value="-1"), ("value-range", 3)),
    register("f-yes", figure(value="true"), ("type-text", 3)),
    register("f-value-list", figure(value="[1, 2]"), ("type-mapping", 3)),
    register("f-value-markup", figure(value='{vi: "<b>1</b>", en: "1"}'), ("text-markup", 3)),
    register("f-value-nothing", figure(value="{}"), ("text-empty", 3)),
    register("f-digits-differ", figure(value="{vi: hơn 40, en: more than 50}"), ("words-differ", 3)),
    register("f-unit-differs", figure(value="{vi: 4 tấn, en: 4 million tonnes}"), ("words-differ", 3)),
    register("f-note-differs", figure(note="{vi: Năm 2024., en: In 2023.}"), ("words-differ", 10)),
    register("f-place", figure(place="huyen-mao"), ("reference-unknown", 6)),
    register("f-item", figure(item="product/muoi"), ("reference-unknown", 7)),
    register("f-item-form", figure(item="muoi-mau"), ("value-form", 7)),
    register("f-page", figure(briefings="[trade, buyers]"), ("reference-unknown", 8)),
    register("f-stale-at-once", figure(stale_after="0"), ("value-range", 10)),
    register("f-stale-word", figure(stale_after="hai năm"), ("type-number", 10)),
    register("f-slip", figure(lable="a"), ("field-unknown", 10)),
    register("f-control", figure(label="a\u202eb"), ("text-control", 2)),
    register(
        "f-many-faults",
        figure(place="x", value="{vi: 1, en: two}") + figure(id="b", source=None),
        ("field-missing", 10),
        ("type-text", 3),
    ),
    register("b-nobody", BRIEFINGS.replace("[nationwide]", "[]", 1), ("text-empty", 5), name="briefings"),
    register("b-audience", BRIEFINGS.replace("[nationwide]", "[world]", 1), ("reference-unknown", 5), name="briefings"),
    register("b-half", half_written(BRIEFINGS), ("briefing-half-written", 3), name="briefings"),
    register(
        "b-gap-half", BRIEFINGS.replace(", en: Sample prices", ""), ("briefing-half-written", 6), name="briefings"
    ),
    register("b-address", BRIEFINGS.replace("id: trade", "id: For trade"), ("value-form", 1), name="briefings"),
    Case(
        "b-for-others",
        {
            "content/data/briefings.yml": BRIEFINGS,
            "content/vi/news/b-for-others.md": news(briefings="[trade, nobody]"),
        },
        (
            ("briefing-audience", "content/vi/news/b-for-others.md", 9),
            ("reference-unknown", "content/vi/news/b-for-others.md", 9),
        ),
        alone=True,
    ),
    register("m-place", MAPS.replace("huyen-mau", "huyen-mao"), ("reference-unknown", 8), name="maps"),
    register("m-twice", MAPS.replace("huyen-mau", "tinh-mau"), ("map-place-twice", 9), name="maps"),
    register("m-on-the-edge", MAPS.replace("x: 100, y: 80", "x: 400, y: 300"), name="maps"),
    register("m-outside", MAPS.replace("x: 100", "x: 401"), ("map-outside", 8), name="maps"),
    register("m-far", MAPS.replace("x: 100", "x: 99999"), ("value-range", 8), name="maps"),
    register("m-script", MAPS.replace("M0 0H400V100L0 200Z", '"javascript:alert(1)"'), ("value-form", 6), name="maps"),
    *(
        register(f"m-outline-{name}", MAPS.replace("M0 0H400V100L0 200Z", f'"{path}"'), ("value-form", 6), name="maps")
        for name, path in (
            ("alone", "M"),
            ("single", "M1"),
            ("odd", "M0 0L1 2 3"),
            ("no-number", "M0 0H"),
            ("half-curve", "M0 0C1 2 3 4 5"),
            ("points", "M1..2 3"),
            ("far", "M0 0H123456"),
            ("not-begun", "H400"),
        )
    ),
    register("m-markup", MAPS.replace("M0 0H400V100L0 200Z", "'M0 0\"/><script>'"), ("value-form", 6), name="maps"),
    register("m-no-points", MAPS.split("  points:")[0], ("field-missing", 1), name="maps"),
]

# ---- Certificates and other proofs ----


def certified(slug: str, certificate: str, *found: tuple[str, int | None]) -> Case:
    """Return a case of a product with a certificate, which stands on line 8."""
    return told(slug, product(certificate=f"{{{certificate}}}"), *found, folder="products")


CERTIFICATES = [
    certified("c-two-stars", "stars: 2, status: reported, year: 2025, source: bao-mau", ("value-unknown", 8)),
    certified("c-six-stars", "stars: 6, status: reported, year: 2025, source: bao-mau", ("value-unknown", 8)),
    certified("c-stars-text", 'stars: "4 sao", status: reported, year: 2025, source: bao-mau', ("value-unknown", 8)),
    certified("c-half-star", "stars: 3.5, status: reported, year: 2025, source: bao-mau", ("value-unknown", 8)),
    told("c-spirits", product(title="Rượu mẫu"), ("product-spirits", 2), folder="products"),
    told("c-spirits-by-group", product(group="II.1.a"), ("product-spirits", 2), folder="products"),
    told("c-wine-is-fine", product(title="Rượu vang mẫu"), folder="products"),
    certified(
        "c-five-of-a-province",
        "stars: 5, status: decision, source: bao-mau, decision_no: a, authority: UBND tỉnh, certified_on: 2024-03-01",
        ("certificate-authority", 8),
    ),
    certified("c-no-stars", "status: reported, year: 2025, source: bao-mau", ("field-missing", 8)),
    certified("c-no-source", "stars: 3, status: reported, year: 2025", ("field-missing", 8)),
    certified("c-no-status", "stars: 3, year: 2025, source: bao-mau", ("field-missing", 8)),
    certified("c-pending", "stars: 3, status: pending, year: 2025, source: bao-mau", ("value-unknown", 8)),
    certified("c-other-source", "stars: 3, status: reported, year: 2025, source: nowhere", ("source-unknown", 8)),
    certified("c-no-year", "stars: 3, status: reported, source: bao-mau", ("certificate-year-missing", 8)),
    certified("c-year-2017", "stars: 3, status: reported, year: 2017, source: bao-mau", ("value-range", 8)),
    certified("c-year-text", "stars: 3, status: reported, year: năm ngoái, source: bao-mau", ("type-number", 8)),
    certified("c-decision-bare", "stars: 4, status: decision, source: bao-mau", ("certificate-incomplete", 8)),
    certified(
        "c-decision-no-day",
        "stars: 4, status: decision, source: bao-mau, decision_no: a, authority: b",
        ("certificate-incomplete", 8),
    ),
    *(
        certified(
            f"c-decision-{year}",
            f"stars: 4, status: decision, source: bao-mau, decision_no: a, authority: b, certified_on: {year}-05-05",
            ("value-range", 8),
        )
        for year in ("1899", "2101", "9998", "9999")
    ),
    certified(
        "c-decision-2100",
        "stars: 4, status: decision, source: bao-mau, decision_no: a, authority: b, certified_on: 2100-12-31",
        ("day-in-future", 8),
    ),
    certified(
        "c-decision-half-day",
        "stars: 4, status: decision, source: bao-mau, decision_no: a, authority: b, certified_on: 2024-05",
        ("date-full", 8),
    ),
    certified(
        "c-report-decision",
        "stars: 3, status: reported, year: 2025, source: bao-mau, decision_no: a",
        ("certificate-reported-with-decision", 8),
    ),
    certified(
        "c-report-day-no-year",
        "stars: 3, status: reported, source: bao-mau, certified_on: 2024-05-02",
        ("certificate-reported-with-decision", 8),
        ("certificate-year-missing", 8),
    ),
    certified(
        "c-unknown-field",
        "stars: 3, status: reported, year: 2025, source: bao-mau, expires: 2028-01-01",
        ("field-unknown", 8),
    ),
    told("c-text", product(certificate="3 sao"), ("type-mapping", 8), folder="products"),
    told("c-on-news", news(certificate="{stars: 3}"), ("field-unknown", 9)),
    told(
        "c-right-type",
        product(protection="[{type: patent, name: a, source: bao-mau}]"),
        ("value-unknown", 8),
        folder="products",
    ),
    told(
        "c-right-source",
        product(protection="[{type: gi, name: a, source: x}]"),
        ("source-unknown", 8),
        folder="products",
    ),
    told(
        "c-right-day",
        product(protection="[{type: gi, name: a, source: bao-mau, date: x}]"),
        ("date-partial", 8),
        folder="products",
    ),
    told(
        "c-producer-type",
        product(producer="{name: a, type: coop, source: bao-mau}"),
        ("value-unknown", 8),
        folder="products",
    ),
    told(
        "c-producer-place",
        product(producer="{name: a, type: htx, place: x, source: bao-mau}"),
        ("reference-unknown", 8),
        folder="products",
    ),
    told(
        "c-producer-source",
        product(producer="{name: a, type: htx, source: x}"),
        ("source-unknown", 8),
        folder="products",
    ),
    told(
        "c-trade-question", product(trade="{price: {vi: a, source: bao-mau}}"), ("field-unknown", 8), folder="products"
    ),
    told("c-trade-no-source", product(trade="{season: {vi: a}}"), ("field-missing", 8), folder="products"),
    told("c-trade-empty", product(trade="{season: {source: bao-mau}}"), ("text-empty", 8), folder="products"),
    told(
        "c-trade-slip",
        product(trade="{season: {vi: a, source: bao-mau, as_off: b}}"),
        ("value-form", 8),
        folder="products",
    ),
    told("c-group-form", product(group="gia vị"), ("value-unknown", 8), folder="products"),
    told("c-basis", product(group="I.1.a", group_basis="guess"), ("value-unknown", 9), folder="products"),
]

# ---- Translations ----

TRANSLATIONS = [
    placed("l-orphan", "content/en/news/l-orphan.md", english(), "translation-without-source"),
    placed("l-other-kind", "content/en/press/tin-mau.md", english(), "translation-without-source"),
    placed("l-unknown-kind", "content/en/tin/l-unknown-kind.md", english(), "folder-unknown", line=2),
    placed("l-reserved", "content/en/press/2023.md", english(), "slug-refused"),
    paired("l-no-title", VALID, english(title=None), ("field-missing", 2)),
    paired("l-no-header", VALID, "Text only.\n", ("header-missing", 1)),
    paired("l-unclosed", VALID, english().replace("\n---\n", "\n"), ("header-unclosed", 1)),
    paired("l-fact", VALID, english(date="2024-05-21"), ("fact-in-translation", 4)),
    paired(
        "l-facts",
        VALID,
        english(tasks="[t1]", published="2024-06-01", draft="true"),
        *[("fact-in-translation", n) for n in (4, 5, 6)],
    ),
    paired("l-draft-slip", VALID, english(drafts="true"), ("field-unknown", 4)),
    paired("l-fact-of-other-kind", VALID, english(outlet="A"), ("field-unknown", 4)),
    paired("l-long", VALID, english(summary="a" * 501), ("text-long", 3)),
    paired("l-markup", VALID, english(title='"<b>"'), ("text-markup", 2)),
    paired("l-heading", VALID, english("# One[^bao-mau]"), ("heading-level", 5)),
    paired("l-source", VALID, english("One.[^bao-mau][^x]"), ("source-unknown", 5)),
    paired("l-link", VALID, english("[a](../news/nothing.md)[^bao-mau]"), ("link-unknown", 5)),
    paired("l-control", VALID, english("One.\u202e"), ("text-control", 5)),
    paired("l-number", VALID, english(title="2024"), ("type-text", 2)),
    paired("l-duplicate", VALID, english(title="a\ntitle: b"), ("yaml-duplicate-key", 3)),
    paired(
        "l-two-faults",
        VALID,
        english("# One[^bao-mau]", title="1", date="2024"),
        ("type-text", 2),
        ("fact-in-translation", 4),
        ("heading-level", 6),
    ),
    Case(
        "l-of-refused",
        {"content/vi/news/l-of-refused.md": news(title="12"), "content/en/news/l-of-refused.md": english()},
        (("type-text", "content/vi/news/l-of-refused.md", 2),),
    ),
    Case(
        "l-both-refused",
        {
            "content/vi/news/l-both-refused.md": news(title="12"),
            "content/en/news/l-both-refused.md": english(title="12"),
        },
        (("type-text", "content/en/news/l-both-refused.md", 2), ("type-text", "content/vi/news/l-both-refused.md", 2)),
    ),
    Case(
        "l-of-unreadable",
        {"content/vi/news/l-of-unreadable.md": b"\xff\xfe", "content/en/news/l-of-unreadable.md": english()},
        (("text-not-utf8", "content/vi/news/l-of-unreadable.md", 1),),
    ),
    told(
        "l-fields-differ",
        product(facts="[{label: {vi: Năm 2024, en: In 2023}, value: {vi: 6 tấn, en: 7 tonnes}, source: bao-mau}]"),
        *[("words-differ", 8)] * 2,
        folder="products",
    ),
    data("l-data-differ", "units", UNITS.replace("en: Centre}", "en: Centre 2}"), ("words-differ", 1)),
    paired("l-of-draft-is-fine", news(draft="true"), english("One.[^bao-mau]")),
]


def paper(slug: str, text: str, *found: tuple[str, int | None], name: str = "bao-cao-2024") -> Case:
    """What a person writes for a yearly report; each case stands alone, for there are only so many years."""
    path = f"content/reports/{name}.md"
    return Case(f"report-{slug}", {path: text}, tuple((code, path, line) for code, line in found), alone=True)


BODY = "---\n---\n## Nguyên nhân\n\n"
REPORTS = [
    paper("name", "---\n---\n", ("report-name", 1), name="bao-cao-nam-2024"),
    paper("name-language", "---\n---\n", ("report-name", 1), name="report-2024-fr"),
    paper("name-source-language", "---\n---\n", ("report-name", 1), name="report-2024-vi"),
    paper("year", "---\n---\n", ("report-year", 1), name="bao-cao-2031"),
    paper("year-translation", "---\n---\n", ("report-year", 1), name="report-2031-en"),
    paper("row", "---\ndone: [t9]\n---\n", ("report-row", 2)),
    paper("done-without-results", "---\ndone: [t2]\n---\n", ("report-done", 2)),
    Case(
        "report-done-and-withdrawn",
        {
            "content/reports/bao-cao-2024.md": "---\nnumber: 5\ndate: 2024-11-12\ndone: [t2]\n---\n",
            "content/vi/news/da-go.md": news(published="2024-06-01", expires_on="2025-01-01"),
        },
        (("report-done-withdrawn", "content/reports/bao-cao-2024.md", 4),),
        alone=True,
    ),
    paper("number-words", "---\nnumber: năm\n---\n", ("type-number", 2)),
    paper("number-zero", "---\nnumber: 0\n---\n", ("value-range", 2)),
    paper("date", "---\ndate: 12/11/2024\n---\n", ("date-full", 2)),
    paper("date-of-tomorrow", "---\nnumber: 5\ndate: 2026-11-23\n---\n", ("day-in-future", 3)),
    paper("date-of-today-is-fine", "---\ndate: 2026-11-22\n---\n"),
    paper("field", "---\nnguoi_ky: Mẫu\n---\n", ("field-unknown", 2)),
    paper("signer", "---\nsigner: Họ Tên Mẫu\n---\n", ("type-mapping", 2)),
    paper("money", "---\nfunds:\n  - {what: Việc mẫu, planned: -5}\n---\n", ("value-range", 3)),
    paper("money-words", "---\nfunds:\n  - {what: Việc mẫu, spent: 40 triệu}\n---\n", ("type-number", 3)),
    paper("translated-facts", "---\nnumber: 5\n---\n", ("field-unknown", 2), name="report-2024-en"),
    paper("section", "---\n---\n## Mục mẫu\n\nĐoạn mẫu.\n", ("report-section", 3)),
    paper("section-of-another-language", "---\n---\n## Causes\n\nĐoạn mẫu.\n", ("report-section", 3)),
    paper("section-twice", f"{BODY}Một.\n\n## NGUYÊN NHÂN\n\nHai.\n", ("report-section-twice", 7)),
    paper("loose", "---\n---\nĐoạn mẫu.\n\nĐoạn nữa.\n", ("report-loose", 3)),
    paper("bold", f"{BODY}Đoạn **mẫu**.\n", ("report-markup", 5)),
    paper("link", f"{BODY}Xem https://example.org/mau.\n", ("report-markup", 5)),
    paper("table", f"{BODY}| a | b |\n", ("report-markup", 5)),
    paper("small-heading", f"{BODY}### Mục con\n", ("report-markup", 5)),
    paper("html", f"{BODY}<b>mẫu</b>\n", ("report-markup", 5)),
    paper("numbered", f"{BODY}1. Việc mẫu\n", ("report-markup", 5)),
    paper("blanks", f"---\n---\n## a{' ' * 100_000}b\n", ("report-section", 3)),
    paper("header", "Đoạn mẫu.\n", ("header-missing", 1)),
    Case("report-deep", {"content/reports/2024/a.md": VALID}, (("file-misplaced", "content/reports/2024/a.md", 1),)),
]

GROUPS: Mapping[str, list[Case]] = {
    "headers": HEADERS,
    "encodings": ENCODINGS,
    "names": NAMES,
    "dates": DATES,
    "references": REFERENCES,
    "texts": TEXTS,
    "markup": MARKUP,
    "endless": ENDLESS,
    "pictures": PICTURES,
    "data": DATA,
    "readers": READERS,
    "certificates": CERTIFICATES,
    "translations": TRANSLATIONS,
    "reports": REPORTS,
}
CASES = [case for group in GROUPS.values() for case in group]


@contextmanager
def laid(root: Path, cases: Iterable[Case]) -> Iterator[None]:
    """Write the files of cases into a world, and put the world back afterwards."""
    files = {path: content for case in cases for path, content in case.files.items()}
    before = set(root.rglob("*"))
    for path, content in files.items():
        write(root / path, content)
    try:
        yield
    finally:
        for added in sorted(set(root.rglob("*")) - before, reverse=True):
            if added.is_dir() and not added.is_symlink():
                added.rmdir()
            else:
                added.unlink()
        for name in files.keys() & FILES.keys():
            write(root / name, FILES[name])


def write(place: Path, content: str | bytes | Link) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Link):
        place.symlink_to(content.target)
    else:
        place.write_bytes(content.encode() if isinstance(content, str) else content)


def together() -> Iterator[Case]:
    """Yield the cases that do not touch what others rely on."""
    return (case for case in CASES if not case.alone)
