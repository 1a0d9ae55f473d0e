"""Part of link: what is to be said of a translation beside its source, of which it must say no more and no less."""

from promosite.findings import Finding
from promosite.parity import Written, parity_findings
from promosite.staleness import compare, stale_finding
from promosite.validate.items import ValidFile


def pair_findings(source: ValidFile, translation: ValidFile) -> list[Finding]:
    """Return what has changed in the source since, and where the two say different things. Only the two decide."""
    file, waivers = translation.file, translation.text.waivers
    places = (file.at_key(file.header.find((key,))) for key in ("translated_from", "title"))
    stale = stale_finding(compare(source.text, translation.text), *places)
    reasons = [(waiver, file.at(file.header.find(("waivers", index)))) for index, waiver in enumerate(waivers)]
    return [*([stale] if stale else []), *parity_findings(_written(source), _written(translation), reasons)]


def _written(one: ValidFile) -> Written:
    return Written(one.text, *(one.file.header.find((key,)).line for key in ("title", "summary")))
