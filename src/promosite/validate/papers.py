"""What people wrote for the yearly reports: `content/reports/bao-cao-2024.md`, its translation `report-2024-en.md`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic import ValidationError

from promosite.coverage import reports
from promosite.findings import WHOLE, Finding, Source, finding
from promosite.lang import fold
from promosite.load.files import SourceFile
from promosite.messages import Messages
from promosite.model.papers import SECTIONS, NoFacts, Paper, PaperFacts, Piece
from promosite.model.plan import Plan
from promosite.validate.problems import findings_of, nearest
from promosite.validate.slips import BULLET

NAME = re.compile(r"bao-cao-(\d{4})|report-(\d{4})-([a-z]{2})")
HEADING = re.compile(r"##[ \t]+([^ \t].*)")
"""What follows may end with blanks and closing signs, which are cut off."""
LISTED = re.compile(r"[-*][ \t]+(.+)")
MARKUP = re.compile(r"[*_`<>|#\[\]]|^\d+[.)]\s|https?://")
"""What the Word file would print as it stands; an office paper is paragraphs and lists of plain words."""

Sections = dict[str, tuple[Piece, ...]]


def validate_papers(
    files: Iterable[SourceFile], plans: Mapping[str, Plan], messages: Mapping[str, Messages]
) -> tuple[dict[int, Paper], list[Finding]]:
    """Return the papers by year; `messages` are the tables of the site's languages, source language first.

    A file with a wrong header or name is left out; of a text with wrong parts, the sound parts stand.
    """
    facts: dict[int, PaperFacts] = {}
    texts: dict[int, dict[str, Sections]] = {}
    read: dict[int, SourceFile] = {}
    findings: list[Finding] = []
    years = {report.year: plan for plan in plans.values() for report in reports(plan)}
    for file in files:
        found, problems = _named(file, years, messages)
        findings += problems
        if found is None:
            continue
        year, lang = found
        header, problems = header_of(file, next(iter(messages)))
        findings += problems
        if header is None:
            continue
        if isinstance(header, PaperFacts):
            facts[year], read[year] = header, file
            findings += _done(header, years[year], file)
        texts.setdefault(year, {})[lang], problems = _sections(file, messages[lang])
        findings += problems
    return {year: _paper(year, facts.get(year), found, read.get(year)) for year, found in texts.items()}, findings


def header_of(file: SourceFile, source_lang: str) -> tuple[PaperFacts | NoFacts | None, list[Finding]]:
    """Return the header of a paper as a record, or None with what is wrong in it."""
    model = PaperFacts if file.lang == source_lang else NoFacts
    try:
        return model.model_validate(file.header.plain()), []
    except ValidationError as error:
        refused = findings_of(error, file.path, file.header, model)
        return None, refused if model is PaperFacts else _elsewhere(refused, file)


def _paper(year: int, facts: PaperFacts | None, texts: dict[str, Sections], file: SourceFile | None) -> Paper:
    if facts is None or file is None:
        return Paper(year, PaperFacts(), texts)
    return Paper(year, facts, texts, file.path, _done_at(facts, file), _date_at(facts, file))


def _named(
    file: SourceFile, years: Mapping[int, Plan], messages: Mapping[str, Messages]
) -> tuple[tuple[int, str] | None, list[Finding]]:
    """Return the year and language that a file's name gives."""
    source, *others = messages
    match, place = NAME.fullmatch(file.stem), Source(file.path, WHOLE)
    if match is None or (match[3] and match[3] not in others):
        expected = ["bao-cao-2024.md", *(f"report-2024-{lang}.md" for lang in others)]
        return None, [finding("report-name", place, found=f"{file.stem}.md", expected=expected)]
    year = int(match[1] or match[2])
    if year not in years:
        return None, [finding("report-year", place, found=year, expected=sorted(years) or "–")]
    return (year, match[3] or source), []


def _elsewhere(refused: Iterable[Finding], file: SourceFile) -> list[Finding]:
    """Return what is said of facts in a translation: they stand in the paper that is sent."""
    told = {"case": "report", "expected": f"bao-cao-{'-'.join(file.stem.split('-')[1:-1])}.md"}
    return [replace(one, params={**one.params, **told}) for one in refused]


def _done(facts: PaperFacts, plan: Plan, file: SourceFile) -> Iterator[Finding]:
    known = [task.id for task in plan.tasks]
    for index, row in enumerate(facts.done):
        if row not in known:
            place = file.at(file.header.find(("done", index)))
            yield finding("report-row", place, found=row, expected=nearest(row, known))


def _done_at(facts: PaperFacts, file: SourceFile) -> dict[str, tuple[int, int]]:
    nodes = {row: file.header.find(("done", index)) for index, row in enumerate(facts.done)}
    return {row: (node.line, node.column) for row, node in nodes.items()}


def _date_at(facts: PaperFacts, file: SourceFile) -> tuple[int, int] | None:
    node = file.header.find(("date",))
    return (node.line, node.column) if facts.date else None


def _sections(file: SourceFile, words: Messages) -> tuple[Sections, list[Finding]]:
    """Return what stands under each known heading."""
    names = {fold(words.text(f"report.section.{name}")): name for name in SECTIONS}
    found: dict[str, list[Piece]] = {}
    findings: list[Finding] = []
    for place, heading, lines in _chapters(file):
        for number, line in lines:
            if bad := _unplain(line):
                findings.append(finding("report-markup", Source(file.path, number, 1), found=bad))
        name = names.get(fold(heading)) if heading else None
        if heading is None:
            findings += [finding("report-loose", Source(file.path, number, 1)) for number, line in lines if line][:1]
        elif name is None:
            expected = "; ".join(words.text(f"report.section.{one}") for one in SECTIONS)
            findings.append(finding("report-section", place, found=heading, expected=expected))
        elif name in found:
            findings.append(finding("report-section-twice", place, found=heading))
        else:
            found[name] = list(_pieces(line for _, line in lines if not _unplain(line)))
    return {name: tuple(pieces) for name, pieces in found.items() if pieces}, findings


def _chapters(file: SourceFile) -> Iterator[tuple[Source, str | None, list[tuple[int, str]]]]:
    """Yield each heading with its place and the lines below it, numbered; None for what stands before the first."""
    place, heading, lines = Source(file.path, file.body_line, 1), None, list[tuple[int, str]]()
    for number, line in enumerate(file.body.split("\n"), start=file.body_line):
        if match := HEADING.match(line):
            yield place, heading, lines
            place, heading, lines = Source(file.path, number, 1), _bare(match[1]), []
        else:
            lines.append((number, line.strip()))
    yield place, heading, lines


def _bare(heading: str) -> str:
    """Return the words of a heading; one of signs alone is named by them."""
    return heading.rstrip().rstrip("#").rstrip() or heading.rstrip()


def _pieces(lines: Iterable[str]) -> Iterator[Piece]:
    """Yield paragraphs and lines of lists; lines that follow each other are one paragraph."""
    paragraph: list[str] = []
    for line in [*lines, ""]:
        item = LISTED.match(line)
        if (item or not line) and paragraph:
            yield Piece(" ".join(paragraph))
            paragraph = []
        if item:
            yield Piece(item[1].strip(), listed=True)
        elif line:
            paragraph.append(line)


def _unplain(line: str) -> str | None:
    """Return the first mark of a line that an office paper cannot hold."""
    item = LISTED.match(line)
    bullet = BULLET.match(line)
    if bullet and bullet[1]:
        return bullet[1]
    match = MARKUP.search(item[1] if item else line)
    return match[0] if match else None
