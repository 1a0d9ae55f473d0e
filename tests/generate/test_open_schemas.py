"""Schemas of open data: they are valid, take every file that is made, refuse what is wrong, and explain every field."""

import json
import re
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from promosite.clock import VIETNAM
from promosite.generate.open_data import SCHEMAS
from promosite.generate.open_schemas import DRAFT, fields_of, meaning, schema_address
from promosite.messages import load_messages
from tests.projects import ROOT
from tests.worlds import FILES, READERS, Files, World, english, event, glance, lay, look, product

NAMES = [name for names in SCHEMAS.values() for name in names]
WORLDS: dict[str, Files] = {
    "tiny": {},
    "readers": READERS,
    "no plan": {"content/data/plan-2023-2025.yml": None},
    "no items": {path: None for path in FILES if path.startswith(("content/vi/", "content/en/"))},
    "reported": {
        "content/vi/products/muoi-mau.md": product(
            certificate="{stars: 4, status: reported, year: 2025, source: bao-mau}",
            producer="{name: Hợp tác xã Mẫu, type: htx, place: huyen-mau, source: bao-mau}",
            trade='{pack: {vi: "Hũ", en: "Jar", source: bao-mau, as_of: 2024-05}}',
            protection="[{type: gi, name: Muối Mẫu, number: 00001, date: 2019, source: bao-mau}]",
            group="I.4.b",
            group_basis="inferred",
        )
    },
    "decided": {
        "content/vi/products/muoi-mau.md": product(
            certificate="{stars: 3, status: decision, decision_no: 1/QĐ-M, authority: Huyện Mẫu, "
            "certified_on: 2024-02-29, source: bao-mau}",
        ),
        "content/en/products/muoi-mau.md": english(""),
    },
    "own event": {
        "content/vi/events/hoi-cho-mau.md": event(
            role="organiser",
            unit="centre",
            channel="websites",
            venue="{vi: Nhà Mẫu, en: Sample Hall}",
            organisers="[{vi: Sở Mẫu, en: Sample Department}]",
            updated="2024-06-11",
        )
    },
}


def files_of(world: World) -> dict[str, Any]:
    return {file.uri: json.loads(file.content) for file in world.files if file.uri.endswith(".json")}


def schema_of(uri: str) -> str | None:
    """Return the name of the schema of a file of open data; None for other files."""
    folder, _, name = uri.rpartition("/")
    if folder == "data" and name.removesuffix(".json") in NAMES:
        return name.removesuffix(".json")
    return {"coverage.json": "row", "embed.json": "embed"}.get(name) if folder.startswith("plan/") else None


def faults(world: World) -> dict[str, list[str]]:
    """Return what the schemas of a site refuse in its own files."""
    files, found = files_of(world), {}
    for uri, value in files.items():
        if name := schema_of(uri):
            judge = Draft202012Validator(files[schema_address(name)], format_checker=FormatChecker())
            found[uri] = [f"{error.json_path}: {error.message[:200]}" for error in judge.iter_errors(value)]
    assert len(found) >= 4
    return {uri: one for uri, one in found.items() if one}


@pytest.fixture(scope="module")
def real() -> World:
    return look(ROOT, datetime(2026, 11, 22, 12, tzinfo=VIETNAM))


def test_every_file_of_the_real_content_is_as_its_schema_says(real: World) -> None:
    assert faults(real) == {}
    judged = {schema_of(uri) for uri in files_of(real)} - {None}
    assert judged == set(NAMES)


def test_every_file_of_the_sample_year_is_as_its_schema_says(sample: World) -> None:
    assert faults(sample) == {}


@pytest.mark.parametrize("name", WORLDS)
def test_every_file_of_a_tiny_world_is_as_its_schema_says(tmp_path: Path, name: str) -> None:
    found = glance(tmp_path, WORLDS[name])
    assert found.judged == [] or name in ("no items", "no plan")
    assert faults(found) == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid_and_says_where_it_stands(sample: World, name: str) -> None:
    schema = files_of(sample)[schema_address(name)]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DRAFT
    assert schema["$id"] == sample.site.config.absolute("vi", f"data/schema/{name}.json")


