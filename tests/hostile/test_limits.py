"""No file needs more than 30 seconds of processor time or 1 GB of memory, whether it is taken or refused.

Each is looked at and rendered in a process of its own, which says at its end what it took.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.projects import ROOT
from tests.worlds import CITED, MEDIA, english, lay, news

SECONDS, MEGABYTES = 30, 1_000
STATUS = Path("/proc/self/status")
needs_proc = pytest.mark.skipif(not STATUS.is_file(), reason="only Linux says how much memory a process has taken")

LOOK = """
import json, os, sys
from pathlib import Path
from promosite.pipeline import prepare
from promosite.render.pictures import render_picture
from tests.worlds import MOMENT

root = Path(sys.argv[1])
_, outputs, findings = prepare(root, MOMENT)
made = [len(content) for one in outputs.pictures for _, content in render_picture(one, root / "cache")]
times, status = os.times(), Path("/proc/self/status").read_text()
peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
seconds = times.user + times.system + times.children_user + times.children_system
print(json.dumps([sorted({one.code for one in findings}), len(made), seconds, peak // 1000]))
"""

LARGEST = (16_383, 2_441)
"""Nearly 40 million pixels, and as wide as a picture may be."""


def picture(mode: str, form: str, size: tuple[int, int] = LARGEST, turned: int = 1, **options: Any) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = turned
    out = BytesIO()
    Image.new(mode, size).save(out, form, exif=exif, **options)
    return out.getvalue()


def used(root: Path, name: str, content: bytes) -> None:
    """Lay a photograph that a piece of news shows."""
    (root / "content" / "media" / name).write_bytes(content)
    register = MEDIA + MEDIA.replace("drawings/salt.svg", name)
    (root / "content" / "media" / "media.yml").write_text(register, encoding="utf-8")
    (root / "content" / "vi" / "news" / "x.md").write_text(news(pictures=f"[{name}]"), encoding="utf-8")


def written(root: Path, vi: str, en: str = "") -> None:
    """Lay a piece of news with its translation."""
    (root / "content" / "vi" / "news" / "x.md").write_text(news(f"{vi}\n\n{CITED}"), encoding="utf-8")
    (root / "content" / "en" / "news" / "x.md").write_text(english(f"{en or vi}\n\n{CITED}"), encoding="utf-8")


def sparse(root: Path, path: str) -> None:
    """Lay a file of 3 GB that takes no room on the disk."""
    (root / path).touch()
    os.truncate(root / path, 3_000_000_000)


Lay = Callable[[Path], None]
TAKEN: dict[str, Lay] = {
    "a turned PNG with transparency": lambda root: used(
        root, "x.png", picture("RGBA", "PNG", turned=6, compress_level=1)
    ),
    "a PNG of 16 bits": lambda root: used(root, "x.png", picture("I;16", "PNG", compress_level=1)),
    "a PNG of one bit": lambda root: used(root, "x.png", picture("1", "PNG")),
    "a PNG with a palette": lambda root: used(root, "x.png", picture("P", "PNG", transparency=b"\0\x80" * 128)),
    "a turned JPEG in steps": lambda root: used(root, "x.jpg", picture("RGB", "JPEG", turned=8, progressive=True)),
    "a JPEG for print": lambda root: used(root, "x.jpg", picture("CMYK", "JPEG")),
    "a WebP with transparency": lambda root: used(root, "x.webp", picture("RGBA", "WEBP", lossless=True)),
}
TEXTS: dict[str, Lay] = {
    "many words": lambda root: written(root, "Muối mẫu trắng và khô. " * 14_000, "Sample salt is dry. " * 20_000),
    "many numbers": lambda root: written(root, "Năm 2024 có 12 tấn. " * 10_000, "In 2024 it was 12 tonnes. " * 10_000),
    "many blanks": lambda root: written(root, f"a{' ' * 450_000}b"),
    "many lines": lambda root: written(root, "a\n" * 100_000),
}
REFUSED: dict[str, tuple[Lay, str]] = {
    "a tall PNG": (lambda root: used(root, "x.png", picture("RGB", "PNG", (100, 60_000))), "picture-too-long"),
    "a flat PNG": (lambda root: used(root, "x.png", picture("1", "PNG", (40_000_000, 1))), "picture-too-long"),
    "a square PNG": (
        lambda root: used(root, "x.png", picture("1", "PNG", (12_000, 12_000))),
        "picture-too-many-pixels",
    ),
    "a text": (lambda root: sparse(root, "content/vi/news/x.md"), "file-too-large"),
    "a page": (lambda root: sparse(root, "docs/vi/x.md"), "file-too-large"),
    "data": (lambda root: sparse(root, "content/data/glossary.yml"), "file-too-large"),
    "a picture": (lambda root: sparse(root, "content/media/x.png"), "picture-too-large"),
    "a drawing": (lambda root: sparse(root, "docs/assets/drawings/x.svg"), "file-too-large"),
    "brackets": (lambda root: written(root, "[" * 450_000), "markup-endless"),
}


def looked_at(root: Path, lay_more: Lay) -> tuple[list[str], int]:
    """Return the codes of the findings and how many renditions were made, within the limits."""
    lay(root)
    lay_more(root)
    path = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    command = [sys.executable, "-c", LOOK, str(root)]
    told = subprocess.run(command, env=path, check=True, capture_output=True, text=True)
    codes, made, seconds, megabytes = json.loads(told.stdout)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    return codes, made


@needs_proc
@pytest.mark.parametrize("name", TAKEN)
def test_the_largest_pictures_are_rendered(tmp_path: Path, name: str) -> None:
    codes, made = looked_at(tmp_path, TAKEN[name])
    assert [code for code in codes if code.startswith(("picture-", "file-"))] == []
    assert made >= 2


@needs_proc
@pytest.mark.parametrize("name", TEXTS)
def test_the_longest_texts_are_read(tmp_path: Path, name: str) -> None:
    codes, _ = looked_at(tmp_path, TEXTS[name])
    assert "file-too-large" not in codes


@needs_proc
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_costs_little(tmp_path: Path, name: str) -> None:
    lay_more, code = REFUSED[name]
    codes, _ = looked_at(tmp_path, lay_more)
    assert code in codes
