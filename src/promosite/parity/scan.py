"""Read a text with one scanner after another; what one has read, the next does not see.

A scanner looks only where a word stands at which it may begin, so that most of a text costs nothing. The blocks of a
body are read together: to look for words and to start each scanner costs more than what most blocks have to say.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from promosite.parity.facts import Fact, Reading, Sighting

MASK = "\x01"
"""Stands where something has been read: neither a letter, nor a digit, nor a space, which `\\x1f` is to `\\s`."""
BREAK = "\x00"
"""Stands between texts that are read in one pass, and in none of them; no pattern reads across it."""
NUMBER = "0"
"""The place name of every run of digits."""
LETTERS = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d+")

Places = Mapping[str, list[int]]
"""Where each word of a text stands, by its small letters; all runs of digits are under `NUMBER`."""
Scan = Callable[[str, Places], Iterable[Sighting]]
"""Takes a text with its places and yields what it sees, at places that do not overlap or are the same."""
Reader = Callable[["re.Match[str]"], Iterable[Reading | None]]
"""Takes a match and yields its readings; none at all leaves the place to the next scanner."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """A scan, and the words of which a text must have one for it to see anything; without words it always looks."""

    starts: frozenset[str]
    scan: Scan
    sign: str = ""
    """A sign that must stand somewhere in the text as well."""


def places_of(small: str, words: Container[str]) -> Places:
    """Return where some words stand in a text in small letters, and its numbers."""
    places: dict[str, list[int]] = {}
    for match in LETTERS.finditer(small):
        if (word := match[0]) in words:
            places.setdefault(word, []).append(match.start())
    if numbers := [match.start() for match in DIGITS.finditer(small)]:
        places[NUMBER] = numbers
    return places


def matches(pattern: "re.Pattern[str]", starts: Iterable[str], text: str, places: Places) -> list["re.Match[str]"]:
    """Return the matches of a pattern that begin at some words, from left to right and without overlap."""
    lists = [places[start] for start in starts if start in places]
    if not lists:
        return []
    spots = lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists))
    found, done, match_at = [], 0, pattern.match
    for spot in spots:
        if spot >= done and (match := match_at(text, spot)):
            done = match.end()
            found.append(match)
    return found


def rule(pattern: str, read: Reader, starts: str | Iterable[str], sign: str = "") -> Scanner:
    """Return a scanner that reads each match of a pattern; `starts` are the words with which a match may begin."""
    compiled, words = re.compile(pattern), frozenset(starts.split() if isinstance(starts, str) else starts)

    def scan(text: str, places: Places) -> Iterator[Sighting]:
        for match in matches(compiled, words, text, places):
            for reading in read(match):
                yield Sighting(match.start(), match.end(), reading)

    return Scanner(words, scan, sign)


def anywhere(pattern: str, read: Reader, needs: Iterable[str], trigger: str) -> Scanner:
    """Return a scanner that reads each match of a pattern if a text has one of some words (if any) and a trigger."""
    compiled, pulled = re.compile(pattern), re.compile(trigger)

    def scan(text: str, _: Places) -> Iterator[Sighting]:
        for match in compiled.finditer(text) if pulled.search(text) else ():
            for reading in read(match):
                yield Sighting(match.start(), match.end(), reading)

    return Scanner(frozenset(needs), scan)


def phrases(table: Mapping[str, Iterable[Reading | None]]) -> Scanner:
    """Return a scanner for the phrases of a table in letters of any size; the longest that fits is read."""
    ordered = sorted(table, key=len, reverse=True)
    starts = (LETTERS.match(phrase) for phrase in ordered)
    return rule(
        rf"(?<!\w)(?i:{'|'.join(ordered)})(?!\w)",
        lambda match: table[match[0].lower()],
        (start[0] for start in starts if start),
    )


def one(key: str, *also: str) -> tuple[Reading]:
    """Return a single claim."""
    return (Reading(key, also),)


class Scanners:
    """All scanners of a language in their order, with those that a word calls for.

    Those `beside` see the whole text, and hide nothing of it.
    """

    def __init__(self, scanners: Iterable[Scanner], beside: Iterable[Scanner] = ()) -> None:
        self.all, self.beside = tuple(scanners), tuple(beside)
        called: dict[str, list[int]] = defaultdict(list)
        called[NUMBER] = []
        for index, scanner in enumerate(self.all):
            for word in scanner.starts:
                called[word].append(index)
        self.called = dict(called)
        self.words = frozenset(called).union(*(scanner.starts for scanner in self.beside))
        self.uncalled = frozenset(index for index, scanner in enumerate(self.all) if not scanner.starts)

    def facts_in(self, texts: Sequence[tuple[str, int]]) -> list[list[Fact]]:
        """Return the facts of some texts, each given with its first line; they are all read in one pass."""
        whole = BREAK.join(text for text, _ in texts)
        found = self._sightings(whole, BREAK.join(_small(text) for text, _ in texts))
        found.sort(key=itemgetter(0, 1))
        facts: list[list[Fact]] = []
        start, seen = 0, iter(found)
        one = next(seen, None)
        for text, first_line in texts:
            end, of_text = start + len(text), []
            while one and one.start < end:
                if one.reading:
                    of_text.append(Fact(one.reading, whole, one.start, one.end, start, first_line))
                one = next(seen, None)
            facts.append(of_text)
            start = end + len(BREAK)
        return facts

    def _sightings(self, text: str, small: str) -> list[Sighting]:
        left, places = text, places_of(small, self.words)
        found: list[Sighting] = []
        for index in sorted(self.uncalled.union(*(self.called.get(word, ()) for word in places))):
            scanner = self.all[index]
            if scanner.sign in left and (seen := list(scanner.scan(left, places))):
                left = masked(left, ((one.start, one.end) for one in seen))
                found += seen
        for scanner in self.beside:
            if not scanner.starts.isdisjoint(places):
                found += scanner.scan(text, places)
        return found


def _small(text: str) -> str:
    """Return a text in small letters, or as it is where they would not stand at the same places."""
    small = text.lower()
    return small if len(small) == len(text) else text


def before(match: "re.Match[str]") -> str:
    """Return what stands before a match in its own text."""
    return match.string[match.string.rfind(BREAK, 0, match.start()) + 1 : match.start()]


def after(match: "re.Match[str]", group: str | int = 0) -> str:
    """Return what stands behind a match, or a group of it, in its own text."""
    end = match.string.find(BREAK, match.end(group))
    return match.string[match.end(group) : end if end >= 0 else None]


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text of the same length in which some spans can no longer be read."""
    parts, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            start = max(done, start)
            parts += [text[done:start], MASK * (end - start)]
            done = end
    return "".join([*parts, text[done:]])
