"""The moment of a build, given once and passed on; nothing else in the package asks the time."""

import os
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Viet Nam keeps UTC+7 all year; it has no summer time."""


class ClockError(ValueError):
    """`SOURCE_DATE_EPOCH` is no moment; the text is what it says."""


def build_moment(environ: dict[str, str] | None = None) -> datetime:
    """Return the build's moment in Viet Nam's time: `SOURCE_DATE_EPOCH` (seconds) if set, else now.

    Raises ClockError when the variable is not a whole number of seconds that a calendar has.
    """
    epoch = (os.environ if environ is None else environ).get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.now(UTC) if epoch is None else datetime.fromtimestamp(int(epoch), UTC)
        return moment.astimezone(VIETNAM).replace(microsecond=0)
    except (ValueError, OverflowError, OSError):
        raise ClockError(epoch) from None


def noon(day: date) -> datetime:
    """Return a day as a moment: noon in Viet Nam, which is the same day in UTC."""
    return datetime.combine(day, time(12), VIETNAM)


def build_day(moment: datetime) -> date:
    """Return the calendar day in Viet Nam on which a build happens."""
    return moment.astimezone(VIETNAM).date()


def age_of(path: Path) -> float:
    """Return how many seconds ago a file was written. No build asks; raises OSError where there is no file."""
    return datetime.now(UTC).timestamp() - path.lstat().st_mtime
