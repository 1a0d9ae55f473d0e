"""Rules between the places of one file: names hold forwards in time, and no place lies in itself or follows itself."""

from collections.abc import Iterable, Iterator

from promosite.findings import Finding, finding
from promosite.load.files import DataFile
from promosite.load.nodes import Node
from promosite.model.reference import Place


def place_findings(places: Iterable[Place], file: DataFile) -> Iterator[Finding]:
    """Yield what places say against themselves and each other, each on the line where it was written."""
    known = {place.id: place for place in places}
    nodes = {str(node.find(("id",)).value): node for node in reversed(file.root.value)} if known else {}
    for place in known.values():
        if place.from_ and place.to and place.to.last_day < place.from_.first_day:
            at = file.at(nodes[place.id].find(("to",)))
            yield finding("span-backwards", at, field=place.id, start=place.from_, end=place.to)
    yield from _rings("parent", {place.id: place.parent for place in known.values()}, nodes, file)
    yield from _rings("successor", {place.id: place.successor for place in known.values()}, nodes, file)


def _rings(field: str, leads_to: dict[str, str | None], nodes: dict[str, Node], file: DataFile) -> Iterator[Finding]:
    """Yield each ring once, at the place of it that stands first in the file."""
    settled: set[str] = set()
    for start in leads_to:
        way: dict[str, None] = {}
        one: str | None = start
        while one in leads_to and one not in settled and one not in way:
            way[one] = None
            one = leads_to[one]
        if one in way:
            ring = [*way][[*way].index(one) :]
            first = min(ring, key=[*leads_to].index)
            ring = [*ring[ring.index(first) :], *ring[: ring.index(first)], first]
            at = file.at(nodes[first].find((field,)))
            yield finding("place-ring", at, field=field, found=" → ".join(ring))
        settled.update(way)
