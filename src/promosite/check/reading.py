"""Read many pages: as before where they are the same, the others by all processors where that pays."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from promosite.cache import content_digest, program
from promosite.check.kept import read_records, write_records
from promosite.check.markup import read_page
from promosite.check.page import Page
from promosite.processes import spread

WORTH_SHARING = 600
"""Pages from which starting further processes costs less than it saves."""


def read_pages(
    folder: Path, paths: Sequence[str], records: Path | None = None, worth_sharing: int = WORTH_SHARING
) -> dict[str, Page]:
    """Return the record of each page in `folder` by its path, in the order given.

    `records` is a file that remembers pages between runs; what a page says depends on nothing but its bytes.
    """
    known = read_records(records, program()) if records else {}
    digests = {path: content_digest((folder / path).read_bytes()) for path in paths}
    missing = [path for path, digest in digests.items() if digest not in known]
    read = dict(zip(missing, spread(partial(_read, folder), missing, worth_sharing), strict=True))
    pages = {
        path: read[path] if path in read else replace(known[digest], path=path) for path, digest in digests.items()
    }
    if records and (missing or len(known) != len(set(digests.values()))):
        write_records(records, program(), {digests[path]: page for path, page in pages.items()})
    return pages


def _read(folder: Path, path: str) -> Page:
    return read_page(path, (folder / path).read_bytes())
