"""What a process remembers, and that it can forget it."""

import gc
from collections.abc import Iterator

import pytest

from promosite import memory


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(memory, "_remembered", [])
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.enable()
    gc.unfreeze()


def test_all_is_forgotten_at_once() -> None:
    one, another = memory.remembered(), memory.remembered()
    one["a"] = another["b"] = 1
    memory.forget()
    assert (one, another) == ({}, {})


def test_garbage_is_looked_for_after_a_pause_and_less_often() -> None:
    memory.pause()
    assert not gc.isenabled()
    memory.settle()
    assert (gc.isenabled(), gc.get_threshold()) == (True, memory.THRESHOLDS)
    assert gc.get_freeze_count() > 0
