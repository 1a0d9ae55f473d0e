"""Read the markup of one page, once, into a `Page`; judges nothing."""

import re
from collections.abc import Callable

from promosite.check.page import Alternate, Link, Load, Page, Picture, Piece
from promosite.check.plain_markup import Attributes, MarkupReader, Tag
from promosite.check.visible import SEEN, VisibleText

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


def read_page(path: str, data: bytes) -> Page:
    """Return the record of a page; broken encoding and markup are marked in it, never raised."""
    try:
        text, is_utf8 = data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        text, is_utf8 = data.decode("utf-8-sig", errors="replace"), False
    reader = _Reader()
    try:
        reader.read(text)
    except AssertionError:  # html.parser gives up on declarations such as `<![if`
        return reader.page(path, len(data), is_utf8=is_utf8, is_whole=False)
    return reader.page(path, len(data), is_utf8=is_utf8, is_whole=True)


def srcset_addresses(value: str) -> list[str]:
    """Return the addresses of a `srcset`, without their widths."""
    return SRCSET.findall(value)


class _Reader(MarkupReader):
    def __init__(self) -> None:
        super().__init__()
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

    def is_between(self) -> bool:
        return not self.in_title and not self.in_style

    def start(self, tag: Tag) -> None:
        if tag.is_notable:
            self.read_attributes(tag.values)
        if reader := READERS.get(tag.name):
            reader(self, tag.name, tag.values)
        if tag.name in SEEN:
            self.visible.open(tag.name, self.place)

    def end(self, name: str) -> None:
        if name in SEEN:
            self.visible.close(name)
        if name == "title":
            self.in_title = False
        elif name == "style":
            self.in_style = False
        elif name == "script" and self.data is not None:
            self.structured[-1] = self.structured[-1]._replace(text="".join(self.data))
            self.data = None

    def text(self, data: str) -> None:
        if self.in_title:
            self.titles.append(data)
            self.visible.templates_in(data, self.place)
        elif self.in_style:
            self.keep_style(data)
        elif self.data is not None:
            self.data.append(data)
        else:
            self.visible.text(data, self.place)

    def piece(self, text: str) -> Piece:
        return Piece(text, *self.place())

    def read_attributes(self, values: Attributes) -> None:
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


READERS: dict[str, Callable[[_Reader, str, Attributes], None]] = {
    "html": _Reader.read_html, "base": _Reader.read_base, "title": _Reader.read_title, "meta": _Reader.read_meta,
    "a": _Reader.read_anchor, "area": _Reader.read_anchor, "link": _Reader.read_link, "style": _Reader.read_style,
    "img": _Reader.read_img, "source": _Reader.read_source, "video": _Reader.read_video,
    "script": _Reader.read_script, "audio": _Reader.read_src, "track": _Reader.read_src,
    "iframe": _Reader.read_frame, "frame": _Reader.read_frame, "embed": _Reader.read_frame,
    "object": _Reader.read_frame, "form": _Reader.read_form, "button": _Reader.read_button,
    "input": _Reader.read_input, "image": _Reader.read_drawn, "use": _Reader.read_drawn,
    "feimage": _Reader.read_drawn,
}  # fmt: skip
"""What each element is read by."""
_Reader.matters = SEEN.union(READERS)


def _tokens(value: str) -> frozenset[str]:
    return frozenset(value.lower().split())
