"""`mkdocs gh-deploy` against a bare repository on disk."""

import subprocess
from pathlib import Path

from tests.projects import lay_project, mkdocs, tree

BROKEN = "---\ntitle: Hội chợ: ngày 1\nsummary: x\n---\nBài.\n"


def git(folder: Path, *arguments: str) -> str:
    result = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return result.stdout.strip()


def lay_clone(tmp_path: Path, **own: object) -> tuple[Path, Path]:
    """Return a project under git and the bare repository that it pushes to."""
    remote = tmp_path / "remote.git"
    remote.mkdir()
    git(remote, "init", "--bare", "--quiet", "--initial-branch=main")
    project = lay_project(tmp_path / "project", **own)
    (project / ".gitignore").write_text("site/\n.cache/\n.site.*\n", encoding="utf-8")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "config", "user.name", "Người Mẫu")
    git(project, "config", "user.email", "mau@example.org")
    git(project, "remote", "add", "origin", str(remote))
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "content: sample")
    git(project, "push", "--quiet", "--set-upstream", "origin", "main")
    return project, remote


def test_the_branch_receives_the_site_once_and_whole(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path, cname="brvt.example.org")
    result = mkdocs(project, "gh-deploy", "--quiet")
    assert result.returncode == 0, result.stderr
    site = tree(project / "site")
    assert site["CNAME"] == b"brvt.example.org\n"
    checkout = tmp_path / "published"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(checkout))
    published = {path: content for path, content in tree(checkout).items() if not path.startswith(".git/")}
    assert published == site | {".nojekyll": b""}
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"


def test_without_a_host_name_no_cname_is_published(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    assert mkdocs(project, "gh-deploy", "--quiet").returncode == 0
    assert "CNAME" not in git(remote, "ls-tree", "--name-only", "gh-pages").split()


def test_errors_refuse_publishing_and_leave_the_branch(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    assert mkdocs(project, "gh-deploy", "--quiet").returncode == 0
    before = git(remote, "rev-parse", "gh-pages")
    (project / "content" / "vi" / "news" / "hoi-cho.md").write_text(BROKEN, encoding="utf-8")
    for flags in ((), ("--quiet",), ("--no-strict",)):
        result = mkdocs(project, "gh-deploy", *flags)
        assert result.returncode == 1
        assert "error yaml-syntax" in result.stderr
        assert "Traceback" not in result.stderr
    assert git(remote, "rev-parse", "gh-pages") == before
