"""Figures, briefings and maps fit the rest of the record, the calendar and each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from promosite.findings import Finding, Source, finding
from promosite.lang import fold
from promosite.load.files import DataFile
from promosite.load.nodes import Node
from promosite.model.catalogue import Reference
from promosite.model.figures import Figure
from promosite.model.items import Citation, ItemId
from promosite.model.maps import AreaMap
from promosite.model.record import Words
from promosite.model.reference import Briefing
from promosite.validate.problems import nearest


@dataclass(frozen=True)
class _Entry:
    """A record beside the lines on which it was written."""

    file: DataFile
    node: Node

    def at(self, *path: int | str) -> Source:
        return self.file.at(self.node.find(path))


def briefing_findings(
    data: Mapping[str, DataFile],
    reference: Reference,
    items: frozenset[ItemId],
    languages: tuple[str, ...],
    day: date,
) -> Iterator[Finding]:
    """Yield what is wrong with figures, briefings and maps; `items` are all that were written, hidden ones too."""
    figures = [(entry, reference.figures[name]) for name, entry in _entries(data.get("figures"), reference.figures)]
    for entry, figure in figures:
        yield from _figure(entry, figure, reference, items, day)
    yield from _same_figures(figures, languages[0])
    for name, entry in _entries(data.get("briefings"), reference.briefings):
        yield from _briefing(entry, reference.briefings[name], reference, languages)
    for name, entry in _entries(data.get("maps"), reference.maps):
        yield from _map(entry, reference.maps[name], reference)


def _entries(file: DataFile | None, records: Iterable[str]) -> Iterator[tuple[str, _Entry]]:
    """Yield the sound records of a file, each id once, with what was written."""
    if file is None or not isinstance(file.root.value, list):
        return
    left = set(records)
    for node in file.root.value:
        name = node.find(("id",)).value
        if isinstance(name, str) and name in left:
            left.discard(name)
            yield name, _Entry(file, node)


Keys = tuple[int | str, ...]
"""The way to a value in a record: keys, and numbers in lists."""


def _unknown(entry: _Entry, path: Keys, found: str | None, reference: Reference, kind: str) -> Iterator[Finding]:
    """Yield an id that is of no record, unless it may be of one that could not be read."""
    if found is not None and not reference.may_hold(kind, found):
        yield from _absent(entry, path, found, getattr(reference, kind))


def _absent(entry: _Entry, path: Keys, found: str | None, known: Collection[str]) -> Iterator[Finding]:
    if found is not None and found not in known:
        field, expected = str(path[0]), nearest(found, known) or "–"
        yield finding("reference-unknown", entry.at(*path), field=field, found=found, expected=expected)


def _figure(
    entry: _Entry, figure: Figure, reference: Reference, items: frozenset[ItemId], day: date
) -> Iterator[Finding]:
    yield from _unknown(entry, ("place",), figure.place, reference, "places")
    yield from _absent(entry, ("item",), figure.item, items)
    for index, one in enumerate(figure.briefings):
        yield from _unknown(entry, ("briefings", index), one, reference, "briefings")
    yield from _source(entry, figure.source)
    begin = figure.as_of.first_day
    if begin > day:
        yield finding("figure-in-future", entry.at("as_of"), id=figure.id, as_of=figure.as_of, day=day)
    elif figure.source.date and begin > figure.source.date.last_day:
        place, date_of_source = entry.at("as_of"), figure.source.date
        yield finding("figure-after-source", place, id=figure.id, as_of=figure.as_of, date=date_of_source)


def _source(entry: _Entry, source: Citation) -> Iterator[Finding]:
    if not (source.title or source.about):
        yield finding("source-without-title", entry.at("source"), id=source.id)
    if not (source.url or source.site):
        yield finding("figure-source-address", entry.at("source"), id=source.id)


def _same_figures(figures: Iterable[tuple[_Entry, Figure]], lang: str) -> Iterator[Finding]:
    """Yield figures that say what another one of the same place and date says: each stands once."""
    seen: dict[tuple[str, str | None, str], str] = {}
    for entry, figure in figures:
        key = (fold(figure.label.text(lang)), figure.place, str(figure.as_of))
        if (first := seen.setdefault(key, figure.id)) != figure.id:
            yield finding("figure-twice", entry.at("label"), found=figure.label.text(lang), id=first)


def _briefing(entry: _Entry, briefing: Briefing, reference: Reference, languages: tuple[str, ...]) -> Iterator[Finding]:
    for index, one in enumerate(briefing.audiences):
        yield from _unknown(entry, ("audiences", index), one, reference, "audiences")
    texts: dict[tuple[int | str, ...], Words] = {
        ("title",): briefing.title,
        ("summary",): briefing.summary,
        ("who",): briefing.who,
    }
    texts |= {("gaps", index): words for index, words in enumerate(briefing.gaps)}
    for lang in languages:
        missing = [path for path, words in texts.items() if words.language(lang) not in (lang, None)]
        if missing and any(lang in words.root for words in texts.values()):
            yield finding("briefing-half-written", entry.at(*missing[0]), field=missing[0][0], lang=lang)


def _map(entry: _Entry, one: AreaMap, reference: Reference) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, point in enumerate(one.points):
        yield from _unknown(entry, ("points", index, "place"), point.place, reference, "places")
        if point.place in seen:
            yield finding("map-place-twice", entry.at("points", index), found=point.place)
        if point.x > one.width or point.y > one.height:
            size = f"{one.width} × {one.height}"
            yield finding("map-outside", entry.at("points", index), found=point.place, expected=size)
        seen.add(point.place)
