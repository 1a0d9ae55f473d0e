"""Do many small jobs on several processors: here from the front, in further processes from the back, until they meet.

So the work begins at once, while the further processes are still starting.

A further process is a fork of this one where that is safe (`may_fork`): it starts at once and has everything that we
have. Elsewhere it is a new Python that imports what it needs and is sent each job.
"""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

J = TypeVar("J")
R = TypeVar("R")

PR_SET_PDEATHSIG = 1
PORTION = 20
"""Jobs that are handed over at a time."""
AHEAD = 2
"""Portions that wait for each further process, so that it never waits for us."""


def spread(do: Callable[[J], R], jobs: Sequence[J], worth_sharing: int) -> list[R]:
    """Return the result of each job in order: done by all processors from so many jobs on, below that here alone.

    `do` and the module that started the program must be as `shared` wants them.
    """
    others = (os.cpu_count() or 1) - 1
    if others and len(jobs) >= worth_sharing:
        return shared(do, jobs, others)
    return [do(job) for job in jobs]


def shared(do: Callable[[J], R], jobs: Sequence[J], others: int) -> list[R]:
    """Return the result of each job in order, done here and by at most so many further processes.

    Where processes cannot be forked, `do` goes to each once and must be importable there; the module that started the
    program is imported as well, and must start nothing then. Where there can be none at all, everything is done here.
    """
    try:
        return _shared(do, jobs, others)
    except (_NoProcessError, BrokenProcessPool):
        return [do(job) for job in jobs]


class _NoProcessError(Exception):
    """There are no further processes for us. What a job fails with is another matter, and goes on."""


def _or_none(begin: Callable[..., R], *arguments: Any, **settings: Any) -> R:
    """Return what begins a process, or something in one; raises _NoProcessError where the system has none."""
    try:
        return begin(*arguments, **settings)
    except (OSError, ImportError, NotImplementedError) as error:
        raise _NoProcessError from error


def _shared(do: Callable[[J], R], jobs: Sequence[J], others: int) -> list[R]:
    portions = [jobs[at : at + PORTION] for at in range(0, len(jobs), PORTION)]
    left, done = deque(range(len(portions))), dict[int, list[R]]()
    running: dict[int, Future[list[R]]] = {}
    forks = may_fork()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    given = do, portions if forks else None, os.getpid()
    with _or_none(ProcessPoolExecutor, others, context, initializer=_take, initargs=given) as pool:
        while left:
            while left and len(running) < others * AHEAD:
                number = left.pop()
                running[number] = _or_none(pool.submit, _do_all, number if forks else portions[number])
            if left:
                number = left.popleft()
                done[number] = [do(job) for job in portions[number]]
            for number in [number for number, future in running.items() if future.done()]:
                done[number] = running.pop(number).result()
        done |= {number: future.result() for number, future in running.items()}
    return [result for number in sorted(done) for result in done[number]]


def end_with(origin: int) -> None:
    """Let the system end this process, a fork, as soon as the process `origin` that made it ends, however that ends.

    Else it would go on writing into what a later run makes. For Linux: `PR_SET_PDEATHSIG` of prctl(2).
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != origin:  # it ended before we could say so
        os._exit(1)


def may_fork() -> bool:
    """Tell whether a copy of this process can go on by itself: on Linux, and where no thread could hold a lock.

    macOS has `fork`, but frameworks of its own that do not survive it.
    """
    return sys.platform == "linux" and threading.active_count() == 1


_do: Callable[[Any], Any]
"""What this process does for another; unset in the one that began."""
_portions: Sequence[Sequence[Any]] | None
"""What there is to do, where this process is a fork of the one that began."""


def _take(do: Callable[[Any], Any], portions: Sequence[Sequence[Any]] | None, origin: int) -> None:
    global _do, _portions
    _do, _portions = do, portions
    if portions is not None:
        end_with(origin)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one that began; it ends us


def _do_all(portion: Any) -> list[Any]:
    """Do a portion: where this process is a fork, the portion with this number."""
    return [_do(job) for job in (_portions[portion] if _portions is not None else portion)]
