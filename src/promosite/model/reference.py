"""Reference data that items and plan point at by id."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from promosite.model.dates import PartialDate
from promosite.model.items import Citation, ProductGroup
from promosite.model.record import Record, Slug, Text, WebAddress, Words


class Unit(Record):
    """A unit of the Department; `collective` stands for all of them together."""

    id: Slug
    name: Words
    short: Words
    collective: bool = False
    official_english: bool = False
    note: Words | None = None
    sources: tuple[Citation, ...] = ()


PlaceKind = Literal["province", "city", "town", "district", "commune", "ward", "special-zone", "area"]


class Place(Record):
    """A place with its name then and now, and the days between which the first name held."""

    id: Slug
    kind_then: PlaceKind
    name_then: Words
    kind_now: PlaceKind | None = None
    name_now: Words | None = None
    parent: Slug | None = None
    from_: PartialDate | None = Field(default=None, alias="from")
    to: PartialDate | None = None
    successor: Slug | None = None
    note: Words | None = None
    sources: tuple[Citation, ...] = ()

    def has_ended(self, day: date) -> bool:
        """Tell whether the first name no longer holds on a day."""
        return self.to is not None and self.to.last_day < day


class Channel(Record):
    """One of the plan's six forms of communication."""

    id: Slug
    number: Annotated[int, Field(ge=1)]
    name: Words
    text: Words
    note: Words | None = None


class Audience(Record):
    """One of the audiences that the plan names."""

    id: Slug
    number: Annotated[int, Field(ge=1)]
    name: Words
    text: Words
    note: Words | None = None


class Briefing(Record):
    """A page for one circle of readers, which prints as one briefing; items and figures name it to stand on it.

    `audiences` are those of the plan that its readers belong to; `gaps` say what the site does not know.
    """

    id: Slug
    title: Words
    summary: Words
    who: Words
    audiences: Annotated[tuple[Slug, ...], Field(min_length=1)]
    gaps: tuple[Words, ...] = ()

    def is_written_in(self, lang: str) -> bool:
        """Tell whether all of its words exist in a language."""
        texts = (self.title, self.summary, self.who, *self.gaps)
        return all(words.language(lang) in (lang, None) for words in texts)


class Agency(Record):
    """A public body whose portal an item points to (Decree 42/2022/NĐ-CP, article 7)."""

    id: Slug
    name_then: Words
    name_now: Words | None = None
    portal: WebAddress | None = None
    portal_source: Text | None = None
    note: Words | None = None
    sources: tuple[Citation, ...] = ()


class Term(Record):
    """A term of the glossary and its English."""

    vi: Text
    en: Text
    origin: Literal["C", "P", "N", "K"]
    group: Literal["bodies", "documents", "communication", "ocop", "science-places"]
    avoid: tuple[Text, ...] = ()
    note: Text | None = None


SearchWord = Annotated[Text, Field(pattern=r"[^\W_]")]
"""A name or spelling, with a letter or digit in it."""


class FiledProducts(Record):
    """Products by the OCOP group on record; where a group holds several sorts, their titles have one of some words."""

    groups: Annotated[tuple[ProductGroup, ...], Field(min_length=1)]
    titles: tuple[SearchWord, ...] = ()


class SearchWords(Record):
    """Names and spellings that mean the same to search, in any language: a page with one is found by the others.

    `products` are found by the words as well, whether they have one or not: a mackerel by “seafood”.
    """

    id: Slug
    words: Annotated[tuple[SearchWord, ...], Field(min_length=2)]
    products: FiledProducts | None = None


class Picture(Record):
    """A picture or drawing: who made it, under what licence, and what it shows in each language."""

    file: Text
    illustration: bool = False
    author: Words
    licence: Text
    source: Words
    consent: Text | None = None
    alt: Words
