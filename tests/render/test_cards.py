"""Share cards as files: their size, their words, their cache, and the same bytes every time."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageColor

from promosite.model.outputs import CARD_SIZE, CardOutput, PictureOutput
from promosite.model.pictures import PictureFile
from promosite.render import cards as module
from promosite.render.card_words import BOTTOM, LEFT, RIGHT, TOP, WIDTH, Line, Star, words_of
from promosite.render.cards import card_files, draw_card
from promosite.render.lettering import face
from promosite.render.plates import MOST_BYTES
from promosite.render.scenes import BAND, COLOURS, SCENES, scene

NEWS = CardOutput(
    uri="assets/cards/vi/news/tin-mau.png",
    scene="news",
    kicker="Tin tức · 21/5/2024",
    title="Ế Ậ Ỗ Ứ: tin mẫu của Tỉnh Mẫu, ngày 21/5/2024",
    site_name="Tỉnh Mẫu",
    strapline="Trang mẫu",
    note="Trang chạy thử, chưa phải trang thông tin chính thức",
    aside="Hình minh họa",
    lang="vi",
    origin="content/vi/news/tin-mau.md",
)
PRODUCT = replace(NEWS, scene="product", kicker="Sản phẩm", stars=4, evidence="4 sao (theo báo chí, 2025; mẫu)")
EVERY = [replace(NEWS, scene=name, rows=6 if name == "plan" else 0) for name in SCENES]
NASTY = [replace(PRODUCT, title=text) for text in ("Ỗ" * 300, "W" * 300, "Ế Ậ " * 75, "Á", "a-b " * 75)]
LONG = replace(
    PRODUCT,
    title="Ngày hội mẫu " * 23,
    kicker="Bài báo · Cơ quan mẫu có tên rất dài " * 9,
    evidence="Quyết định mẫu số 1/QĐ-MẪU " * 30,
    site_name="Tỉnh Mẫu có tên rất dài " * 9,
    strapline="Trang mẫu " * 40,
    note="Cơ quan chủ quản: Sở Mẫu " * 20,
    aside="Tác giả mẫu, CC BY 4.0 " * 20,
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for the module: scenes are drawn once."""
    return tmp_path_factory.mktemp("cache")


def opened(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content)) as image:
        image.load()
        return image


