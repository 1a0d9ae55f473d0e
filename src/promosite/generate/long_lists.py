"""Lists that outgrow their page: the page then shows the first of each part, and further pages show everything.

A page stays light however much is published: what a part leaves out stands on `page/2/` and so on below it, in the
same order, under the same anchor.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from promosite.generate.headers import page
from promosite.generate.listings import pager, part_address, part_title
from promosite.generate.site import Site, View
from promosite.model.outputs import PageOutput

SHOWN = 40
"""Entries of all parts together that a page shows whole."""
FIRST = 3
"""Entries of each part that a page shows which cannot show all."""
PER_PAGE = 40
"""Entries on one page of the whole list: 60 KB of markup at most."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list: its anchor and heading, and its entries as their template wants them (`cards` or `due`)."""

    anchor: str
    title: str
    entries: Sequence[View]
    form: str = "cards"


@dataclass(frozen=True, slots=True)
class LongList:
    """The parts of a page's list, and the pages on which they stand whole: none while the page itself shows them."""

    parts: tuple[Part, ...]
    pages: tuple[tuple[Part, ...], ...]

    def entries(self, anchor: str) -> Sequence[View]:
        """Return what the page itself shows of a part; nothing of a part that is not there."""
        part = next((one for one in self.parts if one.anchor == anchor), None)
        if part is None:
            return []
        return part.entries[:FIRST] if self.pages else part.entries

    def more(self, site: Site, lang: str, address: str, anchor: str) -> View | None:
        """Return where a part of the list at `address` stands whole; None where the page shows all of it."""
        number = sum(len(part.entries) for part in self.parts if part.anchor == anchor)
        places = [place for place, parts in enumerate(self.pages, start=2) for part in parts if part.anchor == anchor]
        if not places or number <= FIRST:
            return None
        return {"number": number, "address": f"{site.path(lang, part_address(address, places[0]))}#{anchor}"}


def long_list(parts: Iterable[Part]) -> LongList:
    """Return the parts that have entries, cut into pages if they are too many for one."""
    kept = tuple(part for part in parts if part.entries)
    if sum(len(part.entries) for part in kept) <= SHOWN:
        return LongList(kept, ())
    pages: list[list[Part]] = [[]]
    room = PER_PAGE
    for part in kept:
        for piece, begins in _cut(part, room):
            if begins:
                pages.append([])
                room = PER_PAGE
            pages[-1].append(piece)
            room -= len(piece.entries)
    return LongList(kept, tuple(map(tuple, pages)))


def _cut(part: Part, room: int) -> Iterator[tuple[Part, bool]]:
    """Yield a part in pieces, each with whether it begins a page; the first fills what room is left."""
    head = part.entries[:room]
    if head:
        yield replace(part, entries=head), False
    for at in range(len(head), len(part.entries), PER_PAGE):
        yield replace(part, entries=part.entries[at : at + PER_PAGE]), True


def list_pages(
    site: Site, first: PageOutput, whole: LongList, trail: Sequence[tuple[str, str]]
) -> Iterator[PageOutput]:
    """Yield the pages that show a list whole; `first` is the page that they follow, `trail` the way up to it."""
    lang, last = first.lang, len(whole.pages) + 1
    messages, title = site.messages[lang], first.header["title"]
    for number, parts in enumerate(whole.pages, start=2):
        yield page(
            site,
            lang,
            part_address(first.address, number),
            template="list",
            title=part_title(messages, title, number),
            summary=first.header["description"],
            view={
                "parts": [
                    {"anchor": one.anchor, "title": one.title, "form": one.form, "entries": list(one.entries)}
                    for one in parts
                ],
                "whole": first.header["address"],
                "total": sum(len(one.entries) for one in whole.parts),
            }
            | pager(site, lang, first.address, number, last),
            modified=date.fromisoformat(first.header["modified"]),
            trail=[*trail, (title, first.address)],
        )
