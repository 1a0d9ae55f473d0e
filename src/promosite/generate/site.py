"""The one argument of every generator: configuration, catalogue, hand-written pages, words and moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from promosite.clock import build_day
from promosite.config import SiteConfig
from promosite.messages import Messages
from promosite.model.catalogue import Catalogue
from promosite.model.items import Item
from promosite.model.pages import WrittenPage
from promosite.model.papers import Paper
from promosite.model.plan import Plan
from promosite.model.record import Words

View = dict[str, Any]
"""Plain data for a template: text, numbers, lists and mappings, nothing else."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a site was made from: a digest of all files that were read, how many they are, and one without items."""

    digest: str = ""
    files: int = 0
    without_items: str = ""


@dataclass(frozen=True)
class Site:
    """What a build knows. Two equal sites generate equal outputs."""

    config: SiteConfig
    catalogue: Catalogue
    pages: tuple[WrittenPage, ...]
    messages: Mapping[str, Messages]
    moment: datetime
    papers: Mapping[int, Paper] = field(default_factory=dict)
    """What people wrote for the yearly reports, by year."""
    origin: Origin = Origin()
    assets: tuple[str, ...] = ()
    """The site's own files, by their paths below `docs/`."""

    @property
    def day(self) -> date:
        """Return the day of the build in Viet Nam."""
        return build_day(self.moment)

    @property
    def current_plan(self) -> Plan | None:
        """Return the plan shown in the menu: the newest."""
        plans = sorted(self.catalogue.plans.values(), key=lambda plan: plan.period.from_)
        return plans[-1] if plans else None

    def path(self, lang: str, address: str) -> str:
        """Return an address below the site's root."""
        return self.config.url_path(lang, address)

    def words(self, words: Words, lang: str) -> View:
        """Return a text for a page in `lang`, and the language to mark it with where it is another."""
        own = words.language(lang)
        return {"text": words.text(lang), "lang": own if own not in (None, lang) else None}


def item_address(item: Item) -> str:
    """Return an item's address below the language."""
    return f"{item.kind.folder}/{item.slug}/"


def sheet_address(item: Item) -> str:
    """Return the address of a product's one-page sheet below the language."""
    return f"{item_address(item)}sheet/"


def task_address(plan_id: str, task_id: str) -> str:
    """Return the address of a row's coverage page."""
    return f"plan/{plan_id}/{task_id}/"


def unit_address(plan_id: str, unit_id: str) -> str:
    """Return the address of a unit's page."""
    return f"plan/{plan_id}/units/{unit_id}/"


def report_address(plan_id: str, year: int) -> str:
    """Return the address of a yearly report's page."""
    return f"plan/{plan_id}/report/{year}/"


def briefing_address(briefing_id: str) -> str:
    """Return the address of a page for one circle of readers."""
    return f"for/{briefing_id}/"
