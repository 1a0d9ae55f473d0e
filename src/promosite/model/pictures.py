"""Picture files as they lie in the project: name, upright size, digest of their bytes."""

from dataclasses import dataclass
from pathlib import PurePosixPath

WIDTHS = (400, 800, 1200, 1600)
"""Widths in px in which a photograph is offered; none is wider than the original."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that can be shown; `width` and `height` in px, after turning as the camera asks."""

    name: str
    width: int
    height: int
    digest: str

    @property
    def is_drawing(self) -> bool:
        """Tell whether this is one of the site's own drawings, which are copied as they are."""
        return self.name.startswith("drawings/")

    @property
    def widths(self) -> tuple[int, ...]:
        """Return the widths in which the picture is offered; never enlarged."""
        largest = min(self.width, WIDTHS[-1])
        return (*(one for one in WIDTHS if one < largest), largest)

    def size(self, width: int | None = None) -> tuple[int, int]:
        """Return width and height in px of a rendition, by default the largest; a drawing has its own size."""
        if self.is_drawing:
            return self.width, self.height
        width = width or self.widths[-1]
        return width, max(1, round(self.height * width / self.width))

    def uri(self, width: int | None = None, ending: str = "jpg") -> str:
        """Return where a rendition lies in the site; the digest makes a changed picture a new address."""
        if self.is_drawing:
            return f"assets/{self.name}"
        stem = PurePosixPath(self.name).with_suffix("")
        return f"assets/media/{stem}-{self.digest[:8]}-{width or self.widths[-1]}.{ending}"
