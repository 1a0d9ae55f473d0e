"""Where a path in the staging folder leads: what links in bodies are resolved by, whatever is rendered this time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import quote


@dataclass(frozen=True)
class LinkTable:
    """Addresses below the site's root by path. `languages` begins with the one that others fall back to."""

    addresses: Mapping[str, str]
    languages: Sequence[str]

    def resolve(self, path: str) -> str | None:
        """Return where a path leads, or None. A page that its language lacks is the source language's page."""
        path = PurePosixPath(path).as_posix()
        first, _, rest = path.partition("/")
        if path in self.addresses or first not in self.languages:
            return self.addresses.get(path)
        return self.addresses.get(f"{self.languages[0]}/{rest}", self.addresses.get(rest))


class Included:
    """Says that a page is part of the site, to an engine that also knows pages that are not."""

    def is_excluded(self) -> bool:
        """Say no."""
        return False


@dataclass(frozen=True)
class LinkedFile:
    """What an engine asks of the file that a link leads to."""

    url: str
    inclusion: Included = field(default_factory=Included)


@dataclass
class Links:
    """Stands before an engine's files while a body is converted: knows all pages, and notes where links lead."""

    table: LinkTable
    noted: dict[str, str] = field(default_factory=dict)

    def get_file_from_path(self, path: str) -> LinkedFile | None:
        """Return what lies under a path in the staging folder."""
        address = self.table.resolve(path)
        if address is None:
            return None
        self.noted[path] = address
        return LinkedFile(address)


def link_table(pages: Mapping[str, str], files: Iterable[str], languages: Sequence[str]) -> LinkTable:
    """Return the table of so many pages (path in the staging folder → address) and of files, which stay as they are."""
    addresses = {path: address or "./" for path, address in pages.items()}
    return LinkTable(addresses | {file: quote(file) for file in files}, languages)
