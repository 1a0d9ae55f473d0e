"""Strict YAML 1.2 core for headers and data: a tree that knows its lines, refusing what may surprise or attack.

No tags, anchors, aliases or merge keys (a few bytes can grow without end), no duplicate keys, bounded depth.
Plain `no`, `on` and `2024-05-21` are text; only `true`, `false`, `null`, `~` and numbers are more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

MAX_DEPTH = 12
"""Levels of nesting; our deepest record needs six."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
FLOAT = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")
WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


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


class YamlError(Exception):
    """Why a text was refused: a finding code, its parameters, and the place (counting from 1)."""

    def __init__(self, code: str, line: int, column: int, **params: str) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.params = code, line, column, params


def parse_yaml(text: str, first_line: int = 1) -> Node:
    """Return the tree of a YAML text whose first line is line `first_line` of its file; raises YamlError."""
    try:
        # One event at a time: depth is judged before libyaml meets the rest, on which it may take minutes.
        return _document(yaml.parse(text, Loader=LOADER), first_line)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        last_line = first_line + text.rstrip("\n").count("\n")
        raise _syntax_problem(error, first_line, last_line) from None


def _syntax_problem(error: Exception, first_line: int, last_line: int) -> YamlError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = min(first_line + (mark.line if mark else 0), last_line)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "?"
    return YamlError("yaml-syntax", line, mark.column + 1 if mark else 1, reason=str(reason))


def _document(events: Iterator[Any], first_line: int) -> Node:
    roots = []
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            roots.append(_node(event, events, first_line, 1))
    if len(roots) != 1:
        raise YamlError("yaml-documents", first_line, 1, found=str(len(roots)))
    return roots[0]


def _node(event: Any, events: Iterator[Any], first_line: int, depth: int) -> Node:
    line, column = first_line + event.start_mark.line, event.start_mark.column + 1
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise YamlError("yaml-anchor", line, column)
    if getattr(event, "tag", None) is not None:
        raise YamlError("yaml-tag", line, column, found=str(event.tag))
    if depth > MAX_DEPTH:
        raise YamlError("yaml-too-deep", line, column, limit=str(MAX_DEPTH))
    if isinstance(event, yaml.ScalarEvent):
        return Node(_scalar(event), line, column)
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(list(_sequence(events, first_line, depth)), line, column)
    return Node(_mapping(events, first_line, depth), line, column)


def _sequence(events: Iterator[Any], first_line: int, depth: int) -> Iterator[Node]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _node(event, events, first_line, depth + 1)


def _mapping(events: Iterator[Any], first_line: int, depth: int) -> dict[Any, Node]:
    found: dict[Any, Node] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = _node(event, events, first_line, depth + 1)
        if not isinstance(key.value, str) or key.value == "<<":
            raise YamlError("yaml-key", key.line, key.column, found=str(key.plain()))
        if key.value in found:
            first = found[key.value].line
            raise YamlError("yaml-duplicate-key", key.line, key.column, key=key.value, first=str(first))
        value = _node(next(events), events, first_line, depth + 1)
        found[key.value] = Node(value.value, value.line, value.column, key.line, key.column)
    return found


def _scalar(event: Any) -> Any:
    text = event.value
    if event.style:
        return text
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) else text
