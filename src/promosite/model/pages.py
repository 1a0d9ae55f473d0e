"""Hand-written pages of the site, such as About and Privacy."""

from typing import Literal

from promosite.model.record import Record, Summary, Title


class PageHeader(Record):
    """Header of a hand-written page; `view` names generated data that its template shows."""

    title: Title
    summary: Summary
    view: Literal["home", "contact", "accessibility", "plain"] = "plain"


class WrittenPage(Record):
    """A hand-written page in one language; `address` is below the language."""

    lang: str
    address: str
    header: PageHeader
    body: str
    body_line: int = 1
    path: str
    title_at: tuple[int, int] = (1, 1)
    """Line and column of the title."""
