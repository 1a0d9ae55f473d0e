"""From a record's types to the fields of the editor: what kind of box, with which words, and what it accepts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from promosite.form import ITEM_ORDER, ORDER
from promosite.manual import SECTIONS, Section, bounds_of
from promosite.messages import Messages
from promosite.model import dates, items, record
from promosite.schema import in_all, script_pattern

Json = dict[str, Any]
Option = tuple[str | int, str]
"""A value and the words for it."""

DATE = "YYYY-MM-DD"
FORMS = ((record.Slug, "slug"), (record.WebAddress, "address"), (record.Host, "host"), (record.ItemKey, "item"))


@dataclass(frozen=True)
class Words:
    """The languages of the site and the tables of words for the people who edit, source language first."""

    locales: Sequence[str]
    tables: Sequence[Messages]
    choices: Mapping[str, Sequence[Option]]
    """Options by `section.field`."""

    def say(self, key: str, /, **values: str) -> str:
        """Return a sentence in all languages that have it."""
        found = [table.text(key, **values) for table in self.tables if table.get(key) is not None]
        return " / ".join(dict.fromkeys(found))

    def form(self, name: str) -> str:
        """Return how a text must look, for the moment when it does not."""
        key = f"editor.form-{name}"
        able = [table for table in self.tables if table.get("editor.form") and table.get(key)]
        return " / ".join(dict.fromkeys(table.text("editor.form", form=table.text(key)) for table in able))

    def label(self, section: str, name: str) -> str:
        """Return the name of a field."""
        return in_all(f"label.{section}.{name}", self.tables)

    def hint(self, section: str, name: str) -> str:
        """Return what a field means: the editor's own words, else those of the handbook."""
        own = in_all(f"hint.{section}.{name}", self.tables)
        return own or in_all(f"field.{section}.{name}.meaning", self.tables)


def item_fields(models: Sequence[type[BaseModel]], words: Words) -> list[Json]:
    """Return the fields of an item's header in the order of writing."""
    found = {name: field for model in models for name, field in record_fields(model, words).items()}
    return [found[name] for name in ITEM_ORDER if name in found]


def record_fields(model: type[BaseModel], words: Words) -> dict[str, Json]:
    """Return the fields of a record by name; those it inherits have the words of the record they come from."""
    own = next(section for section in SECTIONS if section.model is model)
    sections = [one for one in SECTIONS if one.model is own.less] + [own]
    found = {
        name: _field(section, name, info, words) for section in sections for name, info in section.fields().items()
    }
    return {name: found[name] for name in ORDER.get(model, list(found))}


def _field(section: Section, name: str, info: FieldInfo, words: Words) -> Json:
    head = {
        "name": name,
        "label": words.label(section.key, name),
        "hint": words.hint(section.key, name),
        "required": info.is_required(),
    }
    choices = words.choices.get(f"{section.key}.{name}")
    kind = section.type_of(name)
    return head | (_choice(kind, choices) if choices is not None else widget(kind, words))


def _choice(hint: Any, options: Sequence[Option]) -> Json:
    found: Json = {"widget": "select", "options": [{"value": value, "label": label} for value, label in options]}
    return found | ({"multiple": True} if get_origin(hint) is tuple else {})


def widget(hint: Any, words: Words) -> Json:
    """Return the widget for a type, and what it accepts."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint == dates.Day:
        return {"widget": "datetime", "type": "date", "format": DATE, "date_format": DATE, "time_format": False}
    if hint is dates.PartialDate:
        return {"widget": "string", "pattern": [f"^{hint.FORM.pattern}$", words.say("editor.partial-date")]}
    if origin in (Union, UnionType):
        return widget(next(one for one in arguments if one is not NoneType), words)
    if origin is tuple:
        return _list(arguments[0], words)
    if origin is Annotated and get_origin(arguments[0]) is tuple:
        most = bounds_of(arguments[1:]).get("max_length")
        return widget(arguments[0], words) | ({"max": most} if most else {})
    if origin is Annotated:
        return _text(hint, words) if arguments[0] is str else _number(arguments[1:])
    if hint is record.Words:
        return {"widget": "object", "collapsed": False, "fields": language_fields(words)}
    if hint is items.TradeFact:
        own = [field for name, field in record_fields(hint, words).items() if name != "words"]
        return {"widget": "object", "collapsed": True, "fields": [*language_fields(words), *own]}
    return _plain(hint, words)


def _plain(hint: Any, words: Words) -> Json:
    if hint is bool:
        return {"widget": "boolean", "default": False}
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return {"widget": "object", "collapsed": True, "fields": list(record_fields(hint, words).values())}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _choice(hint, [(str(one.value), str(one.value)) for one in hint])
    if get_origin(hint) is Literal:
        return _choice(hint, [(one, str(one)) for one in get_args(hint)])
    raise TypeError(hint)


def _list(hint: Any, words: Words) -> Json:
    """Return a list: of records with their fields, of texts in several languages, or of plain texts."""
    inner = widget(hint, words)
    if "fields" in inner:
        return {"widget": "list", "fields": inner["fields"], "collapsed": "auto", "summary": _summary(inner["fields"])}
    return {"widget": "list", "field": {"name": "value", "label": "", **inner}}


def _summary(fields: Sequence[Json]) -> str:
    """Return the template of the line that stands for a closed entry of a list: its first field."""
    first = fields[0]
    return f"{{{{{first['name']}.{first['fields'][0]['name']}}}}}" if "fields" in first else f"{{{{{first['name']}}}}}"


def _number(metadata: Sequence[Any]) -> Json:
    limits = bounds_of(metadata)
    low = limits["gt"] + 1 if "gt" in limits else limits.get("ge")
    found = {"widget": "number", "value_type": "int", "min": low, "max": limits.get("le")}
    return {name: value for name, value in found.items() if value is not None}


def _text(hint: Any, words: Words) -> Json:
    limits = bounds_of(get_args(hint)[1:])
    found: Json = {"widget": "text" if hint == record.Summary else "string"}
    if "max_length" in limits:
        found["maxlength"] = limits["max_length"]
    if "pattern" in limits:
        found["pattern"] = [script_pattern(limits["pattern"]), words.form(_form_name(hint, limits["pattern"]))]
    return found


def _form_name(hint: Any, pattern: str) -> str:
    """Return the name under which the tables describe a form."""
    return next((name for known, name in FORMS if known == hint), "alias" if pattern.startswith("^/") else "language")


def language_fields(words: Words) -> list[Json]:
    """Return one box for each language of the site; the source language must be filled."""
    return [
        {
            "name": lang,
            "label": in_all(f"language.{lang}", words.tables) or lang,
            "widget": "string",
            "required": lang == words.locales[0],
        }
        for lang in words.locales
    ]
