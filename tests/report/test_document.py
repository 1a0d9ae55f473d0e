"""The Word file: the form of Decree 30/2020/NĐ-CP, the lists behind the numbers, and nothing of the machine."""

import getpass
import re
import socket
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from promosite.annual_report import AnnualReport, annual_report
from promosite.generate.site import Site
from promosite.report import text_of as report_text
from promosite.report import unbroken
from promosite.report.document import TEMPLATES, document_bytes

FONT = "Times New Roman"
NBSP = "\u00a0"
REFERENCE = re.compile(r"\b(II|III|IV|VI)\.(\d+)(?:–(\d+))?")
TEMPLATE_FILES = [TEMPLATES / "bao-cao.docx", TEMPLATES / "reading-copy.docx"]


def made(site: Site, year: int) -> AnnualReport:
    report, refused = annual_report(site, year)
    assert refused == []
    assert report
    return report


@pytest.fixture(scope="module")
def files(signed: Site, later: Site, real: Site) -> dict[str, bytes]:
    """Every Word file that the tests look at, by site and year."""
    found = {}
    for name, site, year in (
        ("signed", signed, 2024),
        ("sample-2024", later, 2024),
        ("sample-2025", later, 2025),
        ("real", real, 2024),
    ):
        for file, content in made(site, year).files.items():
            found[f"{name}/{file}"] = content
    return found


