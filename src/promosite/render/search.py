"""The search index: made by Pagefind from the finished pages, once after all languages, one folder per language.

A finished index is kept in the cache under the digest of everything it was made from, and the engine runs only when
that has changed. It is made beside its place and renamed, so that there is never half an index.
"""

import gzip
import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable

from promosite.cache import cache_key
from promosite.findings import Finding, Source, finding
from promosite.model.search import SearchEntry
from promosite.render.hard_links import place
from promosite.render.search_documents import document
from promosite.whole_files import write_whole

VERSION = 4
PACKAGE = "pagefind_bin"
PLAIN = "und"
"""The language that the engine is told: none. It would cut English words to stems, and find Special for speciality."""
FOLDER = "pagefind"
"""Where the index lies below the site's root, a folder for each language."""
IGNORED = ".ps-cite,.ps-address"
"""Marks of sources and printed addresses: they are no words."""
WANTED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "index/*", "fragment/*")
"""What the browser needs; the engine also lays out user interfaces that this site does not use."""
SEEN = "pages.txt"
"""Beside an index: what the pages were of which it was last made or found to be right."""
FACET_PAGES = 2500
"""Pages in one file of what the filters need: about 100 KB, 30 KB as it travels."""
SIGNATURE = len(b"pagefind_dcd")
"""Bytes that stand before the JSON of a fragment."""

Documents = dict[str, dict[str, str]]
"""Language → address below the site's root → small document."""


class EngineError(Exception):
    """The engine did not run or did not finish; the text says why."""


def index_site(site: Path, entries: Sequence[SearchEntry], cache: Path, pages: Sequence[str] = ()) -> list[Finding]:
    """Lay the search index of a finished site into `site/pagefind/`; a fault of the engine is a finding.

    `pages` identify the finished pages: where they and the entries are the same as when an index was made, that index
    is laid again and no page is read.
    """
    seen = _seen(entries, pages)
    if pages and (same := _made_from(cache, seen)):
        _lay(same, site)
        return []
    documents = _documents(site, entries)
    kept = cache / _key(documents, entries)
    if not kept.is_dir():
        try:
            _make(kept, documents, entries)
        except (EngineError, OSError) as fault:
            return [finding("search-index-failed", Source(FOLDER), reason=fault)]
    write_whole(kept / SEEN, seen.encode())
    _lay(kept, site)
    return []


def _seen(entries: Sequence[SearchEntry], pages: Sequence[str]) -> str:
    return cache_key("searched", VERSION, version(PACKAGE), IGNORED, repr(WANTED), repr(entries), *pages)


def _made_from(cache: Path, seen: str) -> Path | None:
    """Return the index that was made from just these pages."""
    for note in cache.glob(f"*/{SEEN}"):
        if note.read_text(encoding="ascii") == seen:
            return note.parent
    return None


def reuse_index(site: Path, cache: Path) -> bool:
    """Lay the last index that was made, if none is there; tell whether there was one. For previews."""
    made = [path for path in cache.glob("*") if path.is_dir() and not path.name.startswith(".")]
    if made and not (site / FOLDER).is_dir():
        _lay(max(made, key=lambda path: path.stat().st_mtime), site)
    return bool(made)


def _documents(site: Path, entries: Sequence[SearchEntry]) -> Documents:
    found: Documents = {}
    for entry in entries:
        path = site / entry.address / "index.html"
        if path.is_file():
            found.setdefault(entry.lang, {})[entry.address] = document(entry, path.read_text(encoding="utf-8"))
    return found


def _key(documents: Documents, entries: Sequence[SearchEntry]) -> str:
    pages = [f"{lang}\0{address}\0{text}" for lang, group in documents.items() for address, text in group.items()]
    return cache_key("search", VERSION, version(PACKAGE), IGNORED, repr(WANTED), repr(entries), *pages)