def photograph(folder: Path) -> PictureOutput:
    """Return a picture that compresses badly: noise in colour."""
    chance = random.Random(1)
    noise = Image.frombytes("RGB", (300, 200), chance.randbytes(300 * 200 * 3)).resize((1500, 1000))
    path = folder / "anh-mau.png"
    noise.save(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return PictureOutput(PictureFile("anh-mau.png", 1500, 1000, digest), path)


@pytest.mark.parametrize("card", EVERY, ids=lambda card: card.scene)
def test_a_card_is_a_small_picture_of_the_agreed_size(card: CardOutput, cache: Path) -> None:
    content = draw_card(card, cache)
    image = opened(content)
    assert (image.format, image.size, image.mode) == ("PNG", CARD_SIZE, "P")
    assert len(content) < 50_000
    assert image.info == {}


def test_two_draws_are_the_same_bytes(cache: Path, tmp_path: Path) -> None:
    for card in (*EVERY, *NASTY, LONG):
        assert draw_card(card, cache) == draw_card(card, tmp_path)


@pytest.mark.parametrize("card", [*EVERY, PRODUCT, *NASTY, LONG], ids=lambda card: f"{card.scene} {card.title[:8]}")
def test_words_stand_inside_and_apart(card: CardOutput) -> None:
    boxes = []
    for one in words_of(card):
        if isinstance(one, Star):
            boxes.append((one.x, one.y, one.x + 27, one.y + 27))
            continue
        up, down = face(one.style).reach(one.text)
        right = one.x + face(one.style).width(one.text) * one.size
        boxes.append((one.x, one.baseline - up * one.size, right, one.baseline + down * one.size))
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= LEFT
        assert top >= 0
        in_band = bottom > BAND
        assert right <= (RIGHT if in_band else LEFT + WIDTH) + 1
        assert (top > BAND and bottom < CARD_SIZE[1]) if in_band else bottom <= BOTTOM
        for other in boxes[:number]:
            apart = other[2] <= left or right <= other[0] or other[3] <= top or bottom <= other[1]
            assert apart, (card.title, boxes[number], other)
    column = [one for one in words_of(card) if isinstance(one, Line) and TOP <= one.baseline <= BOTTOM]
    assert "".join(card.title.split())[:10] in "".join("".join(one.text.split()) for one in column)


def test_what_is_drawn_stays_on_the_flat_ground(cache: Path) -> None:
    for card in (NEWS, *NASTY):
        bare = replace(card, kicker="", title="", site_name="", strapline="", note="", aside="", evidence="", stars=0)
        with_words, without = (opened(draw_card(one, cache)).convert("RGB") for one in (card, bare))
        changed = ImageChops.difference(with_words, without).convert("L").point([0, *[255] * 255])
        ground, band = (ImageColor.getrgb(getattr(COLOURS[card.scene], name)) for name in ("ground", "band"))
        under = {color for _, color in pixels_under(without, changed)}
        assert under == {ground, band}


def pixels_under(image: Image.Image, mask: Image.Image) -> list[tuple[int, Any]]:
    """Return the colours of the pixels that a mask marks, with their number."""
    marked = Image.composite(image.convert("RGBA"), Image.new("RGBA", image.size, (0, 0, 0, 0)), mask)
    return [(count, color[:3]) for count, color in marked.getcolors(1 << 20) or [] if color[3]]


def test_stars_are_hollow_unless_a_decision_fills_them_and_never_stand_alone(cache: Path) -> None:
    hollow, full = (opened(draw_card(replace(PRODUCT, decided=one), cache)) for one in (False, True))
    assert hollow.tobytes() != full.tobytes()
    assert [one for one in words_of(replace(PRODUCT, evidence="")) if isinstance(one, Star)] == []
    assert len([one for one in words_of(PRODUCT) if isinstance(one, Star)]) == 4


def test_a_photograph_stands_in_its_window_and_is_light_enough(cache: Path, tmp_path: Path) -> None:
    card = replace(NEWS, uri="assets/cards/vi/news/tin-mau.jpg", photograph=photograph(tmp_path))
    content = draw_card(card, cache)
    image = opened(content)
    assert (image.format, image.size) == ("JPEG", CARD_SIZE)
    assert len(content) <= MOST_BYTES
    assert draw_card(card, tmp_path / "other") == content
    assert len(image.crop((900, 20, 1180, 500)).getcolors(1 << 20) or []) > 1000
    assert image.getpixel((400, 20)) == pytest.approx(ImageColor.getrgb(COLOURS["photograph"].ground), abs=9)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the cards that were really drawn."""
    titles: list[str] = []
    draw = draw_card

    def note(card: CardOutput, folder: Path) -> bytes:
        titles.append(card.title)
        return draw(card, folder)

    monkeypatch.setattr(module, "draw_card", note)
    return titles


def made(cards: Sequence[CardOutput], folder: Path) -> dict[str, bytes]:
    return {uri: path.read_bytes() for uri, path in card_files(cards, folder)}


def test_only_what_has_changed_is_drawn_again(tmp_path: Path, drawn: list[str]) -> None:
    first = made([NEWS, PRODUCT], tmp_path)
    assert drawn == [NEWS.title, PRODUCT.title]
    assert made([NEWS, PRODUCT], tmp_path) == first
    moved = replace(NEWS, uri="assets/cards/vi/news/khac.png", origin=None, title_at=(3, 4))
    changed = replace(PRODUCT, title="Khác")
    assert list(made([moved, changed], tmp_path)) == [moved.uri, changed.uri]
    assert drawn == [NEWS.title, PRODUCT.title, "Khác"]


CHANGES: dict[str, Any] = {
    "scene": "event", "kicker": "x", "title": "x", "site_name": "x", "strapline": "x", "note": "x", "aside": "x",
    "stars": 3, "evidence": "x", "decided": True, "row": 1, "rows": 7,
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_everything_that_is_shown_is_in_the_key(name: str) -> None:
    assert module.card_key(replace(PRODUCT, **{name: CHANGES[name]})) != module.card_key(PRODUCT)


def test_a_changed_photograph_is_in_the_key(tmp_path: Path) -> None:
    one = photograph(tmp_path)
    other = replace(one, file=replace(one.file, digest="0" * 64))
    keys = {module.card_key(replace(NEWS, photograph=each)) for each in (None, one, other)}
    assert len(keys) == 3


def test_many_cards_drawn_by_several_processes_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [replace(NEWS, uri=f"assets/cards/vi/{number}.png", title=f"Tin {number}") for number in range(5)]
    alone = made(cards, tmp_path / "alone")
    monkeypatch.setattr(module, "WORTH_SHARING", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert made(cards, tmp_path / "shared") == alone


def luminance(color: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = (value / 255 for value in ImageColor.getrgb(color)[:3])
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pairs() -> Iterator[tuple[str, str, str]]:
    for name, colours in COLOURS.items():
        for ink in ("ink", "accent", "muted"):
            yield name, colours.ground, getattr(colours, ink)
        yield name, colours.band, colours.band_ink


@pytest.mark.parametrize(("name", "ground", "ink"), list(pairs()))
def test_words_can_be_read_on_their_ground(name: str, ground: str, ink: str) -> None:
    lighter, darker = sorted((luminance(ground), luminance(ink)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5, name


def test_a_row_of_the_plan_is_marked() -> None:
    whole, third, sixth = (scene("plan", row, 6).tobytes() for row in (0, 3, 6))
    assert len({whole, third, sixth}) == 3
