"""The shape of each file of open data, as JSON Schema without words; `open_schemas` adds those.

Every field stands in every record unless it is named `optional`; what is not on record is null, never left out.
"""

from collections.abc import Iterable
from typing import Any, get_args

from promosite.coverage import RULES, CellState, DueKind, TaskStatus
from promosite.generate.standing import STATES
from promosite.model.certificates import STATES as CERTIFICATE_STATES
from promosite.model.items import EventRole, Producer, ProductGroup, Protection, Trade
from promosite.model.record import SLUG

Json = dict[str, Any]

TEXT: Json = {"type": "string"}
DAY: Json = {"type": "string", "format": "date"}
COUNT: Json = {"type": "integer", "minimum": 0}


def ref(name: str) -> Json:
    """Return a reference to one of `DEFINITIONS`."""
    return {"$ref": f"#/$defs/{name}"}


def many(items: Json) -> Json:
    """Return the shape of a list."""
    return {"type": "array", "items": items}


def mapping(values: Json, keys: Json | None = None) -> Json:
    """Return the shape of a mapping whose keys are ids, or languages."""
    found: Json = {"type": "object", "additionalProperties": values}
    return found | ({"propertyNames": keys} if keys else {})


def one_of(values: Iterable[object]) -> Json:
    """Return the shape of a value from a list."""
    return {"enum": [getattr(value, "value", value) for value in values]}


def or_null(shape: Json) -> Json:
    """Return the shape of what may not be on record."""
    return {"anyOf": [shape, {"type": "null"}]}


def record(fields: Json, optional: Json | None = None) -> Json:
    """Return the shape of a mapping with these fields and no others."""
    return {
        "type": "object",
        "properties": fields | (optional or {}),
        "required": list(fields),
        "additionalProperties": False,
    }


LANGUAGE: Json = {"type": "string", "pattern": "^[a-z]{2}$"}
KEY: Json = {"type": "string", "pattern": f"^(news|product|event|press)/{SLUG}$"}
QUARTER: Json = {"type": "string", "pattern": "^[0-9]{4}-Q[1-4]$"}
WHEN: Json = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
ROW: Json = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{4}/t[1-9][0-9]?$"}
KEYS, LANGUAGES = many(ref("key")), many(ref("language"))
ADDRESS: Json = {"type": "string", "format": "uri"}
ADDRESSES = mapping(ADDRESS, LANGUAGE)
WORDS = ref("words")

SOURCE = record(
    {
        "id": TEXT,
        "publisher": WORDS,
        "title": or_null(TEXT),
        "about": or_null(WORDS),
        "url": or_null(ADDRESS),
        "site": or_null(TEXT),
        "date": or_null(WHEN),
        "language": or_null(LANGUAGE),
    }
)
ANSWER = record({"text": WORDS, "as_of": or_null(WHEN), "source": TEXT})
DEFINITIONS: Json = {
    "language": LANGUAGE,
    "key": KEY,
    "words": mapping(TEXT, LANGUAGE),
    "source": SOURCE,
    "answer": ANSWER,
}

PLACES = mapping(record({"then": WORDS, "now": or_null(WORDS)}))
ITEM: Json = {
    "key": KEY,
    "title": WORDS,
    "summary": WORDS,
    "languages": LANGUAGES,
    "summary_only": LANGUAGES,
    "url": ADDRESSES,
    "published": DAY,
    "updated": or_null(DAY),
    "tasks": many(ROW),
    "unit": or_null(TEXT),
    "channel": or_null(TEXT),
    "audiences": many(TEXT),
    "places": many(TEXT),
    "as_of": or_null(WHEN),
    "sources": many(ref("source")),
}


def choices(model: Any, field: str) -> Json:
    """Return the shape of a field that a record restricts to some values."""
    return one_of(get_args(model.model_fields[field].annotation))


