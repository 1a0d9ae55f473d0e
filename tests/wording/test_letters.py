"""Letters that are not what they seem."""

import pytest

from promosite.wording.letters import check_letters
from tests.wording.tiny import body, in_text

WRONG = [
    # Eth and other letters with a bar, as copied from PDFs.
    ("vi", "Sở ðã ban hành", (1, 4, "ðã"), "đã", "U+00F0"),
    ("vi", "huyện Ðất Đỏ", (1, 7, "Ðất"), "Đất", "U+00D0"),
    ("vi", "dòng một\nCôn Ðảo", (2, 5, "Ðảo"), "Đảo", "U+00D0"),
    ("vi", "Ɖại hội", (1, 1, "Ɖại"), "Đại", "U+0189"),
    ("vi", "ɖến nay", (1, 1, "ɖến"), "đến", "U+0256"),
    ("en", "Quyết ðịnh", (1, 7, "ðịnh"), "định", "U+00F0"),
    # Cyrillic and Greek among Latin.
    ("vi", "sản phẩm ОСОР", (1, 10, "ОСОР"), "OCOP", "U+041E"),
    ("vi", "xã Sоng Xoài", (1, 5, "Sоng"), "Song", "U+043E"),
    ("en", "the Departmеnt of", (1, 12, "Departmеnt"), "Department", "U+0435"),
    ("en", "Vung Tаu", (1, 7, "Tаu"), "Tau", "U+0430"),
    ("vi", "Bà Rịа - Vũng Tàu", (1, 6, "Rịа"), "Rịa", "U+0430"),
    ("en", "Ηo Chi Minh", (1, 1, "Ηo"), "Ho", "U+0397"),
    ("en", "Vietnam Νews", (1, 9, "Νews"), "News", "U+039D"),
    # Pinyin's letter for ă.
    ("vi", "một nǎng", (1, 6, "nǎng"), "năng", "U+01CE"),
    # Full width and styled.
    ("vi", "ngày １５ tháng", (1, 6, "１５"), "15", "U+FF11"),
    ("vi", "Ｏ１ sản phẩm", (1, 1, "Ｏ１"), "O1", "U+FF2F"),
    ("en", "the 𝐁𝐚 region", (1, 5, "𝐁𝐚"), "Ba", "U+1D401"),
    ("vi", "xem [bài](../ðiem.md)", (1, 14, "ðiem"), "điem", "U+00F0"),
    ("vi", "`mã ðịnh`", (1, 5, "ðịnh"), "định", "U+00F0"),
]

RIGHT = [
    ("vi", "Đất Đỏ, đã, đến, Đặc khu Côn Đảo"),
    ("vi", "vỏ dày 92,7-157,7 µm"),
    ("en", "a skin 92.7-157.7 μm thick"),
    ("en", "10 kΩ and 5 Ω"),
    ("en", "β-carotene and α-tocopherol"),
    ("vi", "hằng số π, góc α, Δt"),
    ("en", "The newspaper Правда wrote about it"),
    ("en", "Москва и Санкт"),
    ("en", "the city of Αθήνα"),
    ("en", "Seyðisfjörður in Iceland"),
    ("en", "Lǎo Zi and Nǎinai"),
    ("vi", "Nguyễn, khuỷu, ngoằn ngoèo, quỹ"),
    ("en", "café, naïve, São Paulo, Zürich, Łódź"),
    ("vi", "số 1, 1.234.567,89, ½, m², 25 °C"),
    ("en", "“quotes” – dashes — ellipsis… 3 × 4"),
    ("vi", "日本 và 한국"),
    ("en", "plain text only"),
]


@pytest.mark.parametrize(("lang", "text", "found", "expected", "char"), WRONG)
def test_look_alikes_are_refused(lang: str, text: str, found: tuple[int, int, str], expected: str, char: str) -> None:
    findings = list(check_letters(body(lang, text)))
    assert [one.code for one in findings] == ["word-look-alike"]
    assert in_text(findings) == [found]
    assert findings[0].params["expected"] == expected
    assert findings[0].params["char"] == char


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_letters_that_belong_are_left(lang: str, text: str) -> None:
    assert list(check_letters(body(lang, text))) == []


INVISIBLE = [
    ("Bà\u00ad Rịa", (1, 3), "U+00AD", "word-invisible"),
    ("Bà Rịa\nVũng\u200bTàu", (2, 5), "U+200B", "word-invisible"),
    ("sản\u2060phẩm", (1, 4), "U+2060", "word-invisible"),
    ("a\u200db", (1, 2), "U+200D", "word-invisible"),
    ("ab\u200c c", (1, 3), "U+200C", "word-invisible"),
    ("m\u034fn", (1, 2), "U+034F", "word-invisible"),
    ("q\u0323 thể", (1, 2), "U+0323", "word-mark-alone"),
    ("thế\u0301 này", (1, 4), "U+0301", "word-mark-alone"),
    ("\u0300 đầu dòng", (1, 1), "U+0300", "word-mark-alone"),
    ("x\nđ\u0303", (2, 2), "U+0303", "word-mark-alone"),
]


@pytest.mark.parametrize(("text", "place", "char", "code"), INVISIBLE)
def test_invisible_letters_and_marks_alone_are_refused(text: str, place: tuple[int, int], char: str, code: str) -> None:
    (one,) = check_letters(body("vi", text))
    assert (one.code, (one.source.line, one.source.column), one.params["char"]) == (code, place, char)
    assert char not in one.params["near"]


@pytest.mark.parametrize("text", ["a\u00a0b", "👩\u200d🌾", "tab\there", "dash\u2011ed", "thin\u202fspace", "ấ ề ộ"])
def test_spaces_and_joined_pictures_are_left(text: str) -> None:
    assert list(check_letters(body("vi", text))) == []
