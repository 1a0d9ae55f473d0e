"""Read every file under `content/` once, strictly, and say what cannot be read."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath

from promosite.findings import WHOLE, Finding, Source, finding
from promosite.load.drawings import probe_drawing
from promosite.load.header import split_header
from promosite.load.names import MAX_NAME, NAME, OFFICE, kind_refused, name_refused, printable
from promosite.load.nodes import Node, parse_yaml
from promosite.load.pictures import probe_picture
from promosite.load.reading import TooLargeError, read_within, unreadable
from promosite.load.refusal import RefusedError
from promosite.memory import remembered
from promosite.model.pictures import PictureFile
from promosite.model.record import UNSAFE
from promosite.whole_files import Stamp, stamp_of

MAX_TEXT = 500_000
"""Bytes of one text file; a news item has a few thousand."""

REFERENCE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,31});?")
"""A character by number or name, as HTML takes it also without its semicolon."""
DIGITS = 8
"""Signs of a number beyond which it is no character, and Python may refuse to read it."""
PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
PICTURE_REGISTER = "content/media/media.yml"
IGNORED = frozenset({".gitkeep", ".DS_Store", "Thumbs.db"})
ASSETS, DRAWINGS = "docs/assets", "docs/assets/drawings"
MAX_FOLDERS = 8
"""Folders inside each other; the deepest that anybody needs is `content/media/<year>/<month>`."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A Markdown file: header with places, body, and where it stands below `content/`."""

    path: str
    lang: str
    folder: str
    stem: str
    header: Node
    body: str
    body_line: int
    digest: str
    header_digest: str = ""

    def at(self, node: Node) -> Source:
        """Return the place of a value."""
        return Source(self.path, node.line, node.column)

    def at_key(self, node: Node) -> Source:
        """Return the place of a value's key, or of the value where it has none."""
        return Source(self.path, node.key_line or node.line, node.key_column or node.column)

    @property
    def title_at(self) -> tuple[int, int]:
        """Return line and column of the title."""
        title = self.header.find(("title",))
        return title.line, title.column


@dataclass(frozen=True, slots=True)
class DataFile:
    """A YAML file under `content/data/`, or the picture register."""

    path: str
    name: str
    root: Node
    digest: str

    def at(self, node: Node) -> Source:
        """Return the place of a value."""
        return Source(self.path, node.line, node.column)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that was read: items in path order, data by name, pictures by name."""

    items: tuple[SourceFile, ...]
    data: Mapping[str, DataFile]
    pictures: Mapping[str, PictureFile]
    reports: tuple[SourceFile, ...] = ()
    """What people wrote for the yearly reports; whether a name is right is judged later."""
    assets: tuple[str, ...] = ()
    """The site's own drawings, which are laid as they are, by their paths below `docs/`."""


def load_content(root: Path, languages: tuple[str, ...]) -> tuple[Content, list[Finding]]:
    """Read `root/content/`. A file that cannot be read is a finding and is left out; the others stand.

    The site's own drawings lie with its assets; they count as pictures under `drawings/`.
    """
    findings: list[Finding] = []
    items: list[SourceFile] = []
    reports: list[SourceFile] = []
    data: dict[str, DataFile] = {}
    assets = list(files_below(root, ASSETS, findings))
    pictures = {one.name: one for one in _drawings(assets, findings)}
    if not (root / "content").is_dir():
        findings.append(finding("folder-missing", Source("content", WHOLE), found="content"))
    for file, path in files_below(root, "content", findings):
        top, *rest = path.split("/")[1:]
        try:
            if path == PICTURE_REGISTER or (top == "data" and len(rest) == 1 and file.stem != "media"):
                data[file.stem] = _data_file(file, path)
            elif top == "media":
                name = "/".join(rest)
                pictures[name] = probe_picture(file, name)
            elif top == "reports" and len(rest) == 1:
                reports.append(source_file(file, path, language_of(file.stem, languages), top))
            elif top in languages and len(rest) == 2:
                items.append(source_file(file, path, top, rest[0]))
            else:
                raise RefusedError("file-misplaced", 1, 1, languages=", ".join(languages))
        except RefusedError as problem:
            findings.append(_refusal(problem, path, top))
    laid = tuple(path.removeprefix("docs/") for _, path in assets)
    return Content(tuple(items), data, pictures, tuple(reports), laid), findings


def _refusal(problem: RefusedError, path: str, top: str) -> Finding:
    """Return the finding for a file that cannot be read; of a picture no line can be shown."""
    if top == "media" and path != PICTURE_REGISTER:
        return finding(problem.code, Source(path, WHOLE), **problem.params)
    case = _case(problem, path, top)
    told = {**problem.params, **({"case": case} if case else {})}
    return finding(problem.code, Source(path, problem.line, problem.column), **told)


def _case(problem: RefusedError, path: str, top: str) -> str:
    """Return which sentence fits a file by where it lies; empty where that makes no difference."""
    is_list = path == PICTURE_REGISTER or (top == "data" and not PurePosixPath(path).name.startswith("plan-"))
    if is_list and problem.code == "yaml-documents" and problem.params.get("found") == "0":
        return "empty"
    return "report" if top == "reports" and problem.code == "header-missing" else ""


def _drawings(assets: Iterable[tuple[Path, str]], findings: list[Finding]) -> Iterator[PictureFile]:
    for file, path in assets:
        try:
            yield probe_drawing(file)
        except RefusedError as problem:
            findings.append(problem.at(path))


