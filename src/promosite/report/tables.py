"""One CSV per annex: UTF-8 with a byte order mark, as spreadsheet programs want it."""

import csv
from io import StringIO

from promosite.report.blocks import Annex

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula; such a cell gets an apostrophe in front."""


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
    """Return a cell that no spreadsheet program runs as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
