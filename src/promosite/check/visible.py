"""What a reader sees of a page: openings of paragraphs, template signs, and how much text there is."""

import re
from collections.abc import Callable, Sequence

from promosite.check.page import Piece

BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td"})
HIDDEN = frozenset({"script", "style", "pre", "code", "kbd", "samp", "textarea", "template", "svg", "title"})
"""Where text is not read as prose: code shown on purpose may hold any sign."""
SEEN = BLOCKS | HIDDEN | {"a"}
"""Elements that decide what is read; all others may be passed over."""
OPENING = 200
"""Characters kept of a paragraph: a leaked header is at its beginning."""
TEMPLATE = re.compile(r"\{[{%].{0,40}")


class VisibleText:
    """Collects the visible text of one page, fed tag by tag."""

    def __init__(self) -> None:
        self.paragraphs: list[Piece] = []
        self.templates: list[Piece] = []
        self.prose = 0
        self.hidden = 0
        self._links = 0
        self._opening: list[str] = []
        self._kept = OPENING
        self._place = (1, 1)

    @property
    def is_neutral(self) -> bool:
        """Tell whether nothing is open that decides about what follows."""
        return not (self.hidden or self._links or self._opening) and self._kept == OPENING

    def add(self, paragraphs: Sequence[Piece], templates: Sequence[Piece], prose: int) -> None:
        """Take in what was read elsewhere."""
        self.paragraphs += paragraphs
        self.templates += templates
        self.prose += prose

    def open(self, tag: str, place: Callable[[], tuple[int, int]]) -> None:
        """Take note of a start tag."""
        if tag in HIDDEN:
            self.hidden += 1
        elif tag in BLOCKS:
            if self._opening:
                self._finish()
            self._place, self._kept = place(), 0
        elif tag == "a":
            self._links += 1

    def close(self, tag: str) -> None:
        """Take note of an end tag; one without a start is passed over."""
        if tag in HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in BLOCKS:
            self._kept = OPENING
            if self._opening:
                self._finish()
        elif tag == "a":
            self._links = max(0, self._links - 1)

    def text(self, data: str, place: Callable[[], tuple[int, int]]) -> None:
        """Take text in, unless it stands where prose does not."""
        if self.hidden or data.isspace():
            return
        if self._kept < OPENING:
            self._opening.append(data[: OPENING - self._kept])
            self._kept += len(data)
        if not self._links:
            self.prose += len(data.strip())
        self.templates_in(data, place)

    def templates_in(self, data: str, place: Callable[[], tuple[int, int]]) -> None:
        """Keep every template sign of a text that begins at `place`."""
        if "{" not in data:
            return
        first_line, first_column = place()
        for match in TEMPLATE.finditer(data):
            before = data[: match.start()]
            line = first_line + before.count("\n")
            column = len(before) - before.rfind("\n") if "\n" in before else first_column + len(before)
            self.templates.append(Piece(match.group(), line, column))

    def finish(self) -> None:
        """Close whatever is still open."""
        self._finish()

    def _finish(self) -> None:
        opening = "".join(self._opening).strip()
        if ":" in opening or opening.startswith("-"):
            self.paragraphs.append(Piece(opening, *self._place))
        self._opening, self._kept = [], OPENING
