"""Where a path in the staging folder leads: what links in bodies are resolved by, whatever is rendered this time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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


def link_table(pages: Mapping[str, str], files: Iterable[str], languages: Sequence[str]) -> LinkTable:
    """Return the table of so many pages (path in the staging folder → address) and of files, which stay as they are."""
    addresses = {path: address or "./" for path, address in pages.items()}
    return LinkTable(addresses | {file: quote(file) for file in files}, languages)
