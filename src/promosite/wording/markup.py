"""Blank out of Markdown what is not running words. Lengths stay, so every offset still points at the file.

What is blanked becomes `GAP`, which is neither a space nor a letter: words on its two sides are not neighbours.
Every repetition that may begin anywhere has a limit, so that no text takes more than time in its own length.
"""

import re

GAP = "\x00"
"""Stands for every blanked character; the reader of files refuses it in content."""

SYMBOL_TAIL = r"[A-ZĐ][\w&.-]*(?:/[\w&.-]+)*"
KINDS_OF_SYMBOL = "QĐ|NĐ|NQ|TT|KH|CTr|CT|CV|BC|TB|TTr|HD|VBHN|TTLT"

LAYERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("```", re.compile(r"^```.*?^```[^\n]*$", re.MULTILINE | re.DOTALL)),
    ("~~~", re.compile(r"^~~~.*?^~~~[^\n]*$", re.MULTILINE | re.DOTALL)),
    ("lang=", re.compile(r"<(span|i|em|cite|q)\b[^<>]{0,200}\blang=[^<>]{0,200}>[^<]*</\1>")),
    ("`", re.compile(r"`[^`\n]+`")),
    ("<", re.compile(r"<!--(?:(?!-->|<!--).)*-->|<[^<>\n]{1,500}>", re.DOTALL)),
    ("](", re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)")),
    ("]:", re.compile(r"^\[[^\]\n]+\]:[^\n]*", re.MULTILINE)),
    ("[^", re.compile(r"\[\^[^\[\]\s]+\]")),
    ("://", re.compile(r"https?://\S+")),
    ("www.", re.compile(r"www\.\S+")),
    ("@", re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")),
)
"""What is no running words, each with a sign without which it need not be looked for.

Code, passages that name their own language, tags, link targets, link definitions, citations, addresses.
"""

HOST_ENDING = re.compile(r"\.(?:vn|com|org|net|gov|edu|info|io|epi|html?)\b")
HOST = re.compile(rf"\b[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,8}}{HOST_ENDING.pattern}(?:/\S*)?")
SYMBOL_SIGN = re.compile(r"[/-][A-ZĐ]")
SYMBOL = re.compile(rf"(?P<head>[0-9A-ZĐ]\w{{0,20}}(?:/\d{{4}})?)[/-]{SYMBOL_TAIL}")
SYMBOL_HEAD = re.compile(rf"\d+(?:/\d{{4}})?|{KINDS_OF_SYMBOL}")
"""Document symbols: 462/QĐ-SHTT, 24-NQ/TW, 26/2020/TT-BTTTT, QĐ-TTg."""
UNNUMBERED = re.compile(rf" /{SYMBOL_TAIL}")

QUOTES = re.compile(
    r"“[^“”\n]{0,600}(?:\n(?![ \t]*\n)[^“”\n]{0,600}){0,4}”"
    r"|«[^«»\n]{0,600}»"
    r"|‘[^‘’\n]*(?:’(?=\w)[^‘’\n]*)*’"
    r"|(?<!\w)\"[^\"\n]*\"(?!\w)"
)
OPENING_QUOTES = '“«‘"'
BRACKETS = re.compile(r"\((?:[^()\n]|\n(?![ \t]*\n)|\([^()\n]{0,400}\)){0,400}\)")


def _gap(match: re.Match[str]) -> str:
    found = match[0]
    return GAP * len(found) if "\n" not in found else "\n".join(GAP * len(line) for line in found.split("\n"))


def _symbol_gap(match: re.Match[str]) -> str:
    return _gap(match) if SYMBOL_HEAD.fullmatch(match["head"]) else match[0]


def prose(text: str) -> str:
    """Return the words that a reader reads: without code, tags, link targets, citations, addresses and symbols."""
    for sign, pattern in LAYERS:
        if sign in text:
            text = pattern.sub(_gap, text)
    if HOST_ENDING.search(text):
        text = HOST.sub(_gap, text)
    if not SYMBOL_SIGN.search(text):
        return text
    return SYMBOL.sub(_symbol_gap, UNNUMBERED.sub(_gap, text))


def unquoted(text: str) -> str:
    """Return prose without what stands in quotation marks: names and titles are others' words."""
    return QUOTES.sub(_gap, text) if any(sign in text for sign in OPENING_QUOTES) else text


def running(text: str) -> str:
    """Return unquoted prose without what stands in brackets."""
    return BRACKETS.sub(_gap, text) if "(" in text else text
