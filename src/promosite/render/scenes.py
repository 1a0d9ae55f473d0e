"""Scenes behind the words of share cards, in the house's colours: one for each kind of page.

Words stand left of 740 px and on the last wave; there the ground is one flat colour.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from promosite.model.outputs import CARD_SIZE
from promosite.render.canvas import Canvas, Placing
from promosite.render.figures import (
    CORAL,
    CREAM,
    DEEP,
    FERN,
    LAGOON,
    MIST,
    MOSS,
    PAPER,
    SAND,
    SEA,
    SUN,
    TEAL,
    WOOD,
    birds,
    boat,
    glitter,
    island,
    lighthouse,
    mark,
    mound,
    pepper,
    sea,
    stall,
    sun,
    wave,
)

WINDOW = (760, 0, 1200, 566)
"""Left, top, right and lower edge of the window for a photograph, in px."""

BAND = 574
"""Where the last wave is flat across the whole card, in px from the top."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a card: of its ground, its last wave, and the words on both."""

    ground: str
    ink: str
    accent: str
    muted: str
    band: str
    band_ink: str


LIGHT = Colours(PAPER, SEA, "#a13a17", "#4e5f64", SEA, "#d6ecec")
DARK = Colours(SEA, "#ffffff", "#f6bd6f", "#b9d3d6", DEEP, "#b9d3d6")
COLOURS = {
    "news": Colours("#e3f0ef", SEA, "#a13a17", "#43595e", SEA, "#d6ecec"),
    "product": Colours(CREAM, SEA, "#2f5b2d", "#4e5f64", SEA, "#d6ecec"),
    "event": Colours("#fbe3c2", SEA, "#9a3412", "#54564f", SEA, "#d6ecec"),
    "press": Colours("#0f5568", "#ffffff", "#f9cb8b", "#c3e0e3", SEA, "#c3e0e3"),
    "plan": DARK,
    "home": DARK,
    "page": LIGHT,
    "photograph": LIGHT,
}
"""Inks have at least 4.5 : 1 on their grounds (WCAG 2.2, 1.4.3); a test counts it."""


def scene(name: str, row: int = 0, rows: int = 0) -> Image.Image:
    """Return a scene at the size of a card, without words; a plan shows its rows and marks the one that is meant."""
    canvas = Canvas(CARD_SIZE, COLOURS[name].ground)
    SCENES[name](canvas, row, rows)
    mark(canvas, COLOURS[name].ink)
    return canvas.finished()


def photograph_ground() -> tuple[Image.Image, Image.Image]:
    """Return the ground of a card with a photograph, and the mask of the window in which the photograph stands."""
    colours = COLOURS["photograph"]
    canvas, window = Canvas(CARD_SIZE, colours.ground), Canvas(CARD_SIZE, "#000000")
    window.fill("M850 0C776 190 768 420 822 630H1200V0Z", "#ffffff")
    for layer in (canvas, window):
        inks = (LAGOON, TEAL, SEA) if layer is canvas else ("#000000",) * 3
        sea(layer, *inks)
    mark(canvas, colours.ink)
    return canvas.finished(), window.finished().convert("L")


def _news(canvas: Canvas, _row: int, _rows: int) -> None:
    sun(canvas, 1000, 318, 168)
    canvas.fill("M740 540C830 500 900 520 980 496C1060 472 1120 486 1210 466V560H740Z", "#8fc3c2")
    birds(canvas, SEA, (812, 172, 1), (886, 222, 0.7), (1100, 118, 0.8))
    sea(canvas, LAGOON, TEAL, SEA)
    boat(canvas, Placing(980, 520, 1.45))
    canvas.fill(wave(548, 10, 310, 210), TEAL)
    canvas.fill(wave(564, 7, 250, 30), SEA)
    glitter(canvas, 985, ((556, 40, 60), (568, -60, 44)), "#8fd0d0")


def _product(canvas: Canvas, _row: int, _rows: int) -> None:
    sun(canvas, 990, 352, 152)
    sea(canvas, "#7fbfc1", LAGOON, SEA)
    for x, y, scale in ((832, 536, 0.66), (1128, 534, 0.82), (918, 550, 1.12), (1040, 556, 1.0)):
        mound(canvas, x, y, scale)
    canvas.fill(wave(564, 7, 250, 30), SEA)
    pepper(canvas)


def _event(canvas: Canvas, _row: int, _rows: int) -> None:
    sun(canvas, 996, 300, 160)
    canvas.line("M744 -8Q876 96 1010 30Q1112 96 1216 20", SEA, 3)
    flags = [(776, 16, 24), (826, 42, 14), (880, 55, 2), (934, 52, -10), (984, 38, -20)]
    flags += [(1042, 42, 16), (1094, 57, 4), (1148, 50, -12)]
    for number, (x, y, turn) in enumerate(flags):
        canvas.fill("M-19 0H19L0 44Z", (CORAL, LAGOON, SUN, FERN)[number % 4], Placing(x, y, 1, turn))
    for x, color, shade in ((860, CORAL, "#c45c3c"), (1054, "#2b9197", "#247e86")):
        stall(canvas, Placing(x, 512), color, shade)
    canvas.fill("M748 512H1216V580H772Q752 560 748 512Z", SAND)
    canvas.line("M750 514H1216", "#e9d6b2", 8)
    for x in range(800, 1200, 92):
        canvas.line(f"M{x} 526V580", "#c4a878", 4)
    sea(canvas, LAGOON, TEAL, SEA)


