"""What is online already: every address that was ever published, and what a publication must carry on."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from promosite.findings import Finding, Source, finding
from promosite.ledger import LEDGER, Ledger, read_ledger
from promosite.ledger.records import Line, ledger_of
from promosite.publishing.gate import PLACE, Standing, Target
from promosite.publishing.git import Git
from promosite.publishing.settings import load_target
from promosite.whole_files import write_whole

VERSIONS = 5
"""Versions of the ledger that are asked. Each publication makes good what a hand took out before it."""
HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+\n?")
"""A host name alone, as GitHub Pages reads it from the file CNAME."""


def published_ledger(target: Target, standing: Standing) -> tuple[Ledger, list[Finding]]:
    """Return the ledger of the site that is online; an empty one where none was ever published.

    A line is never taken out of a ledger: where a hand has taken lines or the whole file from the branch, the versions
    before know them.
    """
    ledger, findings = _ledger_at(target, standing.tip) if standing.tip else (None, [])
    return ledger or Ledger(), findings


def _ledger_at(target: Target, commit: str) -> tuple[Ledger | None, list[Finding]]:
    """Return what the newest ledger of a branch says, and what older ones said beside; None where there is none."""
    lines: dict[str, Line] = {}
    versions = list(_versions(Git(target.root), commit))
    for number, data in enumerate(versions):
        ledger, findings = read_ledger(data, f"{target.remote}/{target.branch}:{LEDGER}")
        if findings and number == 0:
            return None, findings
        for line in ledger.pages if ledger else ():
            lines.setdefault(line.address, line)
    return (ledger_of(lines.values()) if versions else None), []


def _versions(git: Git, tip: str) -> Iterator[bytes]:
    """Yield the last versions of the ledger on a branch, newest first, passing by where there was none.

    It is asked for from the top: on its branch the site is all there is, also where the project is a part of a tree.
    """
    commits = git.ask("log", f"--max-count={VERSIONS}", "--format=%H", tip, "--", f":(top){LEDGER}").line.split()
    yield from (data for commit in commits if (data := git.read(commit, LEDGER)) is not None)


def local_ledger(root: Path) -> tuple[Ledger | None, list[Finding]]:
    """Return the ledger of the site's branch as this clone last saw it, without asking the remote; None without one."""
    target, _ = load_target(root)
    if target is None:
        return None, []
    refs = (f"refs/remotes/{target.remote}/{target.branch}", f"refs/heads/{target.branch}")
    found = (_ledger_at(target, ref) for ref in refs)
    return next((one for one in found if any(one)), (None, []))


def clock_findings(ledger: Ledger, day: date) -> Iterator[Finding]:
    """Yield a finding where a publication was made on a later day than this one: one of the two clocks is wrong.

    A site shows what may be shown on its day, so it would lose pages that are online.
    """
    latest = max((line.last_changed for line in ledger.pages), default=day)
    if latest > day:
        yield finding("publish-clock", PLACE, found=day, expected=latest)


def carry(target: Target, standing: Standing, folder: Path) -> Iterator[Finding]:
    """Keep what stands beside the site on its branch: the mark that GitHub builds nothing, and the host name.

    Yields a finding where somebody has put something else there than a host name.
    """
    write_whole(folder / ".nojekyll", b"")
    host = Git(target.root).read(standing.tip, "CNAME") if standing.tip else None
    if not host or (folder / "CNAME").exists():
        return
    if HOST.fullmatch(host.decode("ascii", errors="replace")):
        write_whole(folder / "CNAME", host)
    else:
        yield finding(
            "publish-host",
            Source(f"{target.remote}/{target.branch}:CNAME"),
            found=host[:100].decode("utf-8", "replace"),
        )
