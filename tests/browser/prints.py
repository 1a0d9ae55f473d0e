"""Pictures of papers: the first page of the sample report, as LibreOffice prints it.

A picture of a paper ages when its Word file changes. The same report makes the same parts of that file on every
machine, so their digest is enough; nothing is printed to find that out.
"""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from promosite.annual_report import annual_report
from promosite.clock import noon
from promosite.libreoffice import to_pdf
from tests.browser.pictures import Shot, digest
from tests.report.conftest import SIGNED, site_on

YEAR = 2024
PRINTS = {"report-vi": f"bao-cao-{YEAR}.docx", "report-en": f"report-{YEAR}-en.docx"}
"""The Word file of each picture."""
DPI = 110
"""Dots per inch: an A4 page becomes 909 pixels wide, and its text can be read in a handbook page."""
MOMENT = noon(SIGNED)
EDGE = "#9aa5a8"


def papers(sample_root: Path) -> dict[str, bytes]:
    """Return the Word file of each picture, by the name of the picture."""
    report, refused = annual_report(site_on(sample_root, SIGNED), YEAR)
    assert report, refused
    return {name: report.files[file] for name, file in PRINTS.items()}


def unprinted(content: bytes) -> Shot:
    """Return the digests of a paper without its picture."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        found = digest(b"\0".join(name.encode() + b"\0" + parts.read(name) for name in sorted(parts.namelist())))
    return Shot(b"", found, found)


def printed(content: bytes, folder: Path) -> Shot:
    """Return a paper's digests with a picture of its first page, made in `folder`."""
    document = folder / "paper.docx"
    document.write_bytes(content)
    made = to_pdf([document], folder, MOMENT)
    assert made, "LibreOffice did not print; see scripts/test.py for what to install"
    command = ["pdftoppm", "-png", "-gray", "-r", str(DPI), "-f", "1", "-l", "1", "-singlefile", str(made[0])]
    subprocess.run([*command, str(folder / "page")], check=True)
    out, known = BytesIO(), unprinted(content)
    with Image.open(folder / "page.png") as page:
        ImageOps.expand(page.convert("RGB"), 1, EDGE).save(out, "PNG")
    return Shot(out.getvalue(), known.words, known.looks)
