"""From a finished folder to a commit at the remote, by git's plumbing: working tree and index stay out of it."""

from dataclasses import dataclass
from pathlib import Path

from promosite.findings import Finding, Source, finding
from promosite.publishing.gate import PLACE, Target, fetched
from promosite.publishing.git import AS_COMMITTED, AS_THEY_ARE, Git, joined, with_settings


@dataclass(frozen=True, slots=True)
class FileChanges:
    """Files that a publication adds, changes and takes away."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def write_tree(git: Git, folder: Path, index: Path) -> tuple[str, list[Finding]]:
    """Store a folder in the repository and return its tree. `index` is a path for git's list of it, made anew."""
    index.unlink(missing_ok=True)
    directory = git.ask("rev-parse", "--absolute-git-dir").line
    inside = Git(folder)
    paths = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
    where = [*with_settings(*AS_THEY_ARE), f"--git-dir={directory}", "--work-tree=."]
    environ = {"GIT_INDEX_FILE": str(index), "GIT_ATTR_NOSYSTEM": "1"}
    answer = inside.ask(*where, "update-index", "--add", "-z", "--stdin", given=joined(paths), environ=environ)
    if answer.is_ok:
        answer = inside.ask(*where, "write-tree", environ=environ)
    index.unlink(missing_ok=True)
    return answer.line, [] if answer.is_ok else [finding("publish-failed", PLACE, reason=answer.reason)]


def commit_tree(git: Git, tree: str, parent: str | None, message: str) -> tuple[str, list[Finding]]:
    """Make a commit of a tree on top of what is online; no branch of this clone moves."""
    parents = ["-p", parent] if parent else []
    answer = git.ask("commit-tree", tree, *parents, "-F", "-", given=message.encode())
    return answer.line, [] if answer.is_ok else [finding("publish-failed", PLACE, reason=answer.reason)]


def push(git: Git, target: Target, commit: str, old: str | None) -> list[Finding]:
    """Put a commit online if the site's branch is still at `old`; else say who was quicker."""
    ref = f"refs/heads/{target.branch}"
    lease = f"--force-with-lease={ref}:{old or ''}"
    answer = git.ask("push", "--quiet", "--no-follow-tags", lease, "--", target.remote, f"{commit}:{ref}", hooks=True)
    if answer.is_ok:
        return []
    tips, unreachable = fetched(git, target)
    if unreachable:
        return unreachable
    if (now := tips.get(target.branch)) == commit:
        return []  # it arrived, and only the answer was lost
    if now and now != old:
        return [finding("publish-raced", PLACE, branch=target.branch, **git.author(now).words)]
    return [finding("publish-rejected", PLACE, remote=target.remote, reason=answer.reason)]


def tree_of(git: Git, commit: str) -> str:
    """Return the tree of a commit."""
    return git.ask("rev-parse", "--verify", f"{commit}^{{tree}}").line


def file_changes(git: Git, tip: str | None, tree: str) -> FileChanges:
    """Return what differs between what is online and a tree."""
    if tip is None:
        listed = git.ask("ls-tree", "-r", "-z", "--name-only", tree).out.split(b"\0")
        return FileChanges(tuple(_text(one) for one in listed if one), (), ())
    parts = git.ask("diff-tree", "-r", "-z", "--no-renames", "--name-status", tip, tree).out.split(b"\0")
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    of = {state: tuple(_text(path) for one, path in pairs if one == state) for state in (b"A", b"M", b"D", b"T")}
    return FileChanges(of[b"A"], of[b"M"] + of[b"T"], of[b"D"])


def _text(path: bytes) -> str:
    return path.decode("utf-8", errors="replace")


def lay_source(git: Git, commit: str, folder: Path, index: Path) -> tuple[Path, list[Finding]]:
    """Lay the files of a commit into a folder and return where the project is in it; no clone or worktree is noted."""
    index.unlink(missing_ok=True)
    top = Git(Path(git.ask("rev-parse", "--show-toplevel").line or git.root))
    environ = {"GIT_INDEX_FILE": str(index)}
    answer = top.ask("read-tree", commit, environ=environ)
    if answer.is_ok:
        laid = (*with_settings(*AS_COMMITTED), "checkout-index", "--all", "--quiet", f"--prefix={folder.as_posix()}/")
        answer = top.ask(*laid, environ=environ)
    index.unlink(missing_ok=True)
    project = folder / git.ask("rev-parse", "--show-prefix").line
    return project, [] if answer.is_ok else [finding("publish-failed", Source(".git"), reason=answer.reason)]
