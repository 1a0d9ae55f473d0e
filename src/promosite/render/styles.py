"""The site's style sheets: its own, joined from the parts in `styles/`, and Material's without its icons."""

import re
from importlib.metadata import distribution
from pathlib import Path

PARTS = Path(__file__).resolve().parent.parent / "styles"
MATERIAL = "assets/stylesheets/main.57a0d79d.min.css"
"""Material's sheet, by its place in the site and among Material's templates."""
ICON = re.compile(r'url\("data:[^"]*"\)')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style_sheet(parts: Path = PARTS) -> bytes:
    """Return the parts in the order of their names, without comments and indentation, as UTF-8."""
    text = "\n".join(part.read_text(encoding="utf-8") for part in sorted(parts.glob("*.css")))
    lines = (line.strip() for line in COMMENT.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line).encode()


def material_sheet() -> bytes:
    """Return Material's sheet, as UTF-8, with nothing in place of each icon that stands in an address.

    The policy of the pages refuses such addresses, so no icon was ever shown; and our own sheet puts them out. But a
    browser that lays out a page between the two sheets would ask for them, and complain.
    """
    path = Path(str(distribution("mkdocs-material").locate_file("material/templates"))) / MATERIAL
    return ICON.sub("linear-gradient(#0000,#0000)", path.read_text(encoding="utf-8")).encode()
