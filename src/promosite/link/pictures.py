"""Every picture an item shows exists, and is registered with author and licence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from promosite.findings import Finding, Source, finding
from promosite.link.references import names_at
from promosite.load.files import Content, DataFile, SourceFile
from promosite.model.pictures import PictureFile
from promosite.model.reference import Picture
from promosite.validate.problems import closest
from promosite.validate.rules import PICTURE

Uses = Iterator[tuple[str, Source]]

FOLDER = "content/media/"
REGISTER = f"{FOLDER}media.yml"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pictures that can be shown, and what was refused before: of that nothing more is said.

    `refused` are pictures that exist and cannot be used. `entries` are the places of the register's entries by
    picture, sound or not; None where the register cannot be read.
    """

    files: Mapping[str, PictureFile]
    refused: frozenset[str] = frozenset()
    entries: Mapping[str, Source] | None = field(default_factory=dict)

    def lacks(self, name: str) -> bool:
        """Tell whether there is no such picture at all."""
        return name not in self.files and name not in self.refused

    def leaves_out(self, name: str) -> bool:
        """Tell whether a picture has no entry, in a register that can be read."""
        return self.entries is not None and name not in self.entries

    def missing(self, name: str, place: Source, case: str = "none") -> Finding:
        """Return the finding for a picture that does not exist; `case` is what is said where no name is like it."""
        close = closest(name, self.files)
        return finding("picture-missing", place, found=name, expected=close, **({} if close else {"case": case}))


def shelf_of(content: Content, findings: Iterable[Finding]) -> Shelf:
    """Return the pictures of a project; `findings` are those about its files."""
    paths = {one.source.path for one in findings}
    refused = frozenset(path.removeprefix(FOLDER) for path in paths if path.startswith(FOLDER))
    register = content.data.get("media")
    unread = register is None and REGISTER in paths
    return Shelf(content.pictures, refused, None if unread else _entries(register))


def _entries(register: DataFile | None) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for node in register.root.value if register and isinstance(register.root.value, list) else ():
        name = node.find(("file",))
        if name is not node and isinstance(name.value, str):
            found.setdefault(name.value, Source(REGISTER, name.line, name.column))
    return found


def picture_findings(files: Iterable[SourceFile], register: Mapping[str, Picture], shelf: Shelf) -> Iterator[Finding]:
    """Yield what is wrong with the pictures of items, in headers and in bodies."""
    for name, place in _shown_in(files):
        if shelf.lacks(name):
            yield shelf.missing(name, place)  # a slip in a name is one fault: what has no file needs no entry yet
        elif name not in register and shelf.leaves_out(name):
            yield finding("picture-not-registered", place, found=name)


def shows_refused(files: Iterable[SourceFile], register: Mapping[str, Picture], shelf: Shelf) -> bool:
    """Tell whether the files of an item show a picture that cannot be shown, or of which nothing is known."""
    return any(name not in shelf.files or name not in register for name, _ in _shown_in(files))


def absent_findings(register: Mapping[str, Picture], shelf: Shelf) -> Iterator[Finding]:
    """Yield the entries of the register for which there is no picture."""
    entries = shelf.entries or {}
    for name in sorted(register):
        if shelf.lacks(name):
            yield shelf.missing(name, entries.get(name, Source(REGISTER)), "entry")


def _shown_in(files: Iterable[SourceFile]) -> Uses:
    for file in files:
        for node, name in names_at(file.header, ("pictures",)):
            yield name, file.at(node)
        yield from _in_body(file)


def _in_body(file: SourceFile) -> Uses:
    lines = file.body.split("\n") if "![" in file.body else ()
    for number, line in enumerate(lines, start=file.body_line):
        for match in PICTURE.finditer(line):
            yield match[2], Source(file.path, number, match.start() + 1)
