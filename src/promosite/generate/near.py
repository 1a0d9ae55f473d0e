"""Addresses, titles and other names for the 404 page, which looks for pages near a wrong address.

A small site has one file for each language. In a large one the pages are laid in parts by how their words begin, so
that no file has more than `LIMIT` pages however many there are; the script asks for the parts of the words it needs.
A single word that stands in more pages than that says little: of those, the newest are kept.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from promosite.generate.search_names import NameFinder, Names, finder_of, other_names
from promosite.generate.site import Site
from promosite.lang import fold
from promosite.model.items import Kind
from promosite.model.outputs import FileOutput
from promosite.model.search import SearchEntry

FOLDER = "assets/near"
LIMIT = 400
"""Pages in one file: about 50 KB, 15 KB as it travels."""
USUAL = 10
"""What more than one title in so many names, such as the area, tells no pages apart; its other names are left out."""
WORD = re.compile(r"[a-z0-9]+")

Page = tuple[str, str, str]
"""Address below the site's root, title, and the words of its other names, without marks."""
Words = Mapping[str, frozenset[int]]
"""Word → the pages that have it, as places in the list."""


def near_files(site: Site, entries: Sequence[SearchEntry], limit: int = LIMIT) -> Iterator[FileOutput]:
    """Yield the files of every language that has pages; `entries` are all pages that search finds."""
    finder, head = finder_of(site.catalogue), {"sections": _section_names(site)}
    for lang in site.config.locales:
        own = sorted((entry for entry in entries if entry.lang == lang), key=lambda one: one.day, reverse=True)
        pages = [*_sections(site, lang), *_pages(own, finder)]
        if len(pages) <= limit:
            yield _file(lang, {**head, "pages": pages})
            continue
        parts = dict(_parts(_by_word(pages), limit))
        yield _file(lang, {**head, "parts": sorted(parts)})
        for part, places in parts.items():
            yield _file(f"{lang}-{part}", {"pages": [pages[place] for place in places]})


def _section_names(site: Site) -> dict[str, list[str]]:
    """Return what each section is called in any language, by its folder: `/san-pham/` means `/products/`."""
    names = {kind.folder: [f"kind.{kind}.plural", f"kind.{kind}.one"] for kind in Kind} | {"plan": ["plan.menu"]}
    return {
        folder: [*dict.fromkeys([folder, *(fold(table.text(key)) for table in site.messages.values() for key in keys)])]
        for folder, keys in names.items()
    }


def _sections(site: Site, lang: str) -> Iterator[Page]:
    for kind in Kind:
        yield site.path(lang, f"{kind.folder}/"), site.messages[lang].text(f"kind.{kind}.plural"), ""


def _pages(entries: Sequence[SearchEntry], finder: NameFinder) -> Iterator[Page]:
    named = [finder.found_in(entry.title) for entry in entries]
    often, most = Counter(thing for one in named for thing in one), max(1, len(entries) // USUAL)
    for entry, found in zip(entries, named, strict=True):
        yield _page(entry, {thing: there for thing, there in found.items() if often[thing] <= most})


def _page(entry: SearchEntry, named: dict[Names, set[str]]) -> Page:
    own = {*WORD.findall(entry.address), *WORD.findall(fold(entry.title))}
    others = (word for name in other_names(named) for word in WORD.findall(fold(name)))
    return entry.address, entry.title, " ".join(dict.fromkeys(word for word in others if word not in own))


def _file(name: str, content: Mapping[str, object]) -> FileOutput:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return FileOutput(f"{FOLDER}/{name}.json", f"{text}\n".encode())


def _by_word(pages: Sequence[Page]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for place, (address, title, names) in enumerate(pages):
        own_name = address.rstrip("/").rpartition("/")[2]
        for word in {*WORD.findall(own_name), *WORD.findall(fold(title)), *names.split()}:
            found.setdefault(word, set()).add(place)
    return {word: frozenset(places) for word, places in found.items()}


def _parts(words: Words, limit: int, start: str = "") -> Iterator[tuple[str, list[int]]]:
    """Yield beginnings of words, each with the pages that have such a word, never more than `limit`."""
    places = sorted(frozenset().union(*words.values()))
    if start and (len(places) <= limit or len(words) == 1):
        yield start, places[:limit]
        return
    groups: dict[str, dict[str, frozenset[int]]] = {}
    for word, its in words.items():
        groups.setdefault(word[: len(start) + 1], {})[word] = its
    for longer, group in sorted(groups.items()):
        yield from _parts(group, limit, longer)
