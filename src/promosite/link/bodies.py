"""What a body points at exists, items and sources, and is written so that it is a link or a citation."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from promosite.findings import Finding, Source, finding
from promosite.load.files import SourceFile
from promosite.model.items import ItemFacts, Kind, ProductFacts
from promosite.validate.items import FOLDERS, ValidFile
from promosite.validate.rules import CITATION
from promosite.validate.slips import place_of, readable
from promosite.validate.targets import BODY_LINK

ANY_PICTURE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)")
NEAR_CITATION = re.compile(
    r"(?<![\]!\\^])\[(?!\^[^\[\]\s]+\])[ ^]{0,3}([a-z0-9-]{1,60}) ?\](?![(\[:])|\(\^([a-z0-9-]{1,60})\)"
    r"|\^\[([a-z0-9-]{1,60})\]"
)
"""`[id]`, `(^id)` or `^[id]` where `[^id]` was meant."""


def body_findings(file: ValidFile, facts: ItemFacts, items: frozenset[str]) -> Iterator[Finding]:
    """Yield links to items that nobody wrote, citations that the facts do not have or that are none as written."""
    sources = {source.id for source in facts.sources}
    meant = list(_near_citations(file, sources))
    yield from unknown_links(file.file, items)
    yield from unknown_sources(file.file, sources)
    yield from meant
    if file.facts is not None and file.text.body.strip():
        yield from _uncited(file, facts, {one.params["id"] for one in meant})


def _lines(file: SourceFile, sign: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file.body.split("\n"), start=file.body_line):
        if sign in line:
            yield number, line


def unknown_links(file: SourceFile, items: Collection[str]) -> Iterator[Finding]:
    """Yield links of a body to items that nobody wrote, with the files whose names are most like them."""
    for number, line in _lines(file, "]("):
        for match in BODY_LINK.finditer(ANY_PICTURE.sub(lambda found: " " * len(found[0]), line)):
            if _link_target(match[1], FOLDERS[file.folder]) not in items:
                place = Source(file.path, number, match.start() + 3)
                yield finding("link-unknown", place, found=match[1], expected=_files_like(match[1], items))


def _link_target(target: str, kind: Kind) -> str:
    """Return the item to whose file a link leads; only files end in `.md`."""
    if not target.endswith(".md"):
        return f"?/{target}"
    parts = target.removesuffix(".md").split("/")
    folder, slug = (kind.folder, parts[0]) if len(parts) == 1 else (parts[1], "/".join(parts[2:]))
    return f"{FOLDERS[folder]}/{slug}" if folder in FOLDERS else f"?/{target}"


def _files_like(target: str, items: Iterable[str]) -> str:
    """Return the files of items whose names are most like a link that leads nowhere."""
    slugs: dict[str, list[str]] = defaultdict(list)
    for item in items:
        kind, _, slug = item.partition("/")
        slugs[slug].append(f"../{Kind(kind).folder}/{slug}.md")
    wrong = target.removesuffix(".md").rstrip("/").rpartition("/")[2]
    close = [wrong] if wrong in slugs else get_close_matches(wrong, slugs, n=2, cutoff=0.6)
    return ", ".join(path for one in close for path in sorted(slugs[one]))


def unknown_sources(file: SourceFile, sources: set[str]) -> Iterator[Finding]:
    """Yield citations of a body that name none of the sources."""
    for number, line in _lines(file, "[^"):
        for match in CITATION.finditer(line):
            if match[1] not in sources:
                place = Source(file.path, number, match.start() + 1)
                yield finding("source-unknown", place, found=match[1], expected=sorted(sources) or "–")


def _near_citations(file: ValidFile, sources: set[str]) -> Iterator[Finding]:
    """Yield what names a source of the item in brackets and is no citation; a link of that name may be defined."""
    body = file.text.body
    if not any(_may_be_misnamed(source, body) for source in sources):  # nearly always, and quickly told
        return
    for match in NEAR_CITATION.finditer(readable(body)):
        name = _name(match)
        if name in sources and f"[{name}]:" not in body:
            yield finding("body-citation-form", place_of(file.file, match.start()), found=match[0], id=name)


def _may_be_misnamed(source: str, body: str) -> bool:
    """Tell whether the name of a source ends a bracket in a body that is no citation of it."""
    rest = body.replace(f"[^{source}]", "")
    return f"{source}]" in rest or f"{source} ]" in rest or f"(^{source})" in rest


def _name(match: re.Match[str]) -> str:
    return match[1] or match[2] or match[3]


def _uncited(file: ValidFile, facts: ItemFacts, meant: set[str]) -> Iterator[Finding]:
    used = {*CITATION.findall(file.text.body), *meant, *(fact.source for fact in facts.facts), *_in_fields(facts)}
    for index, source in enumerate(facts.sources):
        if source.id not in used:
            yield finding("source-not-cited", file.file.at(file.file.header.find(("sources", index))), id=source.id)


def _in_fields(facts: ItemFacts) -> Iterable[str]:
    """Return the source ids that structured fields of a product name."""
    if not isinstance(facts, ProductFacts):
        return ()
    dump = facts.model_dump(include={"producer", "certificate", "protection", "trade"}, exclude_none=True)
    parts = [
        dump.get("producer"),
        dump.get("certificate"),
        *dump.get("protection", ()),
        *dump.get("trade", {}).values(),
    ]
    return {part["source"] for part in parts if part}
