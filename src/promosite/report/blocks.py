"""The report as a sequence of blocks and tables, in one language: what the Word file and the web page both show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from promosite.config import Area
from promosite.lang import long_date
from promosite.messages import Messages
from promosite.model.catalogue import Catalogue
from promosite.model.items import Item
from promosite.model.papers import Paper
from promosite.report.figures import Figures
from promosite.report.references import References

BlockKind = Literal["part", "heading", "text", "item", "gap", "note", "matrix"]


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of cells; every row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the body, in order. A gap is what nobody has written or counted: it must be seen."""

    kind: BlockKind
    text: str = ""
    table: Table | None = None


NAME_AT = {"II": 2, "III": 2, "IV": 1, "VI": 2}
"""In which column of an annex the name of its item stands, from 0."""


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A line of an annex, or a band over several (`band`, no cells). `item` is what it lists.

    A `total` has no number; its second cell says what it is.
    """

    cells: tuple[str, ...] = ()
    band: str | None = None
    item: Item | None = None
    link: str | None = None
    lang: str | None = None
    """The language of the title, where it is not that of the report."""
    total: bool = False
    online: str = ""
    """The day from which the publication ledger has the item, or that it has it not; empty where none is given."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its roman number, title, and heads; `empty` says what an annex without rows means."""

    number: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[AnnexRow, ...]
    empty: str
    above: str
    """The line under the title: to which report it belongs."""


@dataclass(frozen=True, slots=True)
class Head:
    """Everything above the body: marks such as DRAFT, notices, then the lines that Decree 30/2020/NĐ-CP asks for."""

    marks: tuple[str, ...]
    notices: tuple[str, ...]
    parent: str
    issuer: str
    number: str
    place_and_day: str
    kind: str
    subject: str
    addressee: str


@dataclass(frozen=True, slots=True)
class Foot:
    """Everything below the body: recipients line by line, and who signs; empty where nobody is named."""

    recipients: tuple[str, ...]
    authority: str
    position: str
    name: str


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report in one language, complete."""

    lang: str
    title: str
    head: Head
    body: tuple[Block, ...]
    closing: str
    foot: Foot
    annexes: tuple[Annex, ...]
    words: Mapping[str, str]


@dataclass(frozen=True)
class Frame:
    """What the words are made from. `address` gives an item's page and the language it is in."""

    lang: str
    messages: Messages
    catalogue: Catalogue
    figures: Figures
    references: References
    paper: Paper
    address: Callable[[Item, str], str]
    languages: tuple[str, ...]
    area: Area | None
    has_publisher: bool
    first_seen: Callable[[Item], date | None] | None = None
    """Gives the day on which the publication ledger first saw an item in any language; None where none is given."""
    ledger_file: str | None = None
    """Where the ledger lies in the site, for words that stand in it themselves; None for those of a Word file."""

    def t(self, key: str, /, **params: object) -> str:
        """Return a sentence of the report's own section."""
        return self.messages.text(f"report.{key}", **params)

    def day(self, day: date) -> str:
        """Return a day as an office paper writes it."""
        return long_date(day, self.messages)

    def gap(self, what: str) -> str:
        """Return the words for something that is not known; they name what is missing."""
        return self.t("gap", what=what)

    def title(self, item: Item) -> str:
        """Return an item's title; where it has none in the language of the report, that of the source, marked."""
        text = item.best_text(self.lang)
        return text.title if text.lang == self.lang else self.t("title-source", title=text.title)

    @property
    def unknown(self) -> str:
        """Return the words for something unknown in a cell that is no number."""
        return self.t("unknown")

    @property
    def unknown_number(self) -> str:
        """Return the words for a count or an amount of money that is not known."""
        return self.t("unknown-number")
