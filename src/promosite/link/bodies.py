"""What a body points at exists, items and sources, and is written so that it is a link or a citation."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from promosite.findings import Finding, Source, finding
from promosite.model.items import ItemFacts, Kind, ProductFacts
from promosite.validate.items import FOLDERS, ValidFile
from promosite.validate.rules import CITATION, PICTURE
from promosite.validate.slips import place_of, readable, without_code

BODY_LINK = re.compile(r"\]\((\.\./[^)\s#]{1,500}|[^)\s#:/]{1,500}\.md)(?:#[^)\s]{0,500})?\)")

TARGET = re.compile(
    r"(?P<picture>!?)\[(?P<words>[^\[\]\n]{0,500})\]\((?P<inline>[^()\n]{0,1000})\)"
    r"|^ {0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]{0,3}(?P<line>\S+)",
    re.MULTILINE,
)
"""What a link or a picture points at, where it stands or on a line of its own (`[name]: target`)."""
NAMED_HOST = re.compile(r"(?:https?://|www\.)([^\s/?#]+)", re.IGNORECASE)
"""A host that the words of a link name, as if they were its address."""
ANY_PICTURE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)")
ADDRESS = re.compile(r"//|#|[a-zA-Z][a-zA-Z0-9+.-]*:")
"""How a target begins that is no path: an address, of which others judge, or a place on the page itself."""

NEAR_CITATION = re.compile(
    r"(?<![\]!\\^])\[(?!\^[^\[\]\s]+\])[ ^]{0,3}([a-z0-9-]{1,60}) ?\](?![(\[:])|\(\^([a-z0-9-]{1,60})\)"
    r"|\^\[([a-z0-9-]{1,60})\]"
)
"""`[id]`, `(^id)` or `^[id]` where `[^id]` was meant."""


def body_findings(file: ValidFile, facts: ItemFacts, items: frozenset[str]) -> Iterator[Finding]:
    """Yield links to items that nobody wrote, citations that the facts do not have or that are none as written."""
    sources = {source.id for source in facts.sources}
    meant = list(_near_citations(file, sources))
    yield from _unknown_links(file, items)
    yield from _lost_targets(file)
    yield from _unknown_sources(file, sources)
    yield from meant
    if file.facts is not None and file.text.body.strip():
        yield from _uncited(file, facts, {one.params["id"] for one in meant})


def _lines(file: ValidFile, sign: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file.text.body.split("\n"), start=file.text.body_line):
        if sign in line:
            yield number, line


def _unknown_links(file: ValidFile, items: frozenset[str]) -> Iterator[Finding]:
    for number, line in _lines(file, "]("):
        for match in BODY_LINK.finditer(ANY_PICTURE.sub(lambda found: " " * len(found[0]), line)):
            if _link_target(match[1], file.kind) not in items:
                place = Source(file.text.path, number, match.start() + 3)
                yield finding("link-unknown", place, found=match[1], expected=_files_like(match[1], items))


def _lost_targets(file: ValidFile) -> Iterator[Finding]:
    """Yield paths that lead nowhere from an item: neither to an item nor to a picture of the register."""
    body = without_code(file.text.body) if "](" in file.text.body or "]:" in file.text.body else ""
    for match in TARGET.finditer(body):
        target = _without_title(match["inline"] or match["line"] or "")
        is_known = PICTURE.match(body, match.start()) if match["picture"] else BODY_LINK.fullmatch(f"]({target})")
        if not match["picture"] and (wrong := _misleading(match["words"], target)):
            yield finding("link-words", place_of(file.file, match.start()), found=target, **wrong)
        if not (is_known or ADDRESS.match(target)):
            code = "picture-place" if match["picture"] else "link-form"
            yield finding(code, place_of(file.file, match.start()), found=target or "()")


def _misleading(words: str | None, target: str) -> dict[str, str]:
    """Return what is wrong with the words of a link: there are none, or they name another host than it leads to."""
    if words is not None and not words.strip():
        return {"case": "none"}
    named, leads = NAMED_HOST.search(words or ""), NAMED_HOST.match(target)
    hosts = [one[1].lower().removeprefix("www.") for one in (named, leads) if one]
    return {"named": hosts[0]} if len(set(hosts)) == 2 else {}


def _without_title(target: str) -> str:
    """Return the target of a link without the words in quotation marks that may stand behind it."""
    for mark in (' "', " '"):
        target = target.partition(mark)[0]
    return target.strip().strip("<>")


def _link_target(target: str, kind: Kind) -> str:
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


def _unknown_sources(file: ValidFile, sources: set[str]) -> Iterator[Finding]:
    for number, line in _lines(file, "[^"):
        for match in CITATION.finditer(line):
            if match[1] not in sources:
                place = Source(file.text.path, number, match.start() + 1)
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