CERTIFICATE = record(
    {
        "evidence": one_of(("decision", "reported")),
        "stars": or_null(one_of((3, 4, 5))),
        "reported_stars": or_null(one_of((3, 4, 5))),
        "year": or_null({"type": "integer"}),
        "decision_no": or_null(TEXT),
        "authority": or_null(WORDS),
        "certified_on": or_null(DAY),
        "last_day": or_null(DAY),
        "state": one_of(CERTIFICATE_STATES),
        "source": TEXT,
    }
) | {
    "if": {"properties": {"evidence": {"const": "reported"}}},
    "then": {
        "properties": {
            "stars": {"type": "null"},
            "certified_on": {"type": "null"},
            "last_day": {"type": "null"},
            "state": {"const": "unknown"},
        }
    },
    "else": {"properties": {"reported_stars": {"type": "null"}}},
}
"""Stars that were only reported never stand where valid ones do."""
RIGHT = record(
    {
        "type": choices(Protection, "type"),
        "name": WORDS,
        "number": or_null(TEXT),
        "decision": or_null(TEXT),
        "date": or_null(WHEN),
        "source": TEXT,
    }
)
PRODUCT = record(
    ITEM
    | {
        "group": or_null(one_of(get_args(ProductGroup))),
        "group_basis": or_null(one_of(("inferred", "decision"))),
        "producer": or_null(
            record({"name": WORDS, "type": choices(Producer, "type"), "place": or_null(TEXT), "source": TEXT})
        ),
        "certificate": or_null(CERTIFICATE),
        "protection": many(RIGHT),
        "trade": record({name: or_null(ref("answer")) for name in Trade.model_fields}),
    }
)
EVENT = record(
    ITEM
    | {
        "start": DAY,
        "end": or_null(DAY),
        "role": one_of(EventRole),
        "venue": or_null(WORDS),
        "organisers": many(WORDS),
        "calendar": ADDRESSES,
        "told_by": KEYS,
    }
)

SCHEDULE: Json = {"anyOf": [{"const": "ongoing"}, record({"quarter": QUARTER})]}
PLAN = record(
    {
        "id": TEXT,
        "period": record({"from": DAY, "to": DAY}),
        "units": mapping(WORDS),
        "tasks": many(
            record(
                {"id": TEXT, "text": WORDS, "schedule": SCHEDULE, "lead": many(TEXT), "cooperating": many(TEXT)},
            )
        ),
    }
)
TASK: Json = {
    "id": TEXT,
    "schedule": SCHEDULE,
    "rule": one_of(RULES),
    "status": one_of(TaskStatus),
    "results": KEYS,
    "background": KEYS,
    "languages": mapping(LANGUAGES, KEY),
    "summaries": mapping(KEYS, LANGUAGE),
    "quarters": many(
        record(
            {
                "quarter": QUARTER,
                "state": one_of(CellState),
                "results": or_null(KEYS),
                "background": or_null(KEYS),
            }
        )
    ),
    "outside": record({"results": KEYS, "background": KEYS}),
}
EMBED = record(
    {
        "as_of": DAY,
        "plan": TEXT,
        "task": TEXT,
        "title": WORDS,
        "url": ADDRESSES,
        "status": one_of(TaskStatus),
        "status_text": WORDS,
        "results": COUNT,
        "background": COUNT,
        "latest": many(record({"key": KEY, "title": WORDS, "published": DAY, "url": ADDRESSES})),
        "coverage": ADDRESS,
    }
)
ENDS = many(record({"id": TEXT, "last_day": DAY}))
DUE = record(
    {"kind": one_of(DueKind), "day": or_null(DAY), "units": many(TEXT)},
    {"plan": TEXT, "task": TEXT, "item": KEY, "lang": LANGUAGE, "year": {"type": "integer"}, "quarters": many(QUARTER)},
)
STATUS = record(
    {
        "as_of": DAY,
        "translation": mapping(
            record(
                {
                    "counts": record(dict.fromkeys(STATES, COUNT)),
                    "items": record(dict.fromkeys(STATES[1:], KEYS)),
                    "changes": mapping(many(TEXT), KEY),
                }
            ),
            LANGUAGE,
        ),
        "plan": many(
            record(
                {"plan": TEXT, "task": TEXT, "status": one_of(TaskStatus), "results": COUNT, "background": COUNT},
            )
        ),
        "due": many(DUE),
        "no_task": KEYS,
        "certificates": record({"ending": ENDS, "ended": ENDS}),
        "events_without_coverage": ENDS,
        "old_figures": ENDS,
    }
)
BUILD = record(
    {
        "as_of": DAY,
        "generator": record({"name": TEXT, "version": TEXT}),
        "engine": mapping(TEXT),
        "content": record({"digest": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}, "files": COUNT}),
    }
)

SHAPES: dict[str, Json] = {
    "plan": PLAN,
    "coverage": record(
        {"as_of": DAY, "plans": many(record({"id": TEXT, "tasks": many(record(TASK))})), "no_task": KEYS}
    ),
    "row": record({"as_of": DAY, "plan": TEXT, **TASK}),
    "embed": EMBED,
    "products": record({"as_of": DAY, "places": PLACES, "products": many(PRODUCT)}),
    "events": record({"as_of": DAY, "places": PLACES, "events": many(EVENT)}),
    "status": STATUS,
    "build": BUILD,
}
"""The shape of each file, by the name of its schema."""
