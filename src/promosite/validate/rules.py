"""Rules between the fields of one file."""

import re
from collections.abc import Iterator

from promosite.findings import WHOLE, Finding, finding
from promosite.findings import Source as Place
from promosite.load.files import SourceFile
from promosite.load.names import proposed
from promosite.model.items import Certificate, EventFacts, ItemFacts, PressFacts, ProductFacts
from promosite.model.record import SLUG
from promosite.validate.code import without_code
from promosite.validate.dialects import check_dialects
from promosite.validate.slips import check_slips, place_of
from promosite.validate.targets import BODY_LINK, check_words, targets_in

MARKS = r"(?:[ \t]*(?:(?:>|(?:[*+-]|\d+\.)[ \t])[ \t]*)+)?"
TOP_HEADING = re.compile(rf"^{MARKS}(?:#(?!#)|=+[ \t]*$)", re.MULTILINE)
"""`# Title`, or a line underlined with `===`, also in a quotation or a list: a second title of the page."""
HEADING = re.compile(r"^ {0,3}(#{2,6})(?!#)", re.MULTILINE)
MARKED_SECTION = re.compile(r"<!\[")
"""`<![if …]>`, which pages saved by Word are full of: the engine’s reader of HTML gives up on the whole text there."""
RESERVED = frozenset({"page", "index", "calendar"})
CITATION = re.compile(r"\[\^([^\[\]\s]+)\]")
"""`[^id]` in a body points at the source `id` of the header."""

PICTURE = re.compile(r"!\[((?:[^\]\n!]|!(?!\[))*)\]\((?:\.\./)*(?:content/)?media/([^)\s]{1,500})\)")
"""`![what it shows](../../media/name.jpg)`, the path as it lies in the project.

What is looked for ends where the next picture may begin, or has a bound: no text takes more time than its length.
"""

SPIRITS = re.compile(r"rượu(?!\w| vang)", re.IGNORECASE)
LOCAL = re.compile(r"(?:UBND|Ủy ban nhân dân|People['’]s Committee)(?!\w)|^Sở ", re.IGNORECASE)
"""Names of authorities of a province or below: five stars were never theirs to give, by any criteria since 2019."""

DECISION_FIELDS = ("decision_no", "authority", "certified_on")


def is_slug(name: str) -> bool:
    """Tell whether a public name is short ASCII, and no address that listings and calendars use."""
    reserved = name in RESERVED or re.fullmatch(r"\d{4}", name)
    return not reserved and len(name) <= 60 and bool(re.fullmatch(SLUG, name))


def check_slug(file: SourceFile) -> list[Finding]:
    """The file's name is the item's public name."""
    return [] if is_slug(file.stem) else [slug_refused(file.stem, Place(file.path, WHOLE))]


def slug_refused(name: str, place: Place) -> Finding:
    """Return the finding for a name that is no public one, with one that is where its letters give one."""
    offered = proposed(name, is_folder=True)
    return finding("slug-refused", place, found=name, expected=offered if is_slug(offered) else "")


def check_facts(facts: ItemFacts, file: SourceFile) -> list[Finding]:
    """Return what the fields of one header say against each other."""
    rules = [_unit_and_channel, _dates, _sources, _source_ids]
    found = [one for rule in rules for one in rule(facts, file)]
    if isinstance(facts, EventFacts) and facts.end and facts.end < facts.start:
        found.append(_at(file, "end", "event-ends-before-start", start=facts.start, end=facts.end))
    if isinstance(facts, ProductFacts):
        found += [*_spirits(facts, file), *(_certificate(facts.certificate, file) if facts.certificate else ())]
    if isinstance(facts, PressFacts) and not (facts.url or facts.site):
        found.append(_at(file, "outlet", "source-without-address", id="url"))
    return found


def _at(file: SourceFile, field: str, code: str, /, **params: object) -> Finding:
    return finding(code, file.at(file.header.find((field,))), field=field, **params)


def _unit_and_channel(facts: ItemFacts, file: SourceFile) -> Iterator[Finding]:
    """A result names who published it and how; background names neither (`architecture`, result or background)."""
    if facts.unit and not facts.channel:
        yield _at(file, "unit", "channel-missing", unit=facts.unit)
    if facts.channel and not facts.unit:
        yield _at(file, "channel", "channel-without-unit", channel=facts.channel)


def _dates(facts: ItemFacts, file: SourceFile) -> Iterator[Finding]:
    """An item cannot be published before what it reports, nor end before it begins."""
    happened = None if isinstance(facts, EventFacts) else facts.happened
    if happened and facts.published < happened.first_day:
        yield _at(file, "published", "published-before-fact", published=facts.published, date=happened)
    if facts.updated and facts.updated < facts.published:
        yield _at(file, "updated", "updated-before-published", updated=facts.updated, published=facts.published)
    appears = max(facts.published, facts.publish_on or facts.published)
    if facts.expires_on and facts.expires_on < appears:
        yield _at(file, "expires_on", "expires-before-publish", expires=facts.expires_on, publish=appears)


