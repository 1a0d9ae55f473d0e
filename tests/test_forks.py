"""Copies of a process: what they send comes back, and none outlives what it was made for."""

import os
import pickle
import signal
import time
from pathlib import Path

import pytest

from promosite import forks
from promosite.forks import CopyError, ForkError, beside, fork


@pytest.fixture(autouse=True)
def _copies_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that other tests have left behind do not matter to copies as small as these."""
    monkeypatch.setattr(forks, "may_fork", lambda: True)


def test_the_copy_works_beside_and_its_result_comes_back() -> None:
    result = beside(os.getpid)
    assert result() != os.getpid()


def test_without_copies_the_work_is_done_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forks, "may_fork", lambda: False)
    assert beside(os.getpid)() == os.getpid()


def test_what_goes_wrong_in_a_copy_goes_wrong_here() -> None:
    def refuse() -> None:
        raise ValueError("no")

    result = beside(refuse)
    with pytest.raises(ValueError, match="no"):
        result()


class OwnError(Exception):
    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.line = line


def test_an_error_that_cannot_travel_comes_back_in_words() -> None:
    def refuse() -> None:
        raise OwnError("no", 3)

    with pytest.raises(CopyError, match="OwnError: no"):
        beside(refuse)()
    with pytest.raises((AttributeError, TypeError, pickle.PicklingError)):
        beside(lambda: lambda: None)()


def test_a_copy_that_was_killed_is_missed() -> None:
    result = beside(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(ForkError):
        result()


def test_a_copy_that_is_no_longer_wanted_is_stopped() -> None:
    one = fork()
    if one.is_copy:
        time.sleep(60)
        os._exit(0)
    one.stop()
    one.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(one.other, 0)


def test_more_than_a_pipe_holds_comes_back() -> None:
    assert len(beside(lambda: "x" * 5_000_000)()) == 5_000_000


def test_a_copy_ends_with_the_process_that_made_it(tmp_path: Path) -> None:
    late = tmp_path / "late"
    middle = fork()
    if middle.is_copy:
        copy = fork()
        if copy.is_copy:
            time.sleep(1)
            late.write_text("written")
            os._exit(0)
        os.kill(os.getpid(), signal.SIGKILL)
    with pytest.raises(ForkError):
        middle.result()
    time.sleep(1.5)
    assert not late.exists()
