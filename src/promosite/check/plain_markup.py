"""Read markup quickly: tags as templates write them by one pattern, everything else by Python's parser.

Most tags of a site are plain: lower-case names, values in double quotes, nothing that readers of HTML disagree on. They
are the same on page after page, so each is taken apart once, and so is each line that begins and ends between elements.
Whatever is not plain goes to `html.parser`, which mends markup as browsers do, until it has no open end.
"""

import re
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Set
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import NamedTuple

from promosite.check.known_lines import KnownLines, Line
from promosite.check.vocabulary import HREFS, LINKING, NOTABLE

Attributes = dict[str, str]

PLAIN = re.compile(r"(<[^<>]+>)(?:[ \n]+(?=<)|([^<]*))")
"""What may be a tag or a comment, and the text that follows; white space between tags is none."""
PARTS = re.compile(r'<(/?)([a-z][a-z0-9-]*)((?:[ \n]+[a-zA-Z][a-zA-Z0-9:_-]*(?:="[^"]*")?)*)[ \n]*(/?)>')
ATTRIBUTE = re.compile(r'[ \n]+([a-zA-Z][a-zA-Z0-9:_-]*)(?:="([^"]*)")?')
COMMENT = re.compile("<!--[^-]*-->")
AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,5});)")
"""A sign in a value that versions of `html.parser` may read differently."""
RAW = frozenset(
    {"script", "style", "title", "textarea", "plaintext", "xmp", "iframe", "noembed", "noframes", "noscript"}
)
"""Elements whose text may be no markup."""
WHOLE = re.compile(r'<(title|script)((?: [a-z-]+="[^"<>&]*")*)>([^<]*)</\1>')
"""An element whose text may be no markup, and is none: that of a script is taken as it is."""
LONGEST = 20_000
"""Characters of a line that is remembered."""
PORTION = 256
"""Characters that Python's parser is given at least; twice as many each time it still has an open end."""


class Tag(NamedTuple):
    """A start or end tag. Of equal attributes the first counts, as in browsers; without a value they are empty."""

    name: str
    values: Attributes
    is_end: bool = False
    is_closed: bool = False
    """Whether a start tag ends itself, `<br/>`."""
    is_notable: bool = True
    """Whether it has an attribute that may matter on every element."""


PASSED = Tag("", {}, is_notable=False)
"""Stands for a comment."""


@lru_cache(maxsize=50_000)
def plain_tag(text: str) -> Tag | None:
    """Return what a tag without other tags in it says; None where it is not plain."""
    match = PARTS.fullmatch(text)
    if match is None:
        return PASSED if COMMENT.fullmatch(text) else None
    end, name, attributes, closed = match.groups()
    if name in RAW or AMPERSAND.search(attributes) or (end and (attributes or closed)):
        return None
    values = {key.lower(): unescape(value) for key, value in reversed(ATTRIBUTE.findall(attributes))}
    is_notable = not NOTABLE.isdisjoint(values) or any(key.startswith("on") for key in values)
    is_notable = is_notable or (name not in LINKING and any(one in values for one in HREFS))
    return Tag(name, values, bool(end), bool(closed), is_notable)


