"""What a process remembers, and when Python looks for objects that hold each other and nobody else.

It does not look while a build makes its million objects: looking takes an eighth of a build, and finds next to nothing
before the engine begins. From then on it looks only at what is new.
"""

import gc
from typing import Any

THRESHOLDS = (5_000, 20, 50)
"""New objects, and rounds, after which Python looks again; its own are 700, 10 and 10."""


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
    """Do not look until `settle`. A preview never settles: it looks once after each edit, when the page is shown."""
    gc.disable()


def settle() -> None:
    """Take all objects there are for lasting, and look at new ones from here on."""
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
