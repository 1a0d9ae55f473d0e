"""Pairs of texts for the tests of parity, as short as they can be."""

from collections.abc import Iterable

from promosite.findings import Finding, Source
from promosite.model.items import ItemText, Waiver
from promosite.parity import Written, parity_findings

VI, EN = "content/vi/news/tin-mau.md", "content/en/news/tin-mau.md"
BODY_LINE = 10


def written(lang: str, body: str, title: str = "–", summary: str = "–", line: int = BODY_LINE) -> Written:
    """Return words whose title stands on line 2, summary on line 3 and body from a line on."""
    path = VI if lang == "vi" else f"content/{lang}/news/tin-mau.md"
    text = ItemText(lang=lang, title=title, summary=summary, body=body, path=path, body_line=line)
    return Written(text, 2, 3)


def compared(vi: str, en: str, waivers: Iterable[Waiver] = ()) -> list[Finding]:
    """Return the findings for a pair of bodies; waivers stand on lines 5, 6 …."""
    places = [(waiver, Source(EN, line, 5)) for line, waiver in enumerate(waivers, start=5)]
    return parity_findings(written("vi", vi), written("en", en), places)


def told(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Return code, what the Vietnamese says and what the English says of each finding."""
    return [(one.code, one.params.get("expected", ""), one.params.get("found", "")) for one in findings]
