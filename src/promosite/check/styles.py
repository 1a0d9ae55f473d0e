r"""Addresses in style rules, as browsers find them: `url(…)`, `image-set(…)` and `@import`.

Those in comments, namespaces and other strings are not fetched. Names may be written with escapes (`\75rl(…)`), and
what is broken ends where browsers end it, so that it hides nothing behind it (CSS Syntax 3, 4.3).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\n\r\f])?|\r\n|[\n\r\f]|(.))", re.DOTALL)
"""A sign by its number, an end of line that is none, or a sign that has lost its meaning."""
TOKEN = re.compile(
    r"""
    /\*.*?(?:\*/|\Z)                                                                        # a comment
    | (?P<name>@?(?:[-A-Za-z0-9_\x80-\U0010ffff]|\\[0-9a-fA-F]{1,6}(?:\r\n|[ \t\n\r\f])?|\\[^\n\r\f])+)(?P<call>\()?
    | (?P<quote>["'])(?P<text>(?:(?!(?P=quote))[^\\\n\r\f]|\\(?:\r\n|.))*)(?P=quote)?       # or cut by an end of line
    | (?P<sign>[(){};])
    """,
    re.VERBOSE | re.DOTALL,
)
BARE = re.compile(
    r"""[ \t\n\r\f]*+(?!["'])((?:[^"'()\\ \t\n\r\f]|\\(?:\r\n|.))*)(?:[^)\\]|\\(?:\r\n|.))*\)?""",
    re.DOTALL,
)
"""What stands in `url(` without quotation marks; a sign that may not be there spoils all up to the bracket."""
FETCHING = frozenset({"url", "src", "image-set", "-webkit-image-set", "@import"})
"""Functions whose strings are addresses; the last stands for those of an `@import`."""

Fetched = tuple[str, int, bool]


@dataclass(frozen=True, slots=True)
class StyleAddress:
    """An address that a style rule fetches, and where in the rules it stands, from 1."""

    address: str
    line: int
    column: int


def style_addresses(text: str) -> Iterator[StyleAddress]:
    """Yield what the rules fetch; data in the address and parts of the same file are not fetched."""
    for written, at, is_import in _Rules(text).addresses():
        address = _plain(written).strip()
        passed_over = ("#",) if is_import else ("data:", "#")  # rules in data may fetch in their turn
        if address and not address.lower().startswith(passed_over):
            before = text[:at]
            yield StyleAddress(address, before.count("\n") + 1, len(before) - before.rfind("\n"))


class _Rules:
    """Style rules being read."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._open: list[tuple[str, int]] = []
        """The functions and brackets that are open, and where each begins."""
        self._rule, self._rule_at = "", 0
        """`@import` until its address comes, `@namespace` until it ends."""

    def addresses(self) -> Iterator[Fetched]:
        """Yield each address as it is written, where the rule or function begins that fetches it, and if as rules."""
        while token := TOKEN.search(self._text, self._at):
            self._at = token.end()
            if token["name"]:
                yield from self._name(token)
            elif token["quote"]:
                yield from self._string(token["text"])
            elif token["sign"]:
                self._sign(token["sign"], token.start())

    def _name(self, token: re.Match[str]) -> Iterator[Fetched]:
        """Take a name; yield the address without quotation marks that it begins, if it begins one."""
        name, begin, is_import = _plain(token["name"]).lower(), token.start(), self._rule == "@import"
        if token["name"].startswith("@"):  # `\@import` is a name like any other
            self._rule, self._rule_at = name, begin
        elif is_import:
            self._rule = ""
        bare = BARE.match(self._text, self._at) if token["call"] and name == "url" else None
        if bare:
            self._at = bare.end()
            if self._rule != "@namespace":
                yield bare[1], begin, is_import
        elif token["call"]:
            self._open.append(("@import" if is_import and name in FETCHING else name, begin))

    def _string(self, text: str) -> Iterator[Fetched]:
        """Yield a string if something fetches it."""
        name, begin = self._open[-1] if self._open else ("", 0)
        if self._rule == "@import":
            self._rule = ""
            yield text, self._rule_at, True
        elif name in FETCHING and self._rule != "@namespace":
            yield text, begin, name == "@import"

    def _sign(self, sign: str, begin: int) -> None:
        if sign == "(":
            self._open.append(("", begin))
        elif sign == ")":
            del self._open[-1:]
        else:
            self._rule = ""


def _plain(text: str) -> str:
    """Return text without its escapes."""
    return ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(escape: re.Match[str]) -> str:
    if not escape[1]:
        return escape[2] or ""
    number = int(escape[1], 16)
    return chr(number) if 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"
