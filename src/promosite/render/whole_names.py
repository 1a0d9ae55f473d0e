"""Names that are not broken between two lines of a heading: the parts of the name of the area."""

from collections.abc import Callable, Sequence

from promosite.config import Language

HARD_SPACE = "\N{NO-BREAK SPACE}"


def keeping_whole(languages: Sequence[Language]) -> Callable[[str], str]:
    """Return what puts hard spaces into each part of the site's names: a line ends after `Bà Rịa -`, never after `Bà`.

    It is for what a template shows as a heading. Texts that are searched, copied into data or compared stay as written.
    """
    names = [part for one in languages for part in one.site_name.split(" - ")]
    parts = {name: name.replace(" ", HARD_SPACE) for name in names if " " in name}

    def whole(text: str) -> str:
        for part, hard in parts.items():
            text = text.replace(part, hard)
        return text

    return whole
