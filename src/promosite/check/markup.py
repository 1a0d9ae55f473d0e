"""Read the markup of one page, once, into a `Page`; judges nothing."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from promosite.check.page import Alternate, Link, Load, Page, Picture, Piece
from promosite.check.visible import VisibleText

FETCHING_RELS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest"}
    | {"preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}
)
SHARED_PICTURES = frozenset({"og:image", "og:image:url", "twitter:image"})
"""What networks show of a page: fetched by them, and as much this site's own as any picture."""
DATA_BLOCKS = frozenset({"application/json"})
"""Kinds of `script` that browsers never run, beside structured data."""
REFRESH = re.compile(r"""[\s\d.]*[;,]?\s*(?:url\s*=\s*)?['"]?([^'"]*)""", re.IGNORECASE)
SRCSET = re.compile(r"[\s,]*(\S*[^\s,])(?:\s[^,]*)?")

Attributes = dict[str, str]


def read_page(path: str, data: bytes) -> Page:
    """Return the record of a page; broken encoding and markup are marked in it, never raised."""
    try:
        text, is_utf8 = data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        text, is_utf8 = data.decode("utf-8-sig", errors="replace"), False
    reader = _Reader()
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:  # html.parser gives up on declarations such as `<![if`
        return reader.page(path, len(data), is_utf8=is_utf8, is_whole=False)
    return reader.page(path, len(data), is_utf8=is_utf8, is_whole=True)