def language_of(name: str, languages: tuple[str, ...]) -> str:
    """Return the language at the end of a report's name (`report-2024-en`), else the source language."""
    ending = name.rpartition("-")[2]
    return ending if ending in languages else languages[0]


def files_below(root: Path, path: str, findings: list[Finding]) -> Iterator[tuple[Path, str]]:
    """Yield the files below a folder of the project with their paths, in a stable order, never through a link."""
    if path.count("/") > MAX_FOLDERS:
        findings.append(finding("folder-too-deep", Source(path, WHOLE), limit=MAX_FOLDERS))
        return
    for entry in _entries(root, path, findings):
        if entry.name not in IGNORED:
            yield from _entry(root, entry, f"{path}/{entry.name}", findings)


def _entries(root: Path, path: str, findings: list[Finding]) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, by name; nothing where it is not there, is none, or cannot be looked into."""
    parts = [root / parent for parent in (path, *map(str, PurePosixPath(path).parents)) if parent != "."]
    if any(part.is_symlink() for part in parts):
        findings.append(finding("file-not-plain", Source(path, WHOLE)))
        return []
    try:
        with os.scandir(root / path) as found:
            return sorted(found, key=lambda one: one.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        findings.append(unreadable(error).at(path))
        return []


def _entry(root: Path, entry: os.DirEntry[str], path: str, findings: list[Finding]) -> Iterator[tuple[Path, str]]:
    if refused := _refused(entry, path):
        findings.append(refused)
    elif entry.is_dir():
        yield from files_below(root, path, findings)
    elif _is_allowed(path):
        yield Path(entry.path), path
    else:
        findings.append(kind_refused(entry.name, path))


def _refused(entry: os.DirEntry[str], path: str) -> Finding | None:
    """Return why something in a folder is not looked at, whatever it holds."""
    if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
        return finding("file-not-plain", Source(printable(path), WHOLE))
    if not NAME.fullmatch(entry.name) or len(entry.name) > MAX_NAME:
        return name_refused(entry.name, printable(path), is_folder=entry.is_dir())
    return None


def _is_allowed(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    if path.startswith(f"{ASSETS}/"):
        return folder == DRAWINGS and name.endswith(".svg")
    top = path.split("/")[1]
    if top == "media":
        return Path(path).suffix in PICTURE_ENDINGS or path == PICTURE_REGISTER
    return path.endswith(".yml" if top == "data" else ".md")


def read_text(file: Path) -> tuple[str, str]:
    """Return a file's text (UTF-8, line ends as LF, no byte order mark) and its digest; raises RefusedError."""
    try:
        raw = read_within(file, MAX_TEXT)
    except TooLargeError as found:
        raise RefusedError("file-too-large", 1, 1, found=str(found.size), limit=str(MAX_TEXT)) from None
    if raw.startswith(OFFICE):
        raise RefusedError("file-kind", 1, 1, found=".docx", case="renamed")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise RefusedError("text-not-utf8", line, 1) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_characters(text)
    return text, hashlib.sha256(text.encode()).hexdigest()


def _refuse_characters(text: str) -> None:
    if bad := UNSAFE.search(text):
        line, column = _place(text, bad.start())
        raise RefusedError("text-control", line, column, found=f"U+{ord(bad[0]):04X}")
    if not unicodedata.is_normalized("NFC", text):
        for number, line_text in enumerate(text.split("\n"), start=1):
            if not unicodedata.is_normalized("NFC", line_text):
                raise RefusedError("text-nfd", number, _first_difference(line_text))


def refuse_references(body: str, line: int) -> None:
    """Refuse letters, and signs that nobody sees, where they are written as references: no check would see them."""
    for match in REFERENCE.finditer(body) if "&" in body else ():
        number = match[0].startswith("&#")
        meant = "" if number and len(match[0]) > DIGITS + len("&#x;") else unescape(match[0])
        kinds = {unicodedata.category(sign)[0] for sign in meant if meant != match[0]}
        if meant == "" or "C" in kinds or (kinds & {"L", "M"} and (number or match[0].endswith(";"))):
            row, column = _place(body, match.start())
            raise RefusedError("text-reference", line + row - 1, column, found=match[0][:20])


def _first_difference(text: str) -> int:
    pairs = zip(text, unicodedata.normalize("NFC", text), strict=False)
    return next((index for index, (mine, right) in enumerate(pairs, start=1) if mine != right), 1)


def _place(text: str, offset: int) -> tuple[int, int]:
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)


def _data_file(file: Path, path: str) -> DataFile:
    text, digest = read_text(file)
    return DataFile(path, file.stem, parse_yaml(text), digest)


def source_file(file: Path, path: str, lang: str, folder: str) -> SourceFile:
    """Return a Markdown file, header and body apart; raises RefusedError."""
    key = path, lang, folder
    try:
        stamp = stamp_of(file)
    except OSError as error:
        raise unreadable(error) from None
    known, known_stamp = _known.get(key, (None, None))
    if known and known_stamp == stamp:
        return known
    text, digest = read_text(file)
    if not known or known.digest != digest:
        header, body, line = split_header(text)
        refuse_references(body, line)
        head = hashlib.sha256(text.removesuffix(body).encode()).hexdigest()
        known = SourceFile(path, lang, folder, file.stem, header, body, line, digest, head)
    _known[key] = known, stamp
    return known


_known: dict[tuple[str, str, str], tuple[SourceFile, Stamp]] = remembered()
"""What was read before in this process, with the state of the file: a preview reads what was saved since."""
