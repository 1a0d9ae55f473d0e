"""How much Markdown a text has, measured without reading it as Markdown."""

MARKS = '[]()*_`<>&!\\|:#~^=+-"'
"""Characters of which Markdown makes something."""


def weight_of(text: str) -> int:
    """Return how many marks a text has."""
    return sum(map(text.count, MARKS))
