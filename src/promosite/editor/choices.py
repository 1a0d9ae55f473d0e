"""What may be chosen in the editor, in words: plan rows, reference data, kinds and grades."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from promosite.editor.fields import Option
from promosite.messages import Messages
from promosite.model.catalogue import Catalogue
from promosite.model.items import EventRole, Item
from promosite.model.record import Words
from promosite.schema import in_all

GROUPS = "group."
LISTED = 300
"""Items that a field offers to choose from; it stands in each form, so of more items their keys are typed."""


def choices(catalogue: Catalogue, locales: Sequence[str], tables: Sequence[Messages]) -> dict[str, list[Option]]:
    """Return the options of each field that has any, by `section.field`."""
    places = _named({one.id: one.name_then for one in catalogue.places.values()}, locales)
    items = _in_order(catalogue)
    related: list[Option] = [(item.id, _title(item, tables)) for item in items]
    found = {"common.related": related} if len(items) <= LISTED else {}
    return found | {
        "common.tasks": _tasks(catalogue, locales),
        "common.unit": _named({one.id: one.name for one in catalogue.units.values()}, locales),
        "common.channel": _named({one.id: one.name for one in catalogue.channels.values()}, locales),
        "common.audiences": _named({one.id: one.name for one in catalogue.audiences.values()}, locales),
        "common.briefings": _named({one.id: one.title for one in catalogue.briefings.values()}, locales),
        "common.places": places,
        "common.agencies": _named({one.id: one.name_then for one in catalogue.agencies.values()}, locales),
        "producer.place": places,
        "product.group": [(code, f"{code} · {label}") for code, label in _table(GROUPS, tables, _group_code)],
        "product.group_basis": list(_table("choice.group_basis.", tables)),
        "event.role": [(role.value, in_all(f"role.{role.value}", tables)) for role in EventRole],
        "producer.type": list(_table("producer.", tables)),
        "protection.type": list(_table("protection.", tables)),
        "certificate.status": list(_table("choice.status.", tables)),
        "certificate.stars": [(int(code), label) for code, label in _table("choice.stars.", tables)],
    }


def _tasks(catalogue: Catalogue, locales: Sequence[str]) -> list[Option]:
    """Return the rows of the newest plan by their short id, and those of older plans by their full one."""
    plans = sorted(catalogue.plans.values(), key=lambda plan: plan.period.from_, reverse=True)
    return [
        (task.id if number == 0 else f"{plan.id}/{task.id}", f"{plan.id} {task.id} · {_both(task.title, locales)}")
        for number, plan in enumerate(plans)
        for task in plan.tasks
    ]


def _named(records: Mapping[str, Words], locales: Sequence[str]) -> list[Option]:
    return [(key, _both(words, locales)) for key, words in records.items()]


def _both(words: Words, locales: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(words.text(lang) for lang in locales))


def _in_order(catalogue: Catalogue) -> list[Item]:
    return sorted(catalogue.items.values(), key=lambda item: item.id)


def _title(item: Item, tables: Sequence[Messages]) -> str:
    return f"{tables[0].text(f'kind.{item.kind}.one')}: {item.texts[item.source_lang].title}"


def _table(prefix: str, tables: Sequence[Messages], code: Callable[[str], str] = str) -> Iterator[tuple[str, str]]:
    """Yield code and words of each sentence under a prefix."""
    for key in tables[0].table:
        if key.startswith(prefix):
            yield code(key.removeprefix(prefix)), in_all(key, tables)


def _group_code(key: str) -> str:
    return key.replace("-", ".")
