"""The gate: each fault that used to be published, or ended in a traceback, with its right outcome."""

import hashlib
import re
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from promosite.findings import Finding, as_lines
from promosite.messages import load_messages
from promosite.publishing import Target, gate, load_target
from promosite.publishing.git import Answer, Git, plain
from promosite.publishing.online import local_ledger
from tests.publishing.clones import DAY, TEXT, git, lay_clone, published, save, second, tip, write
from tests.publishing.faults import Fault, anonymous, detach, fetched, no_repository, nothing, other_branch, remote_down

TABLES = [load_messages("vi"), load_messages("en")]


def edit(project: Path, remote: Path) -> None:
    (project / TEXT).write_text("Chưa ghi.", encoding="utf-8")


def add(path: str) -> Fault:
    def change(project: Path, remote: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("x", encoding="utf-8")

    return change


def remove(project: Path, remote: Path) -> None:
    (project / TEXT).unlink()


def stage_only(project: Path, remote: Path) -> None:
    edit(project, remote)
    git(project, "add", "--all")


def commit_only(project: Path, remote: Path) -> None:
    edit(project, remote)
    save(project, "content: của tôi")


def colleague(project: Path, remote: Path) -> None:
    write(second(remote, project.parent / "other"), "Bài của chị Mẫu.")


def both(project: Path, remote: Path) -> None:
    colleague(project, remote)
    commit_only(project, remote)


def no_remote(project: Path, remote: Path) -> None:
    git(project, "remote", "remove", "origin")


def wrong_remote(project: Path, remote: Path) -> None:
    other, _ = lay_clone(project.parent / "elsewhere")
    git(other, "commit", "--quiet", "--amend", "--message", "another site")
    git(other, "push", "--quiet", "--force")
    git(project, "remote", "set-url", "origin", str(project.parent / "elsewhere" / "remote.git"))


def empty_remote(project: Path, remote: Path) -> None:
    git(remote, "update-ref", "-d", "refs/heads/main")


def no_commit(project: Path, remote: Path) -> None:
    no_repository(project, remote)
    git(project, "init", "--quiet", "--initial-branch=main")


def shallow(project: Path, remote: Path) -> None:
    write(project, "Lần hai.")
    shutil.rmtree(project)
    git(remote.parent, "clone", "--quiet", "--depth=1", f"file://{remote}", str(project))
    git(project, "config", "user.name", "Người Mẫu")
    git(project, "config", "user.email", "mau@example.org")


def rolled_back(project: Path, remote: Path) -> None:
    """A colleague published something newer, then the main branch was set back."""
    first = git(project, "rev-parse", "HEAD")
    write(project, "Bài mới hơn.")
    assert published(project)[1] == []
    git(project, "reset", "--quiet", "--hard", first)
    git(project, "push", "--quiet", "--force")


def merging(project: Path, remote: Path) -> None:
    both(project, remote)
    git(project, "fetch", "--quiet")
    with pytest.raises(AssertionError):
        git(project, "merge", "origin/main")


def branch_deleted(project: Path, remote: Path) -> None:
    assert published(project)[1] == []
    git(remote, "update-ref", "-d", "refs/heads/gh-pages")


def unwatched(project: Path, remote: Path) -> None:
    git(project, "update-index", "--assume-unchanged", TEXT)
    edit(project, remote)


def left_out(project: Path, remote: Path) -> None:
    git(project, "update-index", "--skip-worktree", TEXT)


def tag_of_that_name(project: Path, remote: Path) -> None:
    git(project, "tag", "main")


def foreign_branch(project: Path, remote: Path) -> None:
    tree = git(project, "rev-parse", "HEAD^{tree}")
    foreign = git(project, "commit-tree", tree, "-m", "Initial page of the host")
    git(project, "push", "--quiet", "origin", f"{foreign}:refs/heads/gh-pages")


def submodule(project: Path, remote: Path) -> None:
    """A commit of another repository in the place of a folder of texts."""
    head = git(project, "rev-parse", "HEAD")
    git(project, "update-index", "--add", "--cacheinfo", f"160000,{head},content/vi/news/other")
    git(project, "commit", "--quiet", "--message", "x")
    (project / "content" / "vi" / "news" / "other").mkdir()
    git(project, "push", "--quiet")


FAULTS: dict[str, tuple[Fault, list[str]]] = {
    "an edit at which git was told not to look": (unwatched, ["publish-hidden"]),
    "a file that git was told to leave out": (left_out, ["publish-hidden"]),
    "a folder that is another repository": (submodule, ["publish-submodule"]),
    "a tag with the name of the branch": (tag_of_that_name, []),
    "a branch of the site that somebody else made": (foreign_branch, ["publish-foreign"]),
    "all is well": (nothing, []),
    "an edit not committed": (edit, ["publish-uncommitted"]),
    "an edit staged, not committed": (stage_only, ["publish-uncommitted"]),
    "a file deleted": (remove, ["publish-uncommitted"]),
    "a text git does not know": (add("content/vi/news/b.md"), ["publish-uncommitted"]),
    "a page git does not know": (add("docs/vi/b.md"), ["publish-uncommitted"]),
    "a text git ignores": (add("content/vi/news/b.bak"), ["publish-uncommitted"]),
    "a program git does not know": (add("src/promosite/b.py"), ["publish-uncommitted"]),
    "a note beside it all": (add("note.txt"), []),
    "something ignored elsewhere": (add("src/b.bak"), []),
    "what an editor leaves behind": (add("content/vi/news/.a.md.bak"), []),
    "a commit not pushed": (commit_only, ["publish-unpushed"]),
    "a colleague ahead": (colleague, ["publish-behind"]),
    "a colleague ahead, fetched but not merged": (fetched(colleague), ["publish-behind"]),
    "both with something new": (both, ["publish-diverged"]),
    "a merge that stopped half-way": (merging, ["publish-uncommitted", "publish-diverged"]),
    "another branch": (other_branch, ["publish-branch"]),
    "no branch": (detach, ["publish-branch"]),
    "nobody": (anonymous, ["publish-identity"]),
    "no remote of that name": (no_remote, ["publish-remote"]),
    "a remote that is down": (remote_down, ["publish-remote"]),
    "the remote of another site": (wrong_remote, ["publish-unrelated"]),
    "a remote without main": (empty_remote, ["publish-source-missing"]),
    "no repository": (no_repository, ["publish-no-repository"]),
    "no commit yet": (no_commit, ["publish-no-repository"]),
    "a shallow clone": (shallow, ["publish-shallow"]),
    "main set back behind the site": (rolled_back, ["publish-older"]),
    "the site's branch deleted": (branch_deleted, ["publish-branch-gone"]),
}


@pytest.mark.parametrize(("fault", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_the_gate_names_every_fault_and_changes_nothing(tmp_path: Path, fault: Fault, expected: list[str]) -> None:
    project, remote = lay_clone(tmp_path)
    fault(project, remote)
    before = tip(remote) if remote.exists() else ""
    made, findings = published(project)
    assert [one.code for one in findings] == expected
    assert (made is None) == bool(expected)
    if expected and remote.exists():
        assert tip(remote) == before
    text = "\n".join(as_lines(findings, TABLES))
    assert "{" not in text and "Traceback" not in text


def one(findings: list[Finding]) -> str:
    assert len(findings) == 1
    return "\n".join(as_lines(findings, TABLES))


def test_who_is_ahead_is_said_by_name_time_and_subject(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    colleague(project, remote)
    commit = git(remote, "rev-parse", "main")
    when = git(remote, "show", "-s", "--format=%ad", "--date=format:%Y-%m-%d %H:%M", "main")
    _, findings = gate(Target(project))
    assert dict(findings[0].params) == {
        "branch": "main",
        "remote": "origin",
        "count": "1",
        "commit": commit[:12],
        "who": "Chị Mẫu",
        "when": when,
        "subject": "content: Bài của chị Mẫu.",
    }
    text = one(findings)
    assert "Đồng nghiệp đi trước" in text and "A colleague is ahead" in text
    assert text.count("git pull") == 2


def test_the_way_out_of_a_diverged_repository_leads_out(tmp_path: Path) -> None:
    """Word by word what the message says, with git as it comes: a bare `git pull` is refused there."""
    project, remote = lay_clone(tmp_path)
    colleague(project, remote)
    (project / "content" / "vi" / "news" / "b.md").write_text("Bài của tôi.", encoding="utf-8")
    save(project)
    _, findings = gate(Target(project))
    assert [found.code for found in findings] == ["publish-diverged"]
    for table in TABLES:
        pull, push = re.search(r"(git pull [a-z -]+);.* (git push)", as_lines(findings, [table])[0]).groups()  # type: ignore[union-attr]
    for command in (pull, push):
        git(project, *command.split()[1:])
    assert gate(Target(project))[1] == []


@pytest.mark.parametrize("fault", [other_branch, detach])
def test_the_way_back_to_the_branch_leads_there(tmp_path: Path, fault: Fault) -> None:
    """Word by word what the message says: also a commit that is on no branch is merged, not lost."""
    project, remote = lay_clone(tmp_path)
    fault(project, remote)
    (project / "content" / "vi" / "news" / "b.md").write_text("Bài của tôi.", encoding="utf-8")
    save(project)
    _, findings = gate(Target(project))
    (wrong,) = (found for found in findings if found.code == "publish-branch")
    told = [re.findall(r"git (?:switch|merge|push)[^,;]*", line) for line in as_lines([wrong], TABLES)]
    assert [len(one) for one in told] == [3, 3] and told[0] == told[1]
    for command in told[0]:
        git(project, *command.split()[1:])
    assert (project / "content" / "vi" / "news" / "b.md").is_file()
    assert gate(Target(project))[1] == []


def test_the_words_of_git_stand_last_without_a_second_stop(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    remote_down(project, remote)
    assert all(re.search(r"[^.”]”\.$", line) for line in as_lines(gate(Target(project))[1], TABLES))


def test_several_faults_are_told_at_once(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    for fault in (other_branch, edit, anonymous, colleague):
        fault(project, remote)
    _, findings = gate(Target(project))
    assert [found.code for found in findings] == [
        "publish-branch",
        "publish-uncommitted",
        "publish-identity",
        "publish-behind",
    ]


def test_the_branch_of_the_source_is_never_the_target(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    before = git(remote, "rev-parse", "main")
    _, findings = gate(Target(project, branch="main"))
    assert [found.code for found in findings] == ["publish-onto-source"]
    assert git(remote, "rev-parse", "main") == before


def test_without_git_a_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, _ = lay_clone(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    _, findings = gate(Target(project))
    assert [found.code for found in findings] == ["publish-no-git"]


def test_many_files_are_counted_and_a_few_named(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    for number in range(7):
        (project / "content" / f"{number}.md").write_text("x", encoding="utf-8")
    _, findings = gate(Target(project))
    names = ", ".join(f"content/{number}.md" for number in range(5))
    assert dict(findings[0].params) == {"count": "7", "found": f"{names}, …"}


def test_an_identity_of_the_environment_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, remote = lay_clone(tmp_path)
    anonymous(project, remote)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Máy")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "may@example.org")
    assert gate(Target(project))[1] == []


def test_a_rewritten_history_is_published_only_by_naming_what_it_replaces(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    rolled_back(project, remote)
    _, findings = gate(Target(project))
    lost = findings[0].params["commit"]
    assert f"--replaces {lost}" in one(findings)
    assert gate(Target(project), replaces="f" * 12)[1] != []
    assert gate(Target(project), replaces=lost)[1] == []


def test_a_foreign_branch_is_replaced_only_by_naming_it(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    foreign_branch(project, remote)
    _, findings = gate(Target(project))
    there = findings[0].params["commit"]
    assert f"--replaces {there}" in one(findings)
    assert gate(Target(project), replaces=there)[1] == []


def test_a_commit_of_gh_deploy_also_says_what_it_was_made_from(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    newer = write(project, "Bài mới hơn.")
    tree = git(project, "rev-parse", "HEAD^{tree}")
    message = f"Deployed {newer[:7]} with MkDocs version: 1.6.1"
    deployed = git(project, "commit-tree", tree, "-m", message)
    by_hand = git(project, "commit-tree", tree, "-p", deployed, "-m", "Create CNAME")
    git(project, "push", "--quiet", "origin", f"{by_hand}:refs/heads/gh-pages")
    assert gate(Target(project))[1] == []
    git(project, "push", "--quiet", "--force", "origin", "HEAD~1:main")
    git(project, "reset", "--quiet", "--hard", "HEAD~1")
    assert [found.code for found in gate(Target(project))[1]] == ["publish-older"]


def test_hooks_of_the_clone_do_not_run_in_the_gate(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    for name in ("reference-transaction", "post-index-change", "pre-commit", "commit-msg", "post-checkout"):
        hook = project / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran-{name}'\nexit 1\n", encoding="utf-8")
        hook.chmod(0o755)
    git(project, "config", "core.fsmonitor", f"touch '{tmp_path}/ran-fsmonitor'; false")
    made, findings = published(project, dry=lambda folder: None)
    assert findings == []
    assert made is not None
    assert list(tmp_path.glob("ran-*")) == []


def test_a_variable_that_a_hook_inherits_leads_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, _ = lay_clone(tmp_path)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nowhere"))
    assert gate(Target(project))[1] == []


@pytest.mark.parametrize("place", [".cache", ".cache/promosite", ".cache/promosite/publish"])
def test_a_link_in_the_cache_leads_nobody_to_empty_another_folder(tmp_path: Path, place: str) -> None:
    project, _ = lay_clone(tmp_path)
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim" / "letter.txt").touch()
    (project / place).parent.mkdir(parents=True, exist_ok=True)
    (project / place).symlink_to(tmp_path / "victim")
    made, findings = published(project)
    assert made is None
    assert [(one.code, str(one.source)) for one in findings] == [("cache-link", f"{place}:1")]
    assert [path.name for path in (tmp_path / "victim").iterdir()] == ["letter.txt"]


def test_a_commit_that_another_stands_in_for_here_is_not_published_as_it(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    true = git(project, "rev-parse", "HEAD")
    (project / TEXT).write_text("Chưa ai thấy.", encoding="utf-8")
    git(project, "commit", "--quiet", "--all", "--amend", "--message", "x")
    other = git(project, "rev-parse", "HEAD")
    git(project, "reset", "--quiet", "--hard", true)
    git(project, "replace", true, other)
    git(project, "reset", "--quiet", "--hard")
    made, findings = published(project)
    assert made is None
    assert [one.code for one in findings] == ["publish-uncommitted"]


def test_words_of_others_cannot_steer_the_terminal(tmp_path: Path) -> None:
    assert plain("a\x1b[31m\tb\n\u202ec") == "a [31m b c"
    assert Answer(1, b"", "hint: x\nfatal: \x1b]0;no\x07thing\n").reason == "fatal: ]0;no thing"
    project, _ = lay_clone(tmp_path)
    save(project, "bẫy \x1b[2J màn hình")
    _, findings = gate(Target(project))
    assert "\x1b" not in one(findings)


def test_a_project_inside_a_repository_is_published_alone(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    (project / "web").mkdir()
    for name in ("content", "mkdocs.yml", "requirements.lock"):
        git(project, "mv", name, f"web/{name}")
    save(project)
    git(project, "push", "--quiet")
    (project / "content").mkdir()
    (project / "content" / "not-ours.md").write_text("x", encoding="utf-8")
    made, findings = published(project / "web")
    assert findings == []
    assert made is not None and made.commit == tip(remote)
    lock = hashlib.sha256((project / "web" / "requirements.lock").read_bytes()).hexdigest()
    assert (
        git(remote, "show", "--no-patch", "--format=%B", tip(remote)).rstrip().endswith(f"Lock-Digest: sha256:{lock}")
    )
    save(project, "again")
    git(project, "push", "--quiet")
    again, findings = published(project / "web", day=DAY + timedelta(days=8))
    assert findings == []
    assert again is not None
    ledger, _ = local_ledger(project / "web")
    assert ledger is not None
    assert {line.first_seen for line in ledger.pages} == {DAY}
    (project / "web" / TEXT).write_text("Chưa ghi.", encoding="utf-8")
    _, findings = published(project / "web")
    assert findings[0].params["found"] == TEXT


SETTINGS = {
    "": ("origin", "gh-pages", "main"),
    "remote_name: kho\nremote_branch: trang": ("kho", "trang", "main"),
    "extra: {promosite: {branch: chinh}}": ("origin", "gh-pages", "chinh"),
}


@pytest.mark.parametrize(("own", "expected"), SETTINGS.items())
def test_where_to_publish_stands_in_the_configuration(tmp_path: Path, own: str, expected: tuple[str, ...]) -> None:
    project, _ = lay_clone(tmp_path, own)
    target, findings = load_target(project)
    assert target is not None and findings == []
    assert (target.remote, target.branch, target.source) == expected


@pytest.mark.parametrize("own", ["remote_name: --upload-pack=x", "remote_branch: 'a:main'", "remote_branch: 'a b'"])
def test_a_name_that_git_would_read_as_something_else_is_refused(tmp_path: Path, own: str) -> None:
    project, _ = lay_clone(tmp_path, own)
    assert [found.code for found in load_target(project)[1]] == ["publish-name"]


@pytest.mark.parametrize(("sits", "told"), [(False, "0"), (True, None)])
def test_nobody_is_asked_for_a_password_where_nobody_sits(
    monkeypatch: pytest.MonkeyPatch, sits: bool, told: str | None
) -> None:
    monkeypatch.delenv("GIT_TERMINAL_PROMPT", raising=False)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: sits))
    assert Git(Path())._environ.get("GIT_TERMINAL_PROMPT") == told
