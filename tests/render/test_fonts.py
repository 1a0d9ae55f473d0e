"""The typeface: every letter of Vietnamese with every tone, small and capital, and the signs that pages use."""

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from promosite.render.fonts import FACES, font_files

TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VOWELS = "aăâeêioôơuưy"
CONSONANTS = "bcdđghklmnpqrstvxfjwz"
SIGNS = "0123456789 .,;:!?…–—-“”‘’\"'()[]/%&+×±=°₫€·•§©@#*"


def letters() -> set[str]:
    """Return the Vietnamese letters with all tones, small and capital, each as one character."""
    toned = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    small = toned | set(CONSONANTS)
    return small | {letter.upper() for letter in small}


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The fonts, made once."""
    return font_files(tmp_path_factory.mktemp("fonts"))


def test_the_alphabet_is_whole() -> None:
    found = letters()
    assert len(found) == 2 * (len(VOWELS) * len(TONES) + len(CONSONANTS))
    assert {len(letter) for letter in found} == {1}


@pytest.mark.parametrize("name", FACES)
def test_every_letter_has_its_glyph(faces: dict[str, bytes], name: str) -> None:
    font = TTFont(BytesIO(faces[name]))
    known = font.getBestCmap()
    assert {letter for letter in letters() | set(SIGNS) if ord(letter) not in known} == set()
    assert font.flavor == "woff2"


def test_faces_are_small_and_differ(faces: dict[str, bytes]) -> None:
    files = {name: content for name, content in faces.items() if name.endswith(".woff2")}
    assert sorted(files) == sorted(FACES)
    assert len(set(files.values())) == len(files)
    assert max(len(content) for content in files.values()) < 60_000


def test_the_same_font_is_made_again(faces: dict[str, bytes], tmp_path: Path) -> None:
    assert font_files(tmp_path) == faces
