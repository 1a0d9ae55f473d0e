"""What every record is made of: frozen fields, refused surprises, and text that may stand on a page."""

import re
import unicodedata
from ipaddress import IPv6Address
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, model_validator
from pydantic_core import PydanticCustomError

ANY_LANGUAGE = "*"
"""Key of a text that is the same in every language, such as a proper name."""

UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    r"\U0001fffe\U0001ffff\U000e0000-\U0010ffff]"
)
"""What steers a text or is no character: control characters, line separators, bidirectional overrides, tags, marks of
annotations, planes for private use. They are invisible, and able to make a text read as another."""

INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Kinds of signs that an address may not have: it would read as another one."""

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A public name: ASCII letters and digits in lower case, joined by single hyphens."""


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def safe_text(text: str) -> str:
    """Return the text unchanged if it may be printed: NFC, no markup, nothing invisible."""
    if unicodedata.normalize("NFC", text) != text:
        raise PydanticCustomError("text_nfd", "text in NFC")
    if unsafe := UNSAFE.search(text):
        raise PydanticCustomError("text_control", "no control character", {"found": f"U+{ord(unsafe[0]):04X}"})
    if "<" in text or ">" in text:
        raise PydanticCustomError("text_markup", "no markup")
    return text


def safe_line(text: str) -> str:
    """Return the text unchanged if it may be printed and is one line."""
    if unsafe := re.search(r"[\n\t]", text):
        raise PydanticCustomError("text_control", "no control character", {"found": f"U+{ord(unsafe[0]):04X}"})
    return safe_text(text)


def safe_address(text: str) -> str:
    """Return the address unchanged if it leads where it seems to: a host that can be, no user, nothing invisible."""
    if hidden := next((sign for sign in text if unicodedata.category(sign) in INVISIBLE), None):
        raise PydanticCustomError("text_control", "no control character", {"found": f"U+{ord(hidden):04X}"})
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
        whole = not host.startswith(".") and ".." not in host and _is_host(host, bracketed="[" in parts.netloc)
    except ValueError:
        whole = False
    if not whole or "@" in parts.netloc or "\\" in text:
        raise PydanticCustomError("web_address", "an address with a host and without a user")
    return text


def _is_host(host: str, *, bracketed: bool) -> bool:
    """Tell whether a host can be; raises ValueError for numbers in brackets that are no address of a machine."""
    if bracketed:
        return IPv6Address(host).version == 6
    return bool(re.fullmatch(r"[^\s\[\]:%|^`{}]+", host))


Text = Annotated[str, Field(min_length=1, max_length=4000), AfterValidator(safe_text)]
Title = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(safe_line)]
Summary = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(safe_line)]
Slug = Annotated[str, Field(pattern=f"^{SLUG}$", max_length=60)]
WebAddress = Annotated[str, Field(pattern=r"^https?://[^\s<>\"']+$", max_length=500), AfterValidator(safe_address)]
Host = Annotated[str, Field(pattern=r"^[a-z0-9.-]+\.[a-z]{2,}$", max_length=200)]
ItemKey = Annotated[str, Field(pattern=f"^(?:news|product|event|press)/{SLUG}$")]


LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
LanguageKey = Annotated[str, Field(pattern=r"^(?:[a-z]{2}|\*)$")]


class Words(RootModel[dict[LanguageKey, Text]]):
    """One short text in several languages; a bare string stands for all of them."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {ANY_LANGUAGE: value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _not_empty(self) -> "Words":
        if not self.root:
            raise PydanticCustomError("words_empty", "text in the source language")
        return self

    def language(self, lang: str) -> str | None:
        """Return the language in which `text(lang)` answers; None for a text that belongs to no language."""
        if lang in self.root:
            return lang
        return None if ANY_LANGUAGE in self.root else next(iter(self.root))

    def text(self, lang: str) -> str:
        """Return the text in `lang`, else the one for all languages, else the first one written."""
        found = self.root.get(lang) or self.root.get(ANY_LANGUAGE)
        return found if found is not None else next(iter(self.root.values()))
