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
    """A reading and where it stands: from `start` to `end` of a text that begins at `text_start`, on `first_line`."""

    reading: Reading
    whole: str
    start: int
    end: int
    text_start: int
    first_line: int

    @property
    def written(self) -> str:
        """Return the words that say it."""
        return " ".join(self.whole[self.start : self.end].split())

    @property
    def line(self) -> int:
        """Return the line of the file on which they begin."""
        return self.first_line + self.whole.count("\n", self.text_start, self.start)


def answer(key: str, *also: str) -> Reading:
    """Return a reading that may answer a claim and makes none."""
    return Reading(key, also, claims=False)
