"""Key figures: value, source, date, and a plain word where a figure is old or of a place that is no more."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from math import ceil

from promosite.generate.headers import page
from promosite.generate.listings import pager, part_address, part_title
from promosite.generate.notes import Notes
from promosite.generate.readers import FIGURES, is_worded
from promosite.generate.site import Site, View, briefing_address, item_address
from promosite.lang import long_date, number_text, short_date
from promosite.model.certificates import add_months
from promosite.model.figures import Figure
from promosite.model.items import ItemId
from promosite.model.outputs import PageOutput

PER_PAGE = 40
"""Figures on one page; each has some 2 KB of markup."""


def figure_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the pages of all key figures in each language in which one is worded; none where there are no figures."""
    figures = list(site.catalogue.figures.values())
    languages = [lang for lang in site.config.locales if any(is_worded(one, lang) for one in figures)]
    parts = [figures[at : at + PER_PAGE] for at in range(0, len(figures), PER_PAGE)]
    for lang in languages:
        for number, part in enumerate(parts, start=1):
            yield _page(site, part, lang, languages, (number, len(parts)))


def _page(
    site: Site, figures: Iterable[Figure], lang: str, languages: Collection[str], place: tuple[int, int]
) -> PageOutput:
    """Return one page of figures; `place` is its number and that of the last."""
    (number, last), messages, notes = place, site.messages[lang], Notes()
    title, rows = messages.text("figures.title"), figure_rows(site, figures, lang, notes)
    return page(
        site,
        lang,
        part_address(FIGURES, number),
        template="figures",
        data="content/data/figures.yml",
        title=part_title(messages, title, number),
        summary=messages.text("figures.intro"),
        view={"figures": rows, "sources": notes.view(site, lang)} | pager(site, lang, FIGURES, number, last),
        modified=site.day,
        languages=languages,
        trail=[] if number == 1 else [(title, FIGURES)],
    )


def figure_places(site: Site, lang: str) -> Iterator[tuple[str, str]]:
    """Yield address and title of every page of key figures in a language."""
    figures = site.catalogue.figures.values()
    if any(is_worded(one, lang) for one in figures):
        for number in range(1, ceil(len(figures) / PER_PAGE) + 1):
            title = part_title(site.messages[lang], site.messages[lang].text("figures.title"), number)
            yield site.path(lang, part_address(FIGURES, number)), title


def is_old(figure: Figure, day: date) -> bool:
    """Tell whether a figure is older than it says it may be, counted from the last day that it may be of."""
    return figure.as_of.last_day < day and last_new_day(figure) < day


def last_new_day(figure: Figure) -> date:
    """Return the last day on which a figure is not yet old."""
    return add_months(figure.as_of.last_day, figure.stale_after)


def figure_rows(site: Site, figures: Iterable[Figure], lang: str, notes: Notes) -> list[View]:
    """Return figures for a page in `lang`, and note their sources."""
    return [_row(site, figure, lang, notes) for figure in figures]


def _row(site: Site, figure: Figure, lang: str, notes: Notes) -> View:
    messages = site.messages[lang]
    return {
        "id": figure.id,
        "label": site.words(figure.label, lang),
        "value": _value(site, figure, lang),
        "unit": site.words(figure.unit, lang) if figure.unit else None,
        "as_of": long_date(figure.as_of, messages),
        "publisher": messages.text("figures.source", publisher=figure.source.publisher.text(lang)),
        "source": notes.cite(figure.source),
        "place": _place(site, figure, lang),
        "old": messages.count("figures.old", figure.stale_after) if is_old(figure, site.day) else None,
        "note": site.words(figure.note, lang) if figure.note else None,
        "item": _item(site, figure, lang),
        "briefings": [
            {"title": one.title.text(lang), "address": site.path(lang, briefing_address(one.id))}
            for name, one in site.catalogue.briefings.items()
            if name in figure.briefings and one.is_written_in(lang)
        ],
    }


def _value(site: Site, figure: Figure, lang: str) -> View:
    if isinstance(figure.value, int):
        return {"text": number_text(figure.value, site.messages[lang]), "lang": None}
    return site.words(figure.value, lang)


def _place(site: Site, figure: Figure, lang: str) -> View | None:
    """Return what a figure is about; of a place that is no more, until when it was."""
    place = site.catalogue.places.get(figure.place or "")
    if place is None:
        return None
    messages, name = site.messages[lang], place.name_then.text(lang)
    if not place.has_ended(site.day):
        return {"text": messages.text("figures.about", name=name), "former": False}
    assert place.to is not None
    return {"text": messages.text("figures.former", name=name, date=short_date(place.to, messages)), "former": True}


def _item(site: Site, figure: Figure, lang: str) -> View | None:
    """Return the page that tells of a figure, in `lang` or where it exists; None where it is not shown."""
    item = site.catalogue.items.get(ItemId(figure.item or ""))
    if item is None:
        return None
    text = item.best_text(lang)
    other = text.lang if text.lang != lang else None
    return {"title": text.title, "address": site.path(text.lang, item_address(item)), "lang": other}
