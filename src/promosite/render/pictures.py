"""Photographs: turned upright, converted to sRGB, stripped of everything but pixels, in a few widths."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from promosite.cache import cache_key, cached
from promosite.model.outputs import PictureOutput
from promosite.photographs import pixels_of, turn_of

VERSION = 2
QUALITY = {"webp": 80, "jpg": 82}
FORMS = {"webp": "WEBP", "jpg": "JPEG"}


def render_picture(picture: PictureOutput, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every rendition with its place below the site's root: WebP, and JPEG for browsers without it."""
    upright: Image.Image | None = None
    for width in picture.file.widths:
        for ending in FORMS:

            def make(width: int = width, ending: str = ending) -> bytes:
                nonlocal upright
                upright = upright or clean_picture(picture.origin.read_bytes())
                return _encode(upright, width, ending)

            yield picture.file.uri(width, ending), cached(cache, _key(picture, width, ending), make)


def rendition(picture: PictureOutput, width: int, ending: str, cache: Path) -> bytes:
    """Return one rendition of a picture; `width` in px is one of those in which it is offered."""
    key = _key(picture, width, ending)
    return cached(cache, key, lambda: _encode(clean_picture(picture.origin.read_bytes()), width, ending))


def _key(picture: PictureOutput, width: int, ending: str) -> str:
    return cache_key("picture", VERSION, picture.file.digest, str(width), ending, str(QUALITY[ending]))


def clean_picture(raw: bytes) -> Image.Image:
    """Return the pixels of a picture: upright, sRGB, 8 bits, and without any note of camera or place.

    `load` has read it to its end and tried the same on one pixel, so that nothing is found wrong with it here.
    """
    with Image.open(BytesIO(raw), formats=("JPEG", "PNG", "WEBP")) as original:
        turn = turn_of(original)
        pixels = pixels_of(original)
    if turn is not None:
        pixels = pixels.transpose(turn)
    pixels.info.clear()
    return pixels


def _encode(image: Image.Image, width: int, ending: str) -> bytes:
    height = max(1, round(image.height * width / image.width))
    small = image if width == image.width else image.resize((width, height), Image.Resampling.LANCZOS)
    if ending == "jpg" and small.mode == "RGBA":
        ground = Image.new("RGB", small.size, "white")
        ground.paste(small, mask=small.getchannel("A"))
        small = ground
    out = BytesIO()
    options = {"method": 4} if ending == "webp" else {"optimize": True, "progressive": True}
    small.save(out, FORMS[ending], quality=QUALITY[ending], **options)
    return out.getvalue()
