"""Split a Markdown file into header and body, strictly: what one reader accepts, all must accept."""

import re
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from promosite.load.nodes import Node, parse_yaml
from promosite.load.refusal import RefusedError

MAX_HEADER = 65_536
"""Characters in a header; our longest has five thousand."""

OPENING = re.compile(r"---[ \t]*\n")
NEAR_MISS = re.compile(r"\s*(?:---|–––|———|—|–|\+\+\+|```)")


class PlacedYAMLHandler(YAMLHandler):
    """python-frontmatter's YAML handler, reading with places and refusing what is not plain data."""

    FM_BOUNDARY = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
    """The handler's own pattern takes the blank lines behind `---` with it, and lines would be counted wrong."""

    def load(self, fm: str, **kwargs: object) -> Any:
        """Return the header's tree. The header's text begins right behind the first `---`, on line 1."""
        return parse_yaml(fm, of_words=True)


HANDLER = PlacedYAMLHandler()


def split_header(text: str) -> tuple[Node, str, int]:
    """Return header tree, body and the body's first line (from 1); raises RefusedError where no sound header stands."""
    if not OPENING.match(text):
        code = "header-not-first" if NEAR_MISS.match(text) else "header-missing"
        raise RefusedError(code, 1, 1)
    try:
        header, body = HANDLER.split(text)
    except ValueError:
        raise RefusedError("header-unclosed", 1, 1) from None
    if len(header) > MAX_HEADER:
        raise RefusedError("header-too-long", 1, 1, found=str(len(header)), limit=str(MAX_HEADER))
    tree = HANDLER.load(header) if header.strip() else Node({}, 1, 1)
    if not isinstance(tree.value, dict):
        raise RefusedError("header-not-mapping", tree.line, tree.column)
    lead = len(body) - len(body.lstrip("\n"))
    body_line = text[: len(text) - len(body)].count("\n") + 1 + lead
    return tree, body.lstrip("\n"), body_line
