"""Wording: judge the words of items, hand-written pages and data, one text at a time and then as a pair of languages.

Pure: takes what was read and linked, gives findings, changes nothing. Each module is one kind of fault.
"""

from promosite.wording.checks import TextGroup, check_data, check_wording, check_words, groups_of
from promosite.wording.house import RECORDS, House, house_of

__all__ = [
    "RECORDS",
    "House",
    "TextGroup",
    "check_data",
    "check_wording",
    "check_words",
    "groups_of",
    "house_of",
]