class MarkupReader(HTMLParser, ABC):
    """Hands on tags and texts of one page to `start`, `end` and `text`, each of which may ask for its `place`.

    Plain tags of no element that `matters` are passed over if they are not notable, and so is white space between tags.
    """

    matters: Set[str]

    def __init__(self, lines: KnownLines | None) -> None:
        super().__init__(convert_charrefs=True)
        self._known_lines = lines
        """The memory of lines, each of which is taken by `add_line`; None where every line is read."""
        self._lines: list[int] = []
        """Where each line begins."""
        self._at = 0
        self._is_quick = False

    @abstractmethod
    def start(self, tag: Tag) -> None:
        """Take a start tag."""

    @abstractmethod
    def end(self, name: str) -> None:
        """Take an end tag."""

    @abstractmethod
    def text(self, data: str) -> None:
        """Take a text."""

    @abstractmethod
    def is_between(self) -> bool:
        """Tell whether plain tags may follow: whether no element is open whose text is to be taken as it is."""

    @abstractmethod
    def is_neutral(self) -> bool:
        """Tell whether what follows is read as if it were the first of a page."""

    @abstractmethod
    def add_line(self, said: Line) -> None:
        """Take what a known line says."""

    def read(self, markup: str) -> bool:
        """Read a whole page; tell whether it ends without an open end. Raises AssertionError as `html.parser` does."""
        self._lines = list(accumulate(map((1).__add__, map(len, markup.split("\n"))), initial=0))
        at = self._read_quickly(markup, 0)
        while at < len(markup):
            at = self._read_quickly(markup, self._read_slowly(markup, at))
        is_closed = not self.rawdata and self.cdata_elem is None and self.is_between()
        self.close()
        return is_closed

    def place(self) -> tuple[int, int]:
        """Return line and column, from 1, of what is being handed on."""
        if self._is_quick:
            line = bisect_right(self._lines, self._at)
            return line, self._at - self._lines[line - 1] + 1
        line, offset = self.getpos()
        return line, offset + 1

    def _read_quickly(self, markup: str, at: int) -> int:
        """Hand on plain tags and the texts between them; return where something else begins."""
        self._is_quick, matters, plain, lines = True, self.matters, PLAIN.match, self._known_lines
        at = self._read_text(markup, at)
        while True:
            if lines and self.is_neutral():
                at = self._read_lines(markup, at, lines)
            match = plain(markup, at)
            if match is None or (tag := plain_tag(match[1])) is None:
                if (end := self._read_whole(markup, at)) == at:
                    break
                at = end
                continue
            if tag.name in matters or tag.is_notable:
                self._at = at
                self._hand_on(tag)
            at = match.end()
            if data := match[2]:
                self._at = match.start(2)
                self.text(unescape(data) if "&" in data else data)
        self._is_quick = False
        return at

    def _read_whole(self, markup: str, at: int) -> int:
        """Hand on an element whose text is no markup, and the text that follows; return where something else begins."""
        match = WHOLE.match(markup, at)
        if match is None:
            return at
        name, attributes, data = match.groups()
        self._at = at
        self.start(Tag(name, dict(reversed(ATTRIBUTE.findall(attributes)))))
        if data:
            self._at = match.start(3)
            self.text(data if name == "script" else unescape(data))
        self.end(name)
        return self._read_text(markup, match.end())

    def _read_text(self, markup: str, at: int) -> int:
        """Hand on the text before the next tag, if there is one; return where that begins."""
        begin = markup.find("<", at)
        if begin < 0:
            return at
        if begin > at and not (data := markup[at:begin]).isspace():
            self._at = at
            self.text(unescape(data))
        return begin

    def _read_lines(self, markup: str, at: int, lines: KnownLines) -> int:
        """Take lines at once as long as they are known; return where the first begins that is not."""
        find, known = markup.find, lines.known
        while (end := find("\n", at, at + LONGEST)) >= 0:
            said = known(markup[at:end])
            if said is None:
                return at
            if said:
                self._at = at
                self.add_line(said)
            at = self._read_text(markup, end)
        return at

    def _hand_on(self, tag: Tag) -> None:
        if not tag.is_end:
            self.start(tag)
        if tag.is_end or tag.is_closed:
            self.end(tag.name)

    def _read_slowly(self, markup: str, at: int) -> int:
        """Let `html.parser` read until it has no open end; return where that is."""
        self.lineno = bisect_right(self._lines, at)
        self.offset = at - self._lines[self.lineno - 1]
        ahead = 0
        while at < len(markup):
            # Twice as far ahead where the last portion did not do, so that a long open end is not read again and again.
            stop = markup.find(">", at + ahead) + 1 or len(markup)
            self.feed(markup[at:stop])
            at, ahead = stop, max(PORTION, ahead * 2)
            if not self.rawdata and self.cdata_elem is None and self.is_between():
                return at
        return at

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hand on a start tag that `html.parser` found."""
        self.start(Tag(tag, {name: value or "" for name, value in reversed(attrs)}))

    def handle_endtag(self, tag: str) -> None:
        """Hand on an end tag that `html.parser` found."""
        self.end(tag)

    def handle_data(self, data: str) -> None:
        """Hand on a text that `html.parser` found."""
        self.text(data)
