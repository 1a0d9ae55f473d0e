"""The clock of an OCOP certificate: its 36 months as a page draws them."""

from datetime import date, timedelta

from promosite.generate.site import Site, View
from promosite.lang import long_date
from promosite.model.certificates import ENDING_DAYS, last_day
from promosite.model.items import Certificate

BAR = 360
"""Length of the drawn clock, in its own units: ten for a month."""


def clock(site: Site, certificate: Certificate, lang: str) -> View | None:
    """Return the 36 months as a page draws them, with what its script needs to draw them anew on a later day.

    Days are ISO 8601 and places on the bar count from 0 to `BAR`. None where no day of issue is on record.
    """
    issued, until = certificate.certified_on, last_day(certificate)
    if issued is None or until is None:
        return None
    messages = site.messages[lang]
    return {
        "from": {"iso": issued.isoformat(), "text": long_date(issued, messages)},
        "until": {"iso": until.isoformat(), "text": long_date(until, messages)},
        "built": site.day.isoformat(),
        "as_of": long_date(site.day, messages),
        "ending_days": ENDING_DAYS,
        "now": _place(site.day, issued, until),
        "ending": _place(until - timedelta(days=ENDING_DAYS), issued, until),
        "length": BAR,
    }


def _place(day: date, start: date, end: date) -> int:
    """Return where a day stands on the bar; days before and after stand at its ends."""
    share = (day - start).days / (end - start).days
    return round(BAR * min(1.0, max(0.0, share)))
