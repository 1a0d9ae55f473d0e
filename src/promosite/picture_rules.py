"""Part of link: every picture an item shows exists, and is registered with author and licence."""

from collections.abc import Iterable, Iterator, Mapping

from promosite.findings import Finding, Source, finding
from promosite.model.items import ItemFacts
from promosite.model.pictures import PictureFile
from promosite.model.reference import Picture
from promosite.validate.items import ValidFile
from promosite.validate.problems import nearest
from promosite.validate.rules import PICTURE

Uses = Iterator[tuple[str, Source]]


def picture_findings(
    source: ValidFile,
    facts: ItemFacts,
    group: Iterable[ValidFile],
    register: Mapping[str, Picture],
    files: Mapping[str, PictureFile],
) -> Iterator[Finding]:
    """Yield what is wrong with the pictures of one item, in its header and in the bodies of all languages."""
    for name, place in (*_in_header(source, facts), *_in_bodies(group)):
        if name not in files:
            yield finding("picture-missing", place, found=name, expected=nearest(name, files) or "–")
        if name not in register:
            yield finding("picture-not-registered", place, found=name)


def _in_header(source: ValidFile, facts: ItemFacts) -> Uses:
    for index, name in enumerate(facts.pictures):
        yield name, source.file.at(source.file.header.find(("pictures", index)))


def _in_bodies(group: Iterable[ValidFile]) -> Uses:
    for file in group:
        lines = file.text.body.split("\n") if "![" in file.text.body else ()
        for number, line in enumerate(lines, start=file.text.body_line):
            for match in PICTURE.finditer(line):
                yield match[2], Source(file.text.path, number, match.start() + 1)
