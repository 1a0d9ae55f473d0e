"""Text that is safe in the Markdown of a generated page, and the tables it may stand in."""

import re
from collections.abc import Iterable

from promosite.messages import Messages


def head(words: Messages, name: str) -> list[str]:
    """Return the title of a page, the remark that it is generated, and its introduction."""
    title, intro = words.text(f"manual.{name}.title"), words.text(f"manual.{name}.intro")
    return [f"# {title}", f"<!-- {words.text('manual.generated')} -->", intro]


def plain(text: str) -> str:
    """Return text as it is to be read: code spans stay, all other Markdown and HTML loses its force."""
    spans = re.split(r"(`[^`]*`)", text)
    return "".join(code(span[1:-1]) if span.startswith("`") else _escaped(span) for span in spans)


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\*_\[\]|])", r"\\\1", text)


def code(text: str) -> str:
    """Return text as a code span that may stand in a table."""
    return f"`{text.replace('|', chr(92) + '|')}`"


def table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table; the cells are ready."""
    columns = list(columns)
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
