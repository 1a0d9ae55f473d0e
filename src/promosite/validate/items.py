"""Headers of items: facts of the source language, words of every language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from promosite.findings import Finding, finding
from promosite.load.files import SourceFile
from promosite.load.nodes import Node
from promosite.memory import remembered
from promosite.model.items import FACTS, Headline, ItemFacts, ItemId, ItemText, Kind, TranslationHeadline
from promosite.validate.placeholders import placeholder_findings, without_echoes
from promosite.validate.problems import findings_of, known_fields, unknown_field
from promosite.validate.rules import check_body, check_facts, check_slug, check_targets

FOLDERS = {kind.folder: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class ValidFile:
    """A file that may be used: its words, and its facts if it is the one that carries them."""

    kind: Kind
    slug: str
    text: ItemText
    facts: ItemFacts | None
    file: SourceFile

    @property
    def item_id(self) -> ItemId:
        """Return the key of the item to which the file belongs."""
        return ItemId(f"{self.kind}/{self.slug}")


def validate_item(file: SourceFile, source_lang: str) -> tuple[ValidFile | None, list[Finding]]:
    """Return the file as records, or None with the errors that keep it out."""
    known = _known.get(file.path)
    if known is None or known[0] is not file or known[1] != source_lang:
        known = _known[file.path] = (file, source_lang, _validated(file, source_lang))
    record, findings = known[2]
    return record, [*findings]


_known: dict[str, tuple[SourceFile, str, tuple[ValidFile | None, list[Finding]]]] = remembered()
"""What was said of files before in this process: a preview asks again about everything when one file is saved."""


def _validated(file: SourceFile, source_lang: str) -> tuple[ValidFile | None, list[Finding]]:
    kind = FOLDERS.get(file.folder)
    if kind is None:
        return None, [finding("folder-unknown", file.at(file.header), found=file.folder, expected=sorted(FOLDERS))]
    findings = check_slug(file)
    head = Headline if file.lang == source_lang else TranslationHeadline
    words, facts = _split(file.header, head)
    headline = _record(head, words, file, findings)
    fact_record: ItemFacts | None = None
    if file.lang == source_lang:
        fact_record = _record(FACTS[kind], facts, file, findings, Headline.model_fields)
        if fact_record:
            findings += check_facts(fact_record, file)
    else:
        findings += _facts_in_translation(facts, file, FACTS[kind])
    findings += [*check_body(file), *check_targets(file)]
    if unfilled := placeholder_findings(file):
        findings = without_echoes(findings, unfilled)
    if headline is None or any(one.severity == "error" for one in findings):
        return None, findings
    return ValidFile(kind, file.stem, _text(headline, file), fact_record, file), findings


def _text(headline: Headline, file: SourceFile) -> ItemText:
    text = ItemText(
        lang=file.lang,
        title=headline.title,
        summary=headline.summary,
        body=file.body,
        path=file.path,
        body_line=file.body_line,
        title_at=file.title_at,
        digest=file.digest,
        header_digest=file.header_digest,
    )
    if not isinstance(headline, TranslationHeadline):
        return text
    own = {name: getattr(headline, name) for name in ("translated_from", "translated_on", "waivers")}
    return text.model_copy(update=own)


def _split(header: Node, head: type[Headline]) -> tuple[Node, Node]:
    """Return the header's words and the header's facts, both still knowing their places."""
    words = {key: node for key, node in header.value.items() if key in head.model_fields}
    facts = {key: node for key, node in header.value.items() if key not in head.model_fields}
    return Node(words, header.line, header.column), Node(facts, header.line, header.column)


def _record(model: type[Any], tree: Node, file: SourceFile, findings: list[Finding], also: Iterable[str] = ()) -> Any:
    try:
        return model.model_validate(tree.plain())
    except ValidationError as error:
        findings += findings_of(error, file.path, tree, model, also)
        return None


def _facts_in_translation(facts: Node, file: SourceFile, model: type[BaseModel]) -> list[Finding]:
    known, own = known_fields(model), known_fields(TranslationHeadline)
    return [
        finding("fact-in-translation", file.at_key(node), field=key)
        if key in known
        else finding("field-unknown", file.at_key(node), field=key, found=key, **unknown_field(key, own))
        for key, node in facts.value.items()
    ]
