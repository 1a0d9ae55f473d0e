"""Render bodies in a process of their own, under limits of time, memory and depth, and say what would be refused.

The process reads its task from standard input and writes one line for each body; a body at which it stops is the one
that cannot be laid out.
"""

import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from promosite.findings import Finding, Source, finding
from promosite.render.body import rendered
from promosite.render.sanitise import Written, sanitise
from promosite.trial.marks import weight_of

SECONDS = 5
"""Processor time for one body, where the system can count it; ordinary ones take a few thousandths of a second."""
PATIENCE = 20
"""Seconds by the clock, for systems that count no processor time and for machines that do much else."""
MEMORY = 1_000_000_000
"""Bytes of address space, where the system can limit it."""
DEPTH = 600
"""Calls inside calls; the engine has a thousand, of which its own events take some."""


def trial(body: Written, extensions: Iterable[str]) -> list[Finding]:
    """Return what is refused in a body, rendered right here."""
    try:
        return sanitise(rendered(body.text, extensions), body)[1]
    except (RecursionError, AssertionError):
        return [endless(body)]


def trials_apart(bodies: Sequence[Written], extensions: Sequence[str]) -> list[Finding]:
    """Return what is refused in bodies, rendered in a process that is ended where one takes too much."""
    found: list[Finding] = []
    left = list(bodies)
    while left:
        for answer in _answers(left, extensions):
            found += [Finding(code, Source(*place), params) for code, place, params in answer]
            left.pop(0)
        if left:
            found.append(endless(left.pop(0)))
    return found


def endless(body: Written) -> Finding:
    """Return the finding about a body that cannot be laid out, at the line that has the most marks."""
    lines = body.text.split("\n")
    heaviest = max(range(len(lines)), key=lambda number: weight_of(lines[number]))
    return finding("markup-endless", Source(body.path, body.line + heaviest, 1), limit=SECONDS)


def _answers(bodies: Sequence[Written], extensions: Sequence[str]) -> Iterator[Any]:
    """Yield the answers of a new process until it has done all, or one body is too much for it."""
    limits = {"extensions": list(extensions), "seconds": SECONDS, "memory": MEMORY}
    task = json.dumps({**limits, "bodies": [asdict(one) for one in bodies]})
    with tempfile.TemporaryFile() as file:
        file.write(task.encode())
        file.seek(0)
        command = [sys.executable, "-m", "promosite.trial.apart"]
        with subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            lines: queue.Queue[bytes] = queue.Queue()
            threading.Thread(target=_listen, args=(process, lines), daemon=True).start()
            with suppress(queue.Empty):
                while line := lines.get(timeout=PATIENCE):
                    yield json.loads(line)
            process.kill()


def _listen(process: "subprocess.Popen[bytes]", lines: "queue.Queue[bytes]") -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.endswith(b"\n"):
            lines.put(line)
    lines.put(b"")


def main() -> None:
    """Do the task on standard input."""
    task = json.load(sys.stdin)
    sys.setrecursionlimit(DEPTH)
    _limit_memory(task["memory"])
    for body in task["bodies"]:
        _limit_time(task["seconds"])
        found = trial(Written(**body), task["extensions"])
        answer = [(one.code, (one.source.path, one.source.line, one.source.column), dict(one.params)) for one in found]
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


def _limit_memory(size: int) -> None:
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limit, macOS refuses it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _limit_time(seconds: int) -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        own = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_CPU, (int(own.ru_utime + own.ru_stime) + seconds, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
