"""The form of the house: what is written reads back as what was said, and writing twice changes nothing."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from promosite import forming
from promosite.form import FormError, document, item_shape, listed, meaning, paper_shape, register, register_shape
from promosite.forming import Formed, formed
from promosite.load.header import split_header
from promosite.load.nodes import parse_yaml
from promosite.model.items import FACTS, TranslationHeadline

ROOT = Path(__file__).resolve().parent.parent
ITEMS = sorted([*ROOT.glob("content/??/*/*.md"), *ROOT.glob("tests/sites/*/content/??/*/*.md")])
REGISTERS = sorted([*ROOT.glob("content/media/media.yml"), *ROOT.glob("tests/sites/*/content/media/media.yml")])


def read(text: str) -> tuple[Any, str]:
    tree, body, _ = split_header(text)
    return tree.plain(), body


def test_items_say_the_same_in_the_form_of_the_house() -> None:
    assert len(ITEMS) > 150
    for path in ITEMS:
        header, body = read(path.read_text(encoding="utf-8"))
        text = document(header, body)
        again, same_body = read(text)
        assert meaning(again) == meaning(header), path
        assert re.sub(r"\s", "", same_body) == re.sub(r"\s", "", body), path
        assert document(again, same_body) == text, path


def test_registers_say_the_same_in_the_form_of_the_house() -> None:
    for path in REGISTERS:
        pictures = parse_yaml(path.read_text(encoding="utf-8")).plain()
        again = parse_yaml(register(pictures)).plain()
        assert meaning(again) == meaning(pictures)
        assert register(again) == register(pictures)


def test_reports_say_the_same_in_the_form_of_the_house() -> None:
    for path in sorted(ROOT.glob("tests/sites/*/content/reports/bao-cao-*.md")):
        header, body = read(path.read_text(encoding="utf-8"))
        text = document(header, body, paper_shape())
        again, same_body = read(text)
        assert meaning(again) == meaning(header), path
        assert same_body.strip() == body.strip(), path
        assert document(again, same_body, paper_shape()) == text, path


WORDS = 'publisher: {vi: "Báo Mẫu", en: "Sample Paper"}'


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        ({"title": 'Muối "Bà Rịa": #1'}, ['title: "Muối \\"Bà Rịa\\": #1"']),
        ({"title": "no"}, ['title: "no"']),
        ({"tasks": []}, ["tasks: []"]),
        ({"tasks": ["t1", "2023-2025/t3"]}, ["tasks: [t1, 2023-2025/t3]"]),
        ({"places": [], "unit": None, "draft": False}, []),
        ({"draft": True}, ["draft: true"]),
        ({"as_of": 2025}, ["as_of: 2025"]),
        ({"as_of": "2025"}, ["as_of: 2025"]),
        ({"published": "2026-11-22"}, ["published: 2026-11-22"]),
        ({"venue": "Báo Mẫu"}, ['venue: "Báo Mẫu"']),
        ({"venue": {"*": "Báo Mẫu"}}, ['venue: "Báo Mẫu"']),
        ({"venue": {"vi": "X", "en": "X"}}, ['venue: "X"']),
        ({"venue": {"vi": "X"}}, ['venue: {vi: "X"}']),
        ({"organisers": ["X", {"vi": "A", "en": "B"}]}, ["organisers:", '  - "X"', '  - {vi: "A", en: "B"}']),
        (
            {"sources": [{"id": "2025", "publisher": {"vi": "Báo Mẫu", "en": "Sample Paper"}, "date": "2025-05"}]},
            ["sources:", '  - id: "2025"', f"    {WORDS}", "    date: 2025-05"],
        ),
        (
            {"certificate": {"source": "a", "year": 2025, "status": "reported", "stars": 3}},
            ["certificate:", "  stars: 3", "  status: reported", "  year: 2025", "  source: a"],
        ),
        (
            {"trade": {"pack": {"vi": "Hũ", "en": "Jar", "source": "a", "as_of": 2020}}},
            ["trade:", '  pack: {vi: "Hũ", en: "Jar", source: a, as_of: 2020}'],
        ),
        ({"as_of": "2025", "title": "Sau"}, ['title: "Sau"', "as_of: 2025"]),
        ({"translated_from": ["title:91f8fbd7"]}, ["translated_from:", "  - title:91f8fbd7"]),
    ],
)
def test_how_a_value_is_written(header: dict[str, Any], lines: list[str]) -> None:
    assert document(header, "") == "\n".join(["---", *lines, "---", ""])


def test_a_body_stands_behind_a_blank_line() -> None:
    assert document({"title": "X"}, "\n\nNội dung.\n\n") == '---\ntitle: "X"\n---\n\nNội dung.\n'
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |"
    assert document({"title": "X"}, table).endswith("\n| a | b |\n|---|---|\n| 1 | 2 |\n")


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ({"title": "X", "sumary": "Y"}, "sumary"),
        ({"title": ["X"]}, "title"),
        ({"title": {"vi": "X"}}, "title"),
        ({"tasks": "t1"}, "tasks"),
        ({"tasks": [None]}, "tasks"),
        ({"draft": {"a": 1}}, "draft"),
        ({"producer": "HTX"}, "producer"),
        ({"producer": {"nane": "HTX"}}, "nane"),
        ({"producer": {"name": {"vi": ["HTX"]}}}, "name"),
        ({"sources": "bao-moi"}, "sources"),
        ({"sources": [None]}, "sources"),
        ({"sources": [{}]}, "sources"),
        ({"sources": [{"title": None}]}, "sources"),
        ({"sources": ["bao-moi"]}, "sources"),
        ({"organisers": [["X"]]}, "organisers"),
        ({"trade": {"pack": "Hũ"}}, "pack"),
        ({"trade": {"pack": {"vi": ["Hũ"]}}}, "pack"),
    ],
)
def test_what_has_no_form_is_refused(header: dict[str, Any], field: str) -> None:
    with pytest.raises(FormError) as refused:
        document(header, "")
    assert refused.value.args == (field,)


def test_a_register_of_something_else_is_refused() -> None:
    for records in ({"file": "a.jpg"}, ["a.jpg"], [None], [{"illustration": False}]):
        with pytest.raises(FormError):
            listed(records, register_shape())  # type: ignore[arg-type]


def test_every_field_has_its_place() -> None:
    fields = {name for model in (TranslationHeadline, *FACTS.values()) for name in model.model_fields}
    assert set(item_shape()["fields"]) == fields
    assert next(iter(register_shape()["of"]["fields"])) == "file"


# ---- Files ----

ITEM, TEXT, REPORT = "content/vi/news/a.md", "content/en/news/a.md", "content/reports/bao-cao-2024.md"
HEAD = "title: Mẫu\nsummary: Mẫu.\npublished: 2024-06-01\ntasks: [t1]\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (ITEM, f"---\n{HEAD}---\nBài.\n", ("", [])),
        (ITEM, f"---\n# vì\n{HEAD}---\nBài.\n", ("remark", [])),
        (ITEM, "Bài.\n", ("faulty", ["header-missing:1:1"])),
        (ITEM, f"---\n{HEAD}sources:\n  -\n---\nBài.\n", ("faulty", ["text-empty:7:4"])),
        (ITEM, f"---\n{HEAD.replace('[t1]', 't1')}---\nBài.\n", ("faulty", ["type-list:5:8"])),
        (ITEM, f"---\n{HEAD}sources: [{{}}]\n---\nBài.\n", ("faulty", ["field-missing:6:11"] * 2)),
        (ITEM, f"---\n{HEAD}producer: HTX\n---\nBài.\n", ("faulty", ["field-unknown:6:1"])),
        (TEXT, "---\ntitle: Sample\nsummary: Sample.\ntasks: t1\n---\n", ("faulty", ["fact-in-translation:4:1"])),
        (REPORT, "---\nfunds:\n  -\n---\n", ("faulty", ["text-empty:3:4"])),
        (REPORT.replace("bao-cao-2024", "report-2024-en"), "---\nnumber: 1\n---\n", ("faulty", ["field-unknown:2:1"])),
        ("a.md", "---\ntasks: t1\n---\n", ("faulty", [])),
        ("a.md", "---\nsources:\n  -\n---\n", ("faulty", [])),
        ("reports/a.md", "---\ntitle: X\n---\n", ("faulty", [])),
        ("a.md", "---\nvenue: {vi: ''}\n---\n", ("changed", [])),
        ("a.md", "---\nvenue: {vi: X, 'a: b': Y}\n---\n", ("changed", [])),
    ],
)
def test_a_file_with_an_error_of_its_own_is_left_as_it_is(
    tmp_path: Path, path: str, text: str, expected: tuple[str, list[str]]
) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    found = formed(file, tmp_path, ("vi", "en"))
    places = [f"{one.code}:{one.source.line}:{one.source.column}" for one in found.errors]
    assert ((found.why, places), bool(found.text)) == (expected, not found.why)


def test_what_the_form_would_change_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: X\n---\n", encoding="utf-8")
    monkeypatch.setattr(forming, "document", lambda *_: '---\ntitle: "Y"\n---\n')
    assert formed(tmp_path / "a.md", tmp_path, ("vi",)) == Formed(why="changed")


def test_the_script_leaves_what_is_in_form(tmp_path: Path) -> None:
    good, other, noted, none = (tmp_path / f"{name}.md" for name in ("good", "other", "noted", "none"))
    good.write_text('---\ntitle: "X"\n---\n\nY\n', encoding="utf-8")
    other.write_text("---\ntitle: X\n---\nY\n", encoding="utf-8")
    noted.write_text("---\n# why\ntitle: X\n---\nY\n", encoding="utf-8")
    none.write_text("root:x:0:0\n", encoding="utf-8")
    script = [sys.executable, str(ROOT / "scripts" / "form.py"), "--lang", "en"]
    command = [*script, str(good), str(other), str(noted)]
    kept = f"Left as it is, for its header has a remark (#), which no form keeps: {noted}\n"
    checked = subprocess.run([*command, "--check"], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (1, f"Not in the form of the house: {other}\n{kept}")
    written = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (written.returncode, written.stdout) == (0, f"Written in the form of the house: {other}\n{kept}")
    assert other.read_bytes() == good.read_bytes()
    assert noted.read_text(encoding="utf-8").startswith("---\n# why\n")
    again = subprocess.run([*script, str(good), str(other)], capture_output=True, text=True, check=False)
    assert (again.returncode, again.stdout) == (0, "Every file is in the form of the house.\n")
    wrong = subprocess.run([*script, str(none)], capture_output=True, text=True, check=False)
    fault = "error header-missing  The file has no header. The first line must be ---, then title, summary…, then ---"
    said = f"{none}:1:1: {fault} to close.\n"
    said += f"Left as it is, for it has a fault or is no item: {none}. Run python3 scripts/check.py to see where.\n"
    assert (wrong.returncode, wrong.stdout) == (1, said)


@pytest.mark.parametrize("slip", ["sources:\n  -\n", "tasks: t1\n", "sources: [{}]\n", "producer: HTX\n"])
def test_the_script_leaves_a_slip_as_it_is(tmp_path: Path, slip: str) -> None:
    file = tmp_path / "slip.md"
    file.write_text(f"---\n{slip}---\n", encoding="utf-8")
    script = [sys.executable, str(ROOT / "scripts" / "form.py"), "--lang", "en", str(file)]
    result = subprocess.run(script, capture_output=True, text=True, check=False)
    said = f"Left as it is, for it has a fault or is no item: {file}. Run python3 scripts/check.py to see where.\n"
    assert (result.returncode, result.stdout, result.stderr) == (1, said, "")
    assert file.read_text(encoding="utf-8") == f"---\n{slip}---\n"
