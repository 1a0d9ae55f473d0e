"""What counts as a result, what is hidden, and in which order things stand."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.model.catalogue import Catalogue, hidden_because, is_result, newest_first
from promosite.model.items import FACTS, Item, ItemFacts, ItemId, ItemText, Kind, NewsFacts, Tier
from promosite.model.plan import Period, Plan

PLAN = Plan.model_validate(
    {
        "id": "2023-2025",
        "title": "Kế hoạch",
        "message": "Thông điệp",
        "period": {"from": "2023-01-01", "to": "2025-12-31"},
        "quarters": {"from": "2023-Q4", "to": "2025-Q4"},
        "report": {"due": "11-15"},
        "tasks": [],
    }
)

OWN: dict[Kind, dict[str, Any]] = {
    Kind.NEWS: {},
    Kind.PRODUCT: {},
    Kind.EVENT: {"start": "2024-06-07", "role": "organiser"},
    Kind.PRESS: {"outlet": "Báo", "url": "https://mau.vn/", "article_language": "vi"},
}


def an_item(kind: Kind = Kind.NEWS, slug: str = "a", published: str = "2024-06-01", **facts: Any) -> Item:
    text = ItemText(lang="vi", title="Mẫu", summary="Mẫu", body="", path="x", body_line=1)
    record = FACTS[kind].model_validate(OWN[kind] | {"published": published} | facts)
    return Item(kind=kind, slug=slug, facts=record, texts={"vi": text})


def catalogue_of(*items: Item) -> Catalogue:
    tasks = {item.id: tuple(("2023-2025", task) for task in item.facts.tasks) for item in items}
    return Catalogue(items={item.id: item for item in items}, tasks_of=tasks, plans={PLAN.id: PLAN})


INSIDE = ["2023-01-01", "2024-06-01", "2025-12-31"]
OUTSIDE = ["2022-12-31", "2026-01-01"]


@pytest.mark.parametrize("published", INSIDE + OUTSIDE)
@pytest.mark.parametrize("unit", ["centre", None])
@pytest.mark.parametrize(
    ("kind", "role", "counts"),
    [
        (Kind.NEWS, None, True),
        (Kind.PRODUCT, None, True),
        (Kind.PRESS, None, True),
        (Kind.EVENT, "organiser", True),
        (Kind.EVENT, "co-organiser", True),
        (Kind.EVENT, "attended", False),
        (Kind.EVENT, "reported", False),
    ],
)
def test_a_result_has_a_unit_a_day_in_the_period_and_a_part_in_the_event(
    kind: Kind, role: str | None, counts: bool, unit: str | None, published: str
) -> None:
    facts = ({"role": role} if role else {}) | ({"unit": unit, "channel": "websites"} if unit else {})
    item = an_item(kind, published=published, tasks=["t1"], **facts)
    expected = counts and unit is not None and published in INSIDE
    catalogue = catalogue_of(item)
    assert is_result(item, PLAN) is expected
    assert catalogue.results(PLAN.id, "t1") == ((item,) if expected else ())
    assert catalogue.background(PLAN.id, "t1") == (() if expected else (item,))


@pytest.mark.parametrize(
    ("day", "held"),
    [("2022-12-31", False), ("2023-01-01", True), ("2024-02-29", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_a_period_includes_both_its_ends(day: str, held: bool) -> None:
    period = Period.model_validate({"from": "2023-01-01", "to": "2025-12-31"})
    assert period.holds(date.fromisoformat(day)) is held


@pytest.mark.parametrize(
    ("facts", "day", "reason"),
    [
        ({"published": "2024-06-01"}, "2024-06-01", None),
        ({"published": "2024-06-01"}, "2024-05-31", "scheduled"),
        ({"published": "2024-06-01", "draft": True}, "2024-06-01", "draft"),
        ({"published": "2024-06-01", "draft": True}, "2024-05-31", "draft"),
        ({"published": "2024-06-01", "publish_on": "2024-07-01"}, "2024-06-30", "scheduled"),
        ({"published": "2024-06-01", "publish_on": "2024-07-01"}, "2024-07-01", None),
        ({"published": "2024-06-01", "publish_on": "2024-05-01"}, "2024-05-31", "scheduled"),
        ({"published": "2024-06-01", "expires_on": "2024-07-01"}, "2024-06-30", None),
        ({"published": "2024-06-01", "expires_on": "2024-07-01"}, "2024-07-01", "expired"),
        ({"published": "2024-06-01", "expires_on": "2024-07-01"}, "2024-07-02", "expired"),
        ({"published": "2024-06-01", "publish_on": "2024-07-01", "expires_on": "2024-08-01"}, "2024-07-31", None),
        (
            {"published": "2024-06-01", "publish_on": "2024-07-01", "expires_on": "2024-08-01"},
            "2024-06-02",
            "scheduled",
        ),
    ],
)
def test_why_something_is_hidden(facts: dict[str, Any], day: str, reason: str | None) -> None:
    assert hidden_because(NewsFacts.model_validate(facts), date.fromisoformat(day)) == reason


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.none() | DAYS, st.dates(), st.dates())
def test_what_has_appeared_stays(published: date, publish_on: date | None, one: date, other: date) -> None:
    facts = NewsFacts.model_validate({"published": published, "publish_on": publish_on})
    early, late = sorted((one, other))
    assert hidden_because(facts, early) is not None or hidden_because(facts, late) is None


def test_newest_first_then_newest_matter_then_name() -> None:
    expected = [
        an_item(slug="z", published="2024-06-03"),
        an_item(slug="d", published="2024-06-02", date="2024-05-02"),
        an_item(slug="e", published="2024-06-02", date="2024-05"),
        an_item(slug="c", published="2024-06-02", date="2024"),
        an_item(slug="a", published="2024-06-02"),
        an_item(slug="b", published="2024-06-02"),
        an_item(slug="y", published="2024-06-01", date="2024-05-31"),
    ]
    slugs = [one.slug for one in expected]
    for order in list(permutations(expected))[::97]:
        assert [one.slug for one in sorted(order, key=newest_first)] == slugs
        assert [one.slug for one in catalogue_of(*order).of_kind(Kind.NEWS)] == slugs


def test_items_by_kind_and_by_row_and_by_none() -> None:
    one, two = an_item(slug="one", tasks=["t1", "t2"]), an_item(Kind.PRODUCT, "two", tasks=["t1"])
    three = an_item(slug="three", published="2024-06-02")
    catalogue = catalogue_of(one, two, three)
    assert {kind: [item.slug for item in catalogue.of_kind(kind)] for kind in Kind} == {
        Kind.NEWS: ["three", "one"],
        Kind.PRODUCT: ["two"],
        Kind.EVENT: [],
        Kind.PRESS: [],
    }
    assert [item.slug for item in catalogue.of_task(PLAN.id, "t1")] == ["one", "two"]
    assert [item.slug for item in catalogue.of_task(PLAN.id, "t2")] == ["one"]
    assert [item.slug for item in catalogue.of_task(PLAN.id, "t9")] == []
    assert [item.slug for item in catalogue.without_task] == ["three"]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 7)), max_size=12))
def test_related_goes_both_ways_and_never_to_oneself_or_nothing(pairs: list[tuple[int, int]]) -> None:
    named = {left: [f"news/n{right}" for start, right in pairs if start == left] for left in range(6)}
    items = {left: an_item(slug=f"n{left}", related=related) for left, related in named.items()}
    catalogue = catalogue_of(*items.values())
    related = {item.id: {other.id for other in catalogue.related(item)} for item in items.values()}
    links = {(f"news/n{one}", f"news/n{two}") for one, two in pairs if one != two and two in items}
    assert related == {key: {b for a, b in links if a == key} | {a for a, b in links if b == key} for key in related}


@pytest.mark.parametrize(
    ("bodies", "tiers"),
    [
        ({"vi": "Bài", "en": "Text"}, {"vi": Tier.FULL, "en": Tier.FULL, "ja": Tier.NONE}),
        ({"vi": "Bài", "en": " \n"}, {"vi": Tier.FULL, "en": Tier.SUMMARY, "ja": Tier.NONE}),
        ({"vi": "Bài"}, {"vi": Tier.FULL, "en": Tier.NONE, "ja": Tier.NONE}),
        ({"vi": "\n", "en": ""}, {"vi": Tier.FULL, "en": Tier.FULL, "ja": Tier.NONE}),
    ],
)
def test_how_far_an_item_exists_in_a_language(bodies: dict[str, str], tiers: dict[str, Tier]) -> None:
    texts = {
        lang: ItemText(lang=lang, title=lang, summary="x", body=body, path="x", body_line=1)
        for lang, body in bodies.items()
    }
    item = Item(kind=Kind.NEWS, slug="a", facts=NewsFacts.model_validate({"published": "2024-06-01"}), texts=texts)
    assert {lang: item.tier(lang) for lang in tiers} == tiers
    assert item.best_text("en").lang == ("en" if "en" in bodies else "vi")
    assert (item.id, item.source_lang) == (ItemId("news/a"), "vi")


@pytest.mark.parametrize(
    ("kind", "facts", "happened"),
    [
        (Kind.NEWS, {"date": "2024-05"}, "2024-05"),
        (Kind.NEWS, {}, "None"),
        (Kind.PRESS, {"date": 2024}, "2024"),
        (Kind.EVENT, {}, "2024-06-07"),
        (Kind.PRODUCT, {}, "None"),
    ],
)
def test_when_something_happened(kind: Kind, facts: dict[str, Any], happened: str) -> None:
    found: ItemFacts = an_item(kind, **facts).facts
    assert str(found.happened) == happened
