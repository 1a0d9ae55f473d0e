"""Figures of the scenes on share cards: sun and sea, boat, lighthouse, salt, pepper, a market stall.

They follow the site's own drawings in `docs/assets/drawings/`, which Pillow cannot read.
"""

from promosite.model.outputs import CARD_SIZE
from promosite.render.canvas import Canvas, Placing

SEA, DEEP, TEAL, LAGOON, MIST = "#0b3c49", "#082f3a", "#13677b", "#2f9aa0", "#a9d2d3"
PAPER, CREAM, SALT, SAND, WOOD = "#f7f5ef", "#f8f1e0", "#fffaf0", "#dcc49b", "#7b6a4e"
SUN, CORAL = "#f2a541", "#d9603b"
LEAF, FERN, MOSS = "#2f6347", "#4d7a4a", "#86a86b"


def mark(canvas: Canvas, color: str) -> None:
    """Draw the site's mark, as in `theme/parts/mark.html`."""
    at = Placing(72, 54, 1.16)
    canvas.fill("M23 3.5V26.6L8.4 18.6Z", color, at)
    canvas.fill("M25.5 3.5V26.6L40.1 18.6Z", color, at, alpha=0.62)
    canvas.disc(40.5, 7.5, 3.4, color, at)
    canvas.line("M4 33.5Q9 28.5 14 33.5Q19 38.5 24 33.5Q29 28.5 34 33.5Q39 38.5 44 33.5", color, 3.4, at)
    canvas.line("M9 42Q14 37 19 42Q24 47 29 42Q34 37 39 42", color, 3.4, at)


def wave(y: float, height: float, length: float, shift: float = 0) -> str:
    """Return a path of even waves from the left edge to the right, filled down to the lower edge."""
    x, up, parts = -shift - length, True, []
    while x < CARD_SIZE[0]:
        parts.append(f"Q{x + length / 4:g} {y + (-height if up else height):g} {x + length / 2:g} {y:g}")
        x, up = x + length / 2, not up
    start = f"M{-shift - length:g} {y:g}"
    return f"{start}{''.join(parts)}V{CARD_SIZE[1]}H{-shift - length:g}Z"


def sea(canvas: Canvas, top: str, middle: str, bottom: str) -> None:
    """Draw three layers of waves over the lower edge, each in its colour."""
    canvas.fill(wave(532, 11, 380, 90), top)
    canvas.fill(wave(548, 10, 310, 210), middle)
    canvas.fill(wave(564, 7, 250, 30), bottom)


