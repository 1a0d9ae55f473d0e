"""Photographs: turned upright, converted to sRGB, stripped of everything but pixels, in a few widths."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from promosite.cache import cache_key, cached
from promosite.model.outputs import PictureOutput

VERSION = 2
QUALITY = {"webp": 80, "jpg": 82}
FORMS = {"webp": "WEBP", "jpg": "JPEG"}
SRGB = ImageCms.createProfile("sRGB")


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
    """Return the pixels of a picture: upright, sRGB, 8 bits, and without any note of camera or place."""
    with Image.open(BytesIO(raw), formats=("JPEG", "PNG", "WEBP")) as original:
        upright = ImageOps.exif_transpose(original)
        pixels = _to_srgb(_to_eight_bits(upright))
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    return clean


def _to_eight_bits(image: Image.Image) -> Image.Image:
    """Scale 16-bit grey down; Pillow would clip it to white."""
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.convert("I").point(lambda value: value / 257).convert("L")
    return image


def _to_srgb(image: Image.Image) -> Image.Image:
    """Convert to sRGB by the picture's own profile before it is dropped; keep transparency where there is any."""
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
            return converted or image.convert("RGB")
        except ImageCms.PyCMSError:
            pass  # a broken profile says nothing about the colours
    return image.convert("RGBA" if has_alpha else "RGB")


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
