"""Parity: whether a translation says what its source says.

A *claim* is a writing that can only mean one thing: digits, dates, money, addresses, numbers in words above one. Every
claim of one language needs its equal in the other. A word that may also be something else (`một` the article, `năm`
the year, `chín` ripe, `one` the pronoun, `first` of all) may *answer* a claim beside it, and needs no answer itself.
So an ambiguous word never raises an alarm, and a wrong number never hides behind one: it is a claim of its own.
Both languages are brought to one notation, with one unit for each dimension, and compared as multisets.
"""

from promosite.parity.pairs import Written, parity_findings

__all__ = ["Written", "parity_findings"]
