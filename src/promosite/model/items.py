"""The four kinds of item: facts once, words per language."""

from collections.abc import Mapping
from datetime import date as day_type
from enum import StrEnum
from typing import Annotated, Any, Literal, NewType

from pydantic import Field, model_validator

from promosite.model.aliases import MOST, OldAddress
from promosite.model.dates import Day, PartialDate
from promosite.model.record import Host, ItemKey, LanguageCode, Record, Slug, Text, Title, WebAddress, Words

# The words of an item have a module of their own; whoever imports items finds them here too.
from promosite.model.texts import Headline as Headline
from promosite.model.texts import ItemText as ItemText
from promosite.model.texts import Tier as Tier
from promosite.model.texts import TranslationHeadline as TranslationHeadline
from promosite.model.texts import Waiver as Waiver
from promosite.model.texts import is_part_of

ItemId = NewType("ItemId", str)
"""`kind/slug`, the key of an item in references and open data."""


class Kind(StrEnum):
    """What an item is; the value is the kind's name in keys."""

    NEWS = "news"
    PRODUCT = "product"
    EVENT = "event"
    PRESS = "press"

    @property
    def folder(self) -> str:
        """Return the folder under `content/<language>/` and the section of the address."""
        return {"product": "products", "event": "events"}.get(self.value, self.value)


TaskRef = Annotated[str, Field(pattern=r"^(?:\d{4}-\d{4}/)?t[1-9]\d?$")]
"""A plan row: `t3` in the plan that runs when the item is published, or `2023-2025/t3` in a plan by name."""


class Citation(Record):
    """Where a fact stands: a document, an article, a page. Its address is given only when it is complete."""

    id: Slug
    publisher: Words
    title: Title | None = None
    about: Words | None = None
    url: WebAddress | None = None
    site: Host | None = None
    date: PartialDate | None = None
    language: LanguageCode | None = None


class Fact(Record):
    """One line of a fact table, with the source that states it."""

    label: Words
    value: Words
    as_of: PartialDate | None = None
    source: Slug


