"""What was published for a plan row, for its page: results and background apart, and the items behind each count."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from promosite.coverage import Cell, CellState, Coverage, outside_quarters
from promosite.coverage import coverage_of as row_on
from promosite.generate.cards import cards
from promosite.generate.long_lists import LongList, Part
from promosite.generate.site import Site, View, item_address
from promosite.lang import quarter_name
from promosite.messages import Messages
from promosite.model.items import Item, Kind, Tier
from promosite.model.plan import Plan, Task

HALVES = {"results": "quarter", "background": "background"}
"""Both halves of a row's coverage, with the beginnings of the anchors of their quarters."""

NONE = "_none"
"""Key of the items that name no group; no id looks like it."""


@dataclass(frozen=True, slots=True)
class Groups:
    """A way of dividing items: public keys with their names, and to which of them an item belongs."""

    names: Mapping[str, str]
    of: Callable[[Item], Collection[str]]

    def members(self, items: Iterable[Item], key: str) -> list[Item]:
        """Return the items that belong to a key, in the order given."""
        return [item for item in items if key in self.of(item)]


def coverage_of(site: Site, plan: Plan, task: Task) -> Coverage:
    """Return how a row stands on the day of the build."""
    return row_on(plan, task, site.catalogue.of_task(plan.id, task.id), site.day)


def coverage_view(site: Site, coverage: Coverage, lang: str) -> View:
    """Return both halves of a row's coverage for a page in `lang`."""
    return {
        "results": _half(site, coverage, lang, is_results=True),
        "background": _half(site, coverage, lang, is_results=False),
    }


def _half(site: Site, coverage: Coverage, lang: str, *, is_results: bool) -> View:
    items = coverage.results if is_results else coverage.background
    return {
        "total": len(items),
        "quarters": [_quarter(site, cell, is_results, lang) for cell in coverage.cells],
        "outside": cards(site, outside_quarters(coverage, items), lang),
        "outside_number": len(outside_quarters(coverage, items)),
        "by_kind": tally(site, items, kinds(site, lang), lang),
        "by_channel": tally(site, items, channels(site, lang), lang),
        "by_audience": tally(site, items, audiences(site, lang), lang),
        "by_language": tally(site, items, languages(site, lang), lang),
    }


def coverage_parts(view: View, messages: Messages) -> Iterator[Part]:
    """Yield what `coverage_view` gave as parts of a list: results by quarter, then background by quarter."""
    for half, anchor in HALVES.items():
        name = messages.text(f"coverage.{half}")
        for one in view[half]["quarters"]:
            yield Part(f"{anchor}-{one['key']}", f"{name}: {one['name']}", one["cards"])
        outside = messages.text("cell.say-outside")
        yield Part(f"{anchor}-outside", f"{name}: {outside}", view[half]["outside"])


def coverage_in_brief(view: View, whole: LongList, site: Site, lang: str, address: str) -> View:
    """Return coverage as the row's page at `address` shows it, where `whole` is the list of that page."""
    brief = {half: _half_in_brief(view[half], anchor, whole, site, lang, address) for half, anchor in HALVES.items()}
    brief["results"]["runs"] = quarter_runs(brief["results"]["quarters"], site.messages[lang])
    return brief


def quarter_runs(quarters: Iterable[View], messages: Messages) -> list[View]:
    """Return quarters with those that stand alike and have nothing in them as one line, `until` the last of them.

    `others` are the keys of all but the first, so that each quarter keeps its anchor.
    """
    runs: list[View] = []
    for one in quarters:
        last, state = runs[-1] if runs else None, one["state"]
        if last and state == last["state"] and not (one["number"] or last["number"]):
            last["until"], last["others"] = one["name"], [*last["others"], one["key"]]
            last["words"] = messages.get(f"cell.say-{state}-run") or last["words"]
        else:
            runs.append(one | {"until": None, "others": []})
    return runs


