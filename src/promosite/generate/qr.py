"""QR codes (ISO/IEC 18004) as the path of a drawing, one unit for a module."""

import re
from collections.abc import Iterable

from promosite.generate.site import View

QUIET = 4
"""Modules of white around a code, as the standard demands."""


def qr_code(url: str) -> View:
    """Return the code of an absolute URL: `size` of the whole square and the `path` of its dark modules.

    Level M: up to 15 % of the code may be lost, as on paper that was folded.
    """
    import segno  # only the sheets need it, of which the check of the content makes none

    rows = list(segno.make_qr(url, error="m", boost_error=False).matrix_iter(border=QUIET))
    return {"url": url, "size": len(rows), "path": "".join(_row(y, row) for y, row in enumerate(rows))}


def _row(y: int, row: Iterable[int]) -> str:
    """Return the dark runs of a row as rectangles."""
    runs = re.finditer("1+", "".join("1" if module else "0" for module in row))
    return "".join(f"M{run.start()} {y}h{len(run[0])}v1h-{len(run[0])}z" for run in runs)
