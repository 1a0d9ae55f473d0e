"""Hand-written pages: their headers, and whether they may stand where they are."""

import re
from collections.abc import Iterable

from pydantic import ValidationError

from promosite.findings import WHOLE, Finding, Source, finding
from promosite.load.files import SourceFile
from promosite.model.outputs import FOLDERS
from promosite.model.pages import PageHeader, WrittenPage
from promosite.model.record import SLUG
from promosite.validate.placeholders import placeholder_findings
from promosite.validate.problems import findings_of
from promosite.validate.rules import check_body
from promosite.validate.targets import check_words, targets_in


def validate_documents(
    files: Iterable[SourceFile], languages: tuple[str, ...]
) -> tuple[tuple[WrittenPage, ...], list[Finding]]:
    """Return hand-written pages as records; one with a fault in its address, its header or its body is left out."""
    pages: list[WrittenPage] = []
    findings: list[Finding] = []
    for file in files:
        if misplaced := _misplaced(file, languages):
            findings.append(misplaced)
            continue
        try:
            header = PageHeader.model_validate(file.header.plain())
        except ValidationError as error:
            findings += findings_of(error, file.path, file.header, PageHeader)
            continue
        worded = check_words(file, targets_in(file.body))
        if broken := [*check_body(file), *worded, *placeholder_findings(file)]:
            findings += broken
            continue
        page = {
            "lang": file.lang,
            "address": _address(file),
            "body": file.body,
            "body_line": file.body_line,
            "path": file.path,
        }
        pages.append(WrittenPage.model_validate({**page, "header": header, "title_at": file.title_at}))
    return tuple(pages), findings


def _misplaced(file: SourceFile, languages: tuple[str, ...]) -> Finding | None:
    """Return what is wrong with the address of a page.

    A name with a dot would be a folder where a file of the site stands, such as `robots.txt`; a page in the folder of
    a language would stand among the pages of that language.
    """
    parts, taken = _parts(file), (*FOLDERS, *languages)
    wrong = [part for part in parts if part == "index" or len(part) > 60 or not re.fullmatch(SLUG, part)]
    wrong += [part for part in parts[:1] if part in taken]
    return finding("page-address", Source(file.path, WHOLE), found=wrong[0], expected=taken) if wrong else None


def _address(file: SourceFile) -> str:
    return "".join(f"{part}/" for part in _parts(file))


def _parts(file: SourceFile) -> list[str]:
    folders = [] if file.folder == "." else file.folder.split("/")
    return folders if file.stem == "index" else [*folders, file.stem]