def srcset_addresses(value: str) -> list[str]:
    """Return the addresses of a `srcset`, without their widths."""
    return SRCSET.findall(value)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.visible = VisibleText()
        self.lang: Piece | None = None
        self.base = ""
        self.titles: list[str] = []
        self.in_title = False
        self.in_style = False
        self.robots: set[str] = set()
        self.names: set[str] = set()
        self.canonicals: list[Piece] = []
        self.alternates: list[Alternate] = []
        self.refreshes: list[Piece] = []
        self.links: list[Link] = []
        self.loads: list[Load] = []
        self.pictures: list[Picture] = []
        self.forms: list[Piece] = []
        self.styles: list[Piece] = []
        self.ids: list[Piece] = []
        self.structured: list[Piece] = []
        self.data: list[str] | None = None
        self.handlers: list[Piece] = []
        self.inline: list[Piece] = []
        self.policies: list[Piece] = []
        self.openers: list[Piece] = []
        self.readers: dict[str, Callable[[str, Attributes], None]] = {
            "html": self.read_html, "base": self.read_base, "title": self.read_title, "meta": self.read_meta,
            "a": self.read_anchor, "area": self.read_anchor, "link": self.read_link, "style": self.read_style,
            "img": self.read_img, "source": self.read_source, "video": self.read_video,
            "script": self.read_script, "audio": self.read_src, "track": self.read_src,
            "iframe": self.read_frame, "frame": self.read_frame, "embed": self.read_frame,
            "object": self.read_frame, "form": self.read_form, "button": self.read_button,
            "input": self.read_input, "image": self.read_drawn, "use": self.read_drawn,
            "feimage": self.read_drawn,
        }  # fmt: skip

    def page(self, path: str, size: int, *, is_utf8: bool, is_whole: bool) -> Page:
        """Return all that was read, as one record."""
        self.visible.finish()
        return Page(
            path=path,
            size=size,
            lang=self.lang,
            title=" ".join("".join(self.titles).split()),
            base=self.base,
            robots=frozenset(self.robots),
            canonicals=tuple(self.canonicals),
            alternates=tuple(self.alternates),
            refreshes=tuple(self.refreshes),
            links=tuple(self.links),
            loads=tuple(self.loads),
            pictures=tuple(self.pictures),
            forms=tuple(self.forms),
            styles=tuple(self.styles),
            ids=tuple(self.ids),
            names=frozenset(self.names),
            structured=tuple(self.structured),
            handlers=tuple(self.handlers),
            inline=tuple(self.inline),
            policies=tuple(self.policies),
            openers=tuple(self.openers),
            paragraphs=tuple(self.visible.paragraphs),
            templates=tuple(self.visible.templates),
            prose=self.visible.prose,
            is_utf8=is_utf8,
            is_whole=is_whole,
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The first of two equal attributes counts in browsers, so it is put in last here.
        values = {name: value or "" for name, value in reversed(attrs)}
        if values:
            self.read_attributes(tag, values)
        if reader := self.readers.get(tag):
            reader(tag, values)
        self.visible.open(tag, self.place)

    def handle_endtag(self, tag: str) -> None:
        self.visible.close(tag)
        self.in_title = self.in_title and tag != "title"
        self.in_style = self.in_style and tag != "style"
        if tag == "script" and self.data is not None:
            self.structured[-1] = self.structured[-1]._replace(text="".join(self.data))
            self.data = None

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.titles.append(data)
            self.visible.templates_in(data, self.place)
        elif self.in_style:
            self.keep_style(data)
        elif self.data is not None:
            self.data.append(data)
        else:
            self.visible.text(data, self.place)

    def place(self) -> tuple[int, int]:
        line, offset = self.getpos()
        return line, offset + 1

    def piece(self, text: str) -> Piece:
        return Piece(text, *self.place())

    def read_attributes(self, tag: str, values: Attributes) -> None:
        if values.get("id"):
            self.ids.append(self.piece(values["id"]))
        if "style" in values:
            self.inline.append(self.piece("style="))
            self.keep_style(values["style"])
        for name in values:
            if name[:2] == "on" and len(name) > 2:
                self.handlers.append(self.piece(name))
        if "target" in values and values["target"].strip().lower() == "_blank":
            self.read_opener(values)

    def read_opener(self, values: Attributes) -> None:
        # noreferrer implies noopener
        if _tokens(values.get("rel", "")).isdisjoint({"noopener", "noreferrer"}):
            self.openers.append(self.piece(values.get("href", values.get("action", ""))))

    def keep_style(self, text: str) -> None:
        if "url(" in text.lower() or "@import" in text.lower():
            self.styles.append(self.piece(text))

    def load(self, kind: str, address: str) -> None:
        self.loads.append(Load(kind, address, *self.place()))

    def load_each(self, srcset: str) -> None:
        for address in srcset_addresses(srcset):
            self.load("picture", address)

    def read_anchor(self, tag: str, values: Attributes) -> None:
        if values.get("name"):
            self.names.add(values["name"])
        address = values.get("href", values.get("xlink:href"))
        if address is not None:
            self.links.append(Link(tag, address, *self.place(), values.get("hreflang", "").strip().lower()))

    def read_link(self, tag: str, values: Attributes) -> None:
        rels, address = _tokens(values.get("rel", "")), values.get("href", "")
        self.load_each(values.get("imagesrcset", ""))
        if "canonical" in rels:
            self.canonicals.append(self.piece(address))
        elif not rels.isdisjoint(FETCHING_RELS):
            self.load(tag, address)
        elif "alternate" in rels and "hreflang" in values and values.get("type", "text/html") == "text/html":
            self.alternates.append(Alternate(values["hreflang"].strip().lower(), address, *self.place()))
        elif "href" in values:
            self.links.append(Link(tag, address, *self.place()))

    def read_meta(self, tag: str, values: Attributes) -> None:
        content = values.get("content", "")
        if values.get("property", values.get("name", "")).lower() in SHARED_PICTURES:
            self.load("picture", content)
        if values.get("name", "").lower() in {"robots", "googlebot"}:
            self.robots |= _tokens(content.replace(",", " "))
        order = values.get("http-equiv", "").strip().lower()
        if order == "refresh":
            match = REFRESH.match(content)
            self.refreshes.append(self.piece(match.group(1).strip() if match else ""))
        elif order == "content-security-policy":
            self.policies.append(self.piece(content))

    def read_html(self, tag: str, values: Attributes) -> None:
        if self.lang is None and "lang" in values:
            self.lang = self.piece(values["lang"].strip())

    def read_base(self, tag: str, values: Attributes) -> None:
        self.base = self.base or values.get("href", "")

    def read_title(self, tag: str, values: Attributes) -> None:
        # The title of a drawing inside the page is not the title of the page.
        self.in_title = self.visible.hidden == 0 and not self.titles

    def read_style(self, tag: str, values: Attributes) -> None:
        self.inline.append(self.piece("<style>"))
        self.in_style = True

    def read_img(self, tag: str, values: Attributes) -> None:
        address = values.get("src", "").strip()
        has_size = bool(values.get("width") and values.get("height"))
        self.pictures.append(Picture(address, *self.place(), "alt" in values, has_size))
        if address:
            self.load("picture", address)
        self.load_each(values.get("srcset", ""))

    def read_source(self, tag: str, values: Attributes) -> None:
        self.read_src(tag, values)
        self.load_each(values.get("srcset", ""))

    def read_src(self, tag: str, values: Attributes) -> None:
        if "src" in values:
            self.load(tag, values["src"])

    def read_script(self, tag: str, values: Attributes) -> None:
        self.read_src(tag, values)
        kind = values.get("type", "").strip().lower()
        if kind == "application/ld+json":
            self.structured.append(self.piece(""))
            self.data = []
        elif "src" not in values and kind not in DATA_BLOCKS:
            self.inline.append(self.piece("<script>"))

    def read_video(self, tag: str, values: Attributes) -> None:
        self.read_src(tag, values)
        if "poster" in values:
            self.load("picture", values["poster"])

    def read_frame(self, tag: str, values: Attributes) -> None:
        # Kept even without an address: `srcdoc` and an empty object are frames too.
        self.load(tag, values.get("data" if tag == "object" else "src", ""))

    def read_drawn(self, tag: str, values: Attributes) -> None:
        address = values.get("href", values.get("xlink:href", ""))
        if address and not address.startswith("#"):
            self.load("picture", address)

    def read_input(self, tag: str, values: Attributes) -> None:
        if "src" in values and values.get("type", "").lower() == "image":
            self.load("picture", values["src"])
        self.read_button(tag, values)

    def read_button(self, tag: str, values: Attributes) -> None:
        if "formaction" in values:
            self.forms.append(self.piece(values["formaction"]))

    def read_form(self, tag: str, values: Attributes) -> None:
        if "action" in values:
            self.forms.append(self.piece(values["action"]))


def _tokens(value: str) -> frozenset[str]:
    return frozenset(value.lower().split())
