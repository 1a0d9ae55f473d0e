"""Read many pages: as before where they are the same, the others anew."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from promosite.cache import content_digest, program
from promosite.check.kept import read_records, write_records
from promosite.check.markup import read_page
from promosite.check.page import Page


def read_pages(
    folder: Path, paths: Sequence[str], records: Path | None = None
) -> tuple[dict[str, Page], dict[str, str]]:
    """Return the record of each page in `folder` by its path, in the order given, and the digests of their bytes.

    `records` is a file that remembers pages between runs; what a page says depends on nothing but its bytes.
    """
    known = read_records(records, program()) if records else {}
    pages: dict[str, Page] = {}
    digests: dict[str, str] = {}
    read: dict[str, Page] = {}
    for path in paths:
        data = (folder / path).read_bytes()
        digest = digests[path] = content_digest(data)
        page = known.get(digest) or read_page(path, data)
        pages[path] = read[digest] = page if page.path == path else replace(page, path=path)
    if records and read.keys() != known.keys():
        write_records(records, program(), read)
    return pages, digests
