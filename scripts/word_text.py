"""The text of a report's Word template: head, body, signature, annexes, with the names that are filled in.

`{{ … }}` is a value, `{%p … %}` stands for its paragraph, `{%tr … %}` for its table row, `{%tc … %}` for its cell.
"""

from word_parts import XML, R, W

PAGE = (11906, 16838)
"""A4 upright, in twips."""
MARGINS = {"top": 1134, "bottom": 1134, "left": 1701, "right": 850}
UPRIGHT = PAGE[0] - MARGINS["left"] - MARGINS["right"]
ACROSS = PAGE[1] - MARGINS["left"] - MARGINS["right"]
HEAD = (3929, 5426)
"""42 and 58 hundredths of the text: the national name at 12 pt is 4616 twips wide and must not wrap."""

ANNEXES: dict[str, tuple[tuple[int, str], ...]] = {
    "I": (
        (650, "CellCentre"),
        (4337, "Cell"),
        (1300, "CellCentre"),
        (1600, "Cell"),
        (1500, "Cell"),
        (2000, "Cell"),
        (1400, "CellCentre"),
        (1500, "Cell"),
    ),
    "II": (
        (650, "CellCentre"),
        (1500, "CellCentre"),
        (4300, "Cell"),
        (1500, "Cell"),
        (1700, "Cell"),
        (1000, "CellCentre"),
        (3637, "Cell"),
    ),
    "III": (
        (650, "CellCentre"),
        (1700, "CellCentre"),
        (3700, "Cell"),
        (2200, "Cell"),
        (1600, "CellCentre"),
        (1000, "CellCentre"),
        (3437, "Cell"),
    ),
    "IV": (
        (650, "CellCentre"),
        (2700, "Cell"),
        (2700, "Cell"),
        (2200, "Cell"),
        (2100, "Cell"),
        (1700, "CellCentre"),
        (2237, "Cell"),
    ),
    "V": ((650, "CellCentre"), (5400, "Cell"), (2200, "CellCentre"), (2200, "CellCentre"), (3837, "Cell")),
    "VI": ((650, "CellCentre"), (1500, "CellCentre"), (6000, "Cell"), (1500, "CellCentre"), (4637, "Cell")),
}
"""Widths and styles of the columns of each annex, in twips; each adds up to the text across."""

GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def text(words: str, *, bold: bool = False) -> str:
    """Return a run."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(style: str, words: str = "", more: str = "", *, bold: bool = False) -> str:
    """Return a paragraph in a style; `more` are properties of its own."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{text(words, bold=bold) if words else ""}</w:p>'


def tag(command: str) -> str:
    """Return a paragraph that is a command and leaves nothing behind."""
    return paragraph("Body", f"{{%p {command} %}}")


def rule(left: int, right: int, *, kept: bool = False) -> str:
    """Return a real line: the upper border of an empty paragraph, drawn in from both sides by twips."""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    keep = "<w:keepNext/>" if kept else ""
    return paragraph("Rule", more=f'{keep}{border}<w:ind w:left="{left}" w:right="{right}"/>')


