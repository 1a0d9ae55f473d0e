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
