"""Take the tags and texts of one page into lists, by what each element says; judges nothing."""

import re
from collections.abc import Callable

from promosite.check import vocabulary
from promosite.check.address import is_of_links
from promosite.check.known_lines import KnownLines, Line, moved
from promosite.check.page import Alternate, Link, Load, Page, Picture, Piece
from promosite.check.plain_markup import Attributes, MarkupReader, Tag
from promosite.check.visible import SEEN, VisibleText

REFRESH = re.compile(r"""[\s\d.]*[;,]?\s*(?:url\s*=\s*)?['"]?([^'"]*)""", re.IGNORECASE)
SRCSET = re.compile(r"[\s,]*(\S*[^\s,])(?:\s[^,]*)?")
PARTING = "".join(filter(str.isspace, map(chr, range(0x3001)))) + ","
"""What parts addresses, and stands behind the last one without meaning."""


def srcset_addresses(value: str) -> list[str]:
    """Return the addresses of a `srcset`, without their widths."""
    return SRCSET.findall(value.rstrip(PARTING))


class PageReader(MarkupReader):
    """Reads one page or, without the memory of `lines`, a line alone; what it has read stands in its attributes."""

    def __init__(self, lines: KnownLines | None = None) -> None:
        super().__init__(lines)
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
        self.headings: list[Piece] = []
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
            headings=tuple(self.headings),
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
        """Tell whether neither a title nor a style is open."""
        return not self.in_title and not self.in_style

    def is_neutral(self) -> bool:
        """Tell whether nothing is open that decides about what follows."""
        return self.visible.is_neutral

    def add_line(self, said: Line) -> None:
        """Take what a known line says."""
        line, column = self.place()
        for name, those in said.lists:
            getattr(self, name).extend(moved(those, line, column))
        self.visible.add(moved(said.paragraphs, line, column), moved(said.templates, line, column), said.prose)
        self.names.update(said.names)
        self.robots.update(said.robots)

    def start(self, tag: Tag) -> None:
        """Take a start tag."""
        if tag.is_notable:
            self._read_attributes(tag.values)
        if reader := READERS.get(tag.name):
            reader(self, tag.name, tag.values)
        elif tag.is_notable:
            self._read_other(tag.name, tag.values)
        if tag.name in SEEN:
            self.visible.open(tag.name, self.place)

    def end(self, name: str) -> None:
        """Take an end tag."""
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
        """Take a text."""
        if self.in_title:
            self.titles.append(data)
            self.visible.templates_in(data, self.place)
        elif self.in_style:
            self._keep_style(data)
        elif self.data is not None:
            self.data.append(data)
        else:
            self.visible.text(data, self.place)

    def _piece(self, text: str) -> Piece:
        return Piece(text, *self.place())

    def _read_attributes(self, values: Attributes) -> None:
        if values.get("id"):
            self.ids.append(self._piece(values["id"]))
        if "style" in values:
            self.inline.append(self._piece("style="))
            self._keep_style(values["style"])
        for name in values:
            if name[:2] == "on" and len(name) > 2:
                self.handlers.append(self._piece(name))
            elif name in vocabulary.FETCHED:
                self._load(name, values[name])
            elif name in vocabulary.PAINTED:
                self._keep_style(values[name])
        if is_of_links(values.get("attributename", "")):
            self.handlers.append(self._piece(f"attributeName={values['attributename']}"))
        if any(values.get(name, "").strip().lower() not in vocabulary.SAME_WINDOW for name in ("target", "formtarget")):
            self._read_opener(values)

    def _read_opener(self, values: Attributes) -> None:
        # noreferrer implies noopener
        if _tokens(values.get("rel", "")).isdisjoint({"noopener", "noreferrer"}):
            addresses = (values[name] for name in ("href", "action", "formaction") if name in values)
            self.openers.append(self._piece(next(addresses, "")))

    def _keep_style(self, text: str) -> None:
        if "(" in text or "@" in text:  # a name may be written with escapes, these signs may not
            self.styles.append(self._piece(text))

    def _load(self, kind: str, address: str) -> None:
        self.loads.append(Load(kind, address, *self.place()))

    def _load_each(self, srcset: str) -> None:
        for address in srcset_addresses(srcset):
            self._load("picture", address)

    def _read_anchor(self, tag: str, values: Attributes) -> None:
        if values.get("name"):
            self.names.add(values["name"])
        for address in (values[one] for one in ("href", "xlink:href") if one in values):
            self.links.append(Link(tag, address, *self.place(), values.get("hreflang", "").strip().lower()))

    def _read_other(self, tag: str, values: Attributes) -> None:
        # In formulas (MathML) every element may be a link.
        for address in (values[one] for one in vocabulary.HREFS if one in values):
            self.links.append(Link(tag, address, *self.place()))

    def _read_link(self, tag: str, values: Attributes) -> None:
        rels, address = _tokens(values.get("rel", "")), values.get("href", "")
        self._load_each(values.get("imagesrcset", ""))
        if "canonical" in rels:
            self.canonicals.append(self._piece(address))
        elif not rels.isdisjoint(vocabulary.FETCHING_RELS):
            self._load("icon" if rels.isdisjoint(vocabulary.FETCHING_RELS - vocabulary.ICONS) else tag, address)
        elif "alternate" in rels and "hreflang" in values and values.get("type", "text/html") == "text/html":
            self.alternates.append(Alternate(values["hreflang"].strip().lower(), address, *self.place()))
        elif "href" in values:
            self.links.append(Link(tag, address, *self.place()))

    def _read_meta(self, tag: str, values: Attributes) -> None:
        content = values.get("content", "")
        if values.get("property", values.get("name", "")).lower() in vocabulary.SHARED:
            self._load("picture", content)
        if values.get("name", "").lower() in {"robots", "googlebot"}:
            self.robots |= _tokens(content.replace(",", " "))
        order = values.get("http-equiv", "").strip().lower()
        if order == "refresh":
            match = REFRESH.match(content)
            self.refreshes.append(self._piece(match.group(1).strip() if match else ""))
        elif order == "content-security-policy":
            self.policies.append(self._piece(content))

    def _read_html(self, tag: str, values: Attributes) -> None:
        if self.lang is None and "lang" in values:
            self.lang = self._piece(values["lang"].strip())

    def _read_base(self, tag: str, values: Attributes) -> None:
        self.base = self.base or values.get("href", "")

    def _read_heading(self, tag: str, values: Attributes) -> None:
        self.headings.append(self._piece(tag))

    def _read_title(self, tag: str, values: Attributes) -> None:
        # The title of a drawing inside the page is not the title of the page.
        self.in_title = self.visible.hidden == 0 and not self.titles

    def _read_style(self, tag: str, values: Attributes) -> None:
        self.inline.append(self._piece("<style>"))
        self.in_style = True

    def _read_img(self, tag: str, values: Attributes) -> None:
        address = values.get("src", "").strip()
        has_size = bool(values.get("width") and values.get("height"))
        self.pictures.append(Picture(address, *self.place(), "alt" in values, has_size))
        if address:
            self._load("picture", address)
        self._load_each(values.get("srcset", ""))

    def _read_source(self, tag: str, values: Attributes) -> None:
        self._read_src(tag, values)
        self._load_each(values.get("srcset", ""))

    def _read_src(self, tag: str, values: Attributes) -> None:
        if "src" in values:
            self._load(tag, values["src"])

    def _read_script(self, tag: str, values: Attributes) -> None:
        self._read_src(tag, values)
        kind = values.get("type", "").strip().lower()
        if kind == "application/ld+json":
            self.structured.append(self._piece(""))
            self.data = []
        elif "src" not in values and kind not in vocabulary.DATA_BLOCKS:
            self.inline.append(self._piece("<script>"))

    def _read_video(self, tag: str, values: Attributes) -> None:
        self._read_src(tag, values)
        if "poster" in values:
            self._load("picture", values["poster"])

    def _read_frame(self, tag: str, values: Attributes) -> None:
        # Kept even without an address: `srcdoc` and an empty object are frames too.
        self._load(tag, values.get("data" if tag == "object" else "src", ""))

    def _read_image(self, tag: str, values: Attributes) -> None:
        # Outside a drawing, browsers take `image` for `img`.
        self._read_source(tag, values)
        self._read_drawn(tag, values)

    def _read_drawn(self, tag: str, values: Attributes) -> None:
        address = values.get("href", values.get("xlink:href", ""))
        if address and not address.startswith("#"):
            self._load("picture", address)

    def _read_input(self, tag: str, values: Attributes) -> None:
        if "src" in values and values.get("type", "").lower() == "image":
            self._load("picture", values["src"])
        self._read_button(tag, values)

    def _read_button(self, tag: str, values: Attributes) -> None:
        if "formaction" in values:
            self.forms.append(self._piece(values["formaction"]))

    def _read_form(self, tag: str, values: Attributes) -> None:
        if "action" in values:
            self.forms.append(self._piece(values["action"]))


READERS: dict[str, Callable[[PageReader, str, Attributes], None]] = {
    name: getattr(PageReader, f"_read_{kind}") for kind, names in vocabulary.READ_AS.items() for name in names.split()
}
"""What each element is read by."""
PageReader.matters = SEEN.union(READERS)


def _tokens(value: str) -> frozenset[str]:
    return frozenset(value.lower().split())
