"""Read many pages: one after the other, or by all processors where there are enough of them to pay."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from promosite.check.markup import read_page
from promosite.check.page import Page

WORTH_SHARING = 600
"""Pages from which starting further processes costs less than it saves."""
PORTION = 50


def read_pages(folder: Path, paths: Sequence[str], worth_sharing: int = WORTH_SHARING) -> dict[str, Page]:
    """Return the record of each page in `folder` by its path, in the order given."""
    if len(paths) >= worth_sharing and (os.cpu_count() or 1) > 1:
        try:
            return _read_shared(folder, paths)
        except (OSError, BrokenProcessPool):
            pass  # no further processes here: one is slower and as right
    return {path: _read(folder, path) for path in paths}


def _read(folder: Path, path: str) -> Page:
    return read_page(path, (folder / path).read_bytes())


def _read_shared(folder: Path, paths: Sequence[str]) -> dict[str, Page]:
    # spawn: copying a process that runs threads, as preview servers do, can hang
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(mp_context=context) as pool:
        return dict(zip(paths, pool.map(partial(_read, folder), paths, chunksize=PORTION), strict=True))
