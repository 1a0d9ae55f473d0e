"""What the patterns of the records mean to people: no reader of a message is shown a regular expression."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from promosite import config
from promosite.model import aliases, dates, items, maps, plan, record, reference, texts

HINTS: Mapping[str, Any] = {
    "id": record.Slug,
    "url": record.WebAddress,
    "site": record.Host,
    "item": record.ItemKey,
    "language": record.LanguageCode,
    "language-key": record.LanguageKey,
    "task": items.TaskRef,
    "alias": aliases.OldAddress,
    "day-of-year": dates.DayOfYear,
    "plan": plan.PlanId,
    "outline": maps.Outline,
    "search-word": reference.SearchWord,
    "part": texts.PartDigest,
    "email": config.Email,
    "repository": config.Repository,
    "branch": config.Branch,
    "site-address": config.SiteAddress,
}
"""Case of `value-form` → the type that has the pattern."""


def _patterns(hint: Any) -> Iterator[str]:
    """Yield the patterns that a type demands, its own and those of the types it is made of."""
    for part in get_args(hint):
        if isinstance(part, FieldInfo):
            yield from (one.pattern for one in part.metadata if getattr(one, "pattern", None))
        elif get_origin(part) is Annotated:
            yield from _patterns(part)


FORMS: Mapping[str, str] = {pattern: name for name, hint in HINTS.items() for pattern in _patterns(hint)}
"""Pattern → the case that words it."""
