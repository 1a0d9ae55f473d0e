"""Names that are not broken between two lines of a heading: the parts of the name of the area."""

from collections.abc import Callable, Iterable

HARD_SPACE = "\N{NO-BREAK SPACE}"


def keeping_whole(names: Iterable[str]) -> Callable[[str], str]:
    """Return what puts hard spaces into each part of some names: a line ends after `Bà Rịa -`, never after `Bà`.

    It is for what a template shows as a heading. Texts that are searched, copied into data or compared stay as written.
    """
    parts = {part: part.replace(" ", HARD_SPACE) for name in names for part in name.split(" - ") if " " in part}

    def whole(text: str) -> str:
        for part, hard in parts.items():
            text = text.replace(part, hard)
        return text

    return whole
