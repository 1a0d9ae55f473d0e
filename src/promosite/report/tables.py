"""One CSV per annex: UTF-8 with a byte order mark, as spreadsheet programs want it."""

import csv
import re
from io import StringIO

from promosite.report.blocks import Annex

BOM = "\ufeff"
FORMULA = re.compile(r"(^|[;\t\r\n])(?=\"*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet may find a formula: signs of ASCII or full width at which one begins, first in a cell.

A program set to a language with a decimal comma, as Vietnamese has, ends cells at semicolons and not at our commas.
Then it takes no quotation mark for the opening of a cell, and lines end inside one, too.
"""


def table_bytes(annex: Annex, key_head: str, part_head: str, online_head: str = "") -> bytes:
    """Return an annex as CSV: its own columns, the band a line stands under, and the key of the item it lists.

    Under `online_head` follows since when the publication ledger has the item, where one was given.
    """
    with_ledger = any(row.online for row in annex.rows)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*annex.heads, part_head, key_head, *([online_head] if with_ledger else [])])
    band = ""
    for row in annex.rows:
        if row.band is not None:
            band = row.band
            continue
        more = [row.online] if with_ledger else []
        writer.writerow([safe_cell(cell) for cell in (*row.cells, band, row.item.id if row.item else "", *more)])
    return f"{BOM}{out.getvalue()}".encode()


def safe_cell(cell: str) -> str:
    """Return a cell of which no spreadsheet program runs a part as a formula: an apostrophe stands before each."""
    return FORMULA.sub(r"\1'", cell)
