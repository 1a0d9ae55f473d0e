"""`mkdocs gh-deploy` and `scripts/publish.py` with real builds, against a bare repository on disk."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from promosite.ledger import LEDGER, verify
from tests.projects import EPOCH, ROOT, mkdocs, settings, tree
from tests.publishing.clones import bare, git, push_first, save, second, tip
from tests.publishing.conftest import _own_git  # noqa: F401  (git as on a machine of its own)
from tests.publishing.faults import Fault, anonymous, detach, fetched, no_repository, nothing, other_branch, remote_down
from tests.worlds import lay, news

BROKEN = "---\ntitle: Hội chợ: ngày 1\nsummary: x\n---\nBài.\n"
ITEM = "content/vi/news/tin-mau.md"
KILLS = int(os.environ.get("PROMOSITE_BUILD_KILLS", "3"))
"""The nightly workflow asks for 50."""


def lay_clone(tmp_path: Path, **own: object) -> tuple[Path, Path]:
    """Return a small project with our commands, under git and pushed, and the shared repository."""
    remote, project = bare(tmp_path / "remote.git"), tmp_path / "project"
    lay(project)
    shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets", dirs_exist_ok=True)
    publisher = {"name": {"vi": "Sở Mẫu", "en": "Sample Department"}, "url": "https://example.org/"}
    config = settings({"publisher": publisher, "contact": {"email": "mau@example.org"}, "area": None, **own})
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    (project / "scripts").mkdir()
    for path in (ROOT / "scripts").glob("*.py"):
        shutil.copy(path, project / "scripts")
    (project / ".venv").symlink_to(Path(sys.prefix), target_is_directory=True)
    (project / ".gitignore").write_text("site/\n.cache/\n.site.*\n.venv\n__pycache__/\n", encoding="utf-8")
    push_first(project, remote)
    return project, remote


def online(remote: Path, folder: Path) -> dict[str, bytes]:
    git(remote.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(folder))
    return {path: content for path, content in tree(folder).items() if not path.startswith(".git/")}


def command(project: Path, *arguments: str, **environ: str) -> tuple[list[str], dict[str, str]]:
    script, *rest = arguments
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONIOENCODING": "utf-8", **environ}
    return [sys.executable, str(project / "scripts" / script), *rest], environment


def run(project: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run one of our commands as a person does."""
    line, environment = command(project, *arguments, **environ)
    return subprocess.run(line, cwd=project, env=environment, capture_output=True, text=True, check=False)


PUBLISH = ("publish.py", "--without-editor", "--lang", "en")


# ---- mkdocs gh-deploy ----


def test_gh_deploy_publishes_once_and_whole_with_ledger_and_host_name(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path, cname="example.org")
    result = mkdocs(project, "gh-deploy", "--quiet")
    assert result.returncode == 0, result.stderr
    assert "mkdocs.yml: warning publish-placeholder" in result.stderr
    site, published = tree(project / "site"), online(remote, tmp_path / "online")
    assert published == site
    assert (site["CNAME"], site[".nojekyll"]) == (b"example.org\n", b"")
    assert verify(tmp_path / "online") == []
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"


