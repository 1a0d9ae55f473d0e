"""Part of link: what is to be said of a translation beside its source, of which it must say no more and no less."""

from collections.abc import Iterable, Mapping

from promosite.findings import Finding
from promosite.parity import Written, parity_findings
from promosite.parity.fields import Headed, Node, field_findings, fields_in
from promosite.staleness import compare, stale_finding
from promosite.validate.items import ValidFile


def pair_findings(source: ValidFile, translation: ValidFile) -> list[Finding]:
    """Return what has changed in the source since, and where the two say different things. Only the two decide."""
    file, waivers = translation.file, translation.text.waivers
    places = (file.at_key(file.header.find((key,))) for key in ("translated_from", "title"))
    stale = stale_finding(compare(source.text, translation.text), *places)
    reasons = [(waiver, file.at(file.header.find(("waivers", index)))) for index, waiver in enumerate(waivers)]
    fields = fields_in(source.file.header, source.file.path, (source.text.lang, translation.text.lang))
    found = parity_findings(_written(source), _written(translation), reasons, fields)
    return [*([stale] if stale else []), *found]


def words_findings(path: str, root: Node, languages: Iterable[str]) -> list[Finding]:
    """Return where texts below a node say different things in two languages, the source language first."""
    source, *others = languages
    return [one for lang in others for one in field_findings(fields_in(root, path, (source, lang)), (source, lang))]


def untranslated_findings(files: Mapping[str, Headed], languages: Iterable[str]) -> list[Finding]:
    """Return the same of a header, for languages in which the item has no file: those that have one are pairs."""
    source, *others = languages
    if source not in files:
        return []
    absent = (source, *(lang for lang in others if lang not in files))
    return words_findings(files[source].path, files[source].header, absent)


def _written(one: ValidFile) -> Written:
    return Written(one.text, *(one.file.header.find((key,)).line for key in ("title", "summary")))
