"""Wording: judge the words of items and hand-written pages, one text at a time and then as a pair of languages.

Pure: takes what was read and linked, gives findings, changes nothing. Each module is one kind of fault.
"""

from promosite.wording.checks import check_wording, check_words
from promosite.wording.house import House, house_of

__all__ = ["House", "check_wording", "check_words", "house_of"]
