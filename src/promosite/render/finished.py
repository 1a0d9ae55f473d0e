"""Finished pages of earlier builds, kept so that a page is rendered only when something that it shows has changed.

A page is found again under its address, the digest of its staged text, and the digest of what all pages share (the
world: templates, words, settings, menu, versions). Where its body links to other pages, each link must still lead where
it led. The pages lie under the digest of their own bytes: one that was changed by hand is not believed.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from promosite.cache import cache_key, content_digest
from promosite.render.hard_links import place
from promosite.render.staging import StagedText
from promosite.whole_files import Stamp, stamp_of, write_whole

VERSION = 3
MANIFEST = "pages.json"
Resolve = Callable[[str], str | None]
"""Gives the address below the site's root to which a path in the staging folder leads; None where there is no such."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished page: the text that was staged, the digest of the finished bytes, and where its links led."""

    text: StagedText
    html: str
    links: Mapping[str, str]


@dataclass
class FinishedPages:
    """The pages kept in `folder` for one world. Nothing is kept until `close`."""

    folder: Path
    world: str
    _before: dict[str, Finished] = field(init=False)
    _now: dict[str, Finished] = field(default_factory=dict)
    _made: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._before = _read(self.folder / MANIFEST, self.world)

    def text_before(self, page: str) -> StagedText | None:
        """Return the text of a page as it was when it was finished, or None."""
        kept = self._before.get(page)
        return kept.text if kept else None

    def find(self, page: str, text: StagedText | None, resolve: Resolve) -> Path | None:
        """Return where the finished page lies, or None where it must be rendered."""
        kept = self._before.get(page)
        if kept is None or text is None or kept.text.digest != text.digest:
            return None
        if any(resolve(path) != address for path, address in kept.links.items()):
            return None
        path = f"{self.folder}/{_inside(kept.html)}"
        if not _is_sound(path, kept.html):
            return None
        self._now[page] = Finished(text, kept.html, kept.links)
        return Path(path)

    def note(self, page: str, text: StagedText, content: bytes, links: Mapping[str, str], path: Path) -> None:
        """Note a page that was just rendered; its bytes will lie at `path` when the build is over."""
        html = content_digest(content)
        self._now[page] = Finished(text, html, dict(links))
        self._made[html] = path

    def noted(self) -> dict[str, tuple[Finished, Path]]:
        """Return the pages that were noted, as `take` wants them: for another process."""
        return {page: (one, self._made[one.html]) for page, one in self._now.items() if one.html in self._made}

    def take(self, noted: Mapping[str, tuple[Finished, Path]]) -> None:
        """Note what another process has noted."""
        for page, (one, path) in noted.items():
            self._now[page], self._made[one.html] = one, path

    def close(self) -> None:
        """Keep what was found or noted, and let go of the rest; a page that cannot be kept is rendered next time."""
        for html, path in self._made.items():
            with suppress(OSError):
                place(path, self.folder / _inside(html))
        said = {page: [one.text, one.html, one.links] for page, one in self._now.items()}
        manifest = json.dumps([VERSION, self.world, said], separators=(",", ":"))
        write_whole(self.folder / MANIFEST, manifest.encode())
        wanted = {one.html for one in self._now.values()}
        for path in self.folder.glob("??/*"):
            if path.name not in wanted:
                path.unlink(missing_ok=True)

    def digests(self) -> list[str]:
        """Return what identifies all pages of this build as they are, in the order of their paths."""
        return [f"{page} {one.html}" for page, one in sorted(self._now.items())]


def _inside(html: str) -> str:
    return f"{html[:2]}/{html}"


def _is_sound(page: str, digest: str) -> bool:
    """Tell whether a page still has the bytes by which it is named; one that nobody has written since is not read."""
    try:
        stamp = stamp_of(page)
        if _sound_before.get(page) != stamp:
            if content_digest(Path(page).read_bytes()) != digest:
                return False
            _sound_before[page] = stamp
    except OSError:
        return False
    return True


_sound_before: dict[str, Stamp] = {}
"""Pages that this process has found sound, each with the state of its file: a preview asks again at each edit."""


def world_of(*parts: bytes | str, templates: Path) -> str:
    """Return the digest of what all pages share: the parts, and a folder's templates."""
    texts = (
        f"{path.relative_to(templates)}\0{path.read_text(encoding='utf-8')}"
        for path in sorted(templates.rglob("*.html"))
    )
    return cache_key("world", VERSION, *parts, *texts)


def _read(manifest: Path, world: str) -> dict[str, Finished]:
    """Return what a manifest says; a broken one, or one of another world, says nothing."""
    try:
        version, kept_world, pages = json.loads(manifest.read_bytes())
        if version != VERSION or kept_world != world:
            return {}
        return {page: Finished(*_sound(entry)) for page, entry in pages.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _sound(entry: Any) -> tuple[StagedText, str, dict[str, str]]:
    (made_of, digest, stamp), html, links = entry
    if not (isinstance(digest, str) and len(html) == 64 and set(html) <= set("0123456789abcdef")):
        raise ValueError(html)
    return StagedText(made_of, digest, tuple(stamp)), html, dict(links)
