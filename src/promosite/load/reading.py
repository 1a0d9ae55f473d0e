"""Read a file's bytes, but never more of it than it may have, and never what is no plain file."""

import os
import stat
from pathlib import Path

from promosite.load.refusal import RefusedError

AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Else opening a pipe would wait for somebody who writes into it. Windows has no such files."""


class TooLargeError(Exception):
    """A file has more bytes than it may have: `size`."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def read_within(file: Path, limit: int) -> bytes:
    """Return the bytes of a plain file; raises TooLargeError beyond the limit, RefusedError for what cannot be read.

    A file that says it is larger is not read; one that grows meanwhile is read up to the limit.
    """
    try:
        with open(file, "rb", opener=lambda path, flags: os.open(path, flags | AT_ONCE)) as stream:
            state = os.fstat(stream.fileno())
            if not stat.S_ISREG(state.st_mode):
                raise RefusedError("file-not-plain", 1, 1)
            raw = stream.read(limit + 1) if state.st_size <= limit else b""
    except OSError as error:
        raise unreadable(error) from None
    if max(state.st_size, len(raw)) > limit:
        raise TooLargeError(max(state.st_size, len(raw)))
    return raw


def unreadable(error: OSError) -> RefusedError:
    """Return why a file or folder cannot be read, with the reason that the system gives."""
    return RefusedError("file-unreadable", 1, 1, reason=error.strerror or type(error).__name__)
