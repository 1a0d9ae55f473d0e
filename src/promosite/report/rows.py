"""Part II of a report: the rows of the plan, each with its results by quarter, its schedule and its background."""

from collections.abc import Iterator

from promosite.lang import quarter_name
from promosite.model.dates import Quarter
from promosite.model.items import Kind
from promosite.model.plan import Involvement
from promosite.report.blocks import Block, Frame, Table
from promosite.report.events import counted_results, not_ended
from promosite.report.figures import RowFigures


def results(frame: Frame) -> Iterator[Block]:
    """Yield the whole of part II."""
    figures = frame.figures
    yield Block("text", frame.t("results-all", results=frame.references.counted(figures.results)))
    if events := not_ended(frame, figures.results):
        yield Block("text", frame.t("results-events", day=frame.day(figures.day), events=events))
    yield from _background(frame)
    yield Block("matrix", frame.t("matrix"), matrix(frame))
    yield from _change(frame)
    for number, row in enumerate(figures.rows, start=1):
        yield Block("heading", f"{number}. {row.task.title.text(frame.lang)} ({row.task.id.upper()})")
        yield from _row(frame, row)


def _background(frame: Frame) -> Iterator[Block]:
    """Yield what is background, where there is any: of the period, products, and what has no date on record."""
    figures = frame.figures
    products = figures.of_kinds(figures.undated, Kind.PRODUCT)
    others = tuple(item for item in figures.undated if item.kind is not Kind.PRODUCT)
    halves = {"background-all": figures.background, "background-products": products, "background-undated": others}
    for key, items in halves.items():
        if items:
            yield Block("text", frame.t(key, background=frame.references.counted(items)))


def matrix(frame: Frame) -> Table:
    """Return results by row and quarter. A quarter that has not begun is unknown, never 0."""
    figures, messages = frame.figures, frame.messages
    quarters = list(figures.rows[0].quarters) if figures.rows else []
    outside = any(row.outside for row in figures.rows)
    heads = [frame.t("row"), *(quarter_name(one, messages) for one in quarters)]
    heads += [frame.t("outside")] if outside else []
    lines = []
    for row in figures.rows:
        counts = [row.quarters[one] for one in quarters]
        cells = [row.task.id.upper(), *(frame.unknown_number if one is None else str(len(one)) for one in counts)]
        cells += [str(len(row.outside))] if outside else []
        lines.append((*cells, str(len(row.results))))
    return Table((*heads, frame.t("sum")), tuple(lines))


def _change(frame: Frame) -> Iterator[Block]:
    """Yield the difference from the period before, only where there is one; its items stand in the last annex."""
    figures, previous = frame.figures, frame.figures.previous
    if previous is None:
        return
    key = "change-running" if figures.is_running else "change"
    yield Block("text", frame.t(key, start=frame.day(previous.start), end=frame.day(previous.end)))
    for row in figures.rows:
        before = row.before or ()
        words = {"row": row.task.id.upper(), "now": len(row.results), "change": change_of(row)}
        listed = f"{len(before)} ({frame.references.of_before(before)})" if before else "0"
        yield Block("item", frame.t("change-row", before=listed, **words))


def change_of(row: RowFigures) -> str:
    """Return the difference from the period before with its sign; only for a row that has one."""
    number = len(row.results) - len(row.before or ())
    return f"{number:+}".replace("-", "\u2212") if number else "0"


def _row(frame: Frame, row: RowFigures) -> Iterator[Block]:
    task, lang = row.task, frame.lang
    yield Block(
        "text",
        frame.t(
            "row-schedule",
            schedule=task.schedule_text.text(lang),
            lead=involved(frame, task.lead),
            cooperating=involved(frame, task.cooperating),
        ),
    )
    yield Block("text", frame.t("row-results", results=counted_results(frame, row.results)))
    yield from _by_quarter(frame, row)
    yield Block("text", _against_schedule(frame, row))
    yield progress_block(frame, row)
    yield Block("text", frame.t("row-background", background=frame.references.counted(row.background)))
    if row.undated:
        yield Block("text", frame.t("row-undated", background=frame.references.counted(row.undated)))


def involved(frame: Frame, parts: tuple[Involvement, ...]) -> str:
    """Return the units that lead or cooperate, as the plan names them."""
    units = [(frame.catalogue.units.get(one.unit), one.note) for one in parts]
    names = [
        f"{unit.short.text(frame.lang)} ({note.text(frame.lang)})" if note else unit.short.text(frame.lang)
        for unit, note in units
        if unit
    ]
    return "; ".join(names) or frame.unknown


def _by_quarter(frame: Frame, row: RowFigures) -> Iterator[Block]:
    """Yield a line for each quarter with results, one for all without, and one for those not begun.

    Of the quarters without, only those in which the plan asks for a result are named, as on the page of the plan.
    """
    refs = frame.references
    asked = {quarter: items for quarter, items in row.quarters.items() if row.asks_in(quarter)}

    def name(quarter: Quarter) -> str:
        return quarter_name(quarter, frame.messages)

    for quarter, items in row.quarters.items():
        if items:
            yield Block("item", frame.t("quarter-results", quarter=name(quarter), results=refs.counted(items)))
    if row.outside:
        yield Block("item", frame.t("quarter-outside", results=refs.counted(row.outside)))
    if empty := [name(quarter) for quarter, items in asked.items() if items == ()]:
        yield Block("item", frame.t("quarters-zero", quarters=", ".join(empty)))
    if ahead := [name(quarter) for quarter, items in asked.items() if items is None]:
        yield Block("item", frame.t("quarters-ahead", quarters=", ".join(ahead)))


def _against_schedule(frame: Frame, row: RowFigures) -> str:
    """Return how the results of the period lie to the plan's schedule."""
    if row.term is None:
        begun = [items for items in row.quarters.values() if items is not None]
        return frame.t("schedule-ongoing", covered=sum(bool(items) for items in begun), begun=len(begun))
    if row.term < frame.figures.report.start:
        return frame.t("schedule-before", term=frame.day(row.term))
    if row.term > frame.figures.report.end and not any(row.asks_in(quarter) for quarter in row.quarters):
        return frame.t("schedule-after", term=frame.day(row.term), early=frame.references.counted(row.results))
    in_time = [item for item in row.results if item.facts.published <= row.term]
    late = [item for item in row.results if item.facts.published > row.term]
    counted = frame.references.counted
    return frame.t("schedule-term", term=frame.day(row.term), in_time=counted(in_time), late=counted(late))


def _is_declared(frame: Frame, row: RowFigures) -> bool:
    return row.may_be_done and row.task.id in frame.paper.facts.done


def progress(frame: Frame, row: RowFigures) -> str:
    """Return how far a row is. “Completed” is only ever the office's own word, never a count's."""
    if _is_declared(frame, row):
        return frame.t("progress.done")
    return frame.t("progress.under-way" if row.results else "progress.none")


def progress_block(frame: Frame, row: RowFigures) -> Block:
    """Return the sentence on progress, and that nobody has judged it where nobody has."""
    if _is_declared(frame, row):
        return Block("text", frame.t("progress-declared", progress=progress(frame, row)))
    return Block("gap", frame.t("progress-open", progress=progress(frame, row), unknown=frame.unknown))
