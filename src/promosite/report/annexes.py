"""The annexes of a report: rows of the plan, news and articles, events, products, money, and the period before.

Every item that is counted anywhere stands here once, under the number by which the body refers to it; results first,
then what is only background, and last what is background of no particular period, for it has no date.
"""

from collections.abc import Callable, Iterator, Sequence

from promosite.lang import language_name, short_date
from promosite.model.items import EventFacts, Item, Kind, Tier
from promosite.report.blocks import Annex, AnnexRow, Frame
from promosite.report.events import counted_results, marked
from promosite.report.figures import Items, RowFigures
from promosite.report.funds import fund_rows
from promosite.report.head import number_text as document_number
from promosite.report.head import symbol_of
from promosite.report.products import product_cells
from promosite.report.rows import involved, progress

Cells = Callable[[Frame, Item], tuple[str, ...]]


def annexes_of(frame: Frame) -> tuple[Annex, ...]:
    """Return all annexes in order; that of the period before only where there is one."""
    found = [
        _annex(frame, "I", tuple(_rows(frame))),
        _annex(frame, "II", tuple(_items(frame, _news_cells, Kind.NEWS, Kind.PRESS))),
        _annex(frame, "III", tuple(_items(frame, _event_cells, Kind.EVENT))),
        _annex(frame, "IV", tuple(_items(frame, product_cells, Kind.PRODUCT))),
        _annex(frame, "V", tuple(fund_rows(frame))),
    ]
    if frame.figures.previous:
        found.append(_annex(frame, "VI", tuple(_before(frame))))
    return tuple(found)


def _annex(frame: Frame, number: str, rows: tuple[AnnexRow, ...]) -> Annex:
    key = number.lower()
    heads = tuple(frame.t(f"annex-{key}.heads").split("; "))
    return Annex(
        number,
        frame.t(f"annex-{key}.title"),
        heads,
        rows,
        frame.unknown_number if number == "V" else frame.t("annex-empty"),
        _above(frame),
    )


def _above(frame: Frame) -> str:
    """Return the line that ties an annex to its report."""
    facts = frame.paper.facts
    number = document_number(frame.paper) or "\u00a0" * 6
    day = (
        frame.day(facts.date) if facts.date else frame.t("day-blank", gap="\u00a0" * 4, year=frame.figures.report.year)
    )
    return frame.t("annex-above", number=number, symbol=symbol_of(frame), day=day)


def _rows(frame: Frame) -> Iterator[AnnexRow]:
    lang = frame.lang
    for number, row in enumerate(frame.figures.rows, start=1):
        task = row.task
        yield AnnexRow(
            (
                str(number),
                task.text.text(lang),
                task.schedule_text.text(lang),
                involved(frame, task.lead),
                involved(frame, task.cooperating),
                counted_results(frame, row.results),
                progress(frame, row),
                _note(frame, row),
            )
        )


def _note(frame: Frame, row: RowFigures) -> str:
    """Return what else there is of a row: its background, and that of no particular period where there is any."""
    counted = frame.references.counted
    notes = [frame.t("annex-i.note", background=counted(row.background))]
    notes += [frame.t("annex-i.note-undated", background=counted(row.undated))] if row.undated else []
    return "; ".join(notes)


def _items(frame: Frame, cells: Cells, *kinds: Kind) -> Iterator[AnnexRow]:
    """Yield results, then background, each part under a band that says how many there are."""
    number = 0
    for key, items in _parts(frame, kinds):
        yield AnnexRow(band=frame.t(key, count=len(items)))
        for item in items:
            number += 1
            yield _line(frame, number, item, cells(frame, item))


def _parts(frame: Frame, kinds: tuple[Kind, ...]) -> Iterator[tuple[str, Items]]:
    """Yield the parts of an annex by the key of their band.

    Products have no date of their own. Of other kinds some have none on record: they stand apart where there are any,
    for no period can claim them.
    """
    figures = frame.figures
    undated = figures.of_kinds(figures.undated, *kinds)
    yield "band-results", figures.of_kinds(figures.results, *kinds)
    if Kind.PRODUCT in kinds:
        yield "band-products", undated
        return
    yield "band-background", figures.of_kinds(figures.background, *kinds)
    if undated:
        yield "band-undated", undated


