"""The 36 months of an OCOP certificate: when they end, and how they stand on a day."""

import calendar
from datetime import date, timedelta

from promosite.model.items import Certificate

VALID_MONTHS = 36
"""An OCOP certificate holds 36 months from the day of issue (Decision 148/QĐ-TTg)."""

ENDING_DAYS = 90
"""Days before its end from which a certificate is shown as ending soon."""

STATES = ("valid", "ending", "ended", "unknown")
"""How a certificate may stand; `unknown` where no day of issue is on record."""


def add_months(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day(certificate: Certificate) -> date | None:
    """Return the last day on which a certificate holds; None where no day of issue is on record."""
    issued = certificate.certified_on
    return add_months(issued, VALID_MONTHS) if issued else None


def certificate_state(certificate: Certificate, day: date) -> str:
    """Return one of `STATES`; the last day still counts."""
    until = last_day(certificate)
    if until is None:
        return "unknown"
    left = (until - day).days
    return "ended" if left < 0 else "ending" if left <= ENDING_DAYS else "valid"


def next_change(certificate: Certificate, day: date) -> date | None:
    """Return the first day after `day` on which the certificate stands otherwise; None where it stays as it is."""
    until = last_day(certificate)
    if until is None:
        return None
    turns = (until - timedelta(days=ENDING_DAYS), until + timedelta(days=1))
    return next((turn for turn in turns if turn > day), None)
