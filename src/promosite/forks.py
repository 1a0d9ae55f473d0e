"""Forks: copies of this process that do a part of the work, send back what came of it, and end.

For work that needs all that this process holds, or leaves its results on the disk. Ask `processes.may_fork` first. A
copy ends with the process that made it, whatever ends that.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any, NoReturn, TypeVar, cast

from promosite.processes import end_with, may_fork

R = TypeVar("R")


class ForkError(Exception):
    """A copy ended without a word, as when it was killed."""


class CopyError(Exception):
    """What a copy failed with, in words: an error that cannot be sent as it is."""


def sendable(error: BaseException) -> BaseException:
    """Return an error as it can travel between processes: itself, or its kind and its words as a CopyError."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  (our own bytes, of a moment ago)
    except Exception:  # whatever pickling or a constructor of its own stumbles over
        return CopyError(f"{type(error).__name__}: {error}")
    return error


@dataclass
class Fork:
    """One end of a fork: in the copy, or in the process that made it. `other` is the process at the other end."""

    is_copy: bool
    other: int
    pipe: Connection

    def send(self, result: object) -> NoReturn:
        """In the copy: send what came of the work, and end."""
        try:
            self.pipe.send(result)
        finally:
            os._exit(0)  # nothing of the process that was copied is to be cleaned up here

    def result(self) -> Any:
        """Return what the copy has sent, once it has ended; raises ForkError."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError) as cut:
            raise ForkError("a copy of this process was ended from outside") from cut
        finally:
            self.pipe.close()
            os.waitpid(self.other, 0)

    def stop(self) -> None:
        """End the copy at once, if it still runs."""
        with suppress(OSError):
            os.kill(self.other, signal.SIGKILL)
            os.waitpid(self.other, 0)
        self.pipe.close()


def fork() -> Fork:
    """Copy this process. Both go on from here: which of them one is, the result says."""
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = Pipe(duplex=False)
    origin, copy = os.getpid(), os.fork()
    if copy:
        writing.close()
        return Fork(False, copy, reading)
    reading.close()
    end_with(origin)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends a copy without a word; the other cleans up
    return Fork(True, origin, writing)


def beside(do: Callable[[], R]) -> Callable[[], R]:
    """Begin something in a copy, and return what waits for its result; where none can be made it is done when asked.

    What waits raises what went wrong in the copy, or ForkError.
    """
    if not may_fork():
        return do
    one = fork()
    if one.is_copy:
        one.send(_attempt(do))

    def wait() -> R:
        result, error = one.result()
        if error:
            raise error
        return cast(R, result)

    return wait


def _attempt(do: Callable[[], R]) -> tuple[R | None, BaseException | None]:
    try:
        result = do()
        pickle.dumps(result)
    except BaseException as error:
        return None, sendable(error)
    return result, None
