"""The one form in which headers and the picture register are written.

So a saved file differs only where it was edited. The browser editor writes by the same shapes; a test holds the two
together.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from promosite.model.dates import Day, PartialDate
from promosite.model.items import FACTS, Certificate, TradeFact, TranslationHeadline
from promosite.model.notices import Notice
from promosite.model.papers import PaperFacts
from promosite.model.record import ANY_LANGUAGE, Host, WebAddress, Words
from promosite.model.reference import Picture

Shape = dict[str, Any]
"""How a value is written: `kind`, and what that kind needs. Plain data, because the editor reads it too."""

# fmt: off
ITEM_ORDER = (
    "title", "summary", "translated_from", "translated_on", "waivers", "date", "published", "start", "end", "role",
    "venue", "organisers", "outlet", "url", "site", "article_language", "article_title", "tasks", "unit", "channel",
    "audiences", "briefings", "places", "agencies", "pictures", "related", "group", "group_basis", "producer",
    "certificate", "protection", "trade", "facts", "sources", "as_of", "updated", "draft", "publish_on",
    "expires_on", "aliases",
)
# fmt: on
"""Names first, then when, who, where it belongs, what it states, and last what it rests on and when it shows."""

ORDER: Mapping[type[BaseModel], Sequence[str]] = {
    Certificate: ["stars", "status", "year", "decision_no", "authority", "certified_on", "source"],
}
"""Records whose fields are not written in the order of the record."""

SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/:-]*[A-Za-z0-9._/-])?")
"""What may stand without quotes, unless it reads as something else."""
OTHERWISE = re.compile(r"[-+]?[0-9._]+|true|false|null", re.IGNORECASE)

RULE = re.compile(r"^\|(?: *-{3,} *\|)+$", re.MULTILINE)
"""The line under a table's head."""
LANGUAGE = re.compile(r"[a-z]{2}|\*")
NOTHING: tuple[Any, ...] = (None, "", [], {})
"""What a field may hold that says nothing."""


class FormError(Exception):
    """What has no form: the name of a field that nobody knows, or whose value is of another kind than it holds."""


def item_shape() -> Shape:
    """Return the shape of a header of any kind, in any language."""
    fields: dict[str, Shape] = {}
    models: tuple[type[BaseModel], ...] = (TranslationHeadline, *FACTS.values())
    for model in models:
        fields |= record_shape(model)["fields"]
    fields["tasks"]["keep"] = True
    fields["translated_from"]["kind"] = "rows"
    order = [*ITEM_ORDER, *(name for name in fields if name not in ITEM_ORDER)]
    return {"kind": "record", "fields": {name: fields[name] for name in order}}


def register_shape() -> Shape:
    """Return the shape of the picture register, a list of records; empty consent is said, not left out."""
    one = record_shape(Picture)
    one["fields"]["file"] = {"kind": "plain"}
    one["fields"]["consent"]["keep"] = True
    one["fields"]["alt"]["block"] = True
    return {"kind": "rows", "of": one}


def notices_shape() -> Shape:
    """Return the shape of the notices, a list of records."""
    one = record_shape(Notice)
    one["fields"]["text"]["block"] = True
    return {"kind": "rows", "of": one}


def paper_shape() -> Shape:
    """Return the shape of the header of a yearly report's file; a translation's header is empty."""
    return record_shape(PaperFacts)


def record_shape(model: type[BaseModel]) -> Shape:
    """Return the shape of a record: its fields in the order of writing."""
    hints = get_type_hints(model, include_extras=True)
    written = {info.alias or name: (hints[name], info) for name, info in model.model_fields.items()}
    order = ORDER.get(model, list(written))
    return {"kind": "record", "fields": {name: _field_shape(name, *written[name]) for name in order}}


def _field_shape(name: str, hint: Any, info: FieldInfo) -> Shape:
    if name == "pictures":
        return {"kind": "row", "of": {"kind": "plain"}}
    shape = shape_of(hint)
    return shape | {"unless": info.default} if isinstance(info.default, bool) else shape


