"""The site's configuration as records; `site_settings.py` reads them from `mkdocs.yml`."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from promosite.model.dates import Day
from promosite.model.record import Host, LanguageCode, Record, Text, WebAddress, Words, safe_address

Email = Annotated[str, Field(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[a-z]{2,}$")]
Repository = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+/[._-]*[A-Za-z0-9][A-Za-z0-9._-]*$")]
Branch = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*(?:[./][A-Za-z0-9_-]+)*$")]
"""A branch as Git takes it (git-check-ref-format), without the signs that shells and addresses read otherwise."""
SiteAddress = Annotated[
    str,
    Field(pattern=r"^https?://[^\s<>\"'/?#]+(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$", max_length=500),
    AfterValidator(safe_address),
]
"""Where the site stands: addresses are joined to it, so it has no query, no fragment and no step upwards."""


class Language(Record):
    """One language of the site; the first is the source and lives at `/`."""

    locale: LanguageCode
    name: Text
    site_name: Text
    site_description: Text


class Publisher(Record):
    """Who answers for the site. Until the owner sets it, every page says that it is a demonstration site."""

    name: Words
    url: WebAddress | None = None


class Contact(Record):
    """What article 4 of Decree 42/2022/NĐ-CP asks a state site to publish; business contacts only."""

    address: Words | None = None
    phone: Text | None = None
    fax: Text | None = None
    email: Email | None = None
    officer: Words | None = None


class Area(Record):
    """The area that the site is about, when it has changed its name: shown as a note on every page."""

    then: Words
    until: Day
    now: Words


class Successor(Record):
    """The body that takes over what the site was for, from a day on; every page then leads to it."""

    name: Words
    url: WebAddress
    since: Day
    contact: Contact | None = None


PLACEHOLDERS = ("example.com", "example.net", "example.org")
"""Hosts that are kept for examples (RFC 2606); `mkdocs.yml` comes with one of them."""


class SiteConfig(Record):
    """Everything a build needs to know beside the content."""

    root: Path
    site_url: SiteAddress
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    publisher: Publisher | None = None
    contact: Contact | None = None
    area: Area | None = None
    successor: Successor | None = None
    strapline: Words | None = None
    cname: Host | None = None
    repository: Repository | None = None
    branch: Branch = "main"
    page_size: Annotated[int, Field(ge=5, le=100)] = 20
    markdown_extensions: tuple[str, ...] = ()
    """Names of the extensions with which MkDocs renders Markdown, beside those that it always has."""

    @property
    def locales(self) -> tuple[str, ...]:
        """Return the language codes, source language first."""
        return tuple(language.locale for language in self.languages)

    @property
    def source_lang(self) -> str:
        """Return the language that carries the facts."""
        return self.languages[0].locale

    @property
    def messages_dir(self) -> Path:
        """Return where a site may keep string tables of its own languages."""
        return self.root / "messages"

    @property
    def host(self) -> str:
        """Return the host of the site, with its port where the address has one."""
        return self.site_url.split("/")[2]

    @property
    def host_name(self) -> str:
        """Return the host of the site without a port, as `cname` writes it."""
        return self.host.partition(":")[0].lower()

    @property
    def has_placeholder(self) -> bool:
        """Tell whether nobody has set the site's real address yet."""
        return f".{self.host_name}".endswith(tuple(f".{one}" for one in PLACEHOLDERS))

    def site_name(self, lang: str) -> str:
        """Return the name of the site in a language."""
        return next(language.site_name for language in self.languages if language.locale == lang)

    def url_path(self, lang: str, address: str = "") -> str:
        """Return an address below the site's root: `news/x/` in the source language, `en/news/x/` in English."""
        return address if lang == self.languages[0].locale else f"{lang}/{address}"

    def absolute(self, lang: str, address: str = "") -> str:
        """Return the absolute URL of an address in a language."""
        return f"{self.site_url.rstrip('/')}/{self.url_path(lang, address)}"