def _half_in_brief(half: View, anchor: str, whole: LongList, site: Site, lang: str, address: str) -> View:
    def part(key: str) -> tuple[list[View], View | None]:
        name = f"{anchor}-{key}"
        return list(whole.entries(name)), whole.more(site, lang, address, name)

    quarters = []
    for one in half["quarters"]:
        shown, more = part(one["key"])
        quarters.append(one | {"cards": shown, "more": more})
    outside, outside_more = part("outside")
    return half | {"quarters": quarters, "outside": outside, "outside_more": outside_more}


def _quarter(site: Site, cell: Cell, is_results: bool, lang: str) -> View:
    """Return a quarter with its items; the number of one that has not begun is None, since it cannot be known yet."""
    messages, items = site.messages[lang], cell.results if is_results else cell.background
    ahead = cell.state is CellState.NOT_BEGUN
    return {
        "key": quarter_key(cell),
        "name": quarter_name(cell.quarter, messages),
        "state": cell.state.value,
        "number": None if ahead else len(items),
        "words": messages.text(f"cell.{cell.state}") if cell.results else messages.text(f"cell.say-{cell.state}"),
        "cards": cards(site, items, lang),
    }


def quarter_key(cell: Cell) -> str:
    """Return a quarter as a part of an anchor: `2024-q1`."""
    return str(cell.quarter).lower()


LISTED, BRIEF = 40, 8
"""Items that a group names: all while there are no more than `LISTED` to divide, else the first of each group. Each
stands once more in its quarter, so a longer list would only make the page heavy."""


def tally(site: Site, items: Sequence[Item], groups: Groups, lang: str) -> list[View]:
    """Return one line for each group: its name, how many items, which, and how many `more` than are named."""
    lines, most = [], LISTED if len(items) <= LISTED else BRIEF
    for key, name in groups.names.items():
        links = [item_link(site, item, lang) for item in groups.members(items, key)]
        line: View = {"key": key, "name": name, "number": len(links), "links": links[:most]}
        lines.append(line | {"more": len(links) - most} if len(links) > most else line)
    return lines


def item_link(site: Site, item: Item, lang: str) -> View:
    """Return title and address of an item for a page in `lang`, where it exists there, else in its own language."""
    text = item.best_text(lang)
    return {
        "title": text.title,
        "lang": text.lang if text.lang != lang else None,
        "address": site.path(text.lang, item_address(item)),
    }


def kinds(site: Site, lang: str) -> Groups:
    """Divide by kind of item."""
    messages = site.messages[lang]
    names = {kind.value: messages.text(f"kind.{kind}.plural") for kind in Kind}
    return Groups(names, lambda item: (item.kind.value,))


def channels(site: Site, lang: str) -> Groups:
    """Divide by the plan's forms of communication, in its order; what names none, as all background, stands last."""
    names: dict[str, str] = {one.id: one.name.text(lang) for one in site.catalogue.channels.values()}
    names[NONE] = site.messages[lang].text("coverage.no-channel")
    return Groups(names, lambda item: (item.facts.channel or NONE,))


def audiences(site: Site, lang: str) -> Groups:
    """Divide by the plan's audiences, in its order; an item may have several, or name none."""
    names: dict[str, str] = {one.id: one.name.text(lang) for one in site.catalogue.audiences.values()}
    names[NONE] = site.messages[lang].text("office.no-audience")
    return Groups(names, lambda item: item.facts.audiences or (NONE,))


def languages(site: Site, lang: str) -> Groups:
    """Divide by language: all are in the source language, and in each further one in full, as a summary, or not."""
    messages, (source, *others) = site.messages[lang], site.config.locales
    names = {source: messages.text("coverage.source-language", language=messages.text(f"language.{source}"))}
    for other in others:
        language = messages.text(f"language.{other}")
        names |= {f"{other}-{tier}": messages.text(f"coverage.tier-{tier}", language=language) for tier in Tier}
    return Groups(names, lambda item: (source, *(f"{other}-{item.tier(other)}" for other in others)))
