"""Vietnamese syllables: which strings of letters are one, and on which letter its tone stands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from promosite.lang import TONES, fold
from promosite.wording.wordlist import words

LETTERS = "aăâeêioôơuưy"
OWN_MARK = "ăâêôơư"
"""Vowels with a mark of their own; the tone stands on them."""

ONSETS = words("ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n r s t v x")
"""Longest first, so that the first that fits is the right one; syllables without one are tried last."""

RIMES = frozenset(
    words("""
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych ynh yt
    """)
)


def _vietnamese_letters() -> dict[str, tuple[str, str]]:
    """Return every letter that can carry a tone → the letter without it, and the tone."""
    return {
        toned: (letter, tone)
        for letter in LETTERS
        for tone in TONES
        if len(toned := unicodedata.normalize("NFC", letter + tone)) == 1
    }


TONED = _vietnamese_letters()
WITH_TONE = {parts: toned for toned, parts in TONED.items()}

ALL_MARKED = "".join(sorted({*TONED, *OWN_MARK, "đ"}))
"""Every small letter that Vietnamese has and English has not."""

MARKED = re.compile(f"[{ALL_MARKED}{ALL_MARKED.upper()}]")

SHARED = frozenset("àáâãèéêìíòóôõùúý")
"""Those that French, Spanish or Portuguese have too."""

PLAIN = str.maketrans(
    {
        letter: plain
        for small in ALL_MARKED
        for letter, plain in ((small, fold(small)), (small.upper(), fold(small).upper()))
    }
)
"""Translation to letters without marks that keeps case and length."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """A Vietnamese syllable as written: its letters without tone, its tone and the letter that carries it."""

    letters: str
    tone: str
    place: int
    right_place: int


@lru_cache(maxsize=20_000)
def syllable_of(word: str) -> Syllable | None:
    """Return a word in small letters as a syllable, or None when it is none."""
    letters, tone, place = "", "", -1
    for index, char in enumerate(word):
        plain, mark = TONED.get(char, (char, ""))
        letters += plain
        if mark:
            if tone:
                return None
            tone, place = mark, index
    start = _rime_start(letters)
    if start is None:
        return None
    return Syllable(letters, tone, place, start + tone_place(letters[start:]))


def _rime_start(letters: str) -> int | None:
    """Return where the rime begins; `gi` before a vowel is an onset, in `gìn` its i is the vowel."""
    for onset in ONSETS:
        if letters.startswith(onset) and letters[len(onset) :] in RIMES:
            return len(onset)
    return 0 if letters in RIMES else None


def tone_place(rime: str) -> int:
    """Return the letter of a rime that carries the tone, as official texts write: hòa, thủy, hoàn, ngoài."""
    cluster = len(rime) - len(rime.lstrip(LETTERS))
    marked = [index for index in range(cluster) if rime[index] in OWN_MARK]
    if marked:
        return marked[-1]
    if cluster == 2:
        return 1 if rime[cluster:] else 0
    return 1 if cluster == 3 else 0


def with_tone_moved(word: str, syllable: Syllable) -> str:
    """Return the word as written, with its tone on the right letter."""
    chars = list(word)
    chars[syllable.place] = _like(syllable.letters[syllable.place], word[syllable.place])
    carrier = WITH_TONE[syllable.letters[syllable.right_place], syllable.tone]
    chars[syllable.right_place] = _like(carrier, word[syllable.right_place])
    return "".join(chars)


def _like(char: str, pattern: str) -> str:
    return char.upper() if pattern.isupper() else char
