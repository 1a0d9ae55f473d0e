"""The processes that render the pages of one language: this one and copies of it, each a part of the pages.

What a page shows does not depend on which others the engine sees, so each process gives the engine its own part.
"""

import logging
import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from promosite.forks import Fork, fork, sendable
from promosite.processes import may_fork

R = TypeVar("R")

WORTH_SHARING = 150
"""Pages for each process from which a copy costs less than it saves."""


class _Collecting(logging.Handler):
    """Keeps what a copy logs, so that the process that began says it, and counts it."""

    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__()
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args = record.getMessage(), None
        self._records.append(record)


@dataclass
class Crew:
    """The processes of one build; `logger` names the logger of the engine."""

    logger: str
    _copies: list[Fork] = field(default_factory=list)
    _own: Fork | None = None
    _records: list[logging.LogRecord] = field(default_factory=list)

    @property
    def is_copy(self) -> bool:
        """Tell whether this process is a copy."""
        return self._own is not None

    def share(self, pages: Sequence[str]) -> Sequence[str]:
        """Start as many copies as find enough to do; return which pages this process is to render."""
        parts = max(1, min(os.cpu_count() or 1, len(pages) // WORTH_SHARING)) if may_fork() else 1
        for number in range(1, parts):
            one = fork()
            if one.is_copy:
                self._begin(one)
                return pages[number::parts]
            self._copies.append(one)
        return pages[::parts]

    def _begin(self, own: Fork) -> None:
        self._own, self._copies = own, []
        logger = logging.getLogger(self.logger)
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
        logger.addHandler(_Collecting(self._records))

    def writes(self, page: str, of_all: Collection[str]) -> bool:
        """Tell whether this process writes a page that it has rendered; `of_all` are those that each one renders."""
        return not self.is_copy or page not in of_all

    def gathered(self, noted: Callable[[], R]) -> list[R]:
        """Return what each copy has noted, and say what it logged; raises what one failed with, or ForkError.

        A copy sends what it has `noted`, and does not come back.
        """
        if self._own:
            self._own.send((noted(), self._records, None))
        gathered = []
        while self._copies:
            found, records, error = self._copies.pop().result()
            for record in records:
                logging.getLogger(record.name).handle(record)
            if error:
                raise error
            gathered.append(found)
        return gathered

    def end(self, error: BaseException | None = None) -> None:
        """End all copies at once; in a copy, say what went wrong and end."""
        if self._own:
            self._own.send((None, self._records, sendable(error) if error else None))
        for one in self._copies:
            one.stop()
        self._copies.clear()
