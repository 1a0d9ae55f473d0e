"""A feed before it takes the form of a format."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Category:
    """What an entry is about: a name for programs, a label for people, and the list from which the name comes."""

    term: str
    label: str
    scheme: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the site in a feed. Its address is its id: it stays when the title changes."""

    url: str
    title: str
    summary: str
    published: date
    updated: date
    categories: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed in one language. `address` is below the language; `page` is the absolute address of its page."""

    lang: str
    address: str
    title: str
    about: str
    page: str
    author: str
    author_page: str | None
    rights: str
    updated: date
    entries: tuple[Entry, ...]
