"""Publish a site so that it cannot go wrong: gate, build from the commit, ledger, check, commit by plumbing, push."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from promosite.cache import CACHE, links_in_cache
from promosite.check import check_site
from promosite.findings import WHOLE, Finding, Source, finding, has_errors
from promosite.ledger import LEDGER, SCHEMA, Build, Ledger, ledger_bytes, next_ledger, schema_bytes
from promosite.messages import spoken
from promosite.model.outputs import PROGRAMS
from promosite.publishing.building import build_project, without_editor
from promosite.publishing.commit import (
    FileChanges,
    commit_tree,
    file_changes,
    lay_source,
    push,
    tree_of,
    write_tree,
)
from promosite.publishing.gate import PLACE, Standing, Target, fetched, gate
from promosite.publishing.git import Git
from promosite.publishing.lock import locked
from promosite.publishing.online import carry, clock_findings, local_ledger, published_ledger
from promosite.publishing.settings import load_target, placeholder_findings
from promosite.publishing.telling import PageChanges, lines_of, page_changes
from promosite.site_settings import load_config
from promosite.whole_files import refusal, write_whole

__all__ = [
    "Complete",
    "Publication",
    "Standing",
    "Target",
    "build_project",
    "complete",
    "deliver",
    "gate",
    "lines_of",
    "load_target",
    "local_ledger",
    "pass_gate",
    "publish",
    "published_ledger",
    "without_editor",
]

LOCK = "requirements.lock"
Complete = Callable[[Path], list[Finding]]
"""Brings a finished site to what may be published, and returns what forbids it."""
Builder = Callable[[Path], tuple[Path, list[Finding]]]
"""Builds the project in a folder and returns the finished site in it, and what forbids to publish it."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A site that is ready, and what it changes.

    `commit` is empty in a dry run, and where nothing differs from what is online.
    """

    standing: Standing
    folder: Path
    commit: str
    files: FileChanges
    pages: PageChanges


def pass_gate(root: Path, remote: str, branch: str, day: date) -> tuple[Complete | None, list[Finding]]:
    """Return what completes a site that is to be published from a project, or None with the reasons why none may be.

    Nothing is written before it: for `mkdocs gh-deploy`, which builds and pushes by itself.
    """
    settings, findings = load_config(root)
    if settings is None:
        return None, findings
    target = Target(root, settings.branch, remote, branch)
    standing, findings = gate(target)
    if standing is None:
        return None, findings
    return lambda folder: complete(target, standing, root, folder, day)[0], findings


def publish(
    target: Target, build: Builder, day: date, *, dry: Callable[[Path], None] | None = None, replaces: str | None = None
) -> tuple[Publication | None, list[Finding]]:
    """Publish the head of the main branch, or return why not; nothing is online in part, whatever happens.

    Warnings come along with what was published. `dry` is given the finished folder in place of the push.
    """
    work = target.root / CACHE / "publish"
    if links := links_in_cache(target.root):
        return None, [finding("cache-link", Source(path, WHOLE)) for path in links]
    try:
        with locked(target.root / CACHE / "publish.lock") as is_free:
            if not is_free:
                return None, [finding("publish-busy", PLACE)]
            return _publish(target, build, day, work, dry, replaces)
    except OSError as error:  # a full disk, a folder that may not be written
        return None, [finding("publish-failed", Source(CACHE.as_posix()), reason=refusal(error))]


def _publish(
    target: Target, build: Builder, day: date, work: Path, dry: Callable[[Path], None] | None, replaces: str | None
) -> tuple[Publication | None, list[Finding]]:
    standing, findings = gate(target, replaces)
    if standing is None:
        return None, findings
    git = Git(target.root)
    tree, index = _emptied(work)
    project, findings = lay_source(git, standing.commit, tree, index)
    if findings:
        return None, findings
    folder, findings = build(project)
    if findings:
        return None, findings
    problems, before, after = complete(target, standing, project, folder, day)
    if has_errors(problems):
        return None, problems
    if dry:
        dry(folder)
    message, pages = _message(git, standing.commit, project), page_changes(before, after)
    made, findings = deliver(target, standing, folder, index, message, pages, dry=dry is not None)
    return made, [*problems, *findings]


def _emptied(work: Path) -> tuple[Path, Path]:
    """Return an empty folder for the source and a place for git's lists of files, both for one run.

    Of the time before stays only the build's own cache, which may be used or thrown away. The place is a new one each
    time: a lock beside a list, left by a git that was killed, is in nobody's way.
    """
    tree = work / "tree"
    _cleared(work, tree.name)
    _cleared(tree, CACHE.parts[0])
    return tree, Path(mkdtemp(prefix="index-", dir=work)) / "index"


def _cleared(folder: Path, kept: str) -> None:
    """Leave nothing in a folder but one folder of its own; make it where it is absent."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.is_symlink() or not path.is_dir():
            path.unlink()
        elif path.name != kept:
            shutil.rmtree(path)


