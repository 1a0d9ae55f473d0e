"""Turn pydantic's errors into findings that stand where the editor wrote."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

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
    "string_pattern_mismatch": "value-form",
    "text_markup": "text-markup",
    "text_control": "text-control",
    "text_nfd": "text-nfd",
    "words_empty": "text-empty",
    "string_type": "type-text",
    "bool_type": "type-yes-no",
    "bool_parsing": "type-yes-no",
    "int_type": "type-number",
    "int_parsing": "type-number",
    "greater_than": "value-range",
    "greater_than_equal": "value-range",
    "less_than_equal": "value-range",
    "tuple_type": "type-list",
    "dict_type": "type-mapping",
    "model_type": "type-mapping",
    "model_attributes_type": "type-mapping",
}
"""Finding code for each error type of pydantic that our records can raise."""

SHOWN = 60
"""Characters of a wrong value that a message repeats."""


def findings_of(error: ValidationError, path: str, root: Node, model: type[BaseModel]) -> list[Finding]:
    """Return one finding for each thing that pydantic refused, placed by the tree it was read from."""
    return [_finding(dict(one), path, root, model) for one in error.errors(include_url=False)]


def _finding(error: dict[str, Any], path: str, root: Node, model: type[BaseModel]) -> Finding:
    steps = tuple(error["loc"])
    node = root.find(steps)
    code = CODES.get(error["type"], "value-refused")
    place = (node.key_line, node.key_column) if code == "field-unknown" and node.key_line else (node.line, node.column)
    context = error.get("ctx", {})
    return finding(
        code,
        Source(path, *place),
        field=_field_name(steps, root),
        found=shown(node.plain()) if code != "field-missing" else "",
        expected=_expected(context, steps, model),
        limit=context.get("max_length", ""),
    )


def _field_name(steps: tuple[int | str, ...], root: Node) -> str:
    """Return `sources[2].url` for a path; parts that pydantic adds for unions are left out."""
    name, node = "", root
    for step in steps:
        inner = node.value
        if isinstance(inner, list) and isinstance(step, int):
            name += f"[{step + 1}]"
        elif isinstance(step, str) and (isinstance(inner, dict) or step == steps[-1]):
            name += f".{step}" if name else step
        node = node.find((step,))
    return name or "?"


def _expected(context: Mapping[str, Any], steps: tuple[int | str, ...], model: type[BaseModel]) -> str:
    for key in ("expected", "pattern", "ge", "gt", "le"):
        if key in context:
            return str(context[key]).replace("'", "").replace(" or ", ", ")
    near = get_close_matches(str(steps[-1]), known_fields(model), n=1) if len(steps) == 1 else []
    return ", ".join(near or known_fields(model))


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
