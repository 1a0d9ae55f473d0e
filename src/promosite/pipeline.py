"""The stages in a row: load, validate, link, generate. Each hands on its value and its findings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from promosite.briefing_rules import briefing_findings
from promosite.clock import build_day
from promosite.config import SiteConfig, load_config
from promosite.findings import Finding, Source, finding
from promosite.generate import generate
from promosite.generate.site import Site
from promosite.legible import legible_cards
from promosite.link import items_of, link
from promosite.load import load_content
from promosite.load.documents import load_documents
from promosite.messages import has_messages, load_messages
from promosite.model.outputs import Outputs
from promosite.validate import validate_item, validate_reference
from promosite.validate.documents import validate_documents
from promosite.wording import check_wording

STAGES = ("load", "validate", "link", "wording", "generate")


def untold(stage: str) -> None:
    """Tell nobody that a stage begins."""


def load_site(
    config: SiteConfig, moment: datetime, tell: Callable[[str], object] = untold
) -> tuple[Site, list[Finding]]:
    """Return the site of a moment: everything sound that the project holds, and all that is not."""
    tell("load")
    content, findings = load_content(config.root, config.locales, config.root / "docs" / "assets" / "drawings")
    tell("validate")
    reference, problems = validate_reference(content.data)
    findings += problems
    valid = []
    for file in content.items:
        record, problems = validate_item(file, config.source_lang)
        findings += problems
        if record:
            valid.append(record)
    tell("link")
    refused = items_of((one.source.path for one in findings), config.source_lang)
    written = items_of((file.path for file in content.items), config.source_lang)
    findings += briefing_findings(content.data, reference, written, config.locales, build_day(moment))
    catalogue, problems = link(valid, reference, content.pictures, config.locales, build_day(moment), refused)
    findings += problems
    documents, problems = load_documents(config.root, config.locales)
    findings += problems
    pages, problems = validate_documents(documents)
    findings += problems
    tell("wording")
    publisher_set = config.publisher is not None
    data = content.data.values()
    findings += check_wording(valid, documents, reference, config.locales, publisher_set=publisher_set, data=data)
    messages = {lang: load_messages(lang, config.messages_dir) for lang in config.locales}
    return Site(config, catalogue, pages, messages, moment), findings


def prepare(
    root: Path, moment: datetime, tell: Callable[[str], object] = untold
) -> tuple[Site | None, Outputs, list[Finding]]:
    """Return the site of a project, everything it consists of, and every finding on the way.

    `tell` is called with the name of each stage that begins.
    """
    config, findings = load_config(root)
    if config is None:
        return None, Outputs(), findings
    if wordless := [lang for lang in config.locales if not has_messages(lang, config.messages_dir)]:
        place = Source("mkdocs.yml")
        return None, Outputs(), [finding("config-language", place, found=wordless)]
    site, problems = load_site(config, moment, tell)
    tell("generate")
    outputs, gaps = generate(site)
    cards, illegible = legible_cards(outputs.cards, {one.locale: one.name for one in config.languages})
    return site, replace(outputs, cards=cards), [*findings, *problems, *gaps, *illegible]
