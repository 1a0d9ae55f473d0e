"""The style sheet is the parts in a row, with nothing in it that only its writers need."""

from pathlib import Path

from promosite.render.styles import PARTS, material_sheet, style_sheet


def test_parts_are_joined_by_name_without_comments_and_indentation(tmp_path: Path) -> None:
    (tmp_path / "20-b.css").write_text("/* Second:\n   two lines */\n.b {\n  color: red;\n}\n", encoding="utf-8")
    (tmp_path / "10-a.css").write_text("@media print {\n  .a { color: red; } /* why */\n\n}\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no style", encoding="utf-8")
    assert style_sheet(tmp_path).decode() == "@media print {\n.a { color: red; }\n}\n.b {\ncolor: red;\n}\n"


def test_every_part_stands_in_a_numbered_file_of_its_own() -> None:
    names = [part.name for part in sorted(PARTS.iterdir())]
    assert names
    assert all(name[:2].isdigit() and name.endswith(".css") for name in names)


def test_materials_sheet_asks_for_nothing_that_stands_in_an_address() -> None:
    sheet = material_sheet().decode()
    assert "data:" not in sheet
    assert sheet.count("{") == sheet.count("}") > 1000
    assert "--md-toc-icon:linear-gradient(#0000,#0000)" in sheet