def _line(frame: Frame, number: int, item: Item, cells: Sequence[str]) -> AnnexRow:
    lang = item.best_text(frame.lang).lang
    other = lang if lang != frame.lang else None
    link, online = frame.address(item, lang), online_since(frame, item)
    return AnnexRow((str(number), *cells), item=item, link=link, lang=other, online=online)


def online_since(frame: Frame, item: Item) -> str:
    """Return since when the publication ledger has an item; empty where no ledger is given."""
    if frame.first_seen is None:
        return ""
    day = frame.first_seen(item)
    return short_date(day, frame.messages) if day else frame.t("online-unknown")


def _link(frame: Frame, item: Item) -> str:
    return frame.address(item, item.best_text(frame.lang).lang)


def tasks_of(frame: Frame, item: Item) -> str:
    """Return the rows of this plan that an item names."""
    named = [task for plan, task in frame.catalogue.tasks_of[item.id] if plan == frame.figures.plan.id]
    return ", ".join(task.upper() for task in named)


def _languages(frame: Frame, item: Item) -> str:
    """Return the languages of an item, a summary marked as such."""
    return ", ".join(
        frame.t(f"language-{item.tier(lang)}", language=language_name(lang, frame.messages))
        for lang in frame.languages
        if item.tier(lang) is not Tier.NONE
    )


def channel_of(frame: Frame, item: Item) -> str:
    """Return the form of communication of a result; what is only background has none."""
    own = item.facts.channel if item.id in frame.figures.counted else None
    channel = frame.catalogue.channels.get(own or "")
    return channel.name.text(frame.lang) if channel else frame.t("no-form")


def _news_cells(frame: Frame, item: Item) -> tuple[str, ...]:
    return (
        _day(frame, item),
        frame.title(item),
        _languages(frame, item),
        channel_of(frame, item),
        tasks_of(frame, item),
        _link(frame, item),
    )


def _day(frame: Frame, item: Item) -> str:
    """Return the day of publication of a result; of background, the day of the matter as far as it is known."""
    if item.id in frame.figures.counted:
        return short_date(item.facts.published, frame.messages)
    happened = item.facts.happened
    return short_date(happened, frame.messages) if happened else frame.unknown


def _event_cells(frame: Frame, item: Item) -> tuple[str, ...]:
    facts = item.facts
    assert isinstance(facts, EventFacts)
    return (
        marked(frame, item, _days(frame, facts)),
        frame.title(item),
        _place(frame, facts),
        frame.t(f"role.{facts.role}"),
        tasks_of(frame, item),
        _sources(frame, item),
    )


def _days(frame: Frame, facts: EventFacts) -> str:
    """Return first and last day, in the short form that a narrow column holds."""
    days = dict.fromkeys((facts.start, facts.last_day))
    return " – ".join(short_date(day, frame.messages) for day in days)


def _place(frame: Frame, facts: EventFacts) -> str:
    if facts.venue:
        return facts.venue.text(frame.lang)
    names = [frame.catalogue.places[one].name_then.text(frame.lang) for one in facts.places]
    return ", ".join(names) or frame.unknown


def _sources(frame: Frame, item: Item) -> str:
    """Return who stands behind what is said, then the page on which each source is named in full."""
    names = dict.fromkeys(source.publisher.text(frame.lang) for source in item.facts.sources)
    return "; ".join([*names, _link(frame, item)])


def _before(frame: Frame) -> Iterator[AnnexRow]:
    for number, item in enumerate(frame.figures.before, start=1):
        day = short_date(item.facts.published, frame.messages)
        cells = (day, marked(frame, item, frame.title(item)), tasks_of(frame, item), _link(frame, item))
        yield _line(frame, number, item, cells)
