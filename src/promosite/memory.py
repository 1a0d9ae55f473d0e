"""What a process remembers, and when Python's garbage collector runs.

It does not run while a build makes its million objects: it would take an eighth of the time, and find next to nothing
before the engine begins. From then on it looks only at what is new.
"""

import gc
from typing import Any

THRESHOLDS = (5_000, 20, 50)
"""New objects, and rounds, after which the collector runs again; Python's own numbers are 700, 10 and 10."""


_remembered: list[dict[Any, Any]] = []


def remembered() -> dict[Any, Any]:
    """Return a dictionary for what is worth keeping until the same is asked again, or `forget` is called."""
    _remembered.append({})
    return _remembered[-1]


def forget() -> None:
    """Forget all that is remembered."""
    for one in _remembered:
        one.clear()


def pause() -> None:
    """Switch garbage collection off until `settle`. A preview never settles: it collects once after each edit."""
    gc.disable()


def settle() -> None:
    """Take all objects there are for lasting, and collect among new ones from here on."""
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
