"""The translations of a project, also of items that are not shown: to look at them and to accept them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from promosite.config import SiteConfig
from promosite.findings import Finding, Severity, Source, finding, from_root, lies_in
from promosite.load import load_content
from promosite.staleness import Staleness, compare, record_of
from promosite.staleness.acceptance import accepted
from promosite.validate import ValidFile, validate_item


@dataclass(frozen=True)
class Pair:
    """A text in the source language and one translation of it."""

    source: ValidFile
    translation: ValidFile

    @property
    def path(self) -> str:
        """Return the path of the translation, from the project's root."""
        return self.translation.text.path

    @property
    def paths(self) -> tuple[str, str]:
        """Return the paths of both files."""
        return self.source.text.path, self.path

    @property
    def staleness(self) -> Staleness:
        """Return how the translation stands to its source."""
        return compare(self.source.text, self.translation.text)


def load_pairs(config: SiteConfig) -> list[Pair]:
    """Return every translation that can be read and whose source can, by path."""
    content, _ = load_content(config.root, config.locales)
    valid = [record for file in content.items if (record := validate_item(file, config.source_lang)[0])]
    sources = {(one.kind, one.slug): one for one in valid if one.text.lang == config.source_lang}
    pairs = [
        Pair(sources[one.kind, one.slug], one)
        for one in valid
        if one.text.lang != config.source_lang and (one.kind, one.slug) in sources
    ]
    return sorted(pairs, key=lambda pair: pair.path)


def choose(
    pairs: Iterable[Pair],
    findings: Iterable[Finding],
    paths: Sequence[str],
    config: SiteConfig,
    *,
    with_faulty: bool = False,
) -> tuple[list[Pair], list[Finding]]:
    """Return the pairs of which a file, or a folder above one, was named, and their errors.

    Every pair is meant when no path is given. A path that names no translation gives a finding. A pair with errors is
    left out, unless it is to be looked at (`with_faulty`): that is how an error is mended.
    """
    wanted = [from_root(path, config.root) for path in paths] or ["."]
    chosen = [pair for pair in pairs if any(lies_in(path, one) for path in pair.paths for one in wanted)]
    about = [twin for path in wanted for twin in _twins(path, config)]
    texts = tuple(f"content/{lang}/" for lang in config.locales)
    errors = [
        one
        for one in findings
        if one.severity is Severity.ERROR
        and one.source.path.startswith(texts)
        and any(lies_in(one.source.path, path) for path in about)
    ]
    refused = {one.source.path for one in errors}
    kept = [pair for pair in chosen if with_faulty or not refused & set(pair.paths)]
    return kept, [*errors, *_naming_nothing(wanted, chosen, errors, config)]


def _twins(path: str, config: SiteConfig) -> Iterator[str]:
    """Yield a path and the same below the languages whose errors matter to it."""
    yield path
    for lang in config.locales:
        if lies_in(path, f"content/{lang}"):
            others = config.locales[1:] if lang == config.source_lang else config.locales[:1]
            yield from (path.replace(f"content/{lang}", f"content/{other}", 1) for other in others)


def _naming_nothing(
    wanted: Iterable[str], chosen: Sequence[Pair], errors: Sequence[Finding], config: SiteConfig
) -> Iterator[Finding]:
    known = [*(path for pair in chosen for path in pair.paths), *(one.source.path for one in errors)]
    for path in wanted:
        about = list(_twins(path, config))
        if path != "." and not any(lies_in(one, twin) for one in known for twin in about):
            yield finding("translation-unknown", Source(path))


def refused_by(findings: Iterable[Finding], config: SiteConfig) -> list[str]:
    """Return the translations that were not accepted because of errors in them or in their sources, by path."""
    found: set[str] = set()
    for one in findings:
        if one.severity is Severity.ERROR and one.code != "translation-unknown":
            found.update(_twins(one.source.path, config))
    translations = tuple(f"content/{lang}/" for lang in config.locales[1:])
    return sorted(path for path in found if path.startswith(translations) and (config.root / path).is_file())


def accept(pairs: Iterable[Pair], config: SiteConfig, day: date) -> tuple[dict[str, bytes], list[Finding]]:
    """Return the new bytes of each translation that is to be marked as current, by path, and what cannot be.

    A translation that is marked already keeps its bytes, and so the day on which it was accepted.
    """
    changed: dict[str, bytes] = {}
    findings: list[Finding] = []
    for pair in pairs:
        text = pair.translation.text
        record = record_of(pair.source.text, text.tier)
        if text.translated_from == record and text.translated_on:
            continue
        content = accepted((config.root / pair.path).read_bytes(), record, day)
        if content is None:
            findings.append(finding("translation-header-form", pair.translation.file.at(pair.translation.file.header)))
        else:
            changed[pair.path] = content
    return changed, findings