def test_a_plain_build_has_no_ledger_and_no_host_name(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    assert mkdocs(project, "build", "--quiet").returncode == 0
    assert {LEDGER, "CNAME", ".nojekyll"} & set(tree(project / "site")) == set()


def test_a_build_after_gh_deploy_makes_a_plain_site_again(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    assert run(project, "build.py").returncode == 0
    plain = tree(project / "site")
    assert mkdocs(project, "gh-deploy", "--quiet").returncode == 0
    assert LEDGER in tree(project / "site")
    assert run(project, "build.py").returncode == 0
    assert tree(project / "site") == plain


def edit(project: Path, remote: Path) -> None:
    (project / ITEM).write_text(news("Chưa ghi.[^bao-mau]"), encoding="utf-8")


def unpushed(project: Path, remote: Path) -> None:
    edit(project, remote)
    save(project)


def colleague(project: Path, remote: Path) -> None:
    other = second(remote, project.parent / "other")
    unpushed(other, remote)
    git(other, "push", "--quiet")


def header(project: Path, remote: Path) -> None:
    (project / "content" / "vi" / "news" / "hoi-cho.md").write_text(BROKEN, encoding="utf-8")
    save(project)
    git(project, "push", "--quiet")


def link(project: Path, remote: Path) -> None:
    (project / ITEM).write_text(news('Nội dung mẫu.[^bao-mau] <a href="../khong-co/">x</a>'), encoding="utf-8")
    save(project)
    git(project, "push", "--quiet")


def filled(project: Path, remote: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "luan-van.docx").write_text("Của tôi.", encoding="utf-8")


# What was tried with the plain stack and went online, or ended in a traceback, and what happens now.
FAULTS: dict[str, tuple[Fault, tuple[str, ...], str]] = {
    "uncommitted": (edit, (), "publish-uncommitted"),
    "unpushed": (unpushed, (), "publish-unpushed"),
    "behind, not fetched": (colleague, (), "publish-behind"),
    "behind, fetched": (fetched(colleague), (), "publish-behind"),
    "another branch": (other_branch, (), "publish-branch"),
    "detached": (detach, (), "publish-branch"),
    "onto the source": (nothing, ("-b", "main"), "publish-onto-source"),
    "to a remote that is none": (nothing, ("-r", "upstream"), "publish-remote"),
    "remote down": (remote_down, (), "publish-remote"),
    "nobody": (anonymous, (), "publish-identity"),
    "no repository": (no_repository, (), "publish-no-repository"),
    "a broken header": (header, ("--no-strict",), "yaml-syntax"),
    "a broken link, quietly": (link, ("--quiet", "--strict"), "site-link-broken"),
    "a broken link, not strictly": (link, ("--no-strict",), "site-link-broken"),
    "into a folder with other files": (filled, (), "folder-foreign"),
    "with force": (edit, ("--force",), "publish-uncommitted"),
}


@pytest.mark.parametrize(("fault", "flags", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_gh_deploy_refuses(tmp_path: Path, fault: Fault, flags: tuple[str, ...], code: str) -> None:
    project, remote = lay_clone(tmp_path)
    fault(project, remote)
    before = git(remote, "for-each-ref") if remote.exists() else ""
    site = tree(project / "site")
    result = mkdocs(project, "gh-deploy", *flags)
    assert result.returncode == 1
    assert f" error {code}  " in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(project / "site") == site
    if remote.exists():
        assert git(remote, "for-each-ref") == before


def test_an_address_once_published_does_not_vanish(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    assert mkdocs(project, "gh-deploy", "--quiet").returncode == 0
    before = tip(remote)
    for lang in ("vi", "en"):
        (project / "content" / lang / "news" / "tin-mau.md").unlink()
    save(project)
    git(project, "push", "--quiet")
    result = mkdocs(project, "gh-deploy", "--quiet")
    assert result.returncode == 1
    assert "news/tin-mau/index.html: error address-lost" in result.stderr
    assert "en/news/tin-mau/index.html: error address-lost" in result.stderr
    assert tip(remote) == before
    assert run(project, *PUBLISH).returncode == 1
    assert tip(remote) == before


# ---- scripts/publish.py ----


def test_the_command_publishes_shows_and_proves(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    trial = run(project, *PUBLISH, "--preview", str(tmp_path / "preview"))
    assert (trial.returncode, tip(remote)) == (0, ""), trial.stderr
    assert "Trial run from commit" in trial.stdout

    first = run(project, *PUBLISH)
    assert first.returncode == 0, first.stderr
    assert "Published from commit" in first.stdout
    assert first.stderr.count("mkdocs.yml: warning publish-placeholder") == 1
    assert online(remote, tmp_path / "online") == tree(tmp_path / "preview")
    assert not (project / "site").exists()
    assert git(project, "status", "--porcelain") == ""

    again = run(project, *PUBLISH)
    assert "there is nothing to publish" in again.stdout
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"

    proof = run(project, "ledger.py", "verify", str(tmp_path / "online"), "--lang", "en")
    assert (proof.returncode, proof.stderr) == (0, "")
    (tmp_path / "online" / "about" / "index.html").write_text("<html lang='vi'></html>", encoding="utf-8")
    proof = run(project, "ledger.py", "verify", str(tmp_path / "online"), "--lang", "en")
    assert proof.returncode == 1
    assert "error ledger-page-missing" in proof.stderr and "Traceback" not in proof.stderr


def test_an_editor_that_cannot_be_made_refuses_and_names_the_way_out(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    result = run(project, "publish.py")
    assert (result.returncode, tip(remote)) == (1, "")
    assert result.stderr.count("--without-editor") == 2
    assert "Traceback" not in result.stderr


def test_the_editor_goes_along_without_a_new_build_of_it(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    (project / "editor").mkdir()
    (project / "editor" / "index.html").write_text("<title>Mẫu</title>", encoding="utf-8")
    save(project)
    git(project, "push", "--quiet")
    ask = "import sys; sys.path.insert(0, 'scripts'); import editor; print(editor.digest())"
    digest = subprocess.run([sys.executable, "-c", ask], cwd=project, capture_output=True, text=True, check=True)
    made = project / ".cache" / "promosite" / "editor" / digest.stdout.strip()
    made.mkdir(parents=True)
    (made / "index.html").write_text("<!doctype html><html lang='vi'><title>Mẫu</title></html>", encoding="utf-8")
    result = run(project, "publish.py", "--lang", "en")
    assert result.returncode == 0, result.stderr
    published = online(remote, tmp_path / "online")
    assert {"admin/index.html", "admin/config.json"} <= set(published)


def test_a_preview_never_replaces_a_folder_of_somebody(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    filled(tmp_path, tmp_path)
    result = run(project, *PUBLISH, "--preview", str(tmp_path / "site"))
    assert result.returncode == 1
    assert "error folder-foreign" in result.stderr
    assert tree(tmp_path / "site") == {"luan-van.docx": "Của tôi.".encode()}


def test_two_whole_publications_at_once(tmp_path: Path) -> None:
    one, remote = lay_clone(tmp_path)
    two = second(remote, tmp_path / "two")
    (two / ".venv").symlink_to(Path(sys.prefix), target_is_directory=True)
    running = []
    for project in (one, two):
        line, environment = command(project, *PUBLISH)
        running.append(subprocess.Popen(line, cwd=project, env=environment, stderr=subprocess.PIPE, text=True))
    said = [process.communicate()[1] for process in running]
    codes = [process.returncode for process in running]
    # Both build the same commit: the slower finds its site online already, or is told who was quicker.
    assert 0 in codes
    assert all(code == 0 or "error publish-raced" in text for code, text in zip(codes, said, strict=True)), said
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"
    online(remote, tmp_path / "online")
    assert verify(tmp_path / "online") == []


# ---- kill -9 ----


def killed(line: list[str], project: Path, seconds: float) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(line, cwd=project, env=environment, start_new_session=True, **quiet)
    time.sleep(seconds)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def shown(project: Path) -> dict[str, bytes]:
    """Return the site as a reader finds it at once. Where a system has no exchange, the next build brings it back."""
    site, old = project / "site", project / ".site.old"
    return tree(site if site.exists() or sys.platform == "linux" else old)


def test_a_killed_build_leaves_the_old_or_the_new_site(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    line = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    begin = time.monotonic()
    assert mkdocs(project, "build", "--quiet").returncode == 0
    longest = time.monotonic() - begin
    old = tree(project / "site")
    (project / ITEM).write_text(news("Nội dung mới.[^bao-mau]"), encoding="utf-8")
    assert mkdocs(project, "build", "--quiet", "--site-dir", str(tmp_path / "new")).returncode == 0
    new = tree(tmp_path / "new")
    moments = random.Random(20261122)
    for _ in range(KILLS):
        killed(line, project, moments.uniform(0, longest))
        assert shown(project) in (old, new)
    assert mkdocs(project, "build", "--quiet").returncode == 0
    assert tree(project / "site") == new


def test_a_killed_publication_leaves_the_branch_whole(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    begin = time.monotonic()
    assert run(project, *PUBLISH).returncode == 0
    longest, moments = time.monotonic() - begin, random.Random(20261122)
    for number in range(KILLS):
        (project / ITEM).write_text(news(f"Nội dung {'rất ' * number}mới.[^bao-mau]"), encoding="utf-8")
        save(project)
        git(project, "push", "--quiet")
        before = tip(remote)
        line, _ = command(project, *PUBLISH)
        killed(line, project, moments.uniform(0, longest))
        time.sleep(0.5)  # the server's side, if it had begun, comes to its end
        for lock in remote.rglob("*.lock"):
            lock.unlink()  # here the server was killed as well
        assert tip(remote) == before or git(remote, "rev-parse", "gh-pages^") == before
        shutil.rmtree(tmp_path / "online", ignore_errors=True)
        online(remote, tmp_path / "online")
        assert verify(tmp_path / "online") == []
        assert git(project, "status", "--porcelain") == ""
    result = run(project, *PUBLISH)
    assert result.returncode == 0, result.stderr
