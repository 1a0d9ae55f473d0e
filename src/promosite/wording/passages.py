"""What is judged: the words of one file, cut into passages that know their place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

from promosite.findings import Source
from promosite.model.trees import Headed, Node
from promosite.wording import markup
from promosite.wording.sentences import Sentence, sentences
from promosite.wording.syllables import MARKED, PLAIN
from promosite.wording.wordlist import LETTERS, small_letters

Role = Literal["title", "summary", "field", "cited", "body"]
"""`field` is a text of the header in several languages; `cited` a text of others, such as a source's title."""


class DataText(Protocol):
    """A data file as the reader of files makes it."""

    @property
    def path(self) -> str:
        """Path from the project's root."""

    @property
    def name(self) -> str:
        """Name without ending."""

    @property
    def root(self) -> Node:
        """What it holds."""


class TextFile(Headed, Protocol):
    """A Markdown file as the reader of files makes it."""

    @property
    def lang(self) -> str:
        """Language of the file."""

    @property
    def folder(self) -> str:
        """Folder below the language."""

    @property
    def stem(self) -> str:
        """Name without ending; the same in every language."""

    @property
    def body(self) -> str:
        """The Markdown below the header."""

    @property
    def body_line(self) -> int:
        """The body's first line, from 1."""

    @property
    def digest(self) -> str:
        """The digest of the whole file."""


@dataclass(frozen=True)
class Passage:
    """A stretch of words in one language.

    An offset in a body is turned into line and column. A header's value may be quoted or folded in the file,
    so a finding in it stands where the value begins, as all findings about headers do.
    """

    lang: str
    role: Role
    text: str
    path: str
    line: int
    column: int = 1
    key: str = ""
    """Where a header's text stands in the header, the same for all languages of the text."""
    sourced: bool = False
    """Whether the record around a header's text names the source that states it."""

    @cached_property
    def prose(self) -> str:
        """The text without markup, at the same offsets."""
        return markup.prose(self.text)

    @cached_property
    def small(self) -> str:
        """The prose in small letters, at the same offsets."""
        return small_letters(self.prose)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the prose in small letters. A check that needs a word which is not among them is over."""
        return frozenset(LETTERS.findall(self.small))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the prose."""
        return tuple(sentences(self.prose))

    @cached_property
    def unquoted(self) -> str:
        """The prose without quotations, at the same offsets."""
        return markup.unquoted(self.prose)

    @cached_property
    def running(self) -> str:
        """The prose without quotations and brackets, at the same offsets."""
        return markup.running(self.unquoted)

    @cached_property
    def small_unquoted(self) -> str:
        """The unquoted prose in small letters, at the same offsets."""
        return self.small if self.unquoted == self.prose else small_letters(self.unquoted)

    @cached_property
    def small_running(self) -> str:
        """The running text in small letters, at the same offsets."""
        return self.small_unquoted if self.running == self.unquoted else small_letters(self.running)

    @cached_property
    def plain_unquoted(self) -> str:
        """The unquoted prose with letters without marks; text that has them in brackets only is left, for speed."""
        return self.unquoted.translate(PLAIN) if MARKED.search(self.running) else self.unquoted

    def at(self, offset: int) -> Source:
        """Return the place of a character."""
        if self.role != "body":
            return Source(self.path, self.line, self.column)
        number = bisect_right(self._starts, offset) - 1
        return Source(self.path, self.line + number, offset - self._starts[number] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        """Offsets at which lines begin."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def shown(self, start: int, end: int) -> str:
        """Return a piece of the text on one line, for a message."""
        return " ".join(self.text[start:end].split())


@dataclass(frozen=True)
class Writing:
    """All words of one language that belong together: a file's, and what another file's header holds for it."""

    lang: str
    path: str
    passages: tuple[Passage, ...] = field(default_factory=tuple)

    @property
    def body(self) -> Passage | None:
        """The body, if anything was written."""
        return next((one for one in self.passages if one.role == "body" and one.text.strip()), None)

    @property
    def own(self) -> Iterator[Passage]:
        """The passages that this site wrote, titles of others left out."""
        return (one for one in self.passages if one.role != "cited")

    @cached_property
    def said(self) -> str:
        """All that this site says in it, in small letters on single spaces."""
        return " ".join(" ".join(one.small for one in self.own).split())

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all that this site says in it, in small letters."""
        return frozenset[str]().union(*(one.words for one in self.own))


def passages_of(file: TextFile, languages: frozenset[str]) -> list[Passage]:
    """Return every passage of a file, in whatever language it is."""
    found = list(_of_header(file, languages))
    found.append(Passage(file.lang, "body", file.body, file.path, file.body_line))
    return found


def _of_header(file: TextFile, languages: frozenset[str]) -> Iterator[Passage]:
    fields: Mapping[str, Node] = file.header.value if isinstance(file.header.value, dict) else {}
    for name, node in fields.items():
        if name in ("title", "summary") and isinstance(node.value, str):
            role: Role = "title" if name == "title" else "summary"
            yield Passage(file.lang, role, node.value, file.path, node.line, node.column, name)
        else:
            yield from passages_in(node, name, file.path, languages)


def passages_in(node: Node, key: str, path: str, languages: frozenset[str], sourced: bool = False) -> Iterator[Passage]:
    """Yield texts below a node: those under a language's key are the site's own, all others are cited.

    A picture's source says where it comes from, and nothing of what its description claims.
    """
    if isinstance(node.value, str):
        name = key.rsplit(".", 1)[-1]
        if name in languages:
            yield Passage(name, "field", node.value, path, node.line, node.column, key.rpartition(".")[0], sourced)
        else:
            yield Passage("", "cited", node.value, path, node.line, node.column, key)
    elif isinstance(node.value, dict):
        sourced = sourced or "source" in node.value
        for name, inner in node.value.items():
            yield from passages_in(inner, f"{key}.{name}", path, languages, sourced and name != "alt")
    elif isinstance(node.value, list):
        for index, inner in enumerate(node.value):
            yield from passages_in(inner, f"{key}.{index}", path, languages, sourced)