def _sources(facts: ItemFacts, file: SourceFile) -> Iterator[Finding]:
    if facts.sources and not facts.as_of:
        yield _at(file, "sources", "as-of-missing")
    for index, source in enumerate(facts.sources):
        place = file.at(file.header.find(("sources", index)))
        if not (source.title or source.about):
            yield finding("source-without-title", place, id=source.id)
        if [one.id for one in facts.sources[:index]].count(source.id):
            yield finding("source-twice", place, id=source.id)


def _source_ids(facts: ItemFacts, file: SourceFile) -> Iterator[Finding]:
    """Every fact names a source that the header has."""
    known = {source.id for source in facts.sources}
    for path, source_id in _cited_in_header(facts):
        if source_id not in known:
            place = file.at(file.header.find(path))
            yield finding("source-unknown", place, found=source_id, expected=sorted(known) or "–")


def _cited_in_header(facts: ItemFacts) -> Iterator[tuple[tuple[int | str, ...], str]]:
    for index, fact in enumerate(facts.facts):
        yield ("facts", index, "source"), fact.source
    if not isinstance(facts, ProductFacts):
        return
    if facts.producer:
        yield ("producer", "source"), facts.producer.source
    if facts.certificate:
        yield ("certificate", "source"), facts.certificate.source
    for index, right in enumerate(facts.protection):
        yield ("protection", index, "source"), right.source
    for name in type(facts.trade).model_fields:
        if answer := getattr(facts.trade, name):
            yield ("trade", name, "source"), answer.source


def _spirits(facts: ProductFacts, file: SourceFile) -> Iterator[Finding]:
    """A page that promotes a product may not promote spirits; wine and beer are weaker."""
    title = file.header.find(("title",))
    if facts.group == "II.1.a" or SPIRITS.match(str(title.value)):
        yield finding("product-spirits", file.at(title), found=title.value)


def _certificate(certificate: Certificate, file: SourceFile) -> Iterator[Finding]:
    """A decision stands with number, authority and day, a report with its year; no province gives five stars."""
    place = file.at(file.header.find(("certificate",)))
    given = [name for name in DECISION_FIELDS if getattr(certificate, name) is not None]
    if certificate.status == "decision" and len(given) < len(DECISION_FIELDS):
        missing = [name for name in DECISION_FIELDS if name not in given]
        yield finding("certificate-incomplete", place, missing=missing)
    if certificate.status == "reported" and given:
        yield finding("certificate-reported-with-decision", place, found=given)
    if certificate.status == "reported" and certificate.year is None:
        yield finding("certificate-year-missing", place)
    given_by = certificate.authority.root.values() if certificate.authority else ()
    local = next((name for name in given_by if LOCAL.search(name)), None)
    if certificate.stars == 5 and local:
        yield finding("certificate-authority", file.at(file.header.find(("certificate", "authority"))), found=local)


def check_body(file: SourceFile) -> list[Finding]:
    """Headings of a body begin at level 2, for level 1 is the title; and nothing in it breaks or blots the page."""
    structure = *_high_headings(file), *_skipped_levels(file)
    return [*structure, *check_slips(file), *check_dialects(file), *check_markup(file)]


def check_targets(file: SourceFile) -> Iterator[Finding]:
    """Yield links of an item with wrong words, and paths that lead neither to an item nor to a picture on record."""
    targets = list(targets_in(file.body))
    yield from check_words(file, targets)
    for one in targets:
        if one.is_picture:
            is_known = PICTURE.match(file.body, one.offset) or one.is_address
        else:
            is_known = BODY_LINK.fullmatch(f"]({one.path})") or one.is_address
        if not is_known:
            code = "picture-place" if one.is_picture else "link-form"
            yield finding(code, place_of(file, one.offset), found=one.path or "()")


def _high_headings(file: SourceFile) -> Iterator[Finding]:
    if TOP_HEADING.search(file.body):
        for match in TOP_HEADING.finditer(without_code(file.body)):
            yield finding("heading-level", Place(file.path, place_of(file, match.start()).line, 1))


def _skipped_levels(file: SourceFile) -> Iterator[Finding]:
    """Yield headings that lie more than one level below the one before; the title of the page is level 1."""
    before = 1
    for match in HEADING.finditer(without_code(file.body)) if "##" in file.body else ():
        level = len(match[1])
        if level > before + 1:
            place = Place(file.path, place_of(file, match.start()).line, 1)
            yield finding("heading-skip", place, found=match[1], expected="#" * (before + 1))
        before = level


def check_markup(file: SourceFile) -> list[Finding]:
    """Return the places of a body at which its page would break off."""
    return [finding("markup-broken", place_of(file, one.start())) for one in MARKED_SECTION.finditer(file.body)]
