"""Key figures: each stated once, with its source and the date to which it holds."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Strict, Tag

from promosite.model.dates import PartialDate
from promosite.model.items import Citation
from promosite.model.record import ItemKey, Record, Slug, Words

Number = Annotated[int, Strict(), Field(ge=0), Tag("number")]
"""A whole number, which each language's page writes in its own way: `1163` as 1.163 or 1,163."""


def _form(value: Any) -> str:
    """Return which form was meant, so that what is wrong is said once and of that form."""
    return "number" if isinstance(value, (int, float)) and not isinstance(value, bool) else "words"


Amount = Annotated[Number | Annotated[Words, Tag("words")], Discriminator(_form)]
"""A number, or the words of the source where there is more to say: `more than 40`, `USD 3.1 billion`."""


class Figure(Record):
    """A figure of the register. `stale_after` are the months after which it is shown as old."""

    id: Slug
    label: Words
    value: Amount
    unit: Words | None = None
    as_of: PartialDate
    source: Citation
    place: Slug | None = None
    item: ItemKey | None = None
    briefings: tuple[Slug, ...] = ()
    note: Words | None = None
    stale_after: Annotated[int, Field(ge=1, le=600)] = 24
