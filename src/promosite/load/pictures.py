"""Look at a picture file under limits: what it is, how large, and whether it can be read to its end."""

import hashlib
import warnings
from io import BytesIO
from pathlib import Path

from promosite.load.reading import TooLargeError, read_within
from promosite.load.refusal import RefusedError
from promosite.model.pictures import PictureFile

MAX_BYTES = 15_000_000
MAX_PIXELS = 40_000_000
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""What each ending must hold. Pillow is given this list, so that no other decoder ever sees the bytes."""

MAX_SIDE = 16_383
"""Pixels of one side: the most that WebP can hold (RFC 9649, 2.5)."""


def probe_picture(file: Path, name: str) -> PictureFile:
    """Return what is known of a photograph; raises RefusedError (line 1) with the reason when it cannot be used."""
    from PIL import Image, UnidentifiedImageError  # a project without photographs need not wait for Pillow

    try:
        raw = read_within(file, MAX_BYTES)
    except TooLargeError as found:
        millions = f"{found.size / 1e6:.1f}"
        raise RefusedError("picture-too-large", 1, 1, found=millions, limit=f"{MAX_BYTES / 1e6:.0f}") from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            width, height = _read(raw, FORMATS[file.suffix])
        except RefusedError:
            raise
        except Image.DecompressionBombError:
            raise RefusedError("picture-too-many-pixels", 1, 1, found=">150", limit=f"{MAX_PIXELS / 1e6:.0f}") from None
        except Exception as reason:  # decoders raise whatever they stumble over: struct.error, KeyError, EOFError …
            code = "picture-format" if isinstance(reason, UnidentifiedImageError) else "picture-unreadable"
            raise RefusedError(code, 1, 1, found=file.suffix) from None
    return PictureFile(name, width, height, hashlib.sha256(raw).hexdigest())


def _read(raw: bytes, form: str) -> tuple[int, int]:
    """Return the upright size after reading the picture to its end, at an eighth of its size where that is enough."""
    from PIL import Image

    from promosite.photographs import SIDEWAYS, pixels_of, turn_of

    with Image.open(BytesIO(raw), formats=(form,)) as image:
        width, height = image.size
        _refuse_size(width, height)
        if getattr(image, "n_frames", 1) > 1:
            raise RefusedError("picture-animated", 1, 1)
        turn = turn_of(image)
        image.draft(None, (width // 8 or 1, height // 8 or 1))
        image.load()
        pixels_of(image.crop((0, 0, 1, 1)))  # as it will be shown: what fails then must fail now
    return (height, width) if turn in SIDEWAYS else (width, height)


def _refuse_size(width: int, height: int) -> None:
    if max(width, height) > MAX_SIDE:
        raise RefusedError("picture-too-long", 1, 1, found=f"{width} × {height}", limit=str(MAX_SIDE))
    if width * height > MAX_PIXELS:
        millions = f"{width * height / 1e6:.0f}"
        raise RefusedError("picture-too-many-pixels", 1, 1, found=millions, limit=f"{MAX_PIXELS / 1e6:.0f}")
