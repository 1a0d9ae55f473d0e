"""Ask LibreOffice, where it is on this machine, for PDF files of Word files."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

CONVERTERS = ("soffice", "libreoffice")
SECONDS = 300
"""How long a conversion may take; a report of many pages takes a few."""


def find_converter() -> str | None:
    """Return where LibreOffice is on this machine, or None."""
    return next((found for name in CONVERTERS if (found := shutil.which(name))), None)


def to_pdf(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Write a PDF of each document into `folder` and return those that were made; none without LibreOffice.

    It works in a profile of its own, so that neither an open window nor a user's settings matter.
    """
    converter = find_converter()
    if converter is None or not documents:
        return []
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [converter, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=SECONDS)
        except (OSError, subprocess.TimeoutExpired):
            return []
    return [made for one in documents if (made := folder / one.with_suffix(".pdf").name).is_file()]
