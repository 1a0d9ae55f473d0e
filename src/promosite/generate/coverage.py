"""What was published for a plan row: results and background apart, counted by kind, quarter, channel and language."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from promosite.generate.cards import cards
from promosite.generate.site import Site, View
from promosite.lang import quarter_name
from promosite.model.dates import Quarter, quarters_between
from promosite.model.items import Item, Kind, Tier
from promosite.model.plan import Plan, Task


@dataclass(frozen=True)
class Coverage:
    """The items of one row. `results` are the Department's own; `background` is everything else that names it."""

    plan: Plan
    task: Task
    results: tuple[Item, ...]
    background: tuple[Item, ...]


def coverage_of(site: Site, plan: Plan, task: Task) -> Coverage:
    """Return what the catalogue has for a row."""
    catalogue = site.catalogue
    return Coverage(plan, task, catalogue.results(plan.id, task.id), catalogue.background(plan.id, task.id))


def plan_quarters(plan: Plan) -> list[Quarter]:
    """Return the quarters in which a plan expects evidence."""
    return quarters_between(plan.quarters.from_, plan.quarters.to)


def results_in(coverage: Coverage, quarter: Quarter) -> list[Item]:
    """Return the results published in a quarter."""
    return [item for item in coverage.results if Quarter.of(item.facts.published) == quarter]


def coverage_view(site: Site, coverage: Coverage, lang: str) -> View:
    """Return both halves of a row's coverage for a page in `lang`."""
    return {
        "results": _half(site, coverage, coverage.results, lang),
        "background": _half(site, coverage, coverage.background, lang),
    }


def _half(site: Site, coverage: Coverage, items: Sequence[Item], lang: str) -> View:
    messages = site.messages[lang]
    return {
        "total": len(items),
        "kinds": [
            {"name": messages.text(f"kind.{kind}.plural"), "cards": cards(site, group, lang)}
            for kind in Kind
            if (group := [item for item in items if item.kind is kind])
        ],
        "by_kind": _by_kind(site, items, lang),
        "by_quarter": _by_quarter(site, coverage, items, lang),
        "by_channel": _by_channel(site, items, lang),
        "by_language": by_language(site, items, lang),
    }


def _by_kind(site: Site, items: Sequence[Item], lang: str) -> list[tuple[str, int]]:
    counts = Counter(item.kind for item in items)
    return [(site.messages[lang].text(f"kind.{kind}.plural"), counts[kind]) for kind in Kind]


def _by_quarter(site: Site, coverage: Coverage, items: Sequence[Item], lang: str) -> list[tuple[str, int | None]]:
    """Count by quarter of publication; None for a quarter that has not begun, since it cannot be known yet.

    What was published outside the plan's quarters stands in a line of its own.
    """
    messages, quarters = site.messages[lang], plan_quarters(coverage.plan)
    counts = Counter(Quarter.of(item.facts.published) for item in items)
    outside = sum(count for quarter, count in counts.items() if quarter not in quarters)
    inside = [
        (quarter_name(quarter, messages), counts[quarter] if quarter.first_day <= site.day else None)
        for quarter in quarters
    ]
    return [*inside, (messages.text("coverage.outside"), outside)]


def _by_channel(site: Site, items: Sequence[Item], lang: str) -> list[tuple[str, int]]:
    """Count by the plan's forms of communication; background has none."""
    counts = Counter(item.facts.channel for item in items)
    rows = [(channel.name.text(lang), counts[channel.id]) for channel in site.catalogue.channels.values()]
    return [*rows, (site.messages[lang].text("coverage.no-channel"), counts[None])]


def by_language(site: Site, items: Sequence[Item], lang: str) -> list[tuple[str, int]]:
    """Count for each further language how many items are there in full, as a summary, and not at all."""
    messages, source = site.messages[lang], site.config.source_lang
    rows = [(messages.text("coverage.source-language", language=messages.text(f"language.{source}")), len(items))]
    for other in site.config.locales[1:]:
        counts = Counter(item.tier(other) for item in items)
        language = messages.text(f"language.{other}")
        rows += [(messages.text(f"coverage.tier-{tier}", language=language), counts[tier]) for tier in Tier]
    return rows
