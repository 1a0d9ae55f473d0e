"""Words in several languages, and text that may stand on a page."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from promosite.model.record import Host, ItemKey, Slug, Summary, Text, Title, WebAddress, Words


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("Techfest", ("Techfest", None), ("Techfest", None)),
        ({"vi": "muối", "en": "salt"}, ("muối", "vi"), ("salt", "en")),
        ({"vi": "muối"}, ("muối", "vi"), ("muối", "vi")),
        ({"en": "salt"}, ("salt", "en"), ("salt", "en")),
        ({"vi": " muối ", "en": "salt"}, ("muối", "vi"), ("salt", "en")),
    ],
)
def test_words_answer_in_a_language_and_say_in_which(
    value: object, vi: tuple[str, str | None], en: tuple[str, str | None]
) -> None:
    words = Words.model_validate(value)
    assert [(words.text(lang), words.language(lang)) for lang in ("vi", "en")] == [vi, en]


@pytest.mark.parametrize(
    ("value", "types"),
    [
        ({}, ["words_empty"]),
        ("", ["string_too_short"]),
        ({"vi": ""}, ["string_too_short"]),
        ({"vi": "  "}, ["string_too_short"]),
        ({"vi": "<b>muối</b>"}, ["text_markup"]),
        ({"vi": "muô\u0301i"}, ["text_nfd"]),
        ({"vi": "mu\u202eối"}, ["text_control"]),
        ({"vi": 12}, ["string_type"]),
        ({"vi": None}, ["string_type"]),
        ({"vi": "muối", "eng": "salt"}, ["string_pattern_mismatch"]),
        ({"VI": "muối"}, ["string_pattern_mismatch"]),
        ([], ["dict_type"]),
        (12, ["dict_type"]),
        (None, ["dict_type"]),
    ],
)
def test_what_are_no_words(value: object, types: list[str]) -> None:
    with pytest.raises(ValidationError) as refusal:
        Words.model_validate(value)
    assert [one["type"] for one in refusal.value.errors()] == types


INVISIBLE = ["\x00", "\x0b", "\x7f", "\x85", "\u061c", "\u200e", "\u202e", "\u2028", "\u2029", "\u2066", "\ufeff"]


@pytest.mark.parametrize("char", INVISIBLE, ids=lambda char: f"U+{ord(char):04X}")
def test_what_nobody_sees_is_refused_and_named(char: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(Text).validate_python(f"a{char}b")
    assert [(one["type"], one["ctx"]) for one in refusal.value.errors()] == [
        ("text_control", {"found": f"U+{ord(char):04X}"})
    ]


@pytest.mark.parametrize(
    ("kind", "accepted", "refused"),
    [
        (Title, ["a", "ắ" * 300, 'nói "vâng"', "a & b"], ["", "ắ" * 301, "a<b", "a>b"]),
        (Summary, ["a", "a" * 500], ["", "a" * 501]),
        (Slug, ["a", "a-b", "a1-2b", "a" * 60], ["", "A", "a--b", "-a", "a-", "a_b", "đ", "a b", "a" * 61, "a\nb"]),
        (
            WebAddress,
            ["https://mau.vn", "http://mau.vn/a?b=c#d"],
            ["mau.vn", "ftp://mau.vn", "https://", "https://a b"],
        ),
        (
            WebAddress,
            ["https://máy.vn/đường?q=ắ", "https://[::1]:80/", "https://127.0.0.1/", "https://mau.vn/a@b?c@d#e@f"],
            [
                "https://mau.vn@evil.test/",
                "https://a:b@evil.test/",
                "https://mau.vn\\@evil.test/",
                "https://@evil.test/",
            ],
        ),
        (WebAddress, ["https://a:65535/"], ["https://a:65536/", "https://a:b/", "https://a:-1/"]),
        (WebAddress, [], ["https://?x", "https://#x", "https:///x", "https://:80/", "https://.a/", "https://a..b/"]),
        (WebAddress, [], ["https://[::1/", "https://[zz]/", "https://[1.2.3.4]/", "https://::1/", "https://a%40b/"]),
        (WebAddress, [], [f"https://mau.vn/{sign}a" for sign in "\u202e\u2066\u061c\u200b\u00ad\x07\x7f\x85\u2028"]),
        (WebAddress, [], ["javascript:alert(1)", 'https://a"b', "https://a'b", "https://a<b", "HTTPS://a.vn"]),
        (Host, ["mau.vn", "a-b.gov.vn"], ["mau", "https://mau.vn", "mau.vn/a", "Mau.vn", "mau.v"]),
        (ItemKey, ["news/a-b", "product/a"], ["a", "plan/a", "news/", "news/A", "News/a", "news/a/b"]),
    ],
)
def test_forms(kind: Any, accepted: list[str], refused: list[str]) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(kind)
    assert [adapter.validate_python(one) for one in accepted] == accepted
    for one in refused:
        with pytest.raises(ValidationError):
            adapter.validate_python(one)
