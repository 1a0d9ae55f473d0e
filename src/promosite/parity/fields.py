"""Compare short texts that stand in both languages beside each other, as fields of headers and of data do."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from promosite.findings import Finding, Source, finding

# Whoever compares the fields of a file finds here what a file must have for that.
from promosite.model.trees import Headed as Headed
from promosite.model.trees import Node as Node
from promosite.parity.facts import Fact
from promosite.parity.matching import Group, differences, unmatched
from promosite.parity.notations import facts_of_texts, known


class Field(NamedTuple):
    """A text in both languages, and the place of the translation."""

    source: str
    translation: str
    place: Source


def fields_in(node: Node, path: str, languages: tuple[str, str]) -> Iterator[Field]:
    """Yield every text below a node of a file that stands in both languages."""
    value = node.value
    if isinstance(value, list):
        for inner in value:
            yield from fields_in(inner, path, languages)
    elif isinstance(value, dict):
        mine, other = (value.get(lang) for lang in languages)
        if mine and other and isinstance(mine.value, str) and isinstance(other.value, str):
            yield Field(mine.value, other.value, Source(path, other.line, other.column))
        for inner in value.values():
            yield from fields_in(inner, path, languages)


def field_findings(
    fields: Iterable[Field], languages: tuple[str, str], is_waived: Callable[[Fact], bool] | None = None
) -> Iterator[Finding]:
    """Yield the facts on which fields do not agree; none where a notation is not known.

    Where facts can be waived, `is_waived` is asked for each that differs, and the sentences name that way out.
    """
    fields = list(fields) if known(*languages) else []
    case = {"case": "item"} if is_waived else {}
    mine = facts_of_texts((one.source for one in fields), languages[0])
    others = facts_of_texts((one.translation for one in fields), languages[1])
    for field, left, right in zip(fields, mine, others, strict=True):
        for group in unmatched([Group(left, right)]) if left or right else ():
            for one in differences([group.without(is_waived) if is_waived else group]):
                expected, found = _said(one.source), _said(one.translation)
                yield finding("words-differ", field.place, **case, expected=expected, found=found, lang=languages[1])


def _said(fact: Fact | None) -> str:
    """Return a fact as it was written, with its value where that is read otherwise: `6.772 (6772)`."""
    if fact is None:
        return "–"
    return fact.written if fact.written == fact.reading.value else f"{fact.written} ({fact.reading.value})"
