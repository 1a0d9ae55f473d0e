"""JSON Schemas: they take all real content, refuse what the check refuses, and text editors are told of each."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from promosite.load.header import split_header
from promosite.load.nodes import parse_yaml
from promosite.messages import load_messages
from promosite.model.items import Kind
from promosite.schema import DRAFT, address_of, schemas
from promosite.validate.reference import LISTS
from tests import worlds

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("vi", "en")
SCHEMAS = schemas(LANGUAGES, [load_messages(lang) for lang in LANGUAGES])
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
KNOWN = {"$schema", "$ref", "definitions", "title", "description", "default", "type", "enum", "const", "pattern"}
KNOWN |= {"format", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "anyOf", "allOf", "items"}
KNOWN |= {"properties", "required", "additionalProperties", "minProperties", "minItems", "maxItems"}


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], place: str = "") -> Iterator[str]:
    """Yield what a schema refuses: the words of draft 7 that our schemas use, and no others."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        schema = whole["definitions"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema and all(list(faults(value, one, whole)) for one in schema["anyOf"]):
        yield f"{place}: anyOf"
    for one in schema.get("allOf", ()):
        yield from faults(value, one, whole, place)
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        yield f"{place}: {kind}"
    elif isinstance(value, str):
        yield from text_faults(value, schema, place)
    elif isinstance(value, list):
        yield from list_faults(value, schema, whole, place)
    elif isinstance(value, dict):
        yield from mapping_faults(value, schema, whole, place)
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: enum"


def list_faults(value: list[Any], schema: dict[str, Any], whole: dict[str, Any], place: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{place}: items"
    for number, one in enumerate(value):
        yield from faults(one, schema.get("items", {}), whole, f"{place}[{number}]")


def text_faults(value: str, schema: dict[str, Any], place: str) -> Iterator[str]:
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: pattern"
    if schema.get("format") == "date" and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        yield f"{place}: date"
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{place}: length"


def mapping_faults(value: dict[str, Any], schema: dict[str, Any], whole: dict[str, Any], place: str) -> Iterator[str]:
    fields = schema.get("properties", {})
    yield from (f"{place}: {name} missing" for name in schema.get("required", ()) if name not in value)
    for name, one in value.items():
        if name in fields:
            yield from faults(one, fields[name], whole, f"{place}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{place}: {name} unknown"


def judged(value: Any, name: str) -> list[str]:
    return list(faults(value, SCHEMAS[name], SCHEMAS[name]))


def header(text: str) -> Any:
    return split_header(text)[0].plain()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("site", ["", "tests/sites/sample-year/"])
def test_items_are_accepted(kind: Kind, lang: str, site: str) -> None:
    files = sorted((ROOT / f"{site}content" / lang / kind.folder).glob("*.md"))
    assert files
    found = {file.name: judged(header(file.read_text(encoding="utf-8")), f"{kind}.{lang}") for file in files}
    assert {name: one for name, one in found.items() if one} == {}


@pytest.mark.parametrize("name", [*LISTS, "plan-file"])
def test_data_files_are_accepted(name: str) -> None:
    folder = "media" if name == "media" else "data"
    file = next((ROOT / "content" / folder).glob("plan-*.yml" if name == "plan-file" else f"{name}.yml"))
    assert judged(parse_yaml(file.read_text(encoding="utf-8")).plain(), name) == []


@pytest.mark.parametrize(("file", "name"), [("bao-cao-2024", "report.vi"), ("report-2024-en", "report.en")])
def test_reports_are_accepted(file: str, name: str) -> None:
    path = ROOT / "tests" / "sites" / "sample-year" / "content" / "reports" / f"{file}.md"
    assert judged(header(path.read_text(encoding="utf-8")), name) == []


@pytest.mark.parametrize(
    ("text", "name", "is_sound"),
    [
        ("number: 5\ndate: 2024-11-12", "report.vi", True),
        ("funds: [{what: Việc mẫu, planned: 0}]", "report.vi", True),
        ("number: 0", "report.vi", False),
        ("signer: {name: Họ Tên Mẫu}", "report.vi", False),
        ("funds: [{what: Việc mẫu, planned: -1}]", "report.vi", False),
        ("done: t2", "report.vi", False),
        ("numbr: 5", "report.vi", False),
        ("number: 5", "report.en", False),
    ],
)
def test_faults_of_a_report_are_told(text: str, name: str, is_sound: bool) -> None:
    assert Draft7Validator(SCHEMAS[name]).is_valid(parse_yaml(text).plain()) is is_sound


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (worlds.news(), "news.vi", []),
        (worlds.english(), "news.en", []),
        (worlds.news(title=None), "news.vi", [": title missing"]),
        (worlds.news(sumary='"x"'), "news.vi", [": sumary unknown"]),
        (worlds.news(published="yesterday"), "news.vi", [".published: date"]),
        (worlds.news(tasks="t1"), "news.vi", [".tasks: array"]),
        (worlds.news(date="2024"), "news.vi", []),
        (worlds.news(date="2024-5"), "news.vi", [".date: anyOf"]),
        (worlds.english(tasks="[t1]"), "news.en", [": tasks unknown"]),
        (worlds.product(certificate="{stars: 2, status: reported, year: 2025, source: x}"), "product.vi", 1),
        (worlds.product(trade='{pack: {vi: "Hũ", en: "Jar", source: bao-mau}}'), "product.vi", []),
        (worlds.product(trade='{pack: {vi: "Hũ", words: "Jar", source: bao-mau}}'), "product.vi", 1),
        (worlds.event(role="guest"), "event.vi", 1),
        (worlds.press(outlet='{vi: "Báo", en: "Paper"}'), "press.vi", []),
    ],
)
def test_faults_are_told(text: str, name: str, expected: list[str] | int) -> None:
    found = judged(header(text), name)
    assert (len(found) if isinstance(expected, int) else found) == expected


