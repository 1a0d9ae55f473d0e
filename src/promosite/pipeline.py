"""The stages in a row: load, validate, judge words and pairs, link, generate. Each hands on value and findings."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from promosite.cache import links_in_cache
from promosite.clock import build_day
from promosite.config import SiteConfig
from promosite.findings import WHOLE, Finding, Severity, Source, finding, has_errors, limited
from promosite.generate import gaps, generate, outlines
from promosite.generate.overviews import overviews, overviews_again
from promosite.generate.sharing import share_card
from promosite.generate.site import Origin, Site
from promosite.judging import Judge, judge_anew, standard_of
from promosite.legible import legible_cards
from promosite.link import SaidOf, items_of, link
from promosite.link.briefings import briefing_findings
from promosite.link.days import paper_findings
from promosite.link.notices import notice_findings
from promosite.link.pictures import Shelf, shelf_of
from promosite.link.references import told, unknown_in_reference
from promosite.link.refused import refused_findings, unused
from promosite.link.register import register_findings
from promosite.link.reports import report_findings
from promosite.load import load_content
from promosite.load.digests import digest_of, digests
from promosite.load.documents import load_documents
from promosite.load.files import Content, SourceFile
from promosite.memory import forget
from promosite.messages import has_messages, load_messages
from promosite.model.catalogue import Catalogue, Reference
from promosite.model.outputs import CardOutput, Outputs
from promosite.model.pages import WrittenPage
from promosite.own_words import word_findings
from promosite.site_settings import load_config
from promosite.trial import tried
from promosite.validate import ValidFile, validate_item, validate_reference
from promosite.validate.documents import validate_documents
from promosite.validate.papers import validate_papers

STAGES = ("load", "validate", "wording", "link", "generate")


def untold(stage: str) -> None:
    """Tell nobody that a stage begins."""


class _Read(NamedTuple):
    """What was read: the content, its pictures, and the texts as far as they may be looked at.

    `harmful` are the paths of texts whose bodies are refused.
    """

    content: Content
    shelf: Shelf
    items: list[SourceFile]
    documents: list[SourceFile]
    harmful: frozenset[str]


class _Sound(NamedTuple):
    """What each file holds on its own: records, items by file and language, hand-written pages."""

    reference: Reference
    items: list[ValidFile]
    pages: tuple[WrittenPage, ...]


def load_site(
    config: SiteConfig, moment: datetime, tell: Callable[[str], object] = untold, judge: Judge = judge_anew
) -> tuple[Site, list[Finding]]:
    """Return the site of a moment: everything sound that the project holds, and all that is not."""
    tell("load")
    read, findings = _load(config)
    tell("validate")
    sound, problems = _validate(read, config, findings)
    findings += problems
    tell("wording")
    content, languages = read.content, config.locales
    standard = standard_of(sound.reference, content.data, languages, publisher_set=config.publisher is not None)
    said = judge(sound.items, [*read.documents, *content.reports], content.data.values(), standard)
    tell("link")
    day = build_day(moment)
    catalogue, problems = _link(read, sound, said.of_pair, config, day, findings)
    findings += [*problems, *said.words]
    messages = {lang: load_messages(lang, config.messages_dir) for lang in languages}
    papers, problems = validate_papers(content.reports, catalogue.plans, messages)
    findings += [*problems, *report_findings(catalogue, papers, day), *paper_findings(papers.values(), day)]
    origin = _origin(content, digests(content, read.documents))
    return Site(config, catalogue, sound.pages, messages, moment, papers, origin, content.assets), findings


def _load(config: SiteConfig) -> tuple[_Read, list[Finding]]:
    content, findings = load_content(config.root, config.locales)
    shelf = shelf_of(content, findings)
    documents, unread = load_documents(config.root, config.locales)
    # Reports need no trial: `validate_papers` reads them line by line as plain words, and Markdown never sees them.
    files, refused = tried([*content.items, *documents], config.markdown_extensions)
    harmful, items = frozenset(one.source.path for one in refused), len(content.items)
    return _Read(content, shelf, files[:items], files[items:], harmful), [*findings, *unread, *refused]


def _validate(read: _Read, config: SiteConfig, findings: Iterable[Finding]) -> tuple[_Sound, list[Finding]]:
    reference, problems = validate_reference(read.content.data, _unreadable(findings))
    items, refused = _valid_items(read.items, config.source_lang)
    pages, wrong = validate_documents(read.documents, config.locales)
    items = [one for one in items if one.file.path not in read.harmful]
    pages = tuple(one for one in pages if one.path not in read.harmful)
    return _Sound(reference, items, pages), [*problems, *refused, *wrong]


def _link(
    read: _Read, sound: _Sound, said_of: SaidOf, config: SiteConfig, day: date, findings: Sequence[Finding]
) -> tuple[Catalogue, list[Finding]]:
    """Return the catalogue of a day and what does not fit together; `findings` are those that came before."""
    data, reference, languages = read.content.data, sound.reference, config.locales
    refused = items_of((one.source.path for one in findings), config.source_lang)
    known = refused | items_of((file.path for file in read.content.items), config.source_lang)
    catalogue, found = link(sound.items, reference, read.shelf, languages, day, refused, said_of)
    found += briefing_findings(data, reference, known, languages, day)
    found += told(unknown_in_reference(data, reference), reference)
    found += notice_findings(data.get("notices"), reference.notices, languages)
    found += register_findings(data.get("media"), reference.pictures, languages)
    left = unused(read.items, sound.items)
    said = [*findings, *found]
    return catalogue, [*found, *refused_findings(left, reference, read.shelf, known, config.source_lang, said)]


def _origin(content: Content, read: Mapping[str, str]) -> Origin:
    items = {one.path for one in content.items}
    around = {path: digest for path, digest in read.items() if path not in items}
    return Origin(digest_of(read), len(read), digest_of(around))


def _unreadable(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the names of data files that could not be read."""
    found = (re.fullmatch(r"content/data/([^/]+)\.yml", one.source.path) for one in findings)
    return frozenset(one[1] for one in found if one)


