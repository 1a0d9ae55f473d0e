"""Photographs: decoded under limits, turned upright, stripped of everything but pixels, written as WebP."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from promosite.cache import cache_key, cached

VERSION = 2
MAX_WIDTH = 1600
"""Pixels; a wider picture is made smaller, none is enlarged."""
MAX_HEIGHT = 16_000
"""Pixels; WebP itself ends at 16,383."""
QUALITY = 80


def render_picture(origin: Path, cache: Path) -> bytes:
    """Return the WebP of an original, without EXIF, GPS or any other note of the camera."""
    raw = origin.read_bytes()
    return cached(cache, cache_key("picture", VERSION, raw, str(MAX_WIDTH), str(QUALITY)), lambda: _make(raw))


def _make(raw: bytes) -> bytes:
    with Image.open(BytesIO(raw), formats=("JPEG", "PNG", "WEBP")) as original:
        upright = ImageOps.exif_transpose(original)
        mode = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
        clean = upright.convert(mode)
    scale = min(1, MAX_WIDTH / clean.width, MAX_HEIGHT / clean.height)
    if scale < 1:
        size = (max(1, round(clean.width * scale)), max(1, round(clean.height * scale)))
        clean = clean.resize(size, Image.Resampling.LANCZOS)
    clean.info = {}
    out = BytesIO()
    clean.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
