"""Addresses that go on: redirects from the old ones, and a short page where something was withdrawn.

A public address never vanishes without a word. None of these pages is for search engines, listings or feeds; they
stand for readers who kept a link, and say nothing of what a withdrawn page said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from promosite.generate.headers import Claim, page
from promosite.generate.site import Site
from promosite.lang import long_date
from promosite.model.aliases import places_of
from promosite.model.catalogue import Withdrawn
from promosite.model.items import Item, Kind
from promosite.model.outputs import PageOutput


@dataclass(frozen=True, slots=True)
class Move:
    """An old address and the new one, below a language.

    `origin` is the file that names the old one, `changed` the last day on which the item changed, and `at` the line
    and column of the old address.
    """

    lang: str
    old: str
    new: str
    origin: str
    changed: date
    at: tuple[int, int] | None = None


def moved_pages(site: Site) -> Iterator[PageOutput]:
    """Yield the redirects and the pages of what was withdrawn."""
    for move in _moves(site):
        yield _redirect(site, move)
    for one in site.catalogue.withdrawn.values():
        for lang in one.languages:
            yield _withdrawn_page(site, one, lang)


def moved_claims(site: Site) -> Iterator[Claim]:
    """Yield the addresses that these pages take."""
    yield from (Claim(move.lang, move.old, move.origin, at=move.at) for move in _moves(site))
    for one in site.catalogue.withdrawn.values():
        yield from (Claim(lang, _place(one), one.path) for lang in one.languages)


def _place(one: Item | Withdrawn) -> str:
    return f"{one.kind.folder}/{one.slug}/"


def _moves(site: Site) -> Iterator[Move]:
    """Yield each move once; an alias that another address takes is a finding of its own and makes none."""
    everything: list[Item | Withdrawn] = [*site.catalogue.items.values(), *site.catalogue.withdrawn.values()]
    taken = {(lang, _place(one)) for one in everything for lang in _written(one)[0]}
    for one in everything:
        languages, path, aliases = _written(one)
        for alias in aliases:
            for lang, old in places_of(alias, languages, site.config.locales):
                if (lang, old) not in taken:
                    taken.add((lang, old))
                    yield from _moves_of(site, one, lang, old, path, alias)
        if isinstance(one, Withdrawn) and one.kind is Kind.PRODUCT:
            yield from (Move(lang, f"{_place(one)}sheet/", _place(one), path, one.since) for lang in languages)


def _written(one: Item | Withdrawn) -> tuple[Iterable[str], str, tuple[str, ...]]:
    """Return the languages of an item, the file of its facts, and its old addresses."""
    if isinstance(one, Withdrawn):
        return one.languages, one.path, one.aliases
    return one.texts, one.texts[one.source_lang].path, one.facts.aliases


def _moves_of(site: Site, one: Item | Withdrawn, lang: str, old: str, path: str, alias: str) -> Iterator[Move]:
    """Yield the moves from an old address in a language; the sheet of a product stood below it, so it moves along."""
    changed = one.since if isinstance(one, Withdrawn) else one.facts.updated or one.facts.published
    at = site.catalogue.aliases_at.get((path, alias))
    yield Move(lang, old, _place(one), path, changed, at)
    if one.kind is Kind.PRODUCT:
        sheet = f"{_place(one)}sheet/" if isinstance(one, Item) else _place(one)
        yield Move(lang, f"{old}sheet/", sheet, path, changed, at)


def _redirect(site: Site, move: Move) -> PageOutput:
    messages = site.messages[move.lang]
    return page(
        site,
        move.lang,
        move.old,
        template="redirect",
        title=messages.text("moved.title"),
        summary=messages.text("moved.text"),
        view={"to": site.path(move.lang, move.new)},
        modified=move.changed,
        languages=[move.lang],
        origin=move.origin,
        stands_for=move.new,
    )


def _withdrawn_page(site: Site, one: Withdrawn, lang: str) -> PageOutput:
    messages, address = site.messages[lang], _place(one)
    listing = messages.text(f"kind.{one.kind}.plural")
    return page(
        site,
        lang,
        address,
        template="withdrawn",
        title=messages.text("withdrawn.title"),
        summary=messages.text("withdrawn.title"),
        view={
            "since": one.since.isoformat(),
            "text": messages.text("withdrawn.text", date=long_date(one.since, messages)),
            "listing": {"title": listing, "address": site.path(lang, f"{one.kind.folder}/")},
        },
        modified=one.since,
        languages=one.languages,
        origin=one.path,
        trail=[(listing, f"{one.kind.folder}/")],
        stands_for=address,
    )
