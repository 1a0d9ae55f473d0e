"""Jobs on several processors: each result at its place, whoever did the job."""

import os

import pytest

from promosite import processes
from promosite.processes import shared, spread


def doubled(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


def refused(number: int) -> int:
    if number == 99:
        raise ValueError(number)
    return number


@pytest.mark.parametrize("others", [1, 2])
def test_results_stand_in_the_order_of_the_jobs(others: int) -> None:
    results = shared(doubled, range(2001), others)
    assert [number for number, _ in results] == list(range(0, 4002, 2))
    assert len({process for _, process in results}) <= others + 1


def test_nothing_to_do() -> None:
    assert shared(doubled, [], 1) == []


def test_what_goes_wrong_goes_wrong_here_too() -> None:
    with pytest.raises(ValueError, match="99"):
        shared(refused, range(100), 1)


@pytest.mark.parametrize("reason", [OSError, ImportError, NotImplementedError])
def test_without_further_processes_all_is_done_here(reason: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise reason

    monkeypatch.setattr(processes, "ProcessPoolExecutor", refuse)
    assert shared(doubled, range(50), 3) == [(number * 2, os.getpid()) for number in range(50)]


DONE: list[int] = []
"""Jobs that this process has done."""


def written(job: tuple[int, bool]) -> None:
    number, is_full = job
    DONE.append(number)
    if is_full:
        raise OSError("disk full")


@pytest.mark.parametrize("forks", [True, False])
@pytest.mark.parametrize("full_at", [0, 99])
def test_what_a_job_cannot_write_is_not_tried_again(full_at: int, forks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "may_fork", lambda: forks)
    DONE.clear()
    with pytest.raises(OSError, match="disk full"):
        shared(written, [(number, number == full_at) for number in range(100)], 1)
    assert len(DONE) == len(set(DONE))


FEW, MANY = 39, 40


@pytest.mark.parametrize(
    ("jobs", "processors", "several"), [(FEW, 2, False), (MANY, 2, True), (MANY, 1, False), (MANY, None, False)]
)
def test_many_jobs_are_spread_where_there_are_processors(
    jobs: int, processors: int | None, several: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    results = spread(doubled, range(jobs), worth_sharing=MANY)
    assert [number for number, _ in results] == list(range(0, jobs * 2, 2))
    assert ({process for _, process in results} != {os.getpid()}) is several
