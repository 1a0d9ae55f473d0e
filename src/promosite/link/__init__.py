"""Link: pair the languages, resolve every reference, and keep what may be shown on a day."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypedDict

from promosite.findings import WHOLE, Finding, Source, finding, has_errors
from promosite.link.aliases import Named, alias_findings, aliases_at
from promosite.link.bodies import body_findings
from promosite.link.days import day_findings
from promosite.link.pictures import Shelf, absent_findings, picture_findings, shows_refused
from promosite.link.references import task_key, told, unknown_in_item
from promosite.load.files import SourceFile
from promosite.model.catalogue import Catalogue, Reference, TaskKey, Withdrawn, first_day, hidden_because
from promosite.model.items import Item, ItemFacts, ItemId
from promosite.model.pictures import PictureFile
from promosite.model.plan import Plan
from promosite.translation_rules import pair_findings
from promosite.validate.items import FOLDERS, ValidFile

SaidOf = Callable[[ValidFile, ValidFile], list[Finding]]
"""Takes a source and its translation, and gives what is to be said of the pair; it may answer from memory."""


def link(
    files: Iterable[ValidFile],
    reference: Reference,
    shelf: Shelf,
    languages: tuple[str, ...],
    day: date,
    refused: frozenset[ItemId] = frozenset(),
    said_of: SaidOf = pair_findings,
) -> tuple[Catalogue, list[Finding]]:
    """Return the catalogue of a day and what does not fit together.

    `refused` are items refused before: they are left out, and what points at them is no second finding.
    """
    groups = _by_item(files)
    known = refused | frozenset(groups)
    findings = [*absent_findings(reference.pictures, shelf)]
    placed: list[_Placed] = []
    for item_id, group in sorted(groups.items()):
        source = group.get(languages[0])
        if source is None or source.facts is None:
            findings += [] if item_id in refused else map(_sourceless, group.values())
            continue
        unknown = [*unknown_in_item(source.file, source.facts.published, reference, known)]
        problems = [*told(unknown, reference), *_problems(source, source.facts, group, reference, shelf, known, day)]
        findings += problems
        if unknown or has_errors(problems):
            continue
        if shows_refused(_files(group), reference.pictures, shelf):
            continue
        hidden = hidden_because(source.facts, day)
        if hidden in (None, "scheduled"):
            group, said = _fit_to_read(source, group, said_of)
            findings += said
        placed.append(_Placed(hidden, source, source.facts, group))
    named = [_named(one, languages) for one in placed if one.hidden in (None, "expired")]
    findings += alias_findings(named, languages)
    return _catalogue(placed, named, reference, shelf.files, languages), findings


class _Placed(NamedTuple):
    """A sound item: why it is hidden, if it is, and its files by language."""

    hidden: str | None
    source: ValidFile
    facts: ItemFacts
    group: Mapping[str, ValidFile]


def _named(one: _Placed, languages: tuple[str, ...]) -> Named:
    return Named(one.source, one.facts, tuple(lang for lang in languages if lang in one.group))


def _catalogue(
    placed: Iterable[_Placed],
    named: Sequence[Named],
    reference: Reference,
    pictures: Mapping[str, PictureFile],
    languages: tuple[str, ...],
) -> Catalogue:
    shown = {one.source.item_id: one for one in placed if one.hidden is None}
    return Catalogue(
        items={item_id: _item(one.source, one.group, languages) for item_id, one in shown.items()},
        tasks_of={item_id: _task_keys(one.facts, reference.plans) for item_id, one in shown.items()},
        picture_files=pictures,
        aliases_at=aliases_at(named),
        **_hidden(placed, languages),
        **vars(reference),
    )


class _Hidden(TypedDict):
    withdrawn: dict[ItemId, Withdrawn]
    scheduled: dict[ItemId, date]


def _problems(
    source: ValidFile,
    facts: ItemFacts,
    group: Mapping[str, ValidFile],
    reference: Reference,
    shelf: Shelf,
    known: frozenset[ItemId],
    day: date,
) -> list[Finding]:
    return [
        *_item_findings(source, group, reference, known, day),
        *picture_findings(_files(group), reference.pictures, shelf),
    ]


def _files(group: Mapping[str, ValidFile]) -> list[SourceFile]:
    return [one.file for one in group.values()]


def _sourceless(file: ValidFile) -> Finding:
    return finding("translation-without-source", Source(file.text.path, WHOLE))


def _hidden(placed: Iterable[_Placed], languages: tuple[str, ...]) -> _Hidden:
    """Return what was withdrawn, and the first day of what waits for one; of a draft nothing is kept."""
    found = _Hidden(withdrawn={}, scheduled={})
    for one in placed:
        if one.hidden == "expired":
            found["withdrawn"][one.source.item_id] = _withdrawn(one.source, one.facts, one.group, languages)
        elif one.hidden == "scheduled":
            found["scheduled"][one.source.item_id] = first_day(one.facts)
    return found


def items_of(paths: Iterable[str], source_lang: str) -> frozenset[ItemId]:
    """Return the items whose source-language file stands at one of some paths."""
    found = (re.fullmatch(rf"content/{source_lang}/([^/]+)/([^/]+)\.md", path) for path in paths)
    return frozenset(ItemId(f"{FOLDERS[one[1]]}/{one[2]}") for one in found if one and one[1] in FOLDERS)


def _by_item(files: Iterable[ValidFile]) -> dict[ItemId, dict[str, ValidFile]]:
    groups: dict[ItemId, dict[str, ValidFile]] = defaultdict(dict)
    for file in files:
        groups[file.item_id][file.text.lang] = file
    return dict(groups)


def _fit_to_read(
    source: ValidFile, group: Mapping[str, ValidFile], said_of: SaidOf
) -> tuple[dict[str, ValidFile], list[Finding]]:
    """Return the texts that say the same as their source, and what is to be done about the translations."""
    alike: dict[str, ValidFile] = {}
    findings: list[Finding] = []
    for lang, one in group.items():
        found = [] if one is source else said_of(source, one)
        findings += found
        if not has_errors(found):
            alike[lang] = one
    return alike, findings


def _item(source: ValidFile, group: Mapping[str, ValidFile], languages: tuple[str, ...]) -> Item:
    texts = {lang: group[lang].text for lang in languages if lang in group}
    return Item.model_validate({"kind": source.kind, "slug": source.slug, "facts": source.facts, "texts": texts})


def _withdrawn(
    source: ValidFile, facts: ItemFacts, group: Mapping[str, ValidFile], languages: tuple[str, ...]
) -> Withdrawn:
    assert facts.expires_on is not None
    written = tuple(lang for lang in languages if lang in group)
    return Withdrawn(source.kind, source.slug, written, facts.expires_on, source.text.path, facts.aliases)


def _task_keys(facts: ItemFacts, plans: Mapping[str, Plan]) -> tuple[TaskKey, ...]:
    """Return the rows that an item names; a row named twice counts once."""
    return tuple(dict.fromkeys(task_key(ref, facts.published, plans) for ref in facts.tasks))


def _item_findings(
    source: ValidFile,
    group: Mapping[str, ValidFile],
    reference: Reference,
    known: frozenset[ItemId],
    day: date,
) -> Iterator[Finding]:
    facts = source.facts
    assert facts is not None
    yield from _briefings_of_others(source, facts, reference)
    yield from day_findings(source, facts, day)
    for file in group.values():
        yield from body_findings(file, facts, known)


def _briefings_of_others(source: ValidFile, facts: ItemFacts, reference: Reference) -> Iterator[Finding]:
    """Yield briefings whose readers are none of those that the item says it is for."""
    for index, name in enumerate(facts.briefings):
        briefing = reference.briefings.get(name)
        if briefing and not set(briefing.audiences) & set(facts.audiences):
            place = source.file.at(source.file.header.find(("briefings", index)))
            yield finding("briefing-audience", place, found=name, expected=briefing.audiences)
