"""A file that people wrote in the form of the house, or why it is left as it is."""

import re
from dataclasses import dataclass
from pathlib import Path

from promosite.findings import Finding, Severity, from_root
from promosite.form import FormError, document, meaning, paper_shape
from promosite.load.files import SourceFile, language_of, read_text, source_file
from promosite.load.header import split_header
from promosite.load.refusal import RefusedError
from promosite.validate import validate_item
from promosite.validate.papers import header_of

REMARK = re.compile(r"\s*#")


@dataclass(frozen=True, slots=True)
class Formed:
    """The new text of a file; or in `why` the key of a sentence and, where the check says more, its errors."""

    text: str = ""
    why: str = ""
    errors: tuple[Finding, ...] = ()


def formed(file: Path, root: Path, languages: tuple[str, ...]) -> Formed:
    """Return an item or a yearly report in the form of the house.

    It is left as it is where it has an error of its own; where the form would make it say something else; and where
    its header has a remark, which no form keeps. A file that lies outside the project's content is read all the same.
    """
    path = from_root(str(file), root)
    try:
        text, _ = read_text(file)
        source, errors = _read(file, path, languages)
    except RefusedError as problem:
        return Formed(why="faulty", errors=(problem.at(path),))
    if errors:
        return Formed(why="faulty", errors=errors)
    try:
        new = document(source.header.plain(), source.body, paper_shape() if source.folder == "reports" else None)
    except FormError:
        return Formed(why="faulty")
    if not _says_the_same(new, source):
        return Formed(why="changed")
    is_remarked = any(REMARK.match(line) for line in text.split("\n")[: source.body_line - 1])
    return Formed(why="remark") if is_remarked else Formed(new)


def _read(file: Path, path: str, languages: tuple[str, ...]) -> tuple[SourceFile, tuple[Finding, ...]]:
    """Return a file and its own errors; raises RefusedError."""
    findings: list[Finding] = []
    match path.split("/"):
        case ["content", "reports", _]:
            source = source_file(file, path, language_of(file.stem, languages), "reports")
            _, findings = header_of(source, languages[0])
        case ["content", lang, folder, _] if lang in languages:
            source = source_file(file, path, lang, folder)
            _, findings = validate_item(source, languages[0])
        case _:
            source = source_file(file, path, languages[0], file.parent.name)
    return source, tuple(one for one in findings if one.severity is Severity.ERROR)


def _says_the_same(new: str, source: SourceFile) -> bool:
    try:
        again = split_header(new)[0].plain()
    except RefusedError:
        return False
    return bool(meaning(again) == meaning(source.header.plain()))
