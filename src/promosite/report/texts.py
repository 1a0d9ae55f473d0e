"""A year's report in words, in one language; and what a person must still write."""

from collections.abc import Iterator
from dataclasses import replace

from promosite.model.papers import SECTIONS
from promosite.report.annexes import annexes_of
from promosite.report.blocks import Annex, AnnexRow, Block, Frame, ReportText, Table
from promosite.report.body import body_of, closing_of
from promosite.report.head import HEAD_FIELDS, foot_of, head_of, words_of
from promosite.report.spaces import NBSP, bound

FIXED = ("nation", "motto", "recipients", "annex", "online")
"""Words that the Word templates ask for by name."""


def text_of(frame: Frame) -> ReportText:
    """Return the report in the frame's language."""
    head = head_of(frame)
    return ReportText(
        lang=frame.lang,
        title=head.subject,
        head=head,
        body=body_of(frame),
        closing=closing_of(frame),
        foot=foot_of(frame),
        annexes=annexes_of(frame),
        words={key: frame.t(key) for key in FIXED},
    )


def gaps_of(frame: Frame) -> Iterator[str]:
    """Yield what only a person can give and nobody has given yet, in the order of the report."""
    facts = frame.paper.facts
    yield from (frame.t(f"what.{name}") for name in ("number", "date") if getattr(facts, name) is None)
    yield from (frame.t(f"what.{name}") for name in HEAD_FIELDS if words_of(frame, name) is None)
    yield from (frame.t(f"section.{name}") for name in SECTIONS if not frame.paper.section(frame.lang, name))
    if not facts.funds:
        yield frame.t("what.funds")
    if facts.signer is None:
        yield frame.t("what.signer")


def unbroken(text: ReportText) -> ReportText:
    """Return the report with no-break spaces where a printed line may not part what belongs together."""
    head, foot = text.head, text.foot
    return replace(
        text,
        title=bound(text.title),
        head=replace(
            head,
            notices=tuple(map(bound, head.notices)),
            parent=bound(head.parent).replace("TỈNH ", f"TỈNH{NBSP}"),
            issuer=bound(head.issuer),
            number=bound(head.number),
            place_and_day=bound(head.place_and_day),
            subject=bound(head.subject),
            addressee=bound(head.addressee),
        ),
        body=tuple(_block(block) for block in text.body),
        closing=bound(text.closing),
        foot=replace(foot, recipients=tuple(map(bound, foot.recipients))),
        annexes=tuple(_annex(annex) for annex in text.annexes),
    )


def _block(block: Block) -> Block:
    table = block.table and Table(
        tuple(map(bound, block.table.heads)), tuple(tuple(map(bound, row)) for row in block.table.rows)
    )
    return replace(block, text=bound(block.text), table=table)


def _annex(annex: Annex) -> Annex:
    return replace(
        annex, title=bound(annex.title), above=bound(annex.above), rows=tuple(_row(row) for row in annex.rows)
    )


def _row(row: AnnexRow) -> AnnexRow:
    """Addresses stay as they are: whoever copies one must get it whole."""
    cells = tuple(cell if "://" in cell else bound(cell) for cell in row.cells)
    return replace(row, cells=cells, band=bound(row.band) if row.band else None)
