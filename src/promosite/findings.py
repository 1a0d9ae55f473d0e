"""Problems as values: what is wrong, where, and how bad; the sentences stand in `messages/`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from promosite.messages import Messages


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The item is left out and nothing is published."""
    WARNING = "warning"
    """Worth a person's look; nothing is held back."""


WARNINGS = frozenset(
    {
        "body-address",
        "card-letter",
        "contact-missing",
        "findings-more",
        "messages-unused",
        "notice-untranslated",
        "parity-waiver-unused",
        "product-spirits",
        "publish-placeholder",
        "publisher-missing",
        "report-done-withdrawn",
        "source-not-cited",
        "translation-long",
        "translation-short",
        "translation-stale",
        "translation-unrecorded",
        "word-british",
        "word-claim",
        "word-health",
        "word-left-english",
        "word-name-missing",
        "word-tense",
        "word-tone",
        "word-unmarked",
    }
)
"""Codes that warn. Every other code of the message tables is an error."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a file: path from the project's root with slashes; line and column count from 1."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return harmless(":".join(str(part) for part in (self.path, self.line, self.column) if part is not None))


WHOLE = 1
"""Line of a finding about a file as a whole, such as its name: every editor and GitHub can show that place."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem. `params` fill the sentence of `code` in the message tables."""

    code: str
    source: Source
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Return the weight of this finding's code."""
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR

    @property
    def key(self) -> tuple[Source, str, tuple[tuple[str, str], ...]]:
        """Return what tells it from others."""
        return self.source, self.code, tuple(sorted(self.params.items()))


STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What moves a terminal's cursor, turns text round, or begins a line of which a CI server takes orders."""


def harmless(text: str) -> str:
    """Return foreign text as it may stand in a log: what steers is written out, as Python and YAML escape it."""
    return STEERING.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def finding(code: str, source: Source, **params: object) -> Finding:
    """Make a finding; parameters are turned into harmless text, lists are joined by commas, sets by their letters."""
    return Finding(code, source, {key: _as_text(value) for key, value in params.items()})


def _as_text(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        parts = [str(part) for part in value]
        return harmless(", ".join(sorted(parts) if isinstance(value, (set, frozenset)) else parts))
    return harmless(str(value))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether anything in `findings` forbids publishing."""
    return any(one.severity is Severity.ERROR for one in findings)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by file and place, each once."""
    unique = {one.key: one for one in findings}
    return sorted(unique.values(), key=_order)


MOST = 50
"""Findings of one kind in one file that are told; whoever mends them sees the next."""


def limited(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in order, no more than `MOST` of a kind in a file, and how many were left out."""
    kept, left = list[Finding](), dict[tuple[str, str], int]()
    for one in in_order(findings):
        key = (one.source.path, one.code)
        left[key] = left.get(key, -MOST) + 1
        if left[key] <= 0:
            kept.append(one)
    return kept + [
        finding("findings-more", Source(path), kind=code, count=n) for (path, code), n in left.items() if n > 0
    ]


def _order(one: Finding) -> tuple[str, int, int, str, str]:
    return (one.source.path, one.source.line or 0, one.source.column or 0, one.code, str(sorted(one.params.items())))


def sentence(one: Finding, messages: Messages) -> str:
    """Return what was found, what is expected and the way out, in one language.

    A parameter `case` chooses the sentence `case.<code>.<case>` where there is one.
    """
    words = messages.get(f"case.{one.code}.{one.params.get('case')}") or messages.table[f"finding.{one.code}"]
    return words.format(**{name: _worded(one.code, name, value, messages) for name, value in one.params.items()})


def _worded(code: str, name: str, value: str, messages: Messages) -> str:
    """Return a parameter as a language says it.

    `said.<code>.<name>.<piece>` words a piece of it, such as the key of a field; `clause.<code>.<name>` is what is
    said with it, and left out where it is empty.
    """
    said = ", ".join(messages.get(f"said.{code}.{name}.{piece}") or piece for piece in value.split(", "))
    clause = messages.get(f"clause.{code}.{name}")
    if clause is None:
        return said
    return clause.format(**{name: said}) if value else ""


def as_lines(findings: Iterable[Finding], tables: Iterable[Messages]) -> list[str]:
    """Return `path:line:column: severity code  sentence`, and one line more for each further language."""
    tables = list(tables)
    lines = []
    for one in in_order(findings):
        first, *others = (sentence(one, table) for table in tables)
        lines.append(f"{one.source}: {one.severity} {one.code}  {first}")
        lines.extend(f"    {other}" for other in others)
    return lines


def as_records(findings: Iterable[Finding], tables: Iterable[Messages]) -> list[dict[str, Any]]:
    """Return findings as plain data, for `--format json`."""
    tables = list(tables)
    return [
        {
            "code": one.code,
            "severity": str(one.severity),
            "path": one.source.path,
            "line": one.source.line,
            "column": one.source.column,
            "params": dict(one.params),
            "message": {table.lang: sentence(one, table) for table in tables},
        }
        for one in in_order(findings)
    ]


def below(findings: Iterable[Finding], paths: Iterable[str], root: Path) -> list[Finding]:
    """Return the findings of some files or folders (as typed, from the current folder), or all when none is named."""
    wanted = [from_root(path, root) for path in paths]
    return [one for one in findings if not wanted or any(lies_in(one.source.path, path) for path in wanted)]


def from_root(path: str, root: Path) -> str:
    """Return a path as it was typed, from the current folder, as it is from the project's root."""
    full = Path(path).resolve()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else path


def lies_in(path: str, folder: str) -> bool:
    """Tell whether a path is a file or lies somewhere below a folder."""
    return folder == "." or path == folder or path.startswith(f"{folder.rstrip('/')}/")


def summary(findings: Iterable[Finding], tables: Iterable[Messages]) -> list[str]:
    """Return how many errors and warnings there are, in each language."""
    found = in_order(findings)
    errors = sum(1 for one in found if one.severity is Severity.ERROR)
    return [table.text("check.summary", errors=errors, warnings=len(found) - errors) for table in tables]