def _press(canvas: Canvas, _row: int, _rows: int) -> None:
    canvas.disc(1010, 286, 248, LAGOON, alpha=0.5)
    at = Placing(984, 300, 0.9, 6)
    canvas.fill("M-196 -246H216V272H-196Z", "#063440", Placing(992, 312, 0.9, 4), alpha=0.3)
    canvas.fill("M-206 -254H206V264H-206Z", "#ede4d0", Placing(976, 306, 0.9, 0))
    canvas.fill("M-206 -254H206V206L158 254H-206Z", PAPER, at)
    canvas.fill("M206 206L158 254L164 218Q166 208 176 208Z", SAND, at)
    canvas.line("M-160 -212H160", SEA, 44, at)
    canvas.line("M-150 -212H-60", SUN, 9, at)
    canvas.line("M60 -212H150", MIST, 7, at)
    canvas.fill("M-182 -168H40V6H-182Z", "#bfe0df", at)
    canvas.disc(-16, -96, 32, SUN, at)
    canvas.fill("M-182 -64C-150 -70 -140 -110 -104 -108C-70 -106 -70 -72 40 -66V6H-182Z", TEAL, at)
    canvas.fill("M-182 -36Q-110 -52 -40 -38Q0 -30 40 -40V6H-182Z", LAGOON, at)
    canvas.line("M70 -160H176M70 -132H176", SEA, 13, at)
    canvas.line("M70 -98H176M70 -74H160M70 -50H176M70 -26H168M70 -2H140", "#9aa9a9", 7, at)
    canvas.line("M-176 40H176M-176 70H90", SEA, 13, at)
    for y in range(108, 224, 26):
        canvas.line(f"M-176 {y}H-20M20 {y}H{176 if y < 200 else 120}", "#9aa9a9", 7, at)
    sea(canvas, LAGOON, TEAL, SEA)


def _plan(canvas: Canvas, row: int, rows: int) -> None:
    sun(canvas, 1086, 190, 152)
    canvas.fill("M-200 -250H200V290H-200Z", "#b8dcdd", Placing(954, 314, 0.86, -7))
    at = Placing(966, 304, 0.88, 3)
    canvas.fill("M-204 -266H136L204 -198V288H-204Z", DEEP, Placing(974, 316, 0.88, 3), alpha=0.3)
    canvas.fill("M-204 -266H136L204 -198V288H-204Z", PAPER, at)
    canvas.fill("M136 -266L204 -198H146Q136 -198 136 -208Z", SAND, at)
    canvas.line("M-156 -220H10", SEA, 22, at)
    canvas.line("M-160 -180H90", "#78bdc0", 12, at)
    step = min(65, 388 / max(1, rows))
    for number in range(rows):
        _plan_row(canvas, at, -132 + number * step, min(1, step / 66), (number + 1 == row, row == 0), number)
    sea(canvas, LAGOON, TEAL, DEEP)


def _plan_row(canvas: Canvas, at: Placing, y: float, size: float, meant: tuple[bool, bool], number: int) -> None:
    """Draw a line of the plan; `meant` tells whether it is this one, and whether none in particular is."""
    this, none = meant
    hues = (TEAL, LAGOON, FERN, MOSS, SUN, CORAL)
    if this:
        canvas.fill(f"M-190 {y - 8 * size}H190V{y + 52 * size}H-190Z", SUN, at)
    tile = hues[number % len(hues)] if none else SEA if this else "#b9c6c6"
    canvas.fill(f"M-172 {y}H{-172 + 44 * size}V{y + 44 * size}H-172Z", tile, at)
    canvas.disc(-172 + 22 * size, y + 22 * size, 8 * size, PAPER, at)
    text = SEA if this else "#426a73" if none else "#a4b4b6"
    canvas.line(f"M-104 {y + 12 * size}H{(150, 96, 164, 70, 130, 110)[number % 6]}", text, 13 * size, at)
    faint = "#7a4d12" if this else "#a0d1d2" if none else "#cfd8d7"
    canvas.line(f"M-104 {y + 34 * size}H{(40, 10, 70, -10, 50, 20)[number % 6]}", faint, 10 * size, at)


def _page(canvas: Canvas, _row: int, _rows: int) -> None:
    canvas.disc(1010, 290, 230, "#dcecea")
    canvas.fill("M1010 214L744 132V262Z", SUN, alpha=0.22)
    canvas.fill("M1010 214L1216 150V292Z", SUN, alpha=0.22)
    canvas.fill("M850 560C880 500 930 470 1010 466C1100 470 1150 510 1180 560Z", WOOD)
    canvas.fill("M850 560C880 500 930 470 1010 466C960 490 930 520 930 560Z", "#94815f")
    lighthouse(canvas, Placing(1010, 474, 1.06))
    birds(canvas, SEA, (842, 330, 0.8), (1120, 386, 0.7))
    sea(canvas, LAGOON, TEAL, SEA)


def _home(canvas: Canvas, _row: int, _rows: int) -> None:
    canvas.disc(1000, 372, 252, "#1d5f6e")
    sun(canvas, 984, 392, 132)
    island(canvas, "#3d97a0", Placing(890, 540, 0.66))
    canvas.fill("M1040 560C1070 490 1110 470 1150 464C1190 470 1206 480 1216 490V560Z", "#155466")
    lighthouse(canvas, Placing(1146, 470, 0.62))
    birds(canvas, MIST, (872, 214, 1), (944, 250, 0.7))
    sea(canvas, LAGOON, TEAL, DEEP)
    boat(canvas, Placing(948, 524, 0.92))
    canvas.fill(wave(548, 10, 310, 210), TEAL)
    for x, scale in ((1010, 0.5), (1090, 0.62), (1170, 0.5)):
        mound(canvas, x, 566, scale)
    canvas.fill(wave(564, 7, 250, 30), DEEP)


SCENES: dict[str, Callable[[Canvas, int, int], None]] = {
    "news": _news,
    "product": _product,
    "event": _event,
    "press": _press,
    "plan": _plan,
    "home": _home,
    "page": _page,
}
