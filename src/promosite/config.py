"""The site's configuration, read from `mkdocs.yml` without MkDocs, so that the lint needs no engine."""

from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import Field, ValidationError

from promosite.findings import Finding, Source, finding
from promosite.model.dates import Day
from promosite.model.record import Host, LanguageCode, Record, Text, WebAddress, Words

Email = Annotated[str, Field(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[a-z]{2,}$")]
Repository = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$")]
Branch = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]*$")]


class Language(Record):
    """One language of the site; the first is the source and lives at `/`."""

    locale: LanguageCode
    name: Text
    site_name: Text
    site_description: Text


class Publisher(Record):
    """Who answers for the site. Until the owner sets it, every page says that it is a sample build."""

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


class SiteConfig(Record):
    """Everything a build needs to know beside the content."""

    root: Path
    site_url: WebAddress
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

    def site_name(self, lang: str) -> str:
        """Return the name of the site in a language."""
        return next(language.site_name for language in self.languages if language.locale == lang)

    def url_path(self, lang: str, address: str = "") -> str:
        """Return an address below the site's root: `news/x/` in the source language, `en/news/x/` in English."""
        return address if lang == self.languages[0].locale else f"{lang}/{address}"

    def absolute(self, lang: str, address: str = "") -> str:
        """Return the absolute URL of an address in a language."""
        return f"{self.site_url.rstrip('/')}/{self.url_path(lang, address)}"


EXTENSIONS = "markdown_extensions"


def load_config(root: Path) -> tuple[SiteConfig | None, list[Finding]]:
    """Read `mkdocs.yml` of a project; None with findings when it cannot be used."""
    place = Source("mkdocs.yml")
    try:
        raw = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
        return _config(root, raw), []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        return None, [finding("config-unreadable", place, reason=str(error).splitlines()[0])]
    except ValidationError as error:
        return None, [
            finding("config-invalid", place, field=".".join(map(str, one["loc"])), reason=one["msg"])
            for one in error.errors(include_url=False)
        ]


def _config(root: Path, raw: object) -> SiteConfig:
    settings = _mapping(raw)
    i18n = next((_mapping(one["i18n"]) for one in _list(settings.get("plugins")) if "i18n" in _mapping(one)), {})
    languages = [
        {key: value for key, value in _mapping(one).items() if key in Language.model_fields}
        for one in _list(i18n.get("languages"))
    ]
    own = _mapping(_mapping(settings.get("extra")).get("promosite"))
    extensions = [next(iter(one), "") if isinstance(one, dict) else one for one in _list(settings.get(EXTENSIONS))]
    fixed = {"root": root, "site_url": settings.get("site_url"), "languages": languages, EXTENSIONS: extensions}
    return SiteConfig.model_validate({**own, **fixed})


def _mapping(value: object) -> dict[str, Any]:
    """Return a mapping, or an empty one for anything else: what is then missing is a finding."""
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
