"""What search knows of a page beside its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """A page that search finds. Its words are taken from the finished page; this is what they do not say.

    `address` is below the site's root, such as `en/news/x/`; `kind` an item's kind or `row`, `unit`, `plan`, `page`.
    """

    lang: str
    address: str
    kind: str
    title: str
    names: tuple[str, ...] = ()
    """By what else the thing itself is called: weighs like the title."""
    also: tuple[str, ...] = ()
    """Other names of what the page speaks of: found, never shown."""
    date: str = ""
    """The date as lists print it."""
    day: str = ""
    """The day to sort by, in ISO 8601."""
    year: int | None = None
    stars: int | None = None
    stars_text: str = ""
    """Stars in words, with what they rest on."""
    stars_reported: bool = False
    """Whether only the press reports the stars."""
    places: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    """Plan rows as `plan/row`."""