def shape_of(hint: Any) -> Shape:
    """Return the shape of a type that stands in a record."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in (PartialDate, Day):
        return {"kind": "date"}
    if origin in (Union, UnionType):
        return shape_of(arguments[0])
    if origin is tuple:
        of = shape_of(arguments[0])
        return {"kind": "row" if of["kind"] == "plain" else "rows", "of": of}
    if hint in (WebAddress, Host) or (
        origin is Annotated and any(isinstance(one, AfterValidator) for one in arguments)
    ):
        return {"kind": "text"}
    if origin is Annotated:
        return shape_of(arguments[0])
    if origin is Literal:
        return {"kind": "number" if isinstance(arguments[0], int) else "plain"}
    return _class_shape(hint)


def _class_shape(hint: type) -> Shape:
    if hint is Words:
        return {"kind": "words"}
    if hint is TradeFact:
        return {"kind": "answer", "fields": {"source": {"kind": "plain"}, "as_of": {"kind": "date"}}}
    if issubclass(hint, BaseModel):
        return record_shape(hint)
    if issubclass(hint, bool):
        return {"kind": "flag"}
    return {"kind": "number" if issubclass(hint, int) and not issubclass(hint, Enum) else "plain"}


def document(header: Mapping[str, Any], body: str, shape: Shape | None = None) -> str:
    """Return a Markdown file: header, a blank line, body; `shape` is that of an item where none is given.

    Raises FormError.
    """
    shape = shape or item_shape()
    _refuse_unlike("", header, shape)
    text = "".join(f"{line}\n" for line in _record(header, shape, ""))
    plain = RULE.sub(lambda line: line[0].replace(" ", ""), body).strip()
    return f"---\n{text}---\n" + (f"\n{plain}\n" if plain else "")


def meaning(value: Any) -> Any:
    """Return what a header says, however it is written: nothing is nothing, one text for all languages is one text."""
    if isinstance(value, list):
        return [meaning(one) for one in value]
    if not isinstance(value, dict):
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    found = {name: meaning(one) for name, one in value.items() if one not in (None, "", [], {}, False)}
    texts = set(found.values()) if all(isinstance(one, str) for one in found.values()) else set()
    return texts.pop() if len(texts) == 1 and all(LANGUAGE.fullmatch(name) for name in found) else found


def register(pictures: list[dict[str, Any]]) -> str:
    """Return the picture register. Raises FormError."""
    return listed(pictures, register_shape())


def listed(records: list[dict[str, Any]], shape: Shape) -> str:
    """Return a file that is a list of records; without any, a list all the same. Raises FormError."""
    _refuse_unlike("", records, shape)
    return "".join(f"{line}\n" for line in _rows(records, shape["of"], "", "")) or "[]\n"


def _refuse_unlike(name: str, value: Any, shape: Shape) -> None:
    """Refuse a value of another kind than its shape writes, and one that holds such a value."""
    kind, inner = shape["kind"], list[tuple[str, Any, Shape]]()
    if kind == "record" and isinstance(value, Mapping):
        if unknown := value.keys() - shape["fields"].keys():
            raise FormError(*sorted(unknown))
        inner = [(field, one, shape["fields"][field]) for field, one in value.items() if one not in NOTHING]
    elif kind in ("row", "rows") and isinstance(value, list):
        inner = [(name, one, shape["of"]) for one in value]
    elif kind in ("words", "answer") and isinstance(value, dict):
        inner = [(name, one, {"kind": "text"}) for one in value.values() if one is not None]
    elif kind in ("record", "row", "rows", "answer") or not isinstance(value, (str, int, float)):
        raise FormError(name)
    for one in inner:
        _refuse_unlike(*one)


def _record(value: Mapping[str, Any], shape: Shape, indent: str) -> Iterator[str]:
    for name, one in shape["fields"].items():
        if name in value:
            yield from _field(name, value[name], one, indent)


def _field(name: str, value: Any, shape: Shape, indent: str) -> Iterator[str]:
    """Yield the lines of one field; nothing for what goes without saying."""
    kind = shape["kind"]
    if value in NOTHING:
        if shape.get("keep"):
            yield f"{indent}{name}: {'[]' if kind in ('row', 'rows') else 'null'}"
    elif kind == "rows":
        yield f"{indent}{name}:"
        yield from _rows(value, shape["of"], f"{indent}  ", name)
    elif kind == "record":
        yield f"{indent}{name}:"
        yield from _record(value, shape, f"{indent}  ")
    elif shape.get("block") and isinstance(value, dict):
        yield f"{indent}{name}:"
        yield from (f"{indent}  {lang}: {_text(text)}" for lang, text in value.items())
    elif value != shape.get("unless"):
        yield f"{indent}{name}: {_inline(value, shape)}"


def _rows(values: list[Any], shape: Shape, indent: str, name: str) -> Iterator[str]:
    for value in values:
        if shape["kind"] != "record":
            yield f"{indent}- {_inline(value, shape)}"
            continue
        lines = list(_record(value, shape, f"{indent}  "))
        if not lines:  # a record of which everything goes without saying
            raise FormError(name)
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _inline(value: Any, shape: Shape) -> str:
    """Return a value that stands on one line."""
    kind = shape["kind"]
    if kind == "row":
        return f"[{', '.join(_inline(one, shape['of']) for one in value)}]"
    if kind == "words" and isinstance(value, dict):
        return _words(value)
    if kind == "answer":
        own = {name: _inline(value[name], one) for name, one in shape["fields"].items() if value.get(name)}
        words = {name: _text(text) for name, text in value.items() if name not in shape["fields"] and text}
        return f"{{{', '.join(f'{name}: {text}' for name, text in (words | own).items())}}}"
    if kind in ("plain", "date"):
        return _plain(str(value), is_date=kind == "date")
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _words(value: Mapping[str, str]) -> str:
    """Return a text in several languages; one that is the same in all of them is written once."""
    texts = {lang: text for lang, text in value.items() if text}
    if set(texts) == {ANY_LANGUAGE} or (len(texts) > 1 and len(set(texts.values())) == 1):
        return _text(next(iter(texts.values())))
    return f"{{{', '.join(f'{lang}: {_text(text)}' for lang, text in texts.items())}}}"


def _plain(text: str, *, is_date: bool) -> str:
    bare = SAFE.fullmatch(text) and (is_date or not OTHERWISE.fullmatch(text))
    return text if bare else _text(text)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
