"""Facts: what a text claims, in a form that is equal for equal claims in either notation."""

from typing import NamedTuple


class Reading(NamedTuple):
    """What a writing says.

    `key` is equal for equal facts: `number:1163`, `date:2024-11-15`. `also` are keys that it may stand for as well.
    A reading that does not claim (`claims=False`) may answer a claim of the other language, but needs no answer.
    """

    key: str
    also: tuple[str, ...] = ()
    claims: bool = True

    @property
    def kind(self) -> str:
        """Return the kind of fact, such as `number`, `date` or `quarter`."""
        return self.key.partition(":")[0]

    @property
    def value(self) -> str:
        """Return the value without its kind, as a person can read it."""
        return self.key.partition(":")[2]


class Sighting(NamedTuple):
    """A reading at a place of a text; without a reading the place is known to hold no fact."""

    start: int
    end: int
    reading: Reading | None


class Fact(NamedTuple):
    """A reading with the words that say it and the line of the file on which they begin."""

    reading: Reading
    written: str
    line: int


def answer(key: str, *also: str) -> Reading:
    """Return a reading that may answer a claim and makes none."""
    return Reading(key, also, claims=False)
