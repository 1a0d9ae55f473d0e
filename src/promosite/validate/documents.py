"""Headers of hand-written pages."""

from collections.abc import Iterable

from pydantic import ValidationError

from promosite.findings import Finding
from promosite.load.files import SourceFile
from promosite.model.pages import PageHeader, WrittenPage
from promosite.validate.problems import findings_of
from promosite.validate.rules import check_markup
from promosite.validate.slips import check_slips


def validate_documents(files: Iterable[SourceFile]) -> tuple[tuple[WrittenPage, ...], list[Finding]]:
    """Return hand-written pages as records; one with a wrong header, or that would break off, is left out."""
    pages: list[WrittenPage] = []
    findings: list[Finding] = []
    for file in files:
        try:
            header = PageHeader.model_validate(file.header.plain())
        except ValidationError as error:
            findings += findings_of(error, file.path, file.header, PageHeader)
            continue
        if broken := [*check_slips(file), *check_markup(file)]:
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


def _address(file: SourceFile) -> str:
    parts = [] if file.folder == "." else [file.folder]
    if file.stem != "index":
        parts.append(file.stem)
    return "/".join(parts) + "/" if parts else ""
