"""Share cards: drawn when something on them has changed, else taken from the cache."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache, partial
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image

from promosite.cache import cache_key, cached, kept_at
from promosite.model.outputs import CardOutput
from promosite.processes import spread
from promosite.render.card_words import draw_words, words_of
from promosite.render.pictures import rendition
from promosite.render.plates import VERSION as PLATES
from promosite.render.plates import Plate, photograph_plate, scene_plate

VERSION = 1
WORTH_SHARING = 300
"""Missing cards from which starting further processes costs less than it saves."""
ELSEWHERE = frozenset({"uri", "lang", "origin", "title_at"})
"""What a card knows and does not show."""


def card_files(cards: Sequence[CardOutput], folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield where every card lies and its place below the site's root, drawing those that `folder` does not have."""
    keys = [card_key(card) for card in cards]
    missing = {key: card for key, card in zip(keys, cards, strict=True) if not kept_at(folder, key).exists()}
    spread(partial(_keep, folder), list(missing.items()), WORTH_SHARING)
    for key, card in zip(keys, cards, strict=True):
        yield card.uri, kept_at(folder, key)


def draw_card(card: CardOutput, folder: Path) -> bytes:
    """Return a card as PNG, or as JPEG where it shows a photograph; the same card gives the same bytes."""
    plate = _plate(card, folder)
    draw_words(words_of(card), plate, full_stars=card.decided)
    return plate.encoded()


def _plate(card: CardOutput, folder: Path) -> Plate:
    if card.photograph is None:
        return scene_plate(card.scene, card.row, card.rows, folder)
    width = next((one for one in card.photograph.file.widths if one >= 1200), card.photograph.file.widths[-1])
    with Image.open(BytesIO(rendition(card.photograph, width, "jpg", folder))) as picture:
        return photograph_plate(picture)


def _keep(folder: Path, drawn: tuple[str, CardOutput]) -> None:
    key, card = drawn
    cached(folder, key, lambda: draw_card(card, folder))


def card_key(card: CardOutput) -> str:
    """Return the key of a card: what stands on it and what it is drawn with, not where it lies."""
    names = (one.name for one in fields(card) if one.name not in ELSEWHERE)
    shown = {name: getattr(card, name) for name in names}
    shown["photograph"] = card.photograph.file.digest if card.photograph else None
    return cache_key("card", VERSION, _tools(), json.dumps(shown, sort_keys=True))


@cache
def _tools() -> str:
    return "\0".join((PIL.__version__, version("fonttools"), version("fontpkg-be-vietnam-pro"), str(PLATES)))
