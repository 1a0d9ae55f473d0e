"""Pages that were found sound before, remembered with all that decided it: they need not be judged again.

A page is judged by its own bytes, by which files there are, and by what other pages say to it: their anchors and the
languages that they name. Where all of that is as it was, so is the verdict.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from promosite.cache import cache_key, program
from promosite.check.site import BuiltSite
from promosite.whole_files import write_whole

VERSION = 1
Digests = Mapping[str, str]
"""Path of a page → digest of its bytes."""


def surroundings_of(site: BuiltSite) -> str:
    """Return the digest of everything beside a page by which it is judged, and of the program that judges."""
    return cache_key("sound", VERSION, program(), site.url, *site.languages, "\n".join(site.files), *_told(site))


def _told(site: BuiltSite) -> Iterator[str]:
    """Yield what each page tells others."""
    for path, page in site.pages.items():
        languages = [(one.lang, one.address) for one in page.alternates]
        yield repr((path, page.base, [one.text for one in page.ids], sorted(page.names), languages))


def read_sound(file: Path, surroundings: str) -> Digests:
    """Return the pages that were found sound in the same surroundings; a broken file names none."""
    try:
        kept, pages = json.loads(file.read_bytes())
        return {str(path): str(digest) for path, digest in pages.items()} if kept == surroundings else {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def write_sound(file: Path, surroundings: str, pages: Digests) -> None:
    """Remember pages that were found sound; where nothing can be written, nothing is."""
    with suppress(OSError):
        write_whole(file, json.dumps([surroundings, pages], separators=(",", ":")).encode())
