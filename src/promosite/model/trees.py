"""A file's tree as whoever judges its words needs it: the reader of files makes such trees, and they know no reader."""

from typing import Any, Protocol


class Node(Protocol):
    """A value with its place; mappings and lists hold further nodes."""

    @property
    def value(self) -> Any:
        """The value."""

    @property
    def line(self) -> int:
        """The line, from 1."""

    @property
    def column(self) -> int:
        """The column, from 1."""


class Headed(Protocol):
    """A file with a header."""

    @property
    def path(self) -> str:
        """Path from the project's root."""

    @property
    def header(self) -> Node:
        """The header's tree."""
