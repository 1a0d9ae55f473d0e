"""How long a thousand pairs of five hundred words take. Printed (`pytest -s`), not judged: machines differ."""

from time import process_time

from promosite.parity import parity_findings
from tests.parity.test_content import pairs
from tests.parity.texts import written

WORDS = 500
PAIRS = 40
"""Pairs that are timed; the time is given for a thousand."""


def _long(number: int) -> tuple[str, str]:
    """Return a pair of bodies with at least five hundred English words, made of our own texts."""
    ours = [pair for pair in pairs("content") if pair[1].text.body.strip()]
    vi, en = [], []
    while sum(len(text.split()) for text in en) < WORDS:
        source, translation = ours[number % len(ours)]
        vi.append(source.text.body)
        en.append(translation.text.body)
        number += 1
    return "\n\n".join(vi), "\n\n".join(en)


def test_speed() -> None:
    made = [(written("vi", vi), written("en", en)) for vi, en in map(_long, range(PAIRS))]
    begin = process_time()
    found = [one for source, translation in made for one in parity_findings(source, translation)]
    seconds = process_time() - begin
    print(f"\n1,000 pairs of {WORDS} words: {1000 * seconds / PAIRS:.1f} s")  # noqa: T201
    assert found == []
