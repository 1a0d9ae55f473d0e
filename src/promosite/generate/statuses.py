"""A row's status in words, and the rule that gave it, line by line."""

from promosite.coverage import RULES, Coverage
from promosite.generate.site import Site, View
from promosite.lang import long_date, quarter_name
from promosite.messages import Messages
from promosite.model.plan import InQuarter, Plan


def status_text(coverage: Coverage, messages: Messages) -> str:
    """Return the status of a row in words."""
    span = span_word(coverage.plan, messages)
    return messages.text(f"row-status.{coverage.rule}.{coverage.status}", span=span)


def span_word(plan: Plan, messages: Messages) -> str:
    """Return the plan's cadence as a word: quarter, half-year, year."""
    return messages.text(f"rule.span-{plan.quarters.cadence}")


def status_view(site: Site, coverage: Coverage, lang: str) -> View:
    """Return a row's status for a page."""
    return {"value": coverage.status.value, "text": status_text(coverage, site.messages[lang])}


def period_text(site: Site, plan: Plan, lang: str) -> str:
    """Return the plan's period; whole years stand as years, since the plan names no day."""
    start, end = plan.period.from_, plan.period.to
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    messages = site.messages[lang]
    first, last = (start.year, end.year) if whole else (long_date(start, messages), long_date(end, messages))
    return messages.text("plan.period-years" if whole else "plan.period-value", start=first, end=last)


def as_of_view(site: Site, plan: Plan, lang: str) -> View:
    """Return the day of the build, and where it lies to the plan's period."""
    messages, period = site.messages[lang], period_text(site, plan, lang)
    where = "ended" if site.day > plan.period.to else "ahead" if site.day < plan.period.from_ else None
    return {
        "day": messages.text("office.as-of", day=long_date(site.day, messages)),
        "period": messages.text(f"office.{where}", period=period) if where else None,
    }


def rule_view(site: Site, coverage: Coverage, lang: str) -> View:
    """Return the rule of a row in words: what it asks, then its lines in the order in which they are read."""
    messages, schedule = site.messages[lang], coverage.task.schedule
    words = {"span": span_word(coverage.plan, messages)}
    asked = dict(words)
    if isinstance(schedule, InQuarter):
        quarter = schedule.quarter
        asked |= {
            "quarter": quarter_name(quarter, messages, "-inline"),
            "day": long_date(quarter.last_day, messages),
        }
    rule = coverage.rule
    return {
        "intro": messages.text(f"rule.{rule}.intro", **asked),
        "lines": [
            {
                "value": line.status.value,
                "name": messages.text(f"row-status.{rule}.{line.status}", **words),
                "words": messages.text(f"rule.{rule}.{line.status}", **words),
                "holds": line.status is coverage.status,
            }
            for line in RULES[rule]
        ],
    }
