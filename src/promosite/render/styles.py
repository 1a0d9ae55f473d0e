"""The site's one style sheet, joined from the parts in `styles/`: many files to write, one to download."""

import re
from pathlib import Path

PARTS = Path(__file__).resolve().parent.parent / "styles"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style_sheet(parts: Path = PARTS) -> bytes:
    """Return the parts in the order of their names, without comments and indentation, as UTF-8."""
    text = "\n".join(part.read_text(encoding="utf-8") for part in sorted(parts.glob("*.css")))
    lines = (line.strip() for line in COMMENT.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line).encode()
