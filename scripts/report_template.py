#!/usr/bin/env python3
"""Make the Word templates of the yearly report anew, in the form of Decree 30/2020/NĐ-CP.

They lie in src/promosite/report/ and may be restyled by hand in Word; running this overwrites such work, so it asks
for --force where a template is there. Sizes are in half-points, lengths in twips (1 mm is 56.7).
"""

import io
import zipfile
from pathlib import Path

import environment
from command_line import CommandLine

parser = CommandLine("report_template")
parser.add_argument("--force", action="store_true")
parser.add_argument("--out", type=Path, metavar="DIR")
arguments = parser.read()
environment.enter()

from promosite.whole_files import write_whole  # noqa: E402  (installed only inside the environment)
from word_parts import CONTENT_TYPES, HEADER, HEADER_FIRST, RELATIONS, ROOT_RELATIONS, core, settings, styles  # noqa: E402
from word_text import document  # noqa: E402

TARGET = environment.ROOT / "src" / "promosite" / "report"
TEMPLATES = {"bao-cao.docx": ("vi-VN", True), "reading-copy.docx": ("en-GB", False)}


def parts(lang: str, *, signed: bool) -> dict[str, str]:
    """Return every part of a template; `signed` lays it out as an office paper, else as a reading copy."""
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "docProps/core.xml": core(lang),
        "word/document.xml": document(signed=signed),
        "word/_rels/document.xml.rels": RELATIONS,
        "word/styles.xml": styles(lang),
        "word/settings.xml": settings(lang),
        "word/header1.xml": HEADER,
        "word/header2.xml": HEADER_FIRST,
    }


def template(lang: str, *, signed: bool) -> bytes:
    """Return a template, which depends on nothing but this script."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts(lang, signed=signed).items():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type, part.create_system = zipfile.ZIP_DEFLATED, 3
            out.writestr(part, text.encode())
    return file.getvalue()


folder = arguments.out or TARGET
standing = [name for name in TEMPLATES if (folder / name).exists()]
if standing and not arguments.force:
    environment.say("standing", names=", ".join(standing))
    raise SystemExit(1)
for name, (lang, signed) in TEMPLATES.items():
    with environment.writing():
        write_whole(folder / name, template(lang, signed=signed))
    print(folder / name)
