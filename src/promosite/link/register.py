"""The picture register describes each picture in words, to the readers of every language."""

import re
from collections.abc import Iterable, Iterator, Mapping

from promosite.findings import Finding, finding
from promosite.load.files import DataFile
from promosite.model.record import ANY_LANGUAGE
from promosite.model.reference import Picture

FILE_NAME = re.compile(r"\S.*\.(?:avif|gif|hei[cf]|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)
"""What is left in a description when nobody wrote one."""


def register_findings(
    file: DataFile | None, pictures: Mapping[str, Picture], languages: tuple[str, ...]
) -> Iterator[Finding]:
    """Yield what is wrong with the descriptions in the register that `file` holds.

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
        for lang, text in words.items():
            if FILE_NAME.fullmatch(text):
                yield finding("alt-file-name", file.at(node.find(("alt", lang))), found=text)


def _missing(words: Mapping[str, str], languages: Iterable[str]) -> list[str]:
    return [] if ANY_LANGUAGE in words else [lang for lang in languages if lang not in words]
