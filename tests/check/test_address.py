"""Addresses: the short way to join them agrees with the long one."""

from urllib.parse import urldefrag, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.check.address import Flaw, flaw_of, joined

HOST = "https://a.test/"
PATHS = st.from_regex(r"\A([a-c]{1,3}/){0,3}([a-c]{1,3}(\.html)?)?\Z")


@given(PATHS, st.text("a.b/#-_", max_size=9))
def test_joined_is_urljoin(start: str, address: str) -> None:
    short = joined(start, address)
    full = urldefrag(urljoin(HOST + start, address))
    assert short is None or (HOST + short[0], short[1]) == (full.url, full.fragment)


@pytest.mark.parametrize(
    ("start", "address", "expected"),
    [
        ("a/b/", "../c/#d", ("a/c/", "d")),
        ("a/b/", "c", ("a/b/c", "")),
        ("a/404.html", "c/", ("a/c/", "")),
        ("a/", "#x", ("a/", "x")),
        ("a/", "../../b", None),
        ("a/", ".", None),
        ("a/", "/b", None),
        ("a/", "//b", None),
        ("a/", "b:c", None),
        ("a/", "b?c", None),
        ("a/", "b%20c", None),
    ],
)
def test_joined(start: str, address: str, expected: tuple[str, str] | None) -> None:
    assert joined(start, address) == expected


@pytest.mark.parametrize(
    ("address", "flaw"),
    [
        ("a/", None),
        ("?q=đ", None),
        (" https://a.test/ ", None),
        ("HTTPS://a.test/", None),
        ("https://vi.wikipedia.org/wiki/Bà_Rịa", None),
        ("https://[::1]:80/", None),
        ("//a.test/", None),
        ("mailto:a@b.vn?subject=x", None),
        ("mailto:?subject=x&body=y", None),
        ("tel:+84-254", None),
        ("webcal://mau.vn/events/calendar.ics", None),
        ("webcal:events", Flaw.MALFORMED),
        ("webcal://mau.vn@evil.test/", Flaw.MALFORMED),
        ("javascript:x", Flaw.SCRIPT),
        ("\x01VBScript:x", Flaw.SCRIPT),
        ("j\na\tvascript:x", Flaw.SCRIPT),
        ("blob:x", Flaw.SCHEME),
        ("sms:1", Flaw.SCHEME),
        ("data:x", Flaw.SCHEME),
        ("", Flaw.MALFORMED),
        ("  ", Flaw.MALFORMED),
        ("//", Flaw.MALFORMED),
        ("http:a", Flaw.MALFORMED),
        ("https://a..b/", Flaw.MALFORMED),
        ("https://.b/", Flaw.MALFORMED),
        ("{{ url }}", Flaw.MALFORMED),
        ("a b", Flaw.MALFORMED),
        ("mailto:a", Flaw.MALFORMED),
        ("mailto:", Flaw.MALFORMED),
        ("mailto:?", Flaw.MALFORMED),
        ("mailto:?subject=", Flaw.MALFORMED),
        ("mailto:@b.vn", Flaw.MALFORMED),
        ("https://mau.vn@evil.test/", Flaw.MALFORMED),
        ("https://a:b@evil.test/", Flaw.MALFORMED),
        ("//mau.vn@evil.test/", Flaw.MALFORMED),
        ("https://mau.vn\\@evil.test/", Flaw.MALFORMED),
        ("https://mau.vn/@a", None),
        ("https://mau.vn/?a@b", None),
        ("https://a:65536/", Flaw.MALFORMED),
        ("https://[::1/", Flaw.MALFORMED),
        ("https://?x", Flaw.MALFORMED),
        ("https://mau.\u202evn/", Flaw.MALFORMED),
        ("https://mau.vn/\u200bx", Flaw.MALFORMED),
    ],
)
def test_flaw(address: str, flaw: Flaw | None) -> None:
    assert flaw_of(address) == flaw
