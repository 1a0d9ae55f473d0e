"""The matrix of a plan: rows by quarters and languages, by forms and by audiences, as numbers and as drawings.

A drawing says with shapes and numbers what the table beside it says in numbers; both come from one view. Lengths are
in the drawing's own units, which are px where it is not scaled.
"""

import math
from collections.abc import Sequence

from promosite.coverage import Cell, CellState, Coverage
from promosite.generate.coverage import NONE, Groups, audiences, channels, quarter_key
from promosite.generate.site import Site, View, task_address, unit_address
from promosite.generate.statuses import status_view
from promosite.lang import quarter_name
from promosite.messages import Messages
from promosite.model.items import Item, Tier
from promosite.model.plan import Involvement, Plan

BOX_WIDTH, BOX_HEIGHT, GAP, YEAR_WIDTH = 58, 50, 4, 42
"""A quarter in a strip, the gap between two, and the room for the year before them."""

LEVELS = (1, 2, 4)
"""From how many results on a box is darker."""

FIELD, HEAD, SIDE, LARGEST, SMALLEST = 40, 24, 30, 17, 9
"""A field of a tally, the room for its head and its side, and the radius of the largest and the smallest disc."""

NEEDS_A_LOOK = (CellState.GAP, CellState.OPEN)


def matrix_row(site: Site, coverage: Coverage, lang: str) -> View:
    """Return one line of the matrix: who, when, how it stands, results in each quarter, background beside it."""
    plan, task = coverage.plan, coverage.task
    cells = [_cell(site, coverage, cell, lang) for cell in coverage.cells]
    return {
        "id": task.id.upper(),
        "title": task.title.text(lang),
        "text": task.text.text(lang),
        "schedule": task.schedule_text.text(lang),
        "lead": _involved(site, plan, task.lead, lang),
        "cooperating": _involved(site, plan, task.cooperating, lang),
        "address": site.path(lang, task_address(plan.id, task.id)),
        "status": status_view(site, coverage, lang),
        "cells": cells,
        "strips": _strips(coverage.cells, cells),
        "languages": [
            {"lang": other, **{tier.value: _tiers(coverage.results, other)[tier] for tier in Tier}}
            for other in site.config.locales[1:]
        ],
        "results": len(coverage.results),
        "background": len(coverage.background),
    }


def _involved(site: Site, plan: Plan, parts: tuple[Involvement, ...], lang: str) -> list[View]:
    """Return the units that take part; one that is not in the data is a finding of its own and left out here."""
    return [
        {
            "name": unit.short.text(lang),
            "address": site.path(lang, unit_address(plan.id, unit.id)),
            "note": part.note.text(lang) if part.note else None,
        }
        for part in parts
        if (unit := site.catalogue.units.get(part.unit))
    ]


def _tiers(items: Sequence[Item], lang: str) -> dict[Tier, int]:
    return {tier: sum(item.tier(lang) is tier for item in items) for tier in Tier}


def _cell(site: Site, coverage: Coverage, cell: Cell, lang: str) -> View:
    """Return a row in a quarter; None results where the quarter has not begun. A link leads to what is behind it."""
    messages, number = site.messages[lang], len(cell.results)
    state = messages.text(f"cell.{cell.state}")
    return {
        "key": quarter_key(cell),
        "quarter": quarter_name(cell.quarter, messages),
        "short": quarter_name(cell.quarter, messages, "-short"),
        "state": cell.state.value,
        "words": state,
        "label": _label(coverage, cell, state, messages),
        "results": None if cell.state is CellState.NOT_BEGUN else number,
        "level": sum(number >= least for least in LEVELS),
        "leads_on": bool(number) or cell.state in NEEDS_A_LOOK,
        "translated": [
            {"lang": other, "number": number - _tiers(cell.results, other)[Tier.NONE]}
            for other in site.config.locales[1:]
        ],
    }


def _label(coverage: Coverage, cell: Cell, state: str, messages: Messages) -> str:
    """Return what a box says in full: its number where it has one, and how it stands unless the zero says it."""
    counted = cell.results or cell.state in NEEDS_A_LOOK
    parts = [messages.count("cell.results", len(cell.results))] if counted else []
    parts += [] if cell.state is CellState.GAP else [state]
    quarter = quarter_name(cell.quarter, messages)
    return messages.text("cell.label", row=coverage.task.id.upper(), what=quarter, stands=", ".join(parts))


def _strips(cells: Sequence[Cell], views: Sequence[View]) -> list[View]:
    """Return the quarters of each year as a strip of boxes, each at its place in the year."""
    years: dict[int, list[View]] = {}
    for cell, view in zip(cells, views, strict=True):
        x = YEAR_WIDTH + (cell.quarter.number - 1) * (BOX_WIDTH + GAP)
        years.setdefault(cell.quarter.year, []).append(view | {"x": x, "middle": x + BOX_WIDTH // 2})
    return [
        {"year": year, "x": start, "width": boxes[-1]["x"] + BOX_WIDTH - start, "boxes": boxes}
        for year, boxes in years.items()
        for start in [boxes[0]["x"] - YEAR_WIDTH]
    ]


def strip_size() -> View:
    """Return the lengths that all strips share."""
    return {"height": BOX_HEIGHT, "box": BOX_WIDTH}


def year_heads(coverage: Coverage) -> list[View]:
    """Return the years of the matrix with the number of their quarters, for the head of its table."""
    years = [cell.quarter.year for cell in coverage.cells]
    return [{"year": year, "quarters": years.count(year)} for year in dict.fromkeys(years)]


def by_form(site: Site, coverages: Sequence[Coverage], lang: str) -> View:
    """Return the results of all rows by the plan's forms of communication."""
    return _tally(site, coverages, channels(site, lang), "form", lang)


def by_audience(site: Site, coverages: Sequence[Coverage], lang: str) -> View:
    """Return the results of all rows by audience."""
    return _tally(site, coverages, audiences(site, lang), "audience", lang)


def _tally(site: Site, coverages: Sequence[Coverage], groups: Groups, what: str, lang: str) -> View:
    """Return groups by rows, with a disc for each count whose area grows with it.

    What names no group has a column of its own, but only where there is such a result.
    """
    counts = [{key: len(groups.members(one.results, key)) for key in groups.names} for one in coverages]
    keys = [key for key in groups.names if key != NONE or any(line[key] for line in counts)]
    most = max((line[key] for line in counts for key in keys), default=0)
    return {
        "rows": [
            {
                "id": one.task.id.upper(),
                "title": one.task.title.text(lang),
                "address": site.path(lang, task_address(one.plan.id, one.task.id)),
                "x": SIDE + place * FIELD + FIELD // 2,
            }
            for place, one in enumerate(coverages)
        ],
        "groups": [
            {
                "number": number,
                "name": groups.names[key],
                "anchor": f"{what}-{key}",
                "y": HEAD + number * FIELD - FIELD // 2,
                "fields": [
                    _field(site, one, groups.names[key], line[key], most, lang)
                    for one, line in zip(coverages, counts, strict=True)
                ],
            }
            for number, key in enumerate(keys, start=1)
        ],
        "width": SIDE + len(coverages) * FIELD,
        "height": HEAD + len(keys) * FIELD,
        "most": most,
    }


def _field(site: Site, coverage: Coverage, name: str, number: int, most: int, lang: str) -> View:
    messages = site.messages[lang]
    words = {"row": coverage.task.id.upper(), "what": name, "stands": messages.count("cell.results", number)}
    return {
        "number": number,
        "radius": max(SMALLEST, round(LARGEST * math.sqrt(number / most))) if number else 0,
        "label": messages.text("cell.label", **words),
    }
