"""The gate before every publication: what is published is what everybody has, under a name that can be asked."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from promosite.findings import WHOLE, Finding, Source, finding
from promosite.publishing.git import Git, plain
from promosite.publishing.lock import lift_forgotten

READ_BY_BUILDS = ("content/", "docs/", "editor/", "hooks/", "messages/", "scripts/", "src/")
"""Where a file that git does not know would still go into a site or change it."""
PUBLISHED = ("content/", "docs/")
"""Where even a file that git is told to ignore would go online."""
HIDDEN = re.compile(r"(?:^|/)[.~]")
"""What systems and editors leave beside files; builds read none of it."""
GITLINK = "160000 "
"""The mode of a commit of another repository in a tree (git-ls-tree)."""
NAMED = 5
"""Files that a message names."""
SOURCES = (
    re.compile(r"^Source-Commit: ([0-9a-f]{40})$", re.MULTILINE),
    re.compile(r"Deployed ([0-9a-f]{7,40}) with MkDocs"),
)
"""How a published commit names what it was made from: our own way, and that of `mkdocs gh-deploy`."""
PLACE = Source(".git")


@dataclass(frozen=True, slots=True)
class Target:
    """What is published from where to where: the project, its main branch, the remote, and the site's branch."""

    root: Path
    source: str = "main"
    remote: str = "origin"
    branch: str = "gh-pages"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the gate let through: the commit to publish, and what is online now (None before the first time)."""

    commit: str
    tip: str | None


def gate(target: Target, replaces: str | None = None) -> tuple[Standing | None, list[Finding]]:
    """Return what may be published, or None with the reasons why nothing may be.

    Fetches both branches first. `replaces` names a source commit that the site online may be made from although the
    main branch no longer has it.
    """
    git = Git(target.root)
    if git.ask("--version").code == 127:
        return None, [finding("publish-no-git", PLACE)]
    head = git.ask("rev-parse", "--verify", "HEAD^{commit}")
    if not head.is_ok:
        return None, [finding("publish-no-repository", PLACE, reason=head.reason)]
    findings = [*_local(git, target)]
    tips, problems = fetched(git, target)
    if problems:
        return None, [*findings, *problems]
    findings += _compared(git, target, head.line, tips[target.source])
    tip = tips.get(target.branch)
    if tip is None and git.ask("rev-parse", "--verify", f"refs/remotes/{target.remote}/{target.branch}").is_ok:
        findings.append(finding("publish-branch-gone", PLACE, branch=target.branch, remote=target.remote))
    if tip and not findings:
        findings += _not_older(git, tip, head.line, replaces)
    return (None if findings else Standing(head.line, tip)), findings


def _local(git: Git, target: Target) -> Iterator[Finding]:
    """Yield what is wrong on this machine alone."""
    if target.branch == target.source:
        yield finding("publish-onto-source", Source("mkdocs.yml"), found=target.branch)
    # The whole name: where a tag has the branch's name, the short one is ambiguous.
    branch = git.ask("symbolic-ref", "--quiet", "HEAD").line.removeprefix("refs/heads/")
    if branch != target.source:
        here = branch or git.ask("rev-parse", "--short=12", "HEAD").line
        yield finding("publish-branch", PLACE, found=here, expected=target.source)
    if changed := uncommitted(git):
        more = ["…"] if len(changed) > NAMED else []
        yield finding("publish-uncommitted", PLACE, count=len(changed), found=[*changed[:NAMED], *more])
    if hidden := unwatched(git):
        yield finding("publish-hidden", PLACE, count=len(hidden), found=hidden[:NAMED], path=hidden[0])
    for path in submodules(git):
        yield finding("publish-submodule", Source(path, WHOLE))
    wanted = ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT")
    if not all(git.ask("-c", "user.useConfigOnly=true", "var", one).is_ok for one in wanted):
        yield finding("publish-identity", PLACE)
    if git.ask("rev-parse", "--is-shallow-repository").line == "true":
        yield finding("publish-shallow", PLACE)


def uncommitted(git: Git) -> list[str]:
    """Return the files that a build would read otherwise than the last commit has them."""
    asked = ("status", "--porcelain=v1", "-z", "--untracked-files=all", "--ignored=matching", "--no-renames", "--", ".")
    entries = git.ask(*asked).out.split(b"\0")
    prefix = git.ask("rev-parse", "--show-prefix").line
    found = []
    for state, path in ((one[:2], os.fsdecode(one[3:]).removeprefix(prefix)) for one in entries if one):
        if state == b"!!" and (not path.startswith(PUBLISHED) or HIDDEN.search(path)):
            continue
        if state == b"??" and not path.startswith(READ_BY_BUILDS):
            continue
        found.append(plain(path))
    return sorted(found)


def unwatched(git: Git) -> list[str]:
    """Return the files of which git was told not to look whether they were changed, so that nobody would know."""
    entries = (os.fsdecode(one) for one in git.ask("ls-files", "-v", "-z", "--", ".").out.split(b"\0") if one)
    return sorted(plain(path) for mark, path in ((one[0], one[2:]) for one in entries) if mark.islower() or mark == "S")


def submodules(git: Git) -> list[str]:
    """Return the folders that the commit only points at, among those whose files a build reads: it has none of them."""
    entries = (os.fsdecode(one) for one in git.ask("ls-files", "--stage", "-z", "--", ".").out.split(b"\0") if one)
    paths = (path for entry, _, path in (one.partition("\t") for one in entries) if entry.startswith(GITLINK))
    return sorted(plain(path) for path in paths if path.startswith(READ_BY_BUILDS))


def fetched(git: Git, target: Target) -> tuple[dict[str, str], list[Finding]]:
    """Fetch both branches and return where each is at the remote; a site never published has none.

    A branch that moves between list and fetch is taken as listed: the lease of the push finds out.
    """
    words = {"remote": target.remote}
    listed = git.ask("ls-remote", "--heads", "--", target.remote)
    if not listed.is_ok:
        return {}, [finding("publish-remote", PLACE, reason=listed.reason, **words)]
    parts = [line.partition("\t") for line in listed.line.splitlines()]
    heads = {name.removeprefix("refs/heads/"): commit for commit, _, name in parts}
    tips = {name: heads[name] for name in (target.source, target.branch) if name in heads}
    if target.source not in tips:
        return {}, [finding("publish-source-missing", PLACE, branch=target.source, **words)]
    # By name and without refs: a run that is killed must leave no half-written ref or lock behind in this clone.
    asked = ("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--refmap=")
    answer = git.ask(*asked, "--", target.remote, *(f"refs/heads/{name}" for name in tips))
    if not answer.is_ok:
        return {}, [finding("publish-remote", PLACE, reason=answer.reason, **words)]
    noted = {f"refs/remotes/{target.remote}/{name}": commit for name, commit in tips.items()}
    lift_forgotten(git, (*noted, f"refs/heads/{target.branch}"))  # the last is what `mkdocs gh-deploy` writes
    for ref, commit in noted.items():  # what other commands of git go by; where it cannot be noted, nothing is lost
        git.ask("update-ref", ref, commit)
    return tips, []


def _compared(git: Git, target: Target, head: str, there: str) -> Iterator[Finding]:
    """Yield who is ahead: this folder, the remote, or each of them with something of its own."""
    if head == there:
        return
    counted = git.ask("rev-list", "--left-right", "--count", f"{head}...{there}").line.split()
    ours, theirs = (int(number) for number in counted) if len(counted) == 2 else (1, 1)
    where = {"branch": target.source, "remote": target.remote}
    if not git.ask("merge-base", head, there).is_ok:
        yield finding("publish-unrelated", PLACE, **where)
    elif ours and theirs:
        yield finding("publish-diverged", PLACE, count=theirs, size=ours, **where, **git.author(there).words)
    elif theirs:
        yield finding("publish-behind", PLACE, count=theirs, **where, **git.author(there).words)
    else:
        yield finding("publish-unpushed", PLACE, count=ours, **where, **git.author(head).words)


def _not_older(git: Git, tip: str, head: str, replaces: str | None) -> Iterator[Finding]:
    """Yield a finding where the site online was made from something that this source does not contain, or by hand."""
    online = source_of(git, tip)
    if replaces and (online or tip).startswith(replaces):
        return
    if online is None:
        yield finding("publish-foreign", PLACE, **git.author(tip).words)
        return
    if not git.ask("merge-base", "--is-ancestor", online, head).is_ok:
        yield finding("publish-older", PLACE, **git.author(tip).words | {"commit": online[:12]})


def source_of(git: Git, tip: str) -> str | None:
    """Return the commit that a published site says it was made from, by the newest commit that says so."""
    bodies = git.ask("log", "--max-count=500", "--first-parent", "--format=%B%x00", tip).line.split("\0")
    return next((found[1] for body in bodies for form in SOURCES if (found := form.search(body))), None)