def words(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    return ((name, content) for name, content in files.items() if name.endswith(".docx"))


def vietnamese(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    return ((name, content) for name, content in words(files) if "bao-cao" in name)


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as found:
        return {name: found.read(name).decode() for name in found.namelist()}


def sizes_and_marks(content: bytes, style: str) -> tuple[int | None, bool, bool]:
    """Return size in half-points, bold and italic of a style."""
    font = Document(BytesIO(content)).styles[style].font
    return int(font.size.pt * 2) if font.size else None, bool(font.bold), bool(font.italic)


def test_paper_and_margins(files: dict[str, bytes]) -> None:
    for name, content in words(files):
        first, *annexes = Document(BytesIO(content)).sections
        size = (first.page_width.twips, first.page_height.twips)
        assert size == (11906, 16838), name
        assert annexes
        for section in (first, *annexes):
            margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
            assert [one.twips for one in margins] == [1134, 1134, 1701, 850], name
        for annex in annexes:
            assert (annex.page_width.twips, annex.page_height.twips) == (16838, 11906), name
            assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_the_first_page_has_an_empty_header_and_the_others_a_centred_number(files: dict[str, bytes]) -> None:
    for name, content in words(files):
        for section in Document(BytesIO(content)).sections:
            assert section.different_first_page_header_footer, name
            assert "".join(one.text for one in section.first_page_header.paragraphs) == ""
            assert section.first_page_header._element.findall(f".//{qn('w:instrText')}") == []
            number = section.header._element.find(f".//{qn('w:instrText')}")
            assert number.text.strip() == "PAGE", name
            assert section.header.paragraphs[0].style.paragraph_format.alignment == 1
            assert section.header.paragraphs[0].style.font.size.pt == 13


def test_one_font_for_every_script(files: dict[str, bytes]) -> None:
    wanted = {"ascii": FONT, "hAnsi": FONT, "cs": FONT, "eastAsia": FONT}
    for name, content in words(files):
        for part, text in parts(content).items():
            if not part.startswith("word/") or part.endswith(".rels"):
                continue
            tree = etree.fromstring(text.encode())
            for fonts in tree.iter(qn("w:rFonts")):
                assert {etree.QName(key).localname: value for key, value in fonts.attrib.items()} == wanted, name
        styles = etree.fromstring(parts(content)["word/styles.xml"].encode())
        assert styles.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}") is not None
        assert all(
            style.find(f".//{qn('w:rFonts')}") is not None
            for style in styles.iter(qn("w:style"))
            if style.get(qn("w:customStyle"))
        )


FORM = {
    "BC Quốc hiệu": (24, True, False),
    "BC Tiêu ngữ": (26, True, False),
    "BC Cơ quan cấp trên": (24, False, False),
    "BC Cơ quan ban hành": (24, True, False),
    "BC Số, ký hiệu": (26, False, False),
    "BC Địa danh, ngày": (26, False, True),
    "BC Tên loại": (28, True, False),
    "BC Trích yếu": (28, True, False),
    "BC Kính gửi": (28, False, False),
    "BC Thân văn bản": (28, False, False),
    "BC Phần": (28, True, False),
    "BC Mục": (28, True, False),
    "BC Chức danh": (28, True, False),
    "BC Người ký": (28, True, False),
    "BC Nơi nhận": (24, True, True),
    "BC Danh sách nơi nhận": (22, False, False),
    "BC Kèm theo": (26, False, True),
}


def test_sizes_and_styles_are_those_of_the_decree(files: dict[str, bytes]) -> None:
    for _, content in vietnamese(files):
        assert {style: sizes_and_marks(content, style) for style in FORM} == FORM


def test_the_body_is_justified_indented_and_spaced(files: dict[str, bytes]) -> None:
    for _, content in vietnamese(files):
        form = Document(BytesIO(content)).styles["BC Thân văn bản"].paragraph_format
        assert (form.first_line_indent.twips, form.space_after.pt, form.alignment) == (720, 6, 3)
        assert 1 <= form.line_spacing <= 1.5


def test_the_national_name_has_a_line_of_its_own(files: dict[str, bytes]) -> None:
    """At 12 pt bold it is 4616 twips wide; the right cell must leave that much between its paddings."""
    for _, content in vietnamese(files):
        table = Document(BytesIO(content)).tables[0]
        right = table.rows[0].cells[1]
        assert right.paragraphs[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        assert right.paragraphs[1].text == "Độc lập - Tự do - Hạnh phúc"
        left, wide = (int(one.get(qn("w:w"))) for one in table._tbl.tblGrid.findall(qn("w:gridCol")))
        assert wide - 2 * 108 > 4616
        assert (left + wide, round(100 * left / (left + wide))) == (9355, 42)


def test_rules_are_lines_and_nothing_is_underlined(files: dict[str, bytes]) -> None:
    for name, content in vietnamese(files):
        text = parts(content)["word/document.xml"]
        assert "<w:u " not in text, name
        rules = [
            paragraph
            for paragraph in etree.fromstring(text.encode()).iter(qn("w:p"))
            if paragraph.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:top')}") is not None
        ]
        assert len(rules) == 3
        for rule in rules:
            indent = rule.find(f"{qn('w:pPr')}/{qn('w:ind')}")
            assert int(indent.get(qn("w:left"))) == int(indent.get(qn("w:right"))) > 0


def test_the_signature_never_stands_alone(files: dict[str, bytes]) -> None:
    """The last sentence is kept with the block, and the block's row does not split."""
    for name, content in words(files):
        document = Document(BytesIO(content))
        closing = next(one for one in document.paragraphs if one.style.style_id == "Closing")
        assert closing.style.paragraph_format.keep_with_next
        table = closing._p.getnext()
        assert table.tag == qn("w:tbl"), name
        assert [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.iter(qn("w:tr"))] == [True]
    assert "./." in Document(BytesIO(files["real/bao-cao-2024.docx"])).element.body.xpath("string()")


def test_recipients_end_with_semicolons_and_a_full_stop(files: dict[str, bytes]) -> None:
    document = Document(BytesIO(files["signed/bao-cao-2024.docx"]))
    block = next(one for one in document.tables if one.rows[0].cells[0].text.startswith("Nơi nhận:"))
    assert block.rows[0].cells[0].text.split("\n") == [
        "Nơi nhận:",
        "- Như trên;",
        "- Giám đốc Sở Mẫu (b/c);",
        "- Các phòng, đơn vị mẫu (th/h);",
        "- Lưu: VT, Trung tâm Mẫu A.",
    ]
    assert [line for line in block.rows[0].cells[1].text.split("\n") if line] == [
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Họ Tên Mẫu",
    ]


def test_rows_do_not_split_and_heads_repeat(files: dict[str, bytes]) -> None:
    for name, content in words(files):
        document = Document(BytesIO(content))
        for row in document.element.body.iter(qn("w:tr")):
            assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None, name
        lined = [one for one in document.tables if one._tbl.tblPr.find(qn("w:tblBorders")) is not None]
        assert len(lined) == 1 + (6 if "2025" in name else 5)
        for table in lined:
            heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
            assert heads == [True] + [False] * (len(heads) - 1), name


def test_language(files: dict[str, bytes]) -> None:
    for name, content in words(files):
        lang = "vi-VN" if "bao-cao" in name else "en-GB"
        styles = etree.fromstring(parts(content)["word/styles.xml"].encode())
        assert styles.find(f".//{qn('w:lang')}").get(qn("w:val")) == lang
        assert f"<dc:language>{lang}</dc:language>" in parts(content)["docProps/core.xml"]


def first_line(content: bytes) -> str:
    return next(one.text for one in Document(BytesIO(content)).paragraphs if one.text.strip())


def test_draft_until_number_and_day_are_there(files: dict[str, bytes]) -> None:
    assert first_line(files["real/bao-cao-2024.docx"]) == "DỰ THẢO"
    assert first_line(files["sample-2025/bao-cao-2025.docx"]) == "DỰ THẢO"
    assert "DỰ THẢO" not in text_of(files["signed/bao-cao-2024.docx"])


def test_the_english_is_no_office_paper(files: dict[str, bytes]) -> None:
    for name, content in words(files):
        if "-en" in name:
            assert first_line(content) == "Unofficial translation"
            text = text_of(content)
            assert "SOCIALIST REPUBLIC" not in text
            assert "CỘNG HÒA" not in text
            assert "Independence - Freedom" not in text


def text_of(content: bytes) -> str:
    """Return all text in order, a line for each paragraph, cells included."""
    body = Document(BytesIO(content)).element.body
    return "\n".join("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in body.iter(qn("w:p")))


def test_head_of_the_signed_and_the_blank_report(files: dict[str, bytes]) -> None:
    signed = text_of(files["signed/bao-cao-2024.docx"]).replace(NBSP, " ")
    assert "Số: 05/BC-SM" in signed
    assert "Tỉnh Mẫu, ngày 12 tháng 11 năm 2024" in signed
    blank = text_of(files["real/bao-cao-2024.docx"]).replace(NBSP, " ")
    assert re.search(r"Số: +/BC-SKHCN", blank)
    assert re.search(r"Bà Rịa - Vũng Tàu, ngày +tháng +năm 2024", blank)
    assert "Kính gửi: Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu" in blank


def test_what_belongs_together_stays_on_a_line(files: dict[str, bytes]) -> None:
    for name in ("real/bao-cao-2024.docx", "real/report-2024-en.docx"):
        text = text_of(files[name])
        assert not re.search(r"(?i)bà rịa - vũng|ba ria - vung", text)
        assert not re.search(r"ngày \d+ tháng|\b\d+ November", text)
    assert f"số{NBSP}250/KH-UBND" in text_of(files["real/bao-cao-2024.docx"])


def test_each_reference_leads_to_a_line_and_each_line_is_counted(files: dict[str, bytes]) -> None:
    for name, content in words(files):
        document = Document(BytesIO(content))
        listed = lines_of(document)
        found: dict[str, set[int]] = {annex: set() for annex in listed}
        for annex, first, last in REFERENCE.findall(text_of(content)):
            found[annex] |= set(range(int(first), int(last or first) + 1))
        example = {3}  # “II.3 is line 3 of Annex II” explains the references and is none
        assert found["II"] - example == listed["II"] - example, name
        assert {key: lines for key, lines in found.items() if key != "II"} == {
            key: lines for key, lines in listed.items() if key != "II"
        }, name


def lines_of(document) -> dict[str, set[int]]:
    """Return the numbers of the lines of each annex that lists items."""
    lined = [one for one in document.tables if one._tbl.tblPr.find(qn("w:tblBorders")) is not None][1:]
    numbers = dict(zip(("I", "II", "III", "IV", "V", "VI"), lined, strict=False))
    return {
        annex: {int(text) for row in table.rows if (text := row.cells[0].text).isdigit()}
        for annex, table in numbers.items()
        if annex not in ("I", "V")
    } | {annex: set() for annex in ("VI",) if annex not in numbers}


def test_counts_are_as_long_as_their_lists(files: dict[str, bytes]) -> None:
    counted = 0
    for name, content in words(files):
        for number, listed in re.findall(r"\b(\d+) \(((?:II|III|IV|VI)\.[^)]*)\)", text_of(content)):
            lines = sum(int(last or first) - int(first) + 1 for _, first, last in REFERENCE.findall(listed))
            assert lines == int(number), (name, listed)
            counted += 1
    assert counted > 100


def test_nothing_of_the_machine_stands_in_the_file(files: dict[str, bytes], tmp_path) -> None:
    traces = {socket.gethostname(), str(tmp_path.parent.parent), "python-docx", "docxtpl", "Liberation", "/tmp"}
    if len(getpass.getuser()) > 4:
        traces.add(getpass.getuser())
    for name, content in words(files):
        with zipfile.ZipFile(BytesIO(content)) as found:
            assert {one.date_time for one in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {one.create_system for one in found.infolist()} == {3}
        for part, text in parts(content).items():
            assert [one for one in traces if one in text] == [], (name, part)
        core = parts(content)["docProps/core.xml"]
        names = [etree.QName(one).localname for one in etree.fromstring(core.encode())]
        assert names == ["title", "language"]
        assert "docProps/app.xml" not in parts(content)


def test_equal_sites_give_equal_bytes(later: Site) -> None:
    assert made(later, 2024).files == made(later, 2024).files


def test_markup_in_words_stays_words(files: dict[str, bytes]) -> None:
    text = text_of(files["real/bao-cao-2024.docx"])
    assert "KH&CN" in text
    for _, content in words(files):
        for part, xml in parts(content).items():
            if part.endswith((".xml", ".rels")):
                etree.fromstring(xml.encode())
            assert "{{" not in xml
            assert "{%" not in xml


@pytest.mark.parametrize("template", TEMPLATE_FILES, ids=lambda path: path.name)
def test_a_restyled_template_still_has_every_place_to_fill(template) -> None:
    """What Word may split into runs is looked for as text: names, not bytes."""
    text = text_of(template.read_bytes())
    wanted = {"head.parent", "head.issuer", "head.number", "head.place_and_day", "head.subject", "head.addressee"}
    wanted |= {"head.marks", "head.notices", "closing", "foot.recipients", "foot.position", "foot.name", "b.text"}
    wanted |= {f"annex['{number}'].rows" for number in ("I", "II", "III", "IV", "V", "VI")}
    assert {one for one in wanted if one not in text} == set()


def test_an_office_may_restyle_the_template(later: Site, tmp_path) -> None:
    """Another margin and another size, saved by another program, come out as they were put in."""
    document = Document(str(TEMPLATE_FILES[0]))
    document.sections[0].left_margin = document.sections[0].left_margin + 635 * 100
    document.styles["BC Thân văn bản"].font.size = 13 * 12700
    place = tmp_path / "khac.docx"
    document.save(str(place))
    frame = made(later, 2024).frames[0]
    out = Document(BytesIO(document_bytes(unbroken(report_text(frame)), place)))
    assert out.sections[0].left_margin.twips == 1801
    assert out.styles["BC Thân văn bản"].font.size.pt == 13
