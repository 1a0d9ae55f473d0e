"""Read the site's hand-written pages under `docs/<language>/`."""

from pathlib import Path

from promosite.findings import Finding
from promosite.load.files import SourceFile, files_below, read_text, refuse_references
from promosite.load.header import split_header
from promosite.load.refusal import RefusedError


def load_documents(root: Path, languages: tuple[str, ...]) -> tuple[tuple[SourceFile, ...], list[Finding]]:
    """Return the pages of all languages in path order; one that cannot be read is a finding and left out."""
    pages: list[SourceFile] = []
    findings: list[Finding] = []
    for lang in languages:
        for file, path in files_below(root, f"docs/{lang}", findings):
            try:
                text, digest = read_text(file)
                header, body, body_line = split_header(text)
                refuse_references(body, body_line)
            except RefusedError as problem:
                findings.append(problem.at(path))
                continue
            folder = file.parent.relative_to(root / "docs" / lang).as_posix()
            pages.append(SourceFile(path, lang, folder, file.stem, header, body, body_line, digest))
    return tuple(pages), findings
