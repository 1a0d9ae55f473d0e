"""Old addresses of items: on which pages readers are led on from one."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

OldAddress = Annotated[str, Field(pattern=r"^/(?:[a-z0-9-]{1,100}/)+$", max_length=200)]
"""An address at which an item once stood. Each part becomes a folder, whose name has its bounds on every disk."""

MOST = 50
"""How many old addresses an item may name; each becomes a page."""


def places_of(alias: str, written: Iterable[str], locales: Sequence[str]) -> list[tuple[str, str]]:
    """Return language and address of each page that leads on from an old address.

    There is one in each language in which the item is `written`, or only in the one that the address names.
    """
    first, _, rest = alias.removeprefix("/").partition("/")
    if first in locales[1:]:
        return [(lang, rest) for lang in written if lang == first]
    return [(lang, alias.removeprefix("/")) for lang in written]
