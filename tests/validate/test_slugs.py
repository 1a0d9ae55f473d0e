"""Public names: whatever the list of files, no two items share an address."""

import unicodedata
from urllib.parse import quote

from hypothesis import example, given
from hypothesis import strategies as st

from promosite.generate.site import item_address
from promosite.lang import slug_of
from promosite.model.items import Item, Kind
from promosite.validate.rules import is_slug

NEAR_SLUGS = st.text("abzAZ019-_.đĐốỐéıIKſ\u0301\u200b/ ", max_size=6) | st.from_regex(
    r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True
)


def address(kind: Kind, slug: str) -> str:
    return item_address(Item.model_construct(kind=kind, slug=slug))


@given(NEAR_SLUGS)
@example("page")
@example("2024")
@example("ſ")
def test_an_allowed_name_is_the_same_on_every_disk_and_in_every_address(name: str) -> None:
    if is_slug(name):
        assert unicodedata.normalize("NFC", name).casefold() == name == quote(name, safe="")
        assert unicodedata.normalize("NFD", name) == name
        assert name not in {"page", "index", "calendar"}


@given(st.lists(st.tuples(st.sampled_from(list(Kind)), NEAR_SLUGS), unique=True, max_size=20))
def test_no_two_items_share_an_address(items: list[tuple[Kind, str]]) -> None:
    allowed = [(kind, name) for kind, name in items if is_slug(name)]
    taken = {unicodedata.normalize("NFC", address(kind, name)).casefold() for kind, name in allowed}
    assert len(taken) == len(allowed)


@given(st.text(max_size=80))
def test_a_proposed_name_is_allowed_or_empty(title: str) -> None:
    slug = slug_of(title)[:60].strip("-")
    assert not slug or is_slug(slug) or slug in {"page", "index", "calendar"} or (slug.isdigit() and len(slug) == 4)
