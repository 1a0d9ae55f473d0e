"""The Word file: a template of the office's own look, filled by name, without a trace of the machine that filled it."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from promosite.report.blocks import NAME_AT, AnnexRow, Block, ReportText

TEMPLATES = Path(__file__).parent
KEPT_PROPERTIES = ("title", "language")
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name; every part carries it, so that equal reports are equal files."""


def template_of(lang: str, source_lang: str) -> Path:
    """Return the template of a language: the form of Decree 30/2020/NĐ-CP for the source's, a plain copy for others."""
    return TEMPLATES / ("bao-cao.docx" if lang == source_lang else "reading-copy.docx")


def document_bytes(text: ReportText, template: Path) -> bytes:
    """Return a report as a Word file; equal reports and templates give equal bytes."""
    document = DocxTemplate(template)
    document.render(context_of(text), autoescape=True)
    out = BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def context_of(text: ReportText) -> dict[str, Any]:
    """Return what a template may ask for by name: plain data, nothing else."""
    return {
        "title": text.title,
        "words": dict(text.words),
        "head": text.head,
        "foot": text.foot,
        "body": [_block(block) for block in text.body],
        "closing": text.closing,
        "annex": {
            annex.number: {
                "name": f"{text.words['annex']} {annex.number}",
                "title": annex.title,
                "above": annex.above,
                "heads": list(annex.heads),
                "rows": [_row(row, NAME_AT.get(annex.number), text.words["online"]) for row in annex.rows],
                "empty": annex.empty if not annex.rows else "",
            }
            for annex in text.annexes
        },
    }


def _block(block: Block) -> dict[str, Any]:
    table = {"heads": list(block.table.heads), "rows": [list(row) for row in block.table.rows]} if block.table else None
    return {"kind": block.kind, "text": block.text, "table": table}


def _row(row: AnnexRow, name_at: int | None, online: str) -> dict[str, Any]:
    """Return a row; the day of the ledger stands behind the name of its item."""
    cells = list(row.cells)
    if row.online and name_at is not None:
        cells[name_at] += f" ({online}: {row.online})"
    return {"band": row.band, "total": row.total, "cells": cells}


def _timeless(raw: bytes) -> bytes:
    """Return a zip file with the same parts in the same order and no moment of its own."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, EARLIEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3
            new.writestr(part, _without_traces(old.read(name)) if name.startswith("docProps/") else old.read(name))
    return out.getvalue()


def _without_traces(properties: bytes) -> bytes:
    """Return a file's properties with title and language only: a restyled template knows who saved it, and when."""
    tree = etree.fromstring(properties)
    for one in list(tree):
        if etree.QName(one).localname not in KEPT_PROPERTIES:
            tree.remove(one)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
