"""What a refused file names: who mends it learns of every wrong name at once, and not of one after the other."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from pydantic import TypeAdapter, ValidationError

from promosite.findings import Finding
from promosite.link.bodies import unknown_links, unknown_sources
from promosite.link.pictures import Shelf, picture_findings
from promosite.link.references import names_at, told, unknown_in_item
from promosite.load.files import SourceFile
from promosite.load.nodes import Node
from promosite.model.catalogue import Reference
from promosite.model.dates import Day
from promosite.model.record import SLUG
from promosite.validate.items import FOLDERS, ValidFile

DAY = TypeAdapter[date](Day)


def unused(items: Iterable[SourceFile], valid: Iterable[ValidFile]) -> list[SourceFile]:
    """Return the files of which no item is made: refused themselves, or the translations of what was refused."""
    valid = list(valid)
    sound = {one.item_id for one in valid if one.facts}
    used = {one.file.path for one in valid if one.item_id in sound}
    return [one for one in items if one.path not in used and one.folder in FOLDERS]


def refused_findings(
    files: Iterable[SourceFile],
    reference: Reference,
    shelf: Shelf,
    known: Collection[str],
    source_lang: str,
    findings: Iterable[Finding],
) -> list[Finding]:
    """Return the names in refused files that lead nowhere, but for places of which something is said already.

    `known` are all items that were written, sound or not; `findings` is what was said. Facts are looked for in files of
    the source language alone.
    """
    said = {one.source for one in findings}
    without_facts = Node({}, 1, 1)
    looked_at = (one if one.lang == source_lang else replace(one, header=without_facts) for one in files)
    return [one for file in looked_at for one in _astray(file, reference, shelf, known) if one.source not in said]


def _astray(file: SourceFile, reference: Reference, shelf: Shelf, known: Collection[str]) -> Iterator[Finding]:
    yield from told(unknown_in_item(file, _published(file.header), reference, known), reference)
    yield from picture_findings([file], reference.pictures, shelf)
    yield from unknown_links(file, known)
    if sources := _source_ids(file.header):
        yield from unknown_sources(file, sources)


def _published(header: Node) -> date | None:
    """Return the day of publication, where it can be read."""
    for _, text in names_at(header, ("published",)):
        try:
            return DAY.validate_python(text)
        except ValidationError:
            return None
    return None


def _source_ids(header: Node) -> set[str]:
    """Return the ids of the sources; none where one of them is wrong, and another may be meant by it."""
    listed = header.find(("sources",)).value
    sources = listed if isinstance(listed, list) else []
    ids = [name for one in sources for _, name in names_at(one, ("id",))]
    is_whole = len({*ids}) == len(sources) and all(re.fullmatch(SLUG, one) for one in ids)
    return {*ids} if is_whole else set()
