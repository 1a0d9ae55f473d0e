"""Events: which are still to come on the day of the build, in which order, and what was written about them."""

from collections.abc import Iterable

from promosite.generate.cards import card, first_cards
from promosite.generate.site import Site, View
from promosite.messages import Messages
from promosite.model.catalogue import newest_first, tells_of
from promosite.model.items import EventFacts, EventRole, Item

CALENDAR = "events/calendar.ics"
"""Address, below the language, of the calendar that holds all events of a language."""


def facts_of(item: Item) -> EventFacts:
    """Return the facts of an event; the caller knows that it is one."""
    assert isinstance(item.facts, EventFacts)
    return item.facts


def role_on_record(facts: EventFacts, messages: Messages) -> str | None:
    """Return the role of the Department as it stands after its label; None where none is on record."""
    return None if facts.role is EventRole.REPORTED else messages.text(f"role.{facts.role}")


def is_upcoming(site: Site, item: Item) -> bool:
    """Tell whether an event is not over on the day of the build: its last day counts as upcoming."""
    return facts_of(item).last_day >= site.day


def in_order(site: Site, events: Iterable[Item]) -> list[Item]:
    """Return events as a listing shows them: what is to come, soonest first, then what is over, newest first."""
    groups: dict[bool, list[Item]] = {True: [], False: []}
    for event in events:
        groups[is_upcoming(site, event)].append(event)
    coming = sorted(groups[True], key=lambda event: (facts_of(event).start, facts_of(event).last_day, event.id))
    over = sorted(groups[False], key=lambda event: (-facts_of(event).start.toordinal(), newest_first(event)))
    return [*coming, *over]


def calendar_address(event: Item) -> str:
    """Return the address, below the language, of the calendar file of one event."""
    return f"events/{event.slug}.ics"


def event_card(site: Site, event: Item, lang: str) -> View:
    """Return what a listing in `lang` shows of an event: a card with place, role and last day."""
    facts = facts_of(event)
    return card(site, event, lang) | {
        "venue": site.words(facts.venue, lang) if facts.venue else None,
        "role": site.messages[lang].text(f"role.{facts.role}"),
        "last_day": facts.last_day.isoformat(),
        "past": not is_upcoming(site, event),
    }


def event_cards(site: Site, events: Iterable[Item], lang: str) -> list[View]:
    """Return cards of several events, in the order given."""
    return [event_card(site, event, lang) for event in events]


def written_about(site: Site, event: Item) -> list[Item]:
    """Return the news and press items about an event, newest first."""
    return [other for other in site.catalogue.related(event) if tells_of(other, event)]


def event_view(site: Site, event: Item, lang: str) -> View:
    """Return what an event's page shows beside that of every item: calendar file, what tells of it, other items.

    `uncovered` says that nothing about one of the Department's own events is on record, once the event has begun.
    """
    facts, found = facts_of(event), written_about(site, event)
    others = [item for item in site.catalogue.related(event) if item not in found]
    own = {
        "calendar": site.path(lang, calendar_address(event)),
        **first_cards(site, "coverage", found, lang),
        "uncovered": not found and facts.role.is_own and facts.start <= site.day,
    }
    return {"event": own, **first_cards(site, "related", others, lang)}
