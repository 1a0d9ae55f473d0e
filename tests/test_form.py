"""The form of the house: what is written reads back as what was said, and writing twice changes nothing."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from promosite.form import document, item_shape, meaning, paper_shape, register, register_shape
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


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(KeyError, match="sumary"):
        document({"title": "X", "sumary": "Y"}, "")


def test_every_field_has_its_place() -> None:
    fields = {name for model in (TranslationHeadline, *FACTS.values()) for name in model.model_fields}
    assert set(item_shape()["fields"]) == fields
    assert next(iter(register_shape()["of"]["fields"])) == "file"


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
    said = f"Left as it is, for it has a fault or is no item: {none}. Run python3 scripts/check.py to see where.\n"
    assert (wrong.returncode, wrong.stdout) == (1, said)
