"""Two who publish at once, and publishers killed at any moment: the old or the new site, whole, and nothing lost."""

import os
import random
import shutil
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from promosite.findings import Finding
from promosite.ledger import Ledger
from promosite.publishing import Publication, Target, deliver, gate
from promosite.publishing.telling import page_changes
from tests.projects import tree
from tests.publishing.clones import (
    TEXT,
    build,
    detached_receiver,
    git,
    identify,
    lay_clone,
    online,
    published,
    second,
    settled,
    tip,
    write,
)

RACES = int(os.environ.get("PROMOSITE_RACES", "20"))
KILLS = int(os.environ.get("PROMOSITE_KILLS", "50"))
"""The nightly workflow asks for more."""

Result = tuple[Publication | None, list[Finding]]


def raced(*runs: Path) -> list[Result]:
    """Let each clone deliver the site in it, all at the same moment, after each has passed the gate."""
    results: dict[int, Result] = {}
    ready = threading.Barrier(len(runs))

    def run(number: int, project: Path) -> None:
        standing, findings = gate(Target(project))
        assert standing is not None, findings
        message, pages = f"publish\n\nSource-Commit: {standing.commit}\n", page_changes(Ledger(), Ledger())
        index = project / ".git" / "site-index"
        ready.wait()
        results[number] = deliver(Target(project), standing, project / "site", index, message, pages)

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(runs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[number] for number in range(len(runs))]


def test_of_two_publishers_one_wins_and_the_other_is_told(tmp_path: Path) -> None:
    one, remote = lay_clone(tmp_path)
    two = second(remote, tmp_path / "two")
    identify(one, "Anh Mẫu")
    names = {0: "Anh Mẫu", 1: "Chị Mẫu"}
    for number in range(RACES):
        before = tip(remote)
        for who, project in enumerate((one, two)):
            shutil.rmtree(project / "site", ignore_errors=True)
            folder, _ = build(project)
            (folder / "who.txt").write_text(f"{names[who]} {number}", encoding="utf-8")
        results = raced(one, two)
        winners = [who for who, (made, _) in enumerate(results) if made]
        assert len(winners) == 1, results
        winner = winners[0]
        _, findings = results[1 - winner]
        assert [(found.code, found.params["who"]) for found in findings] == [("publish-raced", names[winner])]
        assert git(remote, "show", "gh-pages:who.txt") == f"{names[winner]} {number}"
        assert set(online(remote)) == set(tree((one, two)[winner] / "site"))
        if before:
            assert git(remote, "rev-parse", "gh-pages^") == before
    assert git(remote, "rev-list", "--count", "gh-pages") == str(RACES)
    assert git(remote, "fsck", "--strict", "--no-dangling") == ""


# ---- kill -9 ----


def killed_after(seconds: float, project: Path) -> bool:
    """Publish in a process of its own and kill it with all it started; tell whether it was still at work."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 1)
        os.dup2(devnull, 2)
        made, _ = published(project)
        os._exit(0 if made else 1)
    with suppress(PermissionError, ProcessLookupError):  # whoever is first; both, so that no kill comes too early
        os.setpgid(child, child)
    time.sleep(seconds)
    done, _ = os.waitpid(child, os.WNOHANG)
    if done == 0:
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return done == 0


def kept(project: Path) -> dict[str, bytes]:
    """Return what a publication must never touch: the sources, and git's own list of them."""
    files = tree(project)
    return {path: data for path, data in files.items() if not path.startswith((".cache/", ".git/"))}


def test_killed_at_any_moment_the_site_online_is_old_or_new_and_whole(tmp_path: Path) -> None:
    project, remote = lay_clone(tmp_path)
    detached_receiver(project)
    begin = time.monotonic()
    assert published(project)[1] == []
    longest = (time.monotonic() - begin) * 1.3
    moments = random.Random(20261122)
    whole = set(online(remote))
    at_work = 0
    for number in range(KILLS):
        write(project, f"Một đoạn văn, lần {number}.")
        before, sources = tip(remote), kept(project)
        at_work += killed_after(moments.uniform(0, longest), project)
        settled(project)
        now = tip(remote)
        assert set(online(remote)) == whole
        assert now == before or git(remote, "rev-parse", f"{now}^") == before
        assert kept(project) == sources
        assert list(remote.rglob("*.lock")) == []
        assert git(project, "status", "--porcelain") == ""
        assert published(project)[1] == [], "a kill left something to clean up"
    assert at_work > KILLS // 3, "the moments of the kills miss the work"
    write(project, "Một đoạn văn, lần cuối.")
    made, findings = published(project)
    assert findings == []
    assert made is not None
    assert "lần cuối" in git(remote, "show", "gh-pages:about/index.html")
    assert git(remote, "fsck", "--strict", "--no-dangling") == ""
    assert (project / TEXT).read_text(encoding="utf-8") == "Một đoạn văn, lần cuối."


if not hasattr(os, "fork"):
    pytest.fail("kill -9 is tried where processes can be forked", pytrace=False)
