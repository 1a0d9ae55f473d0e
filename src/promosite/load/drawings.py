"""Look at one of the site's own drawings (SVG): whether it is one, and how large it says it is."""

import hashlib
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from xml.parsers import expat

from promosite.load.pictures import MAX_SIDE
from promosite.load.reading import TooLargeError, read_within
from promosite.load.refusal import RefusedError
from promosite.model.pictures import PictureFile

MAX_DRAWING = 500_000
"""Bytes of one drawing."""
ROOT = "http://www.w3.org/2000/svg svg"
"""The first element with its namespace; without it browsers show nothing (SVG 2, 1.2)."""
SIZE = re.compile(r"[1-9][0-9]{0,4}")


class _RootReadError(Exception):
    """Ends the reading at the first tag, with its name, its attributes, its line and its column."""

    def __init__(self, name: str, values: Mapping[str, str], place: tuple[int, int]) -> None:
        super().__init__(name)
        self.name, self.values, self.place = name, values, place


def probe_drawing(file: Path) -> PictureFile:
    """Return what is known of a drawing; raises RefusedError when it cannot be used.

    What stands behind its first tag is the site check's work: it reads every drawing to its end.
    """
    try:
        text = read_within(file, MAX_DRAWING).decode()
    except TooLargeError as found:
        raise RefusedError("file-too-large", 1, 1, found=str(found.size), limit=str(MAX_DRAWING)) from None
    except UnicodeDecodeError as error:
        raise RefusedError("text-not-utf8", error.object.count(b"\n", 0, error.start) + 1, 1) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    width, height = _size_of(text)
    return PictureFile(f"drawings/{file.name}", width, height, hashlib.sha256(text.encode()).hexdigest())


def _size_of(text: str) -> tuple[int, int]:
    """Return width and height in pixels, as the first tag gives them."""
    parser = expat.ParserCreate(encoding="UTF-8", namespace_separator=" ")
    parser.StartElementHandler = partial(_stop, parser)
    place = 1, 1
    try:
        parser.Parse(text.encode(), True)
    except _RootReadError as root:
        if root.name != ROOT:
            raise RefusedError("drawing-root", *root.place) from None
        return _side(root, "width"), _side(root, "height")
    except expat.ExpatError as problem:
        place = problem.lineno, problem.offset + 1
    raise RefusedError("drawing-root", *place)


def _stop(parser: expat.XMLParserType, name: str, values: Mapping[str, str]) -> None:
    raise _RootReadError(name, values, (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))


def _side(root: _RootReadError, name: str) -> int:
    found = root.values.get(name, "")
    if not SIZE.fullmatch(found) or int(found) > MAX_SIDE:
        raise RefusedError("drawing-size", *root.place, limit=str(MAX_SIDE))
    return int(found)
