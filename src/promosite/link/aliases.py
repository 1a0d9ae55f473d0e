"""Every old address of an item leads readers on, and none stands where something else does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from promosite.findings import Finding, Source, finding
from promosite.model.aliases import places_of
from promosite.model.items import ItemFacts
from promosite.model.outputs import FOLDERS
from promosite.validate.items import ValidFile


@dataclass(frozen=True, slots=True)
class Named:
    """An item that has an address, shown or withdrawn, and the languages in which it was written."""

    source: ValidFile
    facts: ItemFacts
    written: tuple[str, ...]

    @property
    def address(self) -> str:
        """Return the address below the language."""
        return f"{self.source.kind.folder}/{self.source.slug}/"

    def at(self, index: int) -> Source:
        """Return the place of an old address."""
        return self.source.file.at(self.source.file.header.find(("aliases", index)))


def alias_findings(items: Sequence[Named], languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield old addresses that nobody could open, that are in use, also by the item itself, or that two items claim."""
    taken = {(lang, one.address): one.source.item_id for one in items for lang in one.written}
    for one in items:
        for index, alias in enumerate(one.facts.aliases):
            first = alias.split("/")[1]
            places = places_of(alias, one.written, languages)
            if first in FOLDERS:
                yield finding("alias-reserved", one.at(index), found=alias, expected=FOLDERS)
            elif not places:
                yield finding("alias-language", one.at(index), found=alias, lang=first)
            elif places[0][1] == one.address:
                yield finding("alias-taken", one.at(index), found=alias, by=one.source.item_id, case="own")
            elif others := [
                by for place in places if (by := taken.setdefault(place, one.source.item_id)) != one.source.item_id
            ]:
                yield finding("alias-taken", one.at(index), found=alias, by=others[0])


def aliases_at(items: Sequence[Named]) -> dict[tuple[str, str], tuple[int, int]]:
    """Return line and column of each old address, by the file that names it and the address; the first where twice."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for one in items:
        for index, alias in enumerate(one.facts.aliases):
            place = one.at(index)
            found.setdefault((place.path, alias), (place.line or 1, place.column or 1))
    return found
