"""Compare a translation with its source: facts, build, and the differences that a translator has given a reason for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from promosite.findings import Finding, Source, finding
from promosite.model.items import ItemText, Tier, Waiver
from promosite.parity.blocks import Block, Body, block, read_body
from promosite.parity.facts import Fact
from promosite.parity.fields import Field, field_findings
from promosite.parity.lengths import short_parts, surplus
from promosite.parity.matching import Difference, Group, aligned, differences, opposite, unmatched
from promosite.parity.notations import facts_of_blocks, keys_of, known
from promosite.parity.structure import Mismatch, mismatches

NONE = "–"


@dataclass(frozen=True, slots=True)
class Written:
    """The words of an item in one language, and the lines of its file on which title and summary stand."""

    text: ItemText
    title_line: int
    summary_line: int

    def at(self, line: int | None, words: str = "") -> Source:
        """Return the place of words on a line; the title's where no line is known."""
        number = line or self.title_line
        lines = self.text.body.split("\n")
        index = number - self.text.body_line
        line_text = lines[index] if words and 0 <= index < len(lines) else ""
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line_text)
        return Source(self.text.path, number, found.start() + 1 if found and words else 1)


@dataclass(slots=True)
class _Waived:
    waiver: Waiver
    place: Source
    facts: frozenset[str]
    used: bool = False


@dataclass(slots=True)
class _Comparison:
    source: Written
    translation: Written
    waived: list[_Waived] = field(default_factory=list)
    fields: Iterable[Field] = ()

    def findings(self) -> Iterator[Finding]:
        """Yield all differences of the pair that are not waived, and the waivers that waive nothing."""
        full = self.translation.text.tier is Tier.FULL
        bodies = [_body(one.text) if full else Body() for one in (self.source, self.translation)]
        if known(self.source.text.lang, self.translation.text.lang):
            groups = unmatched(self._groups(*bodies))
            yield from (self._of_fact(one) for one in differences(one.without(self._covers) for one in groups))
        yield from (self._of_build(one, *bodies) for one in mismatches(*bodies) if not self._is_waived(one.part))
        if full:
            yield from self._of_length(*bodies)
        languages = (self.source.text.lang, self.translation.text.lang)
        yield from field_findings(self.fields, languages, self._covers)
        for one in self.waived:
            if not one.used:
                yield finding("parity-waiver-unused", one.place, found=one.waiver.fact or one.waiver.structure)

    def _groups(self, source: Body, translation: Body) -> Iterator[Group]:
        left, right = _with_facts(self.source, source), _with_facts(self.translation, translation)
        for mine, other in [*zip(left, right, strict=True), *aligned(source.blocks, translation.blocks)]:
            yield Group(
                [fact for one in mine for fact in one.facts],
                [fact for one in other for fact in one.facts],
                mine[0].line if mine else None,
                other[0].line if other else None,
            )

    def _covers(self, fact: Fact) -> bool:
        """Tell whether a waiver names a fact, in the words of either language or by its value."""
        said = {fact.written, fact.reading.value}
        using = [one for one in self.waived if one.waiver.fact in said or fact.reading.key in one.facts]
        for one in using:
            one.used = True
        return bool(using)

    def _is_waived(self, part: str) -> bool:
        using = [one for one in self.waived if one.waiver.structure == part]
        for one in using:
            one.used = True
        return bool(using)

    def _of_fact(self, difference: Difference) -> Finding:
        """Return the finding at the line of the translation, also where something should stand and does not."""
        theirs = self.source.text.path
        mine, other = difference.source, difference.translation
        if other is None:
            assert mine is not None
            place = self.translation.at(difference.translation_line)
            return finding("parity-fact-missing", place, **_said("expected", mine), path=theirs, line=mine.line)
        place = self.translation.at(other.line, other.written)
        if mine is None:
            line = difference.source_line or self.source.title_line
            return finding("parity-fact-added", place, **_said("found", other), path=theirs, line=line)
        both = _said("expected", mine) | _said("found", other)
        return finding("parity-fact-changed", place, **both, path=theirs, line=mine.line)

    def _of_build(self, mismatch: Mismatch, source: Body, translation: Body) -> Finding:
        mine, other = mismatch.source_line, mismatch.translation_line
        place = other or (opposite(mine, source.blocks, translation.blocks) if mine else None)
        line = mine or (opposite(other, translation.blocks, source.blocks) if other else None)
        return finding(
            "parity-structure",
            self.translation.at(place),
            case=mismatch.part,
            part=mismatch.part,
            expected=mismatch.source or NONE,
            found=mismatch.translation or NONE,
            path=self.source.text.path,
            line=line or self.source.title_line,
        )

    def _of_length(self, source: Body, translation: Body) -> Iterator[Finding]:
        bodies = (self.source.text.body, self.translation.text.body)
        for one in short_parts(bodies, source, translation, self.translation.text.lang):
            if self._is_waived("length"):
                return
            part = {"part": one.heading} if one.heading else {}
            place = self.translation.at(one.translation_line)
            line = one.source_line or self.source.title_line
            said = {"case": one.case, **part, "expected": one.expected, "found": one.found}
            yield finding("translation-short", place, **said, path=self.source.text.path, line=line)
        if (more := surplus(bodies, self.translation.text.lang)) and not self._is_waived("length"):
            place, theirs = self.translation.at(self.translation.text.body_line), self.source.text.path
            yield finding("translation-long", place, expected=more[0], found=more[1], path=theirs)


def parity_findings(
    source: Written,
    translation: Written,
    waivers: Iterable[tuple[Waiver, Source]] = (),
    fields: Iterable[Field] = (),
) -> list[Finding]:
    """Return how a translation says other things than its source; a summary is held to title and summary only.

    `waivers` are the translation's own, each with the place where it stands. `fields` are what the source's header
    holds in both languages; the same waivers hold for them.
    """
    languages = (source.text.lang, translation.text.lang)
    waived = [_Waived(waiver, place, _named(waiver, languages)) for waiver, place in waivers]
    return list(_Comparison(source, translation, waived, fields).findings())


def _named(waiver: Waiver, languages: Iterable[str]) -> frozenset[str]:
    """Return the one fact that a waiver names in each language; words with several facts must be met as written."""
    found = [keys_of(waiver.fact, lang) for lang in languages] if waiver.fact else []
    return frozenset(key for keys in found if len(keys) == 1 for key in keys)


def _said(name: str, fact: Fact) -> dict[str, str]:
    return {name: fact.written, f"{name}_value": fact.reading.value}


def _body(text: ItemText) -> Body:
    return read_body(text.body, text.body_line)


def _with_facts(written: Written, body: Body) -> Sequence[list[Block]]:
    """Find the facts of all blocks, and return title and summary, which are blocks of their own."""
    title = block(written.text.title, written.title_line, "title")
    summary = block(written.text.summary, written.summary_line, "summary")
    blocks = [title, summary, *body.blocks]
    for one, found in zip(blocks, facts_of_blocks(blocks, written.text.lang), strict=True):
        one.facts = found
    return [title], [summary]
