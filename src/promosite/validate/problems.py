"""Turn pydantic's errors into findings that stand where the editor wrote."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from promosite.findings import Finding, Source, finding
from promosite.load.nodes import Node
from promosite.validate.forms import FORMS

CODES: Mapping[str, str] = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "partial_date": "date-partial",
    "full_date": "date-full",
    "quarter": "date-quarter",
    "literal_error": "value-unknown",
    "enum": "value-unknown",
    "string_too_long": "text-long",
    "string_too_short": "text-empty",
    "too_short": "text-empty",
    "too_long": "list-long",
    "string_pattern_mismatch": "value-form",
    "text_markup": "text-markup",
    "text_control": "text-control",
    "text_nfd": "text-nfd",
    "words_empty": "text-empty",
    "web_address": "web-address",
    "waiver_form": "waiver-form",
    "string_type": "type-text",
    "bool_type": "type-yes-no",
    "bool_parsing": "type-yes-no",
    "int_type": "type-number",
    "int_parsing": "type-number",
    "int_from_float": "type-number",
    "greater_than": "value-range",
    "greater_than_equal": "value-range",
    "less_than_equal": "value-range",
    "tuple_type": "type-list",
    "dict_type": "type-mapping",
    "model_type": "type-mapping",
    "model_attributes_type": "type-mapping",
}
"""Finding code for each error type of pydantic that our records can raise."""

BAD_KEY = "[key]"
"""Last step of a path where pydantic refuses the key itself."""

OF_VALUES = frozenset(
    ("type-text", "type-list", "type-mapping", "type-number", "type-yes-no", "value-form", "value-unknown")
) | {"date-full", "date-partial", "date-quarter"}
"""What is not to be said of a field that was left empty."""

MEANT = {"date": "start", "description": "summary", "image": "pictures", "images": "pictures", "location": "places"}
"""Fields that people write from habit → the one of ours, where a record has it."""

LIKE = 0.75
"""How alike two names must be for one to be a slip of the other."""
FEW = 8
"""Fields that are named where none is alike."""

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""How a day is written; one that is refused all the same is none."""

SHOWN = 60
"""Characters of a wrong value that a message repeats."""


def findings_of(
    error: ValidationError, path: str, root: Node, model: type[BaseModel], also: Iterable[str] = ()
) -> list[Finding]:
    """Return one finding for each thing that pydantic refused, placed by the tree it was read from.

    Where a key is refused, nothing is said of its value. `also` are fields that may stand beside the record's own,
    for the suggestion to an unknown one.
    """
    errors = error.errors(include_url=False)
    bad_keys = {one["loc"][:-1] for one in errors if one["loc"][-1:] == (BAD_KEY,)}
    return [_finding(dict(one), path, root, model, tuple(also)) for one in errors if one["loc"] not in bad_keys]


def _finding(error: dict[str, Any], path: str, root: Node, model: type[BaseModel], also: tuple[str, ...]) -> Finding:
    steps, context = tuple(error["loc"]), error.get("ctx", {})
    node = root.find(steps)
    code = _code(error["type"], node)
    of_key = code == "field-unknown" or steps[-1:] == (BAD_KEY,)
    place = (node.key_line, node.key_column) if of_key and node.key_line else (node.line, node.column)
    told = {
        "field": _field_name(steps, root, code),
        "found": _found(code, steps, node, context),
        "expected": _expected(context),
        "limit": context.get("max_length", ""),
    }
    if code == "field-unknown":
        told |= unknown_field(str(steps[-1]), _known_at(steps, model, also))
    return finding(code, Source(path, *place), **told, **_case(code, path, steps, node, context))


def _code(kind: str, node: Node) -> str:
    """Return the finding for an error of pydantic; an empty value is no value of a wrong kind."""
    code = CODES.get(kind, "value-refused")
    if node.value in (None, "") and code in OF_VALUES:
        return "text-empty"
    if kind == "dict_type" and isinstance(node.value, (int, float)):
        return "type-text"
    return code


