"""Links of hand-written pages: to a page that is there, told before anything is built."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from promosite.findings import Finding, Source, finding
from promosite.generate.headers import Claim
from promosite.generate.site import Site
from promosite.model.outputs import PageOutput
from promosite.model.pages import WrittenPage
from promosite.validate.problems import closest
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
                yield finding("link-page", _place(page, target), found=target.path or "()", expected=expected)


def _paths(pages: Iterable[PageOutput], others: Iterable[Claim]) -> Mapping[str, set[str]]:
    """Return the paths, below the folder of a language, under which the engine finds pages."""
    paths: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        paths[page.lang].add(page.uri)
    for claim in others:
        paths[claim.lang] |= {f"{claim.address.rstrip('/')}.md", f"{claim.address}index.md"}
    return paths


def _is_lost(page: WrittenPage, target: Target, known: Set[str]) -> bool:
    path = target.path.partition("#")[0]
    if target.is_address or not path.endswith(".md"):
        return NO_FILE.match(path) is not None
    return posixpath.normpath(posixpath.join(_folder(page), path)) not in known


def _from(page: WrittenPage, path: str) -> str:
    return posixpath.relpath(path, _folder(page) or ".")


def _folder(page: WrittenPage) -> str:
    """Return the folder in which the file of a page lies, below that of its language."""
    return posixpath.dirname(page.path.partition(f"docs/{page.lang}/")[2])


def _place(page: WrittenPage, target: Target) -> Source:
    line = page.body_line + page.body.count("\n", 0, target.offset)
    return Source(page.path, line, target.offset - page.body.rfind("\n", 0, target.offset))
