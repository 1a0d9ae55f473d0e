"""Pixels of a photograph, as the site shows them: upright, sRGB, 8 bits, and nothing else that the file holds."""

from io import BytesIO

from PIL import Image, ImageCms

ORIENTATION = 0x0112
"""The tag of EXIF in which a camera notes how it was held."""
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = frozenset(TURNS[value] for value in (5, 6, 7, 8))
"""Turns in which width and height change places."""
SRGB = ImageCms.createProfile("sRGB")


def turn_of(image: Image.Image) -> Image.Transpose | None:
    """Return how a picture must be turned to stand upright."""
    found = image.getexif().get(ORIENTATION)
    return TURNS.get(found) if isinstance(found, int) else None


def pixels_of(image: Image.Image) -> Image.Image:
    """Return a picture in RGB or, where any of it is transparent, in RGBA; it is not turned."""
    return _to_srgb(_to_eight_bits(image))


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
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a broken profile says nothing about the colours
    return image.convert("RGBA" if has_alpha else "RGB")
