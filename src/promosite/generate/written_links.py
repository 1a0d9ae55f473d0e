"""Links of hand-written pages: to a page that is there, told before anything is built."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from promosite.findings import Finding, finding
from promosite.generate.headers import Claim
from promosite.generate.site import Site
from promosite.model.outputs import PageOutput
from promosite.model.pages import WrittenPage
from promosite.validate.problems import closest
from promosite.validate.slips import place_of
from promosite.validate.targets import Target, targets_in

NO_FILE = re.compile(r"/|www\.", re.IGNORECASE)
"""How a target begins that no file of this site has, whatever was meant: from the root, or without `https://`."""


def written_link_findings(site: Site, pages: Iterable[PageOutput], others: Iterable[Claim]) -> Iterator[Finding]:
    """Yield links of hand-written pages to pages that are not there; of files the finished site is asked.

    `others` are addresses of pages that are not outlined yet.
    """
    paths = _paths(pages, others) if site.pages else {}
    for page in site.pages:
        known = paths[site.config.source_lang] | paths[page.lang]  # what a language lacks leads to the source's page
        for target in targets_in(page.body):
            if not target.is_picture and _is_lost(page, target, known):
                expected = closest(target.path.partition("#")[0], (_from(page, path) for path in known))
                found = {"found": target.path or "()", "file": _resolved(page, target), "expected": expected}
                yield finding("link-page", place_of(page, target.offset), **found)


def _paths(pages: Iterable[PageOutput], others: Iterable[Claim]) -> Mapping[str, set[str]]:
    """Return the paths, below the folder of a language, under which the engine finds pages."""
    paths: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        paths[page.lang].add(page.uri)
    for claim in others:
        paths[claim.lang] |= {f"{claim.address.rstrip('/')}.md", f"{claim.address}index.md"}
    return paths


def _is_lost(page: WrittenPage, target: Target, known: Set[str]) -> bool:
    if target.is_address or not target.path.partition("#")[0].endswith(".md"):
        return NO_FILE.match(target.path) is not None
    return _resolved(page, target) not in known


def _resolved(page: WrittenPage, target: Target) -> str:
    """Return the path of a target below the folder of the page's language."""
    return posixpath.normpath(posixpath.join(_folder(page), target.path.partition("#")[0]))


def _from(page: WrittenPage, path: str) -> str:
    return posixpath.relpath(path, _folder(page) or ".")


def _folder(page: WrittenPage) -> str:
    """Return the folder in which the file of a page lies, below that of its language."""
    return posixpath.dirname(page.path.partition(f"docs/{page.lang}/")[2])
