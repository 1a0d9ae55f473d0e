"""Read the site's hand-written pages under `docs/<language>/`."""

from pathlib import Path

from promosite.findings import Finding, Source, finding
from promosite.load.files import SourceFile, read_text
from promosite.load.header import split_header
from promosite.load.nodes import YamlError


def load_documents(root: Path, languages: tuple[str, ...]) -> tuple[tuple[SourceFile, ...], list[Finding]]:
    """Return the pages of all languages in path order; one that cannot be read is a finding and left out."""
    pages, findings = [], []
    for lang in languages:
        for file in sorted((root / "docs" / lang).glob("**/*.md")):
            path = file.relative_to(root).as_posix()
            try:
                text, digest = read_text(file)
                header, body, body_line = split_header(text)
            except YamlError as problem:
                findings.append(finding(problem.code, Source(path, problem.line, problem.column), **problem.params))
                continue
            folder = file.parent.relative_to(root / "docs" / lang).as_posix()
            pages.append(SourceFile(path, lang, folder, file.stem, header, body, body_line, digest))
    return tuple(pages), findings