def test_fields_carry_words_in_both_languages() -> None:
    words = {lang: load_messages(lang) for lang in LANGUAGES}
    for name in ("news.vi", "product.vi", "event.vi", "press.vi", "news.en", "media", "report.vi"):
        whole = SCHEMAS[name]
        records = [whole.get("items", whole), *whole["definitions"].values()]
        fields = [one for record in records for one in record.get("properties", {}).items()]
        words_of = {key: one.get("description", "") for key, one in fields if key not in LANGUAGES and key != "*"}
        plain = [key for key, text in words_of.items() if " / " not in text]
        assert plain == [], name
    title = SCHEMAS["news.en"]["properties"]["title"]
    assert title["title"] == "Tiêu đề / Title"
    assert title["description"] == " / ".join(words[lang].text("field.headline.title.meaning") for lang in LANGUAGES)


def test_every_schema_says_its_draft_and_its_name() -> None:
    assert all(one["$schema"] == DRAFT and one["title"] for one in SCHEMAS.values())
    assert SCHEMAS["product.en"]["title"] == "Sản phẩm / Product (en)"


def test_patterns_are_sound_in_javascript() -> None:
    """Its patterns refuse a backslash before a sign that needs none."""
    text = json.dumps(list(SCHEMAS.values()))
    patterns = [json.loads(f'"{one}"') for one in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', text)]
    escapes = {one for pattern in patterns for one in re.findall(r"\\(.)", pattern)}
    assert escapes <= set("dws.b$^*+?()[]{}|/\\")


def test_a_build_publishes_them(tmp_path: Path) -> None:
    files = {one.uri: one.content for one in worlds.glance(tmp_path).files}
    for name, schema in SCHEMAS.items():
        assert json.loads(files[address_of(name)]) == schema


def test_text_editors_are_told_of_every_schema() -> None:
    remark = json.loads((ROOT / ".remarkrc.json").read_text(encoding="utf-8"))
    told = dict(remark["plugins"][1][1]["schemas"])
    assert told == {
        f"./site/{address_of(f'{kind}.{lang}')}": [f"./content/{lang}/{kind.folder}/*.md"]
        for kind in Kind
        for lang in LANGUAGES
    } | {
        f"./site/{address_of('report.vi')}": ["./content/reports/bao-cao-*.md"],
        f"./site/{address_of('report.en')}": ["./content/reports/report-*-en.md"],
    }
    code = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    places = {name: f"content/data/{name}.yml" for name in LISTS}
    places |= {"media": "content/media/media.yml", "plan-file": "content/data/plan-*.yml"}
    assert code == {f"./site/{address_of(name)}": place for name, place in places.items()}


@pytest.mark.parametrize(
    ("value", "count"),
    [("234", 0), ("'234'", 0), ("{vi: hơn 40, en: more than 40}", 0), ("3.5", 1), ("true", 1), ("[1]", 1)],
)
def test_a_figure_is_a_whole_number_or_words(value: str, count: int) -> None:
    found = judged(parse_yaml(worlds.figure(value=value)).plain(), "figures")
    assert len(found) == count, found
