"""Sentences of a passage, each with what it may lean on: the line that introduces a list, the sources behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promosite.wording.markup import GAP

ABBREVIATED = "".join(rf"(?<!\b{one}\.)" for one in ("TP", "No", "Mr", "Ms", "Dr", "St", "TS", "ThS", "Q", "KT", "ca"))
END = re.compile(
    rf"[.!?…]{ABBREVIATED}[”’\"')\]]*{GAP}*(?=\s+[^\sa-zà-ỹ0-9])"
    r"|\n(?=[ \t]*(?:[-*+|#>]|\d{1,9}[.)]\s|\n))"
)
ENTRY = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|\|)")


REACH = 200
"""Characters of a sentence that are looked at on each side of a word."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its offsets, and `context`: the sentence with the line that introduces its list."""

    start: int
    end: int
    context: str

    def before(self, text: str, at: int) -> str:
        """Return what stands before an offset, in one of the passage's texts."""
        return text[max(self.start, at - REACH) : at]

    def after(self, text: str, at: int) -> str:
        """Return what follows an offset."""
        return text[at : min(self.end, at + REACH)]


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a passage's prose; an entry of a list has the line before the list as context."""
    start, seen, lead = 0, 0, ""
    for end in [*(match.end() for match in END.finditer(text)), len(text)]:
        if not text[seen:end].strip(f"\n {GAP}"):
            seen = end  # what stands before it was seen to be blank as well
            continue
        piece = text[start:end]
        entry = ENTRY.match(piece) is not None
        yield Sentence(start, end, f"{lead[-REACH:]} {piece}" if entry else piece)
        if not entry:
            lead = piece if piece.rstrip(f"\n {GAP}").endswith(":") or piece.lstrip().startswith("#") else ""
        start = seen = end