class ItemFacts(Record):
    """What holds in every language, whatever the kind."""

    published: Day
    tasks: tuple[TaskRef, ...] = ()
    unit: Slug | None = None
    channel: Slug | None = None
    audiences: tuple[Slug, ...] = ()
    briefings: tuple[Slug, ...] = ()
    places: tuple[Slug, ...] = ()
    agencies: tuple[Slug, ...] = ()
    pictures: tuple[Text, ...] = ()
    related: tuple[ItemKey, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[Citation, ...] = ()
    as_of: PartialDate | None = None
    updated: Day | None = None
    draft: bool = False
    publish_on: Day | None = None
    expires_on: Day | None = None
    aliases: Annotated[tuple[OldAddress, ...], Field(max_length=MOST)] = ()

    @property
    def happened(self) -> PartialDate | None:
        """Return when the thing happened or was issued, if that is on record."""
        return None


class NewsFacts(ItemFacts):
    """A piece of news; `date` is when the thing happened, missing when not on record."""

    date: PartialDate | None = None

    @property
    def happened(self) -> PartialDate | None:
        """Return the date of the thing itself."""
        return self.date


class PressFacts(ItemFacts):
    """A mention in central or local press (task 6): outlet, date and address of the article."""

    date: PartialDate | None = None
    outlet: Words
    url: WebAddress | None = None
    site: Host | None = None
    article_title: Title | None = None
    article_language: LanguageCode

    @property
    def happened(self) -> PartialDate | None:
        """Return the date of the article."""
        return self.date


class EventRole(StrEnum):
    """The Department's part in an event."""

    ORGANISER = "organiser"
    CO_ORGANISER = "co-organiser"
    ATTENDED = "attended"
    REPORTED = "reported"

    @property
    def is_own(self) -> bool:
        """Tell whether the event is the Department's own."""
        return self in (EventRole.ORGANISER, EventRole.CO_ORGANISER)


class EventFacts(ItemFacts):
    """An event; times are days in Asia/Ho_Chi_Minh."""

    start: Day
    end: Day | None = None
    role: EventRole
    venue: Words | None = None
    organisers: tuple[Words, ...] = ()

    @property
    def happened(self) -> PartialDate | None:
        """Return the first day."""
        return PartialDate(self.start.year, self.start.month, self.start.day)

    @property
    def last_day(self) -> day_type:
        """Return the last day, which is the first when no end is given."""
        return self.end or self.start


class Producer(Record):
    """The OCOP entity (chủ thể) behind a product."""

    name: Words
    type: Literal["htx", "tht", "dn", "ho", "trang_trai", "khac"]
    place: Slug | None = None
    source: Slug


class Certificate(Record):
    """OCOP stars with their evidence: a decision on record, or only a report of a year."""

    stars: Literal[3, 4, 5]
    status: Literal["decision", "reported"]
    source: Slug
    year: Annotated[int, Field(ge=2018, le=2100)] | None = None
    decision_no: Text | None = None
    authority: Words | None = None
    certified_on: Day | None = None


class Protection(Record):
    """A right in a name: GI, collective mark, certification mark, trademark. None of them is an OCOP star."""

    type: Literal["gi", "collective-mark", "certification-mark", "trademark"]
    name: Words
    number: Text | None = None
    decision: Text | None = None
    date: PartialDate | None = None
    source: Slug


class TradeFact(Record):
    """An answer to a buyer's question, with its source; written as `{vi: …, en: …, source: …}`."""

    words: Words
    source: Slug
    as_of: PartialDate | None = None

    @model_validator(mode="before")
    @classmethod
    def _gather_words(cls, value: Any) -> Any:
        if not isinstance(value, dict) or "words" in value:
            return value
        own = {key: value[key] for key in ("source", "as_of") if key in value}
        return own | {"words": {key: text for key, text in value.items() if key not in own}}


class Trade(Record):
    """What a buyer asks. A missing answer is shown as not on record."""

    pack: TradeFact | None = None
    shelf_life: TradeFact | None = None
    storage: TradeFact | None = None
    ingredients: TradeFact | None = None
    season: TradeFact | None = None
    capacity: TradeFact | None = None
    standards: TradeFact | None = None
    markets: TradeFact | None = None


ProductGroup = Literal[
    "I.1.a",
    "I.1.b",
    "I.2.a",
    "I.2.b",
    "I.3.a",
    "I.3.b",
    "I.3.c",
    "I.3.d",
    "I.4.a",
    "I.4.b",
    "I.5.a",
    "I.5.b",
    "I.6",
    "II.1.a",
    "II.1.b",
    "II.2.a",
    "II.2.b",
    "III.1",
    "III.2",
    "III.3",
    "IV.1",
    "IV.2",
    "V.1",
    "V.2",
    "V.3",
    "VI",
]
"""The 26 leaves of the product groups in the annex of Decision 148/QĐ-TTg."""


class ProductFacts(ItemFacts):
    """A product page; the group is a code of the table in Decision 148/QĐ-TTg."""

    group: ProductGroup | None = None
    group_basis: Literal["inferred", "decision"] | None = None
    producer: Producer | None = None
    certificate: Certificate | None = None
    protection: tuple[Protection, ...] = ()
    trade: Trade = Trade()


FACTS: Mapping[Kind, type[ItemFacts]] = {
    Kind.NEWS: NewsFacts,
    Kind.PRODUCT: ProductFacts,
    Kind.EVENT: EventFacts,
    Kind.PRESS: PressFacts,
}
"""The record of facts of each kind."""


class Item(Record):
    """One item with its facts and its words in each language in which it was written, source language first."""

    kind: Kind
    slug: str
    facts: NewsFacts | ProductFacts | EventFacts | PressFacts
    texts: dict[str, ItemText]

    @property
    def id(self) -> ItemId:
        """Return `kind/slug`."""
        return ItemId(f"{self.kind}/{self.slug}")

    @property
    def source_lang(self) -> str:
        """Return the language that carries the facts."""
        return next(iter(self.texts))

    def tier(self, lang: str) -> Tier:
        """Return how far the item exists in a language: a body that says but a part of the source's is a summary.

        Where the source has no body, there is no more to translate.
        """
        if lang not in self.texts:
            return Tier.NONE
        text, whole = self.texts[lang], self.texts[self.source_lang].body
        if not whole.strip():
            return Tier.FULL
        return Tier.SUMMARY if is_part_of(whole, text.body, lang) else text.tier

    def best_text(self, lang: str) -> ItemText:
        """Return the words in `lang` if they exist, else those of the source language."""
        return self.texts.get(lang) or self.texts[self.source_lang]
