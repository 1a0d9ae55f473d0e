"""Tiny texts for the checks of wording. What must be found stands between ⟦ and ⟧, and nothing else may be."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from promosite.findings import Finding
from promosite.load import load_content
from promosite.model.catalogue import Reference
from promosite.validate import validate_reference
from promosite.wording import House, house_of
from promosite.wording.passages import Passage, Role, Writing

ROOT = Path(__file__).resolve().parents[2]
PATH = "content/vi/news/x.md"
Found = tuple[int, int, str]
"""Line, column and the words."""


@cache
def real_reference() -> Reference:
    """The records of the real content: places, units, plan, glossary."""
    content, _ = load_content(ROOT, ("vi", "en"))
    reference, findings = validate_reference(content.data)
    assert findings == []
    return reference


@cache
def real_house(publisher_set: bool = False) -> House:
    return house_of(real_reference(), ("vi", "en"), publisher_set=publisher_set)


def marked(text: str) -> tuple[str, list[Found]]:
    """Return a text without its signs, and what they mark with line and column."""
    clean, wrong, start = "", [], 0
    for char in text:
        if char == "⟦":
            start = len(clean)
        elif char == "⟧":
            line = clean.count("\n", 0, start) + 1
            wrong.append((line, start - clean.rfind("\n", 0, start), " ".join(clean[start:].split())))
        else:
            clean += char
    return clean, wrong


def body(lang: str, text: str) -> Passage:
    return Passage(lang, "body", text, PATH, 1)


def writing(lang: str, text: str = "", **header: str) -> Writing:
    """A text with a body and, in its header, a title or a summary."""
    roles: dict[str, Role] = {"title": "title", "summary": "summary"}
    head = [Passage(lang, roles[name], words, PATH, 2, 8, name) for name, words in header.items()]
    return Writing(lang, PATH, (*head, body(lang, text)))


def in_text(findings: Iterable[Finding]) -> list[Found]:
    """Return line, column and words of findings in order."""
    return sorted((one.source.line or 0, one.source.column or 0, one.params["found"]) for one in findings)
