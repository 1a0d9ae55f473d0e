"""The words of a card: where each line stands, how large, in which ink; then drawn onto a plate."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from promosite.model.outputs import CARD_SIZE, CardOutput
from promosite.render.lettering import face
from promosite.render.plates import Plate
from promosite.render.scenes import BAND
from promosite.render.typesetting import Setting, fitting, set_text, shortened

LEFT, WIDTH, RIGHT = 72, 648, 1128
"""The column of words: left edge and width; right edge of what stands on the last wave; px."""
TOP, BOTTOM = 146, 516
"""Between these stand kicker, title and evidence; px from the top."""
BRAND_LEFT = 136
"""Where the site's name begins, right of the mark."""

LARGE, SMALL = range(66, 41, -2), (*range(42, 30, -2), *range(30, 18, -1))
"""Ems of titles in px: large ones leave air above and below, small ones may fill the column. In the smallest, 300 of
the widest letters fit.
"""
COMFORT = 300
"""Height in px that kicker, title and evidence take together while the title is large."""
KICKER_SIZES, EVIDENCE_SIZES = range(27, 17, -1), range(23, 14, -1)
GAPS = (22, 28)
"""Px between kicker and title, and between title and evidence."""
STAR, STAR_STEP, FINENESS = 27, 33, 4
"""Width of a star and distance to the next in px; stars are drawn larger by FINENESS, then reduced."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be drawn: `x` and `baseline` in px from the card's left and top edge."""

    text: str
    style: str
    size: int
    ink: str
    x: float
    baseline: int


@dataclass(frozen=True, slots=True)
class Star:
    """A star to be drawn; `x` and `y` of its upper left corner in px."""

    x: int
    y: int


def words_of(card: CardOutput) -> list[Line | Star]:
    """Return the lines of a card and its stars, each in its place."""
    words = (*_brand(card), *_column(card), *_foot(card))
    return [one for one in words if isinstance(one, Star) or one.text]


def _brand(card: CardOutput) -> Iterator[Line]:
    name, size = one_line("Bold", card.site_name, LEFT + WIDTH - BRAND_LEFT, range(31, 15, -1))
    yield Line(name, "Bold", size, "ink", BRAND_LEFT, 80 if card.strapline else 90)
    if card.strapline:
        words, size = one_line("Regular", card.strapline, LEFT + WIDTH - BRAND_LEFT, range(20, 13, -1))
        yield Line(words, "Regular", size, "muted", BRAND_LEFT, 107)


def _foot(card: CardOutput) -> Iterator[Line]:
    """Yield who answers for the site on the left, and what the picture is in the room that this leaves on the right."""
    note, size = one_line("Regular", card.note, 640, range(21, 13, -1))
    yield Line(note, "Regular", size, "band_ink", LEFT, 609)
    room = RIGHT - LEFT - round(face("Regular").width(note) * size) - 48
    aside, size = one_line("Regular", card.aside, room, range(19, 13, -1))
    yield Line(aside, "Regular", size, "band_ink", RIGHT - face("Regular").width(aside) * size, 609)


def _column(card: CardOutput) -> Iterator[Line | Star]:
    """Yield kicker, title and evidence, one below the other, a little above the middle of their part of the card."""
    indent = card.stars * STAR_STEP + 10 if card.stars and card.evidence else 0
    kicker = _set("Bold", card.kicker, WIDTH, 40, KICKER_SIZES)
    evidence = _set("Regular", card.evidence, WIDTH - indent, 84, EVIDENCE_SIZES)
    around = sum(part.height + gap for part, gap in zip((kicker, evidence), GAPS, strict=True) if part)
    title = _title(card.title, around)
    y = TOP + max(0, BOTTOM - TOP - around - (title.height if title else 0)) * 2 // 5
    if kicker:
        yield from _placed(kicker, "Bold", "accent", LEFT, y)
        y += kicker.height + GAPS[0]
    if title:
        yield from _placed(title, "Bold", "ink", LEFT, y)
        y += title.height + GAPS[1]
    if evidence:
        top = y + evidence.above - round(evidence.size * 0.36) - STAR // 2
        yield from (Star(LEFT + number * STAR_STEP, top) for number in range(card.stars if indent else 0))
        yield from _placed(evidence, "Regular", "ink", LEFT + indent, y)


def _title(text: str, around: int) -> Setting | None:
    """Return the title beside what stands around it: large where that leaves air, else as large as the column takes."""
    if not text:
        return None
    large = fitting(face("Bold"), text, WIDTH, COMFORT - around, LARGE)
    return large or set_text(face("Bold"), text, WIDTH, BOTTOM - TOP - around, SMALL)


def _set(style: str, text: str, width: int, height: int, sizes: Sequence[int]) -> Setting | None:
    return set_text(face(style), text, width, height, sizes) if text else None


def _placed(setting: Setting, style: str, ink: str, x: int, top: int) -> Iterator[Line]:
    for number, text in enumerate(setting.lines):
        yield Line(text, style, setting.size, ink, x, top + setting.above + number * setting.leading)


def one_line(style: str, text: str, width: int, sizes: Sequence[int]) -> tuple[str, int]:
    """Return a text and the largest of `sizes` (px, falling) in which it fits; cut off if it never does."""
    long = face(style).width(text)
    size = next((one for one in sizes if long * one <= width), None)
    return (text, size) if size else (shortened(face(style), text, width / sizes[-1]), sizes[-1])


def draw_words(words: Iterable[Line | Star], plate: Plate, *, full_stars: bool) -> None:
    """Draw lines and stars onto a plate; what lies in one ink on one ground is drawn at once."""
    masks: dict[tuple[str, int], Image.Image] = {}
    for one in words:
        if isinstance(one, Star):
            plate.lay("accent", star(full=full_stars), one.x, one.y)
            continue
        top = BAND if one.baseline > BAND else 0
        if (one.ink, top) not in masks:
            size = (CARD_SIZE[0], CARD_SIZE[1] - BAND) if top else (LEFT + WIDTH + LEFT // 2, BAND)
            masks[one.ink, top] = Image.new("L", size)
        face(one.style).draw(masks[one.ink, top], one.x, one.baseline - top, one.text, one.size)
    for (ink, top), mask in masks.items():
        plate.lay(ink, mask, 0, top)


def star(*, full: bool) -> Image.Image:
    """Return a star of STAR px as a mask: filled, or hollow where it rests on nothing but a report."""
    large = STAR * FINENESS
    mask = Image.new("L", (large, large))
    draw = ImageDraw.Draw(mask)
    draw.polygon(_star_points(large / 2, large * 0.53, large / 2), fill=255)
    if not full:
        draw.polygon(_star_points(large / 2, large * 0.53, large * 0.33), fill=0)
    return mask.reduce(FINENESS)


def _star_points(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """Return the corners of a five-pointed star with one point up."""
    corners = []
    for number in range(10):
        reach = radius if number % 2 == 0 else radius * 0.46
        angle = math.radians(number * 36 - 90)
        corners.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return corners
