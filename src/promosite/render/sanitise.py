"""Rendered bodies hold harmless markup only; what else stood in one is named, never dropped in silence.

nh3 parses as browsers do and writes down what a list allows. Only when that is not what we gave it, the two are laid
side by side to say what is missing.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape
from html.parser import HTMLParser

import nh3

from promosite.findings import Finding, Source, finding

FRAME = (
    "about-plan area background by-audience by-form contact contact-details content cooperates corrections "
    "coverage dates delivered documents due enquiry facts figures gaps home-for home-plan home-promise leads "
    "machine-check map-arrow map-description map-title matrix message others passport passport-certificate "
    "passport-protection past product-news related report-annexes report-missing report-whole reports "
    "results row-text rule set-ledger sources status statuses successor top trade units upcoming who whole-text "
    "without-task"
)
FRAME_IDS = frozenset(FRAME.split())
"""Anchors that templates set; a heading of the same name takes another."""
FRAME_PREFIXES = ("ps-", "source-")
ANCHOR = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""What the table of contents makes of a heading; never `__config` or the like, which scripts of themes read."""

PLAIN = (
    "p br hr ul li blockquote pre dl dt dd table thead tbody tr picture "
    "b cite del em i ins kbd mark q s samp small strong sub u var"
)
ATTRIBUTES = {
    **{name: set[str]() for name in PLAIN.split()},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    **{name: {"style", "colspan", "rowspan"} for name in ("th", "td")},
    "a": {"href", "hreflang", "title", "aria-label"},
    "abbr": {"title"},
    "code": {"class"},
    "img": {"src", "srcset", "sizes", "alt", "title", "width", "height", "loading"},
    "ol": {"start"},
    "source": {"type", "srcset", "sizes"},
    "span": {"lang"},
    "sup": {"class"},
}
"""Every element of a body with its own attributes: what Markdown makes, and what we put in for citations, pictures and
words of another language."""
EVERYWHERE = {"lang"}
ELSEWHERE = re.compile(r"(?:^|,)\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
"""An address of another host, alone or in a `srcset`: pictures are the site's own."""
SCHEMES = {"http", "https", "mailto", "tel"}
USER = re.compile(r"(?:https?:[/\\]*|[/\\]{2})[^/\\?#]*@", re.IGNORECASE)
"""A name before the host: `https://mau.vn@evil.test/` leads to evil.test, whatever it looks like."""
UNSEEN = str.maketrans("", "", "".join(map(chr, range(0x21))))
"""What browsers pass over in an address, at its ends or everywhere."""

VALUES = {
    "class": re.compile(r"ps-cite|language-[\w+#.-]+"),
    "id": ANCHOR,
    "lang": re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    "style": re.compile(r"text-align: (?:left|center|right);"),
    "start": re.compile(r"\d{1,9}"),
    "colspan": re.compile(r"\d{1,2}"),
    "rowspan": re.compile(r"\d{1,3}"),
}
"""What the value of an attribute must be, where any other could do harm."""


SHOWN = 10
"""How many sorts of markup, and of each how many places, are named in one body."""


@dataclass(frozen=True, slots=True)
class Written:
    """The Markdown of a body: the file it stands in, and the line on which it begins there."""

    path: str
    text: str
    line: int = 1


def _value(tag: str, name: str, value: str) -> str | None:
    """Return a value unchanged, or None for one that the attribute may not have."""
    if (pattern := VALUES.get(name)) and not pattern.fullmatch(value):
        return None
    if name == "id" and is_of_frame(value):
        return None
    if name == "href" and USER.match(value.translate(UNSEEN)):
        return None
    return None if name in {"src", "srcset"} and ELSEWHERE.search(value) else value


def is_of_frame(anchor: str) -> bool:
    """Tell whether templates set this anchor, so that no body may."""
    return anchor in FRAME_IDS or anchor.startswith(FRAME_PREFIXES)


CLEANER = nh3.Cleaner(
    tags=set(ATTRIBUTES),
    clean_content_tags={"script", "style"},
    attributes={**{tag: names for tag, names in ATTRIBUTES.items() if names}, "*": EVERYWHERE},
    attribute_filter=_value,
    link_rel=None,
    url_schemes=SCHEMES,
)


def sanitise(html: str, written: Written) -> tuple[str, list[Finding]]:
    """Return the body as it came if all of it is allowed, else what is allowed of it, and what is not as findings.

    `html` was made of `written`, in which the findings are placed. Comments go without a word: nobody sees them.
    """
    clean = CLEANER.clean(html)
    if clean == html or _in_one_spelling(clean) == _in_one_spelling(html):
        return html, []
    return _settled(clean), list(_findings(html, clean, written))


def _settled(clean: str) -> str:
    """Return clean HTML as it is when it is read once more: elements in wrong places move, at most a few times."""
    for _ in range(5):
        before, clean = clean, CLEANER.clean(clean)
        if clean == before:
            break
    return clean


def _in_one_spelling(html: str) -> str:
    """Return HTML without that in which Python-Markdown and nh3 write the same thing differently."""
    return html.replace(" />", ">").replace("&quot;", '"').replace("\xa0", "&nbsp;")


def _findings(html: str, clean: str, written: Written) -> Iterator[Finding]:
    before, after = _parts_of(html), _parts_of(clean)
    missing = Counter(before.tags) - Counter(after.tags)
    removed = [part for part in dict.fromkeys(before.tags) if part in missing]
    if not removed and "".join(before.text.split()) != "".join(after.text.split()):
        removed = [Part("", "", "")]
    place = _Places(written)
    for part in [one for one in removed if not (one.attribute and Part(one.tag, "", "") in missing)][:SHOWN]:
        for _ in range(min(missing[part], SHOWN) or 1):
            if part.tag == TITLE and not part.attribute:
                yield finding("heading-level", place.of(part))
            else:
                yield finding("markup-removed", place.of(part), found=part.shown())


Find = Callable[[str], Iterator[re.Match[str]]]
TITLE = "h1"
"""The heading of level 1 is the title of the page; a body has none."""


@dataclass(frozen=True, slots=True)
class Part:
    """An element (without `attribute`), one attribute of an element, or an end tag that ends nothing (`/p`)."""

    tag: str
    attribute: str
    value: str

    def shown(self) -> str:
        """Return the part as its author would know it again, cut when long."""
        if not self.attribute:
            return f"<{self.tag or '…'}>"
        return f'{self.attribute}="{self.value if len(self.value) <= 60 else self.value[:59] + "…"}"'

    def finders(self) -> Iterator[Find]:
        """Yield what finds the part in Markdown, the surest first."""
        if self.tag.startswith("/"):
            yield partial(_stray_ends, self.tag[1:])
        yield from (sign.finditer for sign in self.signs())

    def signs(self) -> Iterator[re.Pattern[str]]:
        """Yield what the part looks like in Markdown, the surest first."""
        if self.attribute:
            if self.value:
                yield re.compile(rf"\b{re.escape(self.attribute)}\s*=\s*[\"']?{re.escape(self.value)}", re.IGNORECASE)
                yield re.compile(re.escape(self.value))
            yield re.compile(rf"\b{re.escape(self.attribute)}\s*=", re.IGNORECASE)
        if self.tag == TITLE:
            yield re.compile(r"<\s*h1\b|^[ \t>*+\d.)-]*#(?!#)|^[ \t>]*=+[ \t]*$", re.IGNORECASE | re.MULTILINE)
        if self.tag:
            yield re.compile(rf"<\s*{re.escape(self.tag)}\b", re.IGNORECASE)
        yield re.compile(r"<[a-z/!?]", re.IGNORECASE)


def _stray_ends(name: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the end tags of a name for which nothing was opened before."""
    depth = 0
    for match in re.finditer(rf"<\s*(/?){re.escape(name)}\b", text, re.IGNORECASE):
        if not match[1]:
            depth += 1
        elif depth:
            depth -= 1
        else:
            yield match


class _Parts(HTMLParser):
    """Elements, attributes and text of a body; declarations count as elements, and so do end tags that end nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Part] = []
        self.open: Counter[str] = Counter()
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[tag] += 1
        self.tags.append(Part(tag, "", ""))
        self.tags += [Part(tag, name, value or "") for name, value in attrs]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.open[tag]:
            self.open[tag] -= 1
        else:
            self.tags.append(Part(f"/{tag}", "", ""))

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_decl(self, decl: str) -> None:
        self.tags.append(Part(f"!{decl[:20]}", "", ""))

    def handle_pi(self, data: str) -> None:
        self.tags.append(Part(f"?{data[:20]}", "", ""))

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(f"[{data}")


def _parts_of(html: str) -> _Parts:
    parts = _Parts()
    try:
        parts.feed(html)
        parts.close()
    except AssertionError:  # html.parser gives up on some declarations, such as `<![if`
        parts.handle_decl("[")
    return parts


CODE = re.compile(r"^(`{3,}(?!`)|~{3,}(?!~)).*?^\1|(?<!`)(`+)(?!`).{1,2000}?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)


class _Places:
    """Where parts stand in the Markdown; of several equal ones each is found once."""

    def __init__(self, written: Written) -> None:
        self.written = written
        blank = CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), written.text)
        self.texts = (blank, "\n".join(map(unescape, blank.split("\n"))), written.text)
        self.starts = [[0, *(one.end() for one in re.finditer("\n", text))] for text in self.texts]
        self.passed: Counter[Part] = Counter()

    def of(self, part: Part) -> Source:
        """Return the place of a part, or of the body where it cannot be told."""
        wanted = self.passed[part]
        self.passed[part] += 1
        for find in part.finders():
            for text, starts in zip(self.texts, self.starts, strict=True):
                if found := [match.start() for _, match in zip(range(wanted + 1), find(text), strict=False)]:
                    line = bisect_right(starts, found[-1])
                    return Source(self.written.path, self.written.line + line - 1, found[-1] - starts[line - 1] + 1)
        return Source(self.written.path, self.written.line, 1)
