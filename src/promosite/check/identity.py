"""Whose site a folder is, told from the folder alone: its address and its languages."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from promosite.check.files import read_tree
from promosite.check.markup import read_page
from promosite.check.page import Page
from promosite.check.site import is_language

LOOKED_AT = 60
"""Pages whose canonical address is asked: those nearest to the top."""
FOLDER = re.compile(r"[a-z]{2}")


def address_from(folder: Path) -> str | None:
    """Return the address that most pages of a site name as their own, with its slash; None where none names one."""
    found = Counter(base for page in _pages(folder) for base in _bases(page))
    return found.most_common(1)[0][0] if found else None


def languages_from(folder: Path) -> tuple[str, ...]:
    """Return the languages of a site, that of its home page first; empty where the home page says none.

    A further language is a folder of two letters whose home page is in that language.
    """
    first = _language(folder / "index.html")
    if not first:
        return ()
    names = sorted(one.name for one in folder.iterdir() if one.is_dir() and FOLDER.fullmatch(one.name))
    others = [name for name in names if is_language(_language(folder / name / "index.html") or "-", name)]
    return (first, *(name for name in others if name != first))


def _pages(folder: Path) -> Iterator[Page]:
    homes = [path for path in read_tree(folder)[0] if f"/{path}".endswith("/index.html")]
    for path in sorted(homes, key=lambda path: (path.count("/"), path))[:LOOKED_AT]:
        yield read_page(path, (folder / path).read_bytes())


def _bases(page: Page) -> Iterator[str]:
    """Yield what is left of a canonical address without the page's own place."""
    own = quote(page.path.removesuffix("index.html"))
    for canonical in page.canonicals:
        if re.match(r"https?://[^/]+/", canonical.text) and canonical.text.endswith(f"/{own}"):
            yield canonical.text.removesuffix(own)


def _language(path: Path) -> str | None:
    """Return the first two letters of a page's language; None where there is no such page or it says none."""
    page = read_page(path.name, path.read_bytes()) if path.is_file() else None
    return page.lang.text[:2].lower() if page and page.lang and page.lang.text else None