def _make(kept: Path, documents: Documents, entries: Sequence[SearchEntry]) -> None:
    """Make the index of every language, then put it in place and let go of older and of broken-off ones."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=kept.parent) as name:
        beside = Path(name)
        for lang, group in documents.items():
            made = _run_engine(beside / "pages" / lang, group, lang, beside / "made")
            _take(made, beside / "index" / lang)
            own = {one.address: one for one in entries if one.lang == lang}
            for file, text in facet_tables(beside / "index" / lang / "fragment", own).items():
                (beside / "index" / lang / file).write_text(text, encoding="utf-8")
        for old in kept.parent.iterdir():
            if old != beside:
                shutil.rmtree(old, ignore_errors=True)
        (beside / "index").rename(kept)


def _run_engine(pages: Path, documents: Mapping[str, str], lang: str, target: Path) -> Path:
    """Write the documents, run the engine on them, and return where it wrote; raises EngineError."""
    for address, text in documents.items():
        path = pages / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    made = target / lang
    options = ["--site", str(pages), "--output-path", str(made), "--force-language", PLAIN]
    try:
        command = [str(get_executable()), *options, "--exclude-selectors", IGNORED, "--quiet"]
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    except OSError as error:
        raise EngineError(str(error)) from error
    if result.returncode or not (made / "pagefind-entry.json").is_file():
        said = [line.strip() for line in f"{result.stdout}\n{result.stderr}".splitlines() if line.strip()]
        raise EngineError(said[-1] if said else f"exit {result.returncode}")
    return made


def _take(made: Path, target: Path) -> None:
    """Move what is wanted out of the engine's folder."""
    for pattern in WANTED:
        for path in made.glob(pattern):
            to = target / path.relative_to(made)
            to.parent.mkdir(parents=True, exist_ok=True)
            path.rename(to)


def facet_tables(fragments: Path, entries: Mapping[str, SearchEntry], limit: int = FACET_PAGES) -> dict[str, str]:
    """Return what the filters need of every page as JSON files, newest page first, by the engine's own page ids.

    `facets.json` has the values, the first `limit` pages and how many files there are; the rest stand in
    `facets-2.json` and so on. The engine has filters of its own, but writes them in another order at each run; two
    builds would differ. Stars that only the press reports have a minus, for they are shown in another way.
    """
    pages = sorted(_pages(fragments, entries), key=lambda one: one[1].address)
    pages.sort(key=lambda one: one[1].day, reverse=True)
    places = sorted({place for _, one in pages for place in one.places})
    rows = sorted({row for _, one in pages for row in one.rows})
    kinds = sorted({one.kind for _, one in pages})
    lines = [
        (
            page_id,
            [
                kinds.index(one.kind),
                one.year,
                -one.stars if one.stars and one.stars_reported else one.stars,
                [places.index(place) for place in one.places],
                [rows.index(row) for row in one.rows],
            ],
        )
        for page_id, one in pages
    ]
    parts = [dict(lines[at : at + limit]) for at in range(0, len(lines), limit)] or [{}]
    head: dict[str, Any] = {"kinds": kinds, "places": places, "rows": rows, "parts": len(parts)}
    tables = {"facets.json": head | {"pages": parts[0]}}
    tables |= {f"facets-{number}.json": {"pages": part} for number, part in enumerate(parts[1:], start=2)}
    return {name: json.dumps(table, separators=(",", ":")) for name, table in tables.items()}


def _pages(fragments: Path, entries: Mapping[str, SearchEntry]) -> list[tuple[str, SearchEntry]]:
    found = []
    for path in fragments.iterdir():
        fragment = json.loads(gzip.decompress(path.read_bytes())[SIGNATURE:])
        found.append((path.stem, entries[fragment["url"].strip("/") + "/"]))
    return found


def _lay(kept: Path, site: Path) -> None:
    for path in kept.rglob("*"):
        if path.is_file() and not path.name.endswith(SEEN):  # nor what a kill has left beside it
            place(path, site / FOLDER / path.relative_to(kept))
