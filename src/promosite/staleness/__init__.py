"""Staleness: which parts of a source text have changed since it was translated, without git."""

from promosite.staleness.comparison import Row, Staleness, State, compare, stale_finding
from promosite.staleness.sections import Part, parts_of, record_of

__all__ = ["Part", "Row", "Staleness", "State", "compare", "parts_of", "record_of", "stale_finding"]
