"""What machines said of the finished pages: the record behind the accessibility statement."""

from typing import Annotated

from pydantic import Field

from promosite.model.dates import Day
from promosite.model.record import Record, Text

Count = Annotated[int, Field(ge=0)]


class MachineCheck(Record):
    """One run of the judges over the finished site, as `scripts/audit.py --record` wrote it down."""

    checked_on: Day
    axe: Text
    templates: Count
    views: Count
    axe_faults: Count
    html_validate: Text
    html_pages: Count
    html_faults: Count
