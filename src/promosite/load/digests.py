"""One digest for all that was read, which anybody can work out again from the files."""

import hashlib
from collections.abc import Iterable, Mapping

from promosite.load.files import Content, SourceFile

MEDIA, DRAWINGS = "content/media/", "docs/assets/"
"""Where pictures lie that are named from there; drawings have their folder in their name."""


def digests(content: Content, documents: Iterable[SourceFile]) -> dict[str, str]:
    """Return the SHA-256 of each file that could be read, by path; texts with LF at the ends of lines."""
    pages = [*content.items, *content.reports, *documents]
    found = {one.path: one.digest for one in pages} | {one.path: one.digest for one in content.data.values()}
    pictures = content.pictures.values()
    return found | {f"{DRAWINGS if one.is_drawing else MEDIA}{one.name}": one.digest for one in pictures}


def digest_of(digests: Mapping[str, str]) -> str:
    """Return the SHA-256 of a list as the command `sha256sum` writes it, in the order of the paths."""
    lines = (f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
