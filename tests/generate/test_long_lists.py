"""However much is published, no page grows: what outgrows a page goes on upon further ones, all of it, once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from promosite.generate.long_lists import LongList, Part, long_list
from promosite.generate.near import near_files
from tests.worlds import READERS, World, english, event, glance, lay, look, news, press, product

LIMITS = {
    "promosite.generate.long_lists.SHOWN": 6,
    "promosite.generate.long_lists.FIRST": 2,
    "promosite.generate.long_lists.PER_PAGE": 5,
    "promosite.generate.coverage.LISTED": 5,
    "promosite.generate.coverage.BRIEF": 2,
    "promosite.generate.cards.NAMED": 3,
    "promosite.generate.months.NAMED": 3,
    "promosite.generate.reports.ROWS": 12,
    "promosite.generate.filters.PART": 5,
    "promosite.generate.feeds.ENTRIES": 3,
    "promosite.generate.briefings.SHOWN": 3,
    "promosite.editor.choices.LISTED": 3,
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits so small that a small world is a large one."""
    for name, value in LIMITS.items():
        module, _, constant = name.rpartition(".")
        monkeypatch.setattr(import_module(module), constant, value)


def crowd(target: Path, count: int) -> World:
    """Lay so many items of each kind, all in the same quarter, month, row, unit and briefing, all about one product."""
    ours = {"unit": "centre", "channel": "websites", "audiences": "[nationwide]", "briefings": "[trade]"}
    files = dict(READERS)
    for number in range(count):
        named = {"related": "[product/muoi-mau]", "audiences": "[nationwide]"}
        files |= {
            f"content/vi/news/tin-{number}.md": news(title=f'"Tin {number}"', **ours, related="[product/muoi-mau]"),
            f"content/vi/news/nen-{number}.md": news(title=f'"Nền {number}"', **named, updated="2024-06-02"),
            f"content/vi/news/khong-{number}.md": news(title=f'"Không {number}"', tasks=None),
            f"content/vi/press/bao-{number}.md": press(title=f'"Báo {number}"', related="[event/hoi-cho-mau]"),
            f"content/vi/products/hang-{number}.md": product(title=f'"Hàng {number}"', **ours),
            f"content/vi/events/hoi-{number}.md": event(title=f'"Hội {number}"', end="2024-07-02", **ours),
            f"content/en/events/hoi-{number}.md": english(title=f'"Fair {number}"'),
        }
    return look(lay(target, files))


def lengths(value: Any) -> Iterator[int]:
    """Yield the lengths of all lists of entries, however deep."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from lengths(one)
    elif isinstance(value, (list, tuple)):
        yield len(value) if any(isinstance(one, (Mapping, list, tuple)) for one in value) else 0
        for one in value:
            yield from lengths(one)


def longest(tiny: World) -> dict[str, int]:
    """Return the longest list of any page of each template."""
    found: dict[str, int] = {}
    for page in tiny.outputs.pages:
        name = page.header["template"]
        found[name] = max(found.get(name, 0), *lengths(page.header), 0)
    return found


def heaviest(tiny: World) -> dict[str, int]:
    """Return how much the largest page of each template has to say, in letters of its header."""
    found: dict[str, int] = {}
    for page in tiny.outputs.pages:
        name = page.header["template"]
        found[name] = max(found.get(name, 0), len(repr(page.header)))
    return found


def test_no_list_of_any_page_grows_with_the_items(small: None, tmp_path: Path) -> None:
    few, many = crowd(tmp_path / "few", 12), crowd(tmp_path / "many", 30)
    assert [one.code for one in many.findings if one.severity == "error"] == []
    assert longest(few) == longest(many)
    assert {name: size for name, size in heaviest(many).items() if size > heaviest(few)[name] * 1.1} == {}
    assert len(many.outputs.pages) > len(few.outputs.pages)


def test_no_file_that_a_page_loads_grows_with_the_items(small: None, tmp_path: Path) -> None:
    sizes = []
    for count in (12, 30):
        tiny = crowd(tmp_path / str(count), count)
        files = {file.uri: len(file.content) for file in tiny.files if file.uri.startswith(("assets/", "admin/"))}
        near = list(near_files(tiny.site, tiny.outputs.search, limit=20))
        files |= {file.uri: len(file.content) for file in near}
        sizes.append(max(files.values()))
    assert sizes[1] <= sizes[0] * 1.05


def test_everything_that_a_row_names_stands_on_its_pages_once(small: None, tmp_path: Path) -> None:
    tiny = crowd(tmp_path, 12)
    row = "plan/2023-2025/t1/"
    parts = [
        (part["anchor"], [card["id"] for card in part["entries"]])
        for address, page in sorted(
            ((page.address, page) for page in tiny.outputs.pages if page.lang == "vi"), key=lambda one: len(one[0])
        )
        if address.startswith(f"{row}page/")
        for part in page.header["view"]["parts"]
    ]
    listed = Counter(name for _, names in parts for name in names)
    wanted = tiny.site.catalogue.of_task("2023-2025", "t1")
    assert listed == Counter(item.id for item in wanted)
    view = tiny.page("vi", row).header["view"]["coverage"]["results"]
    quarter = next(one for one in view["quarters"] if one["cards"])
    assert (len(quarter["cards"]), quarter["more"]) == (
        2,
        {"number": quarter["number"], "address": f"{row}page/2/#quarter-{quarter['key']}"},
    )


def test_a_unit_and_a_plan_go_on_as_well(small: None, tmp_path: Path) -> None:
    tiny = crowd(tmp_path, 12)
    unit = tiny.page("en", "plan/2023-2025/units/centre/").header["view"]
    assert (len(unit["delivered"]), unit["delivered_number"], unit["delivered_more"]["number"]) == (2, 24, 24)
    assert [len(one["entries"]) for one in unit["due"]["groups"] if one["number"] > 2] == [2] * sum(
        one["number"] > 2 for one in unit["due"]["groups"]
    )
    plan = tiny.page("en", "plan/2023-2025/").header["view"]
    assert (len(plan["without_task"]), plan["without_task_number"]) == (2, 12)
    assert plan["without_task_more"]["address"].startswith("en/plan/2023-2025/page/")


def test_the_page_of_an_item_names_the_first_and_says_how_many_more(small: None, tmp_path: Path) -> None:
    view = crowd(tmp_path, 12).page("vi", "products/muoi-mau/").header["view"]
    assert (len(view["news"]), view["news_more"]) == (3, 21)


# ---- The cutting ----


def part(anchor: str, count: int) -> Part:
    return Part(anchor, anchor, [{"id": f"{anchor}{number}"} for number in range(count)])


def shape(whole: LongList) -> list[list[tuple[str, int]]]:
    return [[(one.anchor, len(one.entries)) for one in page] for page in whole.pages]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([6], []),
        ([3, 3], []),
        ([7], [[("a", 5)], [("a", 2)]]),
        ([5, 5], [[("a", 5)], [("b", 5)]]),
        ([2, 5], [[("a", 2), ("b", 3)], [("b", 2)]]),
        ([0, 11], [[("b", 5)], [("b", 5)], [("b", 1)]]),
        ([1, 0, 10], [[("a", 1), ("c", 4)], [("c", 5)], [("c", 1)]]),
    ],
)
def test_cut(small: None, counts: list[int], expected: list[list[tuple[str, int]]]) -> None:
    assert shape(long_list(part(name, count) for name, count in zip("abc", counts, strict=False))) == expected


def test_a_small_world_has_no_further_pages(tmp_path: Path) -> None:
    assert [page.address for page in glance(tmp_path).outputs.pages if page.header["template"] == "list.html"] == []