def sun(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw a sun with its glow."""
    canvas.disc(x, y, radius * 1.32, SUN, alpha=0.16)
    canvas.disc(x, y, radius * 1.15, SUN, alpha=0.24)
    canvas.disc(x, y, radius, SUN)


def glitter(canvas: Canvas, x: float, rows: tuple[tuple[float, float, float], ...], color: str) -> None:
    """Draw light on water: short lines, each with its y, its shift and its length."""
    for y, shift, length in rows:
        canvas.line(f"M{x + shift - length / 2} {y}H{x + shift + length / 2}", color, 4)


def island(canvas: Canvas, color: str, at: Placing) -> None:
    """Draw an island; its shore is at the height of `at`."""
    slope = "M-240 0C-213 -11 -207 -2 -160 -32C-113 -62 -137 -62 -100 -90C-63 -118 -81 -93 -48 -116"
    top = "C-15 -139 -31 -143 0 -160C31 -177 15 -177 46 -168C76 -159 62 -147 90 -132C118 -117 103 -140 130 -122"
    canvas.fill(f"{slope}{top}C157 -104 145 -105 172 -78C199 -51 185 -66 210 -40C235 -14 234 -13 246 0Z", color, at)


def birds(canvas: Canvas, color: str, *places: tuple[float, float, float]) -> None:
    """Draw birds, each with x, y and scale."""
    for x, y, scale in places:
        canvas.line("M0 0Q14 -16 26 0Q38 -16 52 0", color, 3.5, Placing(x, y, scale))


def boat(canvas: Canvas, at: Placing) -> None:
    """Draw a fishing boat; its water line is a little below `at`."""
    canvas.fill("M-80 0C-50 18 50 18 80 0L66 22C30 36 -30 36 -64 22Z", SEA, at, alpha=0.25)
    canvas.fill("M-96 8C-60 30 60 30 84 8L104 -34C70 -14 -70 -8 -112 -26Z", SEA, at)
    canvas.fill("M-112 -26C-70 -8 70 -14 104 -34L100 -22C66 -2 -70 2 -108 -15Z", CORAL, at)
    canvas.fill("M-58 -18V-66H4V-16Z", TEAL, at)
    canvas.fill("M-18 -17V-66H4V-16Z", "#6297a1", at)
    canvas.line("M-61 -69H7", SEA, 10, at)
    canvas.fill("M-48 -56H-30V-40H-48ZM-22 -56H-6V-40H-22Z", "#ffe7b0", at)
    canvas.line("M44 -22V-138M-30 -74V-112M44 -132L96 -40M44 -132L-28 -76M-30 -108L-88 -24", SEA, 3.5, at)
    canvas.disc(44, -140, 6, CORAL, at)


def mound(canvas: Canvas, x: float, y: float, scale: float) -> None:
    """Draw a heap of salt with its reflection."""
    at = Placing(x, y, scale)
    canvas.fill("M-96 12Q0 30 96 12L30 74Q0 88 -28 74Z", SALT, at, alpha=0.2)
    canvas.fill("M-100 0C-70 -30 -34 -112 0 -116C34 -112 70 -34 100 0Q0 20 -100 0Z", SALT, at)
    canvas.fill("M-100 0C-70 -30 -34 -112 0 -116C-14 -70 -20 -20 -34 9Q-74 7 -100 0Z", "#a5cccd", at)
    canvas.line("M32 -37H41M12 -67H15M54 -11H59", SUN, 5, at)


def lighthouse(canvas: Canvas, at: Placing) -> None:
    """Draw a lighthouse that stands on `at`."""
    canvas.fill("M-44 0L-28 -210H28L44 0Z", PAPER, at)
    canvas.fill("M-44 0L-28 -210H-6L-10 0Z", "#b3cacc", at)
    for top, bottom in ((-118, -62), (-210, -176)):
        left, right = (44 + y * 16 / 210 for y in (top, bottom))
        canvas.fill(f"M{-right} {bottom}L{-left} {top}H{left}L{right} {bottom}Z", CORAL, at)
        canvas.fill(f"M{-right} {bottom}L{-left} {top}H-7L-9 {bottom}Z", "#a9492c", at)
    canvas.fill("M-22 -260H22V-218H-22Z", "#ffe7b0", at)
    canvas.line("M-36 -214H36", SEA, 12, at)
    canvas.line("M-20 -258V-218M20 -258V-218M0 -258V-218", SEA, 4, at)
    canvas.fill("M-30 -258Q0 -304 30 -258Z", SEA, at)
    canvas.disc(0, -288, 6, SEA, at)
    canvas.fill("M-9 0V-41Q-9 -50 1 -50Q11 -50 11 -41V0Z", SEA, at)


def stall(canvas: Canvas, at: Placing, color: str, shade: str) -> None:
    """Draw a market stall with a striped awning."""
    canvas.fill("M-80 -110H-70V0H-80ZM70 -110H80V0H70Z", "#6f5636", at)
    canvas.fill("M-86 -78H86V14H-86Z", shade, at)
    canvas.fill("M-92 -88H92V-76H-92Z", "#e2c490", at)
    for x, corn in ((-58, CORAL), (-44, SUN), (-50, MOSS), (38, MOSS), (52, FERN), (66, MOSS)):
        canvas.disc(x, -98, 11, corn, at)
    canvas.fill("M-24 -88C-14 -94 -8 -116 0 -118C8 -116 14 -94 24 -88Z", SALT, at)
    for number in range(6):
        left, right = -96 + number * 32, -64 + number * 32
        top_left, top_right = -78 + number * 26, -52 + number * 26
        stripe = color if number % 2 == 0 else PAPER
        canvas.fill(f"M{top_left} -196H{top_right}L{right} -140Q{right - 16} -118 {left} -140Z", stripe, at)


def leaf(canvas: Canvas, at: Placing, light: str, dark: str, vein: str) -> None:
    """Draw a leaf of the pepper vine from its stalk to the right."""
    half = "M0 0C-16 -19 2 -48 38 -38C74 -28 80 -8 100 0Z"
    canvas.fill(half, light, at)
    canvas.fill(half, dark, Placing(at.x, at.y, at.scale, at.turn, not at.over))
    canvas.line("M0 0H90M24 0Q34 -14 48 -20M24 0Q34 14 48 20M46 0Q54 -9 66 -13M46 0Q54 9 66 13", vein, 1.6, at)


def corns(canvas: Canvas, at: Placing, skin: str, others: dict[int, str], edge: str) -> None:
    """Draw a hanging spike of pepper corns; `others` are the corns, counted from the top, of another colour."""
    canvas.line("M0 -26V8", FERN, 4, at)
    rows = (((-12, 0, 12) if row % 2 == 0 else (-6, 6)) for row in range(11))
    corns = [(x, row * 11) for row, places in enumerate(rows) for x in places][:26]
    corns += [(-3, 119), (1, 129)]
    for x, y in corns:
        canvas.disc(x, y, 8.4, edge, at)
    for number, (x, y) in enumerate(corns):
        canvas.disc(x, y, 6.7, others.get(number, skin), at)
        canvas.disc(x - 2.2, y - 2.4, 1.8, "#ffffff", at, alpha=0.45)


def pepper(canvas: Canvas) -> None:
    """Draw a pepper vine that hangs into the upper right corner."""
    canvas.line("M1216 120C1130 20 1010 76 880 -14", LEAF, 9)
    for x, y, scale, turn in ((930, 6, 1.2, 150), (1052, 40, 1.3, 96), (1180, 70, 1.5, 84)):
        leaf(canvas, Placing(x, y, scale, turn), LEAF, "#1f4a40", "#698f7b")
    corns(canvas, Placing(966, 62, 1.2, 3), MOSS, {2: CORAL, 9: CORAL, 15: CORAL}, LEAF)
    corns(canvas, Placing(1064, 92, 1.65, 1), MOSS, {6: CORAL, 11: CORAL, 18: CORAL, 24: "#3a3532"}, LEAF)
    corns(canvas, Placing(1148, 108, 1.5, -2), "#3a3532", {4: CORAL, 7: MOSS, 12: MOSS, 20: CORAL}, "#1b3a41")
    for x, y, scale, turn, is_light in (
        (902, -8, 1.25, 122, True),
        (1016, 24, 1.35, 118, False),
        (1108, 36, 1.3, 122, True),
    ):
        light, dark, vein = (MOSS, FERN, "#a8c094") if is_light else (FERN, LEAF, "#7f9f7d")
        leaf(canvas, Placing(x, y, scale, turn, True), light, dark, vein)
    leaf(canvas, Placing(1206, 70, 1.3, 128, True), FERN, LEAF, "#7f9f7d")
