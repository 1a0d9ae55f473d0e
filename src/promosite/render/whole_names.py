"""Words that no line of a heading or a card breaks: names of the area, spans, days, numbers, short compounds."""

import re
from collections.abc import Callable, Iterable, Sequence

from promosite.config import Language
from promosite.messages import Messages

HARD_SPACE = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"

LONGEST = 14
"""Letters of the longest compound that is kept whole; what is longer would leave a hole in a narrow line."""

DIGIT = re.compile(r"\d")
SPAN = re.compile(r"(?<=\d)( ?)([-–])( ?)(?=\d)")
NUMBERED = r"(?<!\w)(?:No\.|[Ss]ố|ngày|tháng|năm|[Qq]uý) (?=\d)"
"""`No. 00076`, `ngày 16`: a number and the word that stands before it."""
COMPOUND = re.compile(r"(?<![\w-])\w+(?:-\w+)+")
HYPHEN = re.compile("([-–])")


def keeping_whole(languages: Sequence[Language], tables: Iterable[Messages] = ()) -> Callable[[str], str]:
    """Return what keeps a line from ending inside the site's names, `2023-2025`, `16 September` or a short compound.

    `tables` know the names of the months. It is for what a template shows; texts that are searched, copied into data
    or compared stay as written.
    """
    parts = [one.site_name.split(" - ") for one in languages]
    spoken = sorted({part for names in parts for part in names if " " in part}, key=len, reverse=True)
    joined = {f"{sign}".join(names) for names in parts if len(names) > 1 for sign in (" - ", " – ", "-", "–")}
    known = [*sorted(joined, key=len, reverse=True), *spoken]
    name = re.compile("|".join(map(re.escape, known))) if known else None
    months = {table.text(f"date.month-{number}") for table in tables for number in range(1, 13)}
    dated = [rf"\d (?:{'|'.join(sorted(filter(str.isalpha, months)))})(?!\w)"] if months else []
    number = re.compile("|".join([NUMBERED, *dated]))

    def whole(text: str) -> str:
        text = COMPOUND.sub(lambda found: _glued(found[0]) if len(found[0]) <= LONGEST else found[0], text)
        if DIGIT.search(text):
            text = number.sub(lambda found: _glued(found[0]), SPAN.sub(lambda found: _glued(found[0]), text))
        return name.sub(lambda found: _glued(found[0]), text) if name else text

    return whole


def as_written(text: str) -> str:
    """Return text without what keeps it whole, for whoever searches it."""
    return text.replace(HARD_SPACE, " ").replace(JOINER, "")


def _glued(text: str) -> str:
    hard = text.replace(" ", HARD_SPACE)
    return HYPHEN.sub(rf"{JOINER}\1{JOINER}", hard)
