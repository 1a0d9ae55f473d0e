"""QR codes (ISO/IEC 18004) as the path of a drawing, one unit for a module."""

import re
from collections.abc import Iterable
from typing import Any, cast

from promosite.generate.site import View

QUIET = 4
"""Modules of white around a code, as the standard demands."""


def qr_code(url: str) -> View:
    """Return the code of an absolute URL: `size` of the whole square and the `path` of its dark modules.

    Level M: up to 15 % of the code may be lost, as on paper that was folded.
    """
    import zxingcpp  # only the sheets need it, of which the check of the content makes none

    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    rows: list[list[int]] = cast("Any", memoryview(image).tolist())
    return {"url": url, "size": len(rows) + 2 * QUIET, "path": "".join(_row(y, row) for y, row in enumerate(rows))}


def _row(number: int, row: Iterable[int]) -> str:
    """Return the dark runs of a row, whose dark modules are 0, as rectangles."""
    y, runs = number + QUIET, re.finditer("1+", "".join("0" if module else "1" for module in row))
    return "".join(f"M{run.start() + QUIET} {y}h{len(run[0])}v1h-{len(run[0])}z" for run in runs)
