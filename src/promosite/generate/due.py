"""What is due, in words and with links: grouped by kind, the longest overdue first."""

from collections.abc import Iterable

from promosite.coverage import DueItem, DueKind
from promosite.generate.coverage import item_link
from promosite.generate.long_lists import LongList, Part
from promosite.generate.site import Site, View, task_address
from promosite.lang import language_name, long_date, quarter_list, quarter_name
from promosite.messages import Messages
from promosite.model.items import ItemId


def due_line(one: DueItem, messages: Messages) -> str | None:
    """Return what its kind and its row or item leave open: the quarters, the language, the year; None if nothing."""
    if one.quarters:
        return quarter_list(one.quarters, messages)
    if one.lang:
        return language_name(one.lang, messages)
    return messages.text("due.report.line", year=one.year) if one.year else None


def due_view(site: Site, due: Iterable[DueItem], lang: str) -> View:
    """Return what is due for a page: how many things, and each kind with its way out and its things."""
    listed, messages = list(due), site.messages[lang]
    groups = [
        {
            "kind": kind.value,
            "title": messages.text(f"due.{kind}.title"),
            "how": messages.text(f"due.{kind}.how"),
            "entries": [_entry(site, one, lang) for one in listed if one.kind is kind],
        }
        for kind in DueKind
        if any(one.kind is kind for one in listed)
    ]
    return {
        "total": len(listed),
        "groups": [group | {"number": len(group["entries"]), "more": None} for group in groups],
    }


def due_parts(view: View) -> list[Part]:
    """Return what is due as parts of a list."""
    return [Part(f"due-{one['kind']}", one["title"], one["entries"], "due") for one in view["groups"]]


def due_in_brief(view: View, whole: LongList, site: Site, lang: str, address: str) -> View:
    """Return what is due as the page at `address` shows it, where `whole` is the list of that page."""
    groups = []
    for one in view["groups"]:
        anchor = f"due-{one['kind']}"
        more = whole.more(site, lang, address, anchor)
        groups.append(one | {"entries": list(whole.entries(anchor)), "more": more})
    return view | {"groups": groups}


def _entry(site: Site, one: DueItem, lang: str) -> View:
    messages = site.messages[lang]
    quarters = [
        {"name": quarter_name(quarter, messages), "anchor": f"quarter-{str(quarter).lower()}"}
        for quarter in one.quarters
    ]
    return {
        "subject": _subject(site, one, lang),
        "line": None if one.quarters else due_line(one, messages),
        "quarters": quarters,
        "when": _when(one, site, messages),
    }


def _subject(site: Site, one: DueItem, lang: str) -> View | None:
    """Return the row or the item that it is about, to link to."""
    if one.task and one.plan:
        title = site.catalogue.plans[one.plan].task(one.task).title.text(lang)
        address = site.path(lang, task_address(one.plan, one.task))
        return {"id": one.task.upper(), "title": title, "lang": None, "address": address}
    item = site.catalogue.items.get(ItemId(one.item)) if one.item else None
    return {"id": None, **item_link(site, item, lang)} if item else None


def _when(one: DueItem, site: Site, messages: Messages) -> str | None:
    """Return the last day in words; a gap has its quarters instead."""
    if one.day is None or one.kind is DueKind.GAP:
        return None
    key = "until" if one.kind is DueKind.CERTIFICATE else "since" if one.day < site.day else "by"
    return messages.text(f"due.{key}", day=long_date(one.day, messages))