def complete(
    target: Target, standing: Standing, project: Path, folder: Path, day: date
) -> tuple[list[Finding], Ledger, Ledger]:
    """Add to a finished site what only a publication knows, and check all of it once more as it will go out.

    Returns the findings, the ledger that is online and the one of this folder.
    """
    before, findings = published_ledger(target, standing)
    findings += [*clock_findings(before, day), *carry(target, standing, folder)]
    after, lost = next_ledger(before, folder, build_of(project, standing.commit), day)
    if not findings and not lost:
        write_whole(folder / LEDGER, ledger_bytes(after))
        write_whole(folder / SCHEMA, schema_bytes(spoken()))
    config, unread = load_config(project)
    # Nothing that earlier runs remember counts here: it is the last look before the site goes out.
    problems = check_site(folder, config.site_url, config.locales, PROGRAMS)[1] if config else unread
    cautions = placeholder_findings(config) if config else []
    return [*findings, *lost, *problems, *cautions], before, after


def build_of(project: Path, commit: str) -> Build:
    """Return what identifies a build: its source commit and the digest of its lock file."""
    return Build(commit, _lock_digest(project)[:16])


def _lock_digest(project: Path) -> str:
    """Return the SHA-256 of a project's lock file, in hexadecimal digits; `none` where it has none."""
    lock = project / LOCK
    return hashlib.sha256(lock.read_bytes()).hexdigest() if lock.is_file() else "none"


def deliver(
    target: Target,
    standing: Standing,
    folder: Path,
    index: Path,
    message: str,
    pages: PageChanges,
    *,
    dry: bool = False,
) -> tuple[Publication | None, list[Finding]]:
    """Commit a finished folder on top of what is online, and push it; `dry` stops before the commit.

    Where the folder is what is online already, nothing is made.
    """
    git = Git(target.root)
    tree, findings = write_tree(git, folder, index)
    if findings:
        return None, findings
    files = file_changes(git, standing.tip, tree)
    ready = Publication(standing, folder, "", files, pages)
    if dry or (standing.tip and tree == tree_of(git, standing.tip)):
        return ready, []
    commit, findings = commit_tree(git, tree, standing.tip, message)
    findings = findings or _still_newest(git, target, standing) or push(git, target, commit, standing.tip)
    return (None, findings) if findings else (Publication(standing, folder, commit, files, pages), [])


def _message(git: Git, source: str, project: Path) -> str:
    """Return what a publication says of itself: what it was made from, and with what."""
    digest = _lock_digest(project)
    digest = digest if digest == "none" else f"sha256:{digest}"
    subject = git.author(source).subject
    return f"publish: {source[:12]} {subject}\n\nSource-Commit: {source}\nLock-Digest: {digest}\n"


def _still_newest(git: Git, target: Target, standing: Standing) -> list[Finding]:
    """Look once more, right before the push: a build takes minutes, and a colleague may have pushed meanwhile."""
    tips, unreachable = fetched(git, target)
    if unreachable:
        return unreachable
    there = tips[target.source]
    if there == standing.commit:
        return []
    words = {"branch": target.source, "remote": target.remote, **git.author(there).words}
    return [finding("publish-moved", PLACE, **words)]
