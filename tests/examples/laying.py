"""Lay an example of the handbook into a small sound project, as `examples.toml` says where it stands."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image

from promosite.messages.examples import Example, PictureOf, Place, Shown
from tests.worlds import FILES, MEDIA, PICTURE, event, item, news, press, product


def picture(shown: PictureOf) -> bytes:
    """Return a picture as it is described."""
    if shown.holds == "HEIC":
        return b"\x00\x00\x00\x18ftypheic"
    out = BytesIO()
    width, height = shown.size if any(shown.size) else (40, 30)
    first, *others = [Image.new("RGB", (width, height), (number, 0, 0)) for number in range(shown.frames)]
    more = {"save_all": True, "append_images": others} if others else {}
    first.save(out, shown.holds.upper(), **more)
    raw = out.getvalue()
    if shown.cut:
        return raw[: len(raw) // 2]
    return raw + b"\0" * max(0, shown.megabytes * 1_000_000 - len(raw))


TRANSLATION = "content/en/news/tin-mau.md"
ENGLISH = item({"title": '"Sample item"', "summary": '"A sample."'}, "Sample text.[^bao-mau]")
SPARE: Mapping[str, str] = {TRANSLATION: ENGLISH}
"""Files that are there only where an example is about them."""

BASE: Mapping[str, str | bytes] = {
    **{path: text for path, text in FILES.items() if not path.startswith("content/en/")},
    "content/vi/news/tin-mau.md": news(tasks=None),
    "content/vi/products/muoi-mau.md": product(tasks=None),
    "content/vi/events/hoi-cho-mau.md": event(tasks=None),
    "content/vi/press/bai-bao-mau.md": press(tasks=None),
    "content/media/media.yml": MEDIA + MEDIA.replace("drawings/salt.svg", "cho-mau.jpg"),
    "content/media/cho-mau.jpg": picture(PictureOf("", "JPEG")),
    "content/media/ben-mau.jpg": picture(PictureOf("", "JPEG")),
}
"""The project before anything is laid into it: every item in one language, and none needs the plan."""

FIELD = re.compile(r"""["']?([^\s"'#:\[\]{}-][^"':]*)["']?:(?:\s|$)""")
ENTRY = re.compile(r"(?=^- )", re.MULTILINE)
KEY = re.compile(r"\b(?:id|file|vi): *\"?([^,}\"\n]+)")


@dataclass
class Laid:
    """What differs from `BASE` (None for a file that is not there), and the pieces of text that are shown."""

    files: dict[str, str | bytes | None] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    pieces: list[tuple[str, str]] = field(default_factory=list)

    @property
    def paths(self) -> set[str]:
        """Return the files that the example is about, also one that is not there."""
        return {*self.files, *self.links, *self.named}

    @property
    def lines(self) -> set[tuple[str, int]]:
        """Return file and number of every line that is shown."""
        found = set()
        for path, piece in self.pieces:
            first = f"\n{self.files[path]}".index(f"\n{piece}\n")
            start = str(self.files[path]).count("\n", 0, first) + 1
            found |= {(path, number) for number in range(start, start + piece.count("\n") + 1)}
        return found


def laid(example: Example, shown: Shown, instead: Shown) -> Laid:
    """Return a project with one side of an example in it; where it is a file's name, without the other side's."""
    assert example.place is not None
    project = Laid()
    for place, text in example.given:
        _put(project, place, text)
    if isinstance(shown, PictureOf):
        project.files[shown.file] = picture(shown)
    elif example.place.part == "name":
        _name(project, shown, str(instead))
    elif example.place.part == "command":
        project.files.update(SPARE)
        project.named.add(shown.rpartition(" ")[2])
    else:
        _put(project, example.place, _as_saved(shown, example) if shown is example.wrong else shown)
    if shown is example.wrong and example.saved.startswith("UTF"):
        project.files = {path: str(text).encode(example.saved) for path, text in project.files.items()}
    return project


def _as_saved(text: str, example: Example) -> str:
    text = text.replace("…", "a" * example.stretch) if example.stretch else text
    return unicodedata.normalize("NFD", text) if example.saved == "NFD" else text


def _name(project: Laid, path: str, instead: str) -> None:
    path, _, target = path.partition(" -> ")
    project.files[instead.partition(" -> ")[0]] = None
    if target:
        project.links[path] = target
    elif path not in BASE:
        project.files[path] = _fitting(path)


def _fitting(path: str) -> str | bytes:
    """Return something that may stand in a file of such a name."""
    if path.endswith(".yml"):
        return "[]\n"
    if not path.endswith(".md"):
        return PICTURE
    if path.startswith("content/reports/"):
        return "---\n---\n"
    if path.startswith("docs/"):
        return item({"title": '"Trang mẫu"', "summary": '"Trang mẫu."'}, "")
    return ENGLISH if path.startswith("content/en/") else news(tasks=None)


def _put(project: Laid, place: Place, text: str) -> None:
    """Put a piece into its file, in the place of what it replaces."""
    before = project.files.get(place.path) or {**BASE, **SPARE}.get(place.path, "")
    head, tail = PUT[place.part](str(before), text)
    project.files[place.path] = f"{head}{text}\n{tail}"
    project.pieces.append((place.path, text))


def _in_header(before: str, text: str) -> tuple[str, str]:
    _, header, body = before.split("---\n", 2)
    return f"---\n{_without(header, text)}", f"---\n{body}"


def _in_body(before: str, text: str) -> tuple[str, str]:
    return f"{before.rstrip()}\n\n", ""


def _as_file(before: str, text: str) -> tuple[str, str]:
    return "", ""


def _as_fields(before: str, text: str) -> tuple[str, str]:
    return _without(before, text), ""


def _as_list(before: str, text: str) -> tuple[str, str]:
    named = {match[1] for entry in ENTRY.split(text) if (match := KEY.search(entry))}
    kept = [one for one in ENTRY.split(before) if not ((match := KEY.search(one)) and match[1] in named)]
    return "".join(kept), ""


PUT = {"header": _in_header, "body": _in_body, "file": _as_file, "fields": _as_fields, "list": _as_list}


def _without(before: str, text: str) -> str:
    """Return lines of `name: value` without those, and what belongs to them, that stand in a text as well."""
    names = {match[1] for line in text.split("\n") if (match := FIELD.match(line))}
    kept, dropped = [], False
    for line in before.splitlines(keepends=True):
        if line[0] not in " -\n":
            match = FIELD.match(line)
            dropped = bool(match and match[1] in names)
        if not dropped:
            kept.append(line)
    return "".join(kept)


def write(root: Path, project: Laid) -> None:
    """Bring a laid `BASE` to the state of a project."""
    for path, content in project.files.items():
        if content is None:
            (root / path).unlink(missing_ok=True)
        else:
            _write(root / path, content)
    for path, target in project.links.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)


def remove(root: Path, project: Laid) -> None:
    """Bring it back."""
    for path in (*project.files, *project.links):
        (root / path).unlink(missing_ok=True)
        if path in BASE:
            _write(root / path, BASE[path])
    for folder in sorted((path for path in root.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _write(place: Path, content: str | bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content.encode() if isinstance(content, str) else content)
