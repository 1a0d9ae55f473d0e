"""When Python looks for objects that hold each other and nobody else: not while a build makes its million objects.

Looking takes an eighth of a build, and finds next to nothing before the engine begins. From then on it looks only at
what is new. Memory is the same at its peak (docs/dev/performance.md).
"""

import gc

THRESHOLDS = (5_000, 20, 50)
"""New objects, and rounds, after which Python looks again; its own are 700, 10 and 10."""


def pause() -> None:
    """Do not look until `settle`."""
    gc.disable()


def settle() -> None:
    """Take all objects there are for lasting, and look at new ones from here on."""
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
