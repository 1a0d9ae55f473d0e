"""The ledger as records, and as the bytes of `data/ledger.json`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from promosite.findings import Finding, Source, finding
from promosite.messages import Messages
from promosite.model.record import Record

LEDGER = "data/ledger.json"
"""Where the ledger lies in a published site."""
SCHEMA = "data/schema/ledger.json"
"""Where its JSON Schema lies."""
BESIDE: Literal["schema/ledger.json"] = "schema/ledger.json"
"""The same, as the ledger names it."""

Digest = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
Address = Annotated[str, Field(max_length=2000)]
"""Inside the site, without a slash before it: `news/x/`; empty for the home page."""


class Line(Record):
    """What is known of one published address. A line is never taken out of the ledger."""

    address: Address
    lang: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    rows: tuple[str, ...] = ()
    """Rows of plans that the page serves, as `plan/row`."""
    digest: Digest | None = None
    """Of the page's text when it was last read; None where the ledger never saw a page here, only a redirect."""
    first_seen: date
    last_changed: date
    """The day of the publication that changed text, rows or state last."""
    build: Annotated[str, Field(min_length=1, max_length=200)]
    """The build of that publication: source commit and digest of the lock file."""
    withdrawn: date | None = None
    """Since when the page is gone from this address; None while it is there."""
    moved_to: Address | None = None
    """Where the address leads instead, for a page that has moved."""


class Ledger(Record):
    """Every address that the site has ever published, each once, in order."""

    schema_at: Literal["schema/ledger.json"] = Field(BESIDE, alias="$schema")
    version: Literal[1] = 1
    pages: tuple[Line, ...] = ()

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Return each line by its address."""
        return {line.address: line for line in self.pages}


def ledger_of(lines: Iterable[Line]) -> Ledger:
    """Return a ledger of these lines, in its order."""
    return Ledger(pages=tuple(sorted(lines, key=lambda line: line.address)))


def ledger_bytes(ledger: Ledger) -> bytes:
    """Return a ledger as JSON, one page a line, so that a comparison of two publications reads well."""
    lines = ",\n".join(f"  {_json(line)}" for line in ledger_of(ledger.pages).pages)
    return f'{{"$schema": "{BESIDE}", "version": {ledger.version}, "pages": [\n{lines}\n]}}\n'.encode()


def schema_bytes(tables: Sequence[Messages]) -> bytes:
    """Return the JSON Schema of the ledger, each field described in all languages given."""
    schema = Ledger.model_json_schema()
    line = schema["$defs"]["Line"]
    for name, field in line["properties"].items():
        field["description"] = " / ".join(table.text(f"ledger.{name}") for table in tables)
    line["description"] = schema["description"] = " / ".join(table.text("ledger.about") for table in tables)
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()


def _json(line: Line) -> str:
    return json.dumps(line.model_dump(mode="json", exclude_none=True), ensure_ascii=False)


def read_ledger(data: bytes, path: str = LEDGER) -> tuple[Ledger | None, list[Finding]]:
    """Return the ledger that was written as these bytes; None with a finding for what is no sound ledger."""
    try:
        ledger = Ledger.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return None, [finding("ledger-unreadable", Source(path), reason=f"{where}: {first['msg']}".removeprefix(": "))]
    if absent := sorted({"version", "pages"} - ledger.model_fields_set):
        return None, [finding("ledger-unreadable", Source(path), reason=f"{absent[0]}: –")]
    if len(ledger.lines) < len(ledger.pages):
        doubled = [one.address for one in ledger.pages if ledger.lines[one.address] is not one]
        return None, [finding("ledger-unreadable", Source(path), reason=f"address: {doubled[0]}")]
    return ledger, []
