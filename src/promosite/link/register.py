"""The picture register describes each picture in words, to the readers of every language."""

import re
from collections.abc import Iterable, Iterator, Mapping

from promosite.findings import Finding, finding
from promosite.load.files import DataFile
from promosite.model.record import ANY_LANGUAGE
from promosite.model.reference import Picture

FILE_NAME = re.compile(r"\S.*\.(?:avif|gif|hei[cf]|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)
"""What is left in a description when nobody wrote one."""

NOTHING = frozenset(
    {
        "", "ảnh", "bức ảnh", "tấm ảnh", "hình", "hình ảnh", "hình vẽ", "ảnh chụp", "minh họa", "hình minh họa",
        "ảnh minh họa", "chưa có", "không có", "image", "an image", "picture", "a picture", "photo", "a photo",
        "photograph", "pic", "img", "illustration", "an illustration", "drawing", "figure", "graphic", "untitled",
        "alt", "alt text", "description", "no description", "none", "n a", "tbd", "todo",
    }
)  # fmt: skip
"""Descriptions, without their numbers and signs, that say no more than that something is there."""
UNSAID = re.compile(r"[\W\d_]+")


def register_findings(
    file: DataFile | None, pictures: Mapping[str, Picture], languages: tuple[str, ...]
) -> Iterator[Finding]:
    """Yield what is wrong with the descriptions and licences in the register that `file` holds.

    The site's first two languages must have theirs; a further one may show that of the first while it is being begun.
    """
    nodes = file.root.value if file else None
    for node in nodes if isinstance(nodes, list) else ():
        picture = pictures.get(str(node.find(("file",)).value))
        if file is None or picture is None:
            continue
        place, words = file.at(node.find(("alt",))), picture.alt.root
        if ANY_LANGUAGE in words and len(languages) > 1:
            wanted = ", ".join(f'{lang}: "…"' for lang in languages[:2])
            yield finding("alt-for-all", place, found=picture.file, expected=f"{{{wanted}}}")
        elif missing := _missing(words, languages[:2]):
            yield finding("alt-missing", place, found=picture.file, missing=missing)
        if not any(sign.isalpha() for sign in picture.licence):
            yield finding("licence-unnamed", file.at(node.find(("licence",))), found=picture.licence)
        for lang, text in words.items():
            if code := _fault(text):
                yield finding(code, file.at(node.find(("alt", lang))), found=text)


def _fault(description: str) -> str | None:
    """Return the code for a description that describes nothing."""
    if FILE_NAME.fullmatch(description):
        return "alt-file-name"
    return "alt-says-nothing" if UNSAID.sub(" ", description).strip().casefold() in NOTHING else None


def _missing(words: Mapping[str, str], languages: Iterable[str]) -> list[str]:
    return [] if ANY_LANGUAGE in words else [lang for lang in languages if lang not in words]
