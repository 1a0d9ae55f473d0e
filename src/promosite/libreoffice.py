"""Ask LibreOffice, where it is on this machine, for PDF files of Word files: tagged, and of no clock but ours."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from promosite.whole_files import write_whole

CONVERTERS = ("soffice", "libreoffice")
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
"""The form asked for: a screen reader needs to know what is a heading, a table and a cell."""
DAYS = re.compile(rb"(/(?:CreationDate|ModDate)\(D:)\d{14}")
IDS = re.compile(rb"(/ID \[ ?<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}|(/DocChecksum /)[0-9A-F]{32}")
"""What LibreOffice draws from the machine's clock; all else in its files follows from the document."""
SECONDS = 300
"""How long a conversion may take; a report of many pages takes a few."""


def find_converter() -> str | None:
    """Return where LibreOffice is on this machine, or None."""
    return next((found for name in CONVERTERS if (found := shutil.which(name))), None)


def to_pdf(documents: Sequence[Path], folder: Path, moment: datetime) -> list[Path]:
    """Write a PDF of each document into `folder` and return those that were made; none without LibreOffice.

    It works in a profile of its own, so that neither an open window nor a user's settings matter. Equal documents
    printed at the same `moment` are equal files, on machines with the same LibreOffice and fonts.
    """
    converter = find_converter()
    if converter is None or not documents:
        return []
    with tempfile.TemporaryDirectory() as place:
        profile, printed = Path(place) / "profile", Path(place) / "printed"
        printed.mkdir()
        command = [converter, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", TAGGED]
        command += ["--outdir", str(printed), *map(str, documents)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=SECONDS, env={**os.environ, "TZ": "UTC"})
        except (OSError, subprocess.TimeoutExpired):
            return []
        made = [one for one in documents if (printed / one.with_suffix(".pdf").name).is_file()]
        return [_laid(printed, document, folder, moment) for document in made]


def _laid(printed: Path, document: Path, folder: Path, moment: datetime) -> Path:
    """Write what was printed of a document into a folder, whole, and return where it is."""
    target = folder / document.with_suffix(".pdf").name
    write_whole(target, timeless((printed / target.name).read_bytes(), document.read_bytes(), moment))
    return target


def timeless(raw: bytes, document: bytes, moment: datetime) -> bytes:
    """Return a PDF with the moment given in place of the clock's, and names drawn from it and the document.

    Everything keeps its length, for a PDF says at which byte each of its parts begins.
    """
    written = f"{moment.astimezone(UTC):%Y%m%d%H%M%S}".encode()
    name = hashlib.sha256(written + document).hexdigest()[:32].upper().encode()

    def named(match: re.Match[bytes]) -> bytes:
        return match[3] + name if match[3] else match[1] + name + match[2] + name

    return IDS.sub(named, DAYS.sub(lambda match: match[1] + written, raw))
