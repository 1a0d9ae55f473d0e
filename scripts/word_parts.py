"""Parts of a Word file that hold no text: styles, settings, headers, relations. Beside `report_template.py`."""

import sys

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FONT = "Times New Roman"

CONTENT_TYPES = f"""{XML}<Types xmlns="{PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{WORD}.settings+xml"/>\
<Override PartName="/word/header1.xml" ContentType="{WORD}.header+xml"/>\
<Override PartName="/word/header2.xml" ContentType="{WORD}.header+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
</Types>"""

ROOT_RELATIONS = f"""{XML}<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
</Relationships>"""

RELATIONS = f"""{XML}<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{OFFICE}/settings" Target="settings.xml"/>\
<Relationship Id="rId3" Type="{OFFICE}/header" Target="header1.xml"/>\
<Relationship Id="rId4" Type="{OFFICE}/header" Target="header2.xml"/>\
</Relationships>"""

HEADER = f"""{XML}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>\
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>\
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""
"""The page number, centred above the text."""

HEADER_FIRST = f'{XML}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr></w:p></w:hdr>'
"""Empty: the first page carries no number."""

CENTRE = '<w:jc w:val="center"/>'
CELL_SPACE = '<w:spacing w:before="20" w:after="20"/>'
CELL_SIZE = '<w:sz w:val="22"/>'
"""What the cells of tables share: a little room above and below, and 11 points."""

STYLES: dict[str, tuple[str, str, str]] = {
    # id: (name in Word, paragraph properties, run properties)
    "Draft": ("BC Dự thảo", '<w:spacing w:after="60"/><w:jc w:val="left"/>', '<w:b/><w:sz w:val="28"/>'),
    "Notice": ("BC Lưu ý", '<w:spacing w:after="120"/>', '<w:i/><w:sz w:val="24"/>'),
    "Nation": ("BC Quốc hiệu", CENTRE, '<w:b/><w:sz w:val="24"/>'),
    "Motto": ("BC Tiêu ngữ", CENTRE, '<w:b/><w:sz w:val="26"/>'),
    "Parent": ("BC Cơ quan cấp trên", CENTRE, '<w:sz w:val="24"/>'),
    "Issuer": ("BC Cơ quan ban hành", CENTRE, '<w:b/><w:sz w:val="24"/>'),
    "Number": ("BC Số, ký hiệu", '<w:spacing w:before="120"/><w:jc w:val="center"/>', '<w:sz w:val="26"/>'),
    "PlaceDay": ("BC Địa danh, ngày", '<w:spacing w:before="120"/><w:jc w:val="center"/>', '<w:i/><w:sz w:val="26"/>'),
    "Kind": (
        "BC Tên loại",
        '<w:keepNext/><w:spacing w:before="360"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="28"/>',
    ),
    "Subject": ("BC Trích yếu", '<w:keepNext/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>'),
    "Addressee": (
        "BC Kính gửi",
        '<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>',
        '<w:sz w:val="28"/>',
    ),
    "Body": (
        "BC Thân văn bản",
        '<w:spacing w:before="0" w:after="120" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/>'
        '<w:jc w:val="both"/>',
        '<w:sz w:val="28"/>',
    ),
    "Item": (
        "BC Dòng liệt kê",
        '<w:spacing w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="left"/>',
        '<w:sz w:val="28"/>',
    ),
    "Closing": (
        "BC Câu kết",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="240" w:line="264" w:lineRule="auto"/>'
        '<w:ind w:firstLine="720"/><w:jc w:val="both"/>',
        '<w:sz w:val="28"/>',
    ),
    "Note": (
        "BC Ghi chú",
        '<w:spacing w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>',
        '<w:i/><w:sz w:val="26"/>',
    ),
    "Gap": (
        "BC Chỗ trống",
        '<w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="7F7F7F"/></w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
        '<w:spacing w:after="120"/><w:ind w:left="720"/><w:jc w:val="left"/>',
        '<w:sz w:val="26"/>',
    ),
    "Part": (
        "BC Phần",
        '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:ind w:firstLine="720"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="28"/>',
    ),
    "Heading": (
        "BC Mục",
        '<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
        '<w:outlineLvl w:val="1"/>',
        '<w:b/><w:sz w:val="28"/>',
    ),
    "Caption": (
        "BC Tên bảng",
        '<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/>',
        '<w:i/><w:sz w:val="26"/>',
    ),
    "After": ("BC Sau bảng", '<w:spacing w:after="60" w:line="120" w:lineRule="exact"/>', '<w:sz w:val="12"/>'),
    "Rule": ("BC Đường kẻ", '<w:spacing w:before="40" w:line="60" w:lineRule="exact"/>', '<w:sz w:val="4"/>'),
    "Position": ("BC Chức danh", '<w:keepNext/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>'),
    "Signature": ("BC Chỗ ký", '<w:keepNext/><w:spacing w:before="1300"/><w:jc w:val="center"/>', '<w:sz w:val="28"/>'),
    "Signer": ("BC Người ký", CENTRE, '<w:b/><w:sz w:val="28"/>'),
    "RecipientsHead": ("BC Nơi nhận", "<w:keepNext/>", '<w:b/><w:i/><w:sz w:val="24"/>'),
    "Recipients": ("BC Danh sách nơi nhận", "<w:keepNext/>", '<w:sz w:val="22"/>'),
    "AnnexName": (
        "BC Số phụ lục",
        '<w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="28"/>',
    ),
    "AnnexTitle": ("BC Tên phụ lục", '<w:keepNext/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>'),
    "AnnexAbove": (
        "BC Kèm theo",
        '<w:keepNext/><w:spacing w:after="160"/><w:jc w:val="center"/>',
        '<w:i/><w:sz w:val="26"/>',
    ),
    "CellHead": ("BC Đầu cột", f"<w:keepNext/>{CENTRE}", f"<w:b/>{CELL_SIZE}"),
    "Cell": ("BC Ô bảng", CELL_SPACE, CELL_SIZE),
    "CellCentre": ("BC Ô giữa", f"{CELL_SPACE}{CENTRE}", CELL_SIZE),
    "Band": ("BC Dải bảng", f"<w:keepNext/>{CELL_SPACE}", f"<w:b/>{CELL_SIZE}"),
    "PageNumber": ("BC Số trang", CENTRE, '<w:sz w:val="26"/>'),
}
"""The styles under which an office restyles the report; sizes as Decree 30/2020/NĐ-CP gives them."""


def styles(lang: str) -> str:
    """Return the styles in a language, all in one font for every script."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    found = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{ordered(paragraph)}</w:pPr>'
        f"<w:rPr>{fonts}{run}{_complex_size(run)}</w:rPr></w:style>"
        for key, (name, paragraph, run) in STYLES.items()
    )
    return f"""{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}\
<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>\
<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>\
</w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>\
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
{found}</w:styles>"""


def _complex_size(run: str) -> str:
    size = run.partition('<w:sz w:val="')[2].partition('"')[0]
    return f'<w:szCs w:val="{size}"/>' if size else ""


ORDER = ("keepNext", "keepLines", "pBdr", "shd", "spacing", "ind", "jc", "outlineLvl")
"""The order in which the schema wants what stands in a paragraph's properties."""


def ordered(paragraph: str) -> str:
    """Return paragraph properties, or end the run where the schema would not take their order."""
    places = [paragraph.find(f"<w:{name}") for name in ORDER if f"<w:{name}" in paragraph]
    if places != sorted(places):
        sys.exit(f"order: {paragraph}")
    return paragraph


def settings(lang: str) -> str:
    """Return settings: no split of the machine's own, languages, and the mode of today's Word."""
    return f"""{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>\
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" \
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
<w:themeFontLang w:val="{lang}"/><w:decimalSymbol w:val="{"," if lang.startswith("vi") else "."}"/>\
<w:listSeparator w:val=";"/></w:settings>"""


def core(lang: str) -> str:
    """Return the properties of the file: its title and language, no author, no machine, no moment."""
    return f"""{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{{{ title }}}}</dc:title>\
<dc:language>{lang}</dc:language></cp:coreProperties>"""
