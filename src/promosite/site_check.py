"""The site check as a command: a folder alone, or with what its project says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from promosite.check import SiteReport
from promosite.check.files import is_folder
from promosite.check.identity import address_from, languages_from
from promosite.lang import decimal_text
from promosite.messages import Messages
from promosite.site_settings import load_config


@dataclass(frozen=True, slots=True)
class Identity:
    """The address at which a site is served, and its languages, that of the root first."""

    url: str
    languages: tuple[str, ...]


def identify(folder: Path, url: str | None = None, languages: Sequence[str] = ()) -> Identity | None:
    """Return what a folder is held to: what is given, else its project's settings, else what its pages say.

    The project is the folder above with a `mkdocs.yml`. None where nobody says address or languages; of a folder that
    is not there, nothing needs to be said.
    """
    if not is_folder(folder):
        return Identity(url or "", tuple(languages))
    config = load_config(folder.resolve().parent)[0] if not (url and languages) else None
    url = url or (config.site_url if config else None) or address_from(folder)
    languages = tuple(languages) or (config.locales if config else ()) or languages_from(folder)
    return Identity(url, tuple(languages)) if url and languages else None


def size_lines(report: SiteReport, identity: Identity, tables: Sequence[Messages]) -> list[str]:
    """Return how large a site is, in words."""
    largest = report.largest
    return [
        table.text(
            "check-site.size",
            url=identity.url,
            languages=", ".join(identity.languages),
            pages=report.pages,
            files=report.files,
            size=decimal_text(report.bytes / 1_000_000, table),
            path=largest.path if largest else "–",
            heaviest=round(largest.bytes / 1000) if largest else 0,
        )
        for table in tables
    ]
