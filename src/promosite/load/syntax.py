"""Tell what an editor did where YAML could not be read: the parser names only what it met, often lines later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

BLANK = re.compile(r"[ \t]*(?:#.*)?")
TAB = re.compile(r" *\t")
FOREIGN = re.compile(r" *(?:- *)?(?:[\w-]+:)?\u00a0|[ \u00a0]*(?:- *)?[\w-]+\uff1a")
GLUED_COLON = re.compile(r" *(?:- +)?([A-Za-z_][\w-]*:)(?=[^\s:/])")
"""`tasks:[]`: without a blank behind its colon a name is part of a longer word."""
GLUED_DASH = re.compile(r" *-(?=[^\W\d_]|[\"'{\[“])")
COLON_BEFORE = re.compile(r":\s")
CURVED_VALUE = re.compile(r"(?:^ *|: +|- +|[\[{,] *)([“”„])")
"""A value that begins with a curved quotation mark, as Word sets it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong, and where; line and column count from 0. Without a case nothing more is known."""

    line: int
    column: int
    case: str = ""
    code: str = "yaml-syntax"
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Refused:
    """What the parser said of a text, and where: `start` is where the thing began in which it was lost."""

    text: str
    lines: list[str]
    problem: str
    context: str
    mark: Any
    start: Any

    @property
    def line(self) -> str:
        return self.lines[self.mark.line] if self.mark.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        return self.text[self.mark.index : self.mark.index + 1]

    def above(self, number: int) -> int | None:
        """Return the next line above one on which something stands."""
        found = (one for one in range(number - 1, -1, -1) if not BLANK.fullmatch(self.lines[one]))
        return next(found, None)


def slip_in(text: str, error: Exception) -> Slip:
    """Return what an editor most likely did in a text that could not be read."""
    start, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if mark is None:
        return Slip(0, 0)
    context, problem = (str(getattr(error, name, None) or "") for name in ("context", "problem"))
    refused = _Refused(text, text.split("\n"), problem, context, mark, start)
    found = (look(refused) for look in LOOKS)
    return next((one for one in found if one), Slip(mark.line, mark.column))


def _tab(refused: _Refused) -> Slip | None:
    match = TAB.match(refused.line)
    return Slip(refused.mark.line, match.end() - 1, "tab") if match else None


def _quotes(refused: _Refused) -> Slip | None:
    """Quotation marks that are never closed, or closed by one that was meant to stand in the text."""
    if "escape" in refused.problem:
        return Slip(refused.mark.line, refused.mark.column, "escape")
    start = refused.start if "scanning a quoted" in refused.context else _quoted_before(refused)
    if start is None:
        return None
    return Slip(start.line, start.column, "quotes", params={"sign": refused.text[start.index : start.index + 1]})


def _quoted_before(refused: _Refused) -> Any:
    """Return where the quoted text began that ends right before the place, on its line; None where there is none."""
    scalars = (one for one in _tokens_before(refused) if isinstance(one, yaml.ScalarToken))
    quoted = [one for one in scalars if one.style in ("'", '"')]
    if not quoted or refused.sign in ("", "\n"):
        return None
    between = refused.text[quoted[-1].end_mark.index : refused.mark.index]
    return quoted[-1].start_mark if not between.strip(" ") else None


def _tokens_before(refused: _Refused) -> Iterator[Any]:
    try:
        tokens = yaml.scan(refused.text, Loader=LOADER)
        yield from takewhile(lambda one: one.start_mark.index < refused.mark.index, tokens)
    except (yaml.YAMLError, UnicodeEncodeError):
        return


def _curved(refused: _Refused) -> Slip | None:
    match = CURVED_VALUE.search(refused.line[: refused.mark.column])
    if match is None:
        return None
    return Slip(refused.mark.line, match.start(1), code="yaml-curved-quotes", params={"found": match[1]})


def _foreign(refused: _Refused) -> Slip | None:
    """A no-break space where YAML wants a plain one, or a colon of another width: they come with pasted text."""
    for number in _suspects(refused):
        if match := FOREIGN.match(refused.lines[number]):
            return Slip(number, match.end() - 1, "wide-colon" if match[0].endswith("\uff1a") else "hard-space")
    return None


def _glued(refused: _Refused) -> Slip | None:
    """A name without a blank behind its colon, or a dash without one: here, or on the line that led here."""
    for number in _suspects(refused):
        if match := GLUED_COLON.match(refused.lines[number]):
            return Slip(number, match.start(1), "colon-blank", params={"found": match[1]})
        if match := GLUED_DASH.match(refused.lines[number]):
            return Slip(number, match.end() - 1, "dash-blank")
    return None


def _suspects(refused: _Refused) -> Iterator[int]:
    if "simple key" in refused.context:
        yield refused.start.line
    if refused.mark.line < len(refused.lines):
        yield refused.mark.line
    above = refused.above(min(refused.mark.line, len(refused.lines)))
    if above is not None:
        yield above


def _empty_list(refused: _Refused) -> Slip | None:
    """An entry below `[]`, which already is the whole list."""
    above = refused.above(refused.mark.line) if refused.line.lstrip(" ").startswith("-") else None
    if above is None or not refused.lines[above].rstrip().endswith("[]"):
        return None
    return Slip(above, refused.lines[above].rindex("[]"), "empty-list")


def _colon(refused: _Refused) -> Slip | None:
    """A colon inside a value, or, where it is the first of its line, a field where none may stand."""
    in_brackets = "parsing a flow" in refused.context and refused.sign == ":"
    if not in_brackets and "mapping values" not in refused.problem:
        return None
    if COLON_BEFORE.search(refused.line[: refused.mark.column]):
        return Slip(refused.mark.line, refused.mark.column, "colon")
    return None if in_brackets else Slip(refused.mark.line, _indent(refused), "indent")


def _bracket(refused: _Refused) -> Slip | None:
    start = _open_bracket(refused) if "parsing a flow" in refused.context else None
    if start is None:
        return None
    return Slip(start.line, start.column, "bracket", params={"found": refused.text[start.index : start.index + 1]})


def _open_bracket(refused: _Refused) -> Any:
    """Return where the innermost bracket stands that is open at the place."""
    opened: list[Any] = []
    for token in _tokens_before(refused):
        if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
            opened.append(token.start_mark)
        elif opened and isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
            opened.pop()
    return opened[-1] if opened else None


def _sign(refused: _Refused) -> Slip | None:
    if "cannot start any token" not in refused.problem:
        return None
    return Slip(refused.mark.line, refused.mark.column, "sign", params={"found": refused.sign})


def _list_in_line(refused: _Refused) -> Slip | None:
    if "sequence entries are not allowed" not in refused.problem:
        return None
    return Slip(refused.mark.line, refused.mark.column, "list-in-line")


def _nameless(refused: _Refused) -> Slip | None:
    if "simple key" not in refused.context:
        return None
    return Slip(refused.start.line, refused.start.column, "colon-missing")


def _level(refused: _Refused) -> Slip | None:
    """Whatever else stands where nothing may: most often a line that is too far left or right."""
    if refused.mark.line >= len(refused.lines) or "did not find expected" not in refused.problem:
        return None
    return Slip(refused.mark.line, _indent(refused), "indent")


def _indent(refused: _Refused) -> int:
    return len(refused.line) - len(refused.line.lstrip(" "))


LOOKS = (
    _tab,
    _quotes,
    _curved,
    _foreign,
    _glued,
    _empty_list,
    _colon,
    _bracket,
    _sign,
    _list_in_line,
    _nameless,
    _level,
)
"""The first that recognises something is believed."""