WRONG = {
    "reported stars as valid ones": ("products", lambda one: one["certificate"].update(stars=4)),
    "a report that is valid": ("products", lambda one: one["certificate"].update(state="valid")),
    "a field that nobody knows": ("products", lambda one: one.update(rank=1)),
    "a field left out": ("products", lambda one: one.pop("sources")),
    "a language that is none": ("products", lambda one: one["title"].update(english="x")),
    "a day that never was": ("events", lambda one: one.update(start="2024-02-31")),
    "a part that the Department cannot have": ("events", lambda one: one.update(role="guest")),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_refused(tmp_path: Path, name: str) -> None:
    kind, spoil = WRONG[name]
    files = files_of(glance(tmp_path, WORLDS["reported"]))
    judge = Draft202012Validator(files[schema_address(kind)], format_checker=FormatChecker())
    whole = deepcopy(files[f"data/{kind}.json"])
    assert judge.is_valid(whole)
    spoil(whole[kind][0])
    assert not judge.is_valid(whole)


URI = re.compile(r"https?://[A-Za-z0-9.:%-]+(?:[A-Za-z0-9._~:/@!$&'()*+,;=?-]|%[0-9A-F]{2})*(?:#[A-Za-z0-9%?/._~-]*)?")
"""RFC 3986, as far as addresses of the web go; the library knows the format `uri` only with another package."""


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ("https://mau.vn/a;b,c/?x=1&y=%C4%91#p", "https://mau.vn/a;b,c/?x=1&y=%C4%91#p"),
        ("https://mau.vn/đơn?q=ẻ#ạ", "https://mau.vn/%C4%91%C6%A1n?q=%E1%BA%BB#%E1%BA%A1"),
        ("https://mẫu.vn:8080/", "https://xn--mu-95s.vn:8080/"),
        ("https://mau.vn/a|b^c?d[]=100%", "https://mau.vn/a%7Cb%5Ec?d%5B%5D=100%25"),
        ("https://mau.vn/#a#b", "https://mau.vn/#a%23b"),
    ],
)
def test_addresses_are_uris_as_the_schema_says(tmp_path: Path, written: str, given: str) -> None:
    source = f'[{{id: bao-mau, publisher: "Báo Mẫu", about: "Bài mẫu", url: "{written}"}}]'
    files = {"content/vi/products/muoi-mau.md": product(sources=source)}
    products = files_of(glance(tmp_path, files))["data/products.json"]["products"]
    assert [one["url"] for one in products[0]["sources"]] == [given]
    assert URI.fullmatch(given)


# ---- Every field has its sentence ----


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_explained_and_null_has_a_meaning(name: str, lang: str) -> None:
    messages = load_messages(lang)
    told = {shown: (meaning(section, path, messages) or "", null) for shown, section, path, null in fields_of(name)}
    assert told
    assert [shown for shown, (words, _) in told.items() if not words.endswith(".")] == []
    assert [shown for shown, (words, null) in told.items() if null and "null" not in words.casefold()] == []


def properties(value: Any) -> int:
    """Count the fields that a schema names, wherever they stand."""
    if isinstance(value, list):
        return sum(map(properties, value))
    if not isinstance(value, dict):
        return 0
    inner = {key: one for key, one in value.items() if key not in ("if", "then", "else", "properties")}
    named = value.get("properties", {})
    return len(named) + sum(map(properties, named.values())) + sum(map(properties, inner.values()))


@pytest.mark.parametrize("name", NAMES)
def test_the_page_tells_every_field_of_a_schema(sample: World, name: str) -> None:
    schema = files_of(sample)[schema_address(name)]
    for lang in ("vi", "en"):
        sets = sample.page(lang, "data/").header["view"]["sets"]
        fields = next(one["fields"] for group in sets for one in group["schemas"] if one["uri"] == schema_address(name))
        assert len(fields) == properties(schema)
        assert all(one["what"] for one in fields)


def test_every_sentence_about_a_field_is_used() -> None:
    used = set()
    for name in NAMES:
        for _, section, path, _ in fields_of(name):
            keys = [(section, path), *(("any", path[start:]) for start in range(len(path)))]
            texts = [f"{where}.{'-'.join(one).replace('_', '-')}" for where, one in keys]
            used.add(next(one for one in texts if load_messages("en").get(f"data.field.{one}")))
    prefix = "data.field."
    assert {key.removeprefix(prefix) for key in load_messages("en").table if key.startswith(prefix)} == used


def test_a_schema_is_the_same_for_two_looks(tmp_path: Path) -> None:
    root = lay(tmp_path)
    first, second = ({file.uri: file.content for file in look(root).files} for _ in range(2))
    assert first == second
