"""A made-up plan and made-up items, as small as a rule needs them."""

from datetime import date
from typing import Any

from promosite.load.nodes import parse_yaml
from promosite.model.items import Item, ItemText, NewsFacts
from promosite.model.plan import Plan
from tests.worlds import PLAN

SIX_QUARTERS = {"from": "2024-Q1", "to": "2025-Q2"}
PERIOD = {"from": "2024-01-01", "to": "2025-06-30"}


def plan(**changes: Any) -> Plan:
    """Return a plan of six quarters, 2024-Q1 to 2025-Q2: `t1` is ongoing, `t2` due in 2024-Q1."""
    fields = parse_yaml(PLAN).plain() | {"quarters": SIX_QUARTERS, "period": PERIOD}
    return Plan.model_validate(fields | changes)


def item(published: str, english: str | None = "full", unit: str | None = "centre", slug: str = "") -> Item:
    """Return a piece of news that names both rows; `english` is `full`, `summary` or None."""
    body = {"full": "Text.", "summary": ""}
    texts = {"vi": text("vi", "Bài.")}
    if english:
        texts["en"] = text("en", body[english])
    facts = NewsFacts.model_validate({"published": published, "tasks": ("t1", "t2"), "unit": unit})
    slug = slug or f"ngay-{published}"
    return Item.model_validate({"kind": "news", "slug": slug, "facts": facts, "texts": texts})


def text(lang: str, body: str) -> ItemText:
    return ItemText(lang=lang, title="Mẫu", summary="Mẫu.", body=body, path=f"content/{lang}/news/mau.md", body_line=5)


def day(written: str) -> date:
    return date.fromisoformat(written)
