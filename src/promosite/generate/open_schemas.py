"""JSON Schemas of open data (draft 2020-12), in the words of the message tables, and their fields for the data page."""

from collections.abc import Iterator, Sequence

from promosite.generate.open_shapes import DEFINITIONS, SHAPES, Json
from promosite.generate.site import Site
from promosite.messages import Messages

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ANY = "any"
"""The section of sentences for fields that mean the same in every file."""

Path = tuple[str, ...]


def schema_address(name: str) -> str:
    """Return where the site publishes the schema of a file of open data."""
    return f"data/schema/{name}.json"


def open_schemas(site: Site) -> Iterator[tuple[str, Json]]:
    """Yield the address and the schema of each file of open data; its `$id` is that address as an absolute URL."""
    tables = [site.messages[lang] for lang in site.config.locales]
    root = site.config.absolute(site.config.source_lang)
    for name, shape in SHAPES.items():
        used = {key: _worded(one, ANY, (key,), tables) for key, one in DEFINITIONS.items() if _uses(shape, key)}
        address = schema_address(name)
        head = {"$schema": DRAFT, "$id": f"{root}{address}", "title": _in_all(f"data.file.{name}", tables)}
        yield address, head | _worded(shape, name, (), tables) | ({"$defs": used} if used else {})


def _uses(value: object, name: str) -> bool:
    """Tell whether a shape refers to a definition, directly or through another."""
    if isinstance(value, list):
        return any(_uses(one, name) for one in value)
    if not isinstance(value, dict):
        return False
    if (target := value.get("$ref")) is not None:
        other = str(target).rpartition("/")[2]
        return other == name or _uses(DEFINITIONS[other], name)
    return any(_uses(one, name) for one in value.values())


def _worded(shape: Json, section: str, path: Path, tables: Sequence[Messages]) -> Json:
    """Return a shape with a description at each field."""
    found = dict(shape)
    if "properties" in shape:
        found["properties"] = {
            name: {"description": meaning_in_all(section, (*path, name), tables)}
            | _worded(one, section, (*path, name), tables)
            for name, one in shape["properties"].items()
        }
    for key in ("items", "additionalProperties"):
        if isinstance(shape.get(key), dict):
            found[key] = _worded(shape[key], section, path, tables)
    if "anyOf" in shape:
        found["anyOf"] = [_worded(one, section, path, tables) for one in shape["anyOf"]]
    return found


def meaning_in_all(section: str, path: Path, tables: Sequence[Messages]) -> str:
    """Return what a field means in each language of the site that has words for it."""
    return " / ".join(dict.fromkeys(one for table in tables if (one := meaning(section, path, table))))


def meaning(section: str, path: Path, messages: Messages) -> str | None:
    """Return the sentence of a field: that of its own file, else the one for all files; None where there is none.

    Of those for all files the longest end of the path wins: `quarters-results` before `results`.
    """
    keys = [f"{section}.{_key(path)}", *(f"{ANY}.{_key(path[start:])}" for start in range(len(path)))]
    return next((found for key in keys if (found := messages.get(f"data.field.{key}"))), None)


def _key(path: Path) -> str:
    return "-".join(path).replace("_", "-")


def _in_all(key: str, tables: Sequence[Messages]) -> str:
    return " / ".join(dict.fromkeys(one for table in tables if (one := table.get(key))))


def fields_of(name: str) -> Iterator[tuple[str, str, Path, bool]]:
    """Yield each field of a file: as it is reached, the section and path of its sentence, whether it may be null.

    A list is written `[]` and the key of a mapping `*`: `products[].certificate.stars`, `translation.*.counts`. What
    stands in several places is told once, at the first.
    """
    yield from _fields(SHAPES[name], name, (), "", set())


def _fields(shape: Json, section: str, path: Path, shown: str, told: set[str]) -> Iterator[tuple[str, str, Path, bool]]:
    name = str(shape.get("$ref", "")).rpartition("/")[2]
    if name and name not in told:
        told.add(name)
        yield from _fields(DEFINITIONS[name], ANY, (name,), shown, told)
    for field, one in shape.get("properties", {}).items():
        place = f"{shown}.{field}" if shown else field
        yield place, section, (*path, field), {"type": "null"} in one.get("anyOf", ())
        yield from _fields(one, section, (*path, field), place, told)
    for one in shape.get("anyOf", ()):
        yield from _fields(one, section, path, shown, told)
    if "items" in shape:
        yield from _fields(shape["items"], section, path, f"{shown}[]", told)
    if isinstance(shape.get("additionalProperties"), dict):
        yield from _fields(shape["additionalProperties"], section, path, f"{shown}.*", told)
