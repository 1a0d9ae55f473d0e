"""The numbered notes of one page: each source once, however often and by whatever it is cited."""

from collections.abc import Iterable

from promosite.generate.bodies import source_list
from promosite.generate.site import Site, View
from promosite.model.items import Citation

Key = tuple[str, ...]


class Notes:
    """Sources in the order in which a page first cites them."""

    def __init__(self) -> None:
        self._sources: dict[Key, Citation] = {}

    def cite(self, source: Citation) -> View:
        """Return the mark of a source: number and anchor; a source known already keeps its number."""
        known = list(self._sources)
        key = _key(source)
        number = known.index(key) + 1 if key in self._sources else len(known) + 1
        self._sources.setdefault(key, source)
        return {"id": str(number), "number": number}

    def cite_all(self, sources: Iterable[Citation]) -> list[View]:
        """Return the marks of several sources in the order of their numbers, each once."""
        marks = {mark["number"]: mark for mark in map(self.cite, sources)}
        return [marks[number] for number in sorted(marks)]

    def view(self, site: Site, lang: str) -> list[View]:
        """Return the list of all that was cited so far, for a page in `lang`."""
        numbered = enumerate(self._sources.values(), start=1)
        return source_list(site, [one.model_copy(update={"id": str(number)}) for number, one in numbered], lang)


def _key(source: Citation) -> Key:
    """Return what makes two citations the same document: its address, else all that is said of it."""
    if source.url:
        return (source.url,)
    about = source.about.root if source.about else {}
    return (*source.publisher.root.values(), source.title or "", *about.values(), source.site or "", str(source.date))
