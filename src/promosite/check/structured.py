"""Structured data (JSON-LD): it can be read, every node says what it is, and nothing is claimed that we never know."""

import json
from collections.abc import Iterator
from typing import Any

from promosite.check.page import Page
from promosite.check.site import source_of
from promosite.findings import Finding, Source, finding

CONTEXTS = frozenset({"https://schema.org", "https://schema.org/"})
CLAIMS = frozenset(
    {"aggregateRating", "contentRating", "offers", "ratingValue", "review", "reviewRating", "reviews", "starRating"}
)
"""Prices, ratings and reviews: this site sells nothing and asks nobody, and the stars of a certificate rate nothing."""


def structured_findings(page: Page) -> Iterator[Finding]:
    """Yield what is wrong with the structured data of a page."""
    for piece in page.structured:
        source = source_of(page, piece)
        try:
            data = json.loads(piece.text)
        except (ValueError, RecursionError):
            yield finding("site-structured-broken", source, found=_shortened(piece.text))
            continue
        for root in data if isinstance(data, list) else [data]:
            yield from _root(root, source)


def _root(root: Any, source: Source) -> Iterator[Finding]:
    context = root.get("@context") if isinstance(root, dict) else None
    if not isinstance(context, str) or context not in CONTEXTS:
        yield finding("site-structured-context", source, found=_shortened(str(context or "–")))
    for key, node in _nodes(root):
        if "@type" not in node and set(node) - {"@id", "@context", "@graph"}:  # a bare @id points at another node
            yield finding("site-structured-untyped", source, found=_shortened(str(node.get("@id") or key or "–")))
        for name in sorted(CLAIMS & node.keys()):
            yield finding("site-structured-claim", source, field=name)


def _nodes(root: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every node with the property it stands under, outer before inner; a stack, for data may be deep."""
    waiting: list[tuple[str, Any]] = [("", root)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            yield key, value
            waiting += [(name, inner) for name, inner in value.items() if isinstance(inner, (dict, list))]
        elif isinstance(value, list):
            waiting += [(key, inner) for inner in value if isinstance(inner, (dict, list))]


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
