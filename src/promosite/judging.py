"""Judge all words and all translations: as before where nothing that decides has changed, anew where anything has.

What is right or wrong is said by `wording` and by `translation_rules`, which know nothing of this. Here is only which
of them are asked, by how many processors, and under which key the answer is kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from promosite.cache import CACHE, cache_key, program
from promosite.findings import Finding, in_order
from promosite.load.files import DataFile, SourceFile
from promosite.model.catalogue import Reference
from promosite.translation_rules import pair_findings, untranslated_findings, words_findings
from promosite.validate import ValidFile
from promosite.validate.reference import records_in
from promosite.verdicts import Verdicts
from promosite.wording import RECORDS, House, TextGroup, check_data, check_wording, groups_of, house_of

VERSION = 1
"""To be raised when verdicts are to be thrown away although no program file has changed."""
FILE = "verdicts.json"

WORTH_SHARING = 600
"""Judgements from which starting a further process costs less than it saves, measured on two cores; a pair is two."""


@dataclass(frozen=True)
class Standard:
    """What texts are held to: the records with the digest of their files, the languages, and who answers."""

    reference: Reference
    records: str
    languages: tuple[str, ...]
    publisher_set: bool

    @cached_property
    def house(self) -> House:
        """The records, prepared; dear, and not needed where every verdict is known."""
        return house_of(self.reference, self.languages, publisher_set=self.publisher_set)

    def findings_in(self, job: "Job") -> list[Finding]:
        """Judge one thing."""
        if isinstance(job.matter, TextGroup):
            draft = job.matter.facts is not None and job.matter.facts.draft
            untranslated = [] if draft else untranslated_findings(job.matter.files, self.languages)
            return in_order([*check_wording(job.matter, self.house), *untranslated])
        if isinstance(job.matter, DataFile):
            differing = words_findings(job.matter.path, job.matter.root, self.languages)
            return in_order([*check_data(job.matter, self.house), *differing])
        return pair_findings(*job.matter)

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in vars(self).items() if key != "house"}


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to judge: the words of a group of texts or of a data file, or a source with its translation."""

    key: str
    matter: TextGroup | DataFile | tuple[ValidFile, ValidFile]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found in words, in order of place, and in translations, by their path."""

    words: list[Finding]
    translations: Mapping[str, list[Finding]]

    def of_pair(self, _: ValidFile, translation: ValidFile) -> list[Finding]:
        """Return what is to be said of a source and its translation."""
        return self.translations[translation.text.path]


def standard_of(
    reference: Reference, data: Mapping[str, DataFile], languages: tuple[str, ...], *, publisher_set: bool
) -> Standard:
    """Return what texts are held to; `data` are the files of which the records were made."""
    deciding = (f"{name} {file.digest}" for name, file in sorted(data.items()) if records_in(name) in RECORDS)
    return Standard(reference, " ".join(deciding), languages, publisher_set)


Judge = Callable[[Sequence[ValidFile], Iterable[SourceFile], Iterable[DataFile], Standard], Judgement]
"""Takes items, hand-written pages and papers, data, and what they are held to; gives what was found."""


def judge_anew(
    items: Sequence[ValidFile], pages: Iterable[SourceFile], data: Iterable[DataFile], standard: Standard
) -> Judgement:
    """Return what is found in all words and translations, asking no memory."""
    return judged(items, pages, data, standard, Verdicts())


def remembering(root: Path, processes: int = 1) -> Judge:
    """Return a judge that keeps its verdicts in a project's cache.

    With more than one of `processes`, the module that starts the program must start nothing when it is imported.
    The file is read once; whoever judges again in the same process keeps the judge.
    """
    kept = Verdicts(root / CACHE / FILE)

    def judge(
        items: Sequence[ValidFile], pages: Iterable[SourceFile], data: Iterable[DataFile], standard: Standard
    ) -> Judgement:
        kept.begin()
        found = judged(items, pages, data, standard, kept, processes)
        kept.save()
        return found

    return judge


def judged(
    items: Sequence[ValidFile],
    pages: Iterable[SourceFile],
    data: Iterable[DataFile],
    standard: Standard,
    kept: Verdicts,
    processes: int = 1,
) -> Judgement:
    """Return what is found in all words and translations, and tell it to the memory."""
    words = [_words_job(group, standard) for group in groups_of(items, pages)]
    words += [_words_job(file, standard) for file in data]
    pairs = {pair[1].text.path: _pair_job(pair) for pair in pairs_of(items, standard.languages[0])}
    known = {job.key: kept.get(job.key) for job in (*words, *pairs.values())}
    missing = [job for job in _side_by_side(words, pairs) if known[job.key] is None]
    for job, findings in zip(missing, _findings_of(missing, standard, processes), strict=True):
        known[job.key] = findings
        kept.put(job.key, findings)
    found = {key: findings or [] for key, findings in known.items()}
    in_words = in_order(one for job in words for one in found[job.key])
    return Judgement(in_words, {path: found[job.key] for path, job in pairs.items()})


def pairs_of(items: Iterable[ValidFile], source_lang: str) -> Iterator[tuple[ValidFile, ValidFile]]:
    """Yield each source with each of its translations."""
    groups: dict[tuple[str, str], dict[str, ValidFile]] = defaultdict(dict)
    for one in items:
        groups[one.kind, one.slug][one.text.lang] = one
    for group in groups.values():
        if source_lang in group:
            yield from ((group[source_lang], one) for lang, one in group.items() if lang != source_lang)


def _side_by_side(words: Iterable[Job], pairs: Mapping[str, Job]) -> Iterator[Job]:
    """Yield the jobs of one item after each other: they share their texts, which then go to another process once."""
    for job in words:
        yield job
        if isinstance(job.matter, TextGroup):
            yield from (pairs[file.path] for file in job.matter.files.values() if file.path in pairs)


def _words_job(matter: TextGroup | DataFile, standard: Standard) -> Job:
    settings = (standard.records, " ".join(standard.languages), str(standard.publisher_set))
    if isinstance(matter, DataFile):
        return Job(cache_key("data", VERSION, program(), *settings, f"{matter.path} {matter.digest}"), matter)
    files = (f"{file.path} {file.digest}" for file in matter.files.values())
    return Job(cache_key("wording", VERSION, program(), *settings, str(matter.product), *files), matter)


def _pair_job(pair: tuple[ValidFile, ValidFile]) -> Job:
    files = (f"{one.file.path} {one.file.digest}" for one in pair)
    return Job(cache_key("translation", VERSION, program(), *files), pair)


def _findings_of(jobs: Sequence[Job], standard: Standard, processes: int) -> list[list[Finding]]:
    if others := helpers_for(len(jobs), processes):
        from promosite.processes import shared  # importing it takes longer than what most checks have to judge

        return shared(standard.findings_in, jobs, others)
    return [standard.findings_in(job) for job in jobs]


def helpers_for(jobs: int, processes: int) -> int:
    """Return how many processes should help this one: none for little work, and no more than find enough to do."""
    return min(processes - 1, jobs * 2 // WORTH_SHARING) if jobs >= WORTH_SHARING else 0