def _case(code: str, path: str, steps: tuple[int | str, ...], node: Node, context: Mapping[str, Any]) -> dict[str, str]:
    """Return which of a finding's sentences is meant, and what it needs beside."""
    if code == "value-form":
        return {"case": FORMS[context["pattern"]]} if context.get("pattern") in FORMS else {}
    if code == "value-range":
        return next(({"case": bound} for bound in ("ge", "gt", "le") if bound in context), {})
    if code == "type-text" and isinstance(node.value, (int, float)):
        written = f'"{shown(node.value)}"'
        return {"case": "unquoted", "written": f"{steps[-1]}: {written}" if isinstance(steps[-1], str) else written}
    if code in ("date-full", "date-partial") and DAY.fullmatch(str(node.value)):
        return {"case": "calendar"}
    if code == "type-mapping" and not steps:
        return {"case": "entry"}
    return {"case": "data"} if code == "field-missing" and path.endswith(".yml") else {}


def _field_name(steps: tuple[int | str, ...], root: Node, code: str) -> str:
    """Return `sources[2].url` for a path; parts that pydantic adds (for unions, keys) are left out."""
    name, node = "", root
    for number, step in enumerate(steps, start=1):
        inner = node.value
        absent = code == "field-missing" and number == len(steps)
        if isinstance(inner, list) and isinstance(step, int):
            name += f"[{step + 1}]"
        elif isinstance(step, str) and (absent or (isinstance(inner, dict) and step in inner)):
            name += f".{step}" if name else step
        node = node.find((step,))
    return name or "?"


def _found(code: str, steps: tuple[int | str, ...], node: Node, context: Mapping[str, Any]) -> str:
    if code == "field-missing":
        return ""
    if steps[-1:] == (BAD_KEY,):
        return shown(steps[-2])
    return str(context.get("found") or shown(node.plain()))


def _expected(context: Mapping[str, Any]) -> str:
    for key in ("expected", "ge", "gt", "le"):
        if key in context:
            return str(context[key]).replace("'", "").replace(" or ", ", ")
    return ""


def _known_at(steps: tuple[int | str, ...], model: type[BaseModel], also: tuple[str, ...]) -> list[str]:
    """Return the fields that may stand where the last step of a path leads."""
    record = _record_at(model, steps)
    return [*(also if record is model else ()), *known_fields(record)]


def unknown_field(name: str, known: Iterable[str]) -> dict[str, str]:
    """Return what to say of a field that does not exist: the one most likely meant, or some that do exist."""
    known = list(known)
    meant = [one for one in (MEANT.get(name.lower()),) if one in known]
    if close := meant or get_close_matches(name.lower(), known, n=1, cutoff=LIKE):
        return {"expected": close[0]}
    return {"expected": ", ".join([*known[:FEW], *(["…"] if len(known) > FEW else [])]), "case": "far"}


def _record_at(model: type[BaseModel], steps: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the record that holds the last step of a path."""
    for step in steps[:-1]:
        fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
        model = _record_in(fields.get(str(step))) or model
    return model


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def known_fields(model: type[BaseModel]) -> list[str]:
    """Return the names under which a record's fields are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


def shown(value: object) -> str:
    """Return a wrong value as the editor would know it again, cut when long."""
    text = "(trống / empty)" if value in (None, "") else _written(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _written(value: object) -> str:
    """Return a value as it stands in a file."""
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_written(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def closest(wrong: str, known: Iterable[str]) -> str:
    """Return the known names much like a wrong one, for a message; nothing where none is."""
    return ", ".join(get_close_matches(wrong, sorted(known), n=3, cutoff=0.6))


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Return the known id most like a wrong one, or all of them when they are few, for a message."""
    known = sorted(known)
    close = get_close_matches(wrong, known, n=3, cutoff=0.5)
    return ", ".join(close or known[:12]) + ("…" if not close and len(known) > 12 else "")
