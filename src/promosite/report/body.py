"""The body of a report, parts I to VII: what is counted in sentences, what a person wrote, and the gaps between."""

from collections.abc import Iterator

from promosite.model.papers import Piece
from promosite.report.blocks import Block, Frame
from promosite.report.forms import forms
from promosite.report.funds import funds_line
from promosite.report.head import letterhead_of, words_of
from promosite.report.rows import results


def body_of(frame: Frame) -> tuple[Block, ...]:
    """Return the body."""
    next_year = frame.figures.report.year + 1
    return (
        *_opening(frame),
        _part(frame, "guidance"),
        *_written(frame, "guidance"),
        _part(frame, "results"),
        *results(frame),
        _part(frame, "forms"),
        *forms(frame),
        _part(frame, "funding"),
        *_funding(frame),
        _part(frame, "assessment"),
        *_assessment(frame),
        _part(frame, "directions", year=next_year),
        *_written(frame, "directions"),
        _part(frame, "proposals"),
        *_written(frame, "proposals"),
    )


def closing_of(frame: Frame) -> str:
    """Return the last sentence, with the mark that ends an office paper."""
    addressee = words_of(frame, "addressee")
    name = addressee.text(frame.lang) if addressee else frame.gap(frame.t("what.addressee"))
    return frame.t("closing", year=frame.figures.report.year, issuer=_issuer(frame), addressee=name)


def _issuer(frame: Frame) -> str:
    issuer = words_of(frame, "issuer")
    return issuer.text(frame.lang) if issuer else frame.gap(frame.t("what.issuer"))


def _part(frame: Frame, name: str, **params: object) -> Block:
    return Block("part", frame.t(f"part.{name}", **params))


def _opening(frame: Frame) -> Iterator[Block]:
    figures, letterhead = frame.figures, letterhead_of(frame)
    basis = letterhead.basis if letterhead else None
    key, words = ("opening", basis) if basis else ("opening-plan", figures.plan.title)
    year = figures.report.year
    yield Block("text", frame.t(key, basis=words.text(frame.lang), issuer=_issuer(frame), year=year))
    yield Block("text", period_line(frame))
    if former := former_area(frame):
        yield Block("note", former)
    yield Block("note", frame.t("how"))
    yield Block("note", dates_line(frame))


def dates_line(frame: Frame) -> str:
    """Return what the days of publication rest on: the headers alone, or the publication ledger as well.

    The site is built before its ledger is written, so a page of it can only say where that stands.
    """
    if frame.ledger_file:
        return frame.t("dates-site", ledger=frame.ledger_file)
    if frame.first_seen is None:
        return frame.t("dates-headers")
    items = [*frame.figures.results, *frame.figures.background, *frame.figures.undated]
    known = [item for item in items if frame.first_seen(item)]
    return frame.t("dates-ledger", known=len(known), total=len(items))


def period_line(frame: Frame) -> str:
    """Return the sentence that gives the period and the day to which it is counted."""
    figures = frame.figures
    words = {name: frame.day(day) for name, day in (("start", figures.report.start), ("end", figures.report.end))}
    if figures.report.start > figures.day:
        return frame.t("period-ahead", as_of=frame.day(figures.day), **words)
    return frame.t("period-running" if figures.is_running else "period", as_of=frame.day(figures.day), **words)


def former_area(frame: Frame) -> str | None:
    """Return the note that the area has since become part of another; None as long as it had not."""
    area = frame.area
    if area is None or frame.figures.day < area.until:
        return None
    names = {"then": area.then.text(frame.lang), "now": area.now.text(frame.lang)}
    return frame.messages.text("ui.area-note", until=frame.day(area.until), **names)


def _written(frame: Frame, section: str) -> Iterator[Block]:
    """Yield what a person wrote for a section, or the gap."""
    pieces = frame.paper.section(frame.lang, section)
    if not pieces:
        yield Block("gap", frame.gap(frame.t(f"section.{section}")))
    for piece in pieces:
        yield _block(piece)


def _block(piece: Piece) -> Block:
    return Block("item", f"- {piece.text}") if piece.listed else Block("text", piece.text)


def _funding(frame: Frame) -> Iterator[Block]:
    """Yield the words on money and what its lines in Annex V add up to, as far as that is known."""
    yield from _written(frame, "funding")
    if frame.paper.facts.funds:
        yield Block("text", funds_line(frame))


def _assessment(frame: Frame) -> Iterator[Block]:
    for number, section in enumerate(("achieved", "shortcomings", "causes"), start=1):
        yield Block("heading", f"{number}. {frame.t(f'section.{section}')}")
        yield from _written(frame, section)
