"""Notices of the site itself: a sentence on every page between two days."""

from datetime import date

from pydantic import Field

from promosite.model.dates import Day
from promosite.model.record import Record, Slug, Words


class Notice(Record):
    """What every page says from its first day to its last, both included."""

    id: Slug
    from_: Day = Field(alias="from")
    until: Day
    text: Words

    def holds(self, day: date) -> bool:
        """Tell whether pages show the notice on a day."""
        return self.from_ <= day <= self.until
