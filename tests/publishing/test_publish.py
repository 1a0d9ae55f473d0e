"""From the last commit to the site's branch: what arrives, what is carried, what is refused, and what never changes."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from promosite.findings import Finding, Source, finding
from promosite.ledger import LEDGER, SCHEMA, verify
from promosite.messages import load_messages
from promosite.publishing import Publication, Target, build_project, lines_of, publish
from promosite.publishing.commit import lay_source, write_tree
from promosite.publishing.git import Git
from promosite.publishing.lock import locked
from tests.check.tiny import lay
from tests.projects import tree
from tests.publishing.clones import (
    DAY,
    TEXT,
    build,
    finished,
    git,
    lay_clone,
    online,
    published,
    save,
    second,
    tip,
    write,
)


def checkout(remote: Path, folder: Path) -> dict[str, bytes]:
    git(remote.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(folder))
    return {path: data for path, data in tree(folder).items() if not path.startswith(".git/")}


def test_the_branch_receives_the_site_whole_with_its_ledger(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    before = tree(project / "content")
    made, findings = published(project)
    assert findings == []
    assert made is not None and made.commit == tip(remote)
    files = checkout(remote, tmp_path / "online")
    ledger = json.loads(files[LEDGER])
    assert files == finished() | {".nojekyll": b"", LEDGER: files[LEDGER], SCHEMA: files[SCHEMA]}
    assert [line["address"] for line in ledger["pages"]] == ["", "about/", "en/", "en/news/a/", "news/a/", "old/"]
    assert verify(tmp_path / "online") == []
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"
    assert tree(project / "content") == before
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "branch", "--list") == "* main"


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("https://example.org/base/", ["publish-placeholder"]),
        ("https://www.example.com:8443/base/", ["publish-placeholder"]),
        ("https://example.net.vn/base/", []),
        ("https://an-example.org/base/", []),
    ],
)
def test_an_address_that_nobody_has_set_is_told_and_refuses_nothing(
    address: str, codes: list[str], tmp_path: Path
) -> None:
    project, remote = lay_clone(tmp_path, f"site_url: {address}")
    site = finished(address)
    made, findings = publish(Target(project), lambda at: (lay(at / "site", site), []), DAY)
    assert [(one.code, one.severity) for one in findings] == [(code, "warning") for code in codes]
    assert made is not None and made.commit == tip(remote)
    again, findings = publish(Target(project), lambda at: (lay(at / "site", site), []), DAY)
    assert [one.code for one in findings] == codes
    assert again is not None and again.commit == ""


def test_a_reverted_commit_brings_the_page_before_it_back(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    before = online(remote)
    wrong = write(project, "Sai.")
    published(project)
    assert online(remote)["about/index.html"] != before["about/index.html"]
    git(project, "revert", "--no-edit", wrong)
    git(project, "push", "--quiet")
    assert published(project)[1] == []
    assert online(remote)["about/index.html"] == before["about/index.html"]
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"


def test_the_commit_names_source_and_lock_file(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    source = git(project, "rev-parse", "HEAD")
    digest = hashlib.sha256(b"a==1\n").hexdigest()
    message = git(remote, "show", "-s", "--format=%B", "gh-pages")
    assert message == (
        f"publish: {source[:12]} content: sample\n\nSource-Commit: {source}\nLock-Digest: sha256:{digest}"
    )
    assert git(remote, "show", "-s", "--format=%an <%ae>", "gh-pages") == "Người Mẫu <mau@example.org>"


def test_a_second_publication_follows_the_first_and_tells_the_difference(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    first = tip(remote)
    write(project, "Một đoạn văn mới.")
    made, findings = published(project)
    assert (findings, git(remote, "rev-parse", "gh-pages^")) == ([], first)
    assert made is not None
    assert (made.pages.added, made.pages.changed, made.pages.gone) == ((), ("about/",), ())
    assert (made.files.added, made.files.changed, made.files.gone) == ((), ("about/index.html", LEDGER), ())


def test_nothing_new_makes_no_commit(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    first = tip(remote)
    (project / "README.md").write_text("A word for developers.\n", encoding="utf-8")
    save(project, "docs: a word")
    git(project, "push", "--quiet")
    made, findings = published(project)
    assert (findings, tip(remote)) == ([], first)
    assert made is not None and made.commit == ""


def test_a_trial_run_shows_all_and_pushes_nothing(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    first = tip(remote)
    write(project, "Một đoạn văn mới.")
    seen: list[dict[str, bytes]] = []
    made, findings = published(project, dry=lambda folder: seen.append(tree(folder)))
    assert (findings, tip(remote)) == ([], first)
    assert made is not None and made.pages.changed == ("about/",)
    assert "Một đoạn văn mới.".encode() in seen[0]["about/index.html"]
    assert LEDGER in seen[0]


def test_what_is_told_names_pages_in_both_languages(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    made, _ = published(project, dry=lambda folder: None)
    assert made is not None
    lines = lines_of(made, [load_messages("vi"), load_messages("en")], dry=True)
    commit = git(project, "rev-parse", "HEAD")[:12]
    assert lines == [
        "Trang mới: 5",
        "New pages: 5",
        *(f"  /{address}" for address in ("", "about/", "en/", "en/news/a/", "news/a/")),
        "Trang đổi nội dung: 0",
        "Pages whose text changes: 0",
        "Trang rút xuống hoặc chuyển đi: 0",
        "Pages withdrawn or moved: 0",
        "Số tệp: thêm 21, đổi 0, bớt 0",
        "Files: 21 added, 0 changed, 0 removed",
        f"Chạy thử từ lần ghi {commit}: chưa đẩy gì lên mạng.",
        f"Trial run from commit {commit}: nothing was pushed.",
    ]


# ---- Carried along ----


def by_hand(project: Path, remote: Path, path: str, text: str | None) -> None:
    """Change a file of the published branch, or take it away, as the pages of a host do."""
    folder = project.parent / "by-hand"
    git(remote.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(folder))
    git(folder, "config", "user.name", "Host")
    git(folder, "config", "user.email", "host@example.org")
    if text is None:
        (folder / path).unlink()
    else:
        (folder / path).write_text(text, encoding="utf-8")
    save(folder, f"Create {path}")
    git(folder, "push", "--quiet")
    shutil.rmtree(folder)


def test_a_host_name_set_at_the_host_stays(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    by_hand(project, remote, "CNAME", "www.example.org\n")
    write(project, "Một đoạn văn mới.")
    assert published(project)[1] == []
    assert git(remote, "show", "gh-pages:CNAME") == "www.example.org"


@pytest.mark.parametrize("text", ["www.example.org\nevil.test\n", "<b>x</b>\n", "https://example.org/\n", "x" * 300])
def test_what_is_no_host_name_is_not_carried(tmp_path: Path, text: str) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    by_hand(project, remote, "CNAME", text)
    before = tip(remote)
    write(project, "Một đoạn văn mới.")
    (found,) = published(project)[1]
    assert (found.code, str(found.source), tip(remote)) == ("publish-host", "origin/gh-pages:CNAME", before)


def test_a_file_laid_by_hand_is_named_before_it_goes(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    by_hand(project, remote, "google123.html", "owner")
    write(project, "Một đoạn văn mới.")
    made, _ = published(project, dry=lambda folder: None)
    assert made is not None
    lines = lines_of(made, [load_messages("en")], dry=True)
    assert lines[-3:-1] == [
        "Files on the branch of the site that this site does not have, and that are taken away (1); ask whoever looks "
        "after the repository if one is to stay:",
        "  /google123.html",
    ]


EMPTY = '{"$schema": "schema/ledger.json", "version": 1, "pages": []}'


@pytest.mark.parametrize("text", [None, EMPTY], ids=["deleted", "emptied"])
def test_a_ledger_that_a_hand_took_away_still_counts(tmp_path: Path, text: str | None) -> None:
    """A published address vanishes with no ledger, however it was lost."""
    project, remote = lay_clone(tmp_path)
    published(project)
    by_hand(project, remote, LEDGER, text)
    before = tip(remote)

    def without_a_page(at: Path) -> tuple[Path, list[Finding]]:
        folder, _ = build(at)
        shutil.rmtree(folder / "old")
        return folder, []

    _, findings = publish(Target(project), without_a_page, DAY)
    assert [(one.code, one.params["target"]) for one in findings if one.code == "address-lost"] == [
        ("address-lost", "/old/")
    ]
    assert tip(remote) == before
    assert published(project)[1] == []
    ledger = json.loads(git(remote, "show", f"gh-pages:{LEDGER}"))
    assert [line["first_seen"] for line in ledger["pages"]] == ["2026-11-22"] * 6


def test_a_clock_behind_the_last_publication_is_told(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    before = tip(remote)
    write(project, "Một đoạn văn mới.")
    (found,) = publish(Target(project), build, DAY - timedelta(days=1))[1]
    assert (found.code, found.params) == ("publish-clock", {"found": "2026-11-21", "expected": "2026-11-22"})
    assert tip(remote) == before


def test_a_host_name_of_the_site_wins(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    by_hand(project, remote, "CNAME", "old.example.org\n")

    def with_host(at: Path) -> tuple[Path, list[Finding]]:
        folder, _ = build(at)
        (folder / "CNAME").write_text("www.example.org\n", encoding="utf-8")
        return folder, []

    assert publish(Target(project), with_host, DAY)[1] == []
    assert git(remote, "show", "gh-pages:CNAME") == "www.example.org"


def test_a_file_shared_with_a_cache_is_not_written_into(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    cached = tmp_path / "cached"
    cached.write_text("x", encoding="utf-8")

    def sharing(at: Path) -> tuple[Path, list[Finding]]:
        folder, _ = build(at)
        (folder / LEDGER).parent.mkdir()
        (folder / LEDGER).hardlink_to(cached)
        return folder, []

    assert publish(Target(project), sharing, DAY)[1] == []
    assert cached.read_text(encoding="utf-8") == "x"


# ---- Refused ----


def codes(result: tuple[Publication | None, list[Finding]]) -> list[str]:
    assert result[0] is None
    return [one.code for one in result[1]]


def without_a_page(at: Path) -> tuple[Path, list[Finding]]:
    folder, _ = build(at)
    for lang in ("", "en/"):
        shutil.rmtree(folder / f"{lang}news")
        home = folder / lang / "index.html"
        home.write_text(home.read_text(encoding="utf-8").replace("news/a/", ""), encoding="utf-8")
    return folder, []


def test_a_lost_address_refuses_and_names_both_pages(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    first = tip(remote)
    result = publish(Target(project), without_a_page, DAY)
    lost = [one.params["target"] for one in result[1] if one.code == "address-lost"]
    assert (result[0], lost, tip(remote)) == (None, ["/en/news/a/", "/news/a/"], first)


def broken(at: Path) -> tuple[Path, list[Finding]]:
    folder, _ = build(at)
    page = folder / "about" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("#main", "nowhere/"), encoding="utf-8")
    return folder, []


def linked(at: Path) -> tuple[Path, list[Finding]]:
    folder, _ = build(at)
    (folder / "secret.txt").symlink_to("/etc/hostname")
    return folder, []


def failing(at: Path) -> tuple[Path, list[Finding]]:
    return at, [finding("publish-build", Source("mkdocs.yml"))]


def full_disk(at: Path) -> tuple[Path, list[Finding]]:
    raise OSError(28, "No space left on device")


BUILDS = {
    "a broken link": (broken, ["site-link-broken"]),
    "a link out of the site": (linked, ["site-symlink"]),
    "a build that fails": (failing, ["publish-build"]),
    "a disk that is full": (full_disk, ["publish-failed"]),
}


@pytest.mark.parametrize(("builder", "expected"), BUILDS.values(), ids=BUILDS.keys())
def test_what_is_not_sound_stays_off_line(tmp_path: Path, builder, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    project, remote = lay_clone(tmp_path)
    published(project)
    first = tip(remote)
    assert codes(publish(Target(project), builder, DAY)) == expected
    assert tip(remote) == first
    assert git(project, "status", "--porcelain") == ""


def test_a_folder_that_could_not_be_copied_is_told_in_one_line(tmp_path: Path) -> None:
    def laying(at: Path) -> tuple[Path, list[Finding]]:
        raise shutil.Error([(f"{at}/{name}", "site", "[Errno 28] No space left on device") for name in "ab"])

    project, _ = lay_clone(tmp_path)
    _, (found,) = publish(Target(project), laying, DAY)
    assert (found.code, dict(found.params)) == ("publish-failed", {"reason": "[Errno 28] No space left on device"})


def test_a_ledger_that_cannot_be_read_is_never_replaced(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    published(project)
    by_hand(project, remote, LEDGER, "{}")
    write(project, "Một đoạn văn mới.")
    assert codes(published(project)) == ["ledger-unreadable"]


def test_a_server_that_refuses_is_quoted(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'Nhánh này bị khóa.' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    _, findings = published(project)
    assert [one.code for one in findings] == ["publish-rejected"]
    assert "Nhánh này bị khóa." in findings[0].params["reason"]
    assert tip(remote) == ""


def test_a_hook_of_the_publisher_may_stop_a_push(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    hook = project / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    assert codes(published(project)) == ["publish-rejected"]
    assert tip(remote) == ""


def test_a_remote_that_dies_during_the_build_is_a_sentence(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)

    def dying(at: Path) -> tuple[Path, list[Finding]]:
        remote.rename(remote.with_name("away.git"))
        return build(at)

    assert codes(publish(Target(project), dying, DAY)) == ["publish-remote"]


def test_a_push_to_main_during_the_build_is_told(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    other = second(remote, tmp_path / "other")

    def slow(at: Path) -> tuple[Path, list[Finding]]:
        write(other, "Vừa mới đẩy.")
        return build(at)

    _, findings = publish(Target(project), slow, DAY)
    assert [(one.code, one.params["who"]) for one in findings] == [("publish-moved", "Chị Mẫu")]
    assert tip(remote) == ""


def test_one_publication_at_a_time_in_one_folder(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    with locked(project / ".cache" / "promosite" / "publish.lock") as is_free:
        assert is_free
        assert codes(published(project)) == ["publish-busy"]
    assert published(project)[1] == []


def test_a_build_that_outlives_its_publisher_keeps_the_folder_until_its_end(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    with locked(project / ".cache" / "promosite" / "publish.lock") as is_free:
        assert is_free
        orphan = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False)
    assert codes(published(project)) == ["publish-busy"]
    orphan.communicate(b"\n")
    assert published(project)[1] == []


# ---- What a killed git leaves ----


def test_lists_of_files_that_a_killed_git_left_locked_are_in_nobodys_way(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    work = project / ".cache" / "promosite" / "publish"
    for left in (work / "index.lock", work / "index-left" / "index.lock", work / "tree" / "index.lock"):
        left.parent.mkdir(parents=True, exist_ok=True)
        left.touch()
    assert published(project)[1] == []
    assert list(work.rglob("index.lock")) == []


def test_locks_on_refs_are_lifted_once_they_are_old_and_hinder_nobody_before(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    assert published(project)[1] == []
    refs = project / ".git" / "refs"
    locks = [refs / "remotes" / "origin" / f"{name}.lock" for name in ("main", "gh-pages")]
    locks += [refs / "heads" / "gh-pages.lock"]
    for lock in locks:
        lock.touch()
    write(second(remote, tmp_path / "other"), "Đồng nghiệp viết.")
    assert codes(published(project)) == ["publish-behind"]
    assert [lock.exists() for lock in locks] == [True, True, True]
    for lock in locks:
        os.utime(lock, (0, 0))
    assert codes(published(project)) == ["publish-behind"]
    assert [lock.exists() for lock in locks] == [False, False, False]
    git(project, "pull", "--quiet", "--ff-only")
    assert published(project)[1] == []


# ---- Built from the commit, whatever lies in the folder ----


def test_the_build_sees_the_commit_and_not_the_folder(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    (project / "note.txt").write_text("Của riêng tôi.", encoding="utf-8")
    seen: list[list[str]] = []

    def looking(at: Path) -> tuple[Path, list[Finding]]:
        (project / TEXT).write_text("Sửa trong lúc dựng.", encoding="utf-8")
        seen.append(sorted(path for path in tree(at) if not path.startswith(".cache")))
        return build(at)

    made, findings = publish(Target(project), looking, DAY)
    assert findings == []
    assert made is not None
    assert seen == [[".gitignore", TEXT, "mkdocs.yml", "requirements.lock"]]
    assert "Sửa trong".encode() not in (made.folder / "about" / "index.html").read_bytes()


def test_what_an_earlier_run_left_is_gone_but_its_cache_stays(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    work = project / ".cache" / "promosite" / "publish" / "tree"
    for path in ("site/old.html", ".cache/promosite/kept", "stray.md", ".hidden/x"):
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text("x", encoding="utf-8")
    seen: list[set[str]] = []

    def looking(at: Path) -> tuple[Path, list[Finding]]:
        seen.append(set(tree(at)))
        return build(at)

    assert publish(Target(project), looking, DAY)[1] == []
    assert seen == [{".gitignore", TEXT, "mkdocs.yml", "requirements.lock", ".cache/promosite/kept"}]


def test_a_link_in_the_source_is_laid_as_a_link(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    (project / "content" / "secret.md").symlink_to("/etc/hostname")
    commit = save(project)
    target, findings = lay_source(Git(project), commit, tmp_path / "out", tmp_path / "index")
    assert (findings, (target / "content" / "secret.md").is_symlink()) == ([], True)


def test_a_source_is_laid_byte_for_byte_whatever_git_does_to_line_ends(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    commit = git(project, "rev-parse", "HEAD").strip()
    everything = tmp_path / "attributes"
    everything.write_text("* text eol=crlf\n", encoding="utf-8")
    git(project, "config", "core.autocrlf", "true")
    git(project, "config", "core.attributesFile", str(everything))
    target, findings = lay_source(Git(project), commit, tmp_path / "out", tmp_path / "index")
    lock = "requirements.lock"
    assert (findings, (target / lock).read_bytes()) == ([], (project / lock).read_bytes())


NAMES = ["dong\nmoi.html", 'ngoac"kep.txt', "M 100644 inline evil\n", "-dau-tru.txt", "tab\tten", "Đặc sản.txt", "a b"]


def test_names_of_files_are_never_read_as_commands(tmp_path: Path) -> None:
    project, _ = lay_clone(tmp_path)
    folder = tmp_path / "site"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(name, encoding="utf-8")
    refs = git(project, "for-each-ref")
    made, findings = write_tree(Git(project), folder, tmp_path / "index")
    assert findings == []
    listed = git(project, "ls-tree", "-r", "-z", "--name-only", made).split("\0")
    assert sorted(name for name in listed if name) == sorted(NAMES)
    assert git(project, "for-each-ref") == refs


def test_bytes_go_out_as_they_are_whatever_git_is_told(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    git(project, "config", "core.autocrlf", "true")
    git(project, "config", "core.safecrlf", "true")
    published(project)
    site = tree(project / ".cache" / "promosite" / "publish" / "tree" / "site")
    online_now = online(remote)
    data = site["news.ics"]
    blob = f"blob {len(data)}\0".encode() + data
    assert online_now["news.ics"] == hashlib.sha1(blob, usedforsecurity=False).hexdigest()
    assert set(online_now) == set(site)


def test_a_build_sees_nothing_that_lets_it_push(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "mkdocs"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    told = "import json, os, pathlib; pathlib.Path('told').write_text(json.dumps(dict(os.environ)))"
    (package / "__main__.py").write_text(told, encoding="utf-8")
    secrets = ("GIT_CONFIG_VALUE_0", "GITHUB_TOKEN", "GH_TOKEN", "TOKEN", "SSH_AUTH_SOCK")
    for name in (*secrets, "HARMLESS"):
        monkeypatch.setenv(name, "x")
    assert build_project(tmp_path) == (tmp_path / "site", [])
    seen = json.loads((tmp_path / "told").read_text(encoding="utf-8"))
    assert set(seen) & {*secrets, "HARMLESS"} == {"HARMLESS"}
    assert seen["PYTHONPATH"].split(os.pathsep)[0] == str(tmp_path / "src")
