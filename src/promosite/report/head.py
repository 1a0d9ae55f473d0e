"""The head and the foot of a report: who writes to whom, under which number and day, and who signs."""

from datetime import date

from promosite.lang import long_date
from promosite.model.papers import Letterhead, Paper
from promosite.model.record import Words
from promosite.report.blocks import Foot, Frame, Head

HEAD_FIELDS = ("parent", "issuer", "place", "addressee")
"""What the plan's letterhead gives as long as it holds, and the year's file may replace."""


def letterhead_of(frame: Frame) -> Letterhead | None:
    """Return the plan's letterhead if it still held on the last day for this report."""
    found = frame.figures.plan.report.letterhead
    return found if found and holds(found, frame.figures.report.last_day) else None


def holds(letterhead: Letterhead, day: date) -> bool:
    """Tell whether a letterhead still holds on a day."""
    return letterhead.until is None or day <= letterhead.until


def words_of(frame: Frame, name: str) -> Words | None:
    """Return a field of the head: the year's own, else the letterhead's while it holds."""
    own: Words | None = getattr(frame.paper.facts, name)
    letterhead = letterhead_of(frame)
    return own or (getattr(letterhead, name) if letterhead else None)


def _line(frame: Frame, name: str) -> str:
    found = words_of(frame, name)
    return found.text(frame.lang) if found else frame.gap(frame.t(f"what.{name}"))


def head_of(frame: Frame) -> Head:
    """Return everything above the body."""
    addressee = _line(frame, "addressee")
    return Head(
        marks=tuple(marks_of(frame)),
        notices=() if frame.has_publisher else (frame.t("sample"),),
        parent=_line(frame, "parent").upper(),
        issuer=_line(frame, "issuer").upper(),
        number=_number(frame),
        place_and_day=_place_and_day(frame),
        kind=frame.t("kind"),
        subject=subject_of(frame),
        addressee=frame.t("to", addressee=addressee),
    )


def marks_of(frame: Frame) -> list[str]:
    """Return what must stand above everything: that it is a translation, and a draft until number and day are there."""
    keys = [] if frame.lang == frame.languages[0] else ["unofficial"]
    keys += [] if frame.paper.is_issued else ["draft"]
    return [frame.t(key) for key in keys]


def subject_of(frame: Frame) -> str:
    """Return the subject line of the report."""
    figures = frame.figures
    return frame.t("subject", plan=figures.plan.title.text(frame.lang), year=figures.report.year)


def symbol_of(frame: Frame) -> str:
    """Return the part of the document's number behind the stroke; the general one where nobody gives another."""
    letterhead = letterhead_of(frame)
    return frame.paper.facts.symbol or (letterhead.symbol if letterhead else "BC")


def number_text(paper: Paper) -> str:
    """Return the number as the Decree writes it, with a leading 0 below ten; empty until there is one."""
    number = paper.facts.number
    return "" if number is None else f"{number:02}"


def _number(frame: Frame) -> str:
    return frame.t("number", number=number_text(frame.paper) or "\u00a0" * 6, symbol=symbol_of(frame))


def _place_and_day(frame: Frame) -> str:
    day = frame.paper.facts.date
    written = (
        long_date(day, frame.messages)
        if day
        else frame.t("day-blank", gap="\u00a0" * 4, year=frame.figures.report.year)
    )
    return frame.t("place-and-day", place=_line(frame, "place"), day=written)


def foot_of(frame: Frame) -> Foot:
    """Return recipients and signature; an unnamed signer is a visible gap."""
    signer, lang = frame.paper.facts.signer, frame.lang
    return Foot(
        recipients=_recipients(frame),
        authority=signer.authority.text(lang).upper() if signer and signer.authority else "",
        position=signer.position.text(lang).upper() if signer else frame.gap(frame.t("what.position")),
        name=signer.name if signer else frame.gap(frame.t("what.signer")),
    )


def _recipients(frame: Frame) -> tuple[str, ...]:
    """Return the list `Nơi nhận`: a semicolon behind each line, a full stop behind the last."""
    letterhead = letterhead_of(frame)
    named = frame.paper.facts.recipients or (letterhead.recipients if letterhead else ())
    lines = [one.text(frame.lang).rstrip(".;") for one in named] or [frame.gap(frame.t("what.recipients"))]
    return (*(f"- {line};" for line in lines[:-1]), f"- {lines[-1]}.")