def _valid_items(files: Iterable[SourceFile], source_lang: str) -> tuple[list[ValidFile], list[Finding]]:
    valid: list[ValidFile] = []
    findings: list[Finding] = []
    for file in files:
        record, problems = validate_item(file, source_lang)
        findings += problems
        if record:
            valid.append(record)
    return valid, findings


def read_site(
    root: Path, moment: datetime, tell: Callable[[str], object] = untold, judge: Judge = judge_anew
) -> tuple[Site | None, list[Finding]]:
    """Return the site of a project at a moment and what is wrong with it; None where nothing may be read at all.

    The way in for whatever looks at a whole project, so that each meets the same refusals before anything is read.
    """
    if links := links_in_cache(root):
        return None, [finding("cache-link", Source(path, WHOLE)) for path in links]
    config, findings = load_config(root)
    if config is None:
        return None, findings
    if wordless := [lang for lang in config.locales if not has_messages(lang, config.messages_dir)]:
        return None, [finding("config-language", Source("mkdocs.yml"), found=wordless)]
    words = limited(word_findings(config.locales, config.messages_dir))
    if has_errors(words):
        return None, words
    site, findings = load_site(config, moment, tell, judge)
    return site, [*words, *limited(findings)]


def examine(
    root: Path, moment: datetime, tell: Callable[[str], object] = untold, judge: Judge = judge_anew
) -> tuple[Site | None, list[Finding]]:
    """Return the site of a project and every finding that `prepare` would give, without the files that it makes.

    `tell` is called with the name of each stage that begins; `judge` may remember what was found before.
    """
    site, findings = read_site(root, moment, tell, judge)
    if site is None:
        return None, findings
    tell("generate")
    pages = outlines(site)
    _, illegible = _legible(site, (share_card(site, page) for page in pages))
    return site, [*findings, *_missing_also(gaps(site, pages), findings), *illegible]


def prepare(
    root: Path,
    moment: datetime,
    tell: Callable[[str], object] = untold,
    judge: Judge = judge_anew,
    *,
    again: bool = True,
) -> tuple[Site | None, Outputs, list[Finding]]:
    """Return the site of a project, its pages and what goes with them, and every finding on the way.

    `tell` is called with the name of each stage that begins; `judge` may remember what was found before.
    Unless the same project will be prepared `again` by this process, what only that would need is forgotten, or not
    remembered.
    """
    site, findings = read_site(root, moment, tell, judge)
    if not again:
        forget()
    if site is None:
        return None, Outputs(), findings
    tell("generate")
    outputs, gaps_found = generate(site, overviews_again if again else overviews)
    cards, illegible = _legible(site, outputs.cards)
    return site, replace(outputs, cards=cards), [*findings, *_missing_also(gaps_found, findings), *illegible]


def _missing_also(gaps_found: Iterable[Finding], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield gaps, but none of a file that has an error: it is not missing, it could not be used."""
    faulty = {one.source.path for one in findings if one.severity is Severity.ERROR}
    below = {path.split("/", 2)[-1] for path in faulty if path.startswith(("content/", "docs/"))}
    for one in gaps_found:
        is_told = {"page-missing": one.source.path in faulty, "link-page": one.params.get("file") in below}
        if not is_told.get(one.code):
            yield one


def _legible(site: Site, cards: Iterable[CardOutput]) -> tuple[tuple[CardOutput, ...], list[Finding]]:
    return legible_cards(cards, {one.locale: one.name for one in site.config.languages})
