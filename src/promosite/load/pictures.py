"""Look at a picture file under limits: what it is, how large, and whether it can be read to its end."""

import hashlib
import re
import warnings
from io import BytesIO
from pathlib import Path

from promosite.load.nodes import YamlError
from promosite.model.pictures import PictureFile

MAX_BYTES = 15_000_000
MAX_PIXELS = 40_000_000
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""What each ending must hold. Pillow is given this list, so that no other decoder ever sees the bytes."""

TURNED = frozenset({5, 6, 7, 8})
"""Values of EXIF orientation (tag 0x0112) in which width and height change places."""


def probe_picture(file: Path, name: str) -> PictureFile:
    """Return what is known of a photograph; raises YamlError (line 1) with the reason when it cannot be used."""
    from PIL import Image, UnidentifiedImageError  # a project without photographs need not wait for Pillow

    raw = file.read_bytes()
    if len(raw) > MAX_BYTES:
        raise YamlError("picture-too-large", 1, 1, found=f"{len(raw) / 1e6:.1f}", limit=f"{MAX_BYTES / 1e6:.0f}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            width, height = _read(raw, FORMATS[file.suffix])
        except YamlError:
            raise
        except Image.DecompressionBombError:
            raise YamlError("picture-too-many-pixels", 1, 1, found=">150", limit=f"{MAX_PIXELS / 1e6:.0f}") from None
        except (OSError, ValueError, SyntaxError, MemoryError) as reason:
            code = "picture-format" if isinstance(reason, UnidentifiedImageError) else "picture-unreadable"
            raise YamlError(code, 1, 1, found=file.suffix) from None
    return PictureFile(name, width, height, hashlib.sha256(raw).hexdigest())


def _read(raw: bytes, form: str) -> tuple[int, int]:
    """Return the upright size after reading the picture to its end, at an eighth of its size where that is enough."""
    from PIL import Image

    with Image.open(BytesIO(raw), formats=(form,)) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            millions = f"{width * height / 1e6:.0f}"
            raise YamlError("picture-too-many-pixels", 1, 1, found=millions, limit=f"{MAX_PIXELS / 1e6:.0f}")
        if getattr(image, "n_frames", 1) > 1:
            raise YamlError("picture-animated", 1, 1)
        turned = image.getexif().get(0x0112) in TURNED
        image.draft(None, (width // 8 or 1, height // 8 or 1))
        image.load()
    return (height, width) if turned else (width, height)


def probe_drawing(file: Path) -> PictureFile:
    """Return what is known of one of the site's own drawings; raises ValueError when it names no size."""
    text = file.read_text(encoding="utf-8")
    root = text[: text.find(">")]
    found = [re.search(rf'\b{side}="(\d+)"', root) for side in ("width", "height")]
    if not all(found):
        raise ValueError(file.name)
    width, height = (int(one[1]) for one in found if one)
    return PictureFile(f"drawings/{file.name}", width, height, hashlib.sha256(text.encode()).hexdigest())
