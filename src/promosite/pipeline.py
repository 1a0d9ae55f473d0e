"""The stages in a row: load, validate, judge words and pairs, link, generate. Each hands on value and findings."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

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
from promosite.link import items_of, link
from promosite.link.briefings import briefing_findings
from promosite.link.days import paper_findings
from promosite.link.notices import notice_findings
from promosite.link.pictures import shelf_of
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
from promosite.model.outputs import CardOutput, Outputs
from promosite.own_words import word_findings
from promosite.site_settings import load_config
from promosite.trial import tried
from promosite.validate import ValidFile, validate_item, validate_reference
from promosite.validate.documents import validate_documents
from promosite.validate.papers import validate_papers

STAGES = ("load", "validate", "wording", "link", "generate")


def untold(stage: str) -> None:
    """Tell nobody that a stage begins."""


def load_site(
    config: SiteConfig, moment: datetime, tell: Callable[[str], object] = untold, judge: Judge = judge_anew
) -> tuple[Site, list[Finding]]:
    """Return the site of a moment: everything sound that the project holds, and all that is not."""
    tell("load")
    content, findings = load_content(config.root, config.locales)
    shelf = shelf_of(content, findings)
    unlooked, unread = load_documents(config.root, config.locales)
    items, documents, harmful = _tried(content.items, unlooked, config)
    findings += harmful
    tell("validate")
    reference, problems = validate_reference(content.data, _unreadable(findings))
    findings += problems
    valid, problems = _valid_items(items, config.source_lang)
    findings += problems
    left_out = {one.source.path for one in harmful}
    valid = [one for one in valid if one.file.path not in left_out]
    pages, wrong = validate_documents(documents, config.locales)
    pages = tuple(one for one in pages if one.path not in left_out)
    tell("wording")
    publisher_set = config.publisher is not None
    standard = standard_of(reference, content.data, config.locales, publisher_set=publisher_set)
    said = judge(valid, [*documents, *content.reports], content.data.values(), standard)
    tell("link")
    day = build_day(moment)
    refused = items_of((one.source.path for one in findings), config.source_lang)
    written = items_of((file.path for file in content.items), config.source_lang)
    findings += briefing_findings(content.data, reference, written | refused, config.locales, day)
    findings += told(unknown_in_reference(content.data, reference), reference)
    findings += notice_findings(content.data.get("notices"), reference.notices, config.locales)
    findings += register_findings(content.data.get("media"), reference.pictures, config.locales)
    catalogue, problems = link(valid, reference, shelf, config.locales, day, refused, said.of_pair)
    findings += [*problems, *unread, *wrong, *said.words]
    left = unused(items, valid)
    findings += refused_findings(left, reference, shelf, written | refused, config.source_lang, findings)
    messages = {lang: load_messages(lang, config.messages_dir) for lang in config.locales}
    papers, problems = validate_papers(content.reports, catalogue.plans, messages)
    findings += [*problems, *report_findings(catalogue, papers, day), *paper_findings(papers.values(), day)]
    origin = _origin(content, digests(content, documents))
    return Site(config, catalogue, pages, messages, moment, papers, origin, content.assets), findings


def _origin(content: Content, read: Mapping[str, str]) -> Origin:
    items = {one.path for one in content.items}
    around = {path: digest for path, digest in read.items() if path not in items}
    return Origin(digest_of(read), len(read), digest_of(around))


def _unreadable(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the names of data files that could not be read."""
    found = (re.fullmatch(r"content/data/([^/]+)\.yml", one.source.path) for one in findings)
    return frozenset(one[1] for one in found if one)


def _tried(
    items: Sequence[SourceFile], documents: Sequence[SourceFile], config: SiteConfig
) -> tuple[list[SourceFile], list[SourceFile], list[Finding]]:
    """Return items and hand-written pages as they may be looked at, and what is refused in their bodies.

    Reports need no trial: `validate_papers` reads them line by line as plain words, and Markdown never sees them.
    """
    files, findings = tried([*items, *documents], config.markdown_extensions)
    return files[: len(items)], files[len(items) :], findings


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
        lost = one.params["file"] in below if one.code == "link-page" else one.source.path in faulty
        if one.code not in ("link-page", "page-missing") or not lost:
            yield one


def _legible(site: Site, cards: Iterable[CardOutput]) -> tuple[tuple[CardOutput, ...], list[Finding]]:
    return legible_cards(cards, {one.locale: one.name for one in site.config.languages})