def cell(width: int, inside: str, more: str = "") -> str:
    """Return a cell of a width."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{inside}</w:tc>'


def row(inside: str, *, head: bool = False) -> str:
    """Return a row that never splits over two pages; a head is repeated on each."""
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{inside}</w:tr>"


def table(widths: tuple[int, ...], rows: str, *, lined: bool, layout: str = "fixed") -> str:
    """Return a table as wide as its columns, with lines or without."""
    borders = f"<w:tblBorders>{GRID}</w:tblBorders>" if lined else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{borders}'
        f'<w:tblLayout w:type="{layout}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def section(*, across: bool = False, restart: bool = False) -> str:
    """Return the properties of a section: paper, margins, and a page number that its first page does not show."""
    width, height = (PAGE[1], PAGE[0]) if across else PAGE
    turned = ' w:orient="landscape"' if across else ""
    margins = " ".join(f'w:{side}="{value}"' for side, value in MARGINS.items())
    start = '<w:pgNumType w:start="1"/>' if restart else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar {margins} w:header="567" w:footer="567" '
        f'w:gutter="0"/>{start}<w:titlePg/></w:sectPr>'
    )


def break_of(properties: str) -> str:
    """Return the paragraph with which a section ends."""
    return f'<w:p><w:pPr><w:pStyle w:val="After"/>{properties}</w:pPr></w:p>'


def office_head() -> str:
    """Return the head of an office paper: bodies on the left, the national name on the right, with real lines."""
    left, right = HEAD
    bodies = (
        paragraph("Parent", "{{ head.parent }}")
        + paragraph("Issuer", "{{ head.issuer }}")
        + rule(1130, 1130)
        + paragraph("Number", "{{ head.number }}")
    )
    nation = (
        paragraph("Nation", "{{ words.nation }}")
        + paragraph("Motto", "{{ words.motto }}")
        + rule(1099, 1099)
        + paragraph("PlaceDay", "{{ head.place_and_day }}")
    )
    return table(HEAD, row(cell(left, bodies) + cell(right, nation)), lined=False)


def head(*, signed: bool) -> str:
    """Return everything above the body; a reading copy imitates no office paper."""
    notices = "".join(
        tag(f"for line in head.{name}") + paragraph(style, "{{ line }}") + tag("endfor")
        for name, style in (("marks", "Draft"), ("notices", "Notice"))
    )
    plain = "".join(
        paragraph("Note", f"{{{{ head.{name} }}}}") for name in ("parent", "issuer", "number", "place_and_day")
    )
    return (
        notices
        + (office_head() if signed else plain)
        + paragraph("Kind", "{{ head.kind }}")
        + paragraph("Subject", "{{ head.subject }}")
        + (rule(2980, 2980) if signed else "")
        + paragraph("Addressee", "{{ head.addressee }}")
    )


def matrix() -> str:
    """Return the table of results by quarter: as many columns as the period has quarters, all on one page."""

    def cells(style: str, loop: str, value: str) -> str:
        words = (f"{{%tc for {loop} %}}", f"{{{{ {value} }}}}", "{%tc endfor %}")
        return "".join(cell(900, paragraph(style, one, "<w:keepNext/>")) for one in words)

    rows = (
        row(cells("CellHead", "h in b.table.heads", "h"), head=True)
        + row(cell(900, paragraph("Cell", "{%tr for r in b.table.rows %}")))
        + row(cells("CellCentre", "c in r", "c"))
        + row(cell(900, paragraph("Cell", "{%tr endfor %}")))
    )
    return table((UPRIGHT,), rows, lined=True, layout="autofit")


def body() -> str:
    """Return the loop over the blocks of the body, each kind in its own style."""
    kinds = {"part": "Part", "heading": "Heading", "item": "Item", "gap": "Gap", "note": "Note", "text": "Body"}
    first, *others = kinds.items()
    parts = [tag("for b in body"), tag(f"if b.kind == '{first[0]}'"), paragraph(first[1], "{{ b.text }}")]
    for kind, style in others:
        parts += [tag(f"elif b.kind == '{kind}'"), paragraph(style, "{{ b.text }}")]
    parts += [tag("elif b.kind == 'matrix'"), paragraph("Caption", "{{ b.text }}"), matrix(), paragraph("After")]
    return "".join([*parts, tag("endif"), tag("endfor")])


def signature(*, signed: bool) -> str:
    """Return the last sentence and, kept together with it, recipients and signature."""
    recipients = (
        paragraph("RecipientsHead", "{{ words.recipients }}")
        + tag("for line in foot.recipients")
        + paragraph("Recipients", "{{ line }}")
        + tag("endfor")
    )
    signer = (
        tag("if foot.authority")
        + paragraph("Position", "{{ foot.authority }}")
        + tag("endif")
        + paragraph("Position", "{{ foot.position }}")
        + (paragraph("Signature") if signed else "")
        + paragraph("Signer", "{{ foot.name }}")
    )
    widths = (4400, UPRIGHT - 4400)
    return paragraph("Closing", "{{ closing }}") + table(
        widths, row(cell(widths[0], recipients) + cell(widths[1], signer)), lined=False
    )


def cells(columns: tuple[tuple[int, str], ...], *, bold: bool = False) -> str:
    """Return the cells of a line, each in the style of its column; a total is bold."""
    return "".join(
        cell(width, paragraph(style, f"{{{{ r.cells[{place}] }}}}", bold=bold))
        for place, (width, style) in enumerate(columns)
    )


def annex(number: str) -> str:
    """Return an annex: name, title, to which report it belongs, and its table."""
    columns, name = ANNEXES[number], f"annex['{number}']"
    widths = tuple(width for width, _ in columns)
    heads = "".join(
        cell(width, paragraph("CellHead", f"{{{{ {name}.heads[{place}] }}}}")) for place, width in enumerate(widths)
    )
    span = f'<w:gridSpan w:val="{len(columns)}"/>'

    def over(words: str, style: str = "Band") -> str:
        return row(cell(sum(widths), paragraph(style, words), span))

    total = over("{%tr elif r.total %}") + row(cells(columns, bold=True)) if number == "V" else ""
    rows = (
        row(heads, head=True)
        + over(f"{{%tr for r in {name}.rows %}}")
        + over("{%tr if r.band %}")
        + over("{{ r.band }}")
        + total
        + over("{%tr else %}")
        + row(cells(columns))
        + over("{%tr endif %}")
        + over("{%tr endfor %}")
        + over(f"{{%tr if {name}.empty %}}")
        + over(f"{{{{ {name}.empty }}}}", "Cell")
        + over("{%tr endif %}")
    )
    return (
        paragraph("AnnexName", f"{{{{ {name}.name }}}}")
        + paragraph("AnnexTitle", f"{{{{ {name}.title }}}}")
        + paragraph("AnnexAbove", f"{{{{ {name}.above }}}}")
        + table(widths, rows, lined=True)
    )


def document(*, signed: bool) -> str:
    """Return the whole text; each annex is a section across, with page numbers of its own."""
    across = section(across=True, restart=True)
    always = [annex(number) for number in ("I", "II", "III", "IV")]
    parts = [head(signed=signed), body(), signature(signed=signed), break_of(section())]
    parts += [one + break_of(across) for one in always]
    parts += [annex("V"), tag("if annex['VI']"), break_of(across), annex("VI"), tag("endif"), paragraph("After")]
    return f"{XML}<w:document {W} {R}><w:body>{''.join(parts)}{across}</w:body></w:document>"
