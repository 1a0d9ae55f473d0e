"""Turn pydantic's errors into findings that stand where the editor wrote."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from promosite.findings import Finding, Source, finding
from promosite.load.nodes import Node

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

SHOWN = 60
"""Characters of a wrong value that a message repeats."""


def findings_of(
    error: ValidationError, path: str, root: Node, model: type[BaseModel], also: Iterable[str] = ()
) -> list[Finding]:
    """Return one finding for each thing that pydantic refused, placed by the tree it was read from.

    `also` are fields that may stand beside the record's own, for the suggestion to an unknown one.
    """
    return [_finding(dict(one), path, root, model, tuple(also)) for one in error.errors(include_url=False)]


def _finding(error: dict[str, Any], path: str, root: Node, model: type[BaseModel], also: tuple[str, ...]) -> Finding:
    steps, context = tuple(error["loc"]), error.get("ctx", {})
    node = root.find(steps)
    code = CODES.get(error["type"], "value-refused")
    of_key = code == "field-unknown" or steps[-1:] == (BAD_KEY,)
    place = (node.key_line, node.key_column) if of_key and node.key_line else (node.line, node.column)
    return finding(
        code,
        Source(path, *place),
        field=_field_name(steps, root, code),
        found=_found(code, steps, node, context),
        expected=_near(steps, model, also) if code == "field-unknown" else _expected(context),
        limit=context.get("max_length", ""),
    )


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
    for key in ("expected", "pattern", "ge", "gt", "le"):
        if key in context:
            return str(context[key]).replace("'", "").replace(" or ", ", ")
    return ""


def _near(steps: tuple[int | str, ...], model: type[BaseModel], also: tuple[str, ...]) -> str:
    """Return the field most like an unknown one, or all that the record has where it stands."""
    record = _record_at(model, steps)
    known = [*(also if record is model else ()), *known_fields(record)]
    return ", ".join(get_close_matches(str(steps[-1]), known, n=1) or known)


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
    text = "(trống / empty)" if value in (None, "", [], {}) else str(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Return the known id most like a wrong one, or all of them when they are few, for a message."""
    known = sorted(known)
    close = get_close_matches(wrong, known, n=3, cutoff=0.5)
    return ", ".join(close or known[:12]) + ("…" if not close and len(known) > 12 else "")
