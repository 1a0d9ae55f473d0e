"""No-break spaces where a line may not part what belongs together: names, numbers of documents, days."""

import re

NBSP = "\u00a0"

KEPT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"bà rịa - vũng tàu",
        r"ba ria - vung tau",
        r"\b(?:số|no\.):? \d[\w./-]*",
        r"\bngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?",
        r"\bngày \d{1,2}/\d{1,2}(?:/\d{4})?",
        r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
        r"\b(?:quý|năm|phụ lục) (?:[ivx]+\b|\d)[\w/]*",
        r"\bannex [ivx]+\b",
        r"\d[\d.,]{0,40} (?:đồng|vnd)\b",
        r"\bVND \d",
        r"\b\d{4} - \d{4}\b",
        r"\b\d sao\b",
    )
)
"""What domain rules of Vietnamese office papers, and of English dates, ask to keep on one line."""


def bound(text: str) -> str:
    """Return text with no-break spaces inside what must not be parted."""
    for pattern in KEPT:
        text = pattern.sub(lambda match: match[0].replace(" ", NBSP), text)
    return text
