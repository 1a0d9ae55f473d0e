"""Strict YAML 1.2 core for headers and data: a tree that knows its lines, refusing what may surprise or attack.

No tags, anchors, aliases or merge keys (a few bytes can grow without end), no duplicate keys, bounded depth.
Plain `no`, `on` and `2024-05-21` are text; only `true`, `false`, `null`, `~` and numbers are more. Blanks at
the ends of a text are no part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from promosite.load.refusal import RefusedError
from promosite.load.syntax import LOADER, slip_in

MAX_DEPTH = 12
"""Levels of nesting; our deepest record needs six."""

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
FLOAT = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")
WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
NO_SENTENCE = re.compile(r"~|null|true|false|[-+.\d]+")
"""What nobody takes for words: a remark behind it costs no text."""
COMMENT = re.compile(r"[ \t]+#")


@dataclass(frozen=True, slots=True)
class Node:
    """A value with the place where it stands; line and column count from 1."""

    value: Any
    line: int
    column: int
    key_line: int = 0
    key_column: int = 0
    """Where the key of this value stands; 0 for values that have none."""

    def plain(self) -> Any:
        """Return the value as plain data, without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def find(self, path: tuple[int | str, ...]) -> "Node":
        """Return the node at a path, or the nearest one above it that exists."""
        node = self
        for step in path:
            inner = node.value
            if isinstance(inner, dict):
                node = inner.get(step, node)
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                node = inner[step]
        return node


def parse_yaml(text: str, *, of_words: bool = False) -> Node:
    """Return the tree of a YAML text; raises RefusedError.

    In a text `of_words`, such as a header, no comment may stand behind words: it was most likely meant as one of them.
    """
    try:
        # One event at a time: depth is judged before libyaml meets the rest, on which it may take minutes.
        events = yaml.parse(text, Loader=LOADER)
        return _document(_as_meant(events, text, of_words))
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        last_line = text.rstrip("\n").count("\n") + 1
        slip = slip_in(text, error)
        case = {"case": slip.case} if slip.case else {}
        line = min(slip.line + 1, last_line)
        raise RefusedError(slip.code, line, slip.column + 1, **case, **slip.params) from None


def _as_meant(events: Iterator[Any], text: str, of_words: bool) -> Iterator[Any]:
    """Yield the events, refusing values that are read otherwise than they look."""
    curved, commented = any(sign in text for sign in "“”„‘"), of_words and (" #" in text or "\t#" in text)
    if not (curved or commented):
        yield from events
        return
    for event in events:
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            start: Any = event.start_mark
            end: Any = event.end_mark
            if is_wrapped(event.value):
                place = start.line + 1, start.column + 1
                raise RefusedError("yaml-curved-quotes", *place, found=event.value[0])
            if commented and (match := COMMENT.match(text, end.index)) and not NO_SENTENCE.fullmatch(event.value):
                raise RefusedError("yaml-comment-after-value", end.line + 1, end.column + len(match[0]))
        yield event


def is_wrapped(text: str) -> bool:
    """Tell whether a text begins with a curved quotation mark that closes at its end or not at all."""
    if text[:1] not in tuple("“”„‘"):
        return False
    marks = "‘’" if text[0] == "‘" else "“”„"
    inner = re.sub(r"(?<=\w)’(?=\w)", " ", text[1:])
    depth = 1
    for place, sign in enumerate(inner, start=1):
        if sign in marks:
            depth += 1 if sign in "“„‘" and place < len(inner) else -1
        if depth == 0:
            return place == len(inner)
    return True


def _document(events: Iterator[Any]) -> Node:
    roots = []
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            roots.append(_node(event, events, 1))
    if len(roots) != 1:
        raise RefusedError("yaml-documents", 1, 1, found=str(len(roots)))
    return roots[0]


def _node(event: Any, events: Iterator[Any], depth: int) -> Node:
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise RefusedError("yaml-anchor", line, column)
    if getattr(event, "tag", None) is not None:
        raise RefusedError("yaml-tag", line, column, found=str(event.tag))
    if depth > MAX_DEPTH:
        raise RefusedError("yaml-too-deep", line, column, limit=str(MAX_DEPTH))
    if isinstance(event, yaml.ScalarEvent):
        return Node(_scalar(event), line, column)
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(list(_sequence(events, depth)), line, column)
    return Node(_mapping(events, depth), line, column)


def _sequence(events: Iterator[Any], depth: int) -> Iterator[Node]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _node(event, events, depth + 1)


def _mapping(events: Iterator[Any], depth: int) -> dict[Any, Node]:
    found: dict[Any, Node] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = _node(event, events, depth + 1)
        if not isinstance(key.value, str) or key.value == "<<":
            raise RefusedError("yaml-key", key.line, key.column, found=str(key.plain()))
        if key.value in found:
            first = found[key.value].line
            raise RefusedError("yaml-duplicate-key", key.line, key.column, key=key.value, first=str(first))
        value = _node(next(events), events, depth + 1)
        found[key.value] = Node(value.value, value.line, value.column, key.line, key.column)
    return found


def _scalar(event: Any) -> Any:
    text = event.value
    if event.style:
        return text.strip()  # as records take it: a blank inside quotes makes no other id
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) else text
